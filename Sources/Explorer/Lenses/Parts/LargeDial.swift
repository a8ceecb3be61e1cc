import Encodings
import Screen

/// One pair filling the pane: a large dial, and beside or below it the numbers and the rotation matrix.
struct LargeDial {
  let scene: Scene
  let face: DialFace

  func draw(in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let text = numbers(language)
    let textWidth = (text.map { Screen.columns(of: $0.text) }.max() ?? 0) + 2
    let isBeside = area.columns - textWidth >= min(2 * area.rows, 24)
    let dial =
      isBeside
      ? area.splitColumns(min(area.columns - textWidth, 2 * area.rows)).left
      : area.splitRows(max(0, area.rows - text.count - 1)).top
    face.draw(in: &frame, Area(row: dial.row, column: dial.column, rows: dial.rows + 1, columns: dial.columns), look)
    let place =
      isBeside
      ? area.splitColumns(dial.columns + 1).right.inset(top: max(0, (area.rows - text.count) / 2))
      : area.splitRows(dial.rows + 1).bottom
    for (row, line) in text.enumerated() where row < place.rows {
      frame.write(
        line.text, row: place.row + row, column: place.column, style: look.style(line.role, on: .panel), in: place)
    }
  }

  private func numbers(_ language: Language) -> [(text: String, role: Role)] {
    let frequency = face.spectrum[scene.pair]
    let first = face.phase(at: scene.position)
    let second = face.phase(at: scene.secondPosition)
    let scale = face.spectrum.attentionFactor
    func six(_ value: Double) -> String {
      let text = Numerals.fixed(value, decimals: 6)
      return text.hasPrefix("−") ? text : " " + text
    }
    var lines: [(text: String, role: Role)] = [
      (language("pair \(scene.pair)", "特征对 \(scene.pair)"), .heading),
      ("ω  \(Numerals.significant(frequency.radians, digits: 8)) rad", .text),
      ("λ  \(Numerals.significant(frequency.wavelength, digits: 8)) " + language("positions", "个位置"), .text),
      ("", .text),
      ("m  \(Numerals.grouped(scene.position))", face.isUnseen ? .unseen : .accent),
      (
        "   " + language("turns ", "圈数 ") + Numerals.significant(frequency.turns(at: scene.position), digits: 8),
        .text
      ),
      ("   " + language("angle ", "角度 ") + six(first.radians) + " rad", .text),
      ("n  \(Numerals.grouped(scene.secondPosition))", .second),
      ("   " + language("angle ", "角度 ") + six(second.radians) + " rad", .text),
      ("   m−n   " + six((first - second).radians) + " rad", .text),
      ("", .text),
      (
        "R(m) " + "⎡" + "\(six(first.cosine * scale)) \(six(-first.sine * scale)) "
          + "⎤", .text
      ),
      (
        "     " + "⎣" + "\(six(first.sine * scale)) \(six(first.cosine * scale)) "
          + "⎦", .text
      ),
    ]
    lines += context(language)
    if let axis = scene.multimodal?.axis(ofPair: scene.pair) {
      lines.append(
        (language("turns with the token's \(language.name(of: axis))", "随词元的\(language.name(of: axis))旋转"), axis.ink))
    }
    if face.isUnseen { lines.append((language("an angle training never showed", "训练中从未出现的角度"), .unseen)) }
    return lines
  }

  /// How often the pair goes round within training, and within the longer context.
  private func context(_ language: Language) -> [(text: String, role: Role)] {
    guard let trained = scene.trainedLength else { return [] }
    func turns(_ count: Double) -> String {
      language("\(Numerals.significant(count, digits: 4)) turns", "\(Numerals.significant(count, digits: 4)) 圈")
    }
    var lines: [(text: String, role: Role)] = [
      (
        language("trained ", "训练长度 ") + Numerals.grouped(trained) + language(": ", "：") + turns(face.trainedTurns),
        .trained
      )
    ]
    if let reached = face.reachedTurns, let length = scene.maxLength {
      lines.append(
        (
          language("context ", "上下文 ") + Numerals.grouped(length) + language(": ", "：") + turns(reached), .unseen
        ))
    }
    return lines
  }
}
