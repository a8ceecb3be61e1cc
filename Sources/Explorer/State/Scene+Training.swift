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
}
