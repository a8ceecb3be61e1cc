import Checkpoints
import Encodings
import Explorer
import Export

/// The numbers of one kind for one source, and how they stand in each format.
struct Numbers {
  private let source: String
  private let kind: DataCommand.Kind
  private let positions: PositionList
  private let groups: [(name: String, group: LayerGroup?, encoding: Encoding)]
  private let without: [Int]

  /// - Throws: `Failure` with exit 65 when the source has no such numbers.
  init(
    opening: Opening, kind: DataCommand.Kind, positions: PositionList, isOneGroup: Bool, language: Language
  ) throws(Failure) {
    source = opening.subject.argument ?? "options"
    (self.kind, self.positions) = (kind, positions)
    groups = isOneGroup ? [opening.groups[opening.chosen]] : opening.groups
    without = opening.subject.model?.layersWithoutPosition ?? []
    for (name, _, encoding) in groups {
      if kind == .table {
        guard case .sinusoidal = encoding else {
          throw Failure(
            .badData,
            language(
              "The scheme \(encoding.scheme.rawValue) has no position vectors to write; cos-sin has what it has.",
              "方案 \(encoding.scheme.rawValue) 没有位置向量可写；请用 cos-sin。"))
        }
      } else if encoding.spectrum == nil {
        throw Failure(
          .badData,
          language(
            "\(name): the scheme \(encoding.scheme.rawValue) has no frequencies.",
            "\(name)：方案 \(encoding.scheme.rawValue) 没有频率。"))
      }
    }
  }

  /// A group's numbers as rows and columns.
  private func table(of encoding: Encoding) -> NumberTable {
    let spectrum = encoding.spectrum ?? Spectrum(inverseFrequencies: [])
    switch kind {
    case .frequencies:
      return NumberTable(columns: ["pair", "inv_freq", "wavelength"], rowCount: spectrum.pairCount) { pair in
        [Double(pair), spectrum[pair].radians, spectrum[pair].wavelength]
      }
    case .cosSin:
      let names = ["cos", "sin"].flatMap { part in (0..<spectrum.pairCount).map { "\(part)_\($0)" } }
      return NumberTable(columns: ["position"] + names, rowCount: positions.count) { index in
        let (cosines, sines) = Self.cosinesAndSines(spectrum, at: positions[index])
        return [Double(positions[index])] + cosines + sines
      }
    case .table:
      guard case .sinusoidal(let sinusoidal) = encoding else {
        return NumberTable(columns: [], rowCount: 0) { _ in [] }
      }
      let names = (0..<sinusoidal.dimension).map { "\($0)" }
      return NumberTable(columns: ["position"] + names, rowCount: positions.count) { index in
        [Double(positions[index])] + sinusoidal.vector(at: positions[index])
      }
    }
  }

  private static func cosinesAndSines(_ spectrum: Spectrum, at position: Int) -> ([Double], [Double]) {
    let phases = spectrum.inverseFrequencies.map { $0.phase(at: position) }
    let scale = spectrum.attentionFactor
    return (phases.map { $0.cosine * scale }, phases.map { $0.sine * scale })
  }

  /// The table of all groups, one below another with the group's number in front when there are several.
  func writeCSV(to sink: any ByteSink) throws {
    for (index, entry) in groups.enumerated() {
      let own = table(of: entry.encoding)
      guard groups.count > 1 else { return try Export.writeCSV(own, to: sink) }
      if index > 0 { try sink.write(Array("\n".utf8)) }
      try sink.write(Array("# group \(entry.name)\n".utf8))
      try Export.writeCSV(own, to: sink)
    }
  }

  /// One array: the first group's, without the column that names positions or pairs.
  func writeNPY(type: NumberType, to sink: any ByteSink) throws {
    guard let first = groups.first else { return }
    let own = table(of: first.encoding)
    let bare =
      kind == .frequencies
      ? NumberTable(columns: ["inv_freq"], rowCount: own.rowCount) { [own.row($0)[1]] }
      : NumberTable(columns: Array(own.columns.dropFirst()), rowCount: own.rowCount) {
        Array(own.row($0).dropFirst())
      }
    try Export.writeNPY(bare, type: type, to: sink)
  }

  /// The object that the command line's contract describes, rows streamed.
  func writeJSON(to sink: any ByteSink) throws {
    func text(_ text: String) throws { try sink.write(Array(text.utf8)) }
    guard kind != .frequencies else {
      let all = groups.map { GroupJSON.value(name: $0.name, group: $0.group, encoding: $0.encoding) }
      let whole: JSONValue = .object([
        ("source", .text(source)), ("groups", .list(all)),
        ("layers_without_position", .list(without.map { .number(Double($0)) })), ("findings", .list([])),
      ])
      return try text(whole.serialized + "\n")
    }
    try text("{\"groups\": [")
    for (index, entry) in groups.enumerated() {
      try text((index > 0 ? ", " : "") + "{\"name\": " + JSONValue.text(entry.name).serialized)
      try text(", \"positions\": ")
      try rows(to: sink) { .number(Double(positions[$0])) }
      switch kind {
      case .cosSin:
        let spectrum = entry.encoding.spectrum ?? Spectrum(inverseFrequencies: [])
        try text(", \"cos\": ")
        try rows(to: sink) { .numbers(Self.cosinesAndSines(spectrum, at: positions[$0]).0) }
        try text(", \"sin\": ")
        try rows(to: sink) { .numbers(Self.cosinesAndSines(spectrum, at: positions[$0]).1) }
      default:
        let own = table(of: entry.encoding)
        try text(", \"table\": ")
        try rows(to: sink) { .numbers(own.row($0).dropFirst()) }
      }
      try text("}")
    }
    try text("]}\n")
  }

  private func rows(to sink: any ByteSink, _ value: (Int) -> JSONValue) throws {
    try sink.write(Array("[".utf8))
    for index in 0..<positions.count {
      try sink.write(Array(((index > 0 ? ", " : "") + value(index).serialized).utf8))
    }
    try sink.write(Array("]".utf8))
  }
}
