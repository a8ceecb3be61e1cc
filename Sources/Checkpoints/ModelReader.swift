import Encodings

/// Reads what a model's position encoding is from its config.
///
/// The family (by `model_type`, then by `architectures`) says what no key can: how features are paired, what holds
/// where a key is missing, how layers differ. Everything else comes from the keys, with the precedence that Hugging
/// Face transformers has.
public enum ModelReader {
  /// Largest config that is read, in bytes.
  public static let sizeLimit = 8 << 20

  /// Describes a model from the text of its `config.json`.
  ///
  /// - Parameters:
  ///   - bytes: JSON as people publish it: comments, `NaN`, `Infinity` and trailing commas are read too.
  ///   - name: The model's name, as it is to be shown.
  ///   - path: The file, as it is to be named in errors.
  /// - Throws: A ``CheckpointError`` with the line and column, or the key, of what is wrong.
  /// - Complexity: O(bytes + pairs · groups).
  public static func describe(
    config bytes: [UInt8], name: String, path: String
  ) throws(CheckpointError) -> ModelDescription {
    guard !bytes.isEmpty else { throw CheckpointError(path: path, problem: .empty) }
    guard bytes.count <= sizeLimit else {
      throw CheckpointError(path: path, problem: .tooLarge(bytes: bytes.count, limit: sizeLimit))
    }
    let text = try JSON.reading(bytes, path: path)
    guard case .object(let members) = text.value else {
      throw CheckpointError(path: path, problem: .wrongKind(found: text.value.kind, expected: .object))
    }
    let repetitions = text.repeatedKeys.map { Finding(.repeatedKey(line: $0.line), key: $0.name) }
    return try describe(Config(members: members, path: path), name: name, after: repetitions)
  }

  /// - Parameter earlier: What was found in the text itself.
  private static func describe(
    _ root: Config, name: String, after earlier: [Finding]
  ) throws(CheckpointError) -> ModelDescription {
    let language = try languagePart(of: root)
    let config = language ?? root
    let modelType = try root.text("model_type")
    let architectures = try root.texts("architectures") ?? []
    let partType = try config.text("model_type")
    let partArchitectures = try config.texts("architectures")
    let (groups, without, findings) = try encodings(
      config, modelType: partType ?? modelType, architectures: partArchitectures ?? architectures)
    var all = findings
    if let language { all.insert(Finding(.partRead(String(language.prefix.dropLast()))), at: 0) }
    let layers = config.spelling(Spelling.layers).flatMap { try? config.count($0) }
    return ModelDescription(
      name: name, modelType: modelType, architectures: architectures, groups: groups, layersWithoutPosition: without,
      findings: earlier + all, layerCount: layers)
  }

  /// The part of a config of several that describes the language model; nil where the config is one.
  private static func languagePart(of root: Config) throws(CheckpointError) -> Config? {
    if let thinker = try root.object("thinker_config") { return try languagePart(of: thinker) ?? thinker }
    for key in ["text_config", "llm_config", "language_config", "language_model_config", "text_model_config"] {
      if let part = try root.object(key), !part.members.isEmpty { return part }
    }
    return nil
  }

  /// What was read of a model.
  typealias Reading = (groups: [LayerGroup], without: [Int], findings: [Finding])

  private static func encodings(
    _ config: Config, modelType: String?, architectures: [String]
  ) throws(CheckpointError) -> Reading {
    if let (name, family) = Family.of(modelType: modelType, architectures: architectures) {
      return try family.reading(config, name: name)
    }
    guard config.spelling(Spelling.base + ["rope_parameters", "rope_scaling"]) != nil else {
      throw CheckpointError(
        path: config.path, place: .key(config.keyPath("model_type")),
        problem: .noScheme(modelType: modelType, architectures: architectures))
    }
    var family = RotaryFamily()
    family.headDimension = nil
    family.readsFraction = true
    return try family.reading(config, name: nil)
  }
}
