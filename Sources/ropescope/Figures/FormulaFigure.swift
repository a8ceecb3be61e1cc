#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  extension ViewFigure {
    /// The formula with its numbers filled in, step by step, and the values of three positions.
    func formula() -> Figure {
      let derivation = scene.derivation(language)
      let steps = derivation.steps.map { step in
        if step.left.isEmpty, step.right.isEmpty { return [TableContent.Cell]() }
        if step.right.isEmpty { return [TableContent.Cell(Self.grouped(step.left), step.role)] }
        return [.init(step.left), .init(Self.grouped(step.right), step.role, isBold: step.role == .accent)]
      }
      let isNote = steps.allSatisfy { $0.count < 2 }
      var panels = [Panel(table: TableContent(columns: isNote ? [.start] : [.start, .start], rows: steps))]
      if !derivation.columns.isEmpty { panels.append(Panel(table: worked(derivation))) }
      return figure(panels, aspect: 0.6)
    }

    /// A text with the whole parts of its numbers in groups of three, as the table below has them.
    static func grouped(_ text: String) -> String {
      var (result, digits) = ("", "")
      func whole() -> String {
        guard digits.count > 4, digits.first != "0", !result.hasSuffix(".") else { return digits }
        return Int(digits).map(Numerals.grouped) ?? digits
      }
      for character in text {
        if ("0"..."9").contains(character) {
          digits.append(character)
        } else {
          (result, digits) = (result + whole() + String(character), "")
        }
      }
      return result + whole()
    }

    /// The most columns of worked values that can be read in a figure.
    private static let mostColumns = 8

    private func worked(_ derivation: Derivation) -> TableContent {
      let columns = derivation.columns.prefix(Self.mostColumns)
      let positions = scene.workedPositions
      let values = positions.map { position in columns.indices.map { derivation.value(position, $0) } }
      let isWhole = values.joined().allSatisfy { $0 == $0.rounded() }
      let isOfPairs = scene.encoding.bias != nil || scene.encoding.buckets != nil
      let head =
        [TableContent.Cell(isOfPairs ? "q" : "p", .muted)] + columns.map { TableContent.Cell($0.name, .muted) }
      let rows = zip(positions, values).map { position, numbers in
        let role: Role = position == scene.position ? .accent : .text
        return [TableContent.Cell(Numerals.grouped(position), role)]
          + numbers.map { TableContent.Cell(Numerals.fixed($0, decimals: isWhole ? 0 : 5), role) }
      }
      return TableContent(columns: [.end] + columns.map { _ in .end }, rows: [head] + rows)
    }
  }
#endif
