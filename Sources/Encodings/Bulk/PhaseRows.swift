/// Rows of sines and cosines, written fast into a buffer that the caller owns and uses again.
///
/// Phases are fixed-point fractions of a turn. Each strip of 64 positions takes its first phases exactly and adds small
/// multiples, which are kept; a polynomial does the rest. Single precision is within 2e-7 of exact at any position, double
/// precision within 1e-15, times the attention factor. A table of any length needs the memory of one strip and of the caller's buffer.
///
///     let rows = PhaseRows(sinusoidal: try Sinusoidal(dimension: 128))
///     rows.write(from: 0, to: buffer)   // as many rows as the buffer holds
public struct PhaseRows: Sendable {
  /// How the values of a row are ordered.
  enum Order: Sendable {
    /// sin, cos, sin, cos …
    case interleaved
    /// All sines, then all cosines.
    case halves
    case cosines
    case sines
  }

  /// How many values a row holds.
  public let columnCount: Int
  /// How far apart the positions of neighbouring rows are.
  public let step: Int
  let order: Order
  let amplitude: Double
  let frequencies: [InverseFrequency]
  /// How many positions a strip holds.
  static let stripLength = 64
  /// Phases of the strip's positions from its first, in units of 2^−64 turns. Shape (stripLength, pairs), row-major.
  let offsets: [UInt64]
  /// The upper halves of `offsets`, for single precision.
  let shortOffsets: [Int32]

  /// The rows of a sinusoidal table.
  /// - Parameter step: The difference of neighbouring rows' positions.
  /// - Complexity: O(pairs).
  public init(sinusoidal: Sinusoidal, step: Int = 1) {
    self.init(
      spectrum: sinusoidal.spectrum, columnCount: sinusoidal.dimension,
      order: sinusoidal.layout == .interleaved ? .interleaved : .halves, step: step)
  }

  /// cos(p · ω_i) times the attention factor, one value a pair.
  /// - Parameter step: The difference of neighbouring rows' positions.
  /// - Complexity: O(pairs).
  public static func cosines(of spectrum: Spectrum, step: Int = 1) -> PhaseRows {
    PhaseRows(spectrum: spectrum, columnCount: spectrum.pairCount, order: .cosines, step: step)
  }

  /// sin(p · ω_i) times the attention factor, one value a pair.
  /// - Parameter step: The difference of neighbouring rows' positions.
  /// - Complexity: O(pairs).
  public static func sines(of spectrum: Spectrum, step: Int = 1) -> PhaseRows {
    PhaseRows(spectrum: spectrum, columnCount: spectrum.pairCount, order: .sines, step: step)
  }

  private init(spectrum: Spectrum, columnCount: Int, order: Order, step: Int) {
    self.columnCount = columnCount
    self.order = order
    self.step = step
    amplitude = spectrum.attentionFactor
    frequencies = spectrum.inverseFrequencies
    let steps = frequencies.map { $0.phase(at: step).bits }
    offsets = (0..<Self.stripLength).flatMap { row in steps.map { $0 &* UInt64(row) } }
    shortOffsets = offsets.map { Int32(truncatingIfNeeded: $0 >> 32) }
  }

  /// Writes consecutive rows from a position on: as many as the buffer holds whole. What is left of it is not touched.
  /// - Complexity: O(buffer.count).
  public func write(from position: Int, to buffer: UnsafeMutableBufferPointer<Float>) {
    writeStrips(from: position, rows: rowCount(of: buffer.count)) { row, rows, anchors in
      writeSingle(
        anchors: anchors, rows: rows, to: UnsafeMutableBufferPointer(rebasing: buffer[(row * columnCount)...]))
    }
  }

  /// Writes consecutive rows from a position on: as many as the buffer holds whole. What is left of it is not touched.
  /// - Complexity: O(buffer.count).
  public func write(from position: Int, to buffer: UnsafeMutableBufferPointer<Double>) {
    writeStrips(from: position, rows: rowCount(of: buffer.count)) { row, rows, anchors in
      writeDouble(
        anchors: anchors, rows: rows, to: UnsafeMutableBufferPointer(rebasing: buffer[(row * columnCount)...]))
    }
  }

  private func rowCount(of values: Int) -> Int { columnCount > 0 ? values / columnCount : 0 }

  /// Calls `body` with each strip's first row, its number of rows and the exact phases of its first position.
  private func writeStrips(from position: Int, rows: Int, _ body: (Int, Int, [Phase]) -> Void) {
    for row in stride(from: 0, to: rows, by: Self.stripLength) {
      let first = position &+ row &* step
      body(row, min(Self.stripLength, rows - row), frequencies.map { $0.phase(at: first) })
    }
  }
}
