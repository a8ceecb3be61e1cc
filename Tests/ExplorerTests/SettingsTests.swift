import Screen
import Testing

@testable import Explorer

private func settings(_ text: String) throws(SettingsMistakes) -> Settings {
  try SettingsReader(text, file: "config.yaml", themes: ["midnight", "paper"]).settings()
}

@Suite struct SettingsTests {
  @Test func whatIsSettledIsRead() throws {
    let settings = try settings("theme: paper\nlang: zh\ncolor: 256\nascii: yes\nmouse: false\nmotion: reduced\n")
    #expect(settings.theme == "paper" && settings.language == .chinese && settings.color == "256")
    #expect(settings.asciiOnly == true && settings.hearsMouse == false && settings.reducesMotion == true)
  }

  @Test(arguments: ["", "  \n", "# nothing yet\n"]) func anEmptyFileSettlesNothing(text: String) throws {
    let settings = try settings(text)
    #expect(settings.theme == nil && settings.keymap == .standard)
  }

  @Test func allMistakesAreNamedInTheOrderOfTheFile() {
    #expect {
      _ = try settings("ascii: maybe\nmouse: 3\nthem: paper\nlang: de\nkeys:\n  nxt-row: j\n  quit: 5\n")
    } throws: { error in
      (error as? SettingsMistakes)?.all.map(\.line) == [1, 2, 3, 4, 6, 7]
    }
  }

  @Test func keysAreBoundAnew() throws {
    let keymap = try settings(
      """
      keys:
        next-row: [Down, Ctrl-N]
        quit: Ctrl-Q
        next-theme: none
        ":view dials": F2
      """
    ).keymap
    #expect(keymap.action(for: Key(.character("n"), .control), in: .normal) == .moveRows(1))
    #expect(keymap.action(for: Key(.character("j")), in: .normal) == nil)
    #expect(keymap.action(for: Key(.character("q")), in: .normal) == nil)
    #expect(keymap.action(for: Key(.character("t")), in: .normal) == nil)
    #expect(keymap.action(for: Key(.function(2)), in: .normal) == .setView(.dials))
  }

  @Test(
    arguments: [
      ("theme: papr", "config.yaml:1:8", "Did you mean «paper»?"), ("\nthem: paper", "config.yaml:2:1", "«theme»"),
      ("keys:\n  nxt-row: j", "config.yaml:2:3", "next-row"),
      ("keys:\n  quit: Hyper-Q", "config.yaml:2:9", "not a key"),
      ("keys:\n  quit: j", "config.yaml:2:9", "both next-row and quit"),
      ("keys:\n  quit: 5", "config.yaml:2:9", "digits count"),
      ("keys:\n  \":view nosuch\": F2", "config.yaml:2:3", "no view"), ("ascii: maybe", "config.yaml:1:8", "yes, no"),
      ("keys: [1]", "config.yaml:1:7", "mapping"), ("theme: [", "config.yaml:", "not YAML"),
      ("- a", "config.yaml:1:1", "mapping"),
      ("theme: paper\n# again\ntheme: paper", "config.yaml:3:1", "«theme» stands here twice"),
      ("keys:\n  quit: Q\n  help: H\n  \"quit\": X", "config.yaml:4:3", "«quit» stands here twice"),
      ("keys: {quit: Q, quit: X}", "config.yaml:1:17", "«quit» stands here twice"),
    ])
  func everyMistakeIsNamedWithItsPlace(text: String, place: String, words: String) throws {
    do {
      _ = try settings(text)
      Issue.record("accepted \(text)")
    } catch {
      let sentence = Language.english.sentence(for: error)
      #expect(sentence.hasPrefix(place) && sentence.contains(words), "\(sentence)")
      #expect(!Language.chinese.sentence(for: error).isEmpty)
    }
  }

  @Test(arguments: ["lang: zh\nthem: x", "theme: [\nlang: 'zh'  # mine", "theme: x\r\nlang: zh\r\n"])
  func theLanguageIsReadWhereOtherLinesAreWrong(text: String) {
    #expect(throws: SettingsMistakes.self) { try settings(text) }
    #expect(SettingsReader(text, file: "config.yaml", themes: []).language == .chinese)
  }

  @Test(arguments: ["", "lang: fr", "keys:\n  lang: zh"]) func noLanguageIsReadWhereNoneIsSettled(text: String) {
    #expect(SettingsReader(text, file: "config.yaml", themes: []).language == nil)
  }

  @Test func everyKeyIsReadByTheNameItIsShownWith() {
    for binding in Keymap.standard.bindings {
      for key in binding.keys {
        #expect(Key(named: key.name(asciiOnly: true)) == key && Key(named: key.name(asciiOnly: false)) == key)
      }
    }
  }

  @Test func theStandardKeysHaveNamesOfTheirOwn() {
    let bindings = Keymap.standard.bindings
    #expect(Set(bindings.map(\.name)).count == bindings.count)
  }
}

/// The manual's page of the settings.
@Suite struct SettingsPageTests {
  private func page() throws -> String { try manualText("docs/formats/config.md") }

  /// What stands in the page between a fence of a kind and its end.
  private func fenced(_ kind: String, in page: String) -> String {
    page.split(separator: "\n", omittingEmptySubsequences: false).drop { $0 != "```\(kind)" }.dropFirst()
      .prefix { $0 != "```" }.joined(separator: "\n")
  }

  @Test func itsExampleIsReadWithoutAComplaint() throws {
    let settings = try settings(fenced("yaml", in: page()))
    #expect(settings.theme == "paper" && settings.language == .chinese && settings.reducesMotion == true)
    #expect(settings.color == "auto" && settings.asciiOnly == false && settings.hearsMouse == true)
    #expect(settings.keymap.action(for: Key(.function(2)), in: .normal) == .setView(.dials))
    #expect(settings.keymap.action(for: Key(.character("t")), in: .normal) == nil)
  }

  @Test func itNamesEveryBindingAsItIs() throws {
    #expect(try fenced("text", in: page()) + "\n" == KeysPage.names(.standard, .english))
  }

  @Test(arguments: ["theme", "lang", "color", "ascii", "mouse", "motion", "keys"])
  func itExplainsEveryKey(key: String) throws {
    #expect(try page().contains("\n| `\(key)` |"))
    #expect(throws: Never.self) { try settings("\(key): \(key == "keys" ? "{}" : try example(of: key))") }
  }

  private func example(of key: String) throws -> String {
    let line = try fenced("yaml", in: page()).split(separator: "\n").first { $0.hasPrefix("\(key): ") }
    return try String(#require(line).dropFirst(key.count + 2))
  }

  @Test(arguments: [
    "F1", "F12", "Shift-F5", "Ctrl-Shift-Right", "Alt-Home", "Ctrl-Del", "Shift-Tab", "Alt-Enter", "Alt-Backspace",
    "Ctrl-Space", "Alt-Space", "Alt-x", "Ctrl-Alt-x",
  ])
  func aKeyThatTerminalsSendIsTaken(name: String) { #expect(Key(named: name) != nil) }

  @Test(arguments: [
    "Ctrl-M", "Ctrl-I", "Ctrl-H", "Ctrl-5", "Shift-a", "Ctrl-[", "F13", "F24", "F0", "Ctrl-Enter", "Ctrl-Tab",
    "Shift-Space", "Shift-Enter", "Ctrl-Backspace", "Alt-Esc", "Ctrl-Esc", "Alt-Shift-Tab",
  ])
  func aKeyThatNoTerminalSendsIsRefused(name: String) { #expect(Key(named: name) == nil) }
}
