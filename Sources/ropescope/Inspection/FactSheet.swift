import Screen

/// Facts with their names before them, in two columns that line up.
struct FactSheet {
  /// The most columns that a line takes.
  static let width = 100

  private(set) var facts: [(name: String, text: String)] = []

  /// Adds a fact, unless there is nothing to say.
  mutating func add(_ name: String, _ text: String?) {
    if let text { facts.append((name, text)) }
  }

  /// The lines; a long text goes on below itself.
  /// - Parameter nameWidth: Columns of the widest name, so that several sheets line up.
  func lines(nameWidth: Int) -> [String] {
    facts.flatMap { name, text in
      let own = "  " + padded(name, nameWidth) + "  "
      return Self.lines(of: text, after: own)
    }
  }

  /// The columns of the widest name.
  var nameWidth: Int { facts.map { columns(of: $0.name) }.max() ?? 0 }

  /// A text after what stands before it, broken so that it lines up below itself.
  static func lines(of text: String, after lead: String) -> [String] {
    let blank = String(repeating: " ", count: columns(of: lead))
    return wrapped(text, columns: max(20, width - columns(of: lead))).enumerated().map { index, line in
      (index == 0 ? lead : blank) + line
    }
  }
}
