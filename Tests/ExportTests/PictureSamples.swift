import Encodings
import Export
import Screen
import Testing

let colors = DefaultColors(foreground: Color(hex: 0xEEEEEE), background: Color(hex: 0x101010))

let origin = Provenance(
  title: "a <title>", software: "ropescope test", command: "ropescope shot heatmap 'a & b'",
  parameters: .object([("base", .number(10_000))]))

/// Two rows: a bold wide glyph and a word; a half block and a full braille pattern.
func pictureFrame() -> Frame {
  var frame = Frame(Size(rows: 2, columns: 8))
  frame.write("位 ab<", row: 0, column: 0, style: Style(Color(hex: 0xFF0000), on: Color(hex: 0x000010), .bold))
  frame.put(Cell("▀", Style(Color(hex: 0x112233), on: Color(hex: 0x445566))), row: 1, column: 0)
  frame.put(Cell("⣿", Style(Color(hex: 0x00FF00))), row: 1, column: 1)
  return frame
}

/// Blue, white, orange.
let diverging = ColorMap(.diverging, stops: [Color(hex: 0x0A4A86), Color(hex: 0xF7F5F0), Color(hex: 0x943800)])

/// A theme of one colour of text, for figures.
func figureTheme() -> Theme {
  let dark: Set<Role> = [.text, .heading, .muted, .accent, .second, .trained, .unseen, .good, .error]
  return Theme(
    name: "test", summary: "", appearance: .light,
    color: { Color(hex: dark.contains($0) ? 0x202020 : 0xFFFFFF) }, map: { _ in diverging })
}

/// A heatmap of sixteen positions by eight pairs, with a curve below it.
func sampleFigure() throws -> Figure {
  let field = PhaseField(rotary: try Rotary(dimension: 16), component: .cosine, rowCount: 16)
  let content = HeatmapContent(field: field, rows: 0..<16, columns: 0..<8, kind: .diverging, label: "cos")
  let line = Line("decay", points: [(0, 1), (8, 0.5), (15, 0.25)], ink: .series(0))
  return Figure(
    title: "位置 & pairs",
    panels: [
      Panel(
        x: .cells("pair", 0..<8), y: .cells("position", 0..<16, isDownward: true), content: .heatmap(content)),
      Panel(x: .cells("distance", 0..<16), y: Axis("score", 0...1), content: .lines([line])),
    ], caption: ["base 10000"])
}
