import ArgumentParser
import Checkpoints
import Encodings
import Explorer
import Export

/// Says what a dumped table of cosines, sines or positions holds, and whether it is what a source says.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: spoken(
      "Say what a dumped cos/sin or position table holds, and whether it is right.", "说明导出的余弦、正弦表或位置表的内容，以及是否正确。"),
    discussion: spoken(
      """
      DUMP is a .npy file, or a .safetensors file with tensors called cos, sin, cos_cached, cos_sin_cache and the like; \
      positions are rows, from 0. Ends with 1 when the table is not what it should be, with 0 when it is.

      Examples:
        ropescope check cos.npy --against llama-3.1-8b
        ropescope check dump.safetensors --against path/to/config.json --json
        ropescope check sin.npy --dim 128 --base 1e6
        ropescope check table.npy                       which base, layout and models it agrees with
      """,
      """
      DUMP 是 .npy 文件，或含有名为 cos、sin、cos_cached、cos_sin_cache 等张量的 .safetensors 文件；\
      行是位置，从 0 数起。表与应有的不符时以退出码 1 结束，相符时以 0 结束。

      例：
        ropescope check cos.npy --against llama-3.1-8b
        ropescope check dump.safetensors --against path/to/config.json --json
        ropescope check sin.npy --dim 128 --base 1e6
        ropescope check table.npy                       它与哪个底数、布局和哪些模型相符
      """))

  @Argument(help: .spoken("The dumped table: a .npy or .safetensors file.", "导出的表：.npy 或 .safetensors 文件。"))
  var dump: String
  @Option(
    help: .spoken(
      "What it should be: a SOURCE. Encoding options change it, or stand alone.", "它应当是什么：一个来源。编码选项可修改它，也可单独使用。"))
  var against: String?
  @Option(
    parsing: .unconditional,
    help: .spoken(
      "Differences up to this count as none, beside what the number format rounds; 1e-3 unless told.",
      "除数值格式的舍入外，不超过此值的差视为相同；默认为 1e-3。"))
  var tolerance: String?
  @Flag(help: .spoken("Write JSON.", "输出 JSON。"))
  var json = false
  @OptionGroup(title: spoken("Encoding", "编码")) var encoding: EncodingArguments
  @OptionGroup var speech: LanguageOption

  /// What is said, and whether something is wrong.
  func checked(_ language: Language) throws -> (text: String, isDoubtful: Bool) {
    let tolerance = try OptionReader(language: language).tolerance(tolerance) ?? 1e-3
    let expected = try self.expected(language)
    let tables: [PositionTable]
    do throws(CheckpointError) {
      tables = try Source.tables(ofDump: dump)
    } catch {
      throw Failure(error, language)
    }
    let checks = tables.map { DumpCheck($0, against: expected, tolerance) }
    return (
      json ? CheckJSON.text(of: checks, path: dump, tolerance) : CheckPage(checks, path: dump, language).text,
      checks.contains { $0.isDoubtful }
    )
  }

  /// What the table should be; nothing where nobody said.
  private func expected(_ language: Language) throws -> [DumpCheck.Candidate] {
    guard try against != nil || !encoding.options(language).isEmpty else {
      for (option, value) in [("--group", encoding.group), ("--layer", encoding.layer)] where value != nil {
        throw Failure(option: option, needs: "--against", language)
      }
      return []
    }
    let opening = try Opening(source: against, encoding, language)
    let isOne = encoding.group != nil || encoding.layer != nil
    let groups = isOne ? [opening.groups[opening.chosen]] : opening.groups
    return groups.map { group in
      let source = against == nil ? language("options", "选项") : language.name(ofSource: opening.subject.name)
      return DumpCheck.Candidate(
        name: groups.count > 1 || isOne ? "\(source) --group \(group.name)" : source, encoding: group.encoding)
    }
  }

  func run() throws {
    let language = try speech.language()
    let (text, isDoubtful) = try checked(language)
    try Output.write(to: nil, overwrite: false, language) { try $0.write(text.utf8) }
    if isDoubtful { throw ExitCode(Failure.Code.found.rawValue) }
  }
}
