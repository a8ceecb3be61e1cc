#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a format's rounding does to the angles, cosines and sines of a rotary or sinusoidal encoding, as PyTorch computes them.
///
/// Stored values and angles agree with PyTorch bit for bit, and so do cosines and sines in bfloat16 and float16. In float32 ours
/// are correctly rounded, where PyTorch's now and then end one unit off in the last place.
///
/// Frequencies are those that PyTorch makes in float32, 1 / base^(2i/d), unless a spectrum is given.
///
///     let lowered = try LowPrecision(base: 10_000, dimension: 128, format: .bfloat16, cast: .inputs)
///     lowered.storedPosition(257)   // 256
public struct LowPrecision: Hashable, Sendable {
  /// Where the cast to the format happens.
  public enum Cast: String, Hashable, Sendable, CaseIterable {
    /// Position and inverse frequency are cast, then multiplied; angle, cosine and sine are rounded to the format.
    case inputs
    /// Everything is computed in float32 and only cosine and sine are cast.
    case result
  }

  /// The format.
  public let format: FloatFormat
  /// Where the cast happens.
  public let cast: Cast
  /// The inverse frequencies as float32 holds them. Shape (pairs).
  public let frequencies: [Double]
  /// The exact frequencies, for errors.
  private let exact: [InverseFrequency]

  /// An encoding on the paper's ladder, in a format.
  /// - Throws: When the dimension is not even or the base not positive.
  public init(base: Double, dimension: Int, format: FloatFormat, cast: Cast) throws(InvalidParameter) {
    try InvalidParameter.requireEvenDimension(.dimension, dimension)
    try InvalidParameter.requirePositive(.base, base)
    self.format = format
    self.cast = cast
    exact = Ladder.paper.inverseFrequencies(pairs: dimension / 2, dimension: dimension, base: base)
    frequencies = (0..<dimension / 2).map { pair in
      let exponent = Float(2 * pair) / Float(dimension)
      return Double(1 / Float(pow(base, Double(exponent))))
    }
  }

  /// A given spectrum in a format; its frequencies are rounded to float32 first.
  public init(spectrum: Spectrum, format: FloatFormat, cast: Cast) {
    self.format = format
    self.cast = cast
    exact = spectrum.inverseFrequencies
    frequencies = exact.map { FloatFormat.float32.rounded($0.radians) }
  }

  /// How many pairs there are.
  public var pairCount: Int { frequencies.count }

  /// The inverse frequency as the format stores it; 0 for a pair that does not exist.
  public func storedFrequency(ofPair pair: Int) -> Double {
    frequencies.indices.contains(pair) ? format.rounded(frequencies[pair]) : 0
  }

  /// The position as the format stores it; infinite where it overflows.
  public func storedPosition(_ position: Int) -> Double { format.rounded(Double(position)) }

  /// The angle in radians as it is computed; infinite or NaN where the format overflows.
  public func angle(ofPair pair: Int, position: Int) -> Double {
    switch cast {
    case .inputs: format.rounded(storedPosition(position) * storedFrequency(ofPair: pair))
    case .result:
      FloatFormat.float32.rounded(
        FloatFormat.float32.rounded(Double(position)) * (frequencies.indices.contains(pair) ? frequencies[pair] : 0))
    }
  }

  /// The cosine as it is computed; NaN where the angle overflows.
  public func cosine(ofPair pair: Int, position: Int) -> Double {
    format.rounded(cos(angle(ofPair: pair, position: position)))
  }

  /// The sine as it is computed; NaN where the angle overflows.
  public func sine(ofPair pair: Int, position: Int) -> Double {
    format.rounded(sin(angle(ofPair: pair, position: position)))
  }

  /// How far the computed cosine is from the exact one; NaN where the format overflows and there is no cosine.
  public func cosineError(ofPair pair: Int, position: Int) -> Double {
    guard exact.indices.contains(pair) else { return 0 }
    return Self.error(cosine(ofPair: pair, position: position), exact[pair].phase(at: position).cosine)
  }

  /// The error of the cosine, positions as rows and pairs as columns. Rounding has no closed form: blocks are sampled. Where
  /// there is no cosine, it counts as 2, the largest error that a cosine can have.
  /// - Parameter limit: How many values at most enter a mean.
  public func errorField(rowCount: Int, limit: Int = 64) -> SampledField {
    SampledField(rowCount: rowCount, columnCount: pairCount, bounds: 0...2, limit: limit) {
      let error = cosineError(ofPair: $1, position: $0)
      return error.isNaN ? 2 : error
    }
  }

  private static func error(_ computed: Double, _ exact: Double) -> Double {
    computed.isFinite ? abs(computed - exact) : .nan
  }
}
