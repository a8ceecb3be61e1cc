/// What a SOURCE argument means.
public enum Source: Hashable, Sendable {
  /// A model of the catalogue, by name.
  case catalogue(String)
  /// A config, by path.
  case config(path: String)
  /// A folder that holds a config, a checkpoint or both, by path.
  case folder(path: String)
  /// A checkpoint or a table, by path: `.safetensors`, its index, `.npy`.
  case tensors(path: String)
  /// A config on standard input.
  case standardInput

  /// What standard input is called in messages and in what is shown of a config from there.
  public static let standardInputName = "standard input"

  /// Understands an argument: `-` is standard input, then a file that exists, then a name of the catalogue, then a
  /// folder. What looks like a path is taken for one.
  ///
  /// - Throws: `unknownSource` with near names where it is none of them, `notAFile` for pipes and devices,
  ///   `unknownFormat` for checkpoints that are kept otherwise.
  public init(argument: String) throws(CheckpointError) {
    if argument == "-" {
      self = .standardInput
      return
    }
    switch FileKind(at: argument) {
    case .file:
      guard !Self.unreadable.contains(where: argument.hasSuffix) else {
        throw CheckpointError(path: argument, problem: .unknownFormat(known: Self.endings))
      }
      self = Self.file(argument)
    case .other(.folder):
      // A folder that happens to have a model's name must not hide the model: `./name` opens it.
      self = Catalogue.entry(named: argument) == nil ? .folder(path: argument) : .catalogue(argument)
    case .other(let kind): throw CheckpointError(path: argument, problem: .notAFile(kind))
    case nil:
      guard Catalogue.entry(named: argument) != nil else {
        let isPath =
          argument.contains("/") || argument.hasPrefix(".") || Self.endings.contains(where: argument.hasSuffix)
        throw CheckpointError(
          path: argument, problem: isPath ? .noSuchFile : .unknownSource(nearest: Catalogue.names(near: argument)))
      }
      self = .catalogue(argument)
    }
  }

  /// The endings of files that can be read.
  static let endings = [".json", ".safetensors", ".npy"]

  /// Endings of checkpoints in formats that are not read; anything else may be a config.
  private static let unreadable = [
    ".bin", ".pt", ".pth", ".ckpt", ".onnx", ".gguf", ".h5", ".msgpack", ".npz", ".pkl",
  ]

  private static func file(_ path: String) -> Source {
    path.hasSuffix(".safetensors") || path.hasSuffix(".safetensors.index.json") || path.hasSuffix(".npy")
      ? .tensors(path: path) : .config(path: path)
  }

  /// What a file is called: `config.json` goes by the folder it lies in, others by their own name without its ending.
  static func name(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    guard let last = parts.last else { return path }
    if last == "config.json", parts.count > 1 { return parts[parts.count - 2] }
    guard let ending = endings.first(where: last.hasSuffix), last.count > ending.count else { return last }
    return String(last.dropLast(ending.count))
  }
}
