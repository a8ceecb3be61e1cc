import ArgumentParser
import Checkpoints
import Encodings
import Explorer
import Screen

/// The options that make or change an encoding. Names follow the keys of Hugging Face configs.
struct EncodingArguments: ParsableArguments {
  @Option(help: .scheme)
  var scheme: String?
  @Option(
    parsing: .unconditional,
    help: .spoken("Features of one head (rope) or of the vector (sinusoidal).", "每个头的维数（rope）或向量的维数（sinusoidal）。"))
  var dim: String?
  @Option(
    parsing: .unconditional,
    help: .spoken("Base of the frequencies; 5e5 and 500k are the same.", "频率的底数；可写 5e5 或 500k。"))
  var base: String?
  @Option(help: .spoken("Which features make a pair: interleaved or half-split.", "哪些特征成对：interleaved 或 half-split。"))
  var layout: String?
  @Option(help: .spoken("Ladder of the sinusoids' frequencies: paper or endpoint.", "正弦频率的递减方式：paper 或 endpoint。"))
  var ladder: String?
  @Option(
    parsing: .unconditional, help: .spoken("Features that are turned, when not all of them are.", "被旋转的维数（不是全部旋转时）。"))
  var rotaryDim: String?
  @Option(
    help: .spoken(
      "Context extension: none, linear, ntk, dynamic, by-parts, yarn, longrope, llama3, proportional.",
      "上下文扩展：none、linear、ntk、dynamic、by-parts、yarn、longrope、llama3、proportional。"))
  var scaling: String?
  @Option(parsing: .unconditional, help: .spoken("By how much the extension lengthens the context.", "扩展把上下文加长到多少倍。"))
  var factor: String?
  @Option(
    parsing: .unconditional, help: .spoken("Training context before the extension, in tokens.", "扩展之前的训练上下文长度（词元数）。"))
  var originalLength: String?
  @Option(
    parsing: .unconditional,
    help: .spoken("YaRN and by-parts: turns above which a pair is left alone.", "YaRN 与 by-parts：圈数超过此值的特征对保持不变。"))
  var betaFast: String?
  @Option(
    parsing: .unconditional,
    help: .spoken(
      "YaRN and by-parts: turns below which a pair is interpolated whole.", "YaRN 与 by-parts：圈数低于此值的特征对完全插值。"))
  var betaSlow: String?
  @Option(
    parsing: .unconditional,
    help: .spoken("Factor on cosines and sines, in place of the extension's own.", "余弦与正弦的系数，代替扩展自身的系数。"))
  var attentionFactor: String?
  @Option(parsing: .unconditional, help: .spoken("Llama 3: low_freq_factor.", "Llama 3 的 low_freq_factor。"))
  var lowFreqFactor: String?
  @Option(parsing: .unconditional, help: .spoken("Llama 3: high_freq_factor.", "Llama 3 的 high_freq_factor。"))
  var highFreqFactor: String?
  @Flag(
    inversion: .prefixedNo, help: .spoken("YaRN: round the ends of the ramp to whole pairs.", "YaRN：把过渡区两端取整到整数特征对。"))
  var truncate: Bool?
  @Option(
    help: .spoken(
      "Show the way from that extension to another one, such as yarn,factor=8,original=4096.",
      "显示从该扩展到另一扩展的过渡，例如 yarn,factor=8,original=4096。"))
  var morph: String?
  @Option(parsing: .unconditional, help: .spoken("Share of that way, from 0 to 1.", "过渡的份额，0 到 1。"))
  var share: String?
  @Option(
    parsing: .unconditional,
    help: .spoken("Sequence length that dynamic and LongRoPE look at.", "dynamic 与 LongRoPE 所看的序列长度。"))
  var length: String?
  @Option(parsing: .unconditional, help: .spoken("Attention heads (alibi, kerple).", "注意力头的个数（alibi、kerple）。"))
  var heads: String?
  @Option(parsing: .unconditional, help: .spoken("Buckets of distance (t5, deberta).", "距离的桶数（t5、deberta）。"))
  var numBuckets: String?
  @Option(
    parsing: .unconditional,
    help: .spoken("Distance from which all are alike (t5, deberta, shaw).", "从此距离起不再区分（t5、deberta、shaw）。"))
  var maxDistance: String?
  @Flag(
    inversion: .prefixedNo, help: .spoken("t5: buckets of their own for keys after the query.", "t5：查询之后的键另用一组桶。"))
  var bidirectional: Bool?
  @Option(
    parsing: .unconditional,
    help: .spoken("xpos: γ of the decays ζ = (2i/d + γ) / (1 + γ).", "xpos：衰减 ζ = (2i/d + γ) / (1 + γ) 中的 γ。"))
  var gamma: String?
  @Option(
    parsing: .unconditional,
    help: .spoken("xpos: positions over which a pair decays by its ζ.", "xpos：特征对衰减到 ζ 倍所需的位置数。"))
  var scaleBase: String?
  @Option(help: .spoken("Group of layers, where a model's layers differ.", "层组（各层不同时）。"))
  var group: String?
  @Option(parsing: .unconditional, help: .spoken("Layer, from 0, where a model's layers differ.", "层，从 0 数起（各层不同时）。"))
  var layer: String?

  /// What was asked for.
  func options(_ language: Language) throws -> EncodingOptions {
    let read = OptionReader(language: language)
    var options = EncodingOptions(
      scheme: try read.name("--scheme", .scheme, scheme, Scheme.self), dimension: try read.whole("--dim", dim),
      base: try read.number("--base", base), layout: try read.name("--layout", .layout, layout, PairLayout.self),
      rotaryDimension: try read.whole("--rotary-dim", rotaryDim),
      ladder: try read.name("--ladder", .ladder, ladder, Ladder.self), length: try read.whole("--length", length))
    options.scaling.name = scaling
    options.scaling.factor = try read.number("--factor", factor)
    options.scaling.originalLength = try read.whole("--original-length", originalLength)
    options.scaling.betaFast = try read.number("--beta-fast", betaFast)
    options.scaling.betaSlow = try read.number("--beta-slow", betaSlow)
    options.scaling.attentionFactor = try read.number("--attention-factor", attentionFactor)
    options.scaling.lowFreqFactor = try read.number("--low-freq-factor", lowFreqFactor)
    options.scaling.highFreqFactor = try read.number("--high-freq-factor", highFreqFactor)
    options.scaling.truncate = truncate
    options.share = try read.number("--share", share)
    options.morph = try read.scaling("--morph", morph)
    options.schemes = SchemeOptions(
      heads: try read.whole("--heads", heads), buckets: try read.whole("--num-buckets", numBuckets),
      maxDistance: try read.whole("--max-distance", maxDistance), bidirectional: bidirectional,
      gamma: try read.number("--gamma", gamma), scaleBase: try read.number("--scale-base", scaleBase))
    return options
  }
}
