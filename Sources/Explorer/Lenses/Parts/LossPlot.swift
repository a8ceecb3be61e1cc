import Encodings
import Screen

/// The loss of a table that learns over the steps taken, and the loss that no table can go below.
struct LossPlot {
  let training: TableTraining

  func draw(in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let losses = training.losses
    let most = max(losses.max() ?? 1, training.leastLoss + 0.1)
    let pane = PaneFrame(
      heading: language("loss", "损失") + " \(Numerals.fixed(training.loss, decimals: 4))   "
        + language("step", "步") + " \(training.step)",
      detail: language("least ", "下限 ") + Numerals.fixed(training.leastLoss, decimals: 4),
      check: .init(
        identity: language("least − loss, or 0", "下限 − 损失，或 0"),
        residual: max(0, training.leastLoss - training.loss), limit: 1e-12))
    let inside = pane.draw(in: &frame, area, look, language)
    let span = max(100, training.step)
    let every = max(1, losses.count / max(1, 2 * inside.columns))
    let points = stride(from: 0, to: losses.count, by: every).map {
      (share: Double($0) / Double(span), value: losses[$0])
    }
    let least = [0.0, 1].map { (share: $0, value: training.leastLoss) }
    Plot(
      lines: [.init(points: least, ink: .muted), .init(points: points, ink: .trained)], bounds: 0...most,
      rowLabels: [.init(at: 0, text: "0"), .init(at: most, text: Numerals.significant(most, digits: 2))],
      columnLabels: Ticks.whole(0..<span, most: max(2, inside.columns / 12)).map {
        .init(at: Double($0) / Double(span), text: Numerals.grouped($0))
      }
    ).draw(in: &frame, inside, look)
  }
}
