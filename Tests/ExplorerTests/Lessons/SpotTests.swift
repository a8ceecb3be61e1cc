import Encodings
import Screen
import Testing

@testable import Explorer

/// What a lesson points at is found on every screen.
@Suite struct SpotTests {
  /// A scene in which a view has something to show, and a spot of it that leaves something out.
  private static let pictures: [(view: ViewName, model: String, spot: Spot)] = [
    (.heatmap, "llama-3.1-8b", Spot(rows: 2..<5, columns: 3..<9)),
    (.bias, "bloom-560m", Spot(rows: 2..<5, columns: 0..<3)),
    (.similarity, "llama-3.1-8b", Spot(rows: 2..<5, columns: 2..<5)),
    (.reach, "llama-3.1-8b", Spot(rows: 1..<3, columns: 20..<40)),
    (.spectrum, "llama-3.1-8b", Spot(columns: 20..<40)),
    (.attention, "llama-3.1-8b", Spot(rows: 1..<2, columns: 0..<2)),
  ]

  private static let depths: [(ColorDepth, asciiOnly: Bool)] = [
    (.truecolor, false), (.palette16, false), (.mono, false), (.mono, true),
  ]

  @Test(arguments: pictures, depths)
  func itIsMarkedInEveryViewAndDepth(
    picture: (view: ViewName, model: String, spot: Spot), depth: (ColorDepth, asciiOnly: Bool)
  ) throws {
    var exploration = try Exploration.sample(picture.model, depth: depth.0, asciiOnly: depth.asciiOnly)
    _ = exploration.after(.setView(picture.view))
    let before = exploration.frame
    exploration.scene.spot = picture.spot
    let after = exploration.frame
    let changed = (0..<24).flatMap { row in (0..<80).filter { before[row, $0] != after[row, $0] }.map { (row, $0) } }
    let signs = changed.filter { before[$0.0, $0.1]?.scalar != after[$0.0, $0.1]?.scalar }
    // With colours the rest is faded; without, signs say it alone, on paper and in a copied text too.
    #expect(depth.0 == .truecolor ? changed.count > 20 : signs.count >= 2)
    #expect(changed.allSatisfy { (2..<22).contains($0.0) })
  }

  @Test(arguments: pictures)
  func aSpotOfAnotherViewMarksNothingHere(picture: (view: ViewName, model: String, spot: Spot)) throws {
    var exploration = try Exploration.sample(picture.model)
    _ = exploration.after(.setView(picture.view))
    let before = exploration.frame
    exploration.scene.spot = Spot(pane: .waves, rows: picture.spot.rows, columns: picture.spot.columns)
    #expect(exploration.frame == before)
  }

  @Test func ofTwoPanesTheOneThatIsSpokenOfHasABar() throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: Size(rows: 30, columns: 160), depth: .mono)
    _ = exploration.command("split beside spectrum")
    let before = exploration.frame
    exploration.scene.spot = Spot(pane: .spectrum)
    let after = exploration.frame
    let bar = (0..<30).flatMap { row in (0..<160).filter { before[row, $0] != after[row, $0] } }
    #expect(Set(bar).count == 1 && bar.count == 28)
  }
}
