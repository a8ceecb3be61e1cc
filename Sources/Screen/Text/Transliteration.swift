extension Frame {
  /// The frame for a screen that has no signs but those of ASCII: each other narrow glyph becomes the one most like it.
  ///
  /// Wide glyphs stay: who asks for Chinese can show it.
  public func transliterated() -> Frame {
    var frame = self
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        guard let cell = self[row, column], cell.width == .narrow, !cell.isASCII else { continue }
        let sign = cell.scalar.isASCII ? cell.scalar : Self.likeness[cell.scalar] ?? "?"
        frame.put(Cell(sign, cell.style), row: row, column: column)
      }
    }
    return frame
  }

  /// One sign for one sign, so that nothing moves.
  private static let likeness: [Unicode.Scalar: Unicode.Scalar] = [
    "−": "-", "–": "-", "—": "-", "×": "x", "·": ".", "…": "~", "→": ">", "←": "<", "↑": "^", "↓": "v", "◂": "<",
    "▸": ">", "⟨": "<", "⟩": ">", "«": "\"", "»": "\"", "“": "\"", "”": "\"", "‘": "'", "’": "'", "ω": "w", "λ": "L",
    "π": "P", "θ": "t", "α": "a", "β": "B", "′": "'", "⌊": "[", "⌋": "]", "⌈": "[", "⌉": "]", "±": "+", "Σ": "S",
    "Δ": "D", "√": "V", "≤": "<",
    "≡": "=", "÷": "/", "ζ": "z", "γ": "g", "ᵀ": "T", "₁": "1", "₂": "2", "›": ">", "≥": ">", "≈": "~", "∞": "I",
    "²": "2", "₀": "0",
    "ᵢ": "i", "ⱼ": "j", "━": "-", "½": "/", "°": "o",
    "⎡": "[", "⎣": "[", "⎤": "]", "⎦": "]", "█": "#", "▓": "*", "▒": "+", "░": ".", "▀": "#", "▄": "#",
  ]
}
