public import Checkpoints
import Encodings
import Screen

extension Language {
  /// What to do about what was found, as one sentence.
  public func remedy(for finding: Finding) -> String {
    switch finding.concern {
    case .layoutFromFamily(let layout, _): remedy(layout)
    case .layoutAssumed:
      self(
        "Look at the model's own rotation code; with --layout interleaved the other reading is shown.",
        "请查看模型自己的旋转代码；--layout interleaved 显示另一种读法。")
    case .unknownKey(_, let nearest):
      if let nearest {
        self("Write \(visible(nearest)) if that is meant, or remove the key.", "若意在 \(visible(nearest))，请改写；否则删除该键。")
      } else {
        self("Remove the key, or look up its name in the software that is to read it.", "请删除该键，或在要读取它的软件中查明键名。")
      }
    case .repeatedKey: self("Remove the one that is not meant.", "请删除多余的一个。")
    case .legacyName(_, let standard):
      self("Write \(standard): newer software may not know the old name.", "请写作 \(standard)：新软件可能不认识旧名。")
    case .conflict(let winner, _, let loser, _):
      self(
        "Remove \(visible(loser)), or make it equal to \(visible(winner)).",
        "请删除 \(visible(loser))，或使其与 \(visible(winner)) 相同。")
    case .misleadingKey: self("Do not conclude anything from this key.", "不要由该键得出任何结论。")
    case .defaultTaken(let value):
      self(
        "State \(Numerals.plain(value)) in the config, so that no software takes another.",
        "请在配置中写明 \(Numerals.plain(value))，以免软件取别的值。")
    case .refused:
      self("Load it with the version that it was published for, or correct the key.", "请用发布时的版本载入，或更正该键。")
    case .baseInNewKeyOnly(let base, _):
      self(
        "Add \"rope_theta\": \(Numerals.plain(base)) beside rope_parameters for older software.",
        "请为旧软件在 rope_parameters 旁加上 \"rope_theta\": \(Numerals.plain(base))。")
    case .baseNotStated(let base):
      self(
        "Add \"\(lastKey(of: finding))\": \(Numerals.plain(base)).",
        "请加上 \"\(lastKey(of: finding))\": \(Numerals.plain(base))。")
    case .originalLengthAssumed:
      self(
        "If that is the length after extension, angles are wrong: state the one before it.",
        "若它是扩展后的长度，角度就不对：请写明扩展前的长度。")
    case .trainedLengthAssumed:
      self(
        "If it is the one after, unseen angles begin earlier by the factor; the frequencies are right either way.",
        "若它是扩展后的长度，则未见过的角度会按倍数更早出现；频率不受影响。")
    case .factorMismatch(let factor, 1):
      self(
        "Keep it: max_position_embeddings states the trained length. Software that takes it for the limit needs \(Numerals.plain(factor)) times that.",
        "请保留：max_position_embeddings 写的是训练长度。把它当上限的软件需要写成它的 \(Numerals.plain(factor)) 倍。")
    case .factorMismatch(_, let implied):
      self(
        "If the lengths are right, set factor to \(Numerals.plain(implied)); otherwise correct the lengths.",
        "若长度无误，请把 factor 设为 \(Numerals.plain(implied))；否则更正长度。")
    case .factorImplied(let factor):
      self("State \"factor\": \(Numerals.plain(factor)).", "请写明 \"factor\": \(Numerals.plain(factor))。")
    case .scalingIgnored:
      self(
        "Set rope_type to linear, yarn or what was meant, or remove the factor.",
        "请把 rope_type 设为 linear、yarn 或本意的类型，或删除倍数。")
    case .scalingOnOneGroup:
      self("Software that extends every layer computes another model.", "若软件扩展每一层，算出的就是另一个模型。")
    case .changesWithLength:
      self("Keys cached before the change are stale: recompute them, or fix the length.", "变化之前缓存的键已失效：请重算，或固定长度。")
    case .switchesFactors:
      self(
        "Keys cached before the switch are stale; choose the factors by the longest length to come.",
        "切换之前缓存的键已失效；请按将达到的最大长度选择因子。")
    case .attentionFactor(let factor, _):
      if factor == 1 {
        self("Software that multiplies by anything else is wrong here.", "软件若乘以其他数，结果就不对。")
      } else {
        self("Look whether your software multiplies cosines and sines, on both q and k.", "请确认软件把余弦与正弦都乘以它，q 与 k 皆然。")
      }
    case .magnitudeIgnored:
      self("Give both keys, or attention_factor itself.", "请同时给出两个键，或直接给出 attention_factor。")
    case .rampNotTruncated:
      self("Software without the key truncate rounds them: compare frequencies first.", "不认识 truncate 的软件会取整：请先比较频率。")
    case .truncateIgnored: self("Put truncate beside the groups.", "请把 truncate 放到与层组同级处。")
    case .rampIsStep:
      self("If a ramp is meant, beta_fast has to be greater than beta_slow.", "若本意是过渡，beta_fast 须大于 beta_slow。")
    case .softmaxScaleMoved(_, let scale):
      self(
        "Use the softmax scale \(Numerals.significant(scale, digits: 6)) and leave cosines and sines alone.",
        "请使用 softmax 缩放 \(Numerals.significant(scale, digits: 6))，不要改动余弦与正弦。")
    case .queriesScaledByPosition:
      self("Scale queries before the score, at their absolute position.", "请在计算得分前按绝对位置缩放查询。")
    case .partialRotary(let rotated, _):
      self("Exponents divide by \(rotated), and features past it pass through.", "指数以 \(rotated) 为除数，其后的特征原样通过。")
    case .partialRotaryIgnored: self("Remove the key, or check that your software turns all.", "请删除该键，或确认软件旋转全部。")
    case .explicitHeadDimension(let stated, _):
      self("Read head_dim, \(stated); do not divide the width by the heads.", "请读取 head_dim（\(stated)）；不要用宽度除以头数。")
    case .separateRotaryPart(let rotated, _):
      self("Rotate the \(rotated) features of qk_rope_head_dim alone.", "只旋转 qk_rope_head_dim 的 \(rotated) 个特征。")
    case .sections: self("Give the three positions of every token; for text they are equal.", "请给出每个词元的三个位置；文本中三者相等。")
    case .twoDimensionalPositions: self("Give both positions of every token.", "请给出每个词元的两个位置。")
    case .layersDiffer: self("Build one table of cosines and sines for each group.", "请为每个层组各建一张余弦与正弦表。")
    case .layersWithoutPosition: self("Skip the rotation on those layers.", "请在这些层跳过旋转。")
    case .layerCountMismatch(_, let layers): self("List \(layers) layer types.", "请列出 \(layers) 个层类型。")
    case .anglesNeedFloat32:
      self("Compute angles in float32 and cast cosines and sines afterwards.", "请用 float32 计算角度，最后再把余弦与正弦转换到低精度。")
    case .tableOffset(let first, _, _): self("Add \(first) to the position before the look-up.", "查表前请给位置加 \(first)。")
    case .tableEnds(let positions): self("Cut texts to \(positions) tokens.", "请把文本截到 \(positions) 个词元。")
    case .tableWidth: self("The model projects rows to its width.", "模型会把各行投影到自身宽度。")
    case .tableIsSinusoidal: self("Compute longer tables where they are needed.", "需要更长的表时可直接计算。")
    case .valuesInCheckpoint: self("Name the checkpoint or its folder to see them.", "请指定检查点或其文件夹以查看。")
    case .sinusoidalForm: self("Compare row 1 of your table before trusting it.", "使用前请先比较表中位置 1 对应的行。")
    case .slopesInterleaved:
      self("Compare slopes in this order (ropescope data slopes).", "请按此顺序比较斜率（ropescope data slopes）。")
    case .biasRounded: self("Round slopes, keys and products alike to agree.", "若要一致，斜率、键位置与乘积都须舍入。")
    case .biasForm: self("The forms agree after a causal softmax only.", "各种形式只在因果 softmax 之后一致。")
    case .disentangledTerms: self("Divide the score by √(d · terms).", "得分须除以 √(d · 项数)。")
    case .distancesClamped: self("Expect no order among keys farther away.", "更远的键之间没有次序。")
    case .decidedBySize: self("Name the scheme with --scheme if the decision is wrong.", "若判断有误，请用 --scheme 指定方案。")
    case .remoteCode: self("Compare with the code beside the weights.", "请与权重旁的代码比较。")
    case .partRead: self("Name a config of another part to see that.", "若要查看其他部分，请指定其配置。")
    }
  }

  /// The key of the config that a finding is about, without the path that leads to it.
  private func lastKey(of finding: Finding) -> String {
    let key = finding.key?.split(separator: ".").last.map(String.init)
    return visible(key ?? "rope_theta")
  }

  private func remedy(_ layout: PairLayout) -> String {
    switch layout {
    case .halfSplit:
      self(
        "Pairs are (i, i + d/2); weights in another order need a permutation of q and k.",
        "各对为 (i, i + d/2)；次序不同的权重须置换 q 与 k。")
    case .interleaved:
      self(
        "Pairs are (2i, 2i + 1); weights in another order need a permutation of q and k.",
        "各对为 (2i, 2i + 1)；次序不同的权重须置换 q 与 k。")
    case .interleavedInHalfSplitOut:
      self(
        "Read pairs (2i, 2i + 1), write (i, i + d/2); scores are those of interleaved.",
        "读取 (2i, 2i + 1)，写入 (i, i + d/2)；得分与 interleaved 相同。")
    }
  }
}
