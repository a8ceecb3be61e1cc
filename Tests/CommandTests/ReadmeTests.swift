import Foundation
import TestSupport
import Testing

/// The pictures of the pages are what the program draws: `make images` draws them anew.
@Suite struct ReadmeTests {
  /// README.md and the pages of the guide.
  private static let pages: [String] = {
    let guide = Oracle.repository.appending(path: "docs/guide")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: guide.path)) ?? []
    return ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/guide/\($0)" }
  }()

  @Test(arguments: pages) func itsScreensAreWhatTheProgramDraws(page: String) throws {
    let lines = try lines(of: page)
    for (index, line) in lines.enumerated() {
      guard let arguments = arguments(in: line, marker: "shot") else { continue }
      let picture = try run(list: ["shot", "--lang", "en", "--color", "never", "--size", "78x22"] + arguments).text
      let end = try #require(lines[index...].firstIndex(of: "<!-- /shot -->"), "\(page):\(index + 1) has no end")
      let shown = lines[index..<end].drop { $0 != "```text" }.dropFirst().prefix { $0 != "```" }
      #expect(shown.joined(separator: "\n") + "\n" == picture, "\(page):\(index + 1): run `make images`")
    }
  }

  @Test(arguments: pages) func itsImagesAreWhatTheProgramDraws(page: String) throws {
    let folder = try Folder()
    for line in try lines(of: page) {
      guard var arguments = arguments(in: line, marker: "image") else { continue }
      let place = try #require(arguments.firstIndex(of: "-o")) + 1
      let committed = Oracle.repository.appending(path: arguments[place])
      arguments[place] = committed.lastPathComponent
      #expect(try run(list: arguments, folder: folder.url).code == 0)
      let drawn = try Data(contentsOf: folder.url.appending(path: committed.lastPathComponent))
      #expect(try Data(contentsOf: committed) == drawn, "\(committed.lastPathComponent): run `make images`")
    }
  }

  private func lines(of page: String) throws -> [String] {
    try String(contentsOf: Oracle.repository.appending(path: page), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The words of `<!-- marker: words -->`.
  private func arguments(in line: String, marker: String) -> [String]? {
    let (start, end) = ("<!-- \(marker): ", " -->")
    guard line.hasPrefix(start), line.hasSuffix(end) else { return nil }
    return line.dropFirst(start.count).dropLast(end.count).split(separator: " ").map(String.init)
  }
}
