import Foundation
import Screen
import TestSupport
import Testing

@Suite struct ThemesCommandTests {
  @Test func everyBuiltInThemeIsListed() throws {
    let outcome = try run("themes", "--lang", "en")
    #expect(outcome.code == 0)
    for theme in ThemeShelf().themes { #expect(outcome.text.contains(theme.name)) }
  }

  @Test func aFileWithoutMistakesIsSaidToHaveNone() throws {
    let folder = try Folder()
    let path = try folder.file("mine.yaml", "inherits: paper\ncolors:\n  accent: \"#a0006a\"\n")
    let outcome = try run("themes", "--check", path, "--lang", "en")
    #expect(outcome.code == 0)
    #expect(outcome.text == "\(path): nothing is wrong.\n")
  }

  @Test(arguments: [
    ("inherits: papr", ":1:11: there is no theme «papr» to inherit from. Did you mean «paper»?"),
    (
      "inherits: paper\ncolors:\n  acent: \"#000000\"",
      ":3:3: unknown key «colors.acent». Did you mean «colors.accent»?"
    ),
    ("inherits: paper\ncolors:\n  accent: red", ":3:11: «colors.accent» is «red»; a colour is written '#1a2b3c'."),
    ("appearance: dim", ":1:13: «appearance» is «dim»; it must be dark or light."),
  ])
  func aMistakeIsNamedByLineAndColumn(text: String, sentence: String) throws {
    let folder = try Folder()
    let path = try folder.file("mine.yaml", text)
    let outcome = try run("themes", "--check", path, "--lang", "en")
    #expect(outcome.code == 65)
    #expect(outcome.messages == "ropescope: \(path)\(sentence)\n")
  }

  @Test func faintTextIsFound() throws {
    let folder = try Folder()
    let path = try folder.file("mine.yaml", "inherits: paper\ncolors:\n  muted: \"#dddddd\"\n")
    let outcome = try run("themes", "--check", path, "--lang", "en")
    #expect(outcome.code == 1)
    #expect(outcome.text.contains("«muted» on «background» has a contrast of 1.36; 4.5 is needed"))
  }

  @Test func aFileThatIsNotThereIsNoInput() throws {
    #expect(try run("themes", "--check", "/nonexistent/mine.yaml").code == 66)
  }

  @Test func aMistypedThemeIsNamedWithItsNeighbour() throws {
    let outcome = try run("shot", "heatmap", "--theme", "midnigth", "--lang", "en")
    #expect(outcome.code == 64)
    #expect(outcome.messages.contains("Did you mean «midnight»?"))
  }
}
