/// Bytes on their way to the terminal, in one block that is reused from frame to frame.
///
/// Appending is amortised O(1) and allocates only while the block is still growing to the size of the largest frame.
struct OutputBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Bytes held.
  private(set) var count = 0

  init() {
    capacity = 1 << 16
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  /// The bytes held, valid inside the closure.
  borrowing func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: start, count: count))
  }

  /// Empties the buffer, keeping its block.
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    start[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    if capacity - count < length { grow(by: length) }
    (start + count).update(from: text.utf8Start, count: length)
    count += length
  }

  mutating func append(_ bytes: [UInt8]) {
    if capacity - count < bytes.count { grow(by: bytes.count) }
    bytes.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { (start + count).update(from: base, count: source.count) }
    }
    count += bytes.count
  }

  /// Appends up to eight bytes held in a word, the first in its lowest bits.
  @inline(__always)
  mutating func append(packed word: UInt64, length: Int) {
    if capacity - count < 8 { grow(by: 8) }
    UnsafeMutableRawPointer(start + count).storeBytes(of: word.littleEndian, as: UInt64.self)
    count += length
  }

  /// Appends a number in decimal digits.
  mutating func append(decimal number: Int) {
    if number >= 10 { append(decimal: number / 10) }
    append(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }

  /// Appends a scalar in UTF-8.
  @inline(__always)
  mutating func append(scalar value: UInt32) {
    if value < 0x80 { return append(UInt8(truncatingIfNeeded: value)) }
    let lead: UInt32 = value < 0x800 ? 0xC0 : value < 0x10000 ? 0xE0 : 0xF0
    let tails = value < 0x800 ? 1 : value < 0x10000 ? 2 : 3
    var packed: UInt32 = 0
    var rest = value
    for _ in 0..<tails {
      packed = (packed | 0x80 | (rest & 0x3F)) << 8
      rest >>= 6
    }
    append(packed: UInt64(packed | lead | rest), length: tails + 1)
  }

  private mutating func grow(by more: Int) {
    let larger = max(capacity * 2, count + more)
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    block.update(from: start, count: count)
    start.deallocate()
    start = block
    capacity = larger
  }
}
