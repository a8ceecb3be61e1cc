/// Any positional scheme with its parameters.
///
/// A scheme answers one or more of three questions: a vector for a position, a rotation for a position, a bias for a query
/// and a key. A view asks what it needs and never which case this is.
public enum Encoding: Hashable, Sendable {
  /// No position at all (NoPE): order comes from the causal mask alone, or not at all.
  case none
  /// Sines and cosines added to the token embedding.
  case sinusoidal(Sinusoidal)
  /// Queries and keys turned by their position.
  case rotary(Rotary)

  /// The scheme's name.
  public var scheme: Scheme {
    switch self {
    case .none: .none
    case .sinusoidal: .sinusoidal
    case .rotary: .rope
    }
  }

  /// The inverse frequencies of a scheme that has them.
  public var spectrum: Spectrum? {
    switch self {
    case .none: nil
    case .sinusoidal(let sinusoidal): sinusoidal.spectrum
    case .rotary(let rotary): rotary.spectrum
    }
  }

  /// The dimension d of a scheme that has one.
  public var dimension: Int? {
    switch self {
    case .none: nil
    case .sinusoidal(let sinusoidal): sinusoidal.dimension
    case .rotary(let rotary): rotary.dimension
    }
  }
}
