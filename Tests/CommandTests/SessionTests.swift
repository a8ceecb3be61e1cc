import Foundation
import Screen
import TerminalHarness
import TestSupport
import Testing

/// Scenes that were kept, as the command line asks for them.
@Suite struct SessionTests {
  /// A folder with one kept scene.
  private func kept(_ text: String, as name: String = "mine") throws -> Folder {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "ropescope/sessions"), withIntermediateDirectories: true)
    _ = try folder.file("ropescope/sessions/\(name).json", text)
    return folder
  }

  private func described(_ name: String, in folder: Folder) throws -> Outcome {
    try run("explore", "--session", name, "--describe", environment: ["XDG_STATE_HOME": folder.url.path])
  }

  private static let dials = #"{"version": "0.1.0", "arguments": ["--dim", "6", "--view", "dials"]}"#

  @Test func aKeptSceneIsDescribed() throws {
    let outcome = try described("mine", in: try kept(Self.dials))
    #expect(outcome.code == 0 && outcome.text.contains("d = 6"), "\(outcome)")
  }

  @Test(arguments: [
    ("{", "mine", Int32(65), "mine.json is damaged"), (dials, "none", 66, "No scene is kept as «none»"),
    (dials, "../x", 64, "cannot name a session"),
    (String(repeating: " ", count: (1 << 20) + 1), "mine", 66, "mine.json cannot be read"),
  ])
  func whatCannotBeShownIsNamedAndHasItsExitCode(text: String, name: String, code: Int32, sentence: String) throws {
    let outcome = try described(name, in: try kept(text))
    #expect(outcome.code == code, "\(outcome.messages)")
    #expect(outcome.messages.contains(sentence), "\(outcome.messages)")
  }

  @Test(arguments: [["--session", "mine"], ["--preset", "rope"]])
  func aThemeOnTheCommandLineGoesBeforeTheScenes(scene: [String]) throws {
    let folder = try kept(Self.dials)
    let backgrounds = try [[], ["--theme", "paper"]].map { theme in
      let session = try TerminalSession(
        [try BuiltProgram.path("ropescope")] + scene + theme,
        environment: ["XDG_STATE_HOME": folder.url.path, "COLORTERM": "truecolor"], size: Size(rows: 24, columns: 80))
      try session.waitUntil { $0.line(23).contains("pos=") }
      return session.cell(row: 23, column: 0).background
    }
    #expect(backgrounds[0] != backgrounds[1])
  }
}
