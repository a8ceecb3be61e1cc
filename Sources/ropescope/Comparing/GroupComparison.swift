import Checkpoints
import Encodings
import Explorer
import Screen

/// A group of layers of one source beside the group of another that goes with it.
struct GroupComparison {
  /// A group of an opened source.
  typealias Group = (name: String, group: LayerGroup?, encoding: Encoding)

  let names: (first: String, second: String)
  let encodings: (first: Encoding, second: Encoding)
  /// The parameters in which they differ.
  let contrasts: [EncodingContrast]
  /// Their values, where both have some to subtract.
  let comparison: Comparison?
  /// Where those first part, over all heads where each has its own.
  let divergence: Divergence?
  /// The head of a bias that parts first.
  let head: Int?
  /// How far each reaches, for rotary encodings.
  let reaches: (first: PairShares?, second: PairShares?)

  /// Whether they differ at all.
  var differs: Bool { !contrasts.isEmpty || divergence?.first != nil }

  init(_ one: Group, _ other: Group, _ tolerance: Double) {
    names = (one.name, other.name)
    encodings = (one.encoding, other.encoding)
    contrasts = EncodingContrast.all(one.encoding, other.encoding) + Self.contrasts(one, other)
    let parting = Self.parting(one.encoding, other.encoding, tolerance)
    (comparison, divergence, head) = (parting?.comparison, parting?.divergence, parting?.head)
    reaches = (Self.reach(one.encoding, one.group), Self.reach(other.encoding, other.group))
  }

  /// In what the groups differ beside their encodings: their layers, what scores are multiplied by, the axes of positions.
  private static func contrasts(_ one: Group, _ other: Group) -> [EncodingContrast] {
    func contrast(_ key: String, _ value: (LayerGroup) -> String?) -> EncodingContrast? {
      EncodingContrast(key: key, first: one.group.flatMap(value), second: other.group.flatMap(value))
    }
    guard one.group != nil, other.group != nil else { return [] }
    return [
      contrast("layers") { $0.layers.map(LayerRuns.text) },
      contrast("softmax-scale") { $0.softmaxScale.map { Numerals.significant($0, digits: 6) } },
      contrast("mrope-section") { $0.sections.map { $0.map(String.init).joined(separator: " ") } },
      contrast("mrope-interleaved") { $0.sections == nil ? nil : "\($0.sectionsTakeTurns)" },
      contrast("halves-apart") { $0.turnsHalvesApart ? "true" : nil },
    ].compactMap(\.self)
  }

  /// Where the values part first. Biases of heads are compared head by head.
  private static func parting(
    _ one: Encoding, _ other: Encoding, _ tolerance: Double
  ) -> (comparison: Comparison, divergence: Divergence, head: Int?)? {
    guard let comparison = Comparison(one, other, component: .table, head: 0) else { return nil }
    var best = (comparison: comparison, divergence: comparison.divergence(past: tolerance), head: Int?.none)
    guard case .biases = comparison.ground, one != other else { return best }
    best.head = best.divergence.first == nil ? nil : 0
    let heads = min(one.bias?.heads ?? 1, other.bias?.heads ?? 1)
    for head in 1..<max(1, heads) {
      guard let next = Comparison(one, other, component: .table, head: head) else { continue }
      let divergence = next.divergence(past: tolerance)
      guard let place = divergence.first else { continue }
      if let held = best.divergence.first, held.position <= place.position { continue }
      best = (next, divergence, head)
    }
    return best
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
