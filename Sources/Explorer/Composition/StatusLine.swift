import Encodings
import Screen

/// The last row: what the person turns, in the spelling of the command line; a notice, a question, or the command being typed.
struct StatusLine {
  let exploration: Exploration

  func draw(in frame: inout Frame, _ area: Area, _ look: Look) {
    frame.fill(area, with: look.blank(on: .bar))
    if case .command(let editor) = exploration.mode {
      let text = String(editor.text)
      type(
        text, cursor: text.index(text.startIndex, offsetBy: editor.cursor), prompt: ":", in: &frame, area, look)
    } else if case .palette(let palette) = exploration.mode {
      type(palette.typed, cursor: palette.typed.endIndex, prompt: "› ", in: &frame, area, look)
    } else if case .asking(let question) = exploration.mode {
      say(exploration.language.sentence(for: question), .heading, in: &frame, area, look)
    } else if let notice = exploration.notice {
      say(
        exploration.language.sentence(for: notice, keymap: exploration.keymap),
        notice.isComplaint ? .error : .good, in: &frame, area, look)
    } else {
      parameters(in: &frame, area, look)
    }
  }

  /// A sentence; a long one takes the rows above as well, for nothing that is said may be cut.
  private func say(_ sentence: String, _ role: Role, in frame: inout Frame, _ area: Area, _ look: Look) {
    let style = look.style(role, on: .bar, .bold)
    let lines = sentence.split(separator: "\n").flatMap { wrapped(String($0), columns: area.columns - 2) }
    for (index, line) in lines.suffix(area.row).enumerated() {
      let row = Area(
        row: area.row - lines.suffix(area.row).count + 1 + index, column: 0, rows: 1, columns: area.columns)
      frame.fill(row, with: look.blank(on: .bar))
      frame.write(line, row: row.row, column: 1, style: style, in: row)
    }
  }

  /// `d=128 base=500000 pos=4096` and the scheme's name; at the right the keys that matter most.
  private func parameters(in frame: inout Frame, _ area: Area, _ look: Look) {
    var column = 0
    for segment in Self.segments(of: exploration) {
      column = frame.write(
        segment.text, row: area.row, column: column, style: look.style(segment.role, on: .bar, segment.attributes),
        in: area)
    }
    if let reading = exploration.reading {
      let start = max(column + 2, area.columns - Screen.columns(of: reading) - 1)
      frame.write(reading, row: area.row, column: start, style: look.style(.text, on: .bar), in: area)
    } else {
      hints(in: &frame, area, from: column + 2, look)
    }
  }

  /// A number that can be turned where it stands, here or in a picture.
  enum Parameter: Hashable, Sendable { case dimension, base, position, second, head, scaling, shift }

  /// A part of the line, with the parameter that it names.
  private struct Segment {
    let text: String
    let role: Role
    var attributes: Attributes = []
    var parameter: Parameter?
  }

  private static func segments(of exploration: Exploration) -> [Segment] {
    let scene = exploration.scene
    var all: [Segment] = []
    func add(_ text: String, _ parameter: Parameter) {
      all.append(Segment(text: " " + text, role: .accent, attributes: .bold, parameter: parameter))
    }
    if let dimension = scene.encoding.dimension { add("d=\(dimension)", .dimension) }
    if let base = scene.encoding.base { add("base=\(shortBase(base))", .base) }
    add("pos=\(scene.position)", .position)
    if scene.secondPosition != scene.position {
      all.append(Segment(text: " n=\(scene.secondPosition)", role: .second, parameter: .second))
    }
    if scene.encoding.headCount > 1 {
      all.append(Segment(text: " h=\(scene.head)", role: .text, parameter: .head))
    }
    if case .counting(let count) = exploration.mode {
      all.append(Segment(text: " \(count)×", role: .heading, attributes: .bold))
    }
    if let motion = exploration.motion {
      let word = motion.isPlaying ? exploration.language("playing", "播放") : exploration.language("paused", "暂停")
      let rate = Numerals.significant(motion.rate, digits: 3)
      let name =
        exploration.language.name(of: motion.parameter) + (motion.isStepChosen ? " " + stride(of: motion) : "")
      all.append(Segment(text: " \(word) \(name) \(rate)/s", role: .heading))
    }
    if exploration.isTraining {
      all.append(Segment(text: exploration.language(" training", " 训练中"), role: .heading))
    }
    all.append(Segment(text: " " + scene.encoding.scheme.rawValue, role: .text))
    // What the title says as well gives way to the first keys.
    var spare: [Segment] = []
    if let rotary = scene.encoding.rotary, rotary.scaling != .none {
      spare.append(Segment(text: " " + rotary.scaling.summary, role: .text, parameter: .scaling))
    }
    if scene.isOverridden { spare.append(Segment(text: exploration.language(" changed", " 已改"), role: .second)) }
    let hints = FooterHints(exploration: exploration).all.prefix(FooterHints.leastCount)
    /// How many of the first keys have room after some segments.
    func hintCount(after segments: [Segment]) -> Int {
      var end = segments.reduce(3) { $0 + Screen.columns(of: $1.text) }
      return hints.prefix { hint in
        end += columns(of: hint, asciiOnly: exploration.asciiOnly) + 2
        return end <= exploration.size.columns
      }.count
    }
    while !spare.isEmpty, hintCount(after: all + spare) < hintCount(after: all) { spare.removeFirst() }
    return all + spare
  }

  /// «×1.05», «+10» or «−10».
  private static func stride(of motion: Motion) -> String {
    let step = Numerals.significant(abs(motion.step), digits: 6)
    return motion.isGeometric ? "×" + step : (motion.step < 0 ? "−" : "+") + step
  }

  /// The base in as many digits as stay calm while it moves.
  private static func shortBase(_ base: Double) -> String {
    let exact = Numerals.plain(base)
    return exact.count > 9 && exact.contains(".") ? Numerals.significant(base, digits: 6) : exact
  }

  /// The parameter at a cell of the screen, while the line shows parameters.
  static func parameter(at place: Place, of exploration: Exploration) -> Parameter? {
    guard place.row == exploration.composition.status.row, exploration.notice == nil else { return nil }
    var column = 0
    for segment in segments(of: exploration) {
      column += Screen.columns(of: segment.text)
      if place.column < column { return segment.parameter }
    }
    return nil
  }

  /// How wide a key and its word stand.
  private static func columns(of hint: FooterHints.Hint, asciiOnly: Bool) -> Int {
    Screen.columns(of: hint.key.name(asciiOnly: asciiOnly)) + 1 + Screen.columns(of: hint.word)
  }

  /// The keys that matter most, as many as there is room for: none takes the place of one that matters more.
  private func hints(in frame: inout Frame, _ area: Area, from left: Int, _ look: Look) {
    var shown: [(key: String, word: String)] = []
    var width = 1
    for hint in FooterHints(exploration: exploration).all {
      let key = hint.key.name(asciiOnly: look.asciiOnly)
      let more = Self.columns(of: hint, asciiOnly: look.asciiOnly) + 2
      guard left + width + more <= area.columns else { break }
      shown.append((key, hint.word))
      width += more
    }
    var column = area.columns - width + 1
    for (key, word) in shown {
      column = frame.write(
        key + " ", row: area.row, column: column, style: look.style(.heading, on: .bar, .bold), in: area)
      column = frame.write(word + "  ", row: area.row, column: column, style: look.style(.muted, on: .bar), in: area)
    }
  }

  /// The line being typed, scrolled so that its cursor is in sight.
  private func type(
    _ text: String, cursor: String.Index, prompt: String, in frame: inout Frame, _ area: Area, _ look: Look
  ) {
    let style = look.style(.text, on: .bar)
    let promptEnd = frame.write(
      prompt, row: area.row, column: 0, style: look.style(.accent, on: .bar, .bold), in: area)
    var (start, room) = (cursor, area.columns - promptEnd - 2)
    while start > text.startIndex {
      let before = text.index(before: start)
      room -= Screen.columns(of: text[before..<start])
      if room < 0 { break }
      start = before
    }
    let end = frame.write(text[start..<cursor], row: area.row, column: promptEnd, style: style, in: area)
    frame.write(text[cursor...], row: area.row, column: end, style: style, in: area)
    frame.cursor = (area.row, end)
  }
}
