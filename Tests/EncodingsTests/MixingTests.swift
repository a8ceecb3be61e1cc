import Encodings
import Testing

@Suite struct MixingTests {
  private func rows(_ mixing: Mixing) -> [String] {
    (0..<4).map { output in
      (0..<4).map { mixing.steps(from: $0, to: output).map(String.init) ?? "." }.joined()
    }
  }

  @Test func aConvolutionSeesItsWindow() {
    #expect(rows(.convolution(width: 3)) == ["11..", "111.", ".111", "..11"])
  }

  @Test func aRecurrenceSeesWhatCameBeforeThroughAllBetween() {
    #expect(rows(.recurrence) == ["1...", "21..", "321.", "4321"])
  }

  @Test func attentionSeesAllAtOnceOrAllThatCameBefore() {
    #expect(rows(.attention(causal: false)) == ["1111", "1111", "1111", "1111"])
    #expect(rows(.attention(causal: true)) == ["1...", "11..", "111.", "1111"])
  }

  @Test(arguments: [
    (Mixing.convolution(width: 3), 9), (.convolution(width: 5), 5), (.recurrence, 10), (.attention(causal: true), 1),
  ])
  func theLongestPathOfTenTokens(mixing: Mixing, steps: Int) {
    #expect(mixing.longestPath(tokens: 10) == steps)
    #expect(mixing.longestPath(tokens: 1) == 1)
  }

  @Test func whatIsNoPlaceIsNotReached() {
    #expect(Mixing.recurrence.steps(from: -1, to: 3) == nil)
    #expect(Mixing.convolution(width: 1).longestPath(tokens: 10) == nil)
    #expect(Mixing.convolution(width: -4).steps(from: 2, to: 2) == 1)
  }
}
