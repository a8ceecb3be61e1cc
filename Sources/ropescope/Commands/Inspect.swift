import ArgumentParser
import Checkpoints
import Explorer
import Export

/// Says what a model's position encoding is, and what looks wrong in it.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: spoken("Say what a model's position encoding is, and what looks wrong in it.", "说明模型的位置编码是什么，以及哪里可疑。"),
    discussion: spoken(
      """
      Examples:
        ropescope inspect llama-3.1-8b
        ropescope inspect path/to/config.json --strict && echo nothing doubtful
        ropescope inspect deepseek-v3 --json
        ropescope inspect --dim 128 --base 1e6 --scaling yarn --factor 4 --original-length 32768
      """,
      """
      例：
        ropescope inspect llama-3.1-8b
        ropescope inspect path/to/config.json --strict && echo 没有可疑之处
        ropescope inspect deepseek-v3 --json
        ropescope inspect --dim 128 --base 1e6 --scaling yarn --factor 4 --original-length 32768
      """))

  @Argument(help: .source)
  var source: String?
  @Flag(help: .spoken("Write JSON.", "输出 JSON。"))
  var json = false
  @Flag(help: .spoken("End with 1 when a finding is a warning or an error.", "有警告或错误时以退出码 1 结束。"))
  var strict = false
  @OptionGroup(title: spoken("Encoding", "编码")) var encoding: EncodingArguments
  @OptionGroup var speech: LanguageOption

  /// What is said, and whether a finding is more than a note.
  func inspected(_ language: Language) throws -> (text: String, isDoubtful: Bool) {
    let opening = try Opening(source: source, encoding, language)
    let findings = opening.subject.model?.findings ?? []
    let text =
      json
      ? InspectJSON.text(of: opening, language)
      : try InspectPage(opening, try encoding.options(language), language).text
    return (text, findings.contains { $0.severity >= .warning })
  }

  func run() throws {
    let language = try speech.language()
    let (text, isDoubtful) = try inspected(language)
    try Output.write(to: nil, overwrite: false, language) { try $0.write(text.utf8) }
    if strict && isDoubtful { throw ExitCode(Failure.Code.found.rawValue) }
  }
}
