/// One pair at one position, as a clock: its hand's angle and length, and how often it has gone round.
///
///     Dial(spectrum: rotary.spectrum, pair: 0, position: 7).turns   // 1.114…
public struct Dial: Hashable, Sendable {
  /// The pair i.
  public let pair: Int
  /// The hand's angle, whole turns taken off exactly.
  public let phase: Phase
  /// p / λ: turns since position 0, whole ones included.
  public let turns: Double
  /// The hand's length: the spectrum's attention factor.
  public let radius: Double
  /// λ in positions; infinite when the pair does not turn.
  public let wavelength: Double

  /// The dial of a pair of a spectrum at a position.
  /// - Complexity: O(1).
  public init(spectrum: Spectrum, pair: Int, position: Int) {
    let frequency = spectrum[pair]
    self.pair = pair
    phase = frequency.phase(at: position)
    turns = frequency.turns(at: position)
    radius = spectrum.attentionFactor
    wavelength = frequency.wavelength
  }
}
