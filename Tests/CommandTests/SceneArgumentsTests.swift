import Encodings
import Explorer
import Screen
import Testing

@testable import ropescope

/// A sequence of numbers that is the same on every run.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Keys that change what is shown and reach nothing outside.
private let actions = Keymap.standard.bindings.map(\.action).filter {
  ![
    .quit, .suspend, .openCommandLine, .toggleHelp, .saveScreen(path: nil, overwrite: false), .copyCommandLine,
  ].contains($0)
}

/// The scene that arguments show.
func shown(_ arguments: [String], _ language: Language = .english) throws -> Scene {
  var shelf = ThemeShelf.unread
  return try Explore.scene(of: arguments, &shelf, otherwise: Scene.usualTheme, language)
}

@Suite struct SceneArgumentsTests {
  @Test(arguments: [
    ["llama-3.1-8b"], ["gemma-3-4b"], ["deepseek-v3"], ["pythia-6.9b"], ["whisper-tiny"], ["t5-small"],
    ["phi-3-mini-128k"],
    ["--scheme", "sinusoidal", "--dim", "64", "--layout", "half-split", "--ladder", "endpoint"], ["--dim", "32"],
    ["--scheme", "alibi", "--heads", "12"], ["--scheme", "shaw", "--max-distance", "4"],
    ["--scheme", "deberta"], ["--scheme", "integer"], ["--scheme", "one-hot", "--dim", "9"],
    ["--scheme", "none"], ["--scheme", "xpos", "--dim", "32", "--gamma", "0.2", "--scale-base", "64"],
    ["--dim", "64", "--rotary-dim", "16", "--scaling", "yarn", "--factor", "8"],
  ])
  func whateverIsShownItsArgumentsShowItAgain(start: [String]) throws {
    let shelf = ThemeShelf()
    let scene = try shown(start)
    var numbers = Numbers(state: UInt64(start.joined().utf8.reduce(7) { $0 &* 31 &+ UInt64($1) }))
    var exploration = Exploration(
      scene: scene, size: Size(rows: 24, columns: 80), themes: shelf.themes.map(\.name))
    for _ in 0..<4 {
      // Reading arguments takes far longer than making them: of so many scenes the one that says most is read.
      var fullest = exploration.scene
      for _ in 0..<40 {
        _ = update(&exploration, actions.randomElement(using: &numbers) ?? .undo)
        if exploration.scene.arguments.count >= fullest.arguments.count { fullest = exploration.scene }
      }
      let again = try shown(fullest.arguments)
      #expect(again == fullest, "\(shellLine(fullest.arguments))")
    }
  }

  @Test(arguments: [
    ["deepseek-v3", "--morph", "none", "--share", "0.5"], ["--morph", "yarn,factor=8,original-length=4096"],
    ["llama-3.1-8b", "--scaling", "linear", "--factor", "2", "--morph", "llama3", "--share", "0.123456"],
    ["phi-3-mini-128k", "--scaling", "none", "--morph", "longrope", "--share", "1"],
    ["--dim", "64", "--rotary-dim", "16", "--morph", "yarn factor=8 truncate=false", "--share", "1e-6"],
  ])
  func whatIsShownOnTheWayBetweenTwoExtensionsIsShownAgain(start: [String]) throws {
    let scene = try shown(start)
    guard case .rotary(let rotary) = scene.encoding, case .morph = rotary.scaling else {
      Issue.record("no morph")
      return
    }
    #expect(try shown(scene.arguments) == scene)
  }

  @Test(arguments: ["llama-3.1-8b", "deepseek-v3", "phi-3-mini-128k", "gpt-oss-20b"])
  func aMorphBegunInTheExplorerIsShownAgain(model: String) throws {
    let shelf = ThemeShelf()
    for line in ["play morph", "play morph linear factor=3", "play morph yarn factor=40"] {
      var exploration = Exploration(
        scene: try shown([model]), size: Size(rows: 24, columns: 80),
        themes: shelf.themes.map(\.name))
      for action in [Action.openCommandLine, .paste("scaling none"), .type(Key(.enter))] {
        _ = update(&exploration, action)
      }
      for action in [Action.openCommandLine, .paste(line), .type(Key(.enter)), .elapse(0.7)] {
        _ = update(&exploration, action)
      }
      #expect(try shown(exploration.scene.arguments) == exploration.scene, "\(line)")
    }
  }

  @Test(arguments: ["yarn", "by-parts", "dynamic", "llama3"])
  func anExtensionOfTheModelsOwnLengthIsShownAgain(extension name: String) throws {
    let start = ["qwen3-8b", "--scaling", name, "--factor", "4", "--with", "\(name) factor=8"]
    let scene = try shown(start)
    #expect(scene.encoding.rotary?.scaling.originalLength == 40_960)
    #expect(scene.compared?.encoding.rotary?.scaling.originalLength == 40_960)
    let again = try shown(scene.arguments)
    #expect(again.encoding == scene.encoding && again.arguments == scene.arguments)
  }

  @Test func aFirstLookNeedsNothingButItsSource() throws {
    let scene = try shown(["llama-3.1-8b"])
    #expect(scene.arguments == ["llama-3.1-8b"])
  }

  @Test(arguments: Preset.all) func everyPresetCanBeShown(preset: Preset) throws {
    let scene = try shown(preset.arguments)
    #expect(try shown(scene.arguments) == scene)
  }

  @Test(arguments: [
    (["ropescope", "a b"], "ropescope 'a b'"), (["it's"], #"'it'\''s'"#), ([""], "''"), (["~/x"], "'~/x'"),
    (["--base", "1e-5", "模型.json"], "--base 1e-5 模型.json"), (["$HOME;ls"], "'$HOME;ls'"),
    (["a\u{1B}[31m'\\位\u{202E}"], #"$'a\x1b[31m\'\\位\xe2\x80\xae'"#),
  ])
  func aShellReadsTheWordsBack(words: [String], line: String) {
    #expect(shellLine(words) == line)
  }

  @Test func whatNoLongerFitsIsNotAskedForAgain() throws {
    var scene = try shown(["llama-3.1-8b", "--with", "base=5e4"])
    #expect(scene.arguments.contains("--with"))
    scene.show(try EncodingOptions(scheme: .alibi).applied(to: nil))
    #expect(!scene.arguments.contains("--with"))
    #expect(throws: Never.self) { try shown(scene.arguments) }
  }

  @Test func aThemeThatHasGoneLeavesTheUsualOne() throws {
    let scene = try shown(["llama-3.1-8b", "--theme", "gone"])
    #expect(scene.theme == Scene.usualTheme)
  }
}
