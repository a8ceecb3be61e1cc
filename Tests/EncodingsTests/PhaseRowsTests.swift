import Encodings
import Testing

@Suite struct PhaseRowsTests {
  /// What a polynomial in single precision reaches; PyTorch and NumPy are off by 1 at position 10,000,000.
  private let single = 2e-7
  private let double = 1e-15

  static let encodings: [(dimension: Int, layout: PairLayout, ladder: Ladder)] = [
    (16, .interleaved, .paper), (16, .halfSplit, .paper), (15, .interleaved, .paper), (15, .halfSplit, .paper),
    (9, .interleaved, .endpoint), (9, .halfSplit, .endpoint), (1, .interleaved, .paper), (128, .interleaved, .paper),
  ]

  private func rows<Value: BinaryFloatingPoint>(
    _ count: Int, width: Int, _ write: (UnsafeMutableBufferPointer<Value>) -> Void
  ) -> [Double] {
    var values = [Value](repeating: 7, count: count * width)
    values.withUnsafeMutableBufferPointer { write($0) }
    return values.map { Double($0) }
  }

  @Test(arguments: encodings, [0, 9_999_900, 1 << 40])
  func rowsAreTheVectorsOfTheirPositions(
    encoding: (dimension: Int, layout: PairLayout, ladder: Ladder), first: Int
  ) throws {
    let sinusoidal = try Sinusoidal(dimension: encoding.dimension, layout: encoding.layout, ladder: encoding.ladder)
    let kernel = PhaseRows(sinusoidal: sinusoidal, step: 3)
    let exact = (0..<100).flatMap { sinusoidal.vector(at: first + 3 * $0) }
    let singles: [Double] = rows(100, width: encoding.dimension) { (buffer: UnsafeMutableBufferPointer<Float>) in
      kernel.write(from: first, to: buffer)
    }
    let doubles: [Double] = rows(100, width: encoding.dimension) { (buffer: UnsafeMutableBufferPointer<Double>) in
      kernel.write(from: first, to: buffer)
    }
    #expect(zip(singles, exact).allSatisfy { abs($0 - $1) < single })
    #expect(zip(doubles, exact).allSatisfy { abs($0 - $1) < double })
  }

  @Test(arguments: [-1000, 0, 131_071])
  func cosinesAndSinesCarryTheAttentionFactor(first: Int) throws {
    let rotary = try Rotary(dimension: 32, scaling: .yarn(YaRN(factor: 8, originalLength: 4096)))
    let cosines: [Double] = rows(70, width: 16) { (buffer: UnsafeMutableBufferPointer<Float>) in
      PhaseRows.cosines(of: rotary.spectrum).write(from: first, to: buffer)
    }
    let sines: [Double] = rows(70, width: 16) { (buffer: UnsafeMutableBufferPointer<Double>) in
      PhaseRows.sines(of: rotary.spectrum).write(from: first, to: buffer)
    }
    #expect(zip(cosines, (0..<70).flatMap { rotary.cosines(at: first + $0) }).allSatisfy { abs($0 - $1) < single })
    #expect(zip(sines, (0..<70).flatMap { rotary.sines(at: first + $0) }).allSatisfy { abs($0 - $1) < double })
  }

  @Test func whatDoesNotFillARowIsLeftAlone() throws {
    let kernel = PhaseRows(sinusoidal: try Sinusoidal(dimension: 4))
    var values = [Float](repeating: 7, count: 10)
    values.withUnsafeMutableBufferPointer { kernel.write(from: 5, to: $0) }
    #expect(values[8...] == [7, 7])
    #expect(values[..<8].allSatisfy { $0 != 7 })
    kernel.write(from: 0, to: UnsafeMutableBufferPointer<Float>(start: nil, count: 0))
  }
}
