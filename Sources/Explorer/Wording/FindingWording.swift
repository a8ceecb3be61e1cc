public import Checkpoints
import Encodings
import Screen

extension Language {
  /// What was found, as one sentence with its values; text from the config is made visible.
  public func sentence(for finding: Finding) -> String {
    let what = sentence(finding.concern)
    guard let group = finding.group else { return what }
    return self("\(visible(group)): ", "\(visible(group))：") + what
  }

  private func sentence(_ concern: Finding.Concern) -> String {
    switch concern {
    case .layoutFromFamily(let layout, let family):
      self(
        "The family \(visible(family)) pairs features \(layout.rawValue); a config cannot say so.",
        "\(visible(family)) 系列按 \(layout.rawValue) 配对特征；配置无法说明这一点。")
    case .layoutAssumed(let family):
      self(
        "The family \(visible(family ?? "?")) is not known; half-split pairs are assumed.",
        "未知的系列 \(visible(family ?? "?"))；假定按 half-split 配对。")
    case .unknownKey(let key, let nearest):
      self("Nothing reads the key «\(visible(key))».", "没有软件读取键“\(visible(key))”。") + suggestion(nearest)
    case .repeatedKey(let line):
      self("The key stands again in line \(line); the last value applies.", "该键在第 \(line) 行再次出现；以最后的值为准。")
    case .legacyName(let old, let standard):
      self("«\(visible(old))» is an older name of \(standard).", "“\(visible(old))”是 \(standard) 的旧名。")
    case .conflict(let winner, let value, let loser, let lost):
      self(
        "\(visible(winner)) is \(words(value)) and \(visible(loser)) is \(words(lost)); the first applies.",
        "\(visible(winner)) 为 \(words(value))，\(visible(loser)) 为 \(words(lost))；以前者为准。")
    case .misleadingKey(let value):
      self("The key says \(visible(value)); this family does not use it.", "该键为 \(visible(value))，但此系列不使用它。")
    case .defaultTaken(let value):
      self("The key is not stated; \(plain(value)) is taken.", "没有给出该键；取 \(plain(value))。")
    case .refused(let by): self("\(by) refuses this file.", "\(by) 拒绝此文件。")
    case .baseInNewKeyOnly(let base, let fallback):
      self(
        "The base \(plain(base)) is in rope_parameters alone; software that reads rope_theta takes \(plain(fallback)).",
        "底数 \(plain(base)) 只在 rope_parameters 中；只读 rope_theta 的软件会取 \(plain(fallback))。")
    case .baseNotStated(let base):
      self("The base is not stated; this family's is \(plain(base)).", "没有给出底数；此系列为 \(plain(base))。")
    case .originalLengthAssumed(let length):
      self(
        "The length before extension is not stated; \(length) is taken, as transformers does.",
        "未写明扩展前的长度；按 transformers 的做法取 \(length)。")
    case .trainedLengthAssumed(let length):
      self(
        "Whether \(length) is the length before or after the extension is not stated; it is taken as the one before.",
        "未写明 \(length) 是扩展前还是扩展后的长度；按扩展前理解。")
    case .factorMismatch(let factor, let implied):
      self(
        "The factor is \(plain(factor)) and the ratio of the lengths \(plain(implied)); the factor applies.",
        "倍数为 \(plain(factor))，长度之比为 \(plain(implied))；以倍数为准。")
    case .factorImplied(let factor):
      self(
        "No factor is stated; the ratio of the lengths is taken: \(plain(factor)).", "没有给出倍数；取长度之比：\(plain(factor))。")
    case .scalingIgnored(let factor):
      self("The factor \(plain(factor)) has no effect.", "倍数 \(plain(factor)) 不起作用。")
    case .scalingOnOneGroup(let name):
      self("The extension holds for the layers \(visible(name)) only.", "扩展只作用于 \(visible(name)) 层。")
    case .changesWithLength(let length):
      self(
        "Past \(Numerals.grouped(length)) tokens every frequency changes with the length of the text.",
        "超过 \(Numerals.grouped(length)) 个词元后，每个频率都随文本长度变化。")
    case .switchesFactors(let length):
      self(
        "In texts longer than \(Numerals.grouped(length)) tokens the long factors hold, for every position.",
        "文本超过 \(Numerals.grouped(length)) 个词元时，所有位置都改用长因子。")
    case .attentionFactor(let factor, let origin):
      self("Cosines and sines are multiplied by \(six(factor)), ", "余弦与正弦乘以 \(six(factor))，") + source(origin)
    case .magnitudeIgnored(let value):
      self(
        "The magnitude \(plain(value)) has no effect: mscale and mscale_all_dim count as a pair.",
        "幅度 \(plain(value)) 不起作用：mscale 与 mscale_all_dim 须成对。")
    case .rampNotTruncated:
      self("The ends of YaRN's ramp are not rounded to whole pairs.", "YaRN 过渡区的两端不取整。")
    case .truncateIgnored:
      self("truncate inside a group of layers is not read.", "层组之内的 truncate 不会被读取。")
    case .rampIsStep(let turns):
      self(
        "beta_fast and beta_slow are both \(plain(turns)): the ramp is a step.",
        "beta_fast 与 beta_slow 都是 \(plain(turns))：过渡成为阶跃。")
    case .softmaxScaleMoved(let multiplier, let scale):
      self(
        "The softmax scale is multiplied by \(six(multiplier)) instead of cosines and sines: \(six(scale)).",
        "softmax 缩放乘以 \(six(multiplier))，得 \(six(scale))；余弦与正弦不乘。")
    case .queriesScaledByPosition(let scaling): sentence(scaling)
    case .partialRotary(let rotated, let head):
      self(
        "\(rotated) of \(head) features of each head are turned; the rest see no position.",
        "每个头的 \(head) 个特征中旋转 \(rotated) 个；其余没有位置编码。")
    case .partialRotaryIgnored(let fraction):
      self(
        "A rotated share of \(plain(fraction)) is asked for, and this family turns all.",
        "要求的旋转比例为 \(plain(fraction))，但此系列旋转全部特征。")
    case .explicitHeadDimension(let stated, let derived):
      self(
        "head_dim is \(stated); the model's width over its heads would be \(derived).",
        "head_dim 为 \(stated)；按模型宽度除以头数则为 \(derived)。")
    case .separateRotaryPart(let rotated, let head):
      self(
        "Of the \(head) features of a query, a part of \(rotated) carries position.",
        "查询的 \(head) 个特征中，只有 \(rotated) 个带位置编码。")
    case .sections(let sections, let interleaved):
      self(
        "Pairs are shared out among time, height and width: \(list(sections))\(interleaved ? ", taking turns" : "").",
        "特征对按时间、高、宽分配：\(list(sections))\(interleaved ? "，交错排列" : "")。")
    case .twoDimensionalPositions:
      self("Positions come in two, place and block, half of the pairs each.", "位置有两个：文本中的位置与块内位置，各用一半特征对。")
    case .layersDiffer(let groups):
      self(
        "Groups of layers differ: \(groups.map { visible($0) }.joined(separator: ", ")).",
        "各层组不同：\(groups.map { visible($0) }.joined(separator: "、"))。")
    case .layersWithoutPosition(let count, let all):
      self("\(count) of \(all) layers see no position.", "\(all) 层中有 \(count) 层没有位置编码。")
    case .layerCountMismatch(let listed, let layers):
      self("\(listed) layers are listed; the model has \(layers).", "列出了 \(listed) 层；模型有 \(layers) 层。")
    case .anglesNeedFloat32(let dtype, let length):
      self(
        "The file is \(visible(dtype)); angles up to position \(Numerals.grouped(length)) need float32.",
        "文件为 \(visible(dtype))；到位置 \(Numerals.grouped(length)) 的角度需要 float32。")
    case .tableOffset(let first, let rows, let usable):
      self(
        "Position 0 is row \(first) of \(rows); \(usable) positions can be used.",
        "位置 0 在 \(rows) 行中的第 \(first) 行（从 0 数起）；可用 \(usable) 个位置。")
    case .tableEnds(let positions):
      self(
        "The table ends after \(positions) positions; there is none beyond.", "表在 \(positions) 个位置后结束；之后没有位置。")
    case .tableWidth(let width, let model):
      self("The table is \(width) wide, the model \(model).", "表宽 \(width)，模型宽 \(model)。")
    case .tableIsSinusoidal(let ladder, let layout, let difference):
      self(
        "The table is computed, not learned: \(ladder.rawValue) ladder, \(layout.rawValue), within \(three(difference)).",
        "此表是计算得到的，不是训练得到的：\(ladder.rawValue) 频率阶梯，\(layout.rawValue)，误差 \(three(difference)) 以内。")
    case .valuesInCheckpoint:
      self("The learned values are in the checkpoint, not in the config.", "训练得到的数值在检查点中，不在配置中。")
    case .sinusoidalForm(let ladder, let layout):
      self(
        "Sinusoids on the \(ladder.rawValue) ladder, \(layout.rawValue); other software uses others.",
        "正弦编码采用 \(ladder.rawValue) 频率阶梯、\(layout.rawValue)；其他软件可能不同。")
    case .slopesInterleaved(let heads):
      self(
        "\(heads) heads are no power of two: slopes of the next lower one come first, then every second of the next.",
        "头数 \(heads) 不是 2 的幂：先取较小 2 的幂的斜率，再隔一取较大者的斜率。")
    case .biasRounded: self("The bias is rounded to bfloat16.", "偏置舍入到 bfloat16。")
    case .biasForm(let form): self("The bias counts \(name(of: form)).", "偏置\(name(of: form))。")
    case .disentangledTerms(let terms, let isAdded):
      self("The score's position terms: \(terms.joined(separator: ", "))", "得分中的位置项：\(terms.joined(separator: "、"))")
        + (isAdded ? self("; a table is added to the input as well.", "；输入另加位置表。") : self(".", "。"))
    case .distancesClamped(let distance):
      self("Distances beyond \(distance) are alike.", "超过 \(distance) 的距离不再区分。")
    case .decidedBySize(let alternative):
      self(
        "No key tells this family's variants apart; decided by size, it could be \(alternative).",
        "没有键区分此系列的变体；按规模判断，也可能是 \(alternative)。")
    case .remoteCode(let family):
      self(
        "The code of \(visible(family)) comes with the model; what is known of it is taken.",
        "\(visible(family)) 的代码随模型发布；采用已知的做法。")
    case .partRead(let part):
      self("The positions of \(visible(part)) are read; other parts are not.", "读取 \(visible(part)) 的位置编码；其余部分未读取。")
    }
  }

  private func words(_ value: Finding.Value) -> String {
    switch value {
    case .number(let number): plain(number)
    case .text(let text): visible(text)
    }
  }

  private func sentence(_ scaling: QueryScaling) -> String {
    switch scaling {
    case .none: self("Queries are not multiplied.", "查询不乘任何倍数。")
    case .ministral3(let beta, let length):
      self(
        "Queries are multiplied by 1 + \(plain(beta)) · ln(1 + ⌊p / \(plain(length))⌋): scores depend on more than the distance.",
        "查询乘以 1 + \(plain(beta)) · ln(1 + ⌊p / \(plain(length))⌋)：得分不只取决于距离。")
    case .llama4(let beta, let length):
      self(
        "On layers without position queries are multiplied by 1 + \(plain(beta)) · ln(1 + ⌊(p + 1) / \(plain(length))⌋).",
        "在没有位置编码的层上，查询乘以 1 + \(plain(beta)) · ln(1 + ⌊(p + 1) / \(plain(length))⌋)。")
    case .qwen(let length):
      self(
        "Past \(plain(length)) tokens queries are multiplied by ln p / ln \(plain(length)): scores depend on more than the distance.",
        "超过 \(plain(length)) 个词元后查询乘以 ln p / ln \(plain(length))：得分不只取决于距离。")
    }
  }

  private func source(_ origin: Finding.AttentionFactorOrigin) -> String {
    switch origin {
    case .stated: self("as the config states.", "由配置给出。")
    case .factor: self("0.1 · ln(factor) + 1.", "即 0.1 · ln(倍数) + 1。")
    case .magnitudes: self("the ratio of mscale and mscale_all_dim.", "即 mscale 与 mscale_all_dim 之比。")
    case .lengths: self("√(1 + ln(factor) / ln(original length)).", "即 √(1 + ln(倍数) / ln(原始长度))。")
    }
  }

  private func name(of form: Finding.BiasForm) -> String {
    switch form {
    case .fromFirstKey: self("from the first key: + slope · key", "从第一个键数起：+ 斜率 · 键位置")
    case .toLastKey: self("to the last key: slope · (key − last)", "数到最后一个键：斜率 · (键 − 末键)")
    case .fromQuery: self("from the query: slope · (key − query)", "从查询数起：斜率 · (键 − 查询)")
    }
  }
}

private func plain(_ value: Double) -> String { Numerals.plain(value) }
private func three(_ value: Double) -> String { Numerals.significant(value) }
private func six(_ value: Double) -> String { Numerals.significant(value, digits: 6) }
private func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ", ") }
