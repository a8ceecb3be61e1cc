import Checkpoints
import Encodings
import Screen

/// The first row: the program, the encoding in a few words, the model, and its lengths.
struct TitleBar {
  let exploration: Exploration

  func draw(in frame: inout Frame, _ area: Area, _ look: Look) {
    frame.fill(area, with: look.blank(on: .bar))
    let scene = exploration.scene
    let language = exploration.language
    let column = frame.write(" ropescope  ", row: area.row, column: 0, style: look.style(.heading, on: .bar, .bold))
    let lengths = self.lengths
    let room = area.columns - Screen.columns(of: lengths) - 3
    var left = language.summary(of: scene.encoding)
    if scene.isOverridden { left += language(" (changed)", "（已修改）") }
    var inner = Area(row: area.row, column: 0, rows: 1, columns: max(0, room))
    if room < column + 24 { inner = area }
    var next = frame.write(left, row: area.row, column: column, style: look.style(.text, on: .bar), in: inner)
    if let model = scene.subject.model {
      next = frame.write(
        "   " + model.name, row: area.row, column: next, style: look.style(.accent, on: .bar, .bold), in: inner)
      if model.groups.count > 1, let group = scene.subject.group(scene.group) {
        next = frame.write(
          " · " + group.name, row: area.row, column: next, style: look.style(.accent, on: .bar), in: inner)
      }
    }
    if inner != area {
      frame.write(
        lengths, row: area.row, column: area.columns - Screen.columns(of: lengths) - 1,
        style: look.style(.muted, on: .bar))
    }
  }

  /// «trained 8 192 → 131 072 tokens», as far as it is known.
  private var lengths: String {
    let language = exploration.language
    let scene = exploration.scene
    guard let trained = scene.trainedLength else { return "" }
    if let most = scene.maxLength, most != trained {
      return language(
        "trained \(Numerals.grouped(trained)) → \(Numerals.grouped(most)) tokens",
        "训练 \(Numerals.grouped(trained)) → \(Numerals.grouped(most)) 词元")
    }
    return language("trained \(Numerals.grouped(trained)) tokens", "训练 \(Numerals.grouped(trained)) 词元")
  }
}

extension Language {
  /// An encoding in a few words: «rope · half-split · llama3 ×8».
  func summary(of encoding: Encoding) -> String {
    let dot = " · "
    switch encoding {
    case .rotary(let rotary):
      var parts = [encoding.scheme.rawValue, rotary.layout.rawValue]
      if rotary.rotaryDimension != rotary.dimension {
        parts.append(
          self("\(rotary.rotaryDimension) of \(rotary.dimension)", "\(rotary.rotaryDimension)/\(rotary.dimension) 维"))
      }
      if rotary.scaling != .none { parts.append(rotary.scaling.summary) }
      return parts.joined(separator: dot)
    case .sinusoidal(let sinusoidal):
      return [encoding.scheme.rawValue, sinusoidal.layout.rawValue, sinusoidal.ladder.rawValue].joined(separator: dot)
    default: return encoding.scheme.rawValue
    }
  }
}

extension Scaling {
  /// «llama3 ×8».
  var summary: String {
    guard let factor else { return name }
    return "\(name) ×\(Numerals.significant(factor, digits: 4))"
  }
}
