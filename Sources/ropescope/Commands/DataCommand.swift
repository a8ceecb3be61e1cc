import ArgumentParser
import Encodings
import Explorer
import Export

/// Writes the numbers themselves, at full precision.
struct DataCommand: ParsableCommand {
  /// What can be written.
  enum Kind: String, CaseIterable {
    case frequencies
    case cosSin = "cos-sin"
    case table
  }

  /// How it can be written.
  enum Format: String, CaseIterable { case csv, json, npy }

  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Write numbers: frequencies, cos-sin or table.",
    discussion: """
      frequencies  inverse frequencies by pair, in radians per token
      cos-sin      cosines and sines by position and pair, times the attention factor
      table        position vectors, positions as rows
      """)

  @Argument(help: "frequencies, cos-sin or table.")
  var kind: String
  @Argument(help: "A catalogue name, a config.json, a model's folder, or - for a config on standard input.")
  var source: String?
  @Option(help: "csv, json or npy; by the ending of -o, else csv.")
  var format: String?
  @Option(help: "Positions: 0,1,2,7 or start:stop or start:stop:step, stop excluded.")
  var positions: String = "0:16"
  @Option(help: "Numbers of NPY: f64 or f32.")
  var dtype: String = "f64"
  @Option(name: [.customShort("o"), .customLong("output")], help: "The file to write.")
  var output: String?
  @Flag(help: "Overwrite the file if it is there.")
  var force = false
  @OptionGroup(title: "Encoding") var encoding: EncodingArguments
  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = try speech.language()
    guard let kind = Kind(rawValue: kind) else {
      throw Failure(unknown: .kind, kind, among: Kind.allCases.map(\.rawValue), language)
    }
    let format = try format(language)
    guard let type = NumberType(rawValue: dtype) else {
      throw Failure(unknown: .format, dtype, among: NumberType.allCases.map(\.rawValue), language)
    }
    guard let positions = PositionList(positions) else {
      throw Failure(
        .usage, language.sentence(for: .badArgument(command: "--positions", argument: positions, example: "0:4096")))
    }
    let opening = try Opening(source: source, encoding, language)
    let numbers = try Numbers(
      opening: opening, kind: kind, positions: positions, isOneGroup: encoding.group != nil || encoding.layer != nil,
      language: language)
    try Output.write(to: output, overwrite: force, language) { sink in
      switch format {
      case .json: try numbers.writeJSON(to: sink)
      case .csv: try numbers.writeCSV(to: sink)
      case .npy: try numbers.writeNPY(type: type, to: sink)
      }
    }
  }

  private func format(_ language: Language) throws -> Format {
    let ending = output.flatMap { path in path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) } }
    if let format {
      guard let known = Format(rawValue: format.lowercased()) else {
        throw Failure(unknown: .format, format, among: Format.allCases.map(\.rawValue), language)
      }
      return known
    }
    return ending.flatMap { Format(rawValue: $0.lowercased()) } ?? .csv
  }
}
