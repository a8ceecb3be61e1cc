import Checkpoints
import Encodings
import Explorer
import Screen

/// The facts of one group of layers, in words.
struct GroupFacts {
  private(set) var sheet = FactSheet()
  let language: Language

  init(encoding: Encoding, group: LayerGroup?, _ language: Language) {
    self.language = language
    sheet.add(language("scheme", "方案"), encoding.scheme.rawValue + language(": ", "：") + meaning(of: encoding.scheme))
    switch encoding {
    case .rotary(let rotary): describe(rotary, group)
    case .xPos(let xPos):
      describe(xPos.rotary, group)
      add("γ", Numerals.plain(xPos.gamma))
      add(language("scale base", "尺度基数"), Numerals.plain(xPos.scaleBase))
    case .sinusoidal(let sinusoidal): describe(sinusoidal)
    case .learned(let table): describe(table)
    case .transformerXL(let transformerXL):
      describe(transformerXL.sinusoidal)
      add("clamp_len", transformerXL.clampLength.map(Numerals.grouped))
    case .alibi(let alibi): describe(alibi)
    case .t5(let t5): describe(t5)
    case .shaw(let shaw):
      add("clip", "−\(shaw.left) … \(shaw.right)")
      add(language("vectors", "向量数"), "\(shaw.bucketCount)")
    case .deberta(let deberta):
      add("position_buckets", deberta.buckets.map(String.init))
      add("max_relative_positions", Numerals.grouped(deberta.maxDistance))
      add(language("vectors", "向量数"), "\(deberta.bucketCount)")
    case .kerple(let kerple):
      add(language("heads", "头数"), "\(kerple.heads)")
      add(language("kernel", "核"), kerple.kernel.rawValue)
    case .fire(let fire): add(language("threshold", "阈值"), Numerals.plain(fire.threshold))
    case .integer(let integer): add(language("divided by", "除以"), integer.length.map(Numerals.grouped))
    case .oneHot(let oneHot): add(language("positions", "位置数"), Numerals.grouped(oneHot.rows))
    case .none: break
    }
    if encoding.rotary == nil { add(language("longest length", "最大长度"), group?.maxLength.map(positions)) }
  }

  mutating func add(_ name: String, _ text: String?) { sheet.add(name, text) }

  /// «8192 positions».
  func positions(_ count: Int) -> String {
    language("\(Numerals.grouped(count)) positions", "\(Numerals.grouped(count)) 个位置")
  }

  /// «6.28 … 2.56M positions».
  func span(_ wavelengths: ClosedRange<Double>) -> String {
    let ends = "\(Numerals.short(wavelengths.lowerBound)) … \(Numerals.short(wavelengths.upperBound))"
    return language("\(ends) positions", "\(ends) 个位置")
  }

  private mutating func describe(_ sinusoidal: Sinusoidal) {
    add(language("dimension", "维数"), "\(sinusoidal.dimension)")
    add(language("base", "底数"), Numerals.plain(sinusoidal.base))
    add(language("layout", "布局"), sinusoidal.layout.rawValue)
    let ladder =
      sinusoidal.ladder == .paper
      ? "base^(−2i/d)" : language("base^(−i/(d/2 − 1)), ending at 1/base", "base^(−i/(d/2 − 1))，止于 1/base")
    add(language("ladder", "频率阶梯"), sinusoidal.ladder.rawValue + language(": ", "：") + ladder)
    let wavelengths = sinusoidal.spectrum.inverseFrequencies.map(\.wavelength)
    if let least = wavelengths.min(), let greatest = wavelengths.max() {
      add(language("wavelengths", "波长"), span(least...greatest))
    }
  }

  private mutating func describe(_ table: LearnedTable) {
    add(language("rows", "行数"), Numerals.grouped(table.rowCount))
    add(language("dimension", "维数"), "\(table.dimension)")
    add(
      language("first row", "首行"), language("position 0 is row \(table.offset)", "位置 0 在第 \(table.offset) 行（从 0 数起）"))
    add(
      language("usable", "可用"),
      positions(table.positionCount) + language(", none beyond", "，其后没有"))
  }

  private mutating func describe(_ alibi: ALiBi) {
    add(language("heads", "头数"), "\(alibi.heads)")
    if let first = alibi.slopes.max(), let last = alibi.slopes.min() {
      let ends = "\(Numerals.significant(first)) … \(Numerals.significant(last))"
      add(language("slopes", "斜率"), language("\(ends), steepest to flattest", "\(ends)，由陡到缓"))
    }
    let form =
      switch alibi.form {
      case .distance: "−slope · |query − key|"
      case .keyPosition: "+slope · key"
      case .lastKey: "slope · (key − last)"
      case .keyPositionInBFloat16: language("+slope · key, in bfloat16", "+slope · key，以 bfloat16 计算")
      }
    add(language("form", "形式"), form)
  }

  private mutating func describe(_ t5: T5Bias) {
    add("num_buckets", "\(t5.bucketCount)")
    add("max_distance", Numerals.grouped(t5.maxDistance))
    add(
      language("direction", "方向"),
      t5.bidirectional
        ? language("both: keys after the query have buckets of their own", "双向：查询之后的键有自己的桶")
        : language("one: keys after the query share bucket 0", "单向：查询之后的键共用桶 0"))
    add(language("heads", "头数"), t5.biases.isEmpty ? nil : "\(t5.heads)")
  }

  private func meaning(of scheme: Scheme) -> String {
    switch scheme {
    case .integer: language("the position itself as a number", "位置本身作为数")
    case .oneHot: language("a one at the position", "在该位置取 1")
    case .sinusoidal: language("sines and cosines added to the embedding", "在嵌入上加正弦与余弦")
    case .learned: language("a learned row added to the embedding", "在嵌入上加训练得到的行")
    case .rope: language("queries and keys are turned by their position", "按位置旋转查询与键")
    case .xpos:
      language("queries and keys are turned, and their scores die away with distance", "旋转查询与键，且得分随距离衰减")
    case .alibi: language("a penalty linear in distance is added to scores", "在得分上加随距离线性增长的惩罚")
    case .t5: language("a learned bias by bucket of distance is added to scores", "在得分上加可学习偏置，按距离分桶")
    case .shaw: language("learned vectors by clipped distance", "按截断距离取可学习向量")
    case .transformerXL: language("sinusoids of the distance in the score", "得分中含距离的正弦编码")
    case .deberta: language("learned vectors by bucket of distance, in the score", "得分中含可学习向量，按距离分桶")
    case .kerple: language("a kernel of the distance is added to scores", "在得分上加距离的核函数")
    case .fire: language("a learned function of the distance is added to scores", "在得分上加距离的可学习函数")
    case .none: language("no position at all", "完全没有位置编码")
    }
  }
}
