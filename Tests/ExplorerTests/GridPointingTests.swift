import Encodings
import Screen
import Testing

@testable import Explorer

/// The mouse over matrices and tables: attention, compare, formula, pipeline.
@Suite struct GridPointingTests {
  private func four(_ value: Double) -> String { Numerals.fixed(value, decimals: 4) }

  private func weights(_ tokens: [String], _ exploration: Exploration) throws -> [[Double]] {
    let embeddings = try TokenEmbedding(dimension: 64).vectors(of: tokens)
    let scene = exploration.scene
    return try Attention(tokens: embeddings, encoding: scene.encoding, causal: scene.isCausal).weights
  }

  private static let sentence = "sentence the cat chases a mouse / a mouse chases the cat"
  private static let words = "the cat chases a mouse".split(separator: " ").map(String.init)

  @Test func overTheAttentionMatrixThePointerReadsTheWeightOfTwoTokens() throws {
    let exploration = try Exploration.alone(.attention, Self.sentence)
    let weights = try weights(Self.words, exploration)
    for (query, key) in [(0, 0), (1, 3), (4, 1)] {
      let place = try exploration.cell { $0.position == query && $0.secondPosition == key }
      #expect(exploration.reads(place) == "\(Self.words[query]) → \(Self.words[key])  \(four(weights[query][key]))")
    }
  }

  @Test func aTokenBehindTheMaskIsSaidNotToBeSeen() throws {
    let exploration = try Exploration.alone(.attention, Self.sentence, "causal on")
    let place = try exploration.cell { $0.position == 1 && $0.secondPosition == 3 }
    #expect(exploration.reads(place) == "cat → a  not seen")
  }

  @Test func aClickOnTheAttentionMatrixChoosesBothTokensAndTheHeadingNamesThem() throws {
    var exploration = try Exploration.alone(.attention, Self.sentence)
    exploration.click(try exploration.cell { $0.position == 2 && $0.secondPosition == 4 })
    #expect(exploration.scene.position == 2 && exploration.scene.secondPosition == 4)
    #expect(exploration.line(1).contains("chases → mouse"))
  }

  @Test func theWheelAndADragLeaveTheWindowOfTheHeatmapWhereTokensAreShown() throws {
    var exploration = try Exploration.alone(.attention, Self.sentence)
    let window = exploration.scene.window
    let place = try exploration.cell { $0.position == 2 && $0.secondPosition == 2 }
    exploration.wheel(3, place)
    exploration.drag(place, rows: 3, columns: 9)
    #expect(exploration.scene.window == window)
  }

  @Test func overTheTwoOrdersThePointerReadsTheWeightsOfEach() throws {
    var exploration = try Exploration.alone(.attention, Self.sentence, "show order")
    let other = ["a", "mouse", "chases", "the", "cat"]
    for (name, tokens) in [("A", Self.words), ("B", other)] {
      let weights = try weights(tokens, exploration)
      let place = try exploration.cell {
        $0.position == 1 && $0.secondPosition == 3 && $0.reading.hasPrefix("\(name) ")
      }
      #expect(exploration.reads(place) == "\(name)   \(tokens[1]) → \(tokens[3])  \(four(weights[1][3]))")
    }
    exploration.click(try exploration.cell { $0.position == 4 && $0.reading.hasPrefix("B ") })
    #expect(exploration.scene.position == 4)
  }

  @Test func overTheMixingsThePointerReadsTheStepsFromInputToOutput() throws {
    var exploration = try Exploration.alone(.attention, Self.sentence, "show mixing")
    for (name, steps) in [("CNN, 3 wide", "not reached"), ("RNN", "5 steps"), ("attention", "1 step")] {
      let place = try exploration.cell {
        $0.position == 4 && $0.secondPosition == 0 && $0.reading.hasPrefix(name)
      }
      #expect(exploration.reads(place) == "\(name)   mouse → the  \(steps)")
    }
    let place = try exploration.cell {
      $0.position == 0 && $0.secondPosition == 4 && $0.reading.hasPrefix("RNN")
    }
    #expect(exploration.reads(place) == "RNN   the → mouse  not reached")
    exploration.click(place)
    #expect(exploration.scene.position == 0 && exploration.scene.secondPosition == 4)
  }

  @Test func underATallMatrixTheOtherPartsAnswerToo() throws {
    let exploration = try Exploration.alone(.attention, Self.sentence, size: Size(rows: 52, columns: 108))
    let readings = (0..<52).flatMap { row in
      stride(from: 3, to: 108, by: 7).compactMap { exploration.target(at: Place(row: row, column: $0))?.reading }
    }
    for part in ["the → ", "A ", "B ", "RNN ", "attention "] {
      #expect(readings.contains { $0.hasPrefix(part) }, "\(part)")
    }
  }

  /// Whether a reading in a comparison is of A, of B or of A − B.
  private static func names(_ target: Target, _ sign: String) -> Bool {
    target.reading.firstMatch(of: #/   (A − B|A|B) /#)?.1 == sign[...]
  }

  @Test func overAComparisonThePointerReadsAAndBAndTheirDifference() throws {
    var exploration = try Exploration.alone(
      .compare, "compare base=5e5", "component cosine", "zoom 0:500", size: Size(rows: 40, columns: 108))
    let one = try #require(exploration.scene.encoding.spectrum)
    let other = try Rotary(dimension: 64, base: 5e5).spectrum
    for sign in ["A", "B", "A − B"] {
      let place = try exploration.cell {
        $0.pair == 9 && $0.position ?? 0 > 100 && Self.names($0, sign)
      }
      let reading = try #require(exploration.reads(place))
      let match = try #require(reading.firstMatch(of: #/^p (\d+)…(\d+) · i 9 /#))
      let (first, last) = (try #require(Int(match.1)), try #require(Int(match.2)))
      func mean(_ spectrum: Spectrum) -> Double {
        (first...last).map { spectrum[9].phase(at: $0).cosine }.reduce(0, +) / Double(last - first + 1)
      }
      let (a, b) = (mean(one), mean(other))
      let value = ["A": a, "B": b, "A − B": a - b][sign] ?? .nan
      #expect(
        reading
          == "p \(first)…\(last) · i 9   \(sign) mean \(four(value)) of \(last - first + 1) positions")
    }
    exploration.click(try exploration.cell { $0.pair == 9 && $0.position ?? 0 > 100 })
    #expect(exploration.scene.pair == 9 && exploration.scene.position > 100)
  }

  @Test func aComparisonIsZoomedAndPannedLikeTheHeatmap() throws {
    var exploration = try Exploration.alone(.compare, "compare base=5e5", "zoom 1000:3000")
    let place = try exploration.cell { $0.position ?? 0 > 1500 }
    exploration.wheel(2, place)
    #expect(try #require(exploration.scene.window.count) < 2000)
    let start = exploration.scene.window.start
    exploration.drag(place, rows: 3)
    #expect(exploration.scene.window.start < start)
  }

  @Test func theWavelengthsBelowAComparisonAnswerToThePairs() throws {
    var exploration = try Exploration.alone(.compare, "compare base=5e5", size: Size(rows: 40, columns: 108))
    let (one, other) = (try Rotary(dimension: 64).spectrum, try Rotary(dimension: 64, base: 5e5).spectrum)
    let place = try exploration.cell { $0.pair == 20 && $0.position == nil }
    func five(_ spectrum: Spectrum) -> String { Numerals.significant(spectrum[20].wavelength, digits: 5) }
    #expect(exploration.reads(place) == "i 20   A λ \(five(one))   B λ \(five(other))")
    exploration.click(place)
    #expect(exploration.scene.pair == 20)
  }

  @Test func inAComparisonOfBiasesAClickChoosesQueryAndKey() throws {
    var exploration = try Exploration.alone(
      .compare, "scheme alibi", "heads 8", "compare scheme=kerple", "zoom 0:12", size: Size(rows: 30, columns: 108))
    let place = try exploration.cell { $0.position == 9 && $0.secondPosition == 3 && Self.names($0, "A") }
    guard case .alibi(let alibi) = exploration.scene.encoding else { throw Missing() }
    #expect(exploration.reads(place) == "q 9 · k 3   A \(four(alibi.bias(query: 9, key: 3, head: 0)))")
    exploration.click(place)
    #expect(exploration.scene.position == 9 && exploration.scene.secondPosition == 3)
  }

  @Test func underAFormulaThePointerReadsTheWorkedValueOfItsPositionAndPair() throws {
    var exploration = try Exploration.alone(.formula, "pair 3")
    let spectrum = try #require(exploration.scene.encoding.spectrum)
    let place = try exploration.cell { $0.position == 1 && $0.pair == 4 && $0.reading.contains("sin") }
    let sine = Numerals.fixed(spectrum[4].phase(at: 1).sine, decimals: 5)
    #expect(exploration.reads(place) == "p 1 love · sin 4   \(sine)")
    exploration.click(place)
    #expect(exploration.scene.position == 1 && exploration.scene.pair == 4)
  }

  @Test func theWordsOfTheWorkedTableChooseTheirPosition() throws {
    var exploration = try Exploration.alone(.formula, "pair 3")
    let place = try exploration.cell { $0.reading == "p 2 you" }
    exploration.click(place)
    #expect(exploration.scene.position == 2 && exploration.scene.pair == 3)
  }

  @Test func inTheWorkedTableOfABiasAClickChoosesQueryAndKey() throws {
    var exploration = try Exploration.alone(.formula, "scheme alibi")
    guard case .alibi(let alibi) = exploration.scene.encoding else { throw Missing() }
    let place = try exploration.cell { $0.position == 2 && $0.secondPosition == 1 }
    let bias = Numerals.fixed(alibi.bias(query: 2, key: 1, head: 0), decimals: 5)
    #expect(exploration.reads(place) == "q 2 you · k 1   \(bias)")
    exploration.click(place)
    #expect(exploration.scene.position == 2 && exploration.scene.secondPosition == 1)
  }

  @Test(arguments: [Size(rows: 30, columns: 108), Size(rows: 30, columns: 60)])
  func overThePipelineThePointerReadsTheAngleOfQueryAndKey(size: Size) throws {
    let exploration = try Exploration.alone(.pipeline, "position 5", "second 3", "pair 4", size: size)
    let spectrum = try #require(exploration.scene.encoding.spectrum)
    for position in [5, 3] {
      let angle = four(spectrum[4].phase(at: position).radians)
      let place = try exploration.cell {
        $0.reading.contains("mod 2π") && ($0.position == position || $0.secondPosition == position)
      }
      #expect(try #require(exploration.reads(place)).contains(" \(angle) rad"))
    }
  }

  @Test func theWheelOverTheQueryTurnsItsPositionAndOverTheKeyItsOwn() throws {
    var exploration = try Exploration.alone(.pipeline, "position 5", "second 3")
    exploration.wheel(2, try exploration.cell { $0.position == 5 && $0.secondPosition == nil })
    #expect(exploration.scene.position == 7 && exploration.scene.secondPosition == 3)
    exploration.wheel(-1, try exploration.cell { $0.secondPosition == 3 && $0.position == nil })
    #expect(exploration.scene.position == 7 && exploration.scene.secondPosition == 2)
    exploration.drag(try exploration.cell { $0.secondPosition == 2 && $0.position == nil }, columns: 4)
    #expect(exploration.scene.secondPosition == 6)
  }

  @Test func aClickOnTheShiftedStepGoesThereAndTheWheelShiftsFurther() throws {
    var exploration = try Exploration.alone(.pipeline, "position 5", "second 3", "shift 7")
    let place = try exploration.cell { $0.position == 12 && $0.secondPosition == 10 }
    exploration.wheel(1, place)
    #expect(exploration.scene.shift == 8)
    exploration.click(place)
    #expect(exploration.scene.position == 13 && exploration.scene.secondPosition == 11)
  }

  @Test(arguments: [ViewName.attention, .compare, .formula, .pipeline])
  func outsideThePictureThePointerReadsNothing(view: ViewName) throws {
    let exploration = try Exploration.alone(view, "compare base=5e5", "view \(view.rawValue)")
    #expect(exploration.answers && exploration.isSilentOutside)
  }

  /// An encoding is not the one that was asked for.
  private struct Missing: Error {}
}
