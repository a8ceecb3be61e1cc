import Checkpoints
public import Encodings
import Screen

/// The first row: the program, the encoding in a few words, the model, and its lengths.
struct TitleBar {
  let exploration: Exploration

  func draw(in frame: inout Frame, _ area: Area, _ look: Look) {
    frame.fill(area, with: look.blank(on: .bar))
    let scene = exploration.scene
    let language = exploration.language
    var words: [(text: String, style: Style)] = [
      (" ropescope  ", look.style(.heading, on: .bar, .bold)),
      (
        language.summary(of: scene.encoding) + training + (scene.isOverridden ? language(" (changed)", "（已修改）") : ""),
        look.style(.text, on: .bar)
      ),
    ]
    if let model = scene.subject.model {
      words.append(("   " + language.name(ofSource: model.name), look.style(.accent, on: .bar, .bold)))
      if model.groups.count > 1, let group = scene.subject.group(scene.group) {
        words.append((" · " + group.name, look.style(.accent, on: .bar)))
      }
    }
    var column = 0
    for (text, style) in words { column = frame.write(text, row: area.row, column: column, style: style, in: area) }
    let lengths = self.lengths
    let start = area.columns - Screen.columns(of: lengths) - 1
    guard column + 2 <= start else { return }
    frame.write(lengths, row: area.row, column: start, style: look.style(.muted, on: .bar), in: area)
  }

  /// «step 120 · loss 1.234» of a table that learns.
  private var training: String {
    guard let training = exploration.scene.training else { return "" }
    let loss = Numerals.fixed(training.loss, decimals: 3)
    return exploration.language(" · step \(training.step) · loss \(loss)", " · 第 \(training.step) 步 · 损失 \(loss)")
  }

  /// «trained 8 192 → 131 072 tokens», as far as it is known.
  private var lengths: String {
    let language = exploration.language
    let scene = exploration.scene
    guard let trained = scene.trainedLength else { return "" }
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
