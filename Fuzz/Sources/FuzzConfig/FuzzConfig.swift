import CFuzzer
import Checkpoints

/// Any bytes are a config or a `CheckpointError`, never a trap.
@main enum FuzzConfig {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { start, count in
      let bytes = Array(UnsafeBufferPointer(start: start, count: count))
      _ = try? ModelReader.describe(config: bytes, name: "fuzz", path: "fuzz")
      return 0
    }
  }
}
