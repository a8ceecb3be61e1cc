import ArgumentParser
import Explorer
import Screen
import Terminal

/// One of two wordings of a help text: the one in the language that the command line, the settings or the locale ask for.
func spoken(_ english: String, _ chinese: String) -> String { Language.ofHelp(english, chinese) }

extension ArgumentHelp {
  /// Help for one argument, in one of two wordings.
  static func spoken(_ english: String, _ chinese: String) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: Language.ofHelp(english, chinese))
  }
}

extension Language {
  /// The language of help, which is made before the arguments are read.
  static let ofHelp = spoken(by: CommandLine.arguments)
}

/// A page of help as the parser of arguments makes it, with its own words in the language spoken, and its lines broken
/// where they fit: by columns that wide characters take two of, under what they explain.
struct HelpWording {
  /// The page, a line for each of its paragraphs and arguments.
  private let page: String

  /// - Returns: `nil` for what is no page of help: a version, or a completion script.
  init?(_ message: String) {
    guard message.hasPrefix("OVERVIEW: ") || message.hasPrefix("USAGE: ") else { return nil }
    page = message
  }

  /// The page in lines of at most so many columns.
  func text(columns limit: Int, _ language: Language) -> String {
    page.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { Self.lines(of: Self.worded(String($0), language), columns: limit) }
      .joined(separator: "\n")
  }

  /// The parser's own words, and what stands for them in Chinese.
  private static let words: [(english: String, chinese: String)] = [
    ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
    ("SUBCOMMANDS:", "命令："), ("Show the version.", "显示版本。"), ("Show help information.", "显示帮助。"),
    ("See 'ropescope help <subcommand>' for detailed help.", "`ropescope help 命令` 给出详细帮助。"),
    ("<subcommand>", "<命令>"), (" (default: ", "（默认为 "), ("<options>", "<选项>"),
    ("explore (default)", "explore（默认）  "),
  ]

  private static func worded(_ line: String, _ language: Language) -> String {
    guard language == .chinese else { return line }
    var line = line
    if line.contains(" (default: "), line.hasSuffix(")") { line = line.dropLast() + "）" }
    for (english, chinese) in words { line = line.replacing(english, with: chinese) }
    return line.hasSuffix(":") ? line.dropLast() + "：" : line
  }

  /// A line broken so that what goes on stands where its last column begins.
  private static func lines(of line: String, columns limit: Int) -> [String] {
    guard columns(of: line) > limit else { return [line] }
    let start = lastColumn(of: line)
    let head = String(line[..<start])
    let isColumn = head.contains { $0 != " " }
    // What goes on of a command that stands by itself is set in.
    let indent = columns(of: head) + (isColumn || head.isEmpty || head.count >= explanations ? 0 : 2)
    guard limit - indent >= 20 else { return wrapped(line, columns: limit) }
    let parts = wrapped(String(line[start...]), columns: limit - indent)
    return parts.enumerated().map { index, part in
      (index == 0 ? head : String(repeating: " ", count: indent)) + part
    }
  }

  /// Where the last column of a line begins: after a gap of several blanks, or where the parser explains an argument.
  private static func lastColumn(of line: String) -> String.Index {
    let explained = line.index(line.startIndex, offsetBy: Self.explanations)
    if line.hasPrefix("  -") || line.hasPrefix("  <"), line[line.index(before: explained)] == " " { return explained }
    let text = line.firstIndex { $0 != " " } ?? line.startIndex
    return line[text...].matches(of: /\ {2,}/).last?.range.upperBound ?? text
  }

  /// The column at which the parser explains arguments.
  private static let explanations = 26
}
