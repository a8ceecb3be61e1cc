import Checkpoints
import Encodings
import Screen

extension Scene {
  /// The arguments with which the program shows this scene again: the source, what of its encoding was changed, and
  /// what is looked at, as far as it differs from a first look.
  ///
  ///     ["llama-3.1-8b", "--base", "10000", "--view", "dials", "--position", "4096"]
  public var arguments: [String] { arguments(source: { $0 }, theme: { $0 }) }

  /// The same, with sources and the theme spelled anew: for a folder in which their paths would not be found.
  public func arguments(source spelledSource: (String) -> String, theme spelledTheme: (String) -> String) -> [String]
  {
    let own = subject.group(group)?.encoding
    var first = firstLook
    var list = OptionList()
    if let source = subject.argument { list.arguments.append(spelledSource(source)) }
    let isOneOfSeveral = (subject.model?.groups.count ?? 0) > 1
    if group != 0 || isOneOfSeveral && isOverridden { list.add("group", subject.group(group)?.name) }
    if let training {
      list.add("train", "\(training.step),\(training.seed)")
    } else {
      list.add(EncodingOptions(making: encoding, from: own))
    }
    if view != first.view { list.add("view", view.rawValue) }
    if arrangement != first.arrangement || companion != nil {
      list.add("split", ([arrangement.rawValue] + (companion.map { [$0.rawValue] } ?? [])).joined(separator: ","))
    }
    if window != first.window {
      first.position = window.start
      list.add("positions", "\(window.start):" + (window.count.map { "\(window.start + $0)" } ?? ""))
    }
    if position != first.position { list.add("position", "\(position)") }
    if secondPosition != first.secondPosition { list.add("second", "\(secondPosition)") }
    if pair != first.pair { list.add("pair", "\(pair)") }
    if let columns { list.add("columns", "\(columns.lowerBound):\(columns.upperBound)") }
    if component != first.component { list.add("component", component.rawValue) }
    if head != first.head { list.add("head", "\(head)") }
    if measure != first.measure { list.add("measure", measure.rawValue) }
    if let targetLength, targetLength >= leastTarget { list.add("target", "\(targetLength)") }
    switch counterpart {
    case .model(let other): list.add("with", other.argument.map(spelledSource))
    case .options(let options):
      // Options that no longer fit the scheme have nothing to show.
      if compared != nil { list.add("with", OptionList(options).words) }
    case nil: break
    }
    if tolerance != first.tolerance { list.add("tolerance", Numerals.plain(tolerance)) }
    if format != first.format { list.add("dtype", format.rawValue) }
    if cast != first.cast { list.add("cast", cast.rawValue) }
    add(attentionTo: &list, from: first)
    if dialect != first.dialect { list.add("for", dialect.rawValue) }
    if catalogue.page != first.catalogue.page { list.add("page", catalogue.page.rawValue) }
    if !catalogue.filter.isEmpty { list.add("filter", catalogue.filter) }
    if catalogue.entry != 0 { list.add("entry", "\(catalogue.entry)") }
    if isMagnified { list.arguments.append("--magnify") }
    if theme != Self.usualTheme { list.add("theme", spelledTheme(theme)) }
    return list.arguments
  }

  /// The scene that source and encoding alone make.
  public var firstLook: Scene {
    let usual = subject.group(group)?.encoding ?? (try? EncodingOptions().applied(to: nil)) ?? encoding
    var first = Scene(subject: subject, group: group, encoding: training == nil ? encoding : usual, theme: theme)
    if let training { first.show(training) }
    return first
  }

  /// What the views of attention and of the pipeline look at.
  private func add(attentionTo list: inout OptionList, from first: Scene) {
    list.add("sentence", sentence?.text)
    if isCausal { list.arguments.append("--causal") }
    if face != first.face { list.add("show", face.rawValue) }
    if shift != first.shift { list.add("shift", "\(shift)") }
  }

  /// The theme of a program that was told nothing.
  public static let usualTheme = "midnight"
}

/// Options with their values, one after another.
private struct OptionList {
  var arguments: [String] = []

  init() {}

  init(_ options: EncodingOptions) { add(options) }

  /// The options as `Comparand` reads them: the extension's name, then words of the form key=value.
  var words: String {
    var words: [String] = []
    var key = ""
    for argument in arguments {
      if argument == "--truncate" || argument == "--no-truncate" {
        words.append("truncate=\(argument == "--truncate")")
      } else if argument.hasPrefix("--") {
        key = String(argument.dropFirst(2))
        if key.contains("=") { words.append(key) }
      } else if key == "scaling" {
        words.insert(argument, at: 0)
      } else {
        words.append("\(key)=\(argument)")
      }
    }
    return words.joined(separator: " ")
  }

  mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    // A value that begins with a dash would be taken for an option.
    arguments += value.hasPrefix("-") ? ["--\(name)=\(value)"] : ["--\(name)", value]
  }

  mutating func add(_ options: EncodingOptions) {
    add("scheme", options.scheme?.rawValue)
    add("dim", options.dimension.map(String.init))
    add("base", options.base.map(Numerals.plain))
    add("layout", options.layout?.rawValue)
    add("ladder", options.ladder?.rawValue)
    add("rotary-dim", options.rotaryDimension.map(String.init))
    let scaling = options.scaling
    add("scaling", scaling.name)
    add("factor", scaling.factor.map(Numerals.plain))
    add("original-length", scaling.originalLength.map(String.init))
    add("beta-fast", scaling.betaFast.map(Numerals.plain))
    add("beta-slow", scaling.betaSlow.map(Numerals.plain))
    add("attention-factor", scaling.attentionFactor.map(Numerals.plain))
    add("low-freq-factor", scaling.lowFreqFactor.map(Numerals.plain))
    add("high-freq-factor", scaling.highFreqFactor.map(Numerals.plain))
    if let truncate = scaling.truncate { arguments.append(truncate ? "--truncate" : "--no-truncate") }
    add("morph", options.morph.map { OptionList(EncodingOptions(scaling: $0)).words.replacing(" ", with: ",") })
    add("share", options.share.map(Numerals.plain))
    add("length", options.length.map(String.init))
    add("heads", options.schemes.heads.map(String.init))
    add("num-buckets", options.schemes.buckets.map(String.init))
    add("max-distance", options.schemes.maxDistance.map(String.init))
    add("gamma", options.schemes.gamma.map(Numerals.plain))
    add("scale-base", options.schemes.scaleBase.map(Numerals.plain))
    if let both = options.schemes.bidirectional { arguments.append(both ? "--bidirectional" : "--no-bidirectional") }
  }
}
