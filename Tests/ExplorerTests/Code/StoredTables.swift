import Checkpoints
import Encodings
import Foundation

@testable import Explorer

/// Learned tables in files, opened as a person opens them.
enum StoredTables {
  /// A learned table, one with rows before position 0, an array file, and T5's biases.
  static func cases(in folder: URL) throws -> [SnippetCase] {
    let table = (0..<24).map { Float($0 * $0) / 10 - 3 }
    let plain = folder.appending(path: "plain.safetensors")
    try safetensors("wpe.weight", rows: 6, table).write(to: plain)
    let array = folder.appending(path: "array.npy")
    try npy(rows: 6, table).write(to: array)
    let opt = folder.appending(path: "opt", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: opt, withIntermediateDirectories: true)
    let config = #"{"model_type": "opt", "hidden_size": 4, "max_position_embeddings": 6}"#
    try Data(config.utf8).write(to: opt.appending(path: "config.json"))
    let offset = (0..<32).map { Float($0) / 7 }
    try safetensors("model.decoder.embed_positions.weight", rows: 8, offset)
      .write(to: opt.appending(path: "model.safetensors"))
    let t5 = folder.appending(path: "t5", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: t5, withIntermediateDirectories: true)
    try Data(#"{"model_type": "t5", "d_model": 8, "num_heads": 2}"#.utf8).write(to: t5.appending(path: "config.json"))
    let biases = (0..<64).map { Float($0 % 11) / 4 - 1 }
    try safetensors("encoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight", rows: 32, biases)
      .write(to: t5.appending(path: "model.safetensors"))
    return try [("learned", plain), ("learned-array", array), ("learned-offset", opt), ("t5-learned", t5)].map {
      name, url in
      let group = try Source(argument: url.path).describe().groups[0]
      return SnippetCase(
        name: name, encoding: group.encoding, head: name == "t5-learned" ? 1 : 0, stored: group.stored)
    }
  }

  private static func bytes(_ values: [Float]) -> Data {
    values.reduce(into: Data()) { data, value in
      withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
    }
  }

  private static func safetensors(_ name: String, rows: Int, _ values: [Float]) -> Data {
    let columns = values.count / rows
    let header =
      #"{"__metadata__":{"format":"pt"},"\#(name)":{"dtype":"F32","shape":[\#(rows),\#(columns)],"data_offsets":[0,\#(4 * values.count)]}}"#
    let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Data($0) }
    return length + Data(header.utf8) + bytes(values)
  }

  private static func npy(rows: Int, _ values: [Float]) -> Data {
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), \(values.count / rows)), }"
    header += String(repeating: " ", count: 127 - 10 - header.utf8.count) + "\n"
    return Data([0x93]) + Data("NUMPY".utf8) + Data([1, 0, UInt8(header.utf8.count), 0]) + Data(header.utf8)
      + bytes(values)
  }
}
