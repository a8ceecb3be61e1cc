/// The header of a `.safetensors` file: what its tensors are called, their shapes, and where they lie.
///
/// Eight bytes of length, little-endian; that many bytes of JSON; then the data. Nothing in it is believed: every
/// offset must lie in the file, no two tensors may share bytes, and each must have the bytes that its shape needs.
struct SafetensorsHeader {
  /// Longest header that the format allows, in bytes.
  static let limit = 100_000_000

  struct Tensor: Hashable {
    var format: String?
    var shape: [Int]?
    /// Begin and end, counted from the start of the data.
    var offsets: [Int]?
  }

  /// Tensors by name; untrusted text.
  let tensors: [String: Tensor]

  /// Where the data starts, counted from the start of the file.
  let dataOffset: Int

  /// Reads and checks the header of an open file.
  ///
  /// - Complexity: O(header · log tensors); memory of the header, not of the data.
  init(of file: borrowing InputFile) throws(CheckpointError) {
    let path = file.path
    guard file.size >= 8 else { throw CheckpointError(path: path, problem: .truncated(bytes: file.size, needed: 8)) }
    let length = try file.read(at: 0, count: 8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(Self.limit) else {
      throw CheckpointError(
        path: path, problem: .headerTooLarge(bytes: Int(clamping: length), limit: Self.limit))
    }
    let bytes = try file.read(at: 8, count: Int(length))
    guard bytes.first == UInt8(ascii: "{") else { throw CheckpointError(path: path, problem: .badMagic) }
    tensors = try Self.entries(bytes, path: path)
    dataOffset = 8 + Int(length)
    try Self.check(tensors, dataBytes: file.size - dataOffset, path: path)
  }

  private static func entries(_ bytes: [UInt8], path: String) throws(CheckpointError) -> [String: Tensor] {
    let outcome = bytes.withUnsafeBytes { buffer -> Result<[String: Tensor], CheckpointError> in
      do throws(JSONScanner.Failure) {
        var tensors = [String: Tensor]()
        var scanner = JSONScanner(buffer)
        try scanner.object(depth: 0) { (scanner, name, depth) throws(JSONScanner.Failure) in
          let entry = try tensor(&scanner, depth: depth)
          if name != "__metadata__" { tensors[name] = entry }
        }
        try scanner.expectEnd()
        return .success(tensors)
      } catch {
        return .failure(error.placed(in: buffer, path: path))
      }
    }
    return try outcome.get()
  }

  private static func tensor(
    _ scanner: inout JSONScanner, depth: Int
  ) throws(JSONScanner.Failure) -> Tensor {
    var tensor = Tensor()
    try scanner.object(depth: depth) { (scanner, key, depth) throws(JSONScanner.Failure) in
      switch (key, scanner.next) {
      case ("dtype", UInt8(ascii: "\"")): tensor.format = try scanner.string()
      case ("shape", UInt8(ascii: "[")): tensor.shape = try sizes(&scanner, depth: depth)
      case ("data_offsets", UInt8(ascii: "[")): tensor.offsets = try sizes(&scanner, depth: depth)
      default: try scanner.skip(depth: depth)
      }
    }
    return tensor
  }

  /// Most numbers that a shape may have; a header of nothing but numbers must not fill the memory.
  private static let rankLimit = 32

  /// A list of whole numbers from 0 that a Double holds exactly; nil where it is anything else.
  private static func sizes(_ scanner: inout JSONScanner, depth: Int) throws(JSONScanner.Failure) -> [Int]? {
    var sizes = [Int]()
    var isList = true
    try scanner.array(depth: depth) { (scanner, depth) throws(JSONScanner.Failure) in
      guard isList, let byte = scanner.next, (48...57).contains(byte) else {
        isList = false
        try scanner.skip(depth: depth)
        return
      }
      let number = try scanner.number()
      if let size = Int(exactly: number), number <= 0x1p53, sizes.count < rankLimit {
        sizes.append(size)
      } else {
        isList = false
      }
    }
    return isList ? sizes : nil
  }

  private static func check(_ tensors: [String: Tensor], dataBytes: Int, path: String) throws(CheckpointError) {
    var ranges = [(begin: Int, end: Int, name: String)]()
    for (name, tensor) in tensors {
      let place = CheckpointError.Place.tensor(name)
      guard let format = tensor.format else {
        throw CheckpointError(path: path, place: place, problem: .badHeader(entry: "dtype"))
      }
      guard let shape = tensor.shape else {
        throw CheckpointError(path: path, place: place, problem: .badHeader(entry: "shape"))
      }
      guard let offsets = tensor.offsets, offsets.count == 2 else {
        throw CheckpointError(path: path, place: place, problem: .badHeader(entry: "data_offsets"))
      }
      guard offsets[0] <= offsets[1], offsets[1] <= dataBytes else {
        throw CheckpointError(
          path: path, place: place,
          problem: .badOffsets(begin: offsets[0], end: offsets[1], dataBytes: dataBytes))
      }
      if let format = NumberFormat(rawValue: format) {
        guard let needed = Shape.bytes(shape, width: format.width) else {
          throw CheckpointError(path: path, place: place, problem: .badShape(shape))
        }
        guard needed == offsets[1] - offsets[0] else {
          throw CheckpointError(
            path: path, place: place, problem: .wrongSize(bytes: offsets[1] - offsets[0], needed: needed))
        }
      }
      if offsets[0] < offsets[1] { ranges.append((offsets[0], offsets[1], name)) }
    }
    ranges.sort { ($0.begin, $0.name) < ($1.begin, $1.name) }
    for (earlier, later) in zip(ranges, ranges.dropFirst()) where later.begin < earlier.end {
      throw CheckpointError(path: path, place: .tensor(later.name), problem: .overlaps(with: earlier.name))
    }
  }
}

/// Counting what shapes hold.
enum Shape {
  /// Bytes of an array; nil where the product cannot be counted.
  static func bytes(_ shape: [Int], width: Int) -> Int? {
    var product = width
    for size in shape {
      let (next, overflow) = product.multipliedReportingOverflow(by: size)
      guard !overflow, size >= 0 else { return nil }
      product = next
    }
    return product
  }

  /// Rows and columns of a table: two sizes, or more with ones before or between that add nothing.
  static func table(_ shape: [Int]) -> (rows: Int, columns: Int)? {
    let sizes = shape.count > 2 ? shape.filter { $0 != 1 } : shape
    guard sizes.count == 2, sizes[0] > 0, sizes[1] > 0 else { return nil }
    return (sizes[0], sizes[1])
  }
}
