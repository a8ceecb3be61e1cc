/// A model that the program knows by name.
public struct CatalogueEntry: Hashable, Sendable {
  /// The name by which it is opened: `llama-3.1-8b`.
  public let name: String

  /// The name of the model as its makers write it.
  public let title: String

  /// The year of its release.
  public let year: Int

  /// What is worth looking at, in one English sentence.
  public let look: String

  /// What is worth looking at, in Chinese.
  public let lookInChinese: String

  /// The config, cut to what positions depend on.
  let config: [UInt8]

  /// What the model's position encoding is, read as any config is.
  ///
  /// - Throws: A ``CheckpointError`` where the entry is not readable.
  public func describe() throws(CheckpointError) -> ModelDescription {
    try ModelReader.describe(config: config, name: name, path: name)
  }
}
