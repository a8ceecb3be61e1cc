import ArgumentParser
import Encodings
import Explorer
import Export
import Screen

/// Writes the encoding as a short program that gives its numbers.
struct CodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: spoken(
      "Write the encoding as a short program in PyTorch, NumPy or Swift.", "把编码写成 PyTorch、NumPy 或 Swift 的小程序。"),
    discussion: spoken(
      """
      The program ends with a variable that holds the encoding's numbers at the positions asked for, one row a \
      position: a table, what becomes of (1, 0) in each pair, or the bias (the bucket) of queries and keys.

      Examples:
        ropescope code llama-3.1-8b --for numpy
        ropescope code --scheme sinusoidal --dim 512 --positions 0,1,2
        ropescope code bloom-560m --for swift --head 3 --positions 0:8
      """,
      """
      程序末尾的变量存放所求位置上的编码数值，每个位置一行：表、每个特征对中 (1, 0) 变成的向量，\
      或查询与键的偏置（桶）。

      例：
        ropescope code llama-3.1-8b --for numpy
        ropescope code --scheme sinusoidal --dim 512 --positions 0,1,2
        ropescope code bloom-560m --for swift --head 3 --positions 0:8
      """))

  @Argument(help: .source)
  var source: String?
  @Option(
    name: .customLong("for"), help: .spoken("Language: pytorch, numpy or swift.", "程序语言：pytorch、numpy 或 swift。"))
  var dialect: String = Dialect.pytorch.rawValue
  @Option(
    parsing: .unconditional,
    help: .spoken(
      "Positions: 0,1,2,7 or start:stop or start:stop:step, stop excluded.",
      "位置：0,1,2,7 或 start:stop 或 start:stop:step，不含 stop。"))
  var positions: String?
  @Option(parsing: .unconditional, help: .spoken("The head of a bias, from 0.", "偏置的头，从 0 数起。"))
  var head: String?
  @OptionGroup var output: OutputOptions
  @OptionGroup(title: spoken("Encoding", "编码")) var encoding: EncodingArguments
  @OptionGroup var speech: LanguageOption

  /// Positions where none are asked for.
  static let usual = SnippetPositions.stepped(start: 0, count: 16, step: 1)

  /// The snippet that was asked for.
  func snippet(_ language: Language) throws -> Snippet {
    let read = OptionReader(language: language)
    let opening = try Opening(source: source, encoding, language)
    var scene = Scene(
      subject: opening.subject, group: opening.chosen, encoding: opening.encoding, view: .code, theme: "")
    scene.dialect = try read.name("--for", .dialect, dialect, Dialect.self) ?? .pytorch
    if let head = try read.whole("--head", head) {
      let heads = opening.encoding.headCount
      guard (0..<heads).contains(head) else {
        throw DataComplaint.outOfRange(.head, head, count: heads).failure(group: nil, language)
      }
      scene.head = head
    }
    return Snippet(of: scene, at: try rows(of: opening.encoding, language), language)
  }

  private func rows(of encoding: Encoding, _ language: Language) throws -> SnippetPositions {
    guard let text = positions else { return Self.usual }
    guard let list = PositionList(text) else {
      throw Failure(
        .usage, language.sentence(for: .badArgument(command: "--positions", argument: text, example: "0:4096")))
    }
    if let count = encoding.positionCount, let last = list.greatest, last >= count {
      throw DataComplaint.pastTheEnd(position: last, count: count).failure(group: nil, language)
    }
    switch list.form {
    case .listed(let all): return .listed(all)
    case .stepped(let start, let count, let step): return .stepped(start: start, count: count, step: step)
    }
  }

  func run() throws {
    let language = try speech.language()
    let text = try snippet(language).text
    let overwrite = try output.mayOverwrite(language)
    try output.write(overwrite: overwrite, language) { try $0.write(text.utf8) }
  }
}
