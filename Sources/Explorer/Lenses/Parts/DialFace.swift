import Encodings
import Screen

/// One dial: circle, what training has seen of it, a trail, and the hands of both positions.
struct DialFace {
  let scene: Scene
  let spectrum: Spectrum
  /// The spectrum as it was trained: before the extension.
  let trained: Spectrum
  let pair: Int

  /// Draws into an area whose last row is left for a label.
  func draw(in frame: inout Frame, _ area: Area, _ look: Look) {
    let rows = area.rows - 1
    guard rows > 0, area.columns > 1 else { return }
    var canvas = BrailleCanvas(Size(rows: rows, columns: area.columns))
    // Half a dot inside the edge; a dot is as wide as it is high.
    let radius = Double(min(canvas.dots.rows, canvas.dots.columns)) / 2 - 0.5
    let center = (y: Double(canvas.dots.rows) / 2, x: Double(canvas.dots.columns) / 2)
    circle(&canvas, center, radius)
    between(&canvas, center, radius)
    trail(&canvas, center, radius)
    if scene.secondPosition != scene.position {
      hand(&canvas, center, radius, phase(at: scene.secondPosition), .second)
    }
    hand(&canvas, center, radius, phase(at: scene.position), isUnseen ? .unseen : .accent)
    canvas.draw(in: &frame, row: area.row, column: area.column, within: area, on: .panel, look)
  }

  /// Whether the position's angle is one that training never showed.
  var isUnseen: Bool { scene.isUnseen(spectrum[pair], trained: trained[pair], at: scene.position) }

  /// Turns the pair makes over the training context; the whole circle where that is not known.
  var trainedTurns: Double { scene.trainedTurns(of: trained[pair]) }

  func phase(at position: Int) -> Phase { spectrum[pair].phase(at: position) }

  /// Turns the pair makes over the context that the model is said to take; `nil` where that is no more than training.
  var reachedTurns: Double? {
    guard let length = scene.maxLength, let trained = scene.trainedLength, length > trained else { return nil }
    return spectrum[pair].turns(at: length - 1)
  }

  /// The rim: solid where training has been, dashed where the longer context leads, dotted where neither goes.
  private func circle(_ canvas: inout BrailleCanvas, _ center: (y: Double, x: Double), _ radius: Double) {
    let seen = min(1, trainedTurns) * 2 * Double.pi
    let reached = max(seen, min(1, reachedTurns ?? 0) * 2 * Double.pi)
    if reached < 2 * .pi {
      canvas.arc(center: center, radius: radius, start: reached, sweep: 2 * .pi - reached, gap: 5, .muted)
    }
    if seen < reached {
      canvas.arc(center: center, radius: radius, start: seen, sweep: reached - seen, gap: 2, .unseen)
    }
    canvas.arc(center: center, radius: radius, start: 0, sweep: seen, .trained)
    marks(&canvas, center, radius, seen: seen, reached: reached)
  }

  /// Where the trained and the longer context end, as strokes across the rim; where both go round, a stroke at the full
  /// turn alone.
  private func marks(
    _ canvas: inout BrailleCanvas, _ center: (y: Double, x: Double), _ radius: Double, seen: Double, reached: Double
  ) {
    guard radius >= 5 else { return }
    func stroke(_ angle: Double, from inner: Double, _ ink: Role) {
      canvas.spoke(center: center, from: radius * inner, to: radius, angle: angle, ink)
    }
    let whole = 2 * Double.pi
    if seen >= whole { stroke(0, from: 0.8, .trained) } else { stroke(seen, from: 0.75, .trained) }
    if reached > seen, reached < whole { stroke(reached, from: 0.75, .unseen) }
  }

  /// The angle from the first hand to the second, the short way.
  private func between(_ canvas: inout BrailleCanvas, _ center: (y: Double, x: Double), _ radius: Double) {
    let (first, second) = (phase(at: scene.position), phase(at: scene.secondPosition))
    guard scene.secondPosition != scene.position, radius >= 5 else { return }
    canvas.arc(center: center, radius: radius * 0.45, start: first.radians, sweep: (second - first).radians, .second)
  }

  /// Where the hand was at the positions just before, inside the rim.
  private func trail(_ canvas: inout BrailleCanvas, _ center: (y: Double, x: Double), _ radius: Double) {
    guard radius >= 5 else { return }
    for back in 1...6 where scene.position - back >= 0 {
      let phase = phase(at: scene.position - back)
      canvas.dot(y: center.y - radius * 0.75 * phase.sine, x: center.x + radius * 0.75 * phase.cosine, .muted)
    }
  }

  private func hand(
    _ canvas: inout BrailleCanvas, _ center: (y: Double, x: Double), _ radius: Double, _ phase: Phase, _ ink: Role
  ) {
    canvas.line(
      from: center, to: (center.y - radius * 0.95 * phase.sine, center.x + radius * 0.95 * phase.cosine), ink)
  }
}
