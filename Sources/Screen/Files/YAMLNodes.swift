public import Yams

/// The nodes of a YAML file that a person wrote, walked one by one so that every complaint names its place.
public struct YAMLNodes<Problem: FileProblem>: Sendable {
  /// What is thrown.
  public typealias Complaint = FileComplaint<Problem>

  /// The path to name in a complaint.
  public let file: String

  private let text: String
  private let lines: [Substring.UTF8View]

  /// Nodes of a file's text.
  public init(text: String, file: String) {
    (self.text, self.file) = (text, file)
    lines = text[...].utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  /// The root of the text.
  ///
  /// - Parameter kind: What the file is, to say that it is not a mapping when it is empty.
  public func document(kind: String) throws(Complaint) -> Node {
    do {
      // Every value is read as the words it was written in: types would be guessed by regular expressions, slowly.
      if let node = try Yams.compose(yaml: text, .basic) { return node }
    } catch let error as YamlError {
      throw syntax(error)
    } catch {
      throw Complaint(file: file, problem: .file(.syntax("\(error)")))
    }
    throw Complaint(file: file, line: 1, column: 1, problem: .file(.notAMapping(kind)))
  }

  private func syntax(_ error: YamlError) -> Complaint {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Complaint(file: file, line: mark.line, column: mark.column, problem: .file(.syntax(problem)))
    case .duplicatedKeysInMapping(let duplicates, let context):
      repeated(duplicates.first ?? "", first: context.mark)
    default: Complaint(file: file, problem: .file(.syntax("\(error)")))
    }
  }

  /// A complaint about a key where it stands again: in the column of the first one below it, or later in its line.
  private func repeated(_ key: String, first: Mark) -> Complaint {
    let written = lines.dropFirst(first.line - 1).map { Array(String(Substring($0)).unicodeScalars) }
    let spellings = [key, "\"\(key)\"", "'\(key)'"].map { Array($0.unicodeScalars) }
    func stands(in line: [Unicode.Scalar], at column: Int) -> Bool {
      spellings.contains { spelling in
        let rest = line.dropFirst(column)
        return rest.starts(with: spelling) && rest.dropFirst(spelling.count).first { $0 != " " } == ":"
      }
    }
    let start = first.column - 1
    var place = (line: first.line, column: first.column)
    if let column = written.first?.indices.first(where: { $0 > start && stands(in: written[0], at: $0) }) {
      place.column = column + 1
    } else if let below = written.dropFirst().firstIndex(where: { line in
      line.prefix { $0 == " " }.count == start && stands(in: line, at: start)
    }) {
      place.line += below
    }
    return Complaint(file: file, line: place.line, column: place.column, problem: .file(.repeatedKey(key)))
  }

  /// A complaint about a node.
  public func complaint(_ problem: Problem, at node: Node) -> Complaint {
    Complaint(file: file, line: node.mark?.line, column: node.mark?.column, problem: problem)
  }

  /// Where the words of a node begin: those of a block stand in the line below its sign.
  public func place(of node: Node) -> (line: Int, column: Int) {
    guard let mark = node.mark else { return (1, 1) }
    guard let style = node.scalar?.style else { return (mark.line, mark.column) }
    switch style {
    case .literal, .folded:
      let indent = lines.dropFirst(mark.line).first?.prefix { $0 == 0x20 }.count ?? 0
      return (mark.line + 1, indent + 1)
    case .singleQuoted, .doubleQuoted: return (mark.line, mark.column + 1)
    default: return (mark.line, mark.column)
    }
  }

  /// The node as a mapping.
  public func mapping(_ node: Node, _ key: String) throws(Complaint) -> Node.Mapping {
    guard let mapping = node.mapping else { throw complaint(.file(.notAMapping(key)), at: node) }
    return mapping
  }

  /// The value of a key that must be there.
  ///
  /// - Parameter prefix: What stands before the key in a complaint, such as «colors.».
  public func required(_ key: String, in mapping: Node.Mapping, prefix: String = "") throws(Complaint) -> Node {
    guard let node = mapping[key] else {
      throw Complaint(
        file: file, line: mapping.mark?.line, column: mapping.mark?.column, problem: .file(.missing(prefix + key)))
    }
    return node
  }

  /// Refuses keys that nobody knows.
  public func check(_ mapping: Node.Mapping, allows keys: [String], prefix: String = "") throws(Complaint) {
    for (key, _) in mapping where !keys.contains(key.string ?? "") {
      let name = key.string ?? ""
      let nearest = nearestName(to: name, among: keys).map { prefix + $0 }
      throw complaint(.file(.unknownKey(prefix + name, nearest: nearest)), at: key)
    }
  }
}
