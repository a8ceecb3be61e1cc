// Plays random events to the explorer, and looks at its memory and its screen on the way.
//
//     swift run -c release fuzz-explorer 1000000 1
//
// Arguments: how many events, the seed, and from which event on each is printed (to find the one that ends the program).
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

let arguments = CommandLine.arguments.dropFirst().map { Int($0) ?? 0 }
var storm = Storm(
  events: arguments.first ?? 1_000_000, seed: arguments.dropFirst().first ?? 1,
  tellFrom: arguments.dropFirst(2).first ?? .max)
if !storm.run() { exit(1) }
