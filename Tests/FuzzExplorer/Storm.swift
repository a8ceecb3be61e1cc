import Encodings
import RandomEvents
import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// So many random events in twenty sittings: every depth of colour, with and without ASCII, any source.
struct Storm {
  let events: Int
  let seed: Int
  let tellFrom: Int
  private let scenes = RandomScenes()
  private let shelf = ThemeShelf()
  private var (frames, looks, stale) = (0, 0, 0)
  private var memory: [Int] = []

  /// Sittings; memory in the last `warmUp` of them is held against the first.
  private static let sittings = 20
  private static let warmUp = 5
  /// By how much memory may have grown: what an allocator keeps in pieces, far less than a scene an event.
  private static let growthLimit = 16 << 20

  init(events: Int, seed: Int, tellFrom: Int) {
    (self.events, self.seed, self.tellFrom) = (events, seed, tellFrom)
  }

  /// Plays all events and says what came of them.
  /// - Returns: Whether no cell was stale and memory did not grow.
  mutating func run() -> Bool {
    let clock = ContinuousClock()
    let taken = clock.measure {
      for sitting in 0..<Self.sittings { sit(sitting) }
    }
    let before = memory.prefix(Self.warmUp).max() ?? 0
    let growth = (memory.suffix(Self.warmUp).min() ?? before) - before
    say(
      "\(events) events, seed \(seed): \(frames) frames, \(looks) compared with a fresh drawing, \(stale) stale; memory "
        + "\(megabytes(before)) MB after the first quarter, \(megabytes(memory.last ?? 0)) MB at the end; \(taken)")
    return stale == 0 && growth <= Self.growthLimit
  }

  private mutating func sit(_ number: Int) {
    var random = RandomEvents(seed: seed &* 1000 &+ number)
    let depth = ColorDepth.allCases[number % ColorDepth.allCases.count]
    var sitting = Sitting(&random, scenes, shelf, depth: depth, asciiOnly: number % 5 == 4)
    let count = events / Self.sittings
    var pending = 0
    for index in 0..<count {
      let input = random.next(for: sitting.exploration, scenes)
      let event = number * count + index
      if event >= tellFrom { say("\(event): \(input)") }
      sitting.take(input, &random.random)
      pending -= 1
      guard pending <= 0 else { continue }
      // Events come alone or in bursts, and a burst is drawn once.
      pending = Int.random(in: 1...16, using: &random.random)
      sitting.show()
      frames += 1
      guard frames.isMultiple(of: 25) else { continue }
      look(at: sitting, event)
    }
    memory.append(residentMemory())
    say("\((number + 1) * count) events: \(megabytes(memory.last ?? 0)) MB")
  }

  private mutating func look(at sitting: borrowing Sitting, _ event: Int) {
    looks += 1
    let found = sitting.staleCells()
    guard !found.isEmpty else { return }
    stale += 1
    say("event \(event): \(found.count) stale cells, such as \(found[0])")
  }

  /// Prints a line at once: after a trap nothing is.
  private func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  private func megabytes(_ bytes: Int) -> String { Numerals.fixed(Double(bytes) / 1_048_576, decimals: 1) }
}
