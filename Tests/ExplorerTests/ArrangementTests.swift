import Screen
import Testing

@testable import Explorer

@Suite struct ArrangementTests {
  private func panes(_ columns: Int, _ rows: Int, _ line: String = "") throws -> [Composition.Pane] {
    var exploration = try Exploration.sample(size: Size(rows: rows, columns: columns))
    if !line.isEmpty { _ = exploration.command(line) }
    return exploration.composition.panes
  }

  @Test(arguments: [(80, 24, 1), (110, 24, 2), (159, 50, 2), (160, 35, 2), (160, 36, 3), (200, 60, 3), (500, 200, 3)])
  func moreRoomShowsMorePanes(columns: Int, rows: Int, count: Int) throws {
    #expect(try panes(columns, rows).count == count)
  }

  @Test func panesNeitherOverlapNorLeaveTheWindow() throws {
    for line in ["split auto", "split beside", "split above", "split alone"] {
      let panes = try panes(200, 60, line)
      for pane in panes {
        #expect(pane.area.row >= 1 && pane.area.endRow <= 59 && pane.area.column >= 0 && pane.area.endColumn <= 200)
        for other in panes where other != pane {
          #expect(
            pane.area.endColumn <= other.area.column || other.area.endColumn <= pane.area.column
              || pane.area.endRow <= other.area.row || other.area.endRow <= pane.area.row)
        }
      }
    }
  }

  @Test func aSecondViewCanBeChosen() throws {
    let panes = try panes(100, 30, "split above spectrum")
    #expect(panes.map(\.view) == [.heatmap, .spectrum])
    #expect(panes[0].area.endRow <= panes[1].area.row)
  }

  @Test func whatDoesNotFitIsSaidAndNothingChanges() throws {
    var exploration = try Exploration.sample(size: Size(rows: 24, columns: 60))
    _ = exploration.command("split beside dials")
    #expect(exploration.notice == .doesNotFit(.beside, needed: Size(rows: 8, columns: 76), exploration.size))
    #expect(exploration.scene.arrangement == .automatic)
  }

  @Test func arrangementsGoRoundAmongThoseThatFit() throws {
    var exploration = try Exploration.sample(size: Size(rows: 12, columns: 80))
    var seen: [Arrangement] = []
    for _ in 0..<3 {
      _ = exploration.after(.stepArrangement(by: 1))
      seen.append(exploration.scene.arrangement)
    }
    #expect(seen == [.alone, .beside, .automatic])
  }

  @Test func panesChangePlacesAndBack() throws {
    var exploration = try Exploration.sample(size: Size(rows: 30, columns: 120))
    _ = exploration.after(.swapPanes)
    #expect(exploration.composition.panes.map(\.view) == [.dials, .heatmap])
    _ = exploration.after(.swapPanes)
    #expect(exploration.composition.panes.map(\.view) == [.heatmap, .dials])
  }

  @Test func aSmallerWindowLeavesTheViewLookedAt() throws {
    var exploration = try Exploration.sample(size: Size(rows: 40, columns: 120))
    _ = exploration.after(.arrange(.beside, companion: .waves), .resize(Size(rows: 12, columns: 40)))
    #expect(exploration.composition.panes.map(\.view) == [.heatmap])
  }
}

@Suite struct CountingTests {
  private func typing(_ keys: String) throws -> Exploration {
    var exploration = try Exploration.sample()
    for scalar in keys.unicodeScalars {
      guard let action = Keymap.standard.action(for: .letter(scalar), in: exploration.mode) else { continue }
      _ = exploration.after(action)
    }
    return exploration
  }

  @Test(arguments: [
    ("12l", 22), ("3j", 10), ("10l", 20), ("2h", 8), ("l", 11), ("99l", 31),
  ])
  func aCountRepeatsAMove(keys: String, place: Int) throws {
    let scene = try typing(keys).scene
    #expect((keys.hasSuffix("j") ? scene.position + 7 : scene.pair) == place)
  }

  @Test func aCountBeforeTheLastPositionGoesThere() throws {
    #expect(try typing("4096G").scene.position == 4096)
    #expect(try typing("12g").scene.position == 12)
  }

  @Test func aCountRepeatsWhatMultiplies() throws {
    #expect(try typing("2}").scene.encoding.base == 1_000_000)
  }

  @Test func zeroAloneIsAKeyOfItsOwn() throws {
    #expect(try typing("-0").scene.window.count == nil)
  }

  @Test func theCountIsShownAndEscapeForgetsIt() throws {
    var exploration = try typing("12")
    #expect(exploration.status.contains("12×"))
    _ = exploration.after(.back)
    #expect(exploration.mode == .normal && !exploration.status.contains("×"))
  }

  @Test func anAbsurdCountIsHeld() throws {
    #expect(try typing("99999999999999999999999999j").scene.position == Window.lastPosition)
    #expect(try typing("99999999999999999999999999}").notice?.isComplaint == true)
  }
}
