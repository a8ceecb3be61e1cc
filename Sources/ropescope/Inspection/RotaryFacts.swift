import Checkpoints
import Encodings
import Explorer
import Export
import Screen

/// The facts of a rotary encoding: what turns, how fast, what training saw, and what the extension does about the rest.
extension GroupFacts {
  mutating func describe(_ rotary: Rotary, _ group: LayerGroup?) {
    add("head_dim", heads(rotary, group))
    add(language("layout", "布局"), layout(rotary))
    add(language("base", "底数"), Numerals.plain(rotary.base))
    add(language("scaling", "扩展"), scaling(rotary.scaling))
    let factor = rotary.spectrum.attentionFactor
    if factor != 1 || rotary.scaling.factor != nil {
      add(
        language("attention factor", "注意力系数"),
        factor == 1
          ? language("1: cosines and sines as they are", "1：余弦与正弦不变")
          : language(
            "\(Numerals.significant(factor, digits: 7)) on cosines and sines",
            "余弦与正弦乘以 \(Numerals.significant(factor, digits: 7))"))
    }
    add(language("softmax scale", "softmax 缩放"), group?.softmaxScale.map { Numerals.significant($0, digits: 7) })
    add("mrope_section", group?.sections.map { $0.map(String.init).joined(separator: ", ") })
    guard let shares = try? PairShares(rotary, group: group) else { return }
    let isExtended = rotary.scaling != .none
    add(
      isExtended ? language("original length", "扩展前长度") : language("trained length", "训练长度"),
      shares.trainedLength.map(positions))
    if let longest = group?.maxLength, longest != shares.trainedLength {
      let ratio = shares.trainedLength.map { Numerals.significant(Double(longest) / Double(max($0, 1)), digits: 4) }
      add(
        language("longest length", "最大长度"),
        positions(longest) + (ratio.map { language(", \($0) times that", "，为其 \($0) 倍") } ?? ""))
    }
    add(language("wavelengths", "波长"), wavelengths(shares, isExtended: rotary.scaling != .none))
    add(language("whole turns", "整圈"), turns(shares))
    add(language("extension", "扩展效果"), effect(rotary, group, shares))
    add(language("unseen angles", "未见角度"), unseen(shares, isExtended: rotary.scaling != .none))
  }

  private func heads(_ rotary: Rotary, _ group: LayerGroup?) -> String {
    let head = rotary.dimension
    if group?.turnsHalvesApart == true {
      return language(
        "\(2 * head), in two halves: \(head) features turned by the position in the text, \(head) by that in the block",
        "\(2 * head)，分为两半：\(head) 个特征按文本中的位置旋转，\(head) 个按块内位置旋转")
    }
    guard rotary.rotaryDimension < head else {
      return language("\(head), all features turned", "\(head)，全部特征旋转")
    }
    return language(
      "\(head), of which \(rotary.rotaryDimension) are turned (rotary_dim) and the rest pass through",
      "\(head)，其中旋转 \(rotary.rotaryDimension) 个（rotary_dim），其余原样通过")
  }

  private func layout(_ rotary: Rotary) -> String {
    let half = rotary.rotaryDimension / 2
    let pairs =
      switch rotary.layout {
      case .halfSplit: "(i, i + \(half))"
      case .interleaved: "(2i, 2i + 1)"
      case .interleavedInHalfSplitOut:
        language("read (2i, 2i + 1), written (i, i + \(half))", "(2i, 2i + 1)（读），(i, i + \(half))（写）")
      }
    return rotary.layout.rawValue + language(": pairs ", "：特征对 ") + pairs
  }

  /// The extension's name and its parameters under the keys of Hugging Face, lists left out.
  private func scaling(_ scaling: Scaling) -> String {
    let parameters = GroupJSON.scaling(scaling).compactMap { key, value -> String? in
      switch value {
      case .number(let number): "\(key) \(Numerals.plain(number))"
      case .flag(let flag): "\(key) \(flag)"
      default: nil
      }
    }
    guard !parameters.isEmpty else { return scaling.name }
    return scaling.name + language(": ", "：") + parameters.joined(separator: language(", ", "，"))
  }

  private func wavelengths(_ shares: PairShares, isExtended: Bool) -> String? {
    guard let span = shares.wavelengths.map(span) else { return nil }
    guard isExtended, let plain = shares.plainWavelengths, plain != shares.wavelengths else { return span }
    return span + language("; without the extension \(self.span(plain))", "；未扩展时 \(self.span(plain))")
  }

  private func turns(_ shares: PairShares) -> String? {
    guard let length = shares.trainedLength else { return nil }
    guard let incomplete = shares.incomplete else {
      return language(
        "all \(shares.turning) pairs turn whole within \(positions(length))",
        "全部 \(shares.turning) 对在 \(positions(length))内转满一圈")
    }
    return language(
      "\(shares.turning - incomplete.count) of \(shares.turning) pairs turn whole within \(positions(length)); "
        + "\(named(incomplete)) never do",
      "\(shares.turning) 对中有 \(shares.turning - incomplete.count) 对在 \(positions(length))内转满一圈；\(named(incomplete))从未转满"
    )
  }

  private func effect(_ rotary: Rotary, _ group: LayerGroup?, _ shares: PairShares) -> String? {
    var parts: [String] = []
    if case .longRoPE(let longRoPE) = rotary.scaling {
      let short = try? PairShares(rotary, group: group, targetLength: longRoPE.originalLength)
      if let short = short?.divisors, let long = shares.divisors {
        parts.append(
          language(
            "each pair divided by its own factor: \(ends(short)) up to \(positions(longRoPE.originalLength)), \(ends(long)) in longer texts",
            "每对除以各自的因子：\(positions(longRoPE.originalLength))以内为 \(ends(short))，更长的文本为 \(ends(long))"))
      }
    } else if rotary.scaling != .none {
      let factor = rotary.scaling.factor.map(Numerals.plain) ?? ""
      parts += [
        shares.leftAlone.map { named($0) + language(" left alone", "不变") },
        shares.blended.map { named($0) + language(" blended", "混合") },
        shares.interpolated.map { named($0) + language(" divided by \(factor)", "除以 \(factor)") },
      ].compactMap(\.self)
    }
    if let still = shares.still { parts.append(named(still) + language(" standing still", "静止不动")) }
    guard !parts.isEmpty else { return nil }
    if case .dynamicNTK = rotary.scaling {
      parts.append(
        language("in a text of \(positions(shares.targetLength))", "按文本长 \(positions(shares.targetLength))计"))
    }
    return parts.joined(separator: language(", ", "，"))
  }

  private func unseen(_ shares: PairShares, isExtended: Bool) -> String? {
    guard let trained = shares.trainedLength, isExtended || shares.targetLength > trained else { return nil }
    guard let first = shares.firstUnseen else {
      return language("none up to \(positions(shares.targetLength))", "\(positions(shares.targetLength))以内没有")
    }
    return language(
      "from position \(Numerals.grouped(first)) on, in \(shares.unseenCount) pairs",
      "从位置 \(Numerals.grouped(first)) 起，共 \(shares.unseenCount) 对")
  }

  private func ends(_ range: ClosedRange<Double>) -> String {
    "\(Numerals.significant(range.lowerBound)) … \(Numerals.significant(range.upperBound))"
  }

  /// «29 pairs (35–63)».
  private func named(_ share: PairShares.Share) -> String {
    let run = share.count == 1 ? "\(share.first)" : "\(share.first)–\(share.last)"
    return language("\(share.count) pair\(share.count == 1 ? "" : "s") (\(run))", "\(share.count) 对（\(run)）")
  }
}
