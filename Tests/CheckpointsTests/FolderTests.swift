import Encodings
import Foundation
import Testing

@testable import Checkpoints

private let bert =
  #"{"model_type": "bert", "hidden_size": 8, "num_attention_heads": 2, "max_position_embeddings": 16}"#

/// A table as software writes it: angles and values in float32.
private func float32Waves(
  rows: Int, columns: Int, ladder: Ladder, layout: PairLayout, firstRow: Int = 0
) throws -> [Float] {
  let waves = try Sinusoidal(dimension: columns, layout: layout, ladder: ladder)
  return [Float](repeating: 0, count: firstRow * columns)
    + (0..<rows).flatMap { row in
      (0..<columns).map { column in
        guard let (pair, isCosine) = waves.component(column) else { return 0 }
        let angle = Double(Float(row) * Float(waves.spectrum[pair].radians))
        return Float(isCosine ? cos(angle) : sin(angle))
      }
    }
}

@Test func aFolderGivesTheConfigsSchemeWithTheCheckpointsValues() throws {
  let folder = try TemporaryFolder()
  let values = scatter(rows: 16, columns: 8)
  try folder.write(Array(bert.utf8), "config.json")
  try folder.write(safetensors([("bert.embeddings.position_embeddings.weight", 16, 8, values)]), "model.safetensors")
  let model = try Source(argument: folder.path("")).describe()
  #expect(model.modelType == "bert")
  #expect(model.groups.map(\.encoding) == [.learned(try LearnedTable(values: values.map(Double.init), dimension: 8))])
  #expect(model.concerns(.valuesInCheckpoint).isEmpty)
  #expect(model.concerns(.tableEnds) == [.tableEnds(positions: 16)])
}

@Test func aCheckpointIsReadWithTheConfigBesideIt() throws {
  let folder = try TemporaryFolder()
  let values = scatter(rows: 18, columns: 8)
  try folder.write(
    Array(
      #"{"model_type": "opt", "hidden_size": 8, "num_attention_heads": 2, "max_position_embeddings": 16}"#.utf8),
    "config.json")
  let path = try folder.write(
    safetensors([("model.decoder.embed_positions.weight", 18, 8, values)]), "model.safetensors")
  let model = try Source(argument: path).describe()
  #expect(
    model.groups.map(\.encoding) == [
      .learned(try LearnedTable(values: values.map(Double.init), dimension: 8, offset: 2))
    ])
  #expect(model.concerns(.tableOffset) == [.tableOffset(firstRow: 2, rows: 18, usable: 16)])
}

@Test func aCheckpointThatContradictsItsConfigWinsAndSaysSo() throws {
  let folder = try TemporaryFolder()
  try folder.write(Array(bert.utf8), "config.json")
  let values = scatter(rows: 32, columns: 8)
  try folder.write(safetensors([("embeddings.position_embeddings.weight", 32, 8, values)]), "model.safetensors")
  let model = try Source(argument: folder.path("")).describe()
  #expect(model.groups[0].maxLength == 32)
  #expect(
    model.concerns(.conflict) == [
      .conflict(
        winner: "embeddings.position_embeddings.weight", value: .number(32), loser: "config.json", lost: .number(16))
    ])
}

@Test func aRotaryModelsCheckpointNeedNotBeReadable() throws {
  let folder = try TemporaryFolder()
  try folder.write(Array(llama(#""rope_theta": 7"#).utf8), "config.json")
  try folder.write([1, 2, 3], "model.safetensors")
  #expect(try Source(argument: folder.path("")).describe().rotary?.base == 7)
}

@Test func aTableAloneIsDescribedWithItsLikelyOffset() throws {
  let folder = try TemporaryFolder()
  let values = scatter(rows: 514, columns: 4)
  let path = try folder.write(
    safetensors([("roberta.embeddings.position_embeddings.weight", 514, 4, values)]), "roberta.safetensors")
  let model = try Source(argument: path).describe()
  #expect(model.name == "roberta")
  #expect(
    model.groups.map(\.encoding) == [
      .learned(try LearnedTable(values: values.map(Double.init), dimension: 4, offset: 2))
    ])
  #expect(model.concerns(.tableOffset) == [.tableOffset(firstRow: 2, rows: 514, usable: 512)])
}

@Test(
  arguments: [
    (Ladder.paper, PairLayout.halfSplit, 0), (.paper, .interleaved, 0), (.endpoint, .halfSplit, 0),
    (.endpoint, .halfSplit, 2),
  ])
func aTableOfWavesIsRecognised(ladder: Ladder, layout: PairLayout, firstRow: Int) throws {
  let folder = try TemporaryFolder()
  let values = try float32Waves(rows: 1_500, columns: 384, ladder: ladder, layout: layout, firstRow: firstRow)
  let path = try folder.write(
    safetensors([("encoder.embed_positions.weight", 1_500 + firstRow, 384, values)]), "waves.safetensors")
  let model = try Source(argument: path).describe()
  #expect(
    model.groups.map(\.encoding) == [.sinusoidal(try Sinusoidal(dimension: 384, layout: layout, ladder: ladder))])
  #expect(model.groups[0].maxLength == 1_500)
  guard case .tableIsSinusoidal(_, _, let difference)? = model.concerns(.tableIsSinusoidal).first else {
    Issue.record("no finding")
    return
  }
  #expect(difference < 2e-4)
}

@Test func aLearnedTableIsNotTakenForWaves() throws {
  let table = try PositionTable(
    name: "", rows: 512, columns: 8,
    bytes: scatter(rows: 512, columns: 8).flatMap { littleEndian($0.bitPattern) }, format: .float32, path: "")
  #expect(WaveMatch(table) == nil)
}

@Test func whisperGetsItsDecodersTableAndKeepsItsEncodersWaves() throws {
  let folder = try TemporaryFolder()
  try folder.write(
    Array(
      #"{"model_type": "whisper", "d_model": 16, "max_source_positions": 64, "max_target_positions": 8}"#.utf8),
    "config.json")
  let waves = try float32Waves(rows: 64, columns: 16, ladder: .endpoint, layout: .halfSplit)
  let values = scatter(rows: 8, columns: 16)
  try folder.write(
    safetensors([
      ("model.encoder.embed_positions.weight", 64, 16, waves),
      ("model.decoder.embed_positions.weight", 8, 16, values),
    ]), "model.safetensors")
  let model = try Source(argument: folder.path("")).describe()
  #expect(model.groups.map(\.name) == ["encoder", "decoder"])
  #expect(
    model.groups.map(\.encoding) == [
      .sinusoidal(try Sinusoidal(dimension: 16, layout: .halfSplit, ladder: .endpoint)),
      .learned(try LearnedTable(values: values.map(Double.init), dimension: 16)),
    ])
}

@Test func t5GetsItsBiasesBucketByBucket() throws {
  let folder = try TemporaryFolder()
  try folder.write(
    Array(
      #"""
      {"model_type": "t5", "relative_attention_num_buckets": 4, "relative_attention_max_distance": 8,
       "is_encoder_decoder": false}
      """#.utf8), "config.json")
  try folder.write(
    safetensors([
      (
        "encoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight", 4, 2,
        [1, 10, 2, 20, 3, 30, 4, 40]
      )
    ]), "model.safetensors")
  let model = try Source(argument: folder.path("")).describe()
  #expect(
    model.groups.map(\.encoding) == [
      .t5(try T5Bias(buckets: 4, maxDistance: 8, bidirectional: true, biases: [[1, 2, 3, 4], [10, 20, 30, 40]]))
    ])
}

@Test func aCacheFolderLeadsToItsSnapshot() throws {
  let folder = try TemporaryFolder()
  let commit = "0123456789abcdef"
  for name in ["refs", "snapshots/\(commit)", "snapshots/ffff"] {
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: name), withIntermediateDirectories: true)
  }
  try folder.write(Array(commit.utf8), "refs/main")
  try folder.write(Array(llama(#""rope_theta": 7"#).utf8), "snapshots/\(commit)/config.json")
  #expect(try Source(argument: folder.path("")).describe().rotary?.base == 7)
}
