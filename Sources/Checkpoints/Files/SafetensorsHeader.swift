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

    /// How many bytes it takes; nil where its entry does not say.
    var byteCount: Int? { offsets.flatMap { $0.count == 2 ? $0[1] - $0[0] : nil } }
  }

  /// The tensors that are called like tables, by name; untrusted text.
  let tables: [String: Tensor]

  /// A few names that come near, for a message about a file without a table.
  let nearest: [String]

  /// Where the data starts, counted from the start of the file.
  let dataOffset: Int

  /// Reads and checks the header of an open file.
  ///
  /// - Complexity: O(header · log tensors); memory of the header and 16 bytes a tensor, whatever the data.
  init(of file: borrowing InputFile, holding content: TensorName.Content) throws(CheckpointError) {
    let path = file.path
    guard file.size >= 8 else { throw CheckpointError(path: path, problem: .truncated(bytes: file.size, needed: 8)) }
    let length = try file.read(at: 0, count: 8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(Self.limit) else {
      throw CheckpointError(path: path, problem: .headerTooLarge(bytes: Int(clamping: length), limit: Self.limit))
    }
    let bytes = try file.read(at: 8, count: Int(length))
    guard bytes.first == UInt8(ascii: "{") else { throw CheckpointError(path: path, problem: .badMagic) }
    dataOffset = 8 + Int(length)
    let dataBytes = file.size - dataOffset
    var tables = [String: Tensor]()
    var nearest = [String]()
    var spans = [(begin: Int, end: Int)]()
    try Self.walk(bytes, path: path) { (name, tensor) throws(CheckpointError) in
      let span = try tensor.span(named: name, dataBytes: dataBytes, path: path)
      if !span.isEmpty { spans.append((span.lowerBound, span.upperBound)) }
      if TensorName.rank(name, content) > 0 {
        tables[name] = tensor
      } else if nearest.count < 3, TensorName.isNear(name) {
        nearest.append(name)
      }
    }
    self.tables = tables
    self.nearest = nearest.sorted()
    spans.sort { $0 < $1 }
    for (earlier, later) in zip(spans, spans.dropFirst()) where later.begin < earlier.end {
      throw try Self.overlap(earlier, later, in: bytes, path: path)
    }
  }

  /// Walks the entries of a header and keeps none of them.
  private static func walk(
    _ bytes: [UInt8], path: String, entry: (String, Tensor) throws(CheckpointError) -> Void
  ) throws(CheckpointError) {
    let outcome = bytes.withUnsafeBytes { buffer -> Result<Void, CheckpointError> in
      var refusal: CheckpointError?
      do throws(JSONScanner.Failure) {
        var scanner = JSONScanner(buffer)
        try scanner.object(depth: 0) { (scanner, name, depth) throws(JSONScanner.Failure) in
          let tensor = try tensor(&scanner, depth: depth)
          guard name != "__metadata__" else { return }
          do throws(CheckpointError) {
            try entry(name, tensor)
          } catch {
            refusal = error
            throw JSONScanner.Failure(problem: error.problem, offset: scanner.offset)
          }
        }
        try scanner.expectEnd()
        return .success(())
      } catch {
        return .failure(refusal ?? error.placed(in: buffer, path: path))
      }
    }
    try outcome.get()
  }

  /// Finds the names of two tensors that share bytes, which nobody kept.
  private static func overlap(
    _ earlier: (begin: Int, end: Int), _ later: (begin: Int, end: Int), in bytes: [UInt8], path: String
  ) throws(CheckpointError) -> CheckpointError {
    var names = [String]()
    try walk(bytes, path: path) { (name, tensor) throws(CheckpointError) in
      guard names.count < 3, let offsets = tensor.offsets else { return }
      if offsets == [earlier.begin, earlier.end] || offsets == [later.begin, later.end] { names.append(name) }
    }
    return CheckpointError(
      path: path, place: names.last.map { .tensor($0) } ?? .file, problem: .overlaps(with: names.first ?? ""))
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
}

extension SafetensorsHeader.Tensor {
  /// Where a tensor lies in the data, after everything that its entry says was checked.
  fileprivate func span(named name: String, dataBytes: Int, path: String) throws(CheckpointError) -> Range<Int> {
    func refusal(_ problem: CheckpointError.Problem) -> CheckpointError {
      CheckpointError(path: path, place: .tensor(name), problem: problem)
    }
    guard let format else { throw refusal(.badHeader(entry: "dtype")) }
    guard let shape else { throw refusal(.badHeader(entry: "shape")) }
    guard let offsets, offsets.count == 2 else { throw refusal(.badHeader(entry: "data_offsets")) }
    let (begin, end) = (offsets[0], offsets[1])
    guard begin <= end, end <= dataBytes else {
      throw refusal(.badOffsets(begin: begin, end: end, dataBytes: dataBytes))
    }
    if let format = NumberFormat(rawValue: format) {
      guard let needed = Shape.bytes(shape, width: format.width) else { throw refusal(.badShape(shape)) }
      guard needed == end - begin else { throw refusal(.wrongSize(bytes: end - begin, needed: needed)) }
    }
    return begin..<end
  }
}
