#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  extension ViewFigure {
    /// Values of A and B in one scale, A − B in its own, and the wavelengths of both where they have any.
    func compare() throws(Failure) -> Figure? {
      guard let (source, other) = scene.compared else {
        throw Failure(
          .usage, language("Name what to compare with: --with qwen3-8b", "请指定比较对象，例如 --with qwen3-8b"))
      }
      guard !scene.encoding.isWithoutValues, !other.isWithoutValues else {
        throw Failure(
          .badData,
          language(
            "A learned table's numbers are in the checkpoint: open its folder or .safetensors.",
            "可学习位置表的数值在检查点中：请打开其文件夹或 .safetensors。"))
      }
      guard
        let comparison = Comparison(scene.encoding, other, component: scene.component, head: scene.head)
      else {
        let (a, b) = (scene.encoding.scheme.rawValue, other.scheme.rawValue)
        throw Failure(
          .badData, language("\(a) and \(b) share no values to subtract.", "\(a) 与 \(b) 没有可相减的共同量。"))
      }
      let (first, second) = (scene.name(language), scene.name(of: source, other, language))
      let rows = positions.clamped(to: 0..<comparison.difference.rowCount)
      let all = comparison.difference.columnRange
      let columns = comparison.isOfTokens ? rows.clamped(to: all) : (scene.columns ?? all).clamped(to: all)
      guard !rows.isEmpty, !columns.isEmpty else { return nil }
      var panels = heatmaps(comparison, rows, columns, names: (first, second))
      var unmatched = ""
      if let one = scene.encoding.spectrum, let two = other.spectrum {
        // Under columns that are pairs stand the same pairs.
        let both = 0..<max(one.pairCount, two.pairCount)
        let pairs = comparison.isOfPairs ? columns : both
        if let panel = wavelengths(one, two, pairs, names: (first, second)) { panels.append(panel) }
        let common = min(one.pairCount, two.pairCount)
        if common < both.upperBound, comparison.isOfPairs {
          let (name, rest) = (one.pairCount > common ? "A" : "B", Numerals.span(common..<both.upperBound))
          unmatched = language(
            "Pairs \(rest) of \(name) have no counterpart and are left out. ", "\(name) 的特征对 \(rest) 没有对应者，已略去。")
        }
      }
      let divergence = language.sentence(
        for: comparison.divergence(past: scene.tolerance), column: comparison.columnName)
      let parting = language("They part: ", "分歧：") + divergence + language(".", "。")
      return figure(
        panels, aspect: 0.32 * Double(panels.count),
        note: unmatched + parting, means: exactness(of: comparison.difference))
    }

    private func heatmaps(
      _ comparison: Comparison, _ rows: Range<Int>, _ columns: Range<Int>, names: (first: String, second: String)
    ) -> [Panel] {
      let (a, b) = (comparison.firstField, comparison.secondField)
      let held = comparison.isOfTokens ? spread([a, b], rows, columns) : a.bounds.union(b.bounds)
      let both = comparison.kind == .diverging ? held.aboutZero : held
      let apart = spread([comparison.difference], rows, columns)
      let reach = max(abs(apart.lowerBound), abs(apart.upperBound), scene.tolerance)
      let isAngle = comparison.ground == .waves(.angle)
      let fields: [(String, any Field, ColorMap.Kind, ClosedRange<Double>)] = [
        ("A  " + names.first, a, comparison.kind, both), ("B  " + names.second, b, comparison.kind, both),
        (
          "A − B", comparison.difference, isAngle ? .cyclic : .diverging,
          isAngle ? -Double.pi...Double.pi : -reach...reach
        ),
      ]
      return fields.enumerated().map { index, shown in
        let (title, field, kind, bounds) = shown
        let content = HeatmapContent(
          field: field, rows: rows, columns: columns, bounds: bounds, kind: kind,
          label: (index == 2 ? "A − B  " : "") + quantity(comparison))
        let isLast = index == fields.count - 1
        return Panel(
          title: title, x: .cells(isLast ? columnLabel(comparison) : "", columns),
          y: .cells(
            comparison.isOfTokens ? language("query", "查询") : language("position p", "位置 p"), rows, isDownward: true),
          content: .heatmap(content))
      }
    }

    private func columnLabel(_ comparison: Comparison) -> String {
      switch comparison.ground {
      case .waves(.table), .vectors: featureLabel
      case .waves: pairLabel
      case .biases, .buckets: language("key (position)", "键（位置）")
      }
    }

    /// What the values of A and B are. Factors that both have are named; of those that differ each has its own.
    private func quantity(_ comparison: Comparison) -> String {
      let (one, other) = (comparison.first, comparison.second)
      let factor = one.factorSign == other.factorSign ? one.factorSign : ""
      func vectors() -> String {
        let (a, b) = (one.vectorSign(of: "p"), other.vectorSign(of: "p"))
        return a == b ? a : "\(a), \(b)"
      }
      return switch comparison.ground {
      case .waves(.cosine): factor + "cos p·ω"
      case .waves(.sine): factor + "sin p·ω"
      case .waves(.angle): language("p·ω mod 2π (rad)", "p·ω mod 2π（弧度）")
      case .waves(.concentration): language("mean phasor", "平均相量")
      case .waves(.table), .vectors: factor + vectors()
      case .biases(let head): language("bias of head \(head)", "头 \(head) 的偏置")
      case .buckets: language("bucket", "桶")
      }
    }

    private func spread(_ fields: [any Field], _ rows: Range<Int>, _ columns: Range<Int>) -> ClosedRange<Double> {
      largest(fields, rows, columns) ?? 0...0
    }

    private func wavelengths(
      _ first: Spectrum, _ second: Spectrum, _ pairs: Range<Int>, names: (first: String, second: String)
    ) -> Panel? {
      func points(_ spectrum: Spectrum) -> [(x: Double, y: Double)] {
        pairs.clamped(to: 0..<spectrum.pairCount).map { (x: Double($0), y: spectrum[$0].wavelength) }
      }
      let lines = [
        Line("A  " + names.first, points: points(first), ink: .role(.accent), width: 1.2),
        Line("B  " + names.second, points: points(second), ink: .role(.second), dash: .dashed, width: 1.2),
      ]
      let values = lines.flatMap(\.points).map(\.y).filter { $0.isFinite && $0 > 0 }
      guard let least = values.min(), let most = values.max(), least < most else { return nil }
      return Panel(
        x: .cells(pairLabel, pairs),
        y: Axis(language("wavelength (positions)", "波长（位置数）"), least * 0.8...most * 1.25, scale: .logarithmic),
        content: .lines(lines))
    }
  }

  extension Comparison {
    /// Whether a column is a pair.
    fileprivate var isOfPairs: Bool {
      if case .waves(let component) = ground { component != .table } else { false }
    }

    /// What the values of A and B are.
    fileprivate var kind: ColorMap.Kind {
      switch ground {
      case .waves(.angle): .cyclic
      case .waves(.concentration), .biases, .buckets: .sequential
      case .waves, .vectors: .diverging
      }
    }
  }
#endif
