package import Encodings
import Screen

/// The position as digits in base β = b^(2/d), those of the neighbours above and below, and the dials that turn like them.
struct DigitsLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let title = language("digits", "进制")
    guard let digits = PositionDigits(of: scene.encoding), let spectrum = scene.encoding.spectrum else {
      return PaneFrame.excuse(title, obstacle(scene, language), in: &frame, area, look, language)
    }
    let number = DigitNumber(digits: digits, position: scene.position, pair: scene.pair)
    let digit = "i \(scene.pair): \(number.text(ofPair: scene.pair, at: scene.position))"
    let place = "p \(Numerals.grouped(scene.position))"
    let radix = "β \(Numerals.significant(digits.radix, digits: 6))"
    let pane = PaneFrame(
      heading: "\(title)   \(place) · \(radix) · \(digit)",
      shorterHeadings: ["\(place) · \(radix) · \(digit)", "\(place) · \(digit)"],
      detail: "β = b^(2/d)", shorterDetails: [""], check: check(scene, digits))
    let inside = pane.draw(in: &frame, area, look, language)
    let (top, below) = inside.splitRows(min(4, max(3, inside.rows - 4)))
    number.draw(in: &frame, top, look, language)
    let (middle, foot) = below.splitRows(Self.dialRows(in: below))
    drawDials(scene, spectrum, number, in: &frame, middle.inset(top: middle.rows >= 5 ? 1 : 0), look)
    let sentence = wrapped(periods(scene, spectrum, digits, language), columns: foot.columns)
    let words = sentence.count <= 2 ? sentence : [shortPeriods(scene, spectrum, digits, language)]
    for (index, line) in words.enumerated() {
      let row = foot.endRow - words.count + index
      frame.write(
        shortened(line, columns: foot.columns), row: row, column: foot.column, style: look.style(.muted, on: .panel),
        in: foot)
    }
  }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?
  {
    guard let digits = PositionDigits(of: scene.encoding), let spectrum = scene.encoding.spectrum else { return nil }
    let inside = PaneFrame.inside(area, hasCheck: true)
    let below = inside.splitRows(min(4, max(3, inside.rows - 4))).bottom
    let middle = below.splitRows(Self.dialRows(in: below)).top
    let pairs = min(digits.count, spectrum.pairCount)
    let grid = DialGrid(pairs: pairs, selected: scene.pair, area: middle.inset(top: middle.rows >= 5 ? 1 : 0))
    guard let (pair, _) = grid.places.first(where: { $0.area.contains(row: place.row, column: place.column) }) else {
      return nil
    }
    let digit = DigitNumber(digits: digits, position: scene.position, pair: pair).text(
      ofPair: pair, at: scene.position)
    let wavelength = Numerals.significant(spectrum[pair].wavelength, digits: 6)
    return Target(reading: "i \(pair): \(digit)   λ \(wavelength)", pair: pair)
  }

  /// Rows of the dials, above the two of the periods.
  private static func dialRows(in below: Area) -> Int { below.rows >= 8 ? below.rows - 2 : below.rows }

  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account {
    guard let digits = PositionDigits(of: scene.encoding), let spectrum = scene.encoding.spectrum else {
      return Account(obstacle(scene, language))
    }
    let number = DigitNumber(digits: digits, position: scene.position, pair: scene.pair)
    let written = (0..<digits.count).reversed().map { number.text(ofPair: $0, at: scene.position) }
      .drop { $0 == "0" || $0 == "0.0" }
    let radix = Numerals.significant(digits.radix, digits: 6)
    let (position, digit) = (Numerals.grouped(scene.position), number.text(ofPair: scene.pair, at: scene.position))
    let all = written.isEmpty ? "0" : written.joined(separator: " ")
    return Account(
      language(
        "In base β = \(radix) position \(position) is \(all), the slowest digit first; that of pair \(scene.pair) is \(digit).",
        "按 β = \(radix) 进制，位置 \(position) 写作 \(all)（最慢的在前）；特征对 \(scene.pair) 的数位为 \(digit)。"),
      periods(scene, spectrum, digits, language) + language(".", "。"), check: check(scene, digits))
  }

  private func obstacle(_ scene: Scene, _ language: Language) -> String {
    language(
      "Digits need pairs that slow down by one factor β > 1; \(scene.encoding.scheme.rawValue) has none here.",
      "数位需要频率按同一比例 β > 1 递减的特征对；此处的 \(scene.encoding.scheme.rawValue) 没有。")
  }

  private func drawDials(
    _ scene: Scene, _ spectrum: Spectrum, _ number: DigitNumber, in frame: inout Frame, _ area: Area, _ look: Look
  ) {
    let trained = scene.trainedSpectrum ?? spectrum
    let pairs = min(number.digits.count, spectrum.pairCount)
    for (pair, place) in DialGrid(pairs: pairs, selected: scene.pair, area: area).places {
      DialFace(scene: scene, spectrum: spectrum, trained: trained, pair: pair).draw(in: &frame, place, look)
      let isHere = pair == scene.pair
      let text = "\(pair): \(number.text(ofPair: pair, at: scene.position))"
      frame.write(
        text, row: place.endRow - 1, column: place.column + max(0, (place.columns - Screen.columns(of: text)) / 2),
        style: look.style(isHere ? .accent : .muted, on: .panel, isHere ? .bold : []), in: place)
    }
  }

  /// When the chosen pair's digit and its dial come round.
  private func periods(
    _ scene: Scene, _ spectrum: Spectrum, _ digits: PositionDigits, _ language: Language
  ) -> String {
    let (digit, dial) = periods(ofPair: scene.pair, spectrum, digits)
    return language(
      "i \(scene.pair): the digit comes round after \(digit) positions, the dial after \(dial)",
      "i \(scene.pair)：数位每 \(digit) 个位置循环，表盘每 \(dial) 个位置转一圈")
  }

  /// The same in a few words.
  private func shortPeriods(
    _ scene: Scene, _ spectrum: Spectrum, _ digits: PositionDigits, _ language: Language
  ) -> String {
    let (digit, dial) = periods(ofPair: scene.pair, spectrum, digits)
    return language("round after: digit \(digit), dial \(dial)", "周期：数位 \(digit)，表盘 \(dial)")
  }

  /// After how many positions a pair's digit and its dial come round.
  private func periods(
    ofPair pair: Int, _ spectrum: Spectrum, _ digits: PositionDigits
  ) -> (digit: String, dial: String) {
    var period = 1.0
    for _ in 0...max(0, min(pair, digits.count - 1)) { period *= digits.radix }
    return (Numerals.short(period), Numerals.short(spectrum[pair].wavelength))
  }

  /// β multiplied d/2 times is the base: the exponent is 2/d.
  private func check(_ scene: Scene, _ digits: PositionDigits) -> PaneFrame.Check {
    var product = 1.0
    for _ in 0..<digits.count { product *= digits.radix }
    return .init(
      identity: "|β^(d/2) / b − 1|", residual: abs(product / (scene.encoding.base ?? 1) - 1), limit: 1e-9)
  }
}

extension PositionDigits {
  /// The digits that belong to an encoding's pairs before any extension; `nil` where pairs do not slow down by one factor.
  package init?(of encoding: Encodings.Encoding) {
    let (dimension, base): (Int, Double)
    switch encoding {
    case .rotary(let rotary): (dimension, base) = (rotary.rotaryDimension, rotary.base)
    case .xPos(let xPos): (dimension, base) = (xPos.rotary.rotaryDimension, xPos.rotary.base)
    case .sinusoidal(let sinusoidal) where sinusoidal.ladder == .paper:
      (dimension, base) = (sinusoidal.dimension, sinusoidal.base)
    default: return nil
    }
    guard let digits = try? PositionDigits(dimension: dimension, base: base), digits.count > 0 else { return nil }
    self = digits
  }

  /// A digit as text: whole where β is.
  package func text(ofPair pair: Int, at position: Int) -> String {
    Numerals.fixed(digit(ofPair: pair, position: position), decimals: isWhole ? 0 : 1)
  }

  /// Whether β is a whole number, and digits are.
  fileprivate var isWhole: Bool { abs(radix - radix.rounded()) < 1e-9 * radix }
}

/// The digits of a position and of its neighbours, one below the other, the slowest at the left as people write numbers.
struct DigitNumber {
  let digits: PositionDigits
  let position: Int
  let pair: Int

  func text(ofPair pair: Int, at position: Int) -> String { digits.text(ofPair: pair, at: position) }

  func draw(in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let gutter = 5
    let width = max(Numerals.fixed(digits.radix, decimals: digits.isWhole ? 0 : 1).count, "\(digits.count)".count) + 1
    let room = min(digits.count, (area.columns - gutter) / width)
    guard room > 0 else { return }
    let first = max(0, pair - room + 1)
    let pairs = Array((first..<(first + room)).reversed())
    let lines = [(-1, "p−1"), (0, "p"), (1, "p+1")].filter { (0...Window.lastPosition).contains(position + $0.0) }
    func write(_ texts: [String], name: String, row: Int, _ style: (Int) -> Style) {
      frame.write(name, row: row, column: area.column, style: look.style(.muted, on: .panel), in: area)
      for (index, text) in texts.enumerated() {
        let end = area.column + gutter + (index + 1) * width
        frame.write(
          text, row: row, column: end - Screen.columns(of: text), style: style(pairs[index]), in: area)
      }
    }
    write(pairs.map { "\($0)" }, name: "i", row: area.row) {
      look.style($0 == pair ? .accent : .muted, on: .panel, $0 == pair ? .bold : [])
    }
    for (row, (step, name)) in lines.enumerated() {
      let at = position + step
      write(pairs.map { text(ofPair: $0, at: at) }, name: name, row: area.row + 1 + row) { shown in
        // What changed from p stands out in the neighbours.
        let changed =
          step != 0 && digits.digit(ofPair: shown, position: at) != digits.digit(ofPair: shown, position: position)
        if step == 0 { return look.style(shown == pair ? .accent : .text, on: .panel, .bold) }
        return look.style(changed ? .second : .muted, on: .panel)
      }
    }
  }
}
