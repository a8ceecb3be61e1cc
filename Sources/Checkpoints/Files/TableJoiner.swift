import Encodings

/// Joins what a config says with the tables that a checkpoint holds.
struct TableJoiner {
  /// The checkpoint, for messages.
  let path: String
  private(set) var findings: [Finding]

  init(path: String, findings: [Finding] = []) {
    self.path = path
    self.findings = findings
  }

  /// Groups made of tables alone.
  mutating func groups(of tables: [PositionTable]) throws(CheckpointError) -> [LayerGroup] {
    var groups = [LayerGroup]()
    let sides = tables.map { TensorName.side($0.name) }
    for (table, side) in zip(tables, sides) {
      let isOnly = sides.count(where: { $0 == side }) == 1
      let name = tables.count == 1 ? "all" : side.flatMap { isOnly ? $0 : nil } ?? table.name
      groups.append(try group(name, of: table, offset: Self.likelyOffset(of: table)))
    }
    return groups
  }

  /// The groups of a config, each with the values of the table that belongs to it.
  mutating func groups(
    _ groups: [LayerGroup], with tables: [PositionTable]
  ) throws(CheckpointError) -> [LayerGroup] {
    var joined = [LayerGroup]()
    for described in groups {
      let own =
        tables.first { TensorName.side($0.name) == described.name } ?? (groups.count == 1 ? tables.first : nil)
      joined.append(try own.map { (own) throws(CheckpointError) in try join(described, own) } ?? described)
    }
    return joined
  }

  private mutating func join(
    _ described: LayerGroup, _ own: PositionTable
  ) throws(CheckpointError) -> LayerGroup {
    switch described.encoding {
    case .learned(let table):
      for (stated, found) in [(table.rowCount, own.rows), (table.dimension, own.columns)] where stated != found {
        note(
          .conflict(
            winner: own.name, value: .number(Double(found)), loser: "config.json", lost: .number(Double(stated))),
          own,
          described.name)
      }
      return try group(described.name, of: own, offset: table.offset < own.rows ? table.offset : 0)
    case .sinusoidal: return try group(described.name, of: own, offset: 0)
    case .t5(let buckets): return try biases(described, buckets, own)
    default: return described
    }
  }

  /// A group of one table: waves where it is computed, else learned.
  private mutating func group(
    _ name: String, of table: PositionTable, offset: Int
  ) throws(CheckpointError) -> LayerGroup {
    forget(.valuesInCheckpoint, name)
    if let match = WaveMatch(table),
      let waves = try? Sinusoidal(dimension: table.columns, layout: match.layout, ladder: match.ladder)
    {
      note(
        .tableIsSinusoidal(match.ladder, match.layout, largestDifference: match.largestDifference), table, name)
      forget(.tableEnds, name)
      noteOffset(match.firstRow, table, name)
      return LayerGroup(name: name, encoding: .sinusoidal(waves), maxLength: table.rows - match.firstRow)
    }
    do throws(InvalidParameter) {
      let learned = try LearnedTable(values: table.values, dimension: table.columns, offset: offset)
      noteOffset(offset, table, name)
      forget(.tableEnds, name)
      note(.tableEnds(positions: learned.positionCount), table, name)
      return LayerGroup(
        name: name, encoding: .learned(learned), maxLength: learned.positionCount, stored: table.stored)
    } catch {
      throw misfit(table)
    }
  }

  /// T5's buckets with their biases, which a checkpoint keeps bucket by bucket.
  private mutating func biases(
    _ described: LayerGroup, _ buckets: T5Bias, _ table: PositionTable
  ) throws(CheckpointError) -> LayerGroup {
    guard table.rows == buckets.bucketCount else { throw misfit(table) }
    let heads = (0..<table.columns).map { head in
      (0..<table.rows).map { table.values[$0 * table.columns + head] }
    }
    do throws(InvalidParameter) {
      let filled = try T5Bias(
        buckets: buckets.bucketCount, maxDistance: buckets.maxDistance, bidirectional: buckets.bidirectional,
        biases: heads)
      forget(.valuesInCheckpoint, described.name)
      return LayerGroup(
        name: described.name, layers: described.layers, encoding: .t5(filled), stored: table.stored)
    } catch {
      throw misfit(table)
    }
  }

  private func misfit(_ table: PositionTable) -> CheckpointError {
    CheckpointError(
      path: path, place: table.name.isEmpty ? .file : .tensor(table.name),
      problem: .badShape([table.rows, table.columns]))
  }

  // MARK: Findings

  /// The group that findings name: none for the only one.
  private func named(_ group: String) -> String? { group == "all" ? nil : group }

  private mutating func note(_ concern: Finding.Concern, _ table: PositionTable, _ group: String) {
    findings.append(Finding(concern, key: table.name.isEmpty ? nil : table.name, group: named(group)))
  }

  private mutating func forget(_ code: Finding.Code, _ group: String) {
    let name = named(group)
    findings.removeAll { $0.code == code && ($0.group == name || $0.group == nil) }
  }

  private mutating func noteOffset(_ offset: Int, _ table: PositionTable, _ group: String) {
    forget(.tableOffset, group)
    guard offset > 0 else { return }
    note(.tableOffset(firstRow: offset, rows: table.rows, usable: table.rows - offset), table, group)
  }

  /// Two rows more than a round number are those that OPT, BART and RoBERTa keep before position 0.
  private static func likelyOffset(of table: PositionTable) -> Int {
    table.rows > 64 && (table.rows - 2).isMultiple(of: 64) ? 2 : 0
  }
}
