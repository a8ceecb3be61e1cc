import Encodings
import Screen
import TestSupport
import Testing

@testable import Explorer

@Suite struct DescriptionTests {
  /// Every view of a model, then what other schemes say of the views that tell most of them.
  private static let scenes: [(model: String?, lines: [String])] =
    ViewName.allCases.map { ("llama-3.1-8b", ["view \($0.rawValue)", "position 300", "second 7", "pair 23"]) } + [
      (nil, ["view heatmap", "component angle", "zoom 0:65536", "position 300"]),
      (nil, ["scheme alibi", "view bias", "position 9", "second 3", "head 2"]),
      (nil, ["scheme t5", "view bias", "position 9"]),
      (nil, ["scheme none", "view attention", "show order"]),
      (nil, ["scheme none", "view attention", "show mixing"]),
      (nil, ["scheme none", "view dials"]), (nil, ["scheme alibi", "view reach"]),
      (nil, ["scheme alibi", "view digits"]),
      ("gpt2", ["view heatmap"]), ("gpt2", ["view compare"]), ("bert-base", ["filter no such model"]),
    ]

  @Test(arguments: Language.allCases)
  func everyViewIsSaidInSentences(language: Language) throws {
    var text = ""
    for (model, lines) in Self.scenes {
      var exploration = try Exploration.sample(model, size: Size(rows: 40, columns: 120), language: language)
      for line in lines { _ = exploration.command(line) }
      text += "# " + (model.map { $0 + ", " } ?? "") + lines.joined(separator: ", ") + "\n"
      text += exploration.description.joined(separator: "\n") + "\n\n"
    }
    try expectGolden(text, "descriptions-\(language.rawValue)")
  }

  @Test func noSentenceHasABlankAfterAChineseSign() throws {
    for view in ViewName.allCases {
      var exploration = try Exploration.sample("llama-3.1-8b", language: .chinese)
      for line in ["view \(view.rawValue)", "position 300"] { _ = exploration.command(line) }
      for sentence in exploration.description { #expect(!sentence.contains(#/[：；，。] /#), "\(sentence)") }
    }
  }

  @Test func noneIsAWordInChinese() throws {
    var exploration = try Exploration.sample("llama-3.1-8b", language: .chinese)
    for line in ["view dials", "position 0"] { _ = exploration.command(line) }
    #expect(exploration.description.contains { $0.contains("没有特征对停在") })
  }

  @Test(arguments: ViewName.allCases)
  func theCheckThatIsSaidIsTheOneThatIsDrawn(view: ViewName) throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: Size(rows: 50, columns: 108))
    for line in ["view \(view.rawValue)", "split alone", "position 300", "second 7"] { _ = exploration.command(line) }
    guard
      let check = view.lens.account(
        of: exploration.scene, in: try #require(exploration.composition.panes.first).area, valueRowsPerCell: 2,
        .english
      ).check
    else {
      #expect(view == .bias)
      return
    }
    let residual = " = " + Numerals.significant(check.residual, digits: 2)
    let drawn = (0..<50).map(exploration.line)
    #expect(
      drawn.contains {
        $0.contains(check.identity + residual) || $0.contains((check.short ?? check.identity) + residual)
      })
  }

  @Test func aTableThatIsTrainedHereIsNotNamedAfterTheModelThatWasOpen() throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: Size(rows: 40, columns: 120))
    _ = exploration.command("train 28")
    _ = try #require(exploration.scene.training)
    #expect(exploration.line(0).hasPrefix(" ropescope  a table of 48 rows trained here · step 28 · loss "))
    let first = try #require(exploration.description.first)
    #expect(first.hasPrefix("the small table trained here: ") && first.contains("48 rows, step 28, loss "))
    for text in [exploration.line(0), first] {
      for word in ["llama", "changed", "8192", "131 072"] { #expect(!text.contains(word)) }
    }
  }

  @Test func aCommandShowsTheSentencesAndEscapeThePictureAgain() throws {
    var exploration = try Exploration.sample()
    let picture = exploration.frame
    _ = exploration.command("describe")
    #expect(exploration.line(1).contains("rope · half-split: d = 64, base 10000."))
    _ = update(&exploration, .back)
    #expect(exploration.frame == picture)
  }

  @Test func aLongDescriptionScrollsToItsEndAndNoFurther() throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: Size(rows: 9, columns: 60))
    _ = exploration.after(.setView(.pipeline), .describe)
    let first = exploration.frame
    _ = update(&exploration, .moveRows(3))
    #expect(exploration.frame != first)
    _ = update(&exploration, .moveToEnd)
    let last = exploration.frame
    _ = update(&exploration, .moveRows(1))
    #expect(exploration.frame == last)
    _ = update(&exploration, .setPosition(0))
    #expect(exploration.frame == first)
  }
}
