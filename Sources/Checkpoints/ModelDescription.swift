/// What a model's position encoding is, and what should be known about it.
///
///     let model = try ModelReader.describe(config: bytes, name: "llama", path: "config.json")
///     model.groups[0].encoding.spectrum
public struct ModelDescription: Sendable, Hashable {
  /// The name as shown: that of the catalogue, the folder or the file; untrusted text.
  public let name: String

  /// The config's `model_type`; untrusted text.
  public let modelType: String?

  /// The config's `architectures`; untrusted text.
  public let architectures: [String]

  /// Layers that encode positions alike, in the order in which they first appear. One group named `all`, without
  /// listed layers, when those that have a position agree. Never empty.
  public let groups: [LayerGroup]

  /// Layers, from 0, whose attention sees no position, or that have no attention.
  public let layersWithoutPosition: [Int]

  /// How many layers the config says there are; nil where it does not.
  public let layerCount: Int?

  /// What should be known, in the order in which it was found.
  public let findings: [Finding]

  /// A description.
  public init(
    name: String, modelType: String?, architectures: [String], groups: [LayerGroup], layersWithoutPosition: [Int],
    findings: [Finding], layerCount: Int? = nil
  ) {
    self.name = name
    self.modelType = modelType
    self.architectures = architectures
    self.groups = groups
    self.layersWithoutPosition = layersWithoutPosition
    self.findings = findings
    self.layerCount = layerCount
  }
}
