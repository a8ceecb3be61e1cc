import Explorer
import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far a long piece of work is, and how long the rest will take at the same pace: a line on standard error, when that is a terminal and a second has passed.
final class Progress {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let clock = ContinuousClock()
  private let language: Language
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var hasSpoken = false

  init(_ language: Language) {
    self.language = language
    start = clock.now
    last = start
  }

  /// Takes note of so many rows of so many; five times a second at most it says so.
  func report(_ done: Int, of total: Int) { report(share: total > 0 ? Double(done) / Double(total) : 1) }

  /// Takes note of how much of the whole is done, 0 … 1.
  func report(share: Double) {
    guard isShown else { return }
    let now = clock.now
    guard now - start > .seconds(1), now - last > .milliseconds(200) else { return }
    last = now
    hasSpoken = true
    let percent = Int(share * 100)
    let passed = (now - start) / .seconds(1)
    let left = share > 0 ? Numerals.grouped(Int(min((passed / share - passed).rounded(.up), 1e9))) : "?"
    show("\rropescope: " + language("\(percent) %, \(left) s left", "\(percent) %，还需 \(left) 秒") + "   ")
  }

  /// Leaves the line empty.
  func finish() {
    if hasSpoken { show("\r" + String(repeating: " ", count: 40) + "\r") }
  }

  private func show(_ text: String) {
    let bytes = Array(text.utf8)
    // A closed standard error leaves nobody to tell.
    bytes.withUnsafeBytes { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
