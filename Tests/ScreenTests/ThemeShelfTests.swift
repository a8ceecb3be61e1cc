import Testing

@testable import Screen

@Suite struct ThemeShelfTests {
  private static let themes = ThemeShelf().themes

  private func read(_ text: String, on shelf: ThemeShelf = .unread) throws(ThemeError) -> Theme {
    try shelf.theme(text: text, name: "mine", file: "mine.yaml")
  }

  private func problem(_ text: String, on shelf: ThemeShelf = .unread) -> ThemeError? {
    do throws(ThemeError) {
      _ = try read(text, on: shelf)
      return nil
    } catch {
      return error
    }
  }

  private func theme(_ name: String) throws -> Theme { try #require(Self.themes.first { $0.name == name }) }

  @Test func atLeastEightThemesAreBuiltInForDarkAndForLight() {
    #expect(Self.themes.count >= 8)
    #expect(Set(Self.themes.map(\.appearance)) == [.dark, .light])
    #expect(Self.themes.allSatisfy { !$0.summary.isEmpty && $0.chineseSummary != nil })
  }

  @Test func aThemeThatSaysWhatItIsForSaysNotWhatItsParentIsFor() throws {
    #expect(try read("inherits: paper").chineseSummary == theme("paper").chineseSummary)
    #expect(try read("inherits: paper\nsummary: Mine.").chineseSummary == nil)
    #expect(try read("inherits: paper\nsummary: Mine.\nsummary-zh: 我的。").chineseSummary == "我的。")
  }

  @Test func aThemeIsReadWhenItIsAskedFor() {
    var shelf = ThemeShelf.unread
    #expect(shelf.themes.isEmpty && shelf.names == Self.themes.map(\.name))
    shelf.read("paper")
    #expect(shelf.themes.map(\.name) == ["paper"])
  }

  @Test func whatIsLeftOutIsInherited() throws {
    let parent = try theme("paper")
    let mine = try read("inherits: paper\ncolors:\n  accent: \"#123456\"")
    #expect(mine[.accent] == Color(hex: 0x123456))
    #expect(mine[.text] == parent[.text] && mine[.diverging] == parent[.diverging])
    #expect(mine.appearance == .light && mine.summary == parent.summary)
  }

  @Test func aThemeMayBeInheritedUnchanged() throws {
    let mine = try read("inherits: midnight")
    #expect(try mine[.accent] == theme("midnight")[.accent])
  }

  @Test func noneTakesAnInheritedColourOrMapAway() throws {
    let mine = try read("inherits: midnight\ncolors:\n  background: none\nmaps:\n  sequential: none")
    #expect(mine[.background].isTerminalDefault)
    #expect(try mine[.sequential] != theme("midnight")[.sequential])
    #expect(mine.faintTexts.isEmpty)
  }

  @Test func inheritanceGoesThroughSeveralThemes() throws {
    var shelf = ThemeShelf.unread
    shelf.add(text: "inherits: midnight\ncolors:\n  accent: \"#aaaaaa\"", name: "a", file: "a.yaml")
    shelf.add(text: "inherits: a\ncolors:\n  second: \"#bbbbbb\"", name: "b", file: "b.yaml")
    let mine = try read("inherits: b", on: shelf)
    #expect(mine[.accent] == Color(hex: 0xAAAAAA) && mine[.second] == Color(hex: 0xBBBBBB))
  }

  @Test func aFileMayRefineTheBuiltInThemeOfItsOwnName() {
    var shelf = ThemeShelf.unread
    shelf.add(
      text: "inherits: midnight\ncolors:\n  accent: \"#abcdef\"", name: "midnight", file: "/home/midnight.yaml")
    #expect(shelf.read("midnight")?[.accent] == Color(hex: 0xABCDEF))
    #expect(shelf.problems.isEmpty)
  }

  @Test func aBrokenFileLeavesTheThemeBeforeItInPlace() {
    var shelf = ThemeShelf.unread
    shelf.add(text: "colours: {}", name: "midnight", file: "/home/midnight.yaml")
    #expect(shelf.read("midnight") == Self.themes.first { $0.name == "midnight" })
    #expect(shelf.problems.map(\.file) == ["/home/midnight.yaml"])
  }

  @Test func aFileThatIsAddedAgainReplacesItselfAndWhatInheritsFromIt() {
    var shelf = ThemeShelf.unread
    shelf.add(text: "inherits: midnight", name: "a", file: "a.yaml")
    shelf.add(text: "inherits: a", name: "b", file: "b.yaml")
    shelf.read("b")
    shelf.add(text: "inherits: paper", name: "a", file: "a.yaml")
    #expect(shelf["b"]?.appearance == .light)
  }

  @Test func anUnknownParentIsNamedWithItsPlaceAndItsNeighbour() {
    let error = problem("summary: x\ninherits: midnigth")
    #expect(error?.problem == .unknownParent("midnigth", nearest: "midnight"))
    #expect(error?.line == 2 && error?.column == 11)
  }

  @Test func inheritingInACircleIsRefused() {
    var shelf = ThemeShelf.unread
    shelf.add(text: "inherits: b", name: "a", file: "a.yaml")
    shelf.add(text: "inherits: a", name: "b", file: "b.yaml")
    #expect(problem("inherits: a", on: shelf)?.problem == .brokenParent("a", line: 1))
    shelf.add(text: "inherits: mine", name: "mine", file: "mine.yaml")
    #expect(problem("inherits: mine", on: shelf)?.problem == .inheritsItself("mine"))
    #expect(shelf.read("a") == nil)
  }

  @Test(arguments: ["inherits: [a]", "inherits:", "inherits: midnight\ncolors: none", "inherits: midnight\nmaps: 3"])
  func whatCannotBeInheritedIsRefused(text: String) {
    #expect(problem(text) != nil)
  }

  @Test func faintTextsAreFound() throws {
    let mine = try read("inherits: midnight\ncolors:\n  muted: \"#303030\"")
    #expect(Set(mine.faintTexts.map(\.text)) == [.muted])
    #expect(mine.faintTexts.count == 3)
  }

  /// The colour cube and the grey ramp of xterm, from index 16 on.
  private func nearest256(to color: Color) -> Color {
    let index = Palette.nearest256(to: color) - 16
    func level(_ step: Int) -> UInt8 { UInt8([0, 95, 135, 175, 215, 255][step]) }
    if index < 216 {
      return Color(red: level(index / 36), green: level(index / 6 % 6), blue: level(index % 6))
    }
    let grey = UInt8(8 + 10 * (index - 216))
    return Color(red: grey, green: grey, blue: grey)
  }

  @Test(arguments: themes.map(\.name)) func with256ColoursEveryTextIsLegible(name: String) throws {
    let theme = try theme(name)
    let shown = Theme(
      name: name, summary: "", appearance: theme.appearance,
      color: { role in theme[role].isTerminalDefault ? theme[role] : nearest256(to: theme[role]) },
      map: { theme[$0] })
    let faint = shown.faintTexts.map { "\($0.text.name) on \($0.background.name): \($0.contrast)" }
    #expect(faint == [], "\(name)")
  }

  /// With sixteen colours text stands on the terminal's own background: black where the theme is dark, white where it is
  /// light. 3 is what WCAG asks of large text and signs; the palette has no more to give.
  @Test(arguments: themes.map(\.name)) func withSixteenColoursEveryRoleIsStillLegible(name: String) throws {
    let theme = try theme(name)
    let look = Look(theme: theme, depth: .palette16)
    let paper = Color(hex: theme.appearance == .dark ? 0x000000 : 0xFFFFFF)
    for role in Role.allCases where !role.isBackground {
      let ink = look.style(role).foreground
      if ink.isTerminalDefault { continue }
      let shown = Palette.named[Palette.nearestNamed(to: ink)]
      #expect(shown.contrast(with: paper) >= 3, "\(name): \(role.name)")
    }
  }

  /// Without colour every role that means something is marked otherwise, whatever the theme.
  @Test(arguments: themes.map(\.name)) func inBlackAndWhiteNothingDependsOnColour(name: String) throws {
    let look = Look(theme: try theme(name), depth: .mono)
    #expect(Role.allCases.allSatisfy { look.style($0).foreground.isTerminalDefault })
    #expect(look.style(.accent).attributes != look.style(.text).attributes)
    #expect(look.style(.accent).attributes != look.style(.second).attributes)
  }

  /// Machado, Oliveira and Fernandes 2009 (doi:10.1109/TVCG.2009.113), full deficiency, in linear light.
  private static let deficiencies: [(name: String, matrix: [Double])] = [
    ("protanopia", [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]),
    ("deuteranopia", [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]),
    ("tritanopia", [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]),
  ]

  private func seen(_ color: Color, _ matrix: [Double]) -> Color {
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055, 2.4)
    }
    let parts = [color.red, color.green, color.blue].map(linear)
    let mixed = (0..<3).map { row in (0..<3).reduce(0) { $0 + matrix[3 * row + $1] * parts[$1] } }
    let coded = mixed.map { value in
      let held = min(max(value, 0), 1)
      return UInt8(((held <= 0.0031308 ? 12.92 * held : 1.055 * power(held, 1 / 2.4) - 0.055) * 255).rounded())
    }
    return Color(red: coded[0], green: coded[1], blue: coded[2])
  }

  /// In OKLab a difference of 0.02 is just seen side by side; five times that is told apart anywhere on a screen.
  @Test(arguments: deficiencies.indices) func theColourBlindThemeIsToldApartByEveryVision(index: Int) throws {
    let theme = try theme("colour-blind")
    let matrix = Self.deficiencies[index].matrix
    func distance(_ first: Color, _ second: Color) -> Double {
      OKLab(seen(first, matrix)).distance(to: OKLab(seen(second, matrix)))
    }
    let pairs: [(Role, Role)] = [(.accent, .second), (.trained, .unseen), (.good, .error)]
    for (first, second) in pairs {
      #expect(distance(theme[first], theme[second]) > 0.1, "\(first.name) and \(second.name)")
    }
    let map = theme[.diverging].levels
    #expect(distance(map[8], map[56]) > 0.1)
  }

  /// Printed grey, a sign is to be seen: the lightness goes one way from −1 to +1.
  @Test func ofThePrintThemeMagnitudesAndSignsReadAsGreys() throws {
    let theme = try theme("print")
    for kind in [ColorMap.Kind.sequential, .diverging] {
      let lightness = theme[kind].levels.map { $0.contrast(with: Color(hex: 0x000000)) }
      let steps = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
      #expect(steps.allSatisfy { $0 < 0 } || steps.allSatisfy { $0 > 0 }, "\(kind.rawValue)")
    }
  }

  @Test func aRingMustCloseAndADivergingMapHaveAMiddle() {
    let start = "inherits: midnight\nmaps:\n  "
    #expect(problem(start + "cyclic: ['#000000', '#ffffff']")?.problem == .notARing("maps.cyclic"))
    #expect(problem(start + "diverging: ['#000000', '#ffffff']")?.problem == .noMiddle("maps.diverging"))
    #expect(problem(start + "cyclic: ['#000000', '#ffffff', '#000000']") == nil)
  }
}
