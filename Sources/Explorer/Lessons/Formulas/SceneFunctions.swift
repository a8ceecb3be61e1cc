import Checkpoints
import Encodings

extension FormulaFunction {
  /// What is set: the names of the status line and of the views.
  static let sceneNames: [FormulaFunction] = [
    number("d", "features of a vector or of a head", "向量或头的维数") { scene, _ in
      scene.encoding.dimension.map(Double.init)
    },
    number("base", "base of the frequencies", "频率的底数") { scene, _ in scene.encoding.base },
    number("p", "the position looked at", "当前位置") { scene, _ in Double(scene.position) },
    number("q", "the second position", "第二个位置") { scene, _ in Double(scene.secondPosition) },
    number("i", "the pair looked at", "当前特征对") { scene, _ in Double(scene.pair) },
    number("pairs", "how many pairs there are", "特征对的个数") { scene, _ in
      scene.pairCount > 0 ? Double(scene.pairCount) : nil
    },
    number("head", "the head whose bias is shown, from 0", "显示偏置的头，从 0 数起") { scene, _ in Double(scene.head) },
    number("heads", "heads of the bias", "偏置的头数") { scene, _ in (scene.encoding.bias?.heads).map(Double.init) },
    number("rows", "positions that a table has", "表中的位置数") { scene, _ in scene.encoding.positionCount.map(Double.init)
    },
    number("trained", "tokens of the training context", "训练的上下文长度") { scene, _ in
      scene.trainedLength.map(Double.init)
    },
    number("longest", "tokens that the model takes", "模型可用的最大长度") { scene, _ in scene.maxLength.map(Double.init) },
    number("loss", "loss of the table in training, in nats", "训练中的表的损失（奈特）") { scene, _ in scene.training?.loss },
    number("least_loss", "the loss no table can go below", "损失的下限") { scene, _ in scene.training?.leastLoss },
    number("step", "steps of training taken", "已训练的步数") { scene, _ in (scene.training?.step).map(Double.init) },
    number("trained_rows", "rows that training reaches", "训练所及的行数") { scene, _ in
      (scene.training?.trainedRows).map(Double.init)
    },
    text("scheme", "the scheme's name", "方案名") { $0.encoding.scheme.rawValue },
    text("layout", "which features make a pair", "哪些特征成对") { scene in
      if case .sinusoidal(let sinusoidal) = scene.encoding { return sinusoidal.layout.rawValue }
      return scene.rotary?.layout.rawValue
    },
    text("scaling", "the context extension's name", "上下文扩展的名称") { $0.rotary?.scaling.name },
    text("model", "the model's name", "模型名") { $0.subject.model?.name },
    text("group", "the group of layers", "层组名") { scene in scene.subject.group(scene.group)?.name },
  ]

  /// Frequencies and what they do to positions.
  static let frequencyFunctions: [FormulaFunction] = [
    number("omega", ["i"], "radians that pair i turns from one token to the next", "第 i 对每个词元转过的弧度") { scene, given in
      scene.frequency(given.whole(0))?.radians
    },
    number("wavelength", ["i"], "tokens in one turn of pair i", "第 i 对转一圈所需的词元数") { scene, given in
      scene.frequency(given.whole(0))?.wavelength
    },
    number("angle", ["p", "i"], "radians of pair i at position p", "第 i 对在位置 p 的弧度") { scene, given in
      given.position(0).flatMap { scene.frequency(given.whole(1))?.angle(at: $0) }
    },
    number("turns", ["p", "i"], "turns of pair i up to position p", "第 i 对到位置 p 转过的圈数") { scene, given in
      given.position(0).flatMap { scene.frequency(given.whole(1))?.turns(at: $0) }
    },
    number("cosine", ["p", "i"], "cosine of that angle", "该角的余弦") { scene, given in
      given.position(0).flatMap { scene.frequency(given.whole(1))?.phase(at: $0).cosine }
    },
    number("sine", ["p", "i"], "sine of that angle", "该角的正弦") { scene, given in
      given.position(0).flatMap { scene.frequency(given.whole(1))?.phase(at: $0).sine }
    },
    number("beta", "the radix of positions as digits: base^(2/d)", "位置写成数位时的进制：base^(2/d)") { scene, _ in
      scene.digits?.radix
    },
    number("digit", ["i", "p"], "digit i of position p in base beta", "位置 p 的 beta 进制第 i 位") { scene, given in
      guard let digits = scene.digits, let pair = given.whole(0), (0..<digits.count).contains(pair) else {
        return nil
      }
      return given.position(1).map { digits.digit(ofPair: pair, position: $0) }
    },
    number("feature", ["i", "0 or 1"], "first or second feature of pair i", "第 i 对的第一或第二个特征") { scene, given in
      guard let rotary = scene.rotary, let pair = given.whole(0), (0..<scene.pairCount).contains(pair),
        let which = given.whole(1), which == 0 || which == 1
      else { return nil }
      let features = rotary.features(ofPair: pair)
      return Double(which == 0 ? features.first : features.second)
    },
  ]

  /// Position vectors, scores of rotated vectors, and what attention makes of a sentence.
  static let vectorFunctions: [FormulaFunction] = [
    number("vector", ["p", "j"], "feature j of the vector of position p", "位置 p 的向量的第 j 维") { scene, given in
      guard let vector = scene.vector(given.position(0)), let j = given.whole(1), vector.indices.contains(j) else {
        return nil
      }
      return vector[j]
    },
    number("norm", ["p"], "length of the vector of position p", "位置 p 的向量的长度") { scene, given in
      scene.product(given.position(0), given.position(0))?.squareRoot()
    },
    number("product", ["p", "q"], "inner product of the vectors of two positions", "两个位置的向量的内积") { scene, given in
      scene.product(given.position(0), given.position(1))
    },
    number("similarity", ["p", "q"], "cosine between the vectors of two positions", "两个位置的向量夹角的余弦") { scene, given in
      let (p, q) = (given.position(0), given.position(1))
      guard let product = scene.product(p, q), let first = scene.product(p, p), let second = scene.product(q, q),
        first * second > 0
      else { return nil }
      return product / (first * second).squareRoot()
    },
    number("score", ["m", "n"], "score of a fixed query turned to m and key turned to n", "固定的查询转到 m、键转到 n 后的得分") {
      scene, given in
      guard let rotary = scene.rotary, let m = given.position(0), let n = given.position(1) else { return nil }
      return dot(
        scene.encoding.placedQuery(draw("query", rotary.dimension), at: m, centre: n),
        scene.encoding.placedKey(draw("key", rotary.dimension), at: n, centre: n))
    },
    number("stretch", ["m"], "length of that query turned to m over its length before", "查询转到 m 后与转之前的长度之比") {
      scene, given in
      guard let rotary = scene.rotary, let m = given.position(0) else { return nil }
      let query = draw("query", rotary.dimension)
      let turned = scene.encoding.placedQuery(query, at: m)
      return (dot(turned, turned) / dot(query, query)).squareRoot()
    },
    number("decay", ["distance"], "score of equal query and key at a distance, 1 at 0", "查询与键相等时随距离的得分，距离 0 为 1") {
      scene, given in
      guard let decay = Decay(encoding: scene.encoding), let distance = given.position(0) else { return nil }
      return decay.score(atDistance: distance)
    },
    number(
      "difference", ["\"sentence\"", "\"sentence\""],
      "largest difference of what attention makes of two sentences, averaged over their words",
      "注意力对两个句子的输出取平均后的最大差"
    ) { scene, given in
      guard let first = scene.pooled(given.text(0)), let second = scene.pooled(given.text(1)) else { return nil }
      return zip(first, second).map { abs($0 - $1) }.max()
    },
  ]

  /// A vector of normal draws that belongs to a word.
  private static func draw(_ word: String, _ dimension: Int) -> [Double] {
    var noise = Noise(word: word)
    return (0..<dimension).map { _ in noise.normal() }
  }
}

extension Scene {
  /// How the encoding turns, where it does.
  var rotary: Rotary? { encoding.rotary }

  fileprivate func frequency(_ pair: Int?) -> InverseFrequency? {
    guard let spectrum = encoding.spectrum, let pair, (0..<spectrum.pairCount).contains(pair) else { return nil }
    return spectrum[pair]
  }

  fileprivate var digits: PositionDigits? {
    PositionDigits(of: encoding)
  }

  fileprivate func vector(_ position: Int?) -> [Double]? {
    position.flatMap { try? encoding.vector(at: $0) }
  }

  fileprivate func product(_ p: Int?, _ q: Int?) -> Double? {
    guard let first = vector(p), let second = vector(q) else { return nil }
    return dot(first, second)
  }

  /// What attention makes of a sentence, averaged over its tokens: those of the attention view.
  fileprivate func pooled(_ sentence: String) -> [Double]? {
    guard let tokens = try? Sentence(sentence).tokens, let attention = try? SentenceAttention(tokens, self),
      attention.isSmall
    else { return nil }
    return attention.outputs(of: 0..<tokens.count).pooled
  }
}
