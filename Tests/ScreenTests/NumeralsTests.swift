import Testing

@testable import Screen

@Suite struct NumeralsTests {
  @Test(arguments: [(0, "0"), (8192, "8192"), (131_072, "131 072"), (-10_000_000, "−10 000 000")])
  func wholeNumbersStandInGroupsOfThree(number: Int, text: String) {
    #expect(Numerals.grouped(number) == text)
  }

  @Test(arguments: [
    (6.283185, "6.28"), (0.00894, "8.94e-3"), (0.0123, "0.0123"), (65656.0, "65700"), (1590.4, "1590"),
    (-0.5, "−0.5"),
    (1e-300, "1e-300"), (999.9, "1000"), (2.0, "2"), (.infinity, "∞"), (.nan, "nan"),
  ])
  func significantDigitsAreKept(value: Double, text: String) {
    #expect(Numerals.significant(value) == text)
  }

  @Test(arguments: [(1.0, 6, "1.000000"), (-0.0000001, 6, "0.000000"), (-1.25, 2, "−1.25"), (3.5, 0, "4")])
  func fixedNumbersLineUp(value: Double, decimals: Int, text: String) {
    #expect(Numerals.fixed(value, decimals: decimals) == text)
  }

  /// Every power of two that a Double holds, of both signs, and the numbers next to each.
  @Test(arguments: [-1074, -1073, -1022, -1021] + Array(stride(from: -1000, through: 1020, by: 20)) + [1023])
  func everyNumberOfEveryMagnitudeHasAText(exponent: Int) throws {
    let power = Double(sign: .plus, exponent: exponent, significand: 1)
    for value in [power, power.nextUp, power.nextDown, -power, 1.9 * power] where value != 0 {
      let read = try #require(Double(Numerals.significant(value, digits: 15).replacing("−", with: "-")))
      // The last of 15 digits, of a number that has bits for them.
      #expect(abs(read - value) <= max(abs(value) * 1e-14, .leastNonzeroMagnitude))
      for decimals in 0...12 {
        let fixed = try #require(Double(Numerals.fixed(value, decimals: decimals).replacing("−", with: "-")))
        #expect(abs(fixed - value) <= max(1, abs(value) * 0.005))
      }
    }
  }

  @Test(arguments: [(1e14, 6), (9.3e14, 4), (-9.3e14, 4), (9.9e6, 12)])
  func whatIsTooLargeForItsDecimalsKeepsItsMagnitude(value: Double, decimals: Int) throws {
    let read = try #require(Double(Numerals.fixed(value, decimals: decimals).replacing("−", with: "-")))
    #expect(abs(read - value) <= abs(value) * 0.005)
  }

  @Test(arguments: [(0x1p-1030, "8.69e-311"), (.leastNonzeroMagnitude, "4.94e-324"), (-0x1p-1068, "−3.16e-322")])
  func numbersBelowTheLeastNormalOneAreWritten(value: Double, text: String) {
    #expect(Numerals.significant(value) == text)
  }

  @Test(arguments: [
    (12048.0, "12k"), (65_656, "65.7k"), (1590.2, "1590"), (6.2832, "6.28"), (2.5e7, "25M"), (9999.7, "10k"),
    (945_000, "945k"), (999_700, "1M"), (1_160_000, "1.16M"), (9_016_000, "9.02M"), (1.11e7, "11.1M"),
  ])
  func shortMagnitudesTakeAtMostFiveCharacters(value: Double, text: String) {
    #expect(Numerals.short(value) == text)
    #expect(text.count <= 5)
  }

  @Test(arguments: [0.1, 1e22, 500_000, 1.0 / 3, -2.5e-9]) func plainNumbersReadBackTheSame(value: Double) {
    #expect(Double(Numerals.plain(value)) == value)
  }
}

@Suite struct TicksTests {
  @Test func decimalTicksAreRound() {
    #expect(Ticks.whole(0..<64, most: 8) == [0, 10, 20, 30, 40, 50, 60])
  }

  @Test func binaryTicksArePowersOfTwoApart() {
    #expect(Ticks.whole(0..<8192, most: 10, binary: true) == [0, 1024, 2048, 3072, 4096, 5120, 6144, 7168])
  }

  @Test(arguments: [0..<1, 5..<9, 0..<(1 << 40), 999_999..<1_000_003]) func ticksLieInsideAndAreFew(range: Range<Int>)
  {
    let ticks = Ticks.whole(range, most: 7)
    #expect(!ticks.isEmpty && ticks.count <= 8)
    #expect(ticks.allSatisfy(range.contains))
  }
}

@Suite struct NearestNameTests {
  @Test func aSlipFindsItsName() {
    #expect(nearestName(to: "heatmpa", among: ["heatmap", "dials"]) == "heatmap")
  }

  @Test func aBeginningFindsTheShortestThatHasIt() {
    #expect(nearestName(to: "mod", among: ["dim", "modelling", "model"]) == "model")
  }

  @Test(arguments: ["xyzzy", "foo", "fr", "e", ""]) func aStrangerFindsNothing(word: String) {
    #expect(nearestName(to: word, among: ["heatmap", "dials", "pos", "en", "zh"]) == nil)
  }

  @Test func aNameThatBeginsAsWasTypedIsNearerThanAnyOther() {
    #expect(nearestName(to: "posi", among: ["pos", "position"]) == "position")
    #expect(nearestName(to: "ya", among: ["yarn-long", "yarn", "ntk"]) == "yarn")
  }

  @Test func aShortWordIsNearOnlyByOneEdit() {
    #expect(nearestName(to: "vi", among: ["dim"]) == nil)
    #expect(nearestName(to: "dmi", among: ["dim"]) == "dim")
  }
}
