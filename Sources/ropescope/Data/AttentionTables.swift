import Checkpoints
import Encodings
import Explorer
import Export

/// Kinds of attention: among tokens that are alike, and in a sentence.
extension KindTables {
  /// The most tokens whose attention is written: every one is compared with every other.
  static let mostTokens = 1024

  func attention() throws(DataComplaint) -> NumberTable {
    if request.scene.namesSentence { return try sentenceWeights() }
    try checkValues()
    let count = try tokenCount()
    try checkEnd()
    let head = try head()
    let tokens = try tokens(count)
    let (encoding, isCausal, scale) = (encoding, scene.isCausal, group?.softmaxScale)
    return NumberTable(
      axes: [positionAxis],
      parts: [
        weights(count) { rows in
          Attention(
            queries: tokens, keys: tokens, values: [], encoding: encoding, head: head, causal: isCausal, scale: scale,
            asked: rows)
        }
      ],
      facts: [("head", .number(Double(head))), ("causal", .flag(scene.isCausal))])
  }

  /// Weights of so many tokens, some queries at a time: keys are placed once for all of these.
  private func weights(_ count: Int, of attention: @escaping (Range<Int>) -> Attention) -> NumberTable.Part {
    NumberTable.Part(key: "attention", columns: columnNames("", count)) { first, buffer in
      let rows = first..<(first + buffer.count / max(1, count))
      _ = buffer.update(fromContentsOf: attention(rows).weights.joined())
    }
  }

  /// Queries and keys of tokens that are alike: what differs is their positions' doing alone.
  private func tokens(_ count: Int) throws(DataComplaint) -> [[Double]] {
    switch encoding {
    case .shaw, .deberta, .transformerXL: throw nothing
    case .rotary, .xPos:
      return [[Double]](repeating: [Double](repeating: 1, count: encoding.dimension ?? 0), count: count)
    case .integer, .oneHot, .learned, .sinusoidal:
      var tokens: [[Double]] = []
      for position in 0..<count {
        do throws(InvalidParameter) {
          tokens.append(try encoding.vector(at: position) ?? [])
        } catch {
          throw .invalid(error)
        }
      }
      return tokens
    case .none, .alibi, .t5, .kerple, .fire: return [[Double]](repeating: [1], count: count)
    }
  }

  /// How many tokens there are, where no sentence says so.
  private func tokenCount() throws(DataComplaint) -> Int {
    guard request.positions.isFromZero, (1...Self.mostTokens).contains(request.positions.count) else {
      throw .notOneText(limit: Self.mostTokens)
    }
    return request.positions.count
  }

  /// The head, where there is one.
  func head() throws(DataComplaint) -> Int {
    let heads = encoding.headCount
    guard (0..<heads).contains(scene.head) else { throw .outOfRange(.head, scene.head, count: heads) }
    return scene.head
  }

  /// The weights that the view of attention shows of the sentence.
  private func sentenceWeights() throws(DataComplaint) -> NumberTable {
    let head = try head()
    let tokens = request.scene.sentence.tokens
    let attention = try attention(of: tokens)
    return NumberTable(
      axes: [NumberTable.Axis(key: "positions", column: "position", count: tokens.count) { Double($0) }],
      parts: [weights(tokens.count) { attention.attention(of: $0) }],
      facts: [
        ("head", .number(Double(head))), ("causal", .flag(scene.isCausal)),
        ("tokens", .list(tokens.map { .text($0) })),
      ])
  }

  private func attention(of tokens: [String]) throws(DataComplaint) -> SentenceAttention {
    do throws(SentenceAttention.Obstacle) {
      return try SentenceAttention(tokens, scene)
    } catch {
      throw .attention(error, encoding.scheme)
    }
  }

  func mixing() throws(DataComplaint) -> NumberTable {
    let tokens = request.scene.namesSentence ? request.scene.sentence.tokens : nil
    let count = if let tokens { tokens.count } else { try tokenCount() }
    func axis(_ key: String, _ column: String) -> NumberTable.Axis {
      NumberTable.Axis(key: key, column: column, count: count) { Double($0) }
    }
    let names = ["convolution_steps", "recurrence_steps", "attention_steps"]
    let parts = zip(names, Mixing.sideBySide(causal: scene.isCausal)).map { name, mixing in
      NumberTable.Part(key: name) { row in
        mixing.steps(from: row % count, to: row / count).map(Double.init) ?? .nan
      }
    }
    return NumberTable(
      axes: [axis("outputs", "output"), axis("inputs", "input")], parts: parts,
      facts: [("causal", .flag(scene.isCausal))] + (tokens.map { [("tokens", .list($0.map { .text($0) }))] } ?? []))
  }

  func pooled() throws(DataComplaint) -> NumberTable {
    let head = try head()
    let sentence = request.scene.sentence
    var sides: [[Double]] = []
    for tokens in [sentence.tokens, sentence.other] {
      let attention = try attention(of: tokens)
      guard attention.isSmall else {
        throw .attention(
          .tooMuch(tokens: tokens.count, features: attention.inputs.first?.count ?? 0), encoding.scheme)
      }
      sides.append(attention.outputs(of: 0..<tokens.count).pooled)
    }
    let (a, b) = (sides[0], sides[1])
    return NumberTable(
      axes: [
        NumberTable.Axis(key: "features", column: "feature", count: min(a.count, b.count)) { Double($0) }
      ],
      parts: [
        NumberTable.Part(key: "pooled_a") { a[$0] }, NumberTable.Part(key: "pooled_b") { b[$0] },
        NumberTable.Part(key: "difference") { a[$0] - b[$0] },
      ],
      facts: [
        ("head", .number(Double(head))), ("causal", .flag(scene.isCausal)),
        ("tokens_a", .list(sentence.tokens.map { .text($0) })),
        ("tokens_b", .list(sentence.other.map { .text($0) })),
      ])
  }
}
