import Encodings
import Explorer
import Screen

/// Why an encoding has no numbers of a kind, or not those that were asked for.
enum DataComplaint: Error, Hashable {
  /// The scheme has nothing of the kind.
  case hasNone(DataKind, Scheme)
  /// The scheme's numbers are learned and stand in a checkpoint that was not opened.
  case valuesUnknown(Scheme)
  /// The vector to turn has another number of entries than the head.
  case vectorCount(Int, needed: Int)
  /// A position past the last row.
  case pastTheEnd(position: Int, count: Int)
  /// A head, pair or feature that is not among those there are.
  case outOfRange(Notice.Counted, Int, count: Int)
  /// Every position is a column, and they are too many to stand in a row.
  case tooManyColumns(DataKind, limit: Int)
  /// Attention is among the tokens of one text: positions from 0, and not too many to compare.
  case notOneText(limit: Int)
  /// A target shorter than what was trained.
  case targetTooShort(Int, trained: Int)
  /// Nothing was named to compare with, and nothing suggests itself.
  case nothingToCompare
  /// Two schemes whose numbers cannot be subtracted.
  case nothingInCommon(Scheme, Scheme)
  /// What is compared are no waves, of which a component could be chosen.
  case noComponents(Scheme)
  /// The attention of a sentence cannot be computed.
  case attention(SentenceAttention.Obstacle, Scheme)
  /// A value that the encodings refuse.
  case invalid(InvalidParameter)

  /// Whether the source has nothing to say about the kind, whatever the options.
  var isAboutScheme: Bool {
    switch self {
    case .hasNone, .valuesUnknown, .attention(.valuesUnknown, _): true
    default: false
    }
  }

  /// How the command ends.
  func failure(group: String?, _ language: Language) -> Failure {
    let place = group.map { visible($0) + language(": ", "：") } ?? ""
    return Failure(isAboutScheme ? .badData : .usage, place + sentence(language))
  }

  private func sentence(_ language: Language) -> String {
    switch self {
    case .hasNone(let kind, let scheme):
      let what = Self.name(of: kind, language)
      let instead = Self.kinds(of: scheme)
      return language("the scheme \(scheme.rawValue) has no \(what)", "方案 \(scheme.rawValue) 没有\(what)")
        + (instead.isEmpty
          ? language(".", "。")
          : language(
            "; it has \(instead.joined(separator: ", ")).", "；可用 \(instead.joined(separator: "、"))。"))
    case .valuesUnknown(let scheme):
      return language(
        "the values of \(scheme.rawValue) are learned and not in the config; name the checkpoint or its folder.",
        "\(scheme.rawValue) 的数值是训练得到的，配置中没有；请指定检查点或其文件夹。")
    case .vectorCount(let count, let needed):
      return language(
        "--vector has \(count) numbers; the head has \(needed) features.",
        "--vector 有 \(count) 个数；每个头有 \(needed) 个特征。")
    case .pastTheEnd(let position, let count):
      return language(
        "position \(position) has no row; positions go from 0 to \(count - 1).",
        "位置 \(position) 没有对应的行；位置从 0 到 \(count - 1)。")
    case .outOfRange(let counted, let index, let count):
      return language.sentence(for: .outOfRange(counted, index, count: count))
    case .tooManyColumns(let kind, let limit):
      let most = Numerals.grouped(limit)
      return language(
        "\(kind.rawValue) sets every position against every other: --positions takes at most \(most) of them here.",
        "\(kind.rawValue) 将每个位置与其他所有位置相对：此处 --positions 至多 \(most) 个。")
    case .notOneText(let limit):
      return language(
        "attention is among the tokens of one text: --positions 0:N with N from 1 to \(limit).",
        "注意力只在同一文本的词元之间计算：请用 --positions 0:N，N 从 1 到 \(limit)。")
    case .targetTooShort(let length, let trained):
      return "--target: " + language.sentence(for: .targetTooShort(length, trained: trained))
    case .nothingToCompare:
      return language("Name what to compare with: --with qwen3-8b.", "请指定比较对象，例如 --with qwen3-8b。")
    case .noComponents(let scheme):
      return language(
        "--component chooses what of a wave is compared; \(scheme.rawValue) has no waves.",
        "--component 选择比较波的哪个量；\(scheme.rawValue) 没有波。")
    case .nothingInCommon(let first, let second):
      return language(
        "\(first.rawValue) and \(second.rawValue) share no values to subtract.",
        "\(first.rawValue) 与 \(second.rawValue) 没有可相减的共同量。")
    case .attention(let obstacle, let scheme): return language.sentence(for: obstacle, scheme)
    case .invalid(let invalid): return language.sentence(for: invalid)
    }
  }

  /// The kinds that a scheme has, its learned values known.
  static func kinds(of scheme: Scheme) -> [String] {
    let kinds: [DataKind] =
      switch scheme {
      case .rope, .xpos:
        [.frequencies, .angles, .cosSin, .rotate, .similarity, .decay, .attention, .precision, .dials, .digits]
          + [.reach, .pipeline, .formula, .compare]
      case .sinusoidal:
        [.frequencies, .angles, .cosSin, .table, .similarity, .decay, .attention, .precision, .dials, .digits]
          + [.formula, .compare]
      case .transformerXL:
        [.frequencies, .angles, .cosSin, .table, .similarity, .decay, .precision, .dials, .formula, .compare]
      case .integer, .oneHot, .learned: [.table, .similarity, .attention, .formula, .compare]
      case .alibi: [.slopes, .bias, .attention, .formula, .compare]
      case .t5: [.buckets, .bias, .attention, .formula, .compare]
      case .kerple, .fire: [.bias, .attention, .formula, .compare]
      case .shaw, .deberta: [.buckets, .formula, .compare]
      case .none: [.attention]
      }
    return kinds.map(\.rawValue)
  }

  private static func name(of kind: DataKind, _ language: Language) -> String {
    switch kind {
    case .frequencies: language("frequencies", "频率")
    case .angles: language("angles", "角度")
    case .cosSin: language("cosines and sines", "余弦与正弦")
    case .table: language("position vectors", "位置向量")
    case .rotate: language("rotation", "旋转")
    case .slopes: language("slopes", "斜率")
    case .bias: language("bias", "偏置")
    case .buckets: language("buckets", "桶")
    case .similarity: language("similarity between positions", "位置间的相似度")
    case .decay: language("decay with distance", "随距离的衰减")
    case .attention: language("attention to show", "可显示的注意力")
    case .precision: language("precision to show", "可显示的精度")
    case .dials: language("dials", "表盘")
    case .digits: language("digits", "数位")
    case .reach: language("extensions to reach with", "可延伸的扩展")
    case .pipeline: language("rotation of queries and keys", "查询与键的旋转")
    case .formula: language("calculation by hand", "手算")
    case .compare, .divergence: language("numbers to compare", "可比较的数值")
    case .mixing: language("steps", "步数")
    case .pooled: language("outputs to pool", "可池化的输出")
    }
  }
}
