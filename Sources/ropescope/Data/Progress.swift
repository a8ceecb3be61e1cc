import Explorer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far a long piece of work is: a line on standard error, when that is a terminal and a second has passed.
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
  func report(_ done: Int, of total: Int) {
    guard isShown else { return }
    let now = clock.now
    guard now - start > .seconds(1), now - last > .milliseconds(200) else { return }
    last = now
    hasSpoken = true
    let percent = total > 0 ? Int(Double(done) / Double(total) * 100) : 100
    show("\rropescope: " + language("\(percent) % written", "已写入 \(percent) %"))
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
