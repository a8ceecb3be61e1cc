#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #else
    import Darwin
  #endif

  extension ViewFigure {
    /// Query and key of one pair as arrows in the plane before the rotation and after it, and every step in numbers.
    func pipeline() throws(Failure) -> Figure {
      guard let pipeline = Pipeline(scene, scene.sentence ?? .example(in: language)) else {
        throw Failure(
          .badData,
          language(
            "Only rotary encoding turns queries and keys; the attention view shows what \(scene.encoding.scheme.rawValue) does.",
            "只有旋转编码会旋转查询与键；attention 视图显示 \(scene.encoding.scheme.rawValue) 的作用。"))
      }
      let steps = PipelineTable(pipeline: pipeline, scene: scene, language: language).steps
      func row(_ step: PipelineTable.Step) -> [TableContent.Cell] {
        [
          .init(step.name, .muted), .init(Self.set(step.query), step.role, isBold: step.role == .heading),
          .init(Self.set(step.key), step.role, isBold: step.role == .heading),
        ]
      }
      // What is of query and key together does not stand under the name of one of them.
      let both = [
        [], [TableContent.Cell(""), .init(language("query and key", "查询与键"), .heading, isBold: true), .init("")],
      ]
      let table = TableContent(
        columns: [.start, .start, .start],
        rows: steps.filter { $0.matter == .sides }.map(row) + both + steps.filter { $0.matter != .sides }.map(row))
      let note = language(
        "q and k are turned to m and n, each by its position's angle; the arcs show it without its whole turns, as the radians do.",
        "q 与 k 按各自位置的角度旋转到 m 与 n；弧线与弧度值均不计整圈。")
      return figure(
        [plane(pipeline), Panel(table: table)], aspect: 0.65, note: note)
    }

    /// A text without the blanks that align numbers on a screen.
    private static func set(_ text: String) -> String {
      text.split(separator: " ").joined(separator: " ").replacing("( ", with: "(")
    }

    private func plane(_ pipeline: Pipeline) -> Panel {
      let arrows: [(vector: Pipeline.Pair, ink: Role, sign: String, name: String, dash: Line.Dash)] = [
        (pipeline.projections.query, .accent, "q", language("query", "查询"), .dashed),
        (pipeline.projections.key, .second, "k", language("key", "键"), .dashed),
        (pipeline.turned.query, .accent, "m", language("query turned", "旋转后的查询"), .solid),
        (pipeline.turned.key, .second, "n", language("key turned", "旋转后的键"), .solid),
      ]
      let longest = arrows.map { hypot($0.vector.first, $0.vector.second) }.max() ?? 0
      let radius = longest > 0 ? longest : 1
      var lines = [Self.arc(radius: radius, from: 0, by: 2 * .pi, .muted, width: 0.5)]
      lines.append(
        Self.arc(
          radius: radius * 0.35, from: Self.angle(pipeline.projections.query), by: pipeline.phases.query.radians,
          .accent, width: 0.8))
      lines.append(
        Self.arc(
          radius: radius * 0.5, from: Self.angle(pipeline.projections.key), by: pipeline.phases.key.radians, .second,
          width: 0.8))
      lines += arrows.enumerated().map { index, arrow in
        // Where a rotation leaves the arrow in its place, one sign stands for both.
        let (before, after) = (arrows[index % 2], arrows[index % 2 + 2])
        let isStill =
          hypot(before.vector.first - after.vector.first, before.vector.second - after.vector.second) < radius * 0.2
        let sign = !isStill ? arrow.sign : index < 2 ? "" : "\(before.sign), \(after.sign)"
        var line = Line(
          "\(arrow.sign)  \(arrow.name)", points: [(0, 0), (arrow.vector.first, arrow.vector.second)],
          ink: .role(arrow.ink), dash: arrow.dash, width: arrow.dash == .solid ? 1.4 : 1)
        line.tip = .arrow(sign)
        return line
      }
      let (first, second) = pipeline.rotary.features(ofPair: scene.pair)
      // Room for a sign beyond the tip of the longest arrow.
      let side = radius * 1.45
      var panel = Panel(
        x: Axis(language("feature \(first)", "特征 \(first)"), -side...side),
        y: Axis(language("feature \(second)", "特征 \(second)"), -side...side), content: .lines(lines))
      panel.units = .equal
      return panel
    }

    private static func angle(_ vector: Pipeline.Pair) -> Double { atan2(vector.second, vector.first) }

    private static func arc(radius: Double, from start: Double, by sweep: Double, _ role: Role, width: Double) -> Line
    {
      let pieces = 90
      let points = (0...pieces).map { piece in
        let angle = start + sweep * Double(piece) / Double(pieces)
        return (x: radius * cos(angle), y: radius * sin(angle))
      }
      return Line("", points: points, ink: .role(role), dash: role == .muted ? .solid : .dotted, width: width)
    }
  }
#endif
