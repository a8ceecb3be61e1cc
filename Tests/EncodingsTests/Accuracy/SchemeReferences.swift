import Encodings
import TestSupport

/// Comparisons of schemes whose numbers come from exact arithmetic on the papers' formulas alone.
enum SchemeReferences {
  private static let reference = "mpmath 1.3.0, 60 digits"

  static func comparisons() throws -> [Comparison] {
    let file = try Oracle.load("expected/exact_schemes.json", as: ExactSchemes.self)
    return try [kerple(file.kerple), fire(file.fire), digits(file.digits), planar(file.planar)]
      + xPos(file.xpos)
  }

  private static func kerple(_ cases: [ExactSchemes.Kernel]) throws -> Comparison {
    var comparison = Comparison("kerple, both kernels", against: reference, allowance: "1e-14 relative")
    for item in cases {
      guard let kernel = KERPLE.Kernel(rawValue: item.kernel) else { throw Unexpected.missing(item.kernel) }
      let bias = try KERPLE(kernel: kernel, scales: [item.scale], rates: [item.rate])
      try compare(bias, item.places, item.bias, in: &comparison)
    }
    return comparison
  }

  private static func fire(_ cases: [ExactSchemes.Fraction]) throws -> Comparison {
    var comparison = Comparison("fire, with and without a network", against: reference, allowance: "1e-14 relative")
    for item in cases {
      let network = try item.network.map {
        try FIRE.Network(
          inputWeights: $0.input_weights, hiddenBiases: $0.hidden_biases, outputWeights: [$0.output_weights],
          outputBiases: [$0.output_bias])
      }
      let bias = try FIRE(scale: item.c, threshold: item.threshold, network: network)
      try compare(bias, item.places, item.bias, in: &comparison)
    }
    return comparison
  }

  private static func compare(
    _ bias: any PositionBias, _ places: [[Int]], _ expected: [String], in comparison: inout Comparison
  ) throws {
    for (place, digits) in zip(places, expected) {
      comparison.compareRelative(
        bias.bias(query: place[0], key: place[1], head: 0), try SpectrumReferences.number(digits), tolerance: 1e-14)
    }
  }

  private static func digits(_ cases: [ExactSchemes.Digits]) throws -> Comparison {
    var comparison = Comparison("digits of a position in base β", against: reference, allowance: "1e-10")
    for item in cases {
      let ours = try PositionDigits(dimension: item.dimension, base: item.base).digits(of: item.position)
      comparison.compare(ours, try item.digits.map(SpectrumReferences.number), tolerance: 1e-10)
    }
    return comparison
  }

  private static func planar(_ cases: [ExactSchemes.Planar]) throws -> Comparison {
    var comparison = Comparison("two positions in one head (ChatGLM-6B)", against: reference, allowance: "1e-12")
    for item in cases {
      let vector = (1...item.dimension).map(Double.init)
      let ours = try PlanarRotary(dimension: item.dimension, base: item.base)
        .rotated(vector, position: item.position, block: item.block)
      comparison.compare(ours, try item.vector.map(SpectrumReferences.number), tolerance: 1e-12)
    }
    return comparison
  }
}

extension SchemeReferences {
  private static func xPos(_ cases: [ExactSchemes.XPosCase]) throws -> [Comparison] {
    var vectors = Comparison("xPos, query, key and score", against: reference, allowance: "1e-12 relative")
    var means = Comparison("xPos, block means of table and similarity", against: reference, allowance: "1e-13")
    for item in cases {
      let rotary = try Rotary(dimension: item.dimension, base: item.base)
      let xPos = try XPos(rotary: rotary, gamma: item.gamma, scaleBase: item.scale_base)
      let (m, n) = (item.query_position, item.key_position)
      let ascending = (1...item.dimension).map(Double.init)
      let query = xPos.rotatedQuery(ascending, position: m)
      let key = xPos.rotatedKey(ascending.reversed(), position: n)
      for (ours, theirs) in [(query, item.query), (key, item.key)] {
        let expected = try theirs.map(SpectrumReferences.number)
        let largest = expected.map(abs).max() ?? 1
        vectors.compare(ours.map { $0 / largest }, expected.map { $0 / largest }, tolerance: 1e-12)
      }
      let score = try SpectrumReferences.number(item.score)
      let centred = zip(
        xPos.rotatedQuery(ascending, position: m, centre: n),
        xPos.rotatedKey(ascending.reversed(), position: n, centre: n))
      vectors.compare(centred.reduce(0) { $0 + $1.0 * $1.1 }, score, tolerance: 1e-12 * max(1, abs(score)))
      let (rows, columns) = (item.rows[0]..<item.rows[1], item.columns[0]..<item.columns[1])
      let table = DampedField(xPos: xPos, component: .table, rowCount: 1 << 40)
      means.compare(
        table.means(rows: [rows], columns: (0..<item.dimension).map { $0..<$0 + 1 }),
        try item.table_mean.map(SpectrumReferences.number), tolerance: 1e-13)
      let similarity = DampedSimilarity(xPos: xPos, rowCount: 1 << 40, normalised: true)
      let expected = try SpectrumReferences.number(item.similarity_mean)
      means.compare(similarity.mean(rows: rows, columns: columns), expected, tolerance: 1e-13)
      means.compare(similarity.mean(rows: columns, columns: rows), expected, tolerance: 1e-13)
    }
    return [vectors, means]
  }
}

/// `exact_schemes.json`.
struct ExactSchemes: Decodable {
  struct Kernel: Decodable {
    let kernel: String
    let scale, rate: Double
    let places: [[Int]]
    let bias: [String]
  }

  struct Network: Decodable {
    let input_weights, hidden_biases, output_weights: [Double]
    let output_bias: Double
  }

  struct Fraction: Decodable {
    let c, threshold: Double
    let network: Network?
    let places: [[Int]]
    let bias: [String]
  }

  struct Digits: Decodable {
    let dimension, position: Int
    let base: Double
    let digits: [String]
  }

  struct Planar: Decodable {
    let dimension, position, block: Int
    let base: Double
    let vector: [String]
  }

  struct XPosCase: Decodable {
    let dimension, query_position, key_position: Int
    let base, gamma, scale_base: Double
    let query, key, table_mean: [String]
    let score, similarity_mean: String
    let rows, columns: [Int]
  }

  let kerple: [Kernel]
  let fire: [Fraction]
  let digits: [Digits]
  let planar: [Planar]
  let xpos: [XPosCase]
}
