import Encodings
import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The place of both encodings that is looked at.
struct ComparisonCursor {
  let scene: Scene
  let comparison: Comparison

  /// The column of the fields.
  var column: Int {
    switch comparison.ground {
    case .waves(.table), .vectors: tableScene.columnsOfPair(scene.pair).first ?? 0
    case .waves: scene.pair
    case .biases, .buckets: scene.secondPosition
    }
  }

  /// All columns that belong to it.
  var columns: Set<Int> {
    switch comparison.ground {
    case .waves(.table), .vectors: Set(tableScene.columnsOfPair(scene.pair) + [column])
    default: [column]
    }
  }

  /// The pair that a column of the fields belongs to.
  func pair(ofColumn column: Int) -> Int? {
    switch comparison.ground {
    case .waves(.table), .vectors: tableScene.pair(ofColumn: column)
    case .waves: column
    case .biases, .buckets: nil
    }
  }

  /// Whether the fields have the heatmap's columns: features, or pairs.
  var countsLikeHeatmap: Bool {
    switch comparison.ground {
    case .waves(let component): (component == .table) == (scene.component == .table)
    case .vectors: true
    case .biases, .buckets: false
    }
  }

  /// «A 0.5403 − B 0.3624 = 0.1779»; of angles «A 3.0000 − B (−3.0000) ≡ −0.2832 mod 2π»; where one of the two ends before
  /// the cursor, which.
  func values(_ language: Language) -> String {
    guard isInBoth else { return absence(language) }
    let (one, other) = (comparison.firstField, comparison.secondField)
    let subtrahend = four(other).hasPrefix("−") ? "(\(four(other)))" : four(other)
    return "A \(four(one)) − B \(subtrahend) \(equality)"
  }

  /// «A − B = 0.1779», for narrow panes.
  func value(_ language: Language) -> String { isInBoth ? "A − B \(equality)" : absence(language) }

  private var equality: String {
    let difference = four(comparison.difference)
    return comparison.ground == .waves(.angle) ? "≡ \(difference) mod 2π" : "= \(difference)"
  }

  private func four(_ field: any Field) -> String {
    Numerals.fixed(field.value(row: scene.position, column: column), decimals: 4)
  }

  private var isInBoth: Bool {
    comparison.difference.rowRange.contains(scene.position) && comparison.difference.columnRange.contains(column)
  }

  private func absence(_ language: Language) -> String {
    func holds(_ field: any Field) -> Bool {
      field.rowRange.contains(scene.position) && field.columnRange.contains(column)
    }
    switch (holds(comparison.firstField), holds(comparison.secondField)) {
    case (true, _): return language("A alone", "仅 A 有")
    case (_, true): return language("B alone", "仅 B 有")
    default: return language("neither", "两者皆无")
    }
  }

  /// «p 41 · i 0».
  var place: String {
    let row = Numerals.grouped(scene.position)
    switch comparison.ground {
    case .waves(.table), .vectors: return "p \(row) · j \(column)"
    case .waves: return "p \(row) · i \(column)"
    case .biases, .buckets: return "q \(row) · k \(Numerals.grouped(column))"
    }
  }

  /// The difference at the cursor against the product that trigonometry makes of it; of other fields against the values.
  func check(_ language: Language) -> PaneFrame.Check? {
    let row = scene.position
    guard comparison.difference.rowRange.contains(row), comparison.difference.columnRange.contains(column) else {
      return nil
    }
    guard case .waves(let component) = comparison.ground, let one = comparison.first.spectrum,
      let other = comparison.second.spectrum, scene.pair < min(one.pairCount, other.pairCount)
    else { return sumCheck(language) }
    let (x, y) = (one[scene.pair].phase(at: row).radians, other[scene.pair].phase(at: row).radians)
    let a = one.attentionFactor * (comparison.first.decay(ofPair: scene.pair, at: row) ?? 1)
    let b = other.attentionFactor * (comparison.second.decay(ofPair: scene.pair, at: row) ?? 1)
    switch component {
    case .sine:
      let wanted = 2 * a * cos((x + y) / 2) * sin((x - y) / 2) + (a - b) * sin(y)
      return .init(
        identity: "|sin α − sin β − 2 cos((α+β)/2) sin((α−β)/2)|", short: "|sin α − sin β − 2 cos sin|",
        residual: abs(comparison.difference.value(row: row, column: column) - wanted), limit: 1e-12)
    case .cosine:
      let wanted = -2 * a * sin((x + y) / 2) * sin((x - y) / 2) + (a - b) * cos(y)
      return .init(
        identity: "|cos α − cos β + 2 sin((α+β)/2) sin((α−β)/2)|", short: "|cos α − cos β + 2 sin sin|",
        residual: abs(comparison.difference.value(row: row, column: column) - wanted), limit: 1e-12)
    case .angle:
      let wanted = Phase(turns: (x - y) / (2 * .pi)).radians
      let apart = Phase(turns: (comparison.difference.value(row: row, column: column) - wanted) / (2 * .pi))
      return .init(identity: "|p(ω − ω′) − (pω − pω′)|", residual: abs(apart.radians), limit: 1e-6)
    case .table, .concentration: return sumCheck(language)
    }
  }

  /// The mean difference of a few positions against the sum over them: of values, or of the phasors whose mean's length is
  /// compared.
  private func sumCheck(_ language: Language) -> PaneFrame.Check {
    let end = min(scene.position + 16, comparison.difference.rowCount)
    let rows = scene.position..<end
    let mean = comparison.difference.mean(rows: rows, columns: column..<(column + 1))
    let isOfPhasors = comparison.ground == .waves(.concentration)
    let (one, other) = (comparison.first.spectrum, comparison.second.spectrum)
    let wanted: Double
    if isOfPhasors, let one, let other {
      wanted = length(of: one, rows) - length(of: other, rows)
    } else {
      let sum = rows.reduce(0.0) {
        $0 + comparison.firstField.value(row: $1, column: column)
          - comparison.secondField.value(row: $1, column: column)
      }
      wanted = sum / Double(rows.count)
    }
    return .init(
      identity: isOfPhasors
        ? language("|mean Δ − (|Σ e^iα| − |Σ e^iβ|) / n|", "|Δ 均值 − (|Σ e^iα| − |Σ e^iβ|) / n|")
        : language("|mean Δ − Σ (A − B) / n|", "|Δ 均值 − Σ (A − B) / n|"),
      residual: abs(mean - wanted) / max(1, abs(mean)), limit: 1e-9)
  }

  /// |Σ e^iα| / n of the pair looked at.
  private func length(of spectrum: Spectrum, _ rows: Range<Int>) -> Double {
    let phases = rows.map(spectrum[column].phase)
    let (x, y) = (phases.map(\.cosine).reduce(0, +), phases.map(\.sine).reduce(0, +))
    return (x * x + y * y).squareRoot() / Double(rows.count)
  }

  /// The scene as its table would be looked at.
  private var tableScene: Scene {
    var scene = scene
    scene.component = .table
    return scene
  }
}
