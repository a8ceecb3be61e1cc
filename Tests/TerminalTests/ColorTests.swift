import Screen
import Terminal
import Testing

@Suite struct ColorDepthDetectionTests {
  @Test(arguments: [
    (["NO_COLOR": "1", "COLORTERM": "truecolor"], 256, ColorDepth.mono),
    (["NO_COLOR": ""], 256, .palette256), (["COLORTERM": "truecolor"], 8, .truecolor),
    (["COLORTERM": "24bit"], 256, .truecolor), (["COLORTERM": "yes"], 256, .palette256),
    (["TERM": "konsole-direct"], 256, .truecolor), ([:], 1 << 24, .truecolor), ([:], 88, .palette16),
    ([:], 16, .palette16), ([:], 8, .palette16), ([:], 2, .mono), ([:], 0, .mono),
  ])
  func theEnvironmentAndTheEntryDecide(variables: [String: String], colors: Int, depth: ColorDepth) {
    #expect(ColorDepth.detected(environment: { variables[$0] }, colors: colors) == depth)
  }
}

@Suite struct NearestColorsTests {
  @Test(arguments: [
    (0x000000, 16), (0xFFFFFF, 231), (0xFF0000, 196), (0x5F87AF, 67), (0x808080, 244), (0x121212, 233),
    (0xEEEEEE, 255), (0x00D7FF, 45),
  ])
  func coloursOfTheCubeAndTheGreysAreFoundExactly(hex: UInt32, index: UInt8) {
    var palette = NearestColors(size: 256)
    #expect(palette.index(of: Color(hex: hex)) == index)
  }

  @Test(arguments: [
    (0x000000, 0), (0xFFFFFF, 15), (0xFA0505, 9), (0xC00000, 1), (0x00B000, 2), (0x808080, 8), (0x101018, 0),
    (0x60FFFF, 14),
  ])
  func namedColoursAreChosenAsTheyLook(hex: UInt32, index: UInt8) {
    var palette = NearestColors(size: 16)
    #expect(palette.index(of: Color(hex: hex)) == index)
  }

  @Test func anAnswerDoesNotDependOnWhatWasAskedBefore() {
    var asked = NearestColors(size: 256)
    let colors = (0..<20_000).map { Color(hex: UInt32($0) &* 0x9E37) }
    let first = colors.map { asked.index(of: $0) }
    #expect(colors.map { asked.index(of: $0) } == first)
    var fresh = NearestColors(size: 256)
    #expect(fresh.index(of: colors[19_999]) == first[19_999])
  }

  @Test(arguments: [8, 16, 256])
  func everyIndexIsInsideTheNearestColors(size: Int) {
    var palette = NearestColors(size: size)
    let indices = (0..<4096).map { palette.index(of: Color(hex: UInt32($0) &* 0x1001)) }
    #expect(indices.allSatisfy { Int($0) < size })
  }
}
