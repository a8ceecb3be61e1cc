import Foundation
import Screen
import Testing

@testable import ropescope

/// What `--help` says of every command, in both languages.
@Suite struct HelpTests {
  static let commands = [
    [], ["explore"], ["inspect"], ["compare"], ["check"], ["data"], ["code"], ["shot"], ["figure"], ["lesson"],
    ["themes"], ["models"], ["keys"],
  ]

  /// The pages of each command by language, printed once.
  private static let pages = Result {
    try Dictionary(
      uniqueKeysWithValues: commands.flatMap { command in ["en", "zh"].map { command + [$0] } }.map { name in
        let outcome = try run(list: name.dropLast() + ["--help", "--lang", name.last ?? ""])
        #expect(outcome.code == 0 && outcome.messages.isEmpty)
        return (name, outcome.text.split(separator: "\n").map(String.init))
      })
  }

  private static func help(_ command: [String], _ language: String) throws -> [String] {
    try #require(try pages.get()[command + [language]])
  }

  /// Commands as they are typed, and placeholders.
  private static func isTyped(_ line: String) -> Bool {
    line.hasPrefix("  ropescope ") || line.allSatisfy { $0 == " " || $0.isASCII } && line.hasPrefix("  ")
  }

  @Test(arguments: commands) func everyLineFitsEightyColumns(command: [String]) throws {
    for language in ["en", "zh"] {
      for line in try Self.help(command, language) { #expect(columns(of: line) <= 80, "\(line)") }
    }
  }

  @Test(arguments: commands) func everyArgumentIsExplainedInChinese(command: [String]) throws {
    let english = try Self.help(command, "en")
    let chinese = try Self.help(command, "zh")
    /// What begins the explanation of an argument.
    func names(_ page: [String]) -> [String] {
      page.compactMap { $0.firstMatch(of: /^ {2}(-[^ ]*|<[^ ]*)/).map { String($0.output.0) } }
    }
    #expect(names(english) == names(chinese) && !names(english).isEmpty)
    // An explanation goes on to the next argument or the next part.
    var said = ""
    for line in chinese + ["  -"] {
      if line.hasPrefix("  -") || line.hasPrefix("  <") || !line.hasPrefix(" ") {
        if said.hasPrefix("  -") || said.hasPrefix("  <") {
          #expect(said.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }, "\(said)")
        }
        said = line
      } else {
        said += line
      }
    }
  }

  @Test(arguments: commands) func nothingOfItIsEnglishInChinese(command: [String]) throws {
    let page = try Self.help(command, "zh")
    for line in page where !Self.isTyped(line) && !line.hasPrefix("用法：") {
      #expect(!line.contains(/[a-z]{3,} [a-z]{3,} [a-z]{3,} [a-z]{3,}/), "\(line)")
    }
    for word in ["OVERVIEW", "USAGE", "OPTIONS", "default", "Show ", "Examples"] {
      #expect(!page.contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test func whatGoesOnStandsUnderWhatItExplains() throws {
    let page = try Self.help(["figure"], "en")
    let place = try #require(page.firstIndex { $0.hasPrefix("  <source>") })
    #expect(page[place + 1].prefix { $0 == " " }.count == 26)
    let root = try Self.help([], "en")
    let explained = try #require(root.firstIndex { $0.hasPrefix("  ropescope check cos.npy") })
    #expect(root[explained + 1].prefix { $0 == " " }.count == 50)
  }

  @Test func theLanguageIsThatOfTheSettingsWhereNoFlagSaysOtherwise() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "ropescope"), withIntermediateDirectories: true)
    _ = try folder.file("ropescope/config.yaml", "lang: zh\n")
    let environment = ["XDG_CONFIG_HOME": folder.url.path]
    #expect(try run(list: ["inspect", "gpt2"], environment: environment).text.contains("方案"))
    #expect(try run(list: ["--help"], environment: environment).text.hasPrefix("概述："))
    #expect(try run(list: ["inspect", "nosuch"], environment: environment).messages.contains("不是"))
    #expect(try run(list: ["inspect", "gpt2", "--lang", "en"], environment: environment).text.contains("scheme"))
  }

  @Test func helpIsACommandToo() throws {
    #expect(try run("help", "data", "--lang", "zh").text.hasPrefix("概述：输出数值"))
  }

  @Test func aVersionAndACompletionScriptAreLeftAlone() throws {
    #expect(try run("--version").text == "\(Ropescope.version)\n")
    let script = try run("--generate-completion-script", "bash")
    #expect(script.code == 0 && script.text.hasPrefix("#!/bin/bash"))
  }
}
