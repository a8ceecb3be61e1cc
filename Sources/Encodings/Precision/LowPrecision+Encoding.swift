extension LowPrecision {
  /// An encoding's frequencies in a format: with PyTorch's own float32 frequencies where the ladder is the paper's and nothing
  /// extends it, else with its spectrum rounded to float32.
  ///
  /// - Returns: nil for an encoding without frequencies.
  /// - Complexity: O(pairs).
  ///
  ///     LowPrecision(encoding: .rotary(try Rotary(dimension: 128)), format: .bfloat16, cast: .inputs)?.storedPosition(257)   // 256
  public init?(encoding: Encoding, format: FloatFormat, cast: Cast) {
    guard let spectrum = encoding.spectrum else { return nil }
    var plain: (base: Double, dimension: Int)?
    if let rotary = encoding.rotary, rotary.scaling == .none {
      plain = (rotary.base, rotary.rotaryDimension)
    } else if let table = encoding.sinusoidal, table.ladder == .paper, table.dimension.isMultiple(of: 2) {
      plain = (table.base, table.dimension)
    }
    if let plain,
      let own = try? LowPrecision(base: plain.base, dimension: plain.dimension, format: format, cast: cast)
    {
      self = own
    } else {
      self.init(spectrum: spectrum, format: format, cast: cast)
    }
  }
}
