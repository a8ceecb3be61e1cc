package import Encodings

/// What the steps of rotary encoding compute for one query and one key, seen at one pair of features.
package struct Pipeline {
  /// Two numbers: the features of a pair.
  package typealias Pair = (first: Double, second: Double)

  package let rotary: Rotary
  /// The decay, where the scheme has one.
  private let xPos: XPos?
  package let queryToken: String
  package let keyToken: String
  /// The pair looked at, from 0.
  package let pair: Int
  /// ⟨R(m)q, R(n)k⟩ / √d over all features.
  package let score: Double
  /// The same with both positions shifted.
  package let shiftedScore: Double
  /// By how much they were shifted: as asked, as far as there are positions.
  package let shift: Int
  /// m and n.
  private let positions: (query: Int, key: Int)
  /// All features: embeddings, their projections, and these turned. Shape (features).
  private let embedded: (query: [Double], key: [Double])
  private let projected: (query: [Double], key: [Double])
  private let rotated: (query: [Double], key: [Double])

  /// The steps for the first and the last token of a sentence; `nil` for a scheme that turns nothing.
  package init?(_ scene: Scene, _ sentence: Sentence) {
    let encoding = scene.encoding
    guard let rotary = encoding.rotary, rotary.spectrum.pairCount > 0,
      let first = sentence.tokens.first, let last = sentence.tokens.last,
      let embedding = try? TokenEmbedding(dimension: rotary.dimension)
    else { return nil }
    (self.rotary, queryToken, keyToken, pair) = (rotary, first, last, scene.pair)
    let (m, n) = (scene.position, scene.secondPosition)
    positions = (m, n)
    let least = -min(m, n)
    shift = min(max(scene.shift, least), Window.lastPosition - max(m, n))
    embedded = (embedding.vector(of: first), embedding.vector(of: last))
    let query = StandInProjection(name: "query").applied(to: embedded.query)
    let key = StandInProjection(name: "key").applied(to: embedded.key)
    projected = (query, key)
    // Of xPos the query is scaled by how far it is from the key, and the key not: their scales share that distance anyhow.
    rotated = (encoding.placedQuery(query, at: m, centre: n), encoding.placedKey(key, at: n, centre: n))
    if case .xPos(let xPos) = encoding { self.xPos = xPos } else { xPos = nil }
    let scale = Self.scale(of: rotary)
    score = dot(rotated.query, rotated.key) * scale
    shiftedScore =
      dot(
        encoding.placedQuery(query, at: m + shift, centre: n + shift),
        encoding.placedKey(key, at: n + shift, centre: n + shift)) * scale
  }

  /// The same steps, seen at another pair.
  package func at(pair: Int) -> Pipeline { Pipeline(self, pair: pair) }

  private init(_ other: Pipeline, pair: Int) {
    (rotary, xPos, queryToken, keyToken) = (other.rotary, other.xPos, other.queryToken, other.keyToken)
    (self.pair, score, shiftedScore, shift) = (pair, other.score, other.shiftedScore, other.shift)
    (positions, embedded, projected, rotated) = (other.positions, other.embedded, other.projected, other.rotated)
  }

  /// The pair's features of the embeddings.
  package var embeddings: (query: Pair, key: Pair) { taken(from: embedded, features) }
  /// The pair's features of query and key.
  package var projections: (query: Pair, key: Pair) { taken(from: projected, features) }
  /// The pair's features of both, turned.
  package var turned: (query: Pair, key: Pair) {
    taken(from: rotated, rotary.layout.outputFeatures(ofPair: pair, dimension: rotary.rotaryDimension))
  }
  /// The pair's phase at m and at n.
  package var phases: (query: Phase, key: Phase) {
    let frequency = rotary.spectrum[pair]
    return (frequency.phase(at: positions.query), frequency.phase(at: positions.key))
  }
  /// The part of the score that this pair gives.
  package var share: Double {
    let (query, key) = turned
    return (query.first * key.first + query.second * key.second) * Self.scale(of: rotary)
  }
  /// What the pair of the turned query is scaled by besides: ζ^((m − n)/scaleBase) for xPos, else `nil`.
  package var decay: Double? { xPos?.scale(ofPair: pair, over: positions.query - positions.key) }
  /// Which features make the pair.
  package var features: (first: Int, second: Int) { rotary.features(ofPair: pair) }

  private static func scale(of rotary: Rotary) -> Double { 1 / Double(rotary.dimension).squareRoot() }

  private func taken(
    from vectors: (query: [Double], key: [Double]), _ features: (first: Int, second: Int)
  ) -> (query: Pair, key: Pair) {
    func pair(_ vector: [Double]) -> Pair {
      guard vector.indices.contains(features.first), vector.indices.contains(features.second) else { return (0, 0) }
      return (vector[features.first], vector[features.second])
    }
    return (pair(vectors.query), pair(vectors.key))
  }
}
