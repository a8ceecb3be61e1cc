import Foundation
import Testing
@testable import Checkpoints

@Test func aSourceIsUnderstoodAsAPersonExpects() throws {
  let folder = try TemporaryFolder()
  let config = try folder.write(Array("{}".utf8), "config.json")
  let tensors = try folder.write([], "model.safetensors")
  let index = try folder.write([], "model.safetensors.index.json")
  #expect(try Source(argument: "-") == .standardInput)
  #expect(try Source(argument: "llama-3.1-8b") == .catalogue("llama-3.1-8b"))
  #expect(try Source(argument: config) == .config(path: config))
  #expect(try Source(argument: tensors) == .tensors(path: tensors))
  #expect(try Source(argument: index) == .tensors(path: index))
  #expect(try Source(argument: folder.path("")) == .folder(path: folder.path("")))
}

@Test func aNameThatIsNotKnownIsAnsweredWithNearOnes() {
  let error = #expect(throws: CheckpointError.self) { try Source(argument: "llama-3.1-8B") }
  #expect(error?.problem == .unknownSource(nearest: ["llama-3.1-8b", "llama-2-7b"]))
  #expect(error?.kind == .noInput)
}

@Test(arguments: ["foo", "b", "8"]) func aNameThatResemblesNoneIsAnsweredWithNone(name: String) {
  #expect(throws: CheckpointError(path: name, problem: .unknownSource(nearest: []))) { try Source(argument: name) }
}

@Test(arguments: ["./nothing.json", "/nowhere/config.json", "model.safetensors"])
func aPathThatLeadsNowhereIsNoSuchFile(path: String) {
  let error = #expect(throws: CheckpointError.self) { try Source(argument: path).describe() }
  #expect(error?.problem == .noSuchFile)
}

@Test func aConfigGoesByTheNameOfItsFolder() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write(Array(#"{"model_type": "llama", "head_dim": 64}"#.utf8), "config.json")
  #expect(try Source.config(path: path).describe().name == folder.url.lastPathComponent)
  #expect(try Source(argument: folder.path("")).describe().name == folder.url.lastPathComponent)
}

@Test func aCheckpointOfAnotherFormatIsAnsweredWithThoseThatAreRead() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write([0x80, 2], "pytorch_model.bin")
  let error = #expect(throws: CheckpointError.self) { try Source(argument: path) }
  #expect(error?.problem == .unknownFormat(known: [".json", ".safetensors", ".npy"]))
}

@Test func aPipeIsRefusedAndDoesNotHang() throws {
  let folder = try TemporaryFolder()
  let path = folder.path("config.json")
  try #require(mkfifo(path, 0o600) == 0)
  #expect(throws: CheckpointError(path: path, problem: .notAFile(.pipe))) { try Source.config(path: path).describe() }
  #expect(throws: CheckpointError(path: path, problem: .notAFile(.pipe))) { try Source(argument: path) }
}

@Test func aFolderWhereAFileShouldBeIsRefused() throws {
  let folder = try TemporaryFolder()
  let path = folder.path("config.json")
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  #expect(throws: CheckpointError(path: path, problem: .notAFile(.folder))) {
    try Source.config(path: path).describe()
  }
}

@Test func aFolderWithoutAModelSaysWhatWasLookedFor() throws {
  let folder = try TemporaryFolder()
  let error = #expect(throws: CheckpointError.self) { try Source(argument: folder.path("")).describe() }
  guard case .nothingInFolder(let names) = error?.problem else {
    Issue.record("\(String(describing: error))")
    return
  }
  #expect(names.contains("config.json"))
  #expect(error?.kind == .noInput)
}

@Test func aConfigThatIsFarTooLargeIsRefusedUnread() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write([], "config.json")
  try #require(truncate(path, 1 << 40) == 0)
  #expect(throws: CheckpointError(path: path, problem: .tooLarge(bytes: 1 << 40, limit: ModelReader.sizeLimit))) {
    try Source.config(path: path).describe()
  }
}

@Test(arguments: Catalogue.names)
func everyModelOfTheCatalogueIsDescribed(name: String) throws {
  let entry = try #require(Catalogue.entry(named: name))
  #expect((2017...2026).contains(entry.year))
  #expect(!entry.look.isEmpty)
  #expect(!entry.lookInChinese.isEmpty)
  #expect(entry.title != name || name == name.lowercased())
  #expect(try !entry.describe().groups.isEmpty)
}

@Test func aSocketIsCalledASocket() throws {
  let folder = try TemporaryFolder()
  let path = folder.path("s")
  let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(descriptor) }
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
  let bound = withUnsafePointer(to: address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
  try #require(bound == 0)
  #expect(throws: CheckpointError(path: path, problem: .notAFile(.socket))) { try NpyFile.table(of: path) }
}
