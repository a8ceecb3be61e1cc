import Screen

extension Look {
  /// Whether colours can be mixed: a tint is seen, and half blocks carry two colours.
  var mixes: Bool { depth >= .palette256 && !asciiOnly }

  /// One cell of a bar in the accent, beside what is pointed at.
  var accentBar: Cell {
    var style = style(.accent, on: .panel, .bold)
    guard depth >= .palette256 else { return Cell("|", style) }
    style.background = theme[.accent]
    return Cell(" ", style)
  }
}
