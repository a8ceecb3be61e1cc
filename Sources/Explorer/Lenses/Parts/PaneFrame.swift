import Screen

/// The frame of a pane: its heading above, its check below, and the picture's area between.
struct PaneFrame {
  /// Left in the heading: what is shown.
  let heading: String
  /// The same in fewer words, the fewest last: taken where heading and detail do not fit beside each other.
  var shorterHeadings: [String] = []
  /// Right in the heading: how, when there is room.
  let detail: String
  /// The same in fewer words, the fewest last: what explains the picture is shortened before it is left out.
  var shorterDetails: [String] = []
  /// The identity that proves the picture, printed below it.
  let check: Check?

  /// An identity with its residual, and the largest that may be.
  struct Check: Hashable {
    /// What must be zero, written out.
    let identity: String
    /// The same in a few characters, for narrow panes.
    var short: String?
    let residual: Double
    let limit: Double

    /// Not a number counts as failing.
    var holds: Bool { residual <= limit }

    /// The fewest columns in which a cut identity still says something.
    private static let leastColumns = 8

    /// «|cos² + sin² − 1| = 1.1e-16» in so many columns: the number always, of the identity as much as there is room for.
    func text(columns: Int, _ language: Language) -> String {
      let number = Numerals.significant(residual, digits: 2) + (holds ? "" : language("  FAILS", "  不成立"))
      let room = columns - Screen.columns(of: " = " + number)
      let forms = [identity] + (short.map { [$0] } ?? [])
      if let fitting = forms.first(where: { Screen.columns(of: $0) <= room }) { return "\(fitting) = \(number)" }
      guard room >= Self.leastColumns else { return number }
      return "\(shortened(forms.last ?? identity, columns: room)) = \(number)"
    }
  }

  /// The area between heading and check.
  static func inside(_ area: Area, hasCheck: Bool) -> Area {
    area.inset(top: 1, left: 1, bottom: hasCheck ? 1 : 0, right: 1)
  }

  /// Draws a heading, and in the middle of the pane why there is nothing to see.
  static func excuse(
    _ heading: String, _ why: String, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language
  ) {
    let inside = PaneFrame(heading: heading, detail: "", check: nil).draw(in: &frame, area, look, language)
    explain(why, in: &frame, inside, look)
  }

  /// Draws heading and check and returns the area between them.
  func draw(in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) -> Area {
    frame.fill(area, with: look.blank(on: .panel))
    let inside = area.inset(left: 1, right: 1)
    let (head, below) = inside.splitRows(1)
    let (heading, detail) = words(in: head.columns)
    frame.write(
      heading, row: head.row, column: head.column, style: look.style(.heading, on: .panel, .bold), in: head)
    frame.write(
      detail, row: head.row, column: head.endColumn - Screen.columns(of: detail),
      style: look.style(.muted, on: .panel), in: head)
    let middle = Self.inside(area, hasCheck: check != nil)
    guard let check else { return middle }
    let foot = below.splitRows(below.rows - 1).bottom
    let column = frame.write(
      language("check  ", "校验  "), row: foot.row, column: foot.column,
      style: look.style(check.holds ? .good : .error, on: .panel), in: foot)
    frame.write(
      check.text(columns: foot.endColumn - column, language), row: foot.row, column: column,
      style: look.style(check.holds ? .muted : .error, on: .panel), in: foot)
    return middle
  }

  /// Heading and detail as a row of so many columns has room for them: of the heading the fewest words go that let a form
  /// of the detail stand beside it; where none does, the heading stands alone.
  private func words(in columns: Int) -> (heading: String, detail: String) {
    let headings = [heading] + shorterHeadings
    for heading in headings {
      for detail in [detail] + shorterDetails
      where Screen.columns(of: heading) + Screen.columns(of: detail) + 2 <= columns { return (heading, detail) }
    }
    let fitting = headings.first { Screen.columns(of: $0) <= columns }
    return (fitting ?? shortened(headings.last ?? heading, columns: columns), "")
  }
}

/// Says in the middle of an area why there is nothing to see, in as many lines as it takes.
func explain(_ text: String, in frame: inout Frame, _ area: Area, _ look: Look) {
  let lines = wrapped(text, columns: area.columns)
  let first = area.row + max(0, (area.rows - lines.count) / 2)
  for (index, line) in lines.enumerated() {
    let column = area.column + max(0, (area.columns - Screen.columns(of: line)) / 2)
    frame.write(line, row: first + index, column: column, style: look.style(.muted, on: .panel), in: area)
  }
}
