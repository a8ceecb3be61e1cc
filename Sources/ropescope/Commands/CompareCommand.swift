import ArgumentParser
import Explorer
import Export

/// Says in what two sources differ, and from which position on.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare two sources: parameters, spectrum, reach, and where they part.",
    discussion: """
      Without B, A is compared with itself under the encoding options; with B, the options change B.
      Ends with 1 when the two differ, with 0 when they are the same.

      Examples:
        ropescope compare llama-3.1-8b qwen3-8b
        ropescope compare llama-3.1-8b --scaling none
        ropescope compare trained/config.json converted/config.json --json
      """)

  @Argument(help: .source)
  var first: String
  @Argument(help: "Another one, to compare with.")
  var second: String?
  @Option(parsing: .unconditional, help: "Differences of cosines and sines up to this count as none.")
  var tolerance: String = "1e-3"
  @Flag(help: "Write JSON.")
  var json = false
  @OptionGroup(title: "Encoding") var encoding: EncodingArguments
  @OptionGroup var speech: LanguageOption

  /// What is said, and whether the two differ.
  func compared(_ language: Language) throws -> (text: String, differs: Bool) {
    guard let tolerance = try OptionReader(language: language).number("--tolerance", tolerance), tolerance >= 0 else {
      throw Failure(
        .usage, language("--tolerance needs a number from 0 up.", "--tolerance 需要不小于 0 的数。"))
    }
    let options = try encoding.options(language)
    // A's own name of a group need not be one of B's.
    let (group, layer) = second == nil ? (encoding.group, encoding.layer) : (nil, nil)
    let one = try Opening(source: first, EncodingOptions(), group: encoding.group, layer: encoding.layer, language)
    let other = try Opening(source: second ?? first, options, group: group, layer: layer, language)
    let isChosen = encoding.group != nil || encoding.layer != nil
    let groups = GroupComparison.all(one, other, onlyChosen: isChosen, tolerance)
    let differs = groups.contains { $0.differs }
    return (
      json
        ? ComparisonJSON.text(of: groups, one, other, tolerance)
        : ComparisonPage(groups: groups, one, other, language).text, differs
    )
  }

  func run() throws {
    let language = try speech.language()
    let (text, differs) = try compared(language)
    try Output.write(to: nil, overwrite: false, language) { try $0.write(text.utf8) }
    if differs { throw ExitCode(Failure.Code.found.rawValue) }
  }
}
