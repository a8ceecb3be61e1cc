import Foundation
import Screen
import TerminalHarness
import TestSupport
import Testing

@Suite struct ExplorerEndToEndTests {
  @Test func itStartsWithAHeatmapInTrueColourAndDialsBesideIt() throws {
    let session = try explore("--scheme", "sinusoidal", "--dim", "32")
    let colours = Set((4..<68).map { session.cell(row: 6, column: $0).background })
    #expect(colours.count > 8)
    #expect(colours.allSatisfy { if case .direct = $0 { true } else { false } })
    #expect((4..<68).contains { session.cell(row: 6, column: $0).text == "▀" })
    #expect(session.text.contains("dials"))
    #expect((0x2801...0x28FF).contains { value in session.text.unicodeScalars.contains { $0.value == value } })
    #expect(session.rawOutput.contains(0x1B) && session.output.contains("38;2;"))
  }

  @Test func aConfigOpensWithItsParametersInTheStatusLine() throws {
    let path = Oracle.directory.appending(path: "configs/llama-3.1-8b-instruct.json").path
    let session = try explore(path)
    #expect(session.status().contains("d=128 base=500000 pos=0"))
    #expect(session.line(0).contains("llama3 ×8"))
  }

  @Test func typedCommandsTurnDimensionBaseAndPosition() throws {
    let session = try explore()
    session.send(":dim 64\r")
    try session.waitUntil { $0.status().contains("d=64 base=10000 pos=0") }
    session.send(":base 5e5\r")
    try session.waitUntil { $0.status().contains("d=64 base=500000 pos=0") }
    session.send(":position 4096\r")
    try session.waitUntil { $0.status().contains("d=64 base=500000 pos=4096") }
  }

  @Test func keysMoveAndUndoComesBack() throws {
    let session = try explore()
    session.send("jj\u{1B}[B")
    try session.waitUntil { $0.status().contains("pos=3") }
    session.send("u")
    try session.waitUntil { $0.status().contains("pos=0") }
    session.send("\u{12}")
    try session.waitUntil { $0.status().contains("pos=3") }
  }

  @Test func aConfigIsOpenedFromInside() throws {
    let path = Oracle.directory.appending(path: "configs/qwen3-8b.json").path
    let session = try explore()
    session.send(":open \(path)\r")
    try session.waitUntil { $0.status().contains("Opened qwen3-8b.") }
    session.send("j")
    try session.waitUntil { $0.status().contains("base=1000000") }
  }

  @Test func theHelpOpensScrollsAndCloses() throws {
    let session = try explore(size: Size(rows: 24, columns: 80))
    session.send("?")
    try session.waitUntil { $0.text.contains("Moving") }
    session.send("G")
    try session.waitUntil { $0.text.contains("quit") && !$0.text.contains("Moving") }
    session.send("q")
    try session.waitUntil { $0.line(1).contains("cos p·ω") }
  }

  @Test func aNewSizeIsFilled() throws {
    let session = try explore()
    session.resize(Size(rows: 24, columns: 80))
    try session.waitUntil { $0.status(rows: 24).contains("pos=0") && !$0.text.contains("dials") }
    session.resize(Size(rows: 1, columns: 1))
    session.resize(Size(rows: 50, columns: 160))
    try session.waitUntil { $0.status(rows: 50).contains("pos=0") && $0.text.contains("dials") }
    session.send("q")
    #expect(try session.waitForExit() == .code(0))
  }

  @Test func aThousandKeysAtOnceEndInTheRightState() throws {
    let session = try explore()
    session.send(String(repeating: "j", count: 1000))
    try session.waitUntil { $0.status().contains("pos=1000") }
  }

  @Test(arguments: ["q", ":q\r", "\u{3}"]) func quittingLeavesTheTerminalAsItWas(keys: String) throws {
    let session = try explore()
    session.send(keys)
    #expect(try session.waitForExit() == .code(0))
    #expect(session.isTerminalAsFound)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT]) func aSignalEndsItAndTheTerminalIsAsFound(signal: Int32) throws
  {
    let session = try explore()
    session.signal(signal)
    #expect(try session.waitForExit() == .signal(signal))
    #expect(session.isTerminalAsFound)
  }

  @Test(arguments: [SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGTRAP]) func aCrashLeavesTheTerminalAsItWas(signal: Int32)
    throws
  {
    let session = try explore()
    session.signal(signal)
    #expect(try session.waitForExit() == .signal(signal))
    #expect(session.isTerminalAsFound)
  }

  @Test func itIsStoppedAndResumedByTheShell() throws {
    let session = try TerminalSession(
      ["/bin/bash", "--norc", "--noprofile", "--noediting", "-i"],
      environment: ["PS1": "$ ", "COLORTERM": "truecolor"], size: Size(rows: 40, columns: 120))
    session.send("\(try BuiltProgram.path("ropescope")) --position 7\n")
    try session.waitUntil { $0.status().contains("pos=7") }
    session.send("\u{1A}")
    try session.waitUntil(shows: "Stopped")
    #expect(session.emulator.modes.isAsFound)
    session.send("fg\n")
    try session.waitUntil { $0.status().contains("pos=7") }
    session.send("j")
    try session.waitUntil { $0.status().contains("pos=8") }
    session.send("q")
    try session.waitUntil { $0.emulator.modes.isAsFound }
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "vt100"]]) func withoutColoursItIsShaded(
    environment: [String: String]
  ) throws {
    let session = try explore(environment: environment)
    #expect(session.text.contains("█") && session.text.contains("░"))
    #expect(!session.output.contains("38;2;") && !session.output.contains("38;5;"))
  }

  @Test func anUnknownTerminalIsTriedAsAnOrdinaryOne() throws {
    let session = try explore(environment: ["TERM": "no-such-terminal"])
    session.send("q")
    #expect(try session.waitForExit() == .code(0))
  }

  @Test func aDumbTerminalIsRefusedInOneSentence() throws {
    let session = try TerminalSession([try BuiltProgram.path("ropescope")], environment: ["TERM": "dumb"])
    #expect(try session.waitForExit() == .code(64))
    #expect(session.text.contains("cannot place text"))
  }

  @Test func aWindowOfOneCellDoesNotCrash() throws {
    let session = try TerminalSession([try BuiltProgram.path("ropescope")], size: Size(rows: 1, columns: 1))
    session.send("jl:dim 4\r?q")
    session.resize(Size(rows: 40, columns: 120))
    try session.waitUntil { $0.status().contains("d=4") }
    session.send("q")
    #expect(try session.waitForExit() == .code(0))
  }

  @Test func whatIsTypedWronglyIsExplainedAndNothingIsLost() throws {
    let session = try explore("--position", "5")
    for (line, sentence) in [
      ("dim 63", "must be even"), ("base 0", "greater than 0"), ("base inf", "cannot take"),
      ("position -1", "out of range"),
      ("view nosuch", "There is no view"), ("open /nonexistent.json", "no such file"), ("open /", "holds none of"),
    ] {
      session.send(":\(line)\r")
      try session.waitUntil { $0.text.contains(sentence) }
      session.send("\u{1B}")
      try session.waitUntil { $0.status().contains("d=128 base=10000 pos=5") }
    }
  }

  @Test func hostileNamesAreMadeVisible() throws {
    let folder = try Folder()
    let path = try folder.file(
      "evil\u{1B}]0;owned\u{7}.json",
      #"{"model_type": "llama", "hidden_size": 256, "num_attention_heads": 4, "max_position_embeddings": 64}"#)
    let session = try explore(path)
    #expect(session.line(0).contains("evil␛]0;owned␇"))
    #expect(!session.output.contains("\u{1B}]0;"))
  }

  @Test func theScreenIsSavedAsSeen() throws {
    let folder = try Folder()
    let session = try explore("--position", "3")
    let path = folder.url.appending(path: "a.txt").path
    session.send(":shot \(path)\r")
    try session.waitUntil { $0.status().contains("Saved") }
    let saved = try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(String(saved[0]) == session.line(0))
    #expect(String(saved[20].suffix(40)) == String(session.line(20).suffix(40)))
  }

  @Test func aScreenThatIsThereAlreadyIsReplacedAfterAYesAlone() throws {
    let folder = try Folder()
    let path = try folder.file("a.txt", "mine")
    let session = try explore("--position", "3")
    for refusal in ["n", "\u{1B}"] {
      session.send(":shot \(path)\r")
      try session.waitUntil { $0.text.contains("is there already. Replace it? y/n") }
      session.send("x" + refusal)
      try session.waitUntil { $0.text.contains("is left as it was") }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    }
    session.send(":shot \(path)\r")
    try session.waitUntil { $0.text.contains("Replace it? y/n") }
    session.send("y")
    try session.waitUntil { $0.status().contains("Saved") }
    let saved = try String(contentsOfFile: path, encoding: .utf8)
    #expect(saved.hasPrefix(session.line(0)) && !saved.contains("Replace it?"))
    #expect(try folder.contents == ["a.txt"])
  }

  #if Figures
    @Test func aFigureIsTheOneThatItsOwnCommandLineWrites() throws {
      let folder = try Folder()
      let session = try explore(
        "qwen3-8b", "--view", "spectrum", "--position", "7", "--theme", "paper", "--lang", "zh")
      let path = folder.url.appending(path: "a.svg").path
      session.send(":figure \(path)\r")
      try session.waitUntil { $0.status().contains("已保存") }
      let file = try String(contentsOfFile: path, encoding: .utf8)
      let command = try #require(file.firstMatch(of: /<(?:\w+:)?command[^>]*>([^<]+)</)).1
      let words = command.split(separator: " ").dropFirst().map(String.init)
      #expect(words.starts(with: ["figure", "spectrum", "qwen3-8b"]))
      #expect(try run(list: words + ["-o", "b.svg"], folder: folder.url).code == 0)
      #expect(try String(contentsOf: folder.url.appending(path: "b.svg"), encoding: .utf8) == file)
      session.send(":figure \(path)\r")
      try session.waitUntil { $0.text.contains("已存在。要替换吗？y/n") }
      session.send("n")
      try session.waitUntil { $0.text.contains("保持原样") }
      session.send(":figure \(path)\r")
      try session.waitUntil { $0.text.contains("要替换吗") }
      session.send("y")
      try session.waitUntil { $0.status().contains("已保存") }
      session.send("j")
      try session.waitUntil { $0.status().contains("pos=609") }
      session.send(":figure! \(path)\r")
      try session.waitUntil { $0.status().contains("已保存") }
      #expect(try folder.contents == ["a.svg", "b.svg"])
    }

    @Test(arguments: [
      (["--view", "code"], "x.png", "no data for a figure"),
      (["--scheme", "alibi", "--view", "digits"], "x.png", "nothing"),
      ([], "x.bmp", ".svg .pdf"),
    ])
    func whatHasNoFigureIsSaidAndNothingIsWritten(arguments: [String], name: String, sentence: String) throws {
      let folder = try Folder()
      let session = try TerminalSession(
        [try BuiltProgram.path("ropescope"), "--lang", "en"] + arguments, environment: ["COLORTERM": "truecolor"],
        size: Size(rows: 40, columns: 120))
      try session.waitUntil { $0.status().contains("pos=") }
      session.send(":figure \(folder.url.path)/\(name)\r")
      try session.waitUntil { $0.text.contains(sentence) }
      #expect(try folder.contents.isEmpty)
    }
  #endif

  @Test func theMouseReadsChoosesAndIsLeftToTheTerminalByAKey() throws {
    let session = try explore()
    #expect(session.emulator.modes.privateModes[1003] == true)
    session.send("\u{1B}[<35;30;12M")
    try session.waitUntil { $0.status().contains("cos p·ω") }
    session.send("\u{1B}[<0;30;12M\u{1B}[<0;30;12m")
    try session.waitUntil { !$0.status().contains("pos=0") }
    session.send("M")
    try session.waitUntil { $0.emulator.modes.privateModes[1003] == false }
    session.send("q")
    #expect(try session.waitForExit() == .code(0))
    #expect(session.isTerminalAsFound)
  }

  @Test func withoutTheMouseItIsNotAskedFor() throws {
    let session = try explore("--no-mouse")
    #expect(session.emulator.modes.privateModes[1003] != true)
  }

  @Test func controlZIsAKeyLikeOthers() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "ropescope"), withIntermediateDirectories: true)
    _ = try folder.file("ropescope/config.yaml", "keys:\n  suspend: none\n  next-row: Ctrl-Z\n")
    let session = try explore(environment: ["XDG_CONFIG_HOME": folder.url.path, "COLORTERM": "truecolor"])
    session.send("\u{1A}")
    try session.waitUntil { $0.status().contains("pos=1") }
  }

  @Test func aStreamOfKeysDoesNotKeepThePictureFromMoving() throws {
    let session = try explore()
    var sent = 0
    while session.status().contains("pos=0 "), sent < 200_000 {
      session.send(String(repeating: "j", count: 512))
      sent += 512
    }
    #expect(sent < 200_000)
  }

  /// Its fonts hold no braille.
  @Test(arguments: ["linux", "linux-16color"]) func onTheLinuxConsoleOnlyASCIIIsDrawn(name: String) throws {
    let session = try explore(environment: ["TERM": name])
    #expect(session.text.allSatisfy { $0.isASCII })
  }
}
