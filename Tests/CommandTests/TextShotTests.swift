import Foundation
import Screen
import TerminalHarness
import TestSupport
import Testing

/// What a picture says where it has no colours, and whose wishes it heeds.
@Suite struct TextShotTests {
  /// The distinct glyphs of a heatmap's rows.
  private func glyphs(of text: String) -> Set<Character> {
    Set(text.split(separator: "\n").dropFirst(2).prefix(12).joined())
  }

  private static let heatmap = ["shot", "heatmap", "--dim", "64", "--positions", "0:64", "--size", "80x24"]

  @Test(arguments: [[], ["-o", "x.txt"], ["-o", "x.txt", "--color", "truecolor"]])
  func aHeatmapInTextIsDrawnWithSigns(more: [String]) throws {
    let folder = try Folder()
    let outcome = try run(list: Self.heatmap + more, folder: folder.url)
    #expect(outcome.code == 0, "\(outcome.messages)")
    let text =
      more.isEmpty
      ? outcome.text : try String(contentsOf: folder.url.appending(path: "x.txt"), encoding: .utf8)
    #expect(!text.contains("▀") && text.contains("█") && text.contains("░"))
    #expect(glyphs(of: text).count > 5)
  }

  @Test func onATerminalTheTextIsInColour() throws {
    let session = try TerminalSession(
      [try BuiltProgram.path("ropescope")] + Self.heatmap, environment: ["COLORTERM": "truecolor"],
      size: Size(rows: 40, columns: 120))
    #expect(try session.waitForExit() == .code(0))
    #expect(session.output.contains("38;2;"))
  }

  @Test func theExplorerSavesTextWithSigns() throws {
    let folder = try Folder()
    let path = folder.url.appending(path: "x.txt").path
    let session = try explore("--dim", "64")
    session.send(":shot \(path)\r")
    try session.waitUntil { $0.status().contains("Saved") }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!text.contains("▀") && text.contains("█"))
    session.send("q")
  }

  @Test(arguments: ["0;15", "15;0"]) func theBackgroundOfATerminalChangesNoFile(colors: String) throws {
    let folder = try Folder()
    for (name, environment) in [("a.svg", [:]), ("b.svg", ["COLORFGBG": colors])] {
      #expect(try run(list: Self.heatmap + ["-o", name], folder: folder.url, environment: environment).code == 0)
    }
    let files = try ["a.svg", "b.svg"].map { try Data(contentsOf: folder.url.appending(path: $0)) }
    #expect(files[0] == files[1])
  }
}
