import Foundation
import Screen
import TerminalHarness
import TestSupport
import Testing

/// Whatever writes a file writes it whole or not at all, and takes nobody's file away.
@Suite struct SafeWritingTests {
  /// The commands that write a file, up to its name.
  private static let writers: [(arguments: [String], name: String)] =
    [
      (["shot", "heatmap", "-o"], "x.svg"), (["lesson", "digits", "--size", "80x24", "--record"], "x.cast"),
      (["data", "table", "--scheme", "sinusoidal", "--positions", "0:100", "-o"], "x.csv"),
      (["data", "table", "--scheme", "sinusoidal", "--positions", "0:100", "-o"], "x.npy"),
    ] + figures

  #if Figures
    private static let figures = [
      (arguments: ["shot", "heatmap", "-o"], name: "x.png"),
      (arguments: ["figure", "heatmap", "--positions", "0:16", "-o"], name: "x.pdf"),
    ]
  #else
    private static let figures: [(arguments: [String], name: String)] = []
  #endif

  @Test(arguments: writers) func aLinkIsNotFollowed(arguments: [String], name: String) throws {
    let folder = try Folder()
    let target = try folder.file("target", "mine")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: name).path, withDestinationPath: target)
    let outcome = try run(list: arguments + [name, "--force"], folder: folder.url)
    #expect(outcome.code == 73 && outcome.messages.contains("is a link"), "\(outcome.messages)")
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "mine")
    #expect(try folder.contents == ["target", name])
  }

  @Test(arguments: writers) func aFolderIsNotReplaced(arguments: [String], name: String) throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: name), withIntermediateDirectories: false)
    let outcome = try run(list: arguments + [name, "--force"], folder: folder.url)
    #expect(outcome.code == 73 && outcome.messages.contains("is not a file"), "\(outcome.messages)")
    #expect(try folder.contents == [name])
  }

  @Test(arguments: writers) func aPlaceWhereNothingCanBeWrittenIsSaid(arguments: [String], name: String) throws {
    let folder = try Folder()
    let file = try folder.file("file", "mine")
    for place in ["\(file)/\(name)", "/proc/self/\(name)"] {
      let outcome = try run(list: arguments + [place], folder: folder.url)
      #expect(outcome.code == 73, "\(place)")
      #expect(outcome.messages.contains("Cannot write \(place)"), "\(outcome.messages)")
    }
    #expect(try folder.contents == ["file"])
  }

  @Test(arguments: writers) func whenNoMoreFitsNothingStays(arguments: [String], name: String) throws {
    let folder = try Folder()
    let outcome = try shell("ulimit -f 1; exec \"$0\" \"$@\"", arguments + [name], folder)
    #expect(outcome.code == 73, "\(outcome)")
    #expect(outcome.messages.contains("Cannot write \(name)"), "\(outcome.messages)")
    #expect(try folder.contents.isEmpty)
  }

  @Test(arguments: [
    ["data", "table", "--scheme", "sinusoidal", "--positions", "0:10000"], ["shot", "heatmap"],
    ["data", "frequencies", "--format", "json"], ["shot", "heatmap", "--describe"], ["explore", "--describe"],
  ])
  func aFullDiskBehindStandardOutputIsSaid(arguments: [String]) throws {
    let outcome = try shell("exec \"$0\" \"$@\" > /dev/full", arguments, try Folder())
    #expect(outcome.code == 73 && outcome.messages.contains("Cannot write standard output"), "\(outcome)")
  }

  @Test(arguments: writers) func aReplacedFileKeepsItsPermissions(arguments: [String], name: String) throws {
    let folder = try Folder()
    let path = try folder.file(name, "mine")
    for mode in [0o600, 0o644, 0o640] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      #expect(try run(list: arguments + [path, "--force"]).code == 0)
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode)
    }
  }

  /// The number of the program's own process is known once a shell has become the program.
  @Test func whatAKilledProgramLeftBehindStandsInNobodysWay() throws {
    let folder = try Folder()
    let line = "echo part > x.csv.part-$$; exec \"$0\" \"$@\""
    let outcome = try shell(line, ["data", "frequencies", "-o", "x.csv"], folder)
    #expect(outcome.code == 0, "\(outcome)")
    #expect(try folder.contents.contains("x.csv") && folder.contents.count == 2)
  }

  @Test func whatCannotBeWrittenIsSaidBeforeAViewIsDescribed() throws {
    let folder = try Folder()
    _ = try folder.file("x.txt", "mine")
    let outcome = try run(
      list: ["shot", "heatmap", "--describe", "-o", "x.txt"], folder: folder.url)
    #expect(outcome.code == 73 && outcome.output.isEmpty)
  }

  @Test(arguments: writers) func aFileIsReplacedOnlyAfterAYes(arguments: [String], name: String) throws {
    let folder = try Folder()
    let path = try folder.file(name, "mine")
    for (answer, code) in [("n", Int32(73)), ("", 73), ("y", 0)] {
      let session = try start(arguments + [path])
      try session.waitUntil { $0.text.contains("Overwrite it?") }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
      session.send(answer + "\r")
      #expect(try session.waitForExit() == .code(code), "\(answer)")
    }
    #expect(try Data(contentsOf: URL(filePath: path)).count > 512)
    #expect(try folder.contents == [name])
  }

  private static let long: [[String]] =
    [["data", "table", "--scheme", "sinusoidal", "--dim", "512", "--positions", "0:50000000", "-o", "x.csv"]]
    + [["shot", "heatmap", "--size", "1000x1000", "-o", "x.html"]] + longFigures

  #if Figures
    private static let longFigures = [
      ["figure", "precision", "--positions", "0:1000000", "--dpi", "600", "-o", "x.png"]
    ]
  #else
    private static let longFigures: [[String]] = []
  #endif

  @Test(arguments: long, [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func longWorkSaysHowLongAndLeavesNothingWhenStopped(arguments: [String], signal: Int32) throws {
    let folder = try Folder()
    let path = folder.url.appending(path: arguments.last ?? "").path
    let session = try start(arguments.dropLast() + [path])
    try session.waitUntil { $0.text.contains(/\d+ %, [\d ]+ s left/) }
    session.signal(signal)
    #expect(try session.waitForExit() == .signal(signal))
    #expect(try folder.contents.isEmpty)
  }

  @Test func aSignalThatIsIgnoredEndsNothing() throws {
    let folder = try Folder()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      ["-c", "trap '' HUP INT QUIT; echo ready; exec \"$0\" \"$@\"", try BuiltProgram.path("ropescope")]
      + ["data", "table", "--scheme", "sinusoidal", "--positions", "0:20000", "-o", "x.npy"]
    process.currentDirectoryURL = folder.url
    let (output, messages) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (FileHandle.nullDevice, output, messages)
    try process.run()
    #expect(output.fileHandleForReading.availableData == Data("ready\n".utf8))
    while process.isRunning { for signal in [SIGHUP, SIGINT, SIGQUIT] { kill(process.processIdentifier, signal) } }
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    #expect(try messages.fileHandleForReading.readToEnd() ?? Data() == Data())
    #expect(try folder.contents == ["x.npy"])
  }

  @Test func aNameMayBeAsLongAsFileSystemsLetItBe() throws {
    let folder = try Folder()
    let name = String(repeating: "长", count: 83) + "xx.csv"
    #expect(try run(list: ["data", "frequencies", "-o", name], folder: folder.url).code == 0)
    #expect(try folder.contents == [name] && name.utf8.count == 255)
  }

  @Test func progressIsForPeopleAlone() throws {
    let folder = try Folder()
    let outcome = try run(
      list: ["data", "cos-sin", "--positions", "0:60000", "-o", "x.csv"], folder: folder.url)
    #expect(outcome.code == 0 && outcome.messages.isEmpty && outcome.output.isEmpty)
  }

  /// The program in a terminal.
  private func start(_ arguments: [String]) throws -> TerminalSession {
    try TerminalSession([try BuiltProgram.path("ropescope")] + arguments, size: Size(rows: 24, columns: 200))
  }

  /// The program under a line of shell, as `"$0" "$@"`.
  private func shell(_ line: String, _ arguments: [String], _ folder: Folder) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line, try BuiltProgram.path("ropescope")] + arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"]
    process.currentDirectoryURL = folder.url
    let messages = Pipe()
    (process.standardInput, process.standardError) = (FileHandle.nullDevice, messages)
    try process.run()
    let said = try messages.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let code = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Outcome(code: code, output: Data(), messages: String(decoding: said, as: UTF8.self))
  }
}
