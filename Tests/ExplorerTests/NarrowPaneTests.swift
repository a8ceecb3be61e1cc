import Encodings
import Screen
import TestSupport
import Testing

@testable import Explorer

/// What stays on the screen where room is short: numbers before words, and what is cut says so.
@Suite struct NarrowPaneTests {
  private static let sizes = [
    Size(rows: 8, columns: 36), Size(rows: 14, columns: 48), Size(rows: 24, columns: 80),
    Size(rows: 30, columns: 110),
    Size(rows: 40, columns: 120),
  ]

  @Test(arguments: ViewName.allCases, sizes)
  func theNumberOfEveryCheckIsOnTheScreen(view: ViewName, size: Size) throws {
    for language in Language.allCases {
      var exploration = try Exploration.sample("llama-3.1-8b", size: size, language: language)
      for line in ["view \(view.rawValue)", "position 4096"] { _ = exploration.command(line) }
      for pane in exploration.composition.panes {
        let account = pane.view.lens.account(of: exploration.scene, in: pane.area, valueRowsPerCell: 2, language)
        guard let check = account.check else { continue }
        let number = Numerals.significant(check.residual, digits: 2)
        let rows = exploration.text(of: pane.area)
        #expect(
          rows.contains { row in
            let words = row.trimmingPrefix { $0 == " " }
            return words.hasPrefix(language("check", "校验")) && row.hasSuffix(" \(number)")
          }, "\(pane.view.rawValue): \(number)")
      }
    }
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 30, columns: 110), Size(rows: 40, columns: 120)])
  func theColumnsOfThePipelineAreNamed(size: Size) throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: size)
    for line in ["view pipeline", "position 4096"] { _ = exploration.command(line) }
    let head = try #require(exploration.lines.first { $0.contains("query  m 4096") })
    let code = try #require(exploration.lines.first { $0.contains(" code ") })
    for (name, number) in [("query", "cos"), ("key", "cos  1.0000")] {
      let (above, below) = (try #require(head.firstRange(of: name)), try #require(code.firstRange(of: number)))
      #expect(
        head.distance(from: head.startIndex, to: above.lowerBound)
          == code.distance(from: code.startIndex, to: below.lowerBound))
    }
  }

  @Test func whereQueryAndKeyStandBelowEachOtherEachLineSaysWhoseItIs() throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: Size(rows: 30, columns: 50))
    _ = exploration.command("view pipeline")
    let first = try #require(exploration.lines.firstIndex { $0.contains("2 q, k") })
    #expect(exploration.line(first).contains(" q (") && exploration.line(first + 1).contains(" k ("))
  }

  @Test(arguments: [Size(rows: 8, columns: 36), Size(rows: 24, columns: 80), Size(rows: 40, columns: 120)])
  func theHeatmapSaysHowManyPositionsACellHoldsInEveryWidth(size: Size) throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: size)
    _ = exploration.command("position 4096")
    #expect(exploration.line(1).contains("mean of "))
  }

  @Test func ofTheHeadingOfTheWavesTheDottedCurveIsNamedLast() throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: Size(rows: 40, columns: 120))
    for line in ["view waves", "position 4096"] { _ = exploration.command(line) }
    #expect(exploration.line(1).contains("dotted sin"))
  }

  @Test func ofATitleThatIsTooLongTheModelStaysAndTheRestEndsInAnEllipsis() throws {
    let exploration = try Exploration.sample("llama-3.1-8b", size: Size(rows: 8, columns: 36))
    #expect(exploration.line(0) == " rope · half-split ·…   llama-3.1-8b")
  }

  @Test func aNameThatIsCutEndsInAnEllipsis() throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    for line in ["compare linear factor=16", "view compare"] { _ = exploration.command(line) }
    #expect(exploration.line(2).contains(/B scaling linear[^B]*…  A − B/))
  }

  @Test func theMapOfBiasesFillsItsPane() throws {
    let exploration = try Exploration.alone(.bias, "scheme alibi", size: Size(rows: 24, columns: 80))
    let pane = exploration.composition.panes[0].area
    #expect(exploration.target(at: Place(row: 10, column: pane.endColumn - 3)) != nil)
    #expect(exploration.line(1).contains("b = 0"))
  }

  @Test func inASmallPaneReachShowsTheBarOfThePresentExtension() throws {
    let exploration = try Exploration.alone(.reach, model: "llama-3.1-8b", size: Size(rows: 8, columns: 36))
    #expect(exploration.lines.contains { $0.contains("llama3  ") })
    #expect(exploration.answers)
  }

  @Test func besideTheSpectrumReachIsAsWideAsItsPaneAndNamesThePair() throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: Size(rows: 40, columns: 120))
    _ = exploration.command("view spectrum")
    let pane = try #require(exploration.composition.panes.first { $0.view == .reach }).area
    let rows = exploration.text(of: pane)
    #expect(rows[1].contains(" 21") && rows[2].contains("first unseen") && rows[2].contains("crowding"))
    let last = try #require(exploration.target(at: Place(row: pane.row + 3, column: pane.endColumn - 2)))
    #expect(last.pair == 62 || last.pair == 63)
  }

  @Test(arguments: [false, true]) func withoutColoursEveryCurveOfTheSpectrumHasASampleOfItsOwn(asciiOnly: Bool) throws
  {
    var exploration = try Exploration.sample("llama-3.1-8b", depth: .mono, asciiOnly: asciiOnly)
    _ = exploration.command("view spectrum")
    let legend = Array(try #require(exploration.lines.first { $0.contains(" target") && $0.contains(" this") }))
    let samples = try ["this", "none", "others", "trained", "target"].map { name in
      let text = String(legend)
      let range = try #require(text.firstRange(of: " " + name))
      let start = text.distance(from: text.startIndex, to: range.lowerBound)
      return String(legend[(start - 4)..<start])
    }
    #expect(Set(samples).count == 5, "\(samples)")
  }
}

extension Exploration {
  /// The rows of an area as text, without blanks at their ends.
  fileprivate func text(of area: Area) -> [String] {
    let frame = frame
    return (area.row..<area.endRow).map { row in
      let cells = (area.column..<area.endColumn).compactMap { frame[row, $0] }.filter { $0.width != .continuation }
      let text = cells.map { String($0.scalar) }.joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }
}
