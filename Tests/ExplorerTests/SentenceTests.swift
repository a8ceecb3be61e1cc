import Encodings
import Screen
import Testing

@testable import Explorer

@Suite struct SentenceTests {
  @Test(arguments: [
    ("the cat sleeps", ["the", "cat", "sleeps"]), ("  a\t b\n", ["a", "b"]), ("猫追老鼠", ["猫", "追", "老", "鼠"]),
    ("我欠他100万", ["我", "欠", "他", "100", "万"]), ("GPT模型 ok", ["GPT", "模", "型", "ok"]),
    ("né cafe\u{301}", ["né", "cafe\u{301}"]),
  ])
  func wordsAndWideCharactersAreTokens(text: String, tokens: [String]) throws {
    #expect(try Sentence(text).tokens == tokens)
  }

  @Test func afterASlashStandsTheOtherOrder() throws {
    let sentence = try Sentence("dog bites man / man bites dog")
    #expect(sentence.other == ["man", "bites", "dog"])
    #expect(sentence.isReordering)
    #expect(try !Sentence("dog bites man / man eats dog").isReordering)
  }

  @Test func withoutASlashTheOtherOrderIsBackwards() throws {
    #expect(try Sentence("狗咬人").other == ["人", "咬", "狗"])
  }

  @Test func aSlashWithinAWordIsPartOfIt() throws {
    #expect(try Sentence("and/or not").tokens == ["and/or", "not"])
  }

  @Test(arguments: [
    ("", Sentence.Problem.empty), ("/", .empty), ("a /", .empty), ("/ a", .empty),
    (String(repeating: "猫", count: 1025), .tooManyTokens(1025)),
    (String(repeating: "a", count: 65_537), .tooLong(bytes: 65_537)),
  ])
  func whatCannotBeShownIsRefused(text: String, problem: Sentence.Problem) {
    #expect(throws: problem) { try Sentence(text) }
  }

  @Test func asManyTokensAsCanBeComparedAreTaken() throws {
    #expect(try Sentence(String(repeating: "猫", count: 1024)).tokens.count == 1024)
  }

  @Test(arguments: Sentence.examples) func everyExampleIsTwoOrdersOfTheSameWords(sentence: Sentence) throws {
    #expect(sentence.isReordering)
    #expect(sentence.tokens != sentence.other)
    #expect(try Sentence(sentence.text) == sentence)
  }
}

@Suite struct AttentionViewTests {
  private func exploration(
    _ scheme: Scheme = .rope, size: Size = Size(rows: 24, columns: 80), language: Language = .english
  ) throws -> Exploration {
    let sized: Set<Scheme> = [.rope, .sinusoidal, .transformerXL]
    let encoding = try EncodingOptions(scheme: scheme, dimension: sized.contains(scheme) ? 16 : nil).applied(to: nil)
    var exploration = try Exploration.sample(encoding: encoding, size: size, language: language)
    _ = exploration.after(.setView(.attention))
    return exploration
  }

  private func text(_ exploration: Exploration) -> String {
    exploration.lines.joined(separator: "\n")
  }

  @Test(arguments: [Sentence.examples[0], Sentence.examples[1], Sentence.examples[2], Sentence.examples[3]])
  func withoutPositionsTwoOrdersPoolToTheSameBits(sentence: Sentence) throws {
    var exploration = try exploration(.none)
    _ = exploration.after(.setSentence(sentence), .setFace(.order))
    #expect(text(exploration).contains("|pooled(x) − pooled(permuted x)| = 0 "))
    #expect(text(exploration).contains("to the last bit"))
  }

  @Test(arguments: Sentence.examples, [Scheme.rope, .sinusoidal, .alibi, .shaw, .transformerXL, .deberta, .integer])
  func withPositionsTwoOrdersDiffer(sentence: Sentence, scheme: Scheme) throws {
    var exploration = try exploration(scheme)
    _ = exploration.after(.setSentence(sentence), .setFace(.order))
    #expect(text(exploration).contains("\(scheme.rawValue) tells A from B"))
  }

  @Test func theCausalMaskAloneTellsOrdersApart() throws {
    var exploration = try exploration(.none)
    _ = exploration.command("causal on")
    _ = exploration.command("show order")
    #expect(text(exploration).contains("causal mask alone"))
  }

  @Test func arrowsMoveAmongTheTokensAndNoFurther() throws {
    var exploration = try exploration()
    _ = exploration.command("sentence dog bites man")
    _ = exploration.after(.setPosition(4096), .moveRows(-1))
    #expect(exploration.scene.position == 1)
    _ = exploration.after(.moveRows(Int.max), .movePages(Int.max), .movePair(by: 1))
    #expect((exploration.scene.position, exploration.scene.secondPosition) == (2, 1))
    _ = exploration.after(.movePair(by: Int.min), .movePages(Int.min), .moveToEnd)
    #expect((exploration.scene.position, exploration.scene.secondPosition) == (2, 0))
    #expect(exploration.line(1).contains("man → dog"))
  }

  @Test func examplesGoRoundFromThatOfTheLanguage() throws {
    var exploration = try exploration(language: .chinese)
    #expect(exploration.line(1).contains("猫 → 猫"))
    for _ in Sentence.examples { _ = exploration.after(.stepSentence(by: 1)) }
    #expect(exploration.scene.sentence == .examples[1])
    _ = exploration.command("sentence 狗")
    _ = exploration.after(.stepSentence(by: -1))
    #expect(exploration.scene.sentence == .examples[0])
  }

  @Test func aHostileSentenceIsMadeVisible() throws {
    var exploration = try exploration()
    _ = exploration.command("sentence evil\u{1B}[2J \u{202E}txt \u{9B}31m")
    let shown = text(exploration)
    #expect(shown.contains("evil␛") && shown.contains("<U+"))
    #expect(shown.unicodeScalars.allSatisfy { $0 == "\n" || GlyphWidth.columns(of: $0) != nil })
  }

  @Test func aSentenceTooLongIsExplainedAndTheOldOneStays() throws {
    var exploration = try exploration(size: Size(rows: 24, columns: 120))
    let before = exploration.scene
    _ = exploration.command("sentence " + String(repeating: "鼠", count: 2000))
    #expect(exploration.scene == before)
    #expect(exploration.status.contains("2000 tokens; attention is shown for 1024 at most"))
  }

  @Test func theLongestSentenceIsDrawnAboutItsTokens() throws {
    var exploration = try exploration()
    _ = exploration.after(
      .setSentence(try Sentence((0..<1024).map { "t\($0)" }.joined(separator: " "))), .setPosition(700),
      .setSecond(698), .apply(EncodingOptions(dimension: 16)))
    #expect(exploration.line(1).contains("t700 → t698"))
    #expect(text(exploration).contains("check"))
    _ = exploration.command("dim 131072")
    #expect(text(exploration).contains("too many for live drawing"))
  }

  @Test func aSchemeThatEndsBeforeTheSentenceSaysSo() throws {
    var exploration = try Exploration.sample(encoding: .oneHot(OneHot(rows: 3)))
    _ = exploration.after(.setView(.attention))
    #expect(text(exploration).contains("ends after 3 positions"))
  }

  @Test func learnedNumbersThatAreNotKnownAreExplained() throws {
    let exploration = try exploration(.t5)
    #expect(text(exploration).contains("The numbers of t5 are learned"))
  }

  @Test func theNextQuantityOfAttentionIsItsNextPart() throws {
    var exploration = try exploration()
    let component = exploration.scene.component
    _ = exploration.after(.stepComponent(by: 1))
    #expect((exploration.scene.face, exploration.scene.component) == (.order, component))
    _ = exploration.after(.stepComponent(by: -2))
    #expect(exploration.scene.face == .mixing)
  }
}

@Suite struct PipelineViewTests {
  @Test(arguments: [0, 1, -3, 1_000_000, Window.lastPosition, -Window.lastPosition])
  func shiftingBothPositionsLeavesTheScore(shift: Int) throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    _ = exploration.after(.setView(.pipeline), .setPosition(700), .setSecond(23))
    _ = exploration.command("shift \(shift)")
    let pipeline = try #require(Pipeline(exploration.scene, .examples[0]))
    #expect(abs(pipeline.score - pipeline.shiftedScore) < 1e-12)
    #expect(pipeline.shift == min(max(shift, -23), Window.lastPosition - 700))
    #expect(!exploration.line(22).contains("FAILS"))
  }

  @Test func theStepsAreThoseOfRoFormer() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setPosition(3), .setSecond(0), .setPair(0))
    let pipeline = try #require(Pipeline(exploration.scene, .examples[0]))
    // Pair 0 turns by one radian a position: cos 3 and sin 3.
    let (c, s) = (-0.9899924966004454, 0.1411200080598672)
    let q = pipeline.projections.query
    #expect(abs(pipeline.turned.query.first - (q.first * c - q.second * s)) < 1e-12)
    #expect(abs(pipeline.turned.query.second - (q.first * s + q.second * c)) < 1e-12)
    #expect(pipeline.turned.key == pipeline.projections.key)
  }

  @Test func theShiftIsHeldToThePositionsThereAre() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.moveShift(by: Int.max), .moveShift(by: Int.min))
    #expect(exploration.scene.shift == -Window.lastPosition)
    _ = exploration.after(.setShift(Int.min))
    #expect(exploration.notice == .positionOutOfRange("\(Int.min)"))
  }

  @Test(arguments: [
    (["👩", "🚀", "🫠"], "fonts-noto-color-emoji"), (["中"], "fonts-noto-cjk"), (["ሀ"], "fonts-noto-core"),
    (["🚀", "中"], "fonts-noto-color-emoji and fonts-noto-cjk"),
  ])
  func aMissingGlyphIsInTheFontThatIsNamed(glyphs: [String], packages: String) {
    let sentence = Language.english.sentence(forMissing: glyphs.flatMap(\.unicodeScalars))
    #expect(sentence.hasSuffix(packages + "."), "\(sentence)")
  }

  @Test func onePairIsNotSaidToBeNoFrequency() throws {
    var exploration = try Exploration.sample(encoding: .rotary(try Rotary(dimension: 2)))
    _ = exploration.after(.setView(.spectrum))
    #expect(exploration.lines.contains { $0.contains("one pair alone") })
  }

  @Test func whereExtensionsCannotBeComputedRotaryIsNotSaidToHaveNone() throws {
    var exploration = try Exploration.sample(encoding: .rotary(try Rotary(dimension: 4, base: 1)))
    _ = exploration.after(.setView(.reach))
    #expect(exploration.lines.contains { $0.contains("With this base") })
    #expect(!exploration.lines.contains { $0.contains("rope has none") })
  }

  @Test func aSchemeThatTurnsNothingIsSentToTheAttentionView() throws {
    var exploration = try Exploration.sample(encoding: Encodings.Encoding.none)
    _ = exploration.after(.setView(.pipeline))
    #expect(exploration.lines.contains { $0.contains("the attention view shows") })
  }
}

@Suite struct DigitsViewTests {
  @Test func inBaseTenTheDigitsAreThoseOfTheNumber() throws {
    let encoding = Encodings.Encoding.rotary(try Rotary(dimension: 8, base: 10_000))
    var exploration = try Exploration.sample(encoding: encoding)
    _ = exploration.after(.setView(.digits), .setPosition(1999), .setPair(3))
    let lines = exploration.lines
    #expect(lines[1].contains("β 10 · i 3: 1"))
    #expect(lines[3].contains("p−1    1  9  9  8"))
    #expect(lines[4].contains("p      1  9  9  9"))
    #expect(lines[5].contains("p+1    2  0  0  0"))
  }

  @Test(arguments: [0, Window.lastPosition]) func atTheEndsOneNeighbourIsMissing(position: Int) throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setView(.digits), .setPosition(position))
    let lines = exploration.lines[3...5]
    #expect(lines.contains { $0.contains("p−1") } == (position > 0))
    #expect(lines.contains { $0.contains("p+1") } == (position == 0))
  }

  @Test func aBaseOfOneHasNoDigits() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setView(.digits), .apply(EncodingOptions(base: 0.5)))
    #expect(exploration.lines.contains { $0.contains("Digits need pairs") })
  }
}
