package import Encodings

extension Scene {
  /// The frequencies before any extension, at which training went round; `nil` where there is no extension.
  package var trainedSpectrum: Spectrum? {
    guard let rotary = encoding.rotary, rotary.scaling != .none else { return nil }
    return try? Rotary(
      dimension: rotary.dimension, rotaryDimension: rotary.rotaryDimension, base: rotary.base, layout: rotary.layout
    ).spectrum
  }

  /// Turns that a pair of a trained frequency makes over the training context; one where the context is not known.
  package func trainedTurns(of frequency: InverseFrequency) -> Double {
    guard let length = trainedLength else { return 1 }
    return frequency.turns(at: max(0, length - 1))
  }

  /// Whether a pair stands, at a position, at an angle that training never showed: past the arc of a pair that did not
  /// turn once. One that has come round into the arc again shows the model what it knows.
  /// - Parameter trained: The pair's frequency in training.
  package func isUnseen(_ frequency: InverseFrequency, trained: InverseFrequency, at position: Int) -> Bool {
    guard let length = trainedLength, length > 0, position >= length else { return false }
    let seen = trainedTurns(of: trained)
    let turns = frequency.phase(at: position).turns
    return seen < 1 && (turns < 0 ? turns + 1 : turns) > seen
  }
}
