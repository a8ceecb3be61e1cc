/// What a scheme with learned or sinusoidal position vectors adds to the dot product of a query and a key, before scaling.
///
///     Shaw             q · a[bucket(j − i)]
///     Transformer-XL   q · r(i − j), with u = v = 0 and without projections
///     DeBERTa          q · P[c2p(i, j)] + k · P[p2c(i, j)], and all three terms share the scale: 1 / √(3d)
///
/// Where no vectors are given, rows of the sinusoidal encoding stand in, one for each bucket's number counted from the middle one,
/// so that a scheme can be shown before it is learned.
struct RelativeTerm {
  private let encoding: Encoding
  private let vectors: [[Double]]?
  private let standIn: Sinusoidal?
  /// Rows of sinusoids already computed, by bucket or distance: every query asks for nearly the same.
  private var rows: [Int: [Double]] = [:]

  init(encoding: Encoding, vectors: [[Double]]?, dimension: Int) {
    self.encoding = encoding
    self.vectors = vectors
    standIn = try? Sinusoidal(dimension: dimension)
  }

  /// How many terms share the scale 1 / √d.
  var termCount: Int { if case .deberta = encoding { 3 } else { 1 } }

  /// The term of a query at i and a key at j.
  mutating func value(query: [Double], at i: Int, key: [Double], at j: Int) -> Double {
    switch encoding {
    case .shaw(let shaw): dotProduct(query, vector(shaw.bucket(ofDifference: j - i)))
    case .transformerXL(let transformerXL): dotProduct(query, row(i - j) { transformerXL.row(distance: $0) })
    case .deberta(let deberta):
      dotProduct(query, vector(deberta.contentToPosition(query: i, key: j)))
        + dotProduct(key, vector(deberta.positionToContent(query: i, key: j)))
    default: 0
    }
  }

  private mutating func vector(_ bucket: Int) -> [Double] {
    guard let vectors else {
      let middle = (encoding.buckets?.bucketCount ?? 0) / 2
      return row(bucket) { [standIn] in standIn?.vector(at: $0 - middle) ?? [] }
    }
    return vectors.indices.contains(bucket) ? vectors[bucket] : []
  }

  private mutating func row(_ number: Int, _ make: (Int) -> [Double]) -> [Double] {
    if let row = rows[number] { return row }
    let row = make(number)
    rows[number] = row
    return row
  }
}
