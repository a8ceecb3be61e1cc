/// Where a tensor lies: what code that reads it again has to name.
public struct StoredTensor: Sendable, Hashable {
  /// The file: `.safetensors` or `.npy`.
  public let path: String

  /// The tensor's name; untrusted text. Empty for a file that holds one array.
  public let name: String

  /// A tensor in a file.
  public init(path: String, name: String) {
    self.path = path
    self.name = name
  }
}
