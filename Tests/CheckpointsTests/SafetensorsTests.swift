import Encodings
import Foundation
import Testing

@testable import Checkpoints

private func entry(_ name: String, _ shape: String, _ offsets: String, type: String = "F32") -> String {
  #""\#(name)": {"dtype": "\#(type)", "shape": \#(shape), "data_offsets": \#(offsets)}"#
}

@Test func theTableIsFoundByNameAmongOtherTensors() throws {
  let folder = try TemporaryFolder()
  let values = scatter(rows: 8, columns: 4)
  let path = try folder.write(
    safetensors([
      ("embeddings.word_embeddings.weight", 2, 4, [Float](repeating: 1, count: 8)),
      ("embeddings.position_embeddings.weight", 8, 4, values),
      ("vision_model.embeddings.position_embedding.weight", 2, 2, [1, 2, 3, 4]),
    ]), "model.safetensors")
  let tables = try SafetensorsFile.tables(of: path)
  #expect(tables.map(\.name) == ["embeddings.position_embeddings.weight"])
  #expect(tables.first?.values == values.map(Double.init))
}

@Test func positionIdsAreNotATable() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write(
    safetensors(
      header: "{\(entry("embeddings.position_ids", "[1, 4]", "[0, 32]", type: "I64"))}",
      data: Array(repeating: 0, count: 32)),
    "model.safetensors")
  #expect(throws: CheckpointError(path: path, problem: .noPositionTable(nearest: ["embeddings.position_ids"]))) {
    try SafetensorsFile.tables(of: path)
  }
}

@Test func onlyTheHeaderAndTheTableAreRead() throws {
  // A sparse file of a terabyte: reading or mapping the rest of it would be noticed.
  let folder = try TemporaryFolder()
  let terabyte = 1 << 40
  let header =
    "{\(entry("wte.weight", "[34359738368, 8]", "[32, 1099511627808]")), \(entry("wpe.weight", "[4, 2]", "[0, 32]"))}"
  let values = scatter(rows: 4, columns: 2)
  let bytes = safetensors(header: header, data: values.flatMap { littleEndian($0.bitPattern) })
  let path = try folder.write(bytes, "model.safetensors")
  try #require(truncate(path, off_t(bytes.count + terabyte)) == 0)
  #expect(try SafetensorsFile.tables(of: path).first?.values == values.map(Double.init))
}

@Test(
  arguments: [
    (entry("wpe.weight", "[2, 2]", "[0, 17]"), CheckpointError.Problem.badOffsets(begin: 0, end: 17, dataBytes: 16)),
    (entry("wpe.weight", "[2, 2]", "[16, 0]"), .badOffsets(begin: 16, end: 0, dataBytes: 16)),
    (entry("wpe.weight", "[2, 2]", "[0, 12]"), .wrongSize(bytes: 12, needed: 16)),
    (entry("wpe.weight", "[2, -2]", "[0, 16]"), .badHeader(entry: "shape")),
    (entry("wpe.weight", "[2, 2]", "[0, 1e300]"), .badHeader(entry: "data_offsets")),
    (entry("wpe.weight", "[2, 2]", "[0]"), .badHeader(entry: "data_offsets")),
    (
      entry("wpe.weight", "[4611686018427387904, 4]", "[0, 16]"),
      .badHeader(entry: "shape")
    ),
    (entry("wpe.weight", "[4503599627370496, 4503599627370496]", "[0, 16]"), .badShape([1 << 52, 1 << 52])),
    (#""wpe.weight": {"shape": [2, 2], "data_offsets": [0, 16]}"#, .badHeader(entry: "dtype")),
    (entry("wpe.weight", "[2, 2]", "[0, 16]") + ", " + entry("x", "[1]", "[12, 16]"), .overlaps(with: "wpe.weight")),
    (entry("wpe.weight", "[4, 4]", "[0, 16]", type: "F8_E4M3"), .unsupportedType("F8_E4M3")),
    (entry("wpe.weight", "[4]", "[0, 16]"), .noPositionTable(nearest: ["wpe.weight"])),
  ])
func safetensorsHeadersAreNotBelieved(entries: String, problem: CheckpointError.Problem) throws {
  let folder = try TemporaryFolder()
  let path = try folder.write(
    safetensors(header: "{\(entries)}", data: [UInt8](repeating: 0, count: 16)), "model.safetensors")
  let error = #expect(throws: CheckpointError.self) { try SafetensorsFile.tables(of: path) }
  #expect(error?.problem == problem)
}

@Test(
  arguments: [
    (littleEndian(UInt64.max), CheckpointError.Problem.headerTooLarge(bytes: .max, limit: 100_000_000)),
    (littleEndian(UInt64(100_000_001)), .headerTooLarge(bytes: 100_000_001, limit: 100_000_000)),
    (littleEndian(UInt64(99_000_000)), .truncated(bytes: 8, needed: 99_000_008)),
    ([1, 2, 3], .truncated(bytes: 3, needed: 8)),
    (littleEndian(UInt64(2)) + Array("[]".utf8), .badMagic),
  ])
func lyingHeaderLengthsAreRefused(bytes: [UInt8], problem: CheckpointError.Problem) throws {
  let folder = try TemporaryFolder()
  let path = try folder.write(bytes, "model.safetensors")
  #expect(throws: CheckpointError(path: path, problem: problem)) { try SafetensorsFile.tables(of: path) }
}

@Test func aTableInOneOfSeveralFilesIsFoundThroughTheIndex() throws {
  let folder = try TemporaryFolder()
  let values = scatter(rows: 4, columns: 4)
  try folder.write(safetensors([("transformer.wpe.weight", 4, 4, values)]), "model-00002-of-00002.safetensors")
  let index = try folder.write(
    Array(
      #"""
      {"metadata": {"total_size": 1}, "weight_map": {"transformer.wte.weight": "model-00001-of-00002.safetensors",
       "transformer.wpe.weight": "model-00002-of-00002.safetensors"}}
      """#.utf8), "model.safetensors.index.json")
  #expect(try SafetensorsIndex.tables(of: index).first?.values == values.map(Double.init))
}

@Test(arguments: ["../secret.safetensors", "/etc/passwd", "..", ""])
func anIndexCannotLeadOutOfItsFolder(name: String) throws {
  let folder = try TemporaryFolder()
  let index = try folder.write(
    Array(#"{"weight_map": {"wpe.weight": "\#(name)"}}"#.utf8), "model.safetensors.index.json")
  #expect(throws: CheckpointError(path: index, place: .key("weight_map"), problem: .badShardName(name))) {
    try SafetensorsIndex.tables(of: index)
  }
}

@Test func everyBeginningOfASafetensorsFileIsRefused() throws {
  let folder = try TemporaryFolder()
  let whole = safetensors([("wpe.weight", 2, 2, [1, 2, 3, 4])])
  for length in whole.indices {
    let path = try folder.write(whole[..<length], "model.safetensors")
    #expect(throws: CheckpointError.self) { try SafetensorsFile.tables(of: path) }
  }
}
