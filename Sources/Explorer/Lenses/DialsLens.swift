import Encodings
import Screen

/// All pairs at one position as clocks: how far each has turned, what training has seen of its circle, and the angle to
/// the second position.
struct DialsLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    guard let spectrum = scene.encoding.spectrum, spectrum.pairCount > 0 else {
      return PaneFrame.excuse(language("dials", "表盘"), obstacle(scene, language), in: &frame, area, look, language)
    }
    let title = language("dials", "表盘") + "   m \(Numerals.grouped(scene.position))"
    let second = scene.secondPosition == scene.position ? "" : " · n \(Numerals.grouped(scene.secondPosition))"
    let pane = PaneFrame(
      heading: title + second, detail: detail(scene, spectrum, language),
      check: check(scene, language))
    let inside = pane.draw(in: &frame, area, look, language)
    let trained = scene.trainedSpectrum ?? spectrum
    if scene.isMagnified {
      let face = DialFace(scene: scene, spectrum: spectrum, trained: trained, pair: scene.pair)
      LargeDial(scene: scene, face: face).draw(in: &frame, inside, look, language)
      return
    }
    let grid = DialGrid(pairs: spectrum.pairCount, selected: scene.pair, area: inside)
    for (pair, place) in grid.places {
      let face = DialFace(scene: scene, spectrum: spectrum, trained: trained, pair: pair)
      face.draw(in: &frame, place, look)
      label(face, in: &frame, place, look)
    }
  }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?
  {
    guard let spectrum = scene.encoding.spectrum, spectrum.pairCount > 0, !scene.isMagnified else { return nil }
    let inside = PaneFrame.inside(area, hasCheck: true)
    let grid = DialGrid(pairs: spectrum.pairCount, selected: scene.pair, area: inside)
    guard let (pair, _) = grid.places.first(where: { $0.area.contains(row: place.row, column: place.column) }) else {
      return nil
    }
    let (angle, turns, wavelength) = numbers(spectrum[pair], at: scene.position)
    return Target(
      reading: "i \(pair)   \(angle) rad   " + language("\(turns) turns", "\(turns) 圈") + "   λ \(wavelength)",
      pair: pair)
  }

  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account {
    guard let spectrum = scene.encoding.spectrum, spectrum.pairCount > 0 else {
      return Account(obstacle(scene, language))
    }
    let (angle, turns, wavelength) = numbers(spectrum[scene.pair], at: scene.position)
    let (m, n) = (Numerals.grouped(scene.position), Numerals.grouped(scene.secondPosition))
    let other = numbers(spectrum[scene.pair], at: scene.secondPosition).angle
    let trained = scene.trainedSpectrum ?? spectrum
    let unseen = (0..<spectrum.pairCount).count {
      DialFace(scene: scene, spectrum: spectrum, trained: trained, pair: $0).isUnseen
    }
    return Account(
      language(
        "At position \(m) pair \(scene.pair) of \(spectrum.pairCount) stands at \(angle) rad after \(turns) turns; it "
          + "comes round every \(wavelength) positions.",
        "位置 \(m)：\(spectrum.pairCount) 个特征对中的特征对 \(scene.pair) 转过 \(turns) 圈，停在 \(angle) 弧度；每 \(wavelength) 个位置转一圈。"),
      scene.secondPosition == scene.position
        ? ""
        : language("At the second position \(n) it stands at \(other) rad.", "在第二个位置 \(n) 停在 \(other) 弧度。"),
      scene.trainedLength == nil
        ? ""
        : language(
          "\(unseen == 0 ? "No" : "\(unseen)") \(unseen < 2 ? "pair stands" : "pairs stand") at an angle that training never showed.",
          unseen == 0 ? "没有特征对停在训练从未见过的角度。" : "有 \(unseen) 个特征对停在训练从未见过的角度。"),
      check: check(scene, language))
  }

  /// A pair's angle in radians, its turns and its wavelength in positions.
  private func numbers(
    _ frequency: InverseFrequency, at position: Int
  ) -> (angle: String, turns: String, wavelength: String) {
    (
      Numerals.fixed(frequency.phase(at: position).radians, decimals: 4),
      Numerals.significant(frequency.turns(at: position), digits: 4),
      Numerals.significant(frequency.wavelength, digits: 6)
    )
  }

  private func obstacle(_ scene: Scene, _ language: Language) -> String {
    language(
      "The scheme \(scene.encoding.scheme.rawValue) turns nothing, so there are no dials.",
      "方案 \(scene.encoding.scheme.rawValue) 不旋转任何特征，因此没有表盘。")
  }

  /// How many pairs there are, by axis where a token's place has three.
  private func detail(_ scene: Scene, _ spectrum: Spectrum, _ language: Language) -> String {
    guard let sections = scene.multimodal?.sections, sections.count == 3 else {
      return language(spectrum.pairCount == 1 ? "1 pair" : "\(spectrum.pairCount) pairs", "\(spectrum.pairCount) 对")
    }
    return zip(MultimodalRotary.Axis.allCases, sections)
      .map { axis, count in "\(axis.letter) \(language.name(of: axis)) \(count)" }.joined(separator: " · ")
  }

  /// Pair number and wavelength below a dial; the chosen pair's in the accent.
  private func label(_ face: DialFace, in frame: inout Frame, _ place: Area, _ look: Look) {
    let chosen = face.pair == face.scene.pair
    let axis = face.scene.multimodal?.axis(ofPair: face.pair)
    let number = (axis?.letter ?? "") + "\(face.pair)"
    let wavelength = "λ" + Numerals.short(face.spectrum[face.pair].wavelength)
    let text = Screen.columns(of: number + wavelength) + 2 <= place.columns ? "\(number) \(wavelength)" : number
    let style = look.style(chosen ? .accent : axis?.ink ?? .muted, on: .panel, chosen ? .bold : [])
    let column = place.column + max(0, (place.columns - Screen.columns(of: text)) / 2)
    frame.write(text, row: place.endRow - 1, column: column, style: style, in: place)
  }

  /// ⟨R(m)q, R(n)k⟩ depends on m − n alone: the residual after shifting both by 7, for one fixed q and k.
  private func check(_ scene: Scene, _ language: Language) -> PaneFrame.Check? {
    if let rotary = scene.encoding.rotary {
      let query = Self.probe(rotary.dimension, seed: 1)
      let key = Self.probe(rotary.dimension, seed: 2)
      func score(_ m: Int, _ n: Int) -> Double {
        dot(rotary.rotated(query, position: m), rotary.rotated(key, position: n))
      }
      let (m, n) = (scene.position, scene.secondPosition)
      return .init(
        identity: "|⟨R(m)q, R(n)k⟩ − ⟨R(m+7)q, R(n+7)k⟩|",
        short: language("|⟨q,k⟩ − shifted by 7|", "|⟨q,k⟩ − 平移 7 后|"),
        residual: abs(score(m, n) - score(m + 7, n + 7)), limit: 1e-9
      )
    }
    switch scene.encoding {
    case .sinusoidal(let sinusoidal): return norm(of: sinusoidal, at: scene.position)
    case .transformerXL(let transformerXL): return norm(of: transformerXL.sinusoidal, at: scene.position)
    default: return nil
    }
  }

  /// Every pair's sine and cosine have the length 1 together.
  private func norm(of sinusoidal: Sinusoidal, at position: Int) -> PaneFrame.Check {
    let vector = sinusoidal.vector(at: position)
    let pairs = Double(sinusoidal.spectrum.pairCount)
    return .init(identity: "| |PE(p)|² / (d/2) − 1 |", residual: abs(dot(vector, vector) / pairs - 1), limit: 1e-9)
  }

  /// A fixed vector of length one, the same on every machine.
  private static func probe(_ dimension: Int, seed: UInt64) -> [Double] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    let values = (0..<dimension).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53 - 0.5
    }
    let length = dot(values, values).squareRoot()
    return values.map { $0 / length }
  }
}

extension MultimodalRotary.Axis {
  /// A letter for labels: the colour never stands alone.
  var letter: String {
    switch self {
    case .time: "t"
    case .height: "h"
    case .width: "w"
    }
  }

  /// The ink of its labels.
  var ink: Role {
    switch self {
    case .time: .muted
    case .height: .good
    case .width: .trained
    }
  }
}

extension Language {
  /// An axis of a token's place.
  func name(of axis: MultimodalRotary.Axis) -> String {
    switch axis {
    case .time: self("time", "时间")
    case .height: self("height", "高")
    case .width: self("width", "宽")
    }
  }
}
