import Encodings
import Testing

@Suite struct ReachTests {
  private static let reach = Result {
    try Reach(dimension: 128, trainedLength: 4096, targetLength: 32_768)
  }

  private func method(_ name: String) throws -> Reach.Method {
    try #require(Self.reach.get().methods.first { $0.scaling.name == name })
  }

  @Test func directExtrapolationLeavesTheTrainedArcWithTheFirstNewPosition() throws {
    let method = try method("none")
    #expect(method.firstUnseenPosition == 4096)
    #expect(method.firstUnseen.last == 4096)
    // The fast pairs have gone all the way round.
    #expect(method.firstUnseen[0] == nil)
    #expect(method.unseenArc[0] == 0)
    #expect(method.crowding.allSatisfy { $0 == 1 })
  }

  @Test func linearInterpolationStaysInsideAndCrowds() throws {
    let method = try method("linear")
    // Position 8 · 4095 is the last inside; 32,761 … 32,767 lie a fraction of a step past it.
    #expect(method.firstUnseenPosition == 32_761)
    #expect(method.crowding.allSatisfy { $0 == 8 })
    #expect(method.unseenArc.allSatisfy { $0 < 1e-3 })
  }

  @Test(arguments: ["ntk", "dynamic"])
  func ntkLeavesTheFastestPairAloneAndInterpolatesTheSlowest(name: String) throws {
    let method = try method(name)
    #expect(method.crowding[0] == 1)
    #expect(abs((method.crowding.last ?? 0) - 8) < 1e-12)
    for (a, b) in zip(method.crowding, method.crowding.dropFirst()) { #expect(a < b) }
  }

  @Test(arguments: ["by-parts", "yarn", "llama3"])
  func partsCrowdOnlyWhatTurnsSeldom(name: String) throws {
    let method = try method(name)
    #expect(method.crowding.first == 1)
    #expect(method.crowding.last == 8)
  }

  @Test func theFieldPutsMethodsInRowsAndPairsInColumns() throws {
    let reach = try Self.reach.get()
    #expect(reach.field.rowCount == reach.methods.count)
    #expect(reach.field.columnCount == 64)
    #expect(reach.field.value(row: 0, column: 63) == reach.methods[0].unseenArc[63])
  }

  @Test func aTargetShorterThanTheTrainedLengthIsNamed() {
    #expect(throws: InvalidParameter(name: .length, value: 10, rule: .atLeast(4096))) {
      try Reach(dimension: 64, trainedLength: 4096, targetLength: 10)
    }
  }

  @Test func digitsOfAWholeBaseAreThoseOneWrites() throws {
    let digits = try PositionDigits(dimension: 8, base: 10_000)
    #expect(digits.radix == 10)
    #expect(digits.digits(of: 9070) == [0, 7, 0, 9])
    #expect(digits.digits(of: 300) == [0, 0, 3, 0])
    #expect(digits.digit(ofPair: 4, position: 12_345) == 0)
  }

  @Test func digitsOfABrokenBaseStayBelowIt() throws {
    let digits = try PositionDigits(dimension: 128, base: 10_000)
    #expect(abs(digits.radix - 1.1547819846894583) < 1e-15)
    for position in stride(from: 0, to: 100_000, by: 771) {
      #expect(digits.digits(of: position).allSatisfy { 0 <= $0 && $0 < digits.radix })
    }
  }
}
