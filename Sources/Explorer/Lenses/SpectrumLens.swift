import Encodings
import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Wavelength by pair on a logarithmic axis, with the trained and the target length as lines: the present extension over
/// all others.
struct SpectrumLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let title = language("spectrum", "频谱")
    guard let spectrum = scene.encoding.spectrum, spectrum.pairCount > 1, let base = scene.encoding.base else {
      return PaneFrame.excuse(title, obstacle(scene, language), in: &frame, area, look, language)
    }
    let reach = scene.reach
    let plain = reach?.plain ?? spectrum
    let wavelength = spectrum[scene.pair].wavelength
    let ratio = wavelength / plain[scene.pair].wavelength
    let pane = PaneFrame(
      heading: "\(title)   i \(scene.pair)   λ \(Numerals.significant(wavelength, digits: 6))"
        + (reach == nil ? "" : "   λ/λ₀ \(Numerals.significant(ratio, digits: 4))"),
      shorterHeadings: ["i \(scene.pair)   λ \(Numerals.significant(wavelength, digits: 6))"],
      detail: language("wavelength in positions", "波长（位置数）"),
      shorterDetails: [language("λ in positions", "λ（位置数）"), ""], check: check(scene, plain, base))
    let inside = pane.draw(in: &frame, area, look, language)
    let legend = legend(hasReach: reach != nil, columns: inside.columns, language)
    let (picture, foot) = Self.split(inside, legend)
    plot(scene, spectrum, reach, columns: inside.columns).draw(in: &frame, picture, look)
    legend.draw(in: &frame, foot, look)
  }

  /// Why there is nothing to draw.
  private func obstacle(_ scene: Scene, _ language: Language) -> String {
    guard scene.encoding.spectrum?.pairCount == 1 else { return language.noFrequencies(scene.encoding.scheme) }
    return language.onePairAlone + language(" Ask for more features with :dim 4.", "可用 :dim 4 增加维数。")
  }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?
  {
    guard let spectrum = scene.encoding.spectrum, spectrum.pairCount > 1, let base = scene.encoding.base else {
      return nil
    }
    let reach = scene.reach
    let plain = reach?.plain ?? spectrum
    let inside = PaneFrame.inside(area, hasCheck: check(scene, plain, base) != nil)
    let plot = plot(scene, spectrum, reach, columns: inside.columns)
    let legend = legend(hasReach: reach != nil, columns: inside.columns, language)
    guard let pair = plot.index(at: place, of: spectrum.pairCount, in: Self.split(inside, legend).top) else {
      return nil
    }
    let wavelength = spectrum[pair].wavelength
    let ratio = Numerals.significant(wavelength / plain[pair].wavelength, digits: 4)
    return Target(
      reading: "i \(pair)   λ \(Numerals.significant(wavelength, digits: 6))"
        + (reach == nil ? "" : "   λ/λ₀ \(ratio)"), pair: pair)
  }

  /// The picture, and the rows of its legend: as many as it takes, where the picture keeps most of the pane.
  private static func split(_ inside: Area, _ legend: PlotLegend) -> (top: Area, bottom: Area) {
    let rows = legend.rows(in: inside.columns)
    return inside.splitRows(inside.rows - (inside.rows >= 6 * rows ? rows : 1))
  }

  /// The curves over the pairs, so many columns wide.
  private func plot(_ scene: Scene, _ spectrum: Spectrum, _ reach: Reach?, columns: Int) -> Plot {
    let plain = reach?.plain ?? spectrum
    func line(_ spectrum: Spectrum, _ curve: Curve) -> Plot.Line {
      WavelengthPlot.line(spectrum, pairs: plain.pairCount, curve.ink, curve.dash)
    }
    var lines = (reach?.methods ?? []).map { line($0.spectrum, .others) }
    lines += [line(plain, .plain), line(spectrum, .this)]
    let longest = lines.flatMap(\.points).map(\.value).max() ?? 1
    let bounds = 0...max(1, longest.rounded(.up))
    var rowLabels = WavelengthPlot.rowLabels(bounds, every: (bounds.upperBound / 6).rounded(.up))
    for (length, curve) in [(reach?.trainedLength, Curve.trained), (reach?.targetLength, .target)] {
      guard let length, length > 1 else { continue }
      let value = log10(Double(length))
      lines.append(.init(points: [(0, value), (1, value)], ink: curve.ink, dash: curve.dash))
      rowLabels.append(.init(at: value, text: Numerals.short(Double(length)), ink: curve.ink))
    }
    let last = Double(spectrum.pairCount - 1)
    return Plot(
      lines: lines, bounds: bounds, rowLabels: rowLabels,
      columnLabels: WavelengthPlot.columnLabels(pairs: spectrum.pairCount, columns: columns),
      cursor: Double(scene.pair) / last,
      spot: scene.spot(in: .spectrum)?.columns.map {
        min(Double($0.lowerBound) / last, 1)...min(Double(max($0.lowerBound, $0.upperBound - 1)) / last, 1)
      })
  }

  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account {
    guard let spectrum = scene.encoding.spectrum, spectrum.pairCount > 1, let base = scene.encoding.base else {
      return Account(language.noFrequencies(scene.encoding.scheme))
    }
    let plain = scene.reach?.plain ?? spectrum
    func six(_ value: Double) -> String { Numerals.significant(value, digits: 6) }
    let wavelengths = spectrum.inverseFrequencies.map(\.wavelength)
    let (shortest, longest) = (six(wavelengths.min() ?? 1), six(wavelengths.max() ?? 1))
    let wavelength = six(spectrum[scene.pair].wavelength)
    let ratio = Numerals.significant(spectrum[scene.pair].wavelength / plain[scene.pair].wavelength, digits: 4)
    let slow = scene.trainedLength.map { length in
      (length, plain.inverseFrequencies.count { $0.turns(at: max(0, length - 1)) < 1 })
    }
    return Account(
      language(
        "Wavelengths go from \(shortest) to \(longest) positions over \(spectrum.pairCount) pairs.",
        "\(spectrum.pairCount) 个特征对的波长从 \(shortest) 到 \(longest) 个位置。"),
      language("That of pair \(scene.pair) is \(wavelength)", "特征对 \(scene.pair) 的波长为 \(wavelength)")
        + (scene.encoding.scalingName ?? "none" == "none"
          ? language(".", "。")
          : language(", \(ratio) times that without extension.", "，是无扩展时的 \(ratio) 倍。")),
      slow.map { length, count in
        language(
          count == 0
            ? "Every pair comes round within the \(Numerals.grouped(length)) tokens of training."
            : "\(count) \(count == 1 ? "pair never comes" : "pairs never come") round within the \(Numerals.grouped(length)) tokens of training.",
          count == 0
            ? "所有特征对在训练长度 \(Numerals.grouped(length)) 个词元内都至少转一圈。"
            : "有 \(count) 个特征对在训练长度 \(Numerals.grouped(length)) 个词元内转不满一圈。")
      } ?? "", check: check(scene, plain, base))
  }

  /// What the curves are, in words that fit into one row of so many columns where there are such.
  private func legend(hasReach: Bool, columns: Int, _ language: Language) -> PlotLegend {
    let curves = hasReach ? Curve.allCases : [.this, .plain]
    func legend(_ name: (Curve) -> String) -> PlotLegend {
      PlotLegend(curves.map { (name($0), $0.ink, $0.dash) })
    }
    let long = legend { $0.name(language) }
    let short = legend { $0.shortName(language) }
    return long.columns <= columns ? long : short
  }

  /// A curve or a line of the picture; of each the ink and the dashes, so that none is told by its colour alone.
  private enum Curve: CaseIterable {
    case this, plain, others, trained, target

    var ink: Role {
      switch self {
      case .this: .accent
      case .plain: .trained
      case .others: .muted
      case .trained: .good
      case .target: .unseen
      }
    }

    var dash: Plot.Dash {
      switch self {
      case .this: .solid
      case .plain: .dashed
      case .others: .loose
      case .trained: .dashDotted
      case .target: .sparse
      }
    }

    func name(_ language: Language) -> String {
      switch self {
      case .this: language("this", "当前")
      case .plain: language("no extension", "无扩展")
      case .others: language("other extensions", "其他扩展")
      case .trained: language("trained", "训练长度")
      case .target: language("target", "目标长度")
      }
    }

    /// The name where room is short.
    func shortName(_ language: Language) -> String {
      switch self {
      case .plain: language("none", "无扩展")
      case .others: language("others", "其他")
      case .trained: language("trained", "训练")
      case .target: language("target", "目标")
      case .this: name(language)
      }
    }
  }

  /// The frequencies, computed with twice a double's digits, against the library's power.
  private func check(_ scene: Scene, _ plain: Spectrum, _ base: Double) -> PaneFrame.Check? {
    let exponent: (Int) -> Double
    var letters = "2i/d"
    switch scene.encoding {
    case .rotary, .xPos:
      let turning = Double(scene.encoding.rotary?.rotaryDimension ?? 1)
      exponent = { -2 * Double($0) / turning }
    case .sinusoidal(let sinusoidal) where sinusoidal.ladder == .paper:
      exponent = { -2 * Double($0) / Double(sinusoidal.dimension) }
    case .sinusoidal(let sinusoidal):
      let pairs = sinusoidal.spectrum.pairCount
      exponent = { -Double($0) / Double(max(1, pairs - 1)) }
      letters = "i/(d/2−1)"
    default: return nil
    }
    let errors = plain.inverseFrequencies.enumerated().filter { $0.element.radians != 0 }.map {
      abs($0.element.radians / pow(base, exponent($0.offset)) - 1)
    }
    return .init(identity: "max |ωᵢ / b^(−\(letters)) − 1|", residual: errors.max() ?? 0, limit: 1e-12)
  }
}

extension Language {
  /// Why one pair makes no spectrum.
  package var onePairAlone: String {
    self("There is one pair alone: a spectrum needs two or more.", "只有一个特征对：频谱至少需要两个。")
  }
}
