public import Encodings

/// An encoding written out as a short program that gives the numbers on the screen.
///
///     Snippet(of: encoding, in: .numpy, at: .stepped(start: 0, count: 8, step: 1)).text
public struct Snippet: Hashable, Sendable {
  /// One line: code, then a comment about it; either may be empty.
  public struct Line: Hashable, Sendable {
    /// The code.
    public var code: String
    /// What it means, without the comment's mark.
    public var comment = ""
  }

  /// The language it is written in.
  public let dialect: Dialect
  /// Its lines.
  public let lines: [Line]
  /// The variable that holds the numbers: shape (positions, columns).
  public let result: String
  let recipe: Recipe

  /// A snippet.
  ///
  /// - Parameters:
  ///   - positions: The rows; the queries of a bias, whose columns are the same positions as keys. Those past the end
  ///     of a table are left out.
  ///   - head: The attention head of a bias, from 0.
  ///   - stored: The file and the tensor of learned numbers.
  ///   - title: What is written on top; control characters must have been made visible.
  /// - Complexity: O(columns).
  public init(
    of encoding: Encoding, in dialect: Dialect, at positions: SnippetPositions, head: Int = 0,
    stored: (path: String, tensor: String) = ("model.safetensors", "position_embeddings.weight"), title: String = "",
    language: Language = .english
  ) {
    let storage = Recipe.StoredTable(path: stored.path, tensor: stored.tensor)
    recipe = Recipe(encoding, Recipe.Request(head: head, storage: storage))
    self.dialect = dialect
    let rows = positions.ending(before: encoding.positionCount)
    var writer: any SnippetWriter =
      dialect == .swift
      ? SwiftWriter(recipe: recipe, positions: rows, language: language)
      : PythonWriter(recipe: recipe, positions: rows, language: language, isTorch: dialect == .pytorch)
    writer.write()
    lines = (title.isEmpty ? [] : [Line(code: "", comment: title)]) + writer.lines
    result = writer.result
  }

  /// The widest code that a comment still stands beside in one column with the others.
  private static let widest = 58

  /// A line as it is written to a file.
  public func text(of line: Line) -> String { text(of: line, commentColumn: commentColumn(beside: Self.widest)) }

  /// Where comments begin beside code of at most so many columns.
  func commentColumn(beside widest: Int) -> Int {
    let widths = lines.filter { !$0.comment.isEmpty && $0.code.count <= widest }.map(\.code.count)
    return (widths.max() ?? 0) + 2
  }

  /// A line with its comment from a column on, or right after longer code.
  func text(of line: Line, commentColumn: Int) -> String {
    guard !line.comment.isEmpty else { return line.code }
    guard !line.code.isEmpty else { return "\(dialect.comment) \(line.comment)" }
    let gap = max(2, commentColumn - line.code.count)
    return line.code + String(repeating: " ", count: gap) + "\(dialect.comment) \(line.comment)"
  }

  /// The whole snippet, each line ended.
  public var text: String { lines.map { text(of: $0) + "\n" }.joined() }
}

/// Writes a recipe in one dialect.
protocol SnippetWriter {
  /// What was written.
  var lines: [Snippet.Line] { get }
  /// The name of the result.
  var result: String { get }

  mutating func write()
}

/// A number as all dialects read it: whole ones without a point.
func literal(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
}

/// Text between quotation marks, as all dialects read it.
func quoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": quoted += "\\" + String(scalar)
    // A control character has no spelling that all three know; none stands in a path that is to be typed.
    case _ where scalar.properties.generalCategory == .control: quoted += "?"
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}

/// Items between commas, in lines of at most 76 characters.
func wrappedList(_ items: [String], indent: String) -> [String] {
  var lines: [String] = []
  var line = indent
  for item in items {
    if line.count + item.count + 2 > 76, line != indent {
      lines.append(line)
      line = indent
    }
    line += (line == indent ? "" : " ") + item + ","
  }
  return lines + [line]
}
