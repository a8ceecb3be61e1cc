import Encodings
import Export
import Screen
import TestSupport
import Testing

@testable import Explorer

@Suite struct DialTests {
  private func dials(_ model: String, size: Size = Size(rows: 40, columns: 100), depth: ColorDepth = .truecolor)
    throws
    -> Exploration
  {
    var exploration = try Exploration.sample(model, size: size, depth: depth)
    _ = exploration.after(.setView(.dials))
    return exploration
  }

  @Test func sectionsOfTimeHeightAndWidthAreNamedOnTheDials() throws {
    let text = plainText(of: try dials("qwen2-vl-7b").frame)
    for word in ["t time 16 · h height 24 · w width 24", "t15 ", "h16 ", "h39 ", "w40 "] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test func axesThatTakeTurnsDoSoOnTheDials() throws {
    let text = plainText(of: try dials("qwen3-vl-8b").frame)
    for word in ["t time 24 · h height 20 · w width 20", "t0 ", "h1 ", "w2 ", "t3 ", "h58 ", "w59 ", "t60 "] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test func aLargeDialSaysWithWhatItsPairTurns() throws {
    var exploration = try dials("qwen2-vl-7b")
    _ = exploration.after(.setPair(20), .toggleMagnified)
    #expect(plainText(of: exploration.frame).contains("turns with the token's height"))
  }

  @Test func aModelWithoutSectionsHasNone() throws {
    #expect(try dials("llama-3.1-8b").scene.multimodal == nil)
    #expect(plainText(of: try dials("llama-3.1-8b").frame).contains("64 pairs"))
  }

  @Test func withoutColoursTheTrainedArcIsDenserThanTheUnseenOne() throws {
    var exploration = try dials("llama-2-7b", depth: .mono)
    // λ of pair 56 is 19 869 positions: 0.206 turns within 4096.
    _ = exploration.after(.setPair(56), .toggleMagnified, .setPosition(0))
    let frame = exploration.frame
    func dots(_ rows: Range<Int>, _ columns: Range<Int>) -> Int {
      rows.reduce(0) { sum, row in
        sum
          + columns.reduce(0) { sum, column in
            let value = frame[row, column]?.scalar.value ?? 0
            return sum + (0x2801...0x28FF ~= value ? Int(value - 0x2800).nonzeroBitCount : 0)
          }
      }
    }
    let rows = 2..<38
    let marked = rows.filter { dots($0..<$0 + 1, 0..<60) > 0 }
    let first = try #require(marked.first), last = try #require(marked.last)
    let middle = (first + last) / 2
    let columns = (0..<60).filter { dots(rows, $0..<$0 + 1) > 0 }
    let centre = (try #require(columns.first) + (try #require(columns.last))) / 2
    let seen = dots(first..<middle - 2, centre + 4..<60)
    let unseen = dots(first..<middle - 2, 0..<centre - 4)
    #expect(unseen > 0)
    #expect(seen > 2 * unseen, "\(seen) and \(unseen)")
  }

  @Test func aLargeDialSaysHowOftenItsPairTurnsWithinTheContext() throws {
    var exploration = try dials("llama-3.1-8b")
    _ = exploration.after(.setPair(40), .toggleMagnified)
    let text = plainText(of: exploration.frame)
    #expect(text.contains("trained 8192: 0.3575 turns") && text.contains("context 131 072: 0.7151 turns"))
  }

  @Test(arguments: [(4095, false), (4096, true), (20_000, true), (54_400, true), (54_420, false), (58_700, true)])
  func aHandThatCameRoundIntoItsArcAgainIsSeen(position: Int, isUnseen: Bool) throws {
    // Pair 63 comes round every 54 410 positions; training went up to 4095, 0.0753 turns.
    var exploration = try dials("llama-2-7b")
    _ = exploration.after(.setPair(63), .toggleMagnified, .setPosition(position))
    let scene = exploration.scene
    let frequency = try #require(scene.encoding.spectrum)[63]
    #expect(abs(frequency.wavelength - 54_410) < 1)
    #expect(scene.isUnseen(frequency, trained: frequency, at: position) == isUnseen)
    #expect(plainText(of: exploration.frame).contains("an angle training never showed") == isUnseen)
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 30, columns: 60)])
  func aClickOnADialLeavesAllOfThemWhereTheyAre(size: Size) throws {
    var exploration = try Exploration.alone(.dials, model: "llama-3.1-8b", size: size)
    let grid = { (exploration: Exploration) in
      (0..<size.rows).map { row in
        (0..<size.columns).map { exploration.target(at: Place(row: row, column: $0))?.pair }
      }
    }
    let before = grid(exploration)
    let pairs = Set(before.joined().compactMap(\.self))
    #expect(pairs.count < 64)
    for pair in [try #require(pairs.min()), try #require(pairs.max())] {
      exploration.click(try exploration.cell { $0.pair == pair })
      #expect(exploration.scene.pair == pair && grid(exploration) == before)
    }
  }

  @Test func thePointerReadsHowManyTurnsADialHasMade() throws {
    var exploration = try dials("llama-3.1-8b")
    _ = exploration.command("position 4096")
    let reading = try #require(exploration.target(at: try exploration.cell { $0.pair == 8 })?.reading)
    #expect(reading.contains("126.4 turns   λ 32.4"), "\(reading)")
  }

  @Test func whereNoPairIsUnseenItIsSaidInAWord() throws {
    #expect(try dials("llama-3.1-8b").description.contains { $0.hasPrefix("No pair stands at an angle") })
  }
}
