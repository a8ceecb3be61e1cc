import Encodings
import Testing

@Suite struct PrecisionTests {
  @Test(
    arguments: [
      (FloatFormat.bfloat16, 257.0, 256.0), (.bfloat16, 258, 258), (.bfloat16, 259, 260),
      (.bfloat16, 1e39, .infinity),
      (.bfloat16, -3.3965e38, -.infinity), (.float16, 65_504, 65_504), (.float16, 65_519, 65_504),
      (.float16, 65_520, .infinity), (.float16, -65_520, -.infinity), (.float16, 2049, 2048), (.float16, 0x1p-25, 0),
      (.float16, 0x1.8p-25, 0x1p-24), (.float16, -0x1p-24, -0x1p-24), (.float32, 16_777_217, 16_777_216),
    ] as [(FloatFormat, Double, Double)])
  func aNumberBecomesTheNearestOfItsFormat(format: FloatFormat, value: Double, stored: Double) {
    #expect(format.rounded(value) == stored)
  }

  @Test(arguments: FloatFormat.allCases)
  func whatIsNoNumberStaysNone(format: FloatFormat) {
    #expect(format.rounded(.nan).isNaN)
    #expect(format.rounded(.infinity) == .infinity)
    #expect(format.rounded(0) == 0)
  }

  @Test(arguments: [
    (FloatFormat.bfloat16, 255, 1), (.bfloat16, 256, 2), (.bfloat16, 1000, 5), (.float16, 2048, 2),
    (.float16, 4095, 4),
    (.float16, 70_000, 0), (.float32, 16_777_215, 1), (.float16, -4095, 4),
    // Halves go to the even neighbour, in float32 on the way too, and in Double before it.
    (.bfloat16, 1 << 40, 1 + (1 << 32) + (1 << 31) + (1 << 16) + (1 << 15)),
    (.bfloat16, .max, (1 << 54) + (1 << 38) + (1 << 9)),
  ])
  func positionsThatAreStoredAlikeAreCounted(format: FloatFormat, position: Int, count: Int) {
    #expect(format.positionsStored(like: position) == count)
  }

  @Test func castingTheInputsHurtsMoreThanCastingTheResult() throws {
    let inputs = try LowPrecision(base: 10_000, dimension: 128, format: .bfloat16, cast: .inputs)
    let result = try LowPrecision(base: 10_000, dimension: 128, format: .bfloat16, cast: .result)
    #expect(inputs.cosineError(ofPair: 1, position: 255) > 0.1)
    #expect(result.cosineError(ofPair: 1, position: 255) < 0.0042)
  }

  @Test func anOverflowIsTheLargestError() throws {
    let lowered = try LowPrecision(base: 10_000, dimension: 8, format: .float16, cast: .inputs)
    #expect(lowered.cosineError(ofPair: 0, position: 131_071).isNaN)
    #expect(lowered.errorField(rowCount: 200_000).value(row: 131_071, column: 0) == 2)
    #expect(lowered.cosineError(ofPair: 4, position: 1) == 0)
  }

  @Test func aSpectrumOfItsOwnIsLoweredToo() throws {
    let rotary = try Rotary(dimension: 8, scaling: .linear(factor: 3))
    let lowered = LowPrecision(spectrum: rotary.spectrum, format: .bfloat16, cast: .inputs)
    #expect(lowered.pairCount == 4)
    #expect(lowered.storedFrequency(ofPair: 0) == 0.333984375)
  }
}
