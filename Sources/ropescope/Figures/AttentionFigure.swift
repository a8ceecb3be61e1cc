#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  extension ViewFigure {
    /// Who attends to whom in the sentence; the sentence in two orders; or what other layers mix.
    func attention() throws(Failure) -> Figure {
      let sentence = scene.sentence ?? .example(in: language)
      switch scene.face {
      case .matrix:
        let weights = try weights(of: sentence.tokens)
        let note = language(
          "softmax(QKᵀ/√d + bias) of stand-in embeddings; rows sum to 1.", "由示意词嵌入算得的 softmax(QKᵀ/√d + 偏置)；每行之和为 1。")
        return figure([panel(weights, "", mostOf: [weights])], aspect: 0.6, note: note)
      case .order:
        let sides = [try weights(of: sentence.tokens), try weights(of: sentence.other)]
        let panels = zip(["A", "B"], sides).map { panel($1, $0, mostOf: sides) }
        return figure(panels, aspect: 1.05, note: try pooledDifference(sentence))
      case .mixing: return mixing(sentence.tokens)
      }
    }

    /// Weights with what passes no mask left out. Shape (queries, tokens).
    private struct Weights {
      let tokens: [String]
      let values: [[Double?]]
    }

    private func weights(of tokens: [String]) throws(Failure) -> Weights {
      let attention = try sentenceAttention(tokens)
      let rows = 0..<min(tokens.count, attention.mostQueries)
      let weights = attention.attention(of: rows).weights
      guard weights.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
        throw Failure(
          .badData,
          language(
            "With these parameters the scores are too large for numbers; there is nothing to draw.",
            "在这些参数下得分超出了数的范围；没有可画的内容。"))
      }
      let values = zip(rows, weights).map { row, line in
        line.enumerated().map { attention.isCausal && $0.offset > row ? nil : $0.element }
      }
      return Weights(tokens: tokens, values: values)
    }

    private func sentenceAttention(_ tokens: [String]) throws(Failure) -> SentenceAttention {
      do throws(SentenceAttention.Obstacle) {
        let attention = try SentenceAttention(tokens, scene)
        guard attention.mostQueries > 0 else {
          throw .tooMuch(tokens: tokens.count, features: attention.inputs.first?.count ?? 0)
        }
        return attention
      } catch {
        throw Failure(.badData, language.sentence(for: error, scene.encoding.scheme))
      }
    }

    private func panel(_ weights: Weights, _ title: String, mostOf all: [Weights]) -> Panel {
      let most = all.flatMap { $0.values.joined() }.compactMap(\.self).max() ?? 1
      let label = language("weight", "权重")
      return tokenPanel(weights.tokens, weights.values, title, bounds: 0...max(most, 1e-9), label) {
        Numerals.fixed($0, decimals: 2)
      }
    }

    /// A matrix over tokens: queries down and keys across, where the axes are not named otherwise.
    private func tokenPanel(
      _ tokens: [String], _ values: [[Double?]], _ title: String, bounds: ClosedRange<Double>, _ label: String,
      axes: (rows: String, columns: String)? = nil, text: (Double) -> String
    ) -> Panel {
      let (rows, columns) = (0..<values.count, 0..<tokens.count)
      let field = TableField(values: values.flatMap { $0.map { $0 ?? 0 } }, columnCount: tokens.count)
      var content = HeatmapContent(
        field: field, rows: rows, columns: columns, bounds: bounds, kind: .sequential, label: label)
      content.cells = values.map { $0.map { $0.map(text) } }
      func axis(_ label: String, _ cells: Range<Int>, isDownward: Bool) -> Axis {
        Axis(
          label, -0.5...Double(cells.count) - 0.5, isDownward: isDownward,
          ticks: cells.map { Axis.Tick(Double($0), tokens[$0]) })
      }
      return Panel(
        title: title, x: axis(axes?.columns ?? language("key", "键"), columns, isDownward: false),
        y: axis(axes?.rows ?? language("query", "查询"), rows, isDownward: true), content: .heatmap(content))
    }

    /// How far apart the pooled outputs of both orders are.
    private func pooledDifference(_ sentence: Sentence) throws(Failure) -> String {
      var pooled: [[Double]] = []
      for tokens in [sentence.tokens, sentence.other] {
        let attention = try sentenceAttention(tokens)
        guard attention.isSmall else { return "" }
        pooled.append(attention.outputs(of: 0..<tokens.count).pooled)
      }
      let difference = zip(pooled[0], pooled[1]).map { abs($0 - $1) }.max() ?? 0
      let number = Numerals.significant(difference)
      return language(
        "Largest difference of the pooled outputs of A and B: \(number).", "A 与 B 池化输出的最大差：\(number)。")
    }

    /// Which inputs reach which outputs in a convolution, a recurrence and attention, and in how many steps.
    private func mixing(_ tokens: [String]) -> Figure {
      let names = [
        language("convolution, 3 wide", "卷积，窗口 3"), language("recurrence", "循环"), language("attention", "注意力"),
      ]
      let panels = zip(names, Mixing.sideBySide(causal: scene.isCausal)).map { name, mixing in
        let values = tokens.indices.map { output in
          tokens.indices.map { input in mixing.steps(from: input, to: output).map { 1 / Double($0) } }
        }
        return tokenPanel(
          tokens, values, name, bounds: 0...1, language("1 / steps", "1 / 步数"),
          axes: (language("output", "输出"), language("input", "输入"))
        ) {
          "\(Int((1 / $0).rounded()))"
        }
      }
      return figure(
        panels, aspect: 1.3,
        note: language(
          "Steps from an input (column) to an output (row); empty: none leads there.", "从输入（列）到输出（行）的步数；空白：不可达。"))
    }
  }
#endif
