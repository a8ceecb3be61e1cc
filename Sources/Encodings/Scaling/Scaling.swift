/// A context extension of rotary encoding: how positions past the trained length are made familiar.
///
/// Each is a map from the plain spectrum to another one, with its parameters inside the case.
///
///     Scaling.llama3(Llama3(factor: 8, originalLength: 8192)).name   // "llama3"
public enum Scaling: Hashable, Sendable {
  /// Direct extrapolation: nothing is changed.
  case none
  /// Position interpolation: ω / factor. Chen et al. 2023, arXiv:2306.15595.
  case linear(factor: Double)
  /// NTK-aware: base · factor^(d/(d−2)), which leaves the fastest pair alone and divides the slowest by the factor.
  /// bloc97 2023, "NTK-Aware Scaled RoPE".
  case ntkAware(factor: Double)
  /// Dynamic NTK: NTK-aware by factor · l / originalLength − (factor − 1), where l = max(length, originalLength).
  /// Unchanged up to and including `originalLength`; past it even factor 1 scales. emozilla 2023.
  case dynamicNTK(factor: Double, originalLength: Int)
  /// NTK-by-parts: interpolates the pairs that turn seldom within the trained length, and only those.
  case byParts(ByParts)
  /// YaRN: NTK-by-parts over pair indices, with an attention factor.
  case yarn(YaRN)
  /// LongRoPE: a searched divisor for each pair, one list within the trained length and one beyond.
  case longRoPE(LongRoPE)
  /// Llama 3.1: by wavelength, with a smooth passage between two of them.
  case llama3(Llama3)
  /// Gemma 4's proportional rotary: exponents over the whole head, the slowest pairs standing still.
  case proportional(rotatedFraction: Double)
  /// Between two extensions, for showing what one changes in the other; no model runs with it.
  indirect case morph(Morph)

  /// The standard name: none, linear, ntk, dynamic, by-parts, yarn, longrope, llama3, proportional,
  /// morph.
  public var name: String {
    switch self {
    case .none: "none"
    case .linear: "linear"
    case .ntkAware: "ntk"
    case .dynamicNTK: "dynamic"
    case .byParts: "by-parts"
    case .yarn: "yarn"
    case .longRoPE: "longrope"
    case .llama3: "llama3"
    case .proportional: "proportional"
    case .morph: "morph"
    }
  }

  /// The factor s by which the extension stretches the trained length, where it has one; between two there is none.
  public var factor: Double? {
    switch self {
    case .none, .proportional, .morph: nil
    case .linear(let factor), .ntkAware(let factor), .dynamicNTK(let factor, _): factor
    case .byParts(let parts): parts.factor
    case .yarn(let yarn): yarn.factor
    case .longRoPE(let longRoPE): longRoPE.stretch
    case .llama3(let llama3): llama3.factor
    }
  }

  /// The trained length L, in positions, where the extension looks at it.
  public var originalLength: Int? {
    switch self {
    case .none, .linear, .ntkAware, .proportional: nil
    case .dynamicNTK(_, let originalLength): originalLength
    case .byParts(let parts): parts.originalLength
    case .yarn(let yarn): yarn.originalLength
    case .longRoPE(let longRoPE): longRoPE.originalLength
    case .llama3(let llama3): llama3.originalLength
    case .morph(let morph): morph.to.originalLength ?? morph.from.originalLength
    }
  }

  /// The spectrum after the extension.
  /// - Parameters:
  ///   - plain: The frequencies before it, on the paper's ladder.
  ///   - dimension: How many features turn; `plain` holds half as many.
  ///   - base: The base of `plain`.
  ///   - length: The sequence length that dynamic NTK and LongRoPE look at; nil stands for the trained length.
  /// - Throws: What is wrong with a parameter.
  /// - Complexity: O(pairs).
  func spectrum(
    of plain: [InverseFrequency], dimension: Int, base: Double, length: Int?
  ) throws(InvalidParameter) -> Spectrum {
    switch self {
    case .none:
      return Spectrum(inverseFrequencies: plain)
    case .linear(let factor):
      try InvalidParameter.requireAtLeast(.factor, factor, 1)
      return Spectrum(inverseFrequencies: plain.map { $0.divided(by: factor) })
    case .ntkAware(let factor):
      try InvalidParameter.requireAtLeast(.factor, factor, 1)
      return Spectrum(inverseFrequencies: Self.rebased(plain, by: DoubleDouble(factor)))
    case .dynamicNTK(let factor, let originalLength):
      try InvalidParameter.requireAtLeast(.factor, factor, 1)
      try InvalidParameter.requirePositive(.originalLength, originalLength)
      let seen = max(length ?? originalLength, originalLength)
      let stretch = DoubleDouble(factor) * DoubleDouble(seen) / DoubleDouble(originalLength)
      return Spectrum(
        inverseFrequencies: Self.rebased(plain, by: stretch - (DoubleDouble(factor) - .one)))
    case .byParts(let parts):
      return Spectrum(inverseFrequencies: try parts.inverseFrequencies(from: plain))
    case .yarn(let yarn):
      return try yarn.spectrum(of: plain, dimension: dimension, base: base)
    case .longRoPE(let longRoPE):
      return try longRoPE.spectrum(of: plain, length: length)
    case .llama3(let llama3):
      return Spectrum(inverseFrequencies: try llama3.inverseFrequencies(from: plain))
    case .proportional(let fraction):
      try InvalidParameter.requirePositive(.rotatedFraction, fraction)
      try InvalidParameter.require(fraction <= 1, .rotatedFraction, fraction, .atMost(1))
      let turning = Int(fraction * Double(dimension) / 2)
      return Spectrum(
        inverseFrequencies: plain.enumerated().map { $0.offset < turning ? $0.element : .zero })
    case .morph(let morph):
      return try morph.spectrum(of: plain, dimension: dimension, base: base, length: length)
    }
  }

  /// The frequencies of base · stretch^(d/(d−2)): ω_i · stretch^(−2i/(d−2)), with d/2 = the number of pairs.
  private static func rebased(_ plain: [InverseFrequency], by stretch: DoubleDouble) -> [InverseFrequency] {
    guard plain.count > 1 else { return plain }
    let step = DoubleDouble.log(stretch) / DoubleDouble(plain.count - 1)
    return zip(plain, DoubleDouble.exps(ofMultiplesOf: -step, count: plain.count)).map {
      InverseFrequency(exact: $0.exact * $1)
    }
  }
}
