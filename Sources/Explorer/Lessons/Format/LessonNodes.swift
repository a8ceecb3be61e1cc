import Screen
import Yams

/// The nodes of a lesson's YAML, with complaints that name their place.
struct LessonNodes {
  /// The path to name in a complaint.
  let file: String
  private let lines: [Substring]

  init(text: String, file: String) {
    self.file = file
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  func document(_ text: String) throws(LessonError) -> Node {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw LessonError(file: file, line: 1, column: 1, problem: .notAMapping("lesson"))
      }
      return node
    } catch let error as LessonError {
      throw error
    } catch let error as YamlError {
      throw syntax(error)
    } catch {
      throw LessonError(file: file, problem: .syntax("\(error)"))
    }
  }

  private func syntax(_ error: YamlError) -> LessonError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      LessonError(file: file, line: mark.line, column: mark.column, problem: .syntax(problem))
    case .duplicatedKeysInMapping(let duplicates, let context):
      LessonError(
        file: file, line: context.mark.line, column: context.mark.column,
        problem: .syntax("duplicate key \(duplicates.first ?? "")"))
    default: LessonError(file: file, problem: .syntax("\(error)"))
    }
  }

  func complaint(_ problem: LessonError.Problem, at node: Node) -> LessonError {
    LessonError(file: file, line: node.mark?.line, column: node.mark?.column, problem: problem)
  }

  /// Where the words of a node begin: those of a block stand in the line below its sign.
  func place(of node: Node) -> (line: Int, column: Int) {
    guard let mark = node.mark else { return (1, 1) }
    guard let style = node.scalar?.style else { return (mark.line, mark.column) }
    switch style {
    case .literal, .folded:
      let indent = lines.indices.contains(mark.line) ? lines[mark.line].prefix { $0 == " " }.count : 0
      return (mark.line + 1, indent + 1)
    case .singleQuoted, .doubleQuoted: return (mark.line, mark.column + 1)
    default: return (mark.line, mark.column)
    }
  }

  func mapping(_ node: Node, _ key: String) throws(LessonError) -> Node.Mapping {
    guard let mapping = node.mapping else { throw complaint(.notAMapping(key), at: node) }
    return mapping
  }

  func list(_ node: Node, _ key: String) throws(LessonError) -> Node.Sequence {
    guard let sequence = node.sequence, !sequence.isEmpty else { throw complaint(.notAList(key), at: node) }
    return sequence
  }

  func text(_ node: Node, _ key: String) throws(LessonError) -> Lesson.Located<String> {
    guard let scalar = node.scalar, !scalar.string.allSatisfy(\.isWhitespace) else {
      throw complaint(.notText(key), at: node)
    }
    let place = place(of: node)
    return Lesson.Located(value: scalar.string, line: place.line, column: place.column)
  }

  func required(_ key: String, in mapping: Node.Mapping, of owner: String) throws(LessonError) -> Node {
    guard let node = mapping[key] else {
      throw LessonError(
        file: file, line: mapping.mark?.line, column: mapping.mark?.column, problem: .missing("\(owner).\(key)"))
    }
    return node
  }

  func check(_ mapping: Node.Mapping, allows keys: [String], of owner: String) throws(LessonError) {
    for (key, _) in mapping where !keys.contains(key.string ?? "") {
      let name = key.string ?? ""
      throw complaint(.unknownKey("\(owner).\(name)", nearest: nearestName(to: name, among: keys)), at: key)
    }
  }

}
