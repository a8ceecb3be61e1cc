import Encodings
import Screen
import Testing

@testable import Explorer

@Suite struct PointingTests {
  /// A heatmap alone on 80 × 24: cells from row 3 on.
  private func heatmap(window: Window = Window()) throws -> Exploration {
    var exploration = try Exploration.sample()
    exploration.scene.window = window
    return exploration
  }

  private func mouse(_ gesture: Mouse.Gesture, _ row: Int, _ column: Int, _ held: Key.Modifiers = []) -> Action {
    .mouse(Mouse(gesture, row: row, column: column, modifiers: held))
  }

  /// Where a text begins on the screen.
  private func place(of text: String, in exploration: Exploration) throws -> Place {
    for (row, line) in exploration.lines.enumerated() {
      if let range = line.firstRange(of: text) {
        return Place(row: row, column: line.distance(from: line.startIndex, to: range.lowerBound))
      }
    }
    Issue.record("«\(text)» is not on the screen")
    return Place(row: 0, column: 0)
  }

  /// A cell of the picture, found by what the lens says of it.
  private func cell(_ exploration: Exploration, _ holds: (Target) -> Bool) throws -> Place {
    let size = exploration.size
    let places = (0..<size.rows).flatMap { row in (0..<size.columns).map { Place(row: row, column: $0) } }
    return try #require(places.first { exploration.target(at: $0).map(holds) ?? false })
  }

  @Test func hoveringReadsTheValueInTheStatusLineAndChangesNothing() throws {
    var exploration = try heatmap()
    let scene = exploration.scene
    let place = try cell(exploration) { $0.position == 6 && $0.pair == 5 }
    #expect(exploration.after(mouse(.move, place.row, place.column)).isEmpty)
    #expect(exploration.status.contains("p 6…7 · i 5   cos p·ω "))
    #expect(exploration.scene == scene && exploration.past.isEmpty)
    _ = exploration.after(mouse(.move, 0, 0))
    #expect(!exploration.status.contains("cos p·ω"))
  }

  @Test func overABlockThePointerSaysThatItReadsAMeanAndAClickTakesTheMiddle() throws {
    var exploration = try Exploration.alone(.heatmap, "zoom 0:4096", "component cosine")
    let place = try exploration.cell { $0.pair == 5 && $0.position ?? 0 > 1000 }
    let reading = try #require(exploration.reads(place))
    let match = try #require(reading.firstMatch(of: #/p (\d+)…(\d+) · i 5   cos p·ω mean \S+ of (\d+) positions/#))
    let numbers = try [match.1, match.2, match.3].map { try #require(Int($0)) }
    #expect(numbers[1] - numbers[0] + 1 == numbers[2])
    exploration.click(place)
    #expect(exploration.scene.position == (numbers[0] + numbers[1]) / 2)
  }

  @Test func aKeyEndsTheReading() throws {
    var exploration = try heatmap()
    let place = try cell(exploration) { $0.pair == 5 }
    _ = exploration.after(mouse(.move, place.row, place.column), .movePair(by: 1))
    #expect(exploration.reading == nil)
  }

  @Test func aClickChoosesPositionAndPairAtOnceAndIsOneStepOfUndo() throws {
    var exploration = try heatmap()
    let place = try cell(exploration) { $0.position == 10 && $0.pair == 3 }
    _ = exploration.after(mouse(.press(.left), place.row, place.column))
    #expect(exploration.scene.position == 0)
    _ = exploration.after(mouse(.release(.left), place.row, place.column))
    #expect(exploration.scene.position == 10 && exploration.scene.pair == 3)
    _ = exploration.after(.undo)
    #expect(exploration.scene.position == 0 && exploration.past.isEmpty)
  }

  @Test func theOtherButtonPutsTheSecondPosition() throws {
    var exploration = try heatmap()
    let place = try cell(exploration) { $0.position == 10 }
    _ = exploration.after(
      mouse(.press(.right), place.row, place.column), mouse(.release(.right), place.row, place.column))
    #expect(exploration.scene.position == 0 && exploration.scene.secondPosition == 10)
  }

  @Test(arguments: [1, -1, 5]) func theWheelZoomsAndWhatIsUnderThePointerStays(notches: Int) throws {
    var exploration = try heatmap(window: Window(start: 100_000, count: 8000))
    exploration.scene.position = 103_000
    let place = Place(row: 12, column: 20)
    let before = try #require(exploration.target(at: place)?.position)
    _ = exploration.after(mouse(.wheel(by: notches), place.row, place.column))
    let after = try #require(exploration.target(at: place)?.position)
    let length = try #require(exploration.scene.window.count)
    #expect(notches > 0 ? length < 8000 : length > 8000)
    // A cell at the coarser of the two zooms.
    #expect(abs(after - before) <= max(8000, length) / exploration.heatmapRows * 2)
  }

  @Test(arguments: [Key.Modifiers.control, .shift]) func withAKeyHeldTheWheelZoomsTheColumns(held: Key.Modifiers)
    throws
  {
    var exploration = try heatmap()
    let place = try cell(exploration) { $0.pair == 30 }
    _ = exploration.after(mouse(.wheel(by: 2), place.row, place.column, held))
    let shown = try #require(exploration.scene.columns)
    #expect(shown.contains(30) && shown.count < 32)
    #expect(exploration.scene.window == Window())
  }

  @Test func draggingPansByWhatWasGripped() throws {
    var exploration = try heatmap(window: Window(start: 1000, count: 36))
    exploration.scene.position = 1000
    _ = exploration.after(mouse(.press(.left), 10, 20), mouse(.drag(.left), 7, 20))
    #expect(exploration.scene.window.start == 1006)
    #expect(exploration.scene.position == 1006)
    _ = exploration.after(mouse(.drag(.left), 12, 20), mouse(.release(.left), 12, 20))
    #expect(exploration.scene.window.start == 996)
    _ = exploration.after(.undo)
    #expect(exploration.scene.window.start == 1000 && exploration.past.isEmpty)
  }

  @Test func draggingPastTheBeginningStopsThere() throws {
    var exploration = try heatmap(window: Window(start: 4, count: 36))
    _ = exploration.after(mouse(.press(.left), 5, 20), mouse(.drag(.left), 20, 20))
    #expect(exploration.scene.window.start == 0)
  }

  @Test func draggingZoomedColumnsPansThemToo() throws {
    var exploration = try heatmap()
    _ = exploration.after(.setColumns(8..<12))
    let place = try cell(exploration) { $0.pair == 11 }
    _ = exploration.after(mouse(.press(.left), place.row, place.column))
    _ = exploration.after(mouse(.drag(.left), place.row, place.column - 2 * 17))
    #expect(exploration.scene.columns == 10..<14)
  }

  @Test func whereHeadsDifferTheHeadIsTurnedInTheLastRow() throws {
    var exploration = try Exploration.sample(encoding: .alibi(try ALiBi(heads: 8)))
    let row = exploration.size.rows - 1
    let column = try #require(exploration.status.firstRange(of: "h=0")).lowerBound
    let place = exploration.status.distance(from: exploration.status.startIndex, to: column)
    _ = exploration.after(mouse(.wheel(by: 3), row, place))
    #expect(exploration.scene.head == 3 && exploration.status.contains("h=3"))
    #expect(try !Exploration.sample().status.contains("h="))
  }

  @Test func aClickOnADialChoosesItsPairAndTheWheelTurnsThem() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setView(.dials))
    let place = try cell(exploration) { $0.pair == 7 }
    _ = exploration.after(mouse(.move, place.row, place.column))
    #expect(exploration.status.contains("i 7 "))
    _ = exploration.after(
      mouse(.press(.left), place.row, place.column), mouse(.release(.left), place.row, place.column))
    #expect(exploration.scene.pair == 7)
    _ = exploration.after(mouse(.wheel(by: -1), place.row, place.column))
    #expect(exploration.scene.position == 1)
  }

  @Test func inSimilarityAClickChoosesBothPositions() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setView(.similarity))
    let place = try cell(exploration) { $0.position == 8 && $0.secondPosition == 12 }
    _ = exploration.after(
      mouse(.press(.left), place.row, place.column), mouse(.release(.left), place.row, place.column))
    #expect(exploration.scene.position == 8 && exploration.scene.secondPosition == 12)
  }

  @Test func theHeadingOfAPaneChoosesIt() throws {
    var exploration = try Exploration.sample(size: Size(rows: 40, columns: 120))
    let place = try place(of: "dials", in: exploration)
    _ = exploration.after(
      mouse(.press(.left), place.row, place.column), mouse(.release(.left), place.row, place.column))
    #expect(exploration.scene.view == .dials)
  }

  private static let parameters: [(name: String, read: @Sendable (Scene) -> Double, turned: Double)] = [
    ("d=", { Double($0.encoding.dimension ?? 0) }, 70), ("base=", { $0.encoding.base ?? 0 }, 13_310),
    ("pos=", { Double($0.position) }, 3),
  ]

  @Test(arguments: parameters.indices) func aParameterIsTurnedByDraggingItAndByTheWheel(index: Int) throws {
    let (name, read, turned) = Self.parameters[index]
    var exploration = try heatmap()
    let found = try place(of: name, in: exploration)
    _ = exploration.after(
      mouse(.press(.left), found.row, found.column), mouse(.drag(.left), found.row, found.column + 1),
      mouse(.drag(.left), found.row, found.column + 3), mouse(.release(.left), found.row, found.column + 3))
    #expect(abs(read(exploration.scene) - turned) < 1)
    _ = exploration.after(.undo)
    #expect(exploration.past.isEmpty)
    _ = exploration.after(mouse(.wheel(by: 3), found.row, found.column))
    #expect(abs(read(exploration.scene) - turned) < 1)
  }

  @Test func inTheHelpTheWheelScrolls() throws {
    var exploration = try heatmap()
    _ = exploration.after(.toggleHelp, mouse(.wheel(by: -1), 5, 5))
    #expect(exploration.mode == .help(firstLine: 3))
    _ = exploration.after(mouse(.press(.left), 5, 5), mouse(.release(.left), 5, 5))
    #expect(exploration.mode == .help(firstLine: 3) && exploration.scene.position == 0)
  }

  @Test func onTheCommandLineTheMouseDoesNothing() throws {
    var exploration = try heatmap()
    let scene = exploration.scene
    _ = exploration.after(.openCommandLine, mouse(.press(.left), 9, 9), mouse(.release(.left), 9, 9))
    _ = exploration.after(mouse(.wheel(by: 1), 9, 9))
    #expect(exploration.scene == scene)
  }

  @Test func oneKeyLeavesTheMouseToTheTerminalAndTakesItBack() throws {
    var exploration = try heatmap()
    #expect(exploration.after(.toggleMouse) == [.reportMouse(false)])
    _ = exploration.after(mouse(.wheel(by: 1), 9, 20))
    #expect(exploration.scene.window == Window())
    #expect(exploration.after(.toggleMouse) == [.reportMouse(true)])
    #expect(Keymap.standard.action(for: Key(.character("M")), in: .normal) == .toggleMouse)
  }

  /// Nothing but the sizes and gestures matters here: whatever the mouse does, the state stays whole.
  @Test(
    arguments: ViewName.allCases,
    [Size(rows: 0, columns: 0), Size(rows: 8, columns: 36), Size(rows: 50, columns: 200)])
  func anyGestureAnywhereInAnyViewIsHarmless(view: ViewName, size: Size) throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: size)
    _ = exploration.after(.setView(view))
    let gestures: [Mouse.Gesture] = [
      .move, .press(.left), .drag(.left), .release(.left), .press(.right), .release(.right), .wheel(by: 1),
      .wheel(by: -1),
      .wheelSideways(by: 1), .release(.middle), .drag(.right),
    ]
    for row in [0, 1, 2, 5, 20, 49, 1 << 20] {
      for column in [0, 5, 60, 150, 199, 1 << 20] {
        for gesture in gestures { _ = exploration.after(mouse(gesture, row, column)) }
      }
    }
    #expect(exploration.scene.position >= 0 && exploration.scene.position <= Window.lastPosition)
    #expect(exploration.scene.pair >= 0 && exploration.scene.pair < exploration.scene.pairCount)
    #expect(exploration.frame.size == size)
  }

  @Test func theScreenIsCopiedByAnEffect() throws {
    var exploration = try heatmap()
    #expect(exploration.after(.copyScreen) == [.copyScreen])
  }

  @Test(arguments: [(0xFFFFFF, "paper"), (0xFDF6E3, "paper"), (0x000000, "midnight"), (0x1E1E2E, "midnight")])
  func withoutAChoiceTheThemeFollowsTheBackground(hex: UInt32, theme: String) throws {
    var exploration = try heatmap()
    exploration.themeIsChosen = false
    _ = exploration.after(.background(Color(hex: hex)))
    #expect(exploration.scene.theme == theme && exploration.past.isEmpty)
  }

  @Test func aChosenThemeStays() throws {
    var exploration = try heatmap()
    exploration.themeIsChosen = false
    _ = exploration.after(.setTheme("midnight"), .background(Color(hex: 0xFFFFFF)))
    #expect(exploration.scene.theme == "midnight")
  }

  @Test func signsThatAreTooWideAreAvoidedAndThatIsSaid() throws {
    var exploration = try heatmap()
    _ = exploration.after(.avoidAmbiguousSigns)
    #expect(exploration.notice == .ambiguousSigns)
    #expect(exploration.frame.cells.allSatisfy { $0.scalar.isASCII || $0.width != .narrow })
  }

  @Test func aClickChoosesALineOfTheCatalogueAndASecondOneOpensIt() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("catalogue models")
    let place = try cell(exploration) { $0.entry == 3 }
    let line = try #require(exploration.target(at: place)?.reading.split(separator: " ").first)
    #expect(exploration.line(place.row).contains(line))
    func click() -> [Effect] {
      exploration.after(
        mouse(.press(.left), place.row, place.column), mouse(.release(.left), place.row, place.column))
    }
    #expect(click() == [])
    #expect(exploration.scene.catalogue.entry == 3)
    #expect(exploration.line(place.row).contains("▸ "))
    #expect(click() == [.open(String(line))])
  }

  @Test func aLineOfTheGuideIsChosenByAnyOfItsRows() throws {
    var exploration = try Exploration.sample(size: Size(rows: 70, columns: 108))
    for line in ["catalogue guide", "split alone"] { _ = exploration.command(line) }
    let rows = (0..<70).filter { exploration.target(at: Place(row: $0, column: 10))?.entry == 1 }
    #expect(rows.count > 1)
    let name = try #require(
      exploration.target(at: Place(row: rows[0], column: 10))?.reading.split(separator: "  ").first)
    #expect(exploration.line(rows[0]).contains(name))
  }

  @Test func thePrecisionReadIsThatOfTheHeadingOnceItIsChosen() throws {
    var exploration = try Exploration.sample(size: Size(rows: 30, columns: 100))
    for line in ["view precision", "position 250"] { _ = exploration.command(line) }
    let place = try cell(exploration) { $0.pair == 9 && $0.position != 250 }
    let reading = try #require(exploration.target(at: place)?.reading.split(separator: "  ").last)
    _ = exploration.after(
      mouse(.press(.left), place.row, place.column), mouse(.release(.left), place.row, place.column))
    #expect(exploration.scene.pair == 9)
    #expect(exploration.line(1).contains(reading.drop { $0 == " " }))
  }

  @Test func theDigitReadIsTheOneBelowItsDial() throws {
    var exploration = try Exploration.sample(size: Size(rows: 30, columns: 100))
    for line in ["view digits", "position 4321"] { _ = exploration.command(line) }
    let place = try cell(exploration) { $0.pair == 5 }
    let reading = try #require(exploration.target(at: place)?.reading.split(separator: "  ").first)
    #expect(reading.hasPrefix("i 5: "))
    let label = reading.dropFirst(2)
    #expect(exploration.lines[place.row...].prefix(9).contains { $0.contains(label) })
  }
}
