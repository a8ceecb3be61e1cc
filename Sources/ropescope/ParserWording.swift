import Explorer
import Screen

/// What the parser of arguments has to say of a command line that it does not understand, in the program's own words.
struct ParserWording {
  /// The parser's words, in English, on one line.
  private let words: String

  init(_ message: String) {
    let line = visible(message.split(whereSeparator: \.isNewline).joined(separator: " "))
    // The parser suggests options that are three letters off, however short they are.
    if let match = line.wholeMatch(of: /(Unknown option '-*(.*?)')\. Did you mean '-*(.*?)'\?/),
      nearestName(to: String(match.2), among: [String(match.3)]) == nil
    {
      words = String(match.1)
    } else {
      words = line
    }
  }

  /// The sentence: what is wrong, and where to look.
  func sentence(_ language: Language) -> String {
    let isQuestion = words.hasSuffix("?")
    let open = words.hasSuffix(".") ? String(words.dropLast()) : words
    return language(
      "\(isQuestion ? words : open + ".") `ropescope COMMAND --help` lists what there is.",
      "\(chinese ?? (isQuestion ? words : open + "。"))`ropescope 命令 --help` 列出全部用法。")
  }

  /// The sentence in Chinese, for the ways to go wrong that are common.
  private var chinese: String? {
    if let match = words.firstMatch(of: /^Unknown option '(.*?)'(?:\. Did you mean '(.*?)'\?)?$/) {
      return "没有选项 \(match.1)。" + (match.2.map { "是否想用 \($0)？" } ?? "")
    }
    if let match = words.firstMatch(of: /^Missing expected argument '(.*)'$/) { return "缺少参数 \(match.1)。" }
    if let match = words.firstMatch(of: /^(?:\d+ )?[Uu]nexpected arguments?:? '(.*)'$/) {
      return "多余的参数：\(match.1.replacing("', '", with: "、"))。"
    }
    if let match = words.firstMatch(of: /^Missing value for '(.*)'$/) { return "\(match.1) 后面缺少值。" }
    if let match = words.firstMatch(of: /^The value '(.*)' is invalid for '(.*)'$/) {
      return "\(match.2) 不能取值“\(match.1)”。"
    }
    if let match = words.firstMatch(of: /^The option '(.*?)' does not take any value, but '(.*)' was specified\.$/) {
      return "\(match.1) 不带值；给出的是“\(match.2)”。"
    }
    if let match = words.firstMatch(of: /^Can't generate completion scripts for '(.*)'\./) {
      return "不能为“\(match.1)”生成补全脚本；可用：zsh、bash、fish。"
    }
    return nil
  }
}
