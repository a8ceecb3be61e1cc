import Testing

@testable import Encodings

@Suite struct TokenEmbeddingTests {
  @Test func theStreamIsSplitMix64() {
    // The first numbers of the reference implementation for this seed.
    var stream = Noise(seed: 1_234_567)
    #expect(stream.next() == 6_457_827_717_110_365_317)
    #expect(stream.next() == 3_203_168_211_198_807_973)
  }

  @Test func aTextsSeedIsItsFNV1aHash() {
    // FNV-1a of the byte «a», from the authors' test vectors.
    var fromText = Noise(word: "a")
    var fromSeed = Noise(seed: 0xAF63_DC4C_8601_EC8C)
    #expect(fromText.next() == fromSeed.next())
  }

  @Test(arguments: [1, 2, 64, 513]) func aTokensScoreWithItselfIsTwo(dimension: Int) throws {
    let vector = try TokenEmbedding(dimension: dimension).vector(of: "猫")
    #expect(vector.count == dimension)
    let score = vector.reduce(0) { $0 + $1 * $1 } / Double(dimension).squareRoot()
    #expect(abs(score - 2) < 1e-12)
  }

  @Test func theSameTextHasTheSameVectorAndAnotherHasAnother() throws {
    let embedding = try TokenEmbedding(dimension: 8)
    let vectors = embedding.vectors(of: ["the", "cat", "the"])
    #expect(vectors[0] == vectors[2])
    #expect(vectors[0] != vectors[1])
    #expect(vectors[1] == embedding.vector(of: "cat"))
  }

  @Test func anEmbeddingNeedsAFeature() {
    #expect(throws: InvalidParameter(name: .dimension, value: 0, rule: .atLeast(1))) {
      try TokenEmbedding(dimension: 0)
    }
  }

  @Test func aProjectionIsLinearAndDiagonal() {
    let projection = StandInProjection(name: "query")
    let image = projection.applied(to: [1, 1, 1])
    #expect(image.allSatisfy { (0.5..<1.5).contains($0) })
    #expect(projection.applied(to: [0, 2, 0]) == [0, 2 * image[1], 0])
    #expect(StandInProjection(name: "key").applied(to: [1, 1, 1]) != image)
  }
}
