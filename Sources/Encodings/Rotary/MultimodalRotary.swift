/// Multimodal rotary encoding (M-RoPE): each pair turns with the time, the height or the width of its token.
///
/// Text tokens have three equal coordinates, and then it is plain rotary encoding.
///
/// Source: Wang et al. 2024 (Qwen2-VL), arXiv:2409.12191.
///
///     try MultimodalRotary(rotary: Rotary(dimension: 128), sections: [16, 24, 24]).axis(ofPair: 20)   // .height
public struct MultimodalRotary: Hashable, Sendable {
  /// The coordinate that a pair turns with.
  public enum Axis: String, Hashable, Sendable, CaseIterable {
    case time, height, width
  }

  /// The three coordinates of a token, in positions.
  public struct Coordinates: Hashable, Sendable {
    /// Frames, or the position in the text.
    public let time: Int
    /// Rows of patches.
    public let height: Int
    /// Columns of patches.
    public let width: Int

    /// A token's place.
    public init(time: Int, height: Int, width: Int) {
      self.time = time
      self.height = height
      self.width = width
    }

    subscript(axis: Axis) -> Int {
      switch axis {
      case .time: time
      case .height: height
      case .width: width
      }
    }
  }

  /// The rotation.
  public let rotary: Rotary
  /// How many pairs turn with time, height and width.
  public let sections: [Int]
  /// Whether the axes take turns (t h w t h w …, Qwen3-VL) instead of standing in blocks (Qwen2-VL).
  public let interleaved: Bool

  /// A rotary encoding with its pairs shared out among three axes.
  /// - Throws: When there are not three sections, or they do not add up to the pairs.
  public init(rotary: Rotary, sections: [Int], interleaved: Bool = false) throws(InvalidParameter) {
    try InvalidParameter.require(sections.count == 3, .mropeSections, Double(sections.count), .count(3))
    for section in sections {
      try InvalidParameter.require(section >= 0, .mropeSections, Double(section), .notNegative)
      try InvalidParameter.require(
        section <= rotary.spectrum.pairCount, .mropeSections, Double(section),
        .atMost(Double(rotary.spectrum.pairCount)))
    }
    let sum = sections.reduce(0, +)
    try InvalidParameter.require(
      sum == rotary.spectrum.pairCount, .mropeSections, Double(sum), .sum(rotary.spectrum.pairCount))
    self.rotary = rotary
    self.sections = sections
    self.interleaved = interleaved
  }

  /// The axis that a pair turns with.
  public func axis(ofPair pair: Int) -> Axis {
    if interleaved {
      if pair % 3 == 1, pair < 3 * sections[1] { return .height }
      if pair % 3 == 2, pair < 3 * sections[2] { return .width }
      return .time
    }
    return pair < sections[0] ? .time : pair < sections[0] + sections[1] ? .height : .width
  }

  /// The cosines of a token's angles, times the attention factor. Shape (pairs).
  public func cosines(at coordinates: Coordinates) -> [Double] {
    phases(at: coordinates).map { $0.cosine * rotary.spectrum.attentionFactor }
  }

  /// The sines of a token's angles, times the attention factor. Shape (pairs).
  public func sines(at coordinates: Coordinates) -> [Double] {
    phases(at: coordinates).map { $0.sine * rotary.spectrum.attentionFactor }
  }

  private func phases(at coordinates: Coordinates) -> [Phase] {
    rotary.spectrum.inverseFrequencies.enumerated().map { pair, frequency in
      frequency.phase(at: coordinates[axis(ofPair: pair)])
    }
  }
}
