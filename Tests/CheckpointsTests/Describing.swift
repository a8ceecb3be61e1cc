import Checkpoints
import Encodings
import Foundation
import TestSupport

/// Describes a config of the oracle.
func describe(oracle name: String) throws -> ModelDescription {
  try ModelReader.describe(config: [UInt8](try Oracle.data("configs/\(name).json")), name: name, path: "config.json")
}

/// Describes a config that is written out.
func describe(_ text: String) throws -> ModelDescription {
  try ModelReader.describe(config: Array(text.utf8), name: "test", path: "config.json")
}

/// The error that a config gives; nil where it gives none.
func refusal(of text: String) -> CheckpointError? {
  do throws(CheckpointError) {
    _ = try ModelReader.describe(config: Array(text.utf8), name: "test", path: "config.json")
    return nil
  } catch {
    return error
  }
}

extension Encoding {
  /// The rotation, where it is one.
  var rotary: Rotary? { if case .rotary(let rotary) = self { rotary } else { nil } }
}

extension ModelDescription {
  /// The rotation of the only group.
  var rotary: Rotary? { groups.count == 1 ? groups.first?.encoding.rotary : nil }

  /// Concerns by code.
  func concerns(_ code: Finding.Code) -> [Finding.Concern] { findings.filter { $0.code == code }.map(\.concern) }
}

/// A llama config with a few members more.
func llama(_ members: String) -> String {
  """
  {"model_type": "llama", "hidden_size": 512, "num_attention_heads": 4, "max_position_embeddings": 4096, \(members)}
  """
}
