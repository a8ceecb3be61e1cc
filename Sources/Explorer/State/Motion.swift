import Encodings
import Screen

/// A sweep that plays: one quantity moving between two ends, so many steps a second.
public struct Motion: Hashable, Sendable {
  /// What moves.
  public enum Parameter: String, Hashable, Sendable, CaseIterable {
    case position, second, pair, base, dimension, factor, morph

    /// Ends between which it could move; what follows a morph is an extension.
    var exampleOfEnds: String {
      switch self {
      case .position, .second: "0:4096"
      case .pair: "0:31"
      case .base: "1e4:1e6"
      case .dimension: "16:128"
      case .factor: "1:32"
      case .morph: "yarn factor=8"
      }
    }
  }

  /// What moves.
  public let parameter: Parameter
  /// The least that it shows.
  public let from: Double
  /// The most that it shows.
  public let to: Double
  /// What a step adds; base and factor are multiplied by it. Below 0, or 1 where steps multiply, it goes from `to` down.
  public internal(set) var step: Double
  /// Steps a second.
  public internal(set) var rate: Double
  /// Whether the rate was asked for, and is not the usual one of the quantity.
  var isRateChosen = false
  /// Whether the step was asked for, and is not the usual one.
  var isStepChosen = false
  /// Whether it begins again at the end.
  public internal(set) var loops = true
  /// Whether it moves now.
  public internal(set) var isPlaying = true
  /// The part of a step that time has earned and no picture has shown.
  private var carried = 0.0

  /// The rates that can be asked for, steps a second.
  static let rates = 0.1...1000.0
  /// Pictures a second: a faster sweep takes several steps from one to the next.
  static let pictureRate = 30.0
  /// Steps a second where a person wants little motion.
  static let reducedRate = 1.0

  init(_ parameter: Parameter, from: Double, to: Double, step: Double, rate: Double) {
    (self.parameter, self.from, self.to, self.step, self.rate) = (parameter, from, to, step, rate)
  }

  /// Whether steps multiply.
  var isGeometric: Bool { parameter == .base || parameter == .factor }

  private var goesDown: Bool { step < (isGeometric ? 1 : 0) }

  /// Where it begins, and begins again.
  var start: Double { goesDown ? to : from }

  /// Where it ends.
  var end: Double { goesDown ? from : to }

  /// Seconds until the next picture.
  var interval: Double { max(1 / Self.pictureRate, 1 / rate) }

  /// Where the quantity is after some time; steps that no picture could show are skipped, never owed.
  mutating func value(after seconds: Double, at value: Double) -> Double {
    carried += min(max(0, seconds), 1) * rate
    let steps = carried.rounded(.down)
    carried -= steps
    guard steps > 0 else { return value }
    var moved = value
    if isGeometric {
      for _ in 0..<Int(min(steps, Self.rates.upperBound)) { moved *= step }
    } else {
      moved += steps * step
    }
    guard goesDown ? moved < from : moved > to else { return moved }
    if loops { return start }
    isPlaying = false
    return end
  }
}

extension Exploration {
  /// Seconds until a playing sweep wants its next picture; `nil` while nothing plays.
  public var motionInterval: Double? { motion.flatMap { $0.isPlaying ? $0.interval : nil } }

  /// Plays, pauses and sets up sweeps.
  mutating func sweep(_ action: Action) {
    switch action {
    case .togglePlay:
      if motion == nil { motion = usualSweep(.position, nil) } else { motion?.isPlaying.toggle() }
      if motion?.isPlaying == true { leaveEnd() }
    case .play(.morph, _):
      if let rotary = scene.encoding.rotary, case .morph = rotary.scaling {
        start(.morph, nil)
      } else if let usual = usualMorph {
        morph(to: usual)
      } else {
        notice = .nothingToPlay(.morph)
      }
    case .play(let parameter, let ends): start(parameter, ends)
    case .morph(let other): morph(to: other)
    case .stopPlaying: (motion, isTraining) = (nil, false)
    case .setRate(let asked):
      let rate = held(asked)
      guard Motion.rates.contains(asked) else {
        return notice = .badArgument(command: "speed", argument: Numerals.plain(asked), example: "12")
      }
      needMotion { ($0.rate, $0.isRateChosen) = (rate, true) }
    case .setStep(let step):
      let isGeometric = motion?.isGeometric ?? false
      guard isGeometric ? step > 0 && step != 1 : step != 0 else {
        let example = isGeometric ? "1.05" : "10"
        return notice = .badArgument(command: "stride", argument: Numerals.plain(step), example: example)
      }
      needMotion { ($0.step, $0.isStepChosen) = (step, true) }
      leaveEnd()
    case .setLoop(let loops): needMotion { $0.loops = loops }
    case .elapse(let seconds): elapse(seconds)
    default: break
    }
  }

  /// A sweep that stands where it would end sets out from its other end.
  private mutating func leaveEnd() {
    if let motion, value(of: motion.parameter) == motion.end { set(motion.parameter, to: motion.start) }
  }

  private func held(_ rate: Double) -> Double { reducesMotion ? min(rate, Motion.reducedRate) : rate }

  private mutating func needMotion(_ change: (inout Motion) -> Void) {
    guard var changed = motion ?? usualSweep(.position, nil) else { return notice = .nothingToPlay(.position) }
    if motion == nil { changed.isPlaying = false }
    change(&changed)
    motion = changed
  }

  private mutating func morph(to other: ScalingOptions) {
    beginMorph(to: other)
    if notice == nil { start(.morph, nil) }
  }

  private mutating func start(_ parameter: Motion.Parameter, _ ends: ClosedRange<Double>?) {
    guard var sweep = usualSweep(parameter, ends) else { return notice = .nothingToPlay(parameter) }
    if let before = motion {
      sweep.loops = before.loops
      if before.isRateChosen { (sweep.rate, sweep.isRateChosen) = (before.rate, true) }
    }
    motion = sweep
    set(parameter, to: sweep.start)
  }

  /// The usual sweep of a quantity: over what is shown, or about what it is.
  private func usualSweep(_ parameter: Motion.Parameter, _ ends: ClosedRange<Double>?) -> Motion? {
    let usual: (from: Double, to: Double, step: Double, rate: Double)
    switch parameter {
    case .position, .second:
      let shown = scene.window.positions(rows: heatmapRows)
      // A row at a time, but not past short ends at once.
      let most = ends.map { max(1, Int(min(($0.upperBound - $0.lowerBound) / 20, 0x1p40))) } ?? .max
      let step = min(max(1, shown.count / heatmapRows), most)
      usual = (Double(shown.lowerBound), Double(shown.upperBound - 1), Double(step), 12)
    case .pair:
      guard scene.pairCount > 1 else { return nil }
      usual = (0, Double(scene.pairCount - 1), 1, 6)
    case .base:
      guard let base = scene.encoding.base else { return nil }
      usual = (base, base * 100, 1.03, 24)
    case .dimension:
      guard let dimension = scene.encoding.dimension, scene.encoding.spectrum != nil else { return nil }
      usual = (2, Double(2 * dimension), 2, 12)
    case .factor:
      guard let rotary = scene.encoding.rotary, rotary.scaling.factor != nil else { return nil }
      usual = (1, 64, 1.03, 24)
    case .morph:
      guard let rotary = scene.encoding.rotary, case .morph = rotary.scaling else { return nil }
      usual = (0, 1, 0.01, 24)
    }
    let (from, to) = ends.map { ($0.lowerBound, $0.upperBound) } ?? (usual.from, usual.to)
    return Motion(parameter, from: from, to: to, step: usual.step, rate: held(usual.rate))
  }

  private mutating func elapse(_ seconds: Double) {
    guard var moving = motion, moving.isPlaying else { return }
    guard let now = value(of: moving.parameter) else { return motion = nil }
    let next = moving.value(after: seconds, at: now)
    motion = moving
    guard next != now else { return }
    let said = notice
    notice = nil
    set(moving.parameter, to: next)
    if notice?.isComplaint == true { motion = nil }
    notice = notice ?? said
  }

  /// Ends a motion of a quantity that is gone, also one that is paused: there is nothing to go on with.
  mutating func endMotionOfNothing() {
    if let motion, value(of: motion.parameter) == nil { self.motion = nil }
  }

  private func value(of parameter: Motion.Parameter) -> Double? {
    switch parameter {
    case .position: Double(scene.position)
    case .second: Double(scene.secondPosition)
    case .pair: scene.pairCount > 1 ? Double(scene.pair) : nil
    case .base: scene.encoding.base
    case .dimension: scene.encoding.dimension.map(Double.init)
    case .factor: scene.encoding.rotary?.scaling.factor
    case .morph:
      if let rotary = scene.encoding.rotary, case .morph(let morph) = rotary.scaling {
        morph.share
      } else {
        nil
      }
    }
  }

  private mutating func set(_ parameter: Motion.Parameter, to value: Double) {
    let whole = Int(min(max(0, value.rounded()), Double(Window.lastPosition)))
    switch parameter {
    case .position:
      change(.position) { $0.position = whole }
      keepPositionInSight()
    case .second: change(.second) { $0.secondPosition = whole }
    case .pair: change(.pair) { $0.pair = min(whole, max(0, $0.pairCount - 1)) }
    case .base: apply(EncodingOptions(base: value), as: .base)
    case .dimension: apply(EncodingOptions(dimension: max(2, whole / 2 * 2)), as: .dimension)
    case .factor: apply(EncodingOptions(scaling: ScalingOptions(factor: max(1, value))), as: .factor)
    case .morph: showMorph(at: value)
    }
  }
}
