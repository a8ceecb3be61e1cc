#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A small table of positions that learns by back-propagation to attend to its neighbours.
///
/// Every position m < n has a row P_m. The table attends with its own inner products, and is told where to look:
///
///     scores   S = P·Pᵀ / √d                        weights   W = softmax of every row of S
///     target   T_m ∝ 1, 2, 1 at m−1, m, m+1         loss      L = −(1/n) Σ_m Σ_k T_mk · ln W_mk
///
/// The score S is what the similarity view draws, so one watches the very thing that is trained. The gradient, with
/// G = ∂L/∂S = (W − T) / n from softmax and cross-entropy, reaches P_m through row m and through column m of S:
///
///     ∂L/∂P = (G + Gᵀ)·P / √d
///
/// Rows from `trainedRows` on appear in no score, have no gradient, and stay the noise they began as: what happens to
/// the positions of a model that no training text was long enough to reach.
///
/// Steps follow Adam (Kingma and Ba 2015, arXiv:1412.6980). The same seed gives the same table on every machine, up to
/// the last digits of the C library's exponential.
///
///     var training = try TableTraining(rows: 48, trainedRows: 32, dimension: 16, seed: 1)
///     training.advance(by: 300)   // the loss falls from about ln 32 towards `leastLoss`
public struct TableTraining: Hashable, Sendable {
  /// Steps after which nothing is learned any more; `advance` stops here.
  public static let lastStep = 5000

  /// Rows of the table.
  public let rowCount: Int
  /// Rows that training reaches: the first ones.
  public let trainedRows: Int
  /// Features of a row.
  public let dimension: Int
  /// What the noise at the start is made of.
  public let seed: UInt64
  /// Adam's step size.
  public let learningRate: Double
  /// Steps taken, 0 ... `lastStep`.
  public private(set) var step = 0
  /// The loss before each step and now, in nats. Shape (step + 1).
  public private(set) var losses: [Double] = []
  /// Shape (rowCount, dimension), row-major.
  public private(set) var values: [Double]
  /// ∂L/∂P of the values now. Shape (trainedRows, dimension), row-major.
  public private(set) var gradient: [Double] = []
  private var firstMoments: [Double]
  private var secondMoments: [Double]

  /// A table of noise, before the first step.
  ///
  /// - Parameters:
  ///   - rows: 2 … 512.
  ///   - trainedRows: 2 … rows.
  ///   - dimension: 1 … 256.
  /// - Throws: When a number is out of its range.
  public init(
    rows: Int = 48, trainedRows: Int = 32, dimension: Int = 16, seed: UInt64 = 1, learningRate: Double = 0.02
  ) throws(InvalidParameter) {
    try InvalidParameter.require(rows >= 2, .rows, Double(rows), .atLeast(2))
    try InvalidParameter.require(rows <= 512, .rows, Double(rows), .atMost(512))
    try InvalidParameter.require(trainedRows >= 2, .length, Double(trainedRows), .atLeast(2))
    try InvalidParameter.require(trainedRows <= rows, .length, Double(trainedRows), .atMost(Double(rows)))
    try InvalidParameter.require(dimension >= 1, .dimension, Double(dimension), .atLeast(1))
    try InvalidParameter.require(dimension <= 256, .dimension, Double(dimension), .atMost(256))
    try InvalidParameter.requirePositive(.scale, learningRate)
    (rowCount, self.trainedRows, self.dimension, self.seed) = (rows, trainedRows, dimension, seed)
    self.learningRate = learningRate
    var noise = Noise(seed: seed)
    values = (0..<rows * dimension).map { _ in 0.3 * noise.normal() }
    firstMoments = [Double](repeating: 0, count: trainedRows * dimension)
    secondMoments = firstMoments
    look()
  }

  /// The loss now, in nats.
  public var loss: Double { losses.last ?? 0 }

  /// The loss that no table can go below: the entropy of the targets, in nats.
  public var leastLoss: Double {
    -(0..<trainedRows).reduce(0) { sum, row in
      sum + target(row).reduce(0) { $0 + $1.weight * log($1.weight) }
    } / Double(trainedRows)
  }

  /// The table as it is, in the single precision that models store.
  public var table: LearnedTable? {
    try? LearnedTable(values: values.map { Double(Float($0)) }, dimension: dimension)
  }

  /// Takes so many steps of Adam, as far as `lastStep`; none for a negative number.
  /// - Complexity: O(steps · trainedRows² · dimension).
  public mutating func advance(by steps: Int) {
    for _ in 0..<min(max(steps, 0), Self.lastStep - step) {
      step += 1
      let (first, second) = (1 - pow(0.9, Double(step)), 1 - pow(0.999, Double(step)))
      for index in gradient.indices {
        let slope = gradient[index]
        firstMoments[index] = 0.9 * firstMoments[index] + 0.1 * slope
        secondMoments[index] = 0.999 * secondMoments[index] + 0.001 * slope * slope
        values[index] -=
          learningRate * (firstMoments[index] / first) / ((secondMoments[index] / second).squareRoot() + 1e-8)
      }
      look()
    }
  }

  /// The loss of any values of the table's shape: what `gradient` is the slope of.
  public func loss(of values: [Double]) -> Double {
    guard values.count == rowCount * dimension else { return .nan }
    return (0..<trainedRows).reduce(0) { $0 + rowLoss($1, weights: weights(ofRow: $1, values)) } / Double(trainedRows)
  }

  /// Where a row shall look: 1, 2, 1 over itself and its neighbours, as shares of 1.
  private func target(_ row: Int) -> [(row: Int, weight: Double)] {
    let near = [(row - 1, 1.0), (row, 2), (row + 1, 1)].filter { (0..<trainedRows).contains($0.0) }
    let sum = near.reduce(0) { $0 + $1.1 }
    return near.map { ($0.0, $0.1 / sum) }
  }

  private func weights(ofRow row: Int, _ values: [Double]) -> [Double] {
    let scale = 1 / Double(dimension).squareRoot()
    var scores = [Double](repeating: 0, count: trainedRows)
    for other in 0..<trainedRows {
      var sum = 0.0
      for feature in 0..<dimension { sum += values[row * dimension + feature] * values[other * dimension + feature] }
      scores[other] = sum * scale
    }
    return Attention.softmax(scores)
  }

  private func rowLoss(_ row: Int, weights: [Double]) -> Double {
    -target(row).reduce(0) { $0 + $1.weight * log(max(weights[$1.row], .leastNormalMagnitude)) }
  }

  /// Computes loss and gradient of the values as they are.
  private mutating func look() {
    var slopes = [Double](repeating: 0, count: trainedRows * trainedRows)
    var sum = 0.0
    for row in 0..<trainedRows {
      var weights = weights(ofRow: row, values)
      sum += rowLoss(row, weights: weights)
      for (other, weight) in target(row) { weights[other] -= weight }
      for other in 0..<trainedRows { slopes[row * trainedRows + other] = weights[other] }
    }
    losses.append(sum / Double(trainedRows))
    let scale = 1 / (Double(dimension).squareRoot() * Double(trainedRows))
    var gradient = [Double](repeating: 0, count: trainedRows * dimension)
    for row in 0..<trainedRows {
      for other in 0..<trainedRows {
        let slope = (slopes[row * trainedRows + other] + slopes[other * trainedRows + row]) * scale
        for feature in 0..<dimension {
          gradient[row * dimension + feature] += slope * values[other * dimension + feature]
        }
      }
    }
    self.gradient = gradient
  }
}
