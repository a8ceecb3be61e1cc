import Encodings
import Testing

@Suite struct TableTrainingTests {
  /// Central differences of a loss of order 1 with h = 1e-5 are right to about h² + 1e-16/h.
  private static let differenceTolerance = 1e-9

  @Test(arguments: [(0, 0), (0, 3), (5, 1), (11, 2), (6, 0)])
  func theGradientIsTheSlopeOfTheLoss(row: Int, feature: Int) throws {
    var training = try TableTraining(rows: 16, trainedRows: 12, dimension: 4, seed: 7)
    training.advance(by: 3)
    let index = row * training.dimension + feature
    let h = 1e-5
    var (above, below) = (training.values, training.values)
    above[index] += h
    below[index] -= h
    let slope = (training.loss(of: above) - training.loss(of: below)) / (2 * h)
    #expect(abs(slope - training.gradient[index]) < Self.differenceTolerance)
    #expect(abs(slope) > 1e-6)
  }

  @Test func theLossBeginsNearThatOfNoPreferenceAndFallsNearTheLeast() throws {
    var training = try TableTraining()
    let uniform = 3.4657359027997265  // ln 32
    #expect(abs(training.loss - uniform) < 0.25)
    training.advance(by: 400)
    #expect(training.losses.count == 401)
    #expect(training.loss < training.leastLoss + 0.05)
    #expect(training.loss > training.leastLoss)
  }

  @Test func neighboursBecomeAlikeAndDistantPositionsDoNot() throws {
    var training = try TableTraining()
    func likeness(_ p: Int, _ q: Int) throws -> Double {
      let table = try #require(training.table)
      let similarity = try #require(Encoding.learned(table).similarity(rowCount: 48, normalised: true))
      return similarity.value(row: p, column: q)
    }
    training.advance(by: 400)
    for p in 0..<31 { #expect(try likeness(p, p + 1) > 0.4) }
    #expect(abs(try likeness(4, 20)) < 0.5)
  }

  @Test func rowsThatTrainingNeverReachesStayTheNoiseTheyWere() throws {
    var training = try TableTraining()
    let before = training.values
    training.advance(by: 50)
    let unseen = training.trainedRows * training.dimension
    #expect(training.values[unseen...] == before[unseen...])
    #expect(training.values[..<unseen] != before[..<unseen])
  }

  @Test func theSameSeedGivesTheSameTableHoweverTheStepsAreTaken() throws {
    var (once, often) = (try TableTraining(seed: 5), try TableTraining(seed: 5))
    once.advance(by: 20)
    for _ in 0..<20 { often.advance(by: 1) }
    #expect(once == often)
    #expect(try TableTraining(seed: 6).values != TableTraining(seed: 5).values)
  }

  @Test func itStopsAtItsLastStepAndIgnoresStepsBack() throws {
    var training = try TableTraining(rows: 2, trainedRows: 2, dimension: 1)
    training.advance(by: -3)
    #expect(training.step == 0)
    training.advance(by: .max)
    #expect(training.step == TableTraining.lastStep)
  }

  @Test(arguments: [(1, 1, 4), (513, 2, 4), (8, 9, 4), (8, 1, 4), (8, 4, 0), (8, 4, 257)])
  func sizesOutOfRangeAreRefused(rows: Int, trained: Int, dimension: Int) {
    #expect(throws: InvalidParameter.self) {
      try TableTraining(rows: rows, trainedRows: trained, dimension: dimension)
    }
  }

  @Test func normalDrawsHaveMeanZeroAndVarianceOne() {
    var noise = Noise(word: "猫")
    let draws = (0..<20_000).map { _ in noise.normal() }
    let mean = draws.reduce(0, +) / 20_000
    let variance = draws.reduce(0) { $0 + $1 * $1 } / 20_000
    #expect(abs(mean) < 0.03 && abs(variance - 1) < 0.05)
  }
}
