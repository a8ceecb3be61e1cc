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

  /// «0.5403 − 0.3624 = 0.1779».
  var values: String {
    guard comparison.difference.rowRange.contains(scene.position) else { return "" }
    let (row, column) = (scene.position, column)
    func four(_ field: any Field) -> String { Numerals.fixed(field.value(row: row, column: column), decimals: 4) }
    return "A \(four(comparison.firstField)) − B \(four(comparison.secondField)) = \(four(comparison.difference))"
  }

  /// «A − B = 0.1779», for narrow panes.
  var value: String {
    guard comparison.difference.rowRange.contains(scene.position) else { return "" }
    let value = comparison.difference.value(row: scene.position, column: column)
    return "A − B = \(Numerals.fixed(value, decimals: 4))"
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

  /// The mean difference of a few positions against the mean of the differences.
  private func sumCheck(_ language: Language) -> PaneFrame.Check {
    let end = min(scene.position + 16, comparison.difference.rowCount)
    let rows = scene.position..<end
    let sum = rows.reduce(0.0) {
      $0 + comparison.firstField.value(row: $1, column: column)
        - comparison.secondField.value(row: $1, column: column)
    }
    let mean = comparison.difference.mean(rows: rows, columns: column..<(column + 1))
    let isMean = comparison.ground != .waves(.concentration)
    return .init(
      identity: language("|mean Δ − Σ (A − B) / n|", "|Δ 均值 − Σ (A − B) / n|"),
      residual: isMean ? abs(mean - sum / Double(rows.count)) / max(1, abs(mean)) : 0, limit: 1e-9)
  }

  /// The scene as its table would be looked at.
  private var tableScene: Scene {
    var scene = scene
    scene.component = .table
    return scene
  }
}
