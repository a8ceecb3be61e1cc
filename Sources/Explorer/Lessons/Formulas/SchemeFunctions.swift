import Checkpoints
import Encodings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FormulaFunction {
  /// Biases and buckets.
  static let biasFunctions: [FormulaFunction] = [
    number("slope", ["h"], "ALiBi's slope of head h, from 0", "ALiBi 第 h 头的斜率，从 0 数起") { scene, given in
      guard case .alibi(let alibi) = scene.encoding, let head = given.whole(0), alibi.slopes.indices.contains(head)
      else { return nil }
      return alibi.slopes[head]
    },
    number("bias", ["q", "k"], "what is added to the score of query q and key k", "加在查询 q 与键 k 的得分上的偏置") {
      scene, given in
      guard let query = given.position(0), let key = given.position(1) else { return nil }
      return scene.encoding.bias?.bias(query: query, key: key, head: scene.head)
    },
    number("bucket", ["k−q"], "bucket of a difference of key and query", "键减查询之差所在的桶") { scene, given in
      given.whole(0).flatMap { scene.encoding.buckets?.bucket(ofDifference: $0) }.map(Double.init)
    },
    number("buckets", "how many buckets there are", "桶的个数") { scene, _ in
      (scene.encoding.buckets?.bucketCount).map(Double.init)
    },
  ]

  /// Context extensions, each by its name, from the trained to the target length.
  static let extensionFunctions: [FormulaFunction] = [
    number("factor", "the extension's factor", "扩展的倍数") { scene, _ in scene.rotary?.scaling.factor },
    number("attention_factor", "factor on cosines and sines", "乘在余弦与正弦上的系数") { scene, _ in
      scene.encoding.spectrum?.attentionFactor
    },
    number("target", "the length that extensions shall reach", "扩展要达到的长度") { scene, _ in
      (scene.reach?.targetLength).map(Double.init)
    },
    number(
      "first_unseen", ["\"extension\""], "first position with an angle that training never saw",
      "第一个出现训练中未见角度的位置"
    ) { scene, given in scene.method(given.text(0))?.firstUnseenPosition.map(Double.init) },
    number("unseen_pairs", ["\"extension\""], "how many pairs meet angles never seen", "遇到未见角度的特征对个数") {
      scene, given in
      (scene.method(given.text(0))?.firstUnseen.count { $0 != nil }).map(Double.init)
    },
    number("crowding", ["\"extension\"", "i"], "how many times closer neighbours stand in pair i", "第 i 对中相邻位置靠近的倍数")
    {
      scene, given in
      guard let method = scene.method(given.text(0)), let pair = given.whole(1),
        method.crowding.indices.contains(pair)
      else { return nil }
      return method.crowding[pair]
    },
  ]

  /// Models' configs and number formats.
  static let modelFunctions: [FormulaFunction] = [
    number("groups", "groups of layers in the model", "模型的层组数") { scene, _ in
      (scene.subject.model?.groups.count).map(Double.init)
    },
    number("layers", "layers of the group", "该组的层数") { scene, _ in
      (scene.subject.group(scene.group)?.layers?.count).map(Double.init)
    },
    number("layers_without_position", "layers without any position", "没有位置编码的层数") { scene, _ in
      (scene.subject.model?.layersWithoutPosition.count).map(Double.init)
    },
    number("rotary_d", "features that are turned", "被旋转的维数") { scene, _ in
      (scene.rotary?.rotaryDimension).map(Double.init)
    },
    number("finding", ["\"code\""], "1 when inspect finds this in the config, else 0", "inspect 在配置中发现该问题时为 1，否则为 0")
    {
      scene, given in
      guard let model = scene.subject.model, let code = Finding.Code(rawValue: given.text(0)) else { return nil }
      return model.findings.contains { $0.code == code } ? 1 : 0
    },
    number(
      "stored", ["\"format\"", "x"], "x as float32, float16 or bfloat16 keeps it",
      "以 float32、float16 或 bfloat16 存储的 x"
    ) {
      _, given in FloatFormat(rawValue: given.text(0))?.rounded(given.number(1))
    },
    number("alike", ["\"format\"", "p"], "how many positions are stored as the same number as p", "与 p 存成同一个数的位置个数") {
      _, given in
      guard let format = FloatFormat(rawValue: given.text(0)), let position = given.position(1) else { return nil }
      return Double(format.positionsStored(like: position))
    },
    number(
      "cosine_error", ["\"format\"", "p", "i"], "error of the cosine when position and frequency are stored so",
      "位置与频率以该格式存储时余弦的误差"
    ) { scene, given in
      guard let format = FloatFormat(rawValue: given.text(0)), let spectrum = scene.encoding.spectrum,
        let position = given.position(1), let pair = given.whole(2), (0..<spectrum.pairCount).contains(pair)
      else { return nil }
      return abs(
        LowPrecision(spectrum: spectrum, format: format, cast: .inputs).cosineError(ofPair: pair, position: position))
    },
  ]

  /// Plain arithmetic.
  static let arithmetic: [FormulaFunction] = [
    number("pi", "3.14159…", "3.14159…") { _, _ in .pi },
    number("sin", ["x"], "sine of x radians", "x 弧度的正弦") { _, given in sin(given.number(0)) },
    number("cos", ["x"], "cosine of x radians", "x 弧度的余弦") { _, given in cos(given.number(0)) },
    number("sqrt", ["x"], "square root", "平方根") { _, given in given.number(0).squareRoot() },
    number("ln", ["x"], "natural logarithm", "自然对数") { _, given in log(given.number(0)) },
    number("exp", ["x"], "e to the x", "e 的 x 次方") { _, given in exp(given.number(0)) },
    number("abs", ["x"], "x without its sign", "绝对值") { _, given in abs(given.number(0)) },
    number("floor", ["x"], "the whole number at or below x", "不大于 x 的整数") { _, given in given.number(0).rounded(.down)
    },
    number("round", ["x"], "the nearest whole number", "最近的整数") { _, given in given.number(0).rounded() },
    number("mod", ["a", "b"], "what is left of a after whole times b", "a 除以 b 的余数") { _, given in
      let (a, b) = (given.number(0), given.number(1))
      return b == 0 ? nil : a - b * (a / b).rounded(.down)
    },
    number("min", ["a", "b"], "the smaller", "较小者") { _, given in min(given.number(0), given.number(1)) },
    number("max", ["a", "b"], "the larger", "较大者") { _, given in max(given.number(0), given.number(1)) },
  ]
}

extension Scene {
  /// One extension beside the others, by its name: from the trained to the target length.
  fileprivate func method(_ name: String) -> Reach.Method? {
    let standard = ScalingOptions.standardName(for: name)
    return reach?.methods.first { $0.scaling.name == standard }
  }
}
