import Synchronization

/// A value that is computed when it is first asked for, and kept for whoever asks again: all copies of the value that holds
/// it share it.
final class Kept<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)

  /// The value, made now if it was not made before.
  func value(_ make: () -> Value) -> Value {
    stored.withLock { stored in
      if let stored { return stored }
      let made = make()
      stored = made
      return made
    }
  }
}
