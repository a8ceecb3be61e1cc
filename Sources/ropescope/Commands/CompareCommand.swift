import ArgumentParser
import Explorer
import Export
import Screen

/// Says in what two sources differ, and from which position on.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: spoken(
      "Compare two sources: parameters, spectrum, reach, and where they part.", "比较两个来源：参数、频谱、可达范围，以及从何处开始不同。"),
    discussion: spoken(
      """
      Without B, A is compared with itself under the encoding options; with B, the options change B.
      Ends with 1 when the two differ, with 0 when they are the same.

      Examples:
        ropescope compare llama-3.1-8b qwen3-8b
        ropescope compare llama-3.1-8b --scaling none
        ropescope compare trained/config.json converted/config.json --json
      """,
      """
      不给 B 则把 A 与加上编码选项后的自身比较；给出 B 则选项作用于 B。
      二者不同以退出码 1 结束，相同以 0 结束。

      例：
        ropescope compare llama-3.1-8b qwen3-8b
        ropescope compare llama-3.1-8b --scaling none
        ropescope compare trained/config.json converted/config.json --json
      """))

  @Argument(help: .source)
  var first: String
  @Argument(help: .spoken("Another one, to compare with.", "要与之比较的另一来源。"))
  var second: String?
  @Option(
    parsing: .unconditional,
    help: .spoken("Differences up to this count as none; 1e-3 unless told.", "不超过此值的差视为相同；默认为 1e-3。"))
  var tolerance: String?
  @Flag(help: .spoken("Write JSON.", "输出 JSON。"))
  var json = false
  @OptionGroup(title: spoken("Encoding", "编码")) var encoding: EncodingArguments
  @OptionGroup var speech: LanguageOption

  private static let usualTolerance = 1e-3

  /// What is said, and whether the two differ.
  func compared(_ language: Language) throws -> (text: String, differs: Bool) {
    let tolerance = try OptionReader(language: language).tolerance(tolerance) ?? Self.usualTolerance
    let options = try encoding.options(language)
    guard second != nil || !options.isEmpty else {
      throw Failure(
        .usage,
        language(
          "compare needs something to compare \(visible(first)) with: a second SOURCE, or options such as --scaling none.",
          "compare 需要与 \(visible(first)) 比较的对象：第二个来源，或 --scaling none 之类的选项。"))
    }
    try Opening.requireOneStandardInput(first, second, language)
    // A's own name of a group need not be one of B's.
    let (group, layer) = second == nil ? (encoding.group, encoding.layer) : (nil, nil)
    let one = try Opening(source: first, EncodingOptions(), group: encoding.group, layer: encoding.layer, language)
    let other =
      try second.map { try Opening(source: $0, options, group: group, layer: layer, language) }
      ?? Opening(of: one.subject, options, group: group, layer: layer, language)
    let isChosen = encoding.group != nil || encoding.layer != nil
    let comparison = SourceComparison(one, other, onlyChosen: isChosen, tolerance)
    return (
      json
        ? ComparisonJSON.text(of: comparison, tolerance) : ComparisonPage(comparison, language).text,
      comparison.differs
    )
  }

  func run() throws {
    let language = try speech.language()
    let (text, differs) = try compared(language)
    try Output.write(to: nil, overwrite: false, language) { try $0.write(text.utf8) }
    if differs { throw ExitCode(Failure.Code.found.rawValue) }
  }
}
