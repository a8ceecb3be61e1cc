import Encodings
import Testing

@Suite struct RotaryVariantTests {
  private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

  @Test func textTokensMakeMultimodalRotaryPlain() throws {
    let rotary = try Rotary(dimension: 16)
    for interleaved in [false, true] {
      let multimodal = try MultimodalRotary(rotary: rotary, sections: [3, 3, 2], interleaved: interleaved)
      let place = MultimodalRotary.Coordinates(time: 9, height: 9, width: 9)
      #expect(multimodal.cosines(at: place) == rotary.cosines(at: 9))
      #expect(multimodal.sines(at: place) == rotary.sines(at: 9))
    }
  }

  @Test func sectionsStandInBlocksOrTakeTurns() throws {
    let rotary = try Rotary(dimension: 16)
    func axes(_ interleaved: Bool) throws -> String {
      let multimodal = try MultimodalRotary(rotary: rotary, sections: [4, 2, 2], interleaved: interleaved)
      return (0..<8).map { String(multimodal.axis(ofPair: $0).rawValue.prefix(1)) }.joined()
    }
    #expect(try axes(false) == "tttthhww")
    #expect(try axes(true) == "thwthwtt")
  }

  @Test(arguments: [
    ([4, 4], InvalidParameter(name: .mropeSections, value: 2, rule: .count(3))),
    ([4, 4, 1], InvalidParameter(name: .mropeSections, value: 9, rule: .sum(8))),
    ([-1, 4, 5], InvalidParameter(name: .mropeSections, value: -1, rule: .notNegative)),
    ([Int.max, Int.max, 1], InvalidParameter(name: .mropeSections, value: 0x1p63, rule: .atMost(8))),
  ])
  func sectionsThatDoNotFillThePairsAreNamed(sections: [Int], expected: InvalidParameter) {
    #expect(throws: expected) { try MultimodalRotary(rotary: Rotary(dimension: 16), sections: sections) }
  }

  @Test func xPosScoresDependOnTheDifferenceAloneAndDecay() throws {
    let xPos = try XPos(rotary: Rotary(dimension: 8))
    let ones = [Double](repeating: 1, count: 8)
    func score(_ m: Int, _ n: Int) -> Double {
      dot(xPos.rotatedQuery(ones, position: m, centre: 100), xPos.rotatedKey(ones, position: n, centre: 100))
    }
    #expect(abs(score(40, 7) - score(1040, 1007)) < 1e-12)
    // The slowest pair still points the same way after 512 positions, and has shrunk by its ζ.
    let query = xPos.rotatedQuery([0, 0, 0, 1, 0, 0, 0, 0], position: 512)
    #expect(abs((query[3] * query[3] + query[7] * query[7]).squareRoot() - xPos.decays[3]) < 1e-15)
  }

  @Test func planarRotaryTurnsItsHalvesWithTwoPositions() throws {
    let planar = try PlanarRotary(dimension: 8)
    let vector = (0..<8).map { Double($0) }
    let turned = planar.rotated(vector, position: 3, block: 0)
    #expect(turned[4...] == vector[4...])
    #expect(Array(turned[..<4]) == planar.half.rotated(Array(vector[..<4]), position: 3))
    #expect(planar.rotated([1], position: 3, block: 1) == [1])
    let positions = PlanarRotary.positions(count: 5, context: 3, mask: 1)
    #expect(positions.map(\.position) == [0, 1, 2, 1, 1])
    #expect(positions.map(\.block) == [0, 0, 0, 1, 2])
  }
}
