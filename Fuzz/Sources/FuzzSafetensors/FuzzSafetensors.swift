import CFuzzer
import Checkpoints
import Foundation

/// Where the bytes of this process are put, for a reader that reads files.
private let path = FileManager.default.temporaryDirectory
  .appending(path: "fuzz-\(ProcessInfo.processInfo.processIdentifier).safetensors").path(percentEncoded: false)

/// Any bytes are tables or a `CheckpointError`, never a trap.
@main enum FuzzSafetensors {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { start, count in
      guard let file = fopen(path, "w") else { return -1 }
      fwrite(start, 1, count, file)
      fclose(file)
      _ = try? Source.tensors(path: path).describe()
      return 0
    }
  }
}
