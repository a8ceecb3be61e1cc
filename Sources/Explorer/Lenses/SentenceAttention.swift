import Checkpoints
package import Encodings

/// The attention of one sentence under a scene's encoding, as far as it can be computed at every key.
package struct SentenceAttention {
  /// Why there is nothing to compute.
  package enum Obstacle: Error, Hashable {
    /// The scheme's numbers are in a checkpoint that was not read.
    case valuesUnknown
    /// The scheme has fewer rows than there are tokens.
    case pastTheTable(rows: Int)
    /// So many tokens of so many features would take too long.
    case tooMuch(tokens: Int, features: Int)
  }

  package let tokens: [String]
  let encoding: Encodings.Encoding
  package let isCausal: Bool
  /// Queries, keys and values alike. Shape (tokens, features).
  package let inputs: [[Double]]
  private let head: Int
  private let scale: Double?

  /// Products of numbers that may be taken for one picture; more would be felt.
  private static let mostProducts = 1 << 22
  /// Numbers that embeddings may hold.
  private static let mostNumbers = 1 << 20

  /// The embeddings of a sentence, with position vectors where the scheme adds them.
  package init(_ tokens: [String], _ scene: Scene) throws(Obstacle) {
    (self.tokens, encoding, head, isCausal) = (tokens, scene.encoding, scene.head, scene.isCausal)
    scale = scene.isOverridden ? nil : scene.subject.group(scene.group)?.softmaxScale
    switch scene.encoding {
    case .learned(let table) where table.values.isEmpty: throw .valuesUnknown
    case .t5(let t5) where t5.biases.isEmpty: throw .valuesUnknown
    default: break
    }
    let features = Self.features(of: scene.encoding, tokens: tokens.count)
    guard features <= Self.mostNumbers / max(1, tokens.count) else {
      throw .tooMuch(tokens: tokens.count, features: features)
    }
    do throws(InvalidParameter) {
      let embeddings = try TokenEmbedding(dimension: features).vectors(of: tokens)
      inputs = try Attention.inputs(of: embeddings, encoding: scene.encoding)
    } catch {
      throw .pastTheTable(rows: scene.encoding.positionCount ?? 0)
    }
  }

  /// As many features as the scheme's vectors or rotations have; 64 for schemes that leave it open.
  private static func features(of encoding: Encodings.Encoding, tokens: Int) -> Int {
    switch encoding {
    case .oneHot(let oneHot): min(oneHot.rows, max(64, tokens))
    case .sinusoidal, .learned, .rotary, .xPos, .transformerXL: max(1, encoding.dimension ?? 64)
    default: 64
    }
  }

  /// How many queries can be answered for one picture.
  package var mostQueries: Int { Self.mostProducts / max(1, tokens.count * (inputs.first?.count ?? 1)) }

  /// Whether all outputs can be computed, with their sums in an order of their own.
  package var isSmall: Bool { tokens.count * tokens.count * (inputs.first?.count ?? 1) <= 1 << 17 }

  /// Scores and weights of some queries, without outputs.
  package func attention(of queries: Range<Int>) -> Attention { attention(queries, values: []) }

  /// Scores, weights and outputs of some queries.
  package func outputs(of queries: Range<Int>) -> Attention { attention(queries, values: inputs) }

  private func attention(_ queries: Range<Int>, values: [[Double]]) -> Attention {
    Attention(
      queries: inputs, keys: inputs, values: values, encoding: encoding, head: head, causal: isCausal, scale: scale,
      asked: queries)
  }

  /// The greatest |Σⱼ wᵢⱼ − 1| of some rows of weights.
  static func rowResidual(_ weights: [[Double]]) -> Double {
    weights.map { abs($0.reduce(0, +) - 1) }.max() ?? 0
  }
}

extension Language {
  /// Why there is no attention to show, and what to do.
  package func sentence(for obstacle: SentenceAttention.Obstacle, _ scheme: Scheme) -> String {
    switch obstacle {
    case .valuesUnknown where scheme == .learned: valuesInCheckpoint
    case .valuesUnknown:
      self(
        "The numbers of \(scheme.rawValue) are learned: open the checkpoint's folder or .safetensors.",
        "\(scheme.rawValue) 的数值是训练得到的：请打开检查点的文件夹或 .safetensors。")
    case .pastTheTable(let rows):
      self(
        "The scheme \(scheme.rawValue) ends after \(rows) positions, before the sentence does.",
        "方案 \(scheme.rawValue) 只有 \(rows) 个位置，少于句子的词元数。")
    case .tooMuch(let tokens, let features):
      self(
        "\(tokens) tokens of \(features) features are too many for live drawing; shorten :sentence or :dim.",
        "\(tokens) 个 \(features) 维词元太多，无法实时绘制；请缩短 :sentence 或减小 :dim。")
    }
  }
}
