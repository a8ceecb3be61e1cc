import Encodings
import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The pair as arrows in the plane: query and key before the rotation and after it, with the angle each was turned by.
struct PipelineFace {
  let pipeline: Pipeline

  func draw(in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let (picture, legend) = area.splitRows(area.rows - 1)
    guard picture.rows >= 5, picture.columns >= 10 else { return }
    var canvas = BrailleCanvas(picture.size)
    let radius = Double(min(canvas.dots.rows, canvas.dots.columns)) / 2 - 4
    let center = (y: Double(canvas.dots.rows) / 2, x: Double(canvas.dots.columns) / 2)
    canvas.arc(center: center, radius: radius, start: 0, sweep: 2 * .pi, gap: 3, .muted)
    let arrows: [(vector: Pipeline.Pair, ink: Role, sign: String)] = [
      (pipeline.projections.query, .muted, "q"), (pipeline.projections.key, .muted, "k"),
      (pipeline.turned.query, .accent, "m"), (pipeline.turned.key, .second, "n"),
    ]
    let longest = arrows.map { hypot($0.vector.first, $0.vector.second) }.max() ?? 0
    guard longest > 0 else { return }
    turn(&canvas, center, radius * 0.35, pipeline.projections.query, pipeline.phases.query, .accent)
    turn(&canvas, center, radius * 0.5, pipeline.projections.key, pipeline.phases.key, .second)
    for arrow in arrows {
      let tip = Self.tip(arrow.vector, radius / longest, center)
      canvas.line(from: center, to: tip, arrow.ink)
    }
    canvas.draw(in: &frame, row: picture.row, column: picture.column, within: picture, on: .panel, look)
    for arrow in arrows {
      let length = hypot(arrow.vector.first, arrow.vector.second)
      guard length > 0 else { continue }
      let tip = Self.tip(arrow.vector, radius / longest + 3 / length, center)
      frame.write(
        arrow.sign, row: picture.row + Int(tip.y / 4), column: picture.column + Int(tip.x / 2),
        style: look.style(arrow.ink, on: .panel, .bold), in: picture)
    }
    let words = language("q, k turned to m, n", "q、k 旋转到 m、n")
    frame.write(
      words, row: legend.row, column: legend.column + max(0, (legend.columns - Screen.columns(of: words)) / 2),
      style: look.style(.muted, on: .panel), in: legend)
  }

  /// The arc from an arrow to where its rotation takes it, the short way.
  private func turn(
    _ canvas: inout BrailleCanvas, _ center: (y: Double, x: Double), _ radius: Double, _ vector: Pipeline.Pair,
    _ phase: Phase, _ ink: Role
  ) {
    canvas.arc(
      center: center, radius: radius, start: atan2(vector.second, vector.first), sweep: phase.radians, gap: 2, ink)
  }

  private static func tip(
    _ vector: Pipeline.Pair, _ scale: Double, _ center: (y: Double, x: Double)
  ) -> (y: Double, x: Double) {
    (max(0, center.y - vector.second * scale), max(0, center.x + vector.first * scale))
  }
}
