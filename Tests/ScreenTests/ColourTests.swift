import Testing

@testable import Screen

@Suite struct ColorMapTests {
  @Test(arguments: ColorMap.Kind.allCases) func everyEighthOfTheFineLevelsIsALevel(kind: ColorMap.Kind) {
    for theme in ThemeShelf().themes {
      let fine = theme[kind].fineLevels
      #expect(fine.count == ColorMap.fineLevelCount)
      #expect(stride(from: 0, to: fine.count, by: 8).map { fine[$0] } == theme[kind].levels)
    }
  }

  private static let names = ThemeShelf().themes.map(\.name)
  private func theme(_ name: String) throws -> Theme { try #require(ThemeShelf()[name]) }

  @Test(arguments: names) func zeroHasTheColourInTheMiddle(name: String) throws {
    let theme = try theme(name)
    #expect(ColorMap.level(of: 0, in: -1...1) == ColorMap.levelCount / 2)
    #expect(theme[.diverging].levels.count == ColorMap.levelCount)
  }

  @Test(arguments: names) func aFullTurnEndsWhereItBegan(name: String) throws {
    let theme = try theme(name)
    #expect(theme[.cyclic].levels.first == theme[.cyclic].levels.last)
  }

  /// Steps differ by what rounding to 8 bits a channel leaves.
  @Test(arguments: names) func stepsOfASequentialMapLookEquallyLarge(name: String) throws {
    let theme = try theme(name)
    let points = theme[.sequential].levels.map(OKLab.init)
    let steps = zip(points, points.dropFirst()).map { $0.distance(to: $1) }
    let mean = steps.reduce(0, +) / Double(steps.count)
    #expect(steps.allSatisfy { abs($0 - mean) < 0.5 * mean })
  }

  @Test(arguments: names) func magnitudesGoOneWayInLightness(name: String) throws {
    let theme = try theme(name)
    let lightness = theme[.sequential].levels.map { OKLab($0).lightness }
    let isRising = (lightness.last ?? 0) > (lightness.first ?? 0)
    #expect(zip(lightness, lightness.dropFirst()).allSatisfy { isRising ? $0 <= $1 + 0.01 : $0 >= $1 - 0.01 })
  }

  @Test func valuesOutsideTheBoundsAreHeldAndNaNIsInTheMiddle() {
    #expect(ColorMap.level(of: 9, in: -1...1) == ColorMap.levelCount - 1)
    #expect(ColorMap.level(of: -.infinity, in: -1...1) == 0)
    #expect(ColorMap.level(of: .nan, in: -1...1) == ColorMap.levelCount / 2)
    #expect(ColorMap.level(of: 1, in: 1...1) == ColorMap.levelCount / 2)
  }

  private static let largest = Double.greatestFiniteMagnitude

  @Test(arguments: [(-largest, 0), (0, 32), (largest / 2, 48), (largest, 64), (.infinity, 64), (-.infinity, 0)])
  func boundsAsWideAsNumbersGoAreDividedEvenly(value: Double, level: Int) {
    #expect(ColorMap.level(of: value, in: -Self.largest...Self.largest) == level)
  }

  @Test(arguments: [1, .infinity, -.infinity, .nan] as [Double])
  func endlessBoundsHaveNoLevelsButTheMiddle(value: Double) {
    #expect(ColorMap.level(of: value, in: -.infinity ... .infinity) == ColorMap.levelCount / 2)
  }
}

@Suite struct PaletteTests {
  @Test(arguments: Array(Palette.named.enumerated()).map { ($0.offset, $0.element) })
  func aNamedColourIsItsOwnNearest(index: Int, color: Color) {
    #expect(Palette.nearestNamed(to: color) == index)
  }

  @Test(arguments: [(0xFF0000, 196), (0x000000, 16), (0xFFFFFF, 231), (0x808080, 244), (0x5F87AF, 67)])
  func theCubeAndTheGreysAreFound(hex: UInt32, index: Int) {
    #expect(Palette.nearest256(to: Color(hex: hex)) == index)
  }
}

@Suite struct ThemeTests {
  /// WCAG 2.1, level AA for text.
  private static let leastContrast = 4.5

  @Test func bothThemesAreBuiltInWithoutAComplaint() {
    let shelf = ThemeShelf()
    #expect(shelf.problems.isEmpty)
    #expect(Set(shelf.themes.map(\.appearance)) == [.dark, .light])
  }

  @Test(arguments: ThemeShelf().themes.map(\.name)) func everyTextIsLegibleOnEveryBackground(name: String) throws {
    let theme = try #require(ThemeShelf()[name])
    for text in Role.allCases where !text.isBackground {
      for background in Role.allCases where background.isBackground {
        let ratio = theme[text].contrast(with: theme[background])
        #expect(ratio >= Self.leastContrast, "\(theme.name): \(text.name) on \(background.name) \(ratio)")
      }
    }
  }

  private func problem(_ change: (String) -> String) -> ThemeError? {
    let text = EmbeddedThemes.all.first { $0.name == "midnight" }.map { "\($0.text)" } ?? ""
    do throws(ThemeError) {
      _ = try ThemeShelf.unread.theme(text: change(text), name: "mine", file: "mine.yaml")
      return nil
    } catch {
      return error
    }
  }

  @Test func anUnknownKeyIsNamedWithItsLineAndItsNeighbour() {
    let error = problem { $0.replacing("  muted:", with: "  mutde: \"#000000\"\n  muted:") }
    #expect(error?.problem == .file(.unknownKey("colors.mutde", nearest: "colors.muted")))
    #expect(error?.line == 9)
    #expect(error?.column == 3)
  }

  @Test func aColourThatLostItsQuotesIsExplained() {
    let error = problem { $0.replacing("text: \"#d6dae4\"", with: "text: #d6dae4") }
    #expect(error?.problem == .notAColor(key: "colors.text", value: ""))
  }

  @Test func aMissingRoleIsNamed() {
    let error = problem { $0.replacing("  accent: \"#ff7ad0\"\n", with: "") }
    #expect(error?.problem == .file(.missing("colors.accent")))
  }

  @Test(arguments: ["", "- a", "colors: [", "a: 1\na: 2", "\u{0}"]) func whatIsNoThemeIsRefused(text: String) {
    #expect(throws: ThemeError.self) { try ThemeShelf.unread.theme(text: text, name: "mine", file: "mine.yaml") }
  }
}
