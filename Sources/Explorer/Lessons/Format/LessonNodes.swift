import Screen
import Yams

/// The nodes of a lesson's YAML.
typealias LessonNodes = YAMLNodes<LessonProblem>

extension YAMLNodes<LessonProblem> {
  /// The node as a list with something in it.
  func list(_ node: Node, _ key: String) throws(LessonError) -> Node.Sequence {
    guard let sequence = node.sequence, !sequence.isEmpty else { throw complaint(.notAList(key), at: node) }
    return sequence
  }

  /// The node as words, with the place where they begin.
  func text(_ node: Node, _ key: String) throws(LessonError) -> Lesson.Located<String> {
    guard let scalar = node.scalar, !scalar.string.allSatisfy(\.isWhitespace) else {
      throw complaint(.notText(key), at: node)
    }
    let place = place(of: node)
    return Lesson.Located(value: scalar.string, line: place.line, column: place.column)
  }
}
