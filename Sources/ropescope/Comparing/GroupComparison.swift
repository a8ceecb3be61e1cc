import Checkpoints
import Encodings
import Explorer

/// A group of layers of one source beside the group of another that goes with it.
struct GroupComparison {
  let names: (first: String, second: String)
  let encodings: (first: Encoding, second: Encoding)
  /// The parameters in which they differ.
  let contrasts: [EncodingContrast]
  /// Their values, where both have some to subtract.
  let comparison: Comparison?
  /// Where those first part.
  let divergence: Divergence?
  /// How far each reaches, for rotary encodings.
  let reaches: (first: PairShares?, second: PairShares?)

  /// Whether they differ at all.
  var differs: Bool { !contrasts.isEmpty || divergence?.first != nil }

  init(
    _ one: (name: String, group: LayerGroup?, encoding: Encoding),
    _ other: (name: String, group: LayerGroup?, encoding: Encoding), _ tolerance: Double
  ) {
    names = (one.name, other.name)
    encodings = (one.encoding, other.encoding)
    contrasts = EncodingContrast.all(one.encoding, other.encoding)
    comparison = Comparison(one.encoding, other.encoding, component: .table, head: 0)
    divergence = comparison?.divergence(past: tolerance)
    reaches = (Self.reach(one.encoding, one.group), Self.reach(other.encoding, other.group))
  }

  /// The groups of the first source, each with the one of the second that is most like it.
  static func all(_ one: Opening, _ other: Opening, onlyChosen: Bool, _ tolerance: Double) -> [GroupComparison] {
    let groups = onlyChosen ? [one.groups[one.chosen]] : one.groups
    return groups.map { group in
      let index =
        other.groups.firstIndex { $0.name == group.name }
        ?? other.groups.firstIndex { $0.encoding.scheme == group.encoding.scheme } ?? 0
      return GroupComparison(group, other.groups[index], tolerance)
    }
  }

  private static func reach(_ encoding: Encoding, _ group: LayerGroup?) -> PairShares? {
    guard let rotary = encoding.rotary else { return nil }
    return try? PairShares(rotary, group: group)
  }

  /// The largest ratio of two frequencies of one pair, and how many pairs are alike to a billionth.
  var frequencies: (alike: Int, count: Int, pair: Int, ratio: Double)? {
    guard let one = encodings.first.spectrum, let other = encodings.second.spectrum else { return nil }
    let ratios = zip(one.inverseFrequencies, other.inverseFrequencies).map { a, b in
      a == b ? 1 : a.radians / b.radians
    }
    let alike = ratios.count { abs($0 - 1) <= 1e-9 }
    let distances = ratios.map { $0 > 0 && $0.isFinite ? max($0, 1 / $0) : .infinity }
    guard let most = distances.max(), let pair = distances.firstIndex(of: most) else { return nil }
    return (alike, ratios.count, pair, ratios[pair])
  }
}
