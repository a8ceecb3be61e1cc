import Foundation
import TestSupport
import Testing

@Suite struct ReadmeTests {
  @Test func itsPictureIsWhatTheProgramDraws() throws {
    let readme = try String(contentsOf: Oracle.repository.appending(path: "README.md"), encoding: .utf8)
    let picture = try run(
      "shot", "heatmap", "llama-3.1-8b", "--positions", "0:4096", "--position", "1500", "--size", "78x22", "--color",
      "never"
    ).text
    #expect(readme.contains("```text\n\(picture)```"), "run `make docs` to draw it anew")
  }
}
