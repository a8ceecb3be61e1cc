import ArgumentParser
import Checkpoints
import Encodings
import Explorer
import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ArgumentHelp {
  /// What can be opened.
  static let source = ArgumentHelp.spoken(
    "A catalogue name, a config.json, a .safetensors or .npy file, a model's folder, or - for a config on standard input.",
    "模型库中的名称、config.json、.safetensors 或 .npy 文件、模型文件夹，或 -（从标准输入读取配置）。")
  /// The schemes that options alone can make.
  static let scheme = ArgumentHelp.spoken(
    "Scheme: \(list(Scheme.allCases.filter { $0 != .learned })). Learned tables come with a SOURCE.",
    "方案：\(list(Scheme.allCases.filter { $0 != .learned }))。可学习位置表随来源给出。")
  /// The views there are.
  static let view = ArgumentHelp.spoken("The view: \(list(ViewName.allCases)).", "视图：\(list(ViewName.allCases))。")
  /// The views that have a figure.
  static let viewOfFigure = ArgumentHelp.spoken(
    "The view: \(list(ViewName.allCases.filter { $0 != .code })).",
    "视图：\(list(ViewName.allCases.filter { $0 != .code }))。")
  /// The scenes there are to begin with.
  static let preset = ArgumentHelp.spoken(
    "Show a scene that comes with the program: \(list(Preset.all.map(\.name))).",
    "显示程序自带的场景：\(list(Preset.all.map(\.name)))。")
  /// What numbers there are.
  static let kind = ArgumentHelp.spoken(
    "\(list(DataKind.allCases)); or a view.", "\(list(DataKind.allCases))；或视图的名称。")

  /// Names, one after another.
  private static func list(_ names: [some RawRepresentable<String>]) -> String { list(names.map(\.rawValue)) }

  private static func list(_ names: [String]) -> String {
    names.joined(separator: Language.ofHelp(", ", "、"))
  }
}

/// The language of what people read: the flag, else `config.yaml`, else the locale, else English.
struct LanguageOption: ParsableArguments {
  @Option(name: .customLong("lang"), help: .spoken("Language: en or zh.", "语言：en 或 zh。"))
  var name: String?

  func language() throws -> Language {
    guard let name else { return .settled }
    guard let language = Language(rawValue: name) else {
      throw Failure(unknown: .language, name, among: Language.allCases.map(\.rawValue), .settled)
    }
    return language
  }
}

extension Language {
  /// The language of a command line that was not understood: that of its `--lang`, else what is settled.
  static func spoken(by words: [String]) -> Language {
    for (index, word) in words.enumerated() {
      let next = words.dropFirst(index + 1).first
      let name = word == "--lang" ? next : word.hasPrefix("--lang=") ? String(word.dropFirst(7)) : nil
      if let language = name.flatMap(Language.init(rawValue:)) { return language }
    }
    return .settled
  }

  /// What `config.yaml` says, else the locale.
  static let settled = SettingsFinder.own.settings.language ?? ofLocale

  /// What the locale says.
  private static var ofLocale: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment(name), !value.isEmpty else { continue }
      return value.hasPrefix("zh") ? .chinese : .english
    }
    return .english
  }
}

/// A variable of the environment.
func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

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

/// Reads typed numbers and names, and says which option was wrong.
struct OptionReader {
  let language: Language

  func whole(_ option: String, _ text: String?) throws -> Int? {
    guard let text else { return nil }
    guard let value = NumberParser.whole(text) else { throw notAWholeNumber(option, text) }
    return value
  }

  func number(_ option: String, _ text: String?) throws -> Double? {
    guard let text else { return nil }
    let names: [String: Double] = ["inf": .infinity, "infinity": .infinity, "-inf": -.infinity, "nan": .nan]
    guard let value = NumberParser.number(text) ?? names[text.lowercased()] else {
      throw notANumber(option, text)
    }
    return value
  }

  func name<Names: RawRepresentable & CaseIterable>(
    _ option: String, _ kind: Notice.NameKind, _ text: String?, _ type: Names.Type
  ) throws -> Names? where Names.RawValue == String {
    guard let text else { return nil }
    guard let value = Names(rawValue: text.lowercased()) else {
      throw Failure(unknown: kind, text, among: Names.allCases.map(\.rawValue), language)
    }
    return value
  }

  /// An extension's name and its parameters.
  func scaling(_ option: String, _ text: String?) throws -> ScalingOptions? {
    guard let text else { return nil }
    do throws(CommandParser.Refusal) {
      return try ScalingOptions(text)
    } catch {
      throw Failure(.usage, "\(option): " + language.sentence(for: error.notice))
    }
  }

  /// A position, 0 … the last.
  func position(_ option: String, _ text: String?) throws -> Int? {
    guard let position = try whole(option, text) else { return nil }
    guard (0...Window.lastPosition).contains(position) else {
      throw Failure(.usage, "\(option): " + language.sentence(for: .positionOutOfRange(text ?? "")))
    }
    return position
  }

  /// An index, 0 ..< count.
  func index(_ option: String, _ counted: Notice.Counted, _ index: Int, below count: Int) throws -> Int {
    guard index >= 0, index < count else {
      throw Failure(.usage, "\(option): " + language.sentence(for: .outOfRange(counted, index, count: count)))
    }
    return index
  }

  /// A screen, columns by rows: «120x40».
  func size(_ text: String) throws -> Size {
    let parts = text.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...1000).contains(columns),
      (1...1000).contains(rows)
    else {
      throw Failure(
        .usage,
        language(
          "--size takes columns and rows from 1 to 1000, such as 120x40; got «\(visible(text))».",
          "--size 取列数与行数（1 到 1000），例如 120x40；给出的是“\(visible(text))”。"))
    }
    return Size(rows: rows, columns: columns)
  }

  /// How much faster or slower than usual a lesson plays itself.
  func pace(_ text: String?) throws -> Double? {
    guard let pace = try number("--pace", text) else { return nil }
    guard (0.25...8).contains(pace) else {
      throw Failure(
        .usage,
        language(
          "--pace takes 0.25 (slow) to 8 (fast); got «\(visible(text ?? ""))».",
          "--pace 取 0.25（慢）到 8（快）；给出的是“\(visible(text ?? ""))”。"))
    }
    return pace
  }

  /// Positions «start:stop», or «start:» for one in each row.
  func window(_ option: String, _ text: String) throws -> Window {
    if text.hasSuffix(":"), let start = NumberParser.whole(String(text.dropLast())),
      (0...Window.lastPosition).contains(start)
    {
      return Window(start: start)
    }
    guard let range = NumberParser.range(text), range.lowerBound >= 0, range.upperBound <= Window.lastPosition + 1
    else {
      let end = Numerals.grouped(Window.lastPosition + 1)
      throw Failure(
        .usage,
        language(
          "\(option) takes start:stop within 0 … \(end), stop excluded, such as 0:4096; got «\(visible(text))».",
          "\(option) 取 start:stop（不含 stop），范围 0 … \(end)，例如 0:4096；给出的是“\(visible(text))”。"))
    }
    return Window(start: range.lowerBound, count: range.count)
  }

  /// What followed an option is not what it takes.
  func badRange(_ option: String, _ text: String, example: String) -> Failure {
    Failure(.usage, language.sentence(for: .badArgument(command: option, argument: text, example: example)))
  }

  private func notAWholeNumber(_ option: String, _ text: String) -> Failure {
    let text = visible(text)
    return Failure(
      .usage,
      language(
        "\(option) needs a whole number, such as 128 or 2^20; got «\(text)».",
        "\(option) 需要整数，例如 128 或 2^20；给出的是“\(text)”。"))
  }

  private func notANumber(_ option: String, _ text: String) -> Failure {
    let text = visible(text)
    return Failure(
      .usage,
      language(
        "\(option) needs a number, such as 10000 or 5e5; got «\(text)».",
        "\(option) 需要数，例如 10000 或 5e5；给出的是“\(text)”。"))
  }
}
