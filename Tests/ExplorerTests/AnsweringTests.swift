import Checkpoints
import Encodings
import Screen
import Testing

@testable import Explorer

@Suite struct AnsweringTests {
  private static let encodings: [Encoding] = Scheme.allCases.compactMap {
    try? EncodingOptions(scheme: $0).applied(to: nil)
  }

  // A comparison takes two.
  @Test(arguments: ViewName.allCases.filter { $0 != .compare })
  func aViewAnswersExactlyWhereItDrawsSomethingToCheck(view: ViewName) throws {
    for encoding in Self.encodings {
      var exploration = try Exploration.sample(encoding: encoding, size: Size(rows: 40, columns: 100))
      _ = exploration.after(.setView(view), .setWindow(0..<64))
      let text = String(String.UnicodeScalarView(exploration.frame.cells.map(\.scalar)))
      #expect(text.contains("check  ") == view.answers(encoding), "\(view) of \(encoding.scheme)")
    }
  }

  @Test(arguments: [
    ("bloom-560m", ViewName.bias), ("t5-small", .bias), ("gpt2", .heatmap), ("llama-3.1-8b", .heatmap),
  ])
  func aModelOpensOnAViewThatShowsIt(model: String, view: ViewName) throws {
    #expect(try Exploration.sample(model).scene.view == view)
  }

  @Test func aModelThatIsOpenedIsSeenEvenFromAViewWithoutAnAnswer() throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    let bloom = try #require(try Catalogue.entry(named: "bloom-560m")?.describe())
    _ = exploration.after(.setView(.dials), .opened(Subject(argument: "bloom-560m", model: bloom)))
    #expect(exploration.scene.view == .bias)
  }

  @Test func whatStandsBesideHasSomethingToDraw() throws {
    for encoding in Self.encodings {
      let exploration = try Exploration.sample(encoding: encoding, size: Size(rows: 60, columns: 200))
      #expect(exploration.composition.panes.dropFirst().allSatisfy { $0.view.answers(encoding) })
    }
  }

  @Test func theNextQuantityOfSimilarityIsTheCosineAndThenTheDotProduct() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setView(.similarity), .stepComponent(by: 1))
    #expect(exploration.scene.measure == .cosine)
    _ = exploration.after(.stepComponent(by: 1))
    #expect(exploration.scene.measure == .dot)
  }

  @Test(arguments: [ViewName.heatmap, .bias])
  func aLongBlockIsCheckedAgainstItsHalves(view: ViewName) throws {
    var exploration = try Exploration.sample(view == .bias ? "bloom-560m" : "llama-3.1-8b")
    _ = exploration.after(.setView(view), .setWindow(0..<10_000_000))
    #expect(exploration.line(22).contains("mean of both halves") && !exploration.line(22).contains("FAILS"))
  }

  @Test(arguments: ViewName.allCases)
  func noViewStandsTwiceOnAScreen(view: ViewName) throws {
    for encoding in Self.encodings {
      var exploration = try Exploration.sample(encoding: encoding, size: Size(rows: 60, columns: 200))
      _ = exploration.after(.setView(view))
      let views = exploration.composition.panes.map(\.view)
      #expect(Set(views).count == views.count, "\(views)")
    }
  }
}
