import Foundation
import TestSupport
import Testing

@Suite struct AccuracyTests {
  @Test(arguments: AccuracyPage.Section.allCases)
  func everyDifferenceStaysWithinItsAllowance(section: AccuracyPage.Section) throws {
    for comparison in try section.comparisons() {
      #expect(comparison.count > 0, "\(comparison.subject)")
      #expect(
        comparison.worstShare <= 1, "\(comparison.subject) against \(comparison.reference): \(comparison.largest)")
    }
  }

  @Test func theAccuracyPageIsUpToDate() throws {
    let file = Oracle.repository.appending(path: "docs/accuracy.md")
    let page = try AccuracyPage.text()
    if ProcessInfo.processInfo.environment["RECORD_ACCURACY"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try page.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("docs/accuracy.md was written; read its changes and run again without RECORD_ACCURACY")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
  }
}
