import Encodings
import Explorer
import Export
import Screen

/// What of a kind is asked for, read from the command line.
struct DataRequest {
  /// How it can be written.
  enum Format: String, CaseIterable { case csv, json, npy }

  let kind: DataKind
  let format: Format
  let positions: PositionList
  let distances: PositionList
  let vector: [Double]
  let numberType: NumberType
  let floatFormat: FloatFormat
  let cast: LowPrecision.Cast
  let isNormalised: Bool
  /// Whether CSV and NPY say in comments what made them.
  let hasComments: Bool
  /// What a view would look at.
  let scene: SceneRequest

  init(_ command: DataCommand, _ opening: Opening, _ language: Language) throws {
    let kind = try DataKind(named: command.kind, for: opening.encoding, language)
    self.kind = kind
    try Self.refuseStrangers(command, kind, language)
    format = try Self.format(command, language)
    positions = try Self.list("--positions", command.positions ?? "0:16", within: PositionList.positions, language)
    distances = try Self.list(
      "--distances", command.distances ?? kind.usualDistances, within: PositionList.distances, language)
    vector = try Self.numbers("--vector", command.vector, isNeeded: kind == .rotate, language)
    if kind == .precision {
      numberType = .f64
      floatFormat = try Self.choice("--dtype", command.dtype, FloatFormat.self, usual: .bfloat16, kind, language)
    } else {
      numberType = try Self.choice("--dtype", command.dtype, NumberType.self, usual: .f64, kind, language)
      floatFormat = .float32
      if command.dtype != nil, format != .npy {
        throw Failure(
          .usage,
          language(
            "--dtype \(numberType.rawValue) is for --format npy; \(format.rawValue) has numbers that read back exactly.",
            "--dtype \(numberType.rawValue) 用于 --format npy；\(format.rawValue) 中的数可精确读回。"))
      }
    }
    cast = try Self.choice("--cast", command.cast, LowPrecision.Cast.self, usual: .inputs, kind, language)
    isNormalised = command.normalised ?? true
    hasComments = command.comments
    scene = try SceneRequest(command, opening, language)
  }

  /// Refuses options that the kind does not look at: ignoring them would mislead.
  private static func refuseStrangers(_ command: DataCommand, _ kind: DataKind, _ language: Language) throws {
    let given: [DataKind.Option: Bool] = [
      .positions: command.positions != nil, .distances: command.distances != nil, .vector: command.vector != nil,
      .cast: command.cast != nil, .head: command.head != nil, .causal: command.causal,
      .normalised: command.normalised != nil, .pair: command.pair != nil, .second: command.second != nil,
      .sentence: command.sentence != nil, .shift: command.shift != nil, .target: command.target != nil,
      .with: command.comparand != nil, .component: command.component != nil, .tolerance: command.tolerance != nil,
    ]
    if command.sentence != nil, command.positions != nil, kind == .attention || kind == .mixing {
      throw Failure(
        .usage,
        language(
          "--sentence and --positions both say how many tokens there are; give one of them.",
          "--sentence 与 --positions 都规定了词元数；只给其中一个。"))
    }
    for option in DataKind.Option.allCases where given[option] == true && !kind.options.contains(option) {
      let takers = DataKind.allCases.filter { $0.options.contains(option) }.map(\.rawValue)
      throw Failure(
        .usage,
        language(
          "\(option.rawValue) means nothing for \(kind.rawValue); it belongs to \(takers.joined(separator: ", ")).",
          "\(option.rawValue) 对 \(kind.rawValue) 没有意义；它用于 \(takers.joined(separator: "、"))。"))
    }
  }

  private static func format(_ command: DataCommand, _ language: Language) throws -> Format {
    let path = command.output.path
    let ending = path.flatMap { path in path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) } }
    let named = ending.flatMap { Format(rawValue: $0.lowercased()) }
    let format = try asked(command.format, language) ?? named ?? .csv
    // A name that says another thing than the file holds misleads whoever opens it.
    if let ending, !ending.isEmpty, named ?? format != format || isOfPictures(ending) {
      throw Failure(
        .usage,
        language(
          "-o \(visible(path ?? "")): the file would hold \(format.rawValue); let its name end in .\(format.rawValue).",
          "-o \(visible(path ?? ""))：文件内容将是 \(format.rawValue)；请让文件名以 .\(format.rawValue) 结尾。"))
    }
    return format
  }

  private static func isOfPictures(_ ending: String) -> Bool {
    FigureFile.Format(rawValue: ending.lowercased()) != nil
      || ScreenFile.Format(rawValue: ending.lowercased()).map { $0 != .txt } ?? false
  }

  private static func asked(_ format: String?, _ language: Language) throws -> Format? {
    guard let format else { return nil }
    guard let known = Format(rawValue: format.lowercased()) else {
      throw Failure(unknown: .format, format, among: Format.allCases.map(\.rawValue), language)
    }
    return known
  }

  private static func list(
    _ option: String, _ text: String, within valid: ClosedRange<Int>, _ language: Language
  ) throws -> PositionList {
    if let list = PositionList(text, within: valid) { return list }
    let (first, last) = (Numerals.grouped(valid.lowerBound), Numerals.grouped(valid.upperBound))
    throw Failure(
      .usage,
      language(
        "\(option) takes 0,1,7 or start:stop or start:stop:step within \(first) … \(last); got «\(visible(text))».",
        "\(option) 取 0,1,7 或 start:stop 或 start:stop:step，范围 \(first) … \(last)；给出的是“\(visible(text))”。"))
  }

  private static func numbers(
    _ option: String, _ text: String?, isNeeded: Bool, _ language: Language
  ) throws -> [Double] {
    guard let text else {
      guard isNeeded else { return [] }
      throw Failure(
        .usage, language("rotate needs \(option) a,b,…: the head to turn.", "rotate 需要 \(option) a,b,…：要旋转的头向量。"))
    }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { NumberParser.number(String($0)) }
    if let bad = parts.firstIndex(of: nil) {
      let entry = text.split(separator: ",", omittingEmptySubsequences: false)[bad]
      throw Failure(
        .usage,
        language(
          "\(option) takes finite numbers between commas; entry \(bad + 1) is «\(visible(entry))».",
          "\(option) 取以逗号分隔的有限数；第 \(bad + 1) 项是“\(visible(entry))”。"))
    }
    return parts.compactMap(\.self)
  }

  /// One of a few names, which depend on the kind for `--dtype`.
  private static func choice<Names: RawRepresentable & CaseIterable>(
    _ option: String, _ text: String?, _ type: Names.Type, usual: Names, _ kind: DataKind, _ language: Language
  ) throws -> Names where Names.RawValue == String {
    guard let text else { return usual }
    if let known = Names(rawValue: text.lowercased()) { return known }
    let names = Names.allCases.map(\.rawValue)
    throw Failure(
      .usage,
      language(
        "\(option) of \(kind.rawValue) takes \(names.joined(separator: ", ")); got «\(visible(text))».",
        "\(kind.rawValue) 的 \(option) 可取 \(names.joined(separator: "、"))；给出的是“\(visible(text))”。"))
  }
}
