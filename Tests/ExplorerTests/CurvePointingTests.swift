import Encodings
import Screen
import Testing

@testable import Explorer

/// The mouse over curves and bars: waves, spectrum, reach.
@Suite struct CurvePointingTests {
  private func four(_ value: Double) -> String { Numerals.fixed(value, decimals: 4) }

  /// The positions of 0 ..< 1000 that are under the pointer, by their names: «p 12…17».
  private func positions(in reading: String) throws -> Range<Int> {
    let match = try #require(reading.firstMatch(of: #/^p (\d+)(?:…(\d+))? /#))
    let first = try #require(Int(match.1))
    return first..<((match.2.flatMap { Int($0) } ?? first) + 1)
  }

  @Test(arguments: ["0:40", "0:900"]) func overAWaveThePointerReadsTheMeanOfThePositionsUnderIt(shown: String) throws
  {
    var exploration = try Exploration.alone(.waves, "zoom \(shown)", "pair 5")
    let spectrum = try #require(exploration.scene.encoding.spectrum)
    let row = try exploration.cell { $0.position != nil && $0.pair == 5 }.row
    let places = exploration.targets(inRow: row).map(\.place)
    for place in [places[0], places[places.count / 2], places[places.count - 1]] {
      let reading = try #require(exploration.reads(place))
      let held = try positions(in: reading)
      let phases = held.map { spectrum[5].phase(at: $0) }
      let (cosine, sine) = (
        phases.map(\.cosine).reduce(0, +) / Double(held.count), phases.map(\.sine).reduce(0, +) / Double(held.count)
      )
      let mean = held.count > 1 ? "   mean of \(held.count) positions" : ""
      #expect(reading.hasSuffix("· i 5   cos \(four(cosine))  sin \(four(sine))\(mean)"))
      _ = exploration.after(.mouse(Mouse(.move, row: place.row, column: place.column)))
      #expect(exploration.status.contains(reading))
    }
  }

  @Test func overAWaveTheFirstCellIsTheFirstPositionShownAndTheLastTheLast() throws {
    let exploration = try Exploration.alone(.waves, "zoom 100:140")
    let row = try exploration.cell { $0.position != nil }.row
    let shown = exploration.targets(inRow: row).compactMap(\.target.position)
    #expect(shown.first == 100 && shown.last == 139 && Set(shown).count == 40)
  }

  @Test func aClickOnAWaveChoosesItsPairAndThePositionAndTheCursorStandsThere() throws {
    var exploration = try Exploration.alone(.waves, "zoom 0:40")
    let place = try exploration.cell { $0.position == 17 && $0.pair == 0 }
    exploration.click(place)
    #expect(exploration.scene.position == 17 && exploration.scene.pair == 0)
    #expect(exploration.line(1).contains("p 17 · i 0"))
    #expect(exploration.target(at: place)?.position == 17)
  }

  @Test func theNameOfAWaveChoosesItsPairAndLeavesThePosition() throws {
    var exploration = try Exploration.alone(.waves, "position 7")
    let wavelength = try #require(exploration.scene.encoding.spectrum)[0].wavelength
    let place = try exploration.cell { $0.pair == 0 && $0.position == nil }
    #expect(exploration.reads(place) == "i 0   λ \(Numerals.significant(wavelength, digits: 6))")
    exploration.click(place)
    #expect(exploration.scene.pair == 0 && exploration.scene.position == 7)
  }

  @Test func draggingAWaveMovesThePositionsWithThePointer() throws {
    var exploration = try Exploration.alone(.waves, "zoom 20000:28000")
    let place = try exploration.cell { $0.position.map { $0 >= 24_000 } ?? false }
    let held = try #require(exploration.target(at: place)?.position)
    exploration.drag(place, columns: 20)
    let moved = try #require(exploration.target(at: Place(row: place.row, column: place.column + 20))?.position)
    #expect(exploration.scene.window.start < 20_000 && exploration.scene.window.count == 8000)
    // A cell holds about 87 positions.
    #expect(abs(moved - held) <= 90)
  }

  @Test(arguments: [2, -2]) func theWheelZoomsAWaveAndThePositionUnderThePointerStays(notches: Int) throws {
    var exploration = try Exploration.alone(.waves, "zoom 20000:28000")
    let place = try exploration.cell { $0.position.map { $0 >= 26_000 } ?? false }
    let before = try #require(exploration.target(at: place)?.position)
    exploration.wheel(notches, place)
    let after = try #require(exploration.target(at: place)?.position)
    let count = try #require(exploration.scene.window.count)
    #expect(notches > 0 ? count < 8000 : count > 8000)
    #expect(abs(after - before) <= 2 * max(8000, count) / 90)
  }

  @Test func overTheSpectrumThePointerReadsTheWavelengthWithAndWithoutExtension() throws {
    let exploration = try Exploration.alone(.spectrum, model: "llama-3.1-8b")
    guard case .rotary(let rotary) = exploration.scene.encoding else { return #expect(Bool(false), "not rotary") }
    let plain = try Rotary(dimension: rotary.dimension, base: rotary.base).spectrum
    for pair in [0, 30, 63] {
      let place = try exploration.cell { $0.pair == pair }
      let (one, other) = (rotary.spectrum[pair].wavelength, plain[pair].wavelength)
      #expect(
        exploration.reads(place)
          == "i \(pair)   λ \(Numerals.significant(one, digits: 6))   λ/λ₀ \(Numerals.significant(one / other, digits: 4))"
      )
    }
  }

  @Test func aClickOnTheSpectrumChoosesThePairAndTheCursorStandsThere() throws {
    var exploration = try Exploration.alone(.spectrum, model: "llama-3.1-8b")
    let place = try exploration.cell { $0.pair == 41 }
    exploration.click(place)
    #expect(exploration.scene.pair == 41 && exploration.scene.position == 0)
    let cells = exploration.targets(inRow: place.row).filter { $0.target.pair == 41 }
    let frame = exploration.frame
    #expect(cells.contains { frame[$0.place.row, $0.place.column]?.scalar != " " })
  }

  @Test func overAReachBarThePointerReadsHowMuchOfTheCircleIsUnseen() throws {
    let exploration = try Exploration.alone(.reach, model: "llama-3.1-8b", size: Size(rows: 36, columns: 120))
    let reach = try #require(exploration.scene.reach)
    let column = try exploration.cell { $0.pair == 40 }.column
    let places = (0..<exploration.size.rows).map { Place(row: $0, column: column) }
    for method in reach.methods {
      let place = try #require(
        places.first { exploration.target(at: $0)?.reading.hasPrefix(method.scaling.name + " ") ?? false })
      let share = Numerals.significant(method.unseenArc[40], digits: 4)
      #expect(exploration.reads(place) == "\(method.scaling.name) · i 40   unseen \(share)")
      #expect(exploration.line(place.row).contains(method.scaling.name))
    }
  }

  @Test func aClickOnAReachBarChoosesThePairAndOnTheFirstUnseenPositionGoesThere() throws {
    var exploration = try Exploration.alone(.reach, model: "llama-3.1-8b", size: Size(rows: 36, columns: 120))
    let reach = try #require(exploration.scene.reach)
    exploration.click(try exploration.cell { $0.pair == 40 })
    #expect(exploration.scene.pair == 40 && exploration.scene.position == 0)
    let first = try #require(reach.methods.compactMap(\.firstUnseenPosition).first)
    exploration.click(try exploration.cell { $0.position == first })
    #expect(exploration.scene.position == first)
    #expect(exploration.scene.window.positions(rows: exploration.heatmapRows).contains(first))
  }

  @Test(arguments: [ViewName.waves, .spectrum, .reach])
  func outsideThePictureThePointerReadsNothing(view: ViewName) throws {
    let exploration = try Exploration.alone(view, model: "llama-3.1-8b")
    #expect(exploration.answers && exploration.isSilentOutside)
  }

  @Test(arguments: [ViewName.waves, .spectrum, .reach])
  func aPictureOfWhatTheSchemeLacksAnswersNowhere(view: ViewName) throws {
    #expect(try !Exploration.alone(view, "scheme alibi").answers)
  }
}
