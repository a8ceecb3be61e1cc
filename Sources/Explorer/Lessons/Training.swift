public import Encodings

/// What a person asks of the table that learns while one watches: `:train`.
public enum TrainingOrder: Hashable, Sendable {
  /// Begin or go on learning, some steps at every tick.
  case run
  /// Stop for now.
  case pause
  /// Run when paused, pause when running.
  case toggle
  /// A new table of noise that belongs to a seed, paused; without a seed that of the table before.
  case reset(seed: Int?)
  /// Learn at once up to a step, from the start when it lies behind.
  case to(step: Int)
}

extension Exploration {
  /// Steps of training at one tick, twenty a second: slow enough to watch the diagonal form in about ten seconds.
  var stepsPerTick: Int { 20 / ticksPerSecond }

  /// Follows an order, on the table that is shown or on a new one.
  mutating func train(_ order: TrainingOrder) {
    guard let fresh = try? TableTraining(), var training = scene.training ?? Optional(fresh) else { return }
    switch order {
    case .run: isTraining = training.step < TableTraining.lastStep
    case .pause: isTraining = false
    case .toggle: isTraining = !isTraining && training.step < TableTraining.lastStep
    case .reset(let seed):
      isTraining = false
      let wanted = seed.map { UInt64(bitPattern: Int64($0)) } ?? training.seed
      if let again = try? TableTraining(seed: wanted) { training = again }
    case .to(let step):
      isTraining = false
      if step < training.step, let again = try? TableTraining(seed: training.seed) { training = again }
      training.advance(by: step - training.step)
    }
    change(.other) { $0.show(training) }
    keepPositionInSight()
  }

  /// A moment passes: the table learns a little.
  mutating func learn() {
    guard isTraining, var training = scene.training else { return isTraining = false }
    training.advance(by: stepsPerTick)
    change(.training) { $0.show(training) }
    if training.step >= TableTraining.lastStep { isTraining = false }
  }
}

extension Scene {
  /// Shows a table that learns as it stands.
  public mutating func show(_ next: TableTraining) {
    guard let table = next.table else { return }
    let isNew = training == nil
    show(.learned(table))
    training = next
    guard isNew else { return }
    (view, measure, window) = (.similarity, .cosine, Window(count: next.rowCount))
    position = min(position, next.rowCount - 1)
    secondPosition = min(secondPosition, next.rowCount - 1)
  }
}
