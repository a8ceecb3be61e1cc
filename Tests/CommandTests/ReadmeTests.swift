import Foundation
import TestSupport
import Testing

/// The pictures of the pages are what the program draws: `make images` draws them anew.
@Suite struct ReadmeTests {
  /// README.md and all pages below docs.
  private static let pages = ["README.md"] + files(below: "docs").filter { $0.hasSuffix(".md") }

  /// Screens of real terminals, which no command draws.
  private static let photographs = "docs/images/terminals/"

  private static func files(below folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: Oracle.repository.appending(path: folder).path)
    return (names?.compactMap { $0 as? String } ?? []).sorted().map { "\(folder)/\($0)" }
  }

  @Test func theGuideHasPages() { #expect(Self.pages.count > 10) }

  @Test(arguments: pages) func everyMarkerIsOneThatIsRead(page: String) throws {
    for (index, line) in try lines(of: page).enumerated() where line.contains(/<!-- *\/?(shot|image)/) {
      let isRead =
        arguments(in: line, marker: "shot") != nil || arguments(in: line, marker: "image") != nil
        || line == "<!-- /shot -->"
      #expect(isRead, "\(page):\(index + 1)")
    }
  }

  @Test(arguments: pages) func everyImageIsOneThatTheProgramDraws(page: String) throws {
    let lines = try lines(of: page)
    let drawn = lines.compactMap { arguments(in: $0, marker: "image") }.compactMap { words in
      words.firstIndex(of: "-o").map { words[$0 + 1] }
    }
    for image in images(in: lines, of: page) where !image.hasPrefix(Self.photographs) {
      #expect(drawn.contains(image), "\(image) in \(page)")
    }
  }

  @Test func everyImageStandsOnAPageAndNoneIsMissing() throws {
    let shown = try Self.pages.flatMap { images(in: try lines(of: $0), of: $0) }
    let kept = Self.files(below: "docs/images").filter { $0.hasSuffix(".svg") || $0.hasSuffix(".png") }
    #expect(Set(shown) == Set(kept))
  }

  /// The images of a page, their paths from the repository's root.
  private func images(in lines: [String], of page: String) -> [String] {
    let folder = page.split(separator: "/").dropLast().joined(separator: "/")
    return lines.flatMap { $0.matches(of: /!\[[^\]]*\]\(([^)]+)\)/).map { String($0.1) } }.map { path in
      var parts = folder.isEmpty ? [] : folder.split(separator: "/").map(String.init)
      for part in path.split(separator: "/") {
        if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
      }
      return parts.joined(separator: "/")
    }
  }

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
      guard var arguments = arguments(in: line, marker: "image"), Self.canDraw(arguments) else { continue }
      let place = try #require(arguments.firstIndex(of: "-o")) + 1
      let committed = Oracle.repository.appending(path: arguments[place])
      arguments[place] = committed.lastPathComponent
      #expect(try run(list: arguments, folder: folder.url).code == 0)
      let drawn = try Data(contentsOf: folder.url.appending(path: committed.lastPathComponent))
      #expect(try Data(contentsOf: committed) == drawn, "\(committed.lastPathComponent): run `make images`")
    }
  }

  /// Whether this build has what draws the image: figures need Cairo.
  private static func canDraw(_ arguments: [String]) -> Bool {
    #if Figures
      true
    #else
      arguments.first != "figure"
    #endif
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
