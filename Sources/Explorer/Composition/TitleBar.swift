import Checkpoints
public import Encodings
import Screen

/// The first row: the program, the encoding in a few words, the model, and its lengths.
struct TitleBar {
  let exploration: Exploration

  func draw(in frame: inout Frame, _ area: Area, _ look: Look) {
    frame.fill(area, with: look.blank(on: .bar))
    // What is cut ends in an ellipsis; where not all fits, the program's name goes first and the model's last.
    let (encoding, model, group) = (encoding, model, group)
    let program = " ropescope  "
    let fits = Screen.columns(of: program + encoding + model + group) <= area.columns
    let start = fits ? program : " "
    let room = area.columns - Screen.columns(of: start) - Screen.columns(of: model)
    let words: [(text: String, style: Style)] = [
      (start, look.style(.heading, on: .bar, .bold)),
      (fits ? encoding : shortened(encoding, columns: max(Self.leastColumns, room)), look.style(.text, on: .bar)),
      (model, look.style(.accent, on: .bar, .bold)), (group, look.style(.accent, on: .bar)),
    ]
    var column = 0
    for (text, style) in words {
      let cut = shortened(text, columns: area.columns - column)
      guard cut == text || cut.hasSuffix("…") else { break }
      column = frame.write(cut, row: area.row, column: column, style: style, in: area)
    }
    let lengths = self.lengths
    let end = area.columns - Screen.columns(of: lengths) - 1
    guard column + 2 <= end else { return }
    frame.write(lengths, row: area.row, column: end, style: look.style(.muted, on: .bar), in: area)
  }

  /// The fewest columns in which a cut encoding still says something.
  private static let leastColumns = 8

  /// The encoding in a few words, and whether it is no longer the model's; of a table that learns, how far it is.
  private var encoding: String {
    let (scene, language) = (exploration.scene, exploration.language)
    guard let training = scene.training else {
      return language.summary(of: scene.encoding) + (scene.isOverridden ? language(" (changed)", "（已修改）") : "")
    }
    let (rows, loss) = (training.rowCount, Numerals.fixed(training.loss, decimals: 3))
    return language(
      "a table of \(rows) rows trained here · step \(training.step) · loss \(loss)",
      "此处训练的 \(rows) 行小表 · 第 \(training.step) 步 · 损失 \(loss)")
  }

  /// The model opened; none of a table that learns, which is no model's.
  private var model: String {
    guard exploration.scene.training == nil, let model = exploration.scene.subject.model else { return "" }
    return "   " + exploration.language.name(ofSource: model.name)
  }

  /// The group of layers, where the model has several.
  private var group: String {
    let scene = exploration.scene
    guard !model.isEmpty, scene.subject.model?.groups.count ?? 0 > 1, let group = scene.subject.group(scene.group)
    else { return "" }
    return " · " + visible(group.name)
  }

  /// «trained 8 192 → 131 072 tokens», as far as it is known.
  private var lengths: String {
    let language = exploration.language
    let scene = exploration.scene
    guard scene.training == nil, let trained = scene.trainedLength else { return "" }
    if let most = scene.maxLength, most > trained {
      return language(
        "extended \(Numerals.grouped(trained)) → \(Numerals.grouped(most)) tokens",
        "扩展 \(Numerals.grouped(trained)) → \(Numerals.grouped(most)) 词元")
    }
    return language("trained \(Numerals.grouped(trained)) tokens", "训练长度 \(Numerals.grouped(trained)) 词元")
  }
}

extension Language {
  /// An encoding in a few words: «rope · half-split · llama3 ×8».
  public func summary(of encoding: Encoding) -> String {
    let dot = " · "
    if let rotary = encoding.rotary {
      var parts = [encoding.scheme.rawValue, rotary.layout.rawValue]
      if rotary.rotaryDimension != rotary.dimension {
        parts.append(
          self("\(rotary.rotaryDimension) of \(rotary.dimension)", "\(rotary.rotaryDimension)/\(rotary.dimension) 维"))
      }
      if rotary.scaling != .none { parts.append(rotary.scaling.summary) }
      return parts.joined(separator: dot)
    }
    switch encoding {
    case .sinusoidal(let sinusoidal):
      return [encoding.scheme.rawValue, sinusoidal.layout.rawValue, sinusoidal.ladder.rawValue].joined(separator: dot)
    default: return encoding.scheme.rawValue
    }
  }
}

extension Scaling {
  /// «llama3 ×8»; of a morph its ends and the share: «none → yarn ×8, t = 0.37».
  var summary: String {
    if case .morph(let morph) = self {
      return "\(morph.from.summary) → \(morph.to.summary), t = \(Numerals.plain(morph.share))"
    }
    guard let factor else { return name }
    return "\(name) ×\(Numerals.significant(factor, digits: 4))"
  }
}
