import Checkpoints
import Encodings
import Export
import Screen
import Testing

@testable import Explorer

@Suite struct ComparandTests {
  @Test(arguments: [
    ("off", Comparand.off), ("qwen3-8b", .source("qwen3-8b")), ("a=b/config.json", .source("a=b/config.json")),
    ("my models/x", .source("my models/x")),
    ("none", .options(EncodingOptions(scaling: ScalingOptions(name: "none")))),
    ("yarn factor=8", .options(EncodingOptions(scaling: ScalingOptions(name: "yarn", factor: 8)))),
    ("base=5e5 layout=interleaved", .options(EncodingOptions(base: 500_000, layout: .interleaved))),
    ("original_length=4096", .options(EncodingOptions(scaling: ScalingOptions(originalLength: 4096)))),
  ])
  func whatIsComparedIsReadAsASourceOrAsOptions(text: String, comparand: Comparand) throws {
    #expect(try Comparand(text) == comparand)
  }

  @Test(arguments: ["base=x", "layout=diagonal", "dim=1.5", "scheme=waves", "yarn factor=eight"])
  func aValueThatIsNoneIsRefused(text: String) {
    #expect(throws: CommandParser.Refusal.self) { try Comparand(text) }
  }
}

@Suite struct CompareTests {
  private static func subject(_ name: String) throws -> Subject {
    Subject(argument: name, model: try Catalogue.entry(named: name)?.describe())
  }

  @Test func namingAModelAsksForItAndShowsItBeside() throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: Size(rows: 24, columns: 100))
    #expect(exploration.command("compare qwen3-8b") == [.openCounterpart("qwen3-8b")])
    _ = exploration.after(.openedCounterpart(try Self.subject("qwen3-8b")))
    #expect(exploration.scene.view == .compare)
    #expect(exploration.scene.subject.model?.name == "llama-3.1-8b")
    #expect(exploration.line(2).contains("A llama-3.1-8b") && exploration.line(2).contains("B qwen3-8b"))
    _ = exploration.after(.back)
    #expect(exploration.line(20).contains("base 500000 | 1000000"))
    #expect(exploration.line(21).contains("first |Δ| > 1e-3 at position 1, pair 1"))
  }

  @Test func optionsFollowTheEncodingShown() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("compare base=500000")
    _ = exploration.command("dim 32")
    #expect(exploration.scene.compared?.encoding.dimension == 32)
    #expect(exploration.scene.compared?.encoding.base == 500_000)
  }

  @Test func offComparesWithWhatSuggestsItself() throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    _ = exploration.command("compare none")
    #expect(exploration.scene.counterpart != nil)
    _ = exploration.command("compare off")
    #expect(exploration.scene.counterpart == nil)
    #expect(exploration.scene.compared?.source == .withoutExtension)
    _ = exploration.command("base 10000")
    #expect(exploration.scene.compared?.source == .own)
  }

  @Test func anotherModelKeepsWhatItIsComparedWith() throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    _ = exploration.after(
      .openedCounterpart(try Self.subject("qwen3-8b")), .opened(try Self.subject("llama-2-7b")))
    #expect(exploration.scene.counterpart == .model(try Self.subject("qwen3-8b")))
  }

  @Test func theGroupOfTheSameNameIsComparedWith() throws {
    var exploration = try Exploration.sample("gemma-3-4b")
    _ = exploration.after(.openedCounterpart(try Self.subject("gemma-3-4b")), .stepGroup(by: 1))
    #expect(exploration.scene.compared?.encoding == exploration.scene.encoding)
    _ = exploration.after(.back)
    #expect(exploration.line(20).contains("same parameters"))
    #expect(exploration.line(21).contains("no |Δ| > 1e-3 up to position 1 099 511 627 776"))
  }

  @Test func impossibleOptionsAreExplainedAndNothingIsLost() throws {
    var exploration = try Exploration.sample()
    let before = exploration.scene
    _ = exploration.command("compare dim=63")
    #expect(exploration.scene == before)
    #expect(exploration.notice?.isComplaint == true)
    _ = exploration.command("tolerance -1")
    #expect(exploration.scene == before)
  }

  @Test func anotherOrderOfFeaturesIsSeenInTheTables() throws {
    let rotary = try EncodingOptions(dimension: 8).applied(to: nil)
    let other = try EncodingOptions(layout: .interleaved).applied(to: rotary)
    let comparison = try #require(Comparison(rotary, other, component: .cosine, head: 0))
    #expect(comparison.ground == .waves(.table))
    #expect(comparison.divergence(past: 1e-3).first?.position == 0)
    #expect(EncodingContrast.all(rotary, other).map(\.key) == ["layout"])
  }

  @Test(arguments: [
    (Scheme.rope, Scheme.rope, Comparison.Ground?.some(.waves(.cosine))), (.rope, .sinusoidal, .waves(.cosine)),
    (.alibi, .kerple, .biases(head: 0)), (.t5, .shaw, .buckets), (.integer, .oneHot, .vectors),
    (.rope, .alibi, nil), (.none, .none, nil),
  ])
  func schemesAreComparedOnWhatBothAnswer(one: Scheme, other: Scheme, ground: Comparison.Ground?) throws {
    let encodings = try [one, other].map {
      try EncodingOptions(scheme: $0).applied(to: nil)
    }
    #expect(Comparison(encodings[0], encodings[1], component: .cosine, head: 0)?.ground == ground)
  }

  @Test func theAngleBetweenTwoEncodingsIsItsOwnField() throws {
    let rotary = try EncodingOptions(dimension: 8).applied(to: nil)
    let other = try EncodingOptions(base: 100).applied(to: rotary)
    let comparison = try #require(Comparison(rotary, other, component: .angle, head: 0))
    // ω₁ = 0.1 and 100^(−1/4); three positions on they are 3 (0.1 − 0.3162…) apart.
    let wanted = 3 * (0.1 - 0.31622776601683794)
    #expect(abs(comparison.difference.value(row: 3, column: 1) - wanted) < 1e-12)
  }

  @Test func pastTheSecondsPairsTheFirstIsSaidToBeAlone() throws {
    var exploration = try Exploration.sample(size: Size(rows: 24, columns: 100))
    _ = exploration.command("compare dim=32")
    _ = exploration.after(.setPair(20))
    #expect(exploration.line(1).contains("A alone") && !exploration.line(1).contains("= 0.0000"))
  }

  @Test func anglesAreSubtractedModuloATurnAndNegativesStandInBrackets() throws {
    var exploration = try Exploration.sample(size: Size(rows: 24, columns: 100))
    _ = exploration.command("compare base=100")
    _ = exploration.after(.setComponent(.angle), .setPair(1), .setPosition(5))
    #expect(exploration.line(1).contains("mod 2π"))
    let found = (0..<64).contains { position in
      _ = exploration.after(.setPosition(position))
      return exploration.line(1).contains("B (−")
    }
    #expect(found)
  }

  @Test func anglesPartAtTheFirstAngleBetweenThem() throws {
    let rotary = try EncodingOptions(dimension: 8).applied(to: nil)
    let other = try EncodingOptions(base: 10_100).applied(to: rotary)
    let comparison = try #require(Comparison(rotary, other, component: .angle, head: 0))
    let place = try #require(comparison.divergence(past: 0.01).first)
    func apart(_ position: Int) -> Double {
      (0..<4).map { abs(comparison.difference.value(row: position, column: $0)) }.max() ?? 0
    }
    #expect(apart(place.position) > 0.01 && apart(place.position - 1) <= 0.01)
  }

  @Test func pastATablesEndItIsExplained() throws {
    let table = Encoding.learned(try LearnedTable(values: (0..<40).map(Double.init), dimension: 4))
    for view in [ViewName.similarity, .compare] {
      var exploration = try Exploration.sample(encoding: table, size: Size(rows: 24, columns: 100))
      _ = exploration.command("compare scheme=integer")
      _ = exploration.after(.setView(view), .arrange(.alone, companion: nil), .setPosition(5000))
      #expect(plainText(of: exploration.frame).contains("The table ends after row 9"), "\(view)")
    }
  }

  @Test(arguments: Scheme.allCases.filter { $0 != .learned })
  func everySchemeIsComparedOrSaysWhyNot(scheme: Scheme) throws {
    var exploration = try Exploration.sample(
      encoding: try EncodingOptions(scheme: scheme).applied(to: nil), size: Size(rows: 24, columns: 80))
    for component in Scene.Component.allCases {
      _ = exploration.after(.setView(.compare), .setComponent(component), .setPosition(Window.lastPosition))
      #expect(!plainText(of: exploration.frame).contains("FAILS"), "\(component)")
    }
  }
}
