import Explorer
import Testing

@testable import ropescope

@Suite struct FailureTests {
  @Test func anErrorThatNoCommandForesawIsTheProgramsOwnFault() {
    struct Surprise: Error {}
    let failure = Failure(unexpected: Surprise(), .english)
    #expect(failure.code.rawValue == 70)
    #expect(failure.sentence.contains("Surprise()"))
  }
}
