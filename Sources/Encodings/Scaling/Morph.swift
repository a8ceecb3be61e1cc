/// A spectrum on the way from one context extension to another: a means of showing what the second changes in the first.
///
/// No model is trained or run with it. Each pair goes its own way, geometrically, because what tells pairs apart is
/// the ratio of their frequencies:
///
///     ω_i(t) = ω_i(from)^(1−t) · ω_i(to)^t,   log λ_i(t) = (1−t) · log λ_i(from) + t · log λ_i(to)
///
/// so a pair moves along a straight line of the logarithmic spectrum, and one that both ends agree on does not move. The
/// attention factor goes the same way. A pair that stands still at one end (ω = 0, proportional rotary) has no
/// geometric way there, and goes (1−t) · ω(from) + t · ω(to) instead.
///
///     Morph(from: .none, to: .linear(factor: 16), share: 0.5)   // the spectrum of .linear(factor: 4)
public struct Morph: Hashable, Sendable {
  /// Where it begins; never itself a morph.
  public let from: Scaling
  /// Where it ends; never itself a morph.
  public let to: Scaling
  /// The share t of the way: 0 is exactly `from`, 1 exactly `to`. Checked where it is applied.
  public let share: Double

  /// A point between two extensions. A morph begins where a morph given for `from` began, and ends where one given for
  /// `to` ends.
  public init(from: Scaling, to: Scaling, share: Double) {
    self.from = if case .morph(let morph) = from { morph.from } else { from }
    self.to = if case .morph(let morph) = to { morph.to } else { to }
    self.share = share
  }

  /// The spectrum between those of the two ends.
  /// - Throws: `InvalidParameter` when the share is outside 0 … 1, or what is wrong with an end.
  /// - Complexity: O(pairs).
  func spectrum(
    of plain: [InverseFrequency], dimension: Int, base: Double, length: Int?
  ) throws(InvalidParameter) -> Spectrum {
    try InvalidParameter.requireAtLeast(.share, share, 0)
    try InvalidParameter.require(share <= 1, .share, share, .atMost(1))
    let start = try from.spectrum(of: plain, dimension: dimension, base: base, length: length)
    let end = try to.spectrum(of: plain, dimension: dimension, base: base, length: length)
    if share == 0 { return start }
    if share == 1 { return end }
    let factor = between(DoubleDouble(start.attentionFactor), DoubleDouble(end.attentionFactor))
    return Spectrum(
      inverseFrequencies: zip(start.inverseFrequencies, end.inverseFrequencies).map {
        $0 == $1 ? $0 : InverseFrequency(exact: between($0.exact, $1.exact))
      }, attentionFactor: factor.high)
  }

  private func between(_ start: DoubleDouble, _ end: DoubleDouble) -> DoubleDouble {
    let (kept, taken) = (DoubleDouble.one - DoubleDouble(share), DoubleDouble(share))
    if start == end { return start }
    guard .zero < start, .zero < end else { return start * kept + end * taken }
    // Rounding must not lead past an end where the two differ in their last digits alone.
    return min(max(.exp(.log(start) * kept + .log(end) * taken), min(start, end)), max(start, end))
  }
}
