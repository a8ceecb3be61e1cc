import Screen

/// Colours and attributes as the terminal has them now, and the bytes that change them.
struct Pen {
  private let capabilities: Capabilities
  /// For each byte its decimal digits after a semicolon, packed in the low four bytes; the length in the fifth.
  private let parts: [UInt64]
  private var attributes: UInt8 = 0
  private(set) var foreground = ShownCell.terminalDefault
  private(set) var background = ShownCell.terminalDefault

  init(_ capabilities: Capabilities) {
    self.capabilities = capabilities
    parts = (0...255).map { value in
      let text = ";\(value)"
      return text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) } | UInt64(text.utf8.count) << 32
    }
  }

  /// Ends every colour and attribute, whatever they were.
  mutating func reset(_ output: inout OutputBuffer) {
    output.append(capabilities.plain)
    attributes = 0
    foreground = ShownCell.terminalDefault
    background = ShownCell.terminalDefault
  }

  /// Whether a cell can be written without a change.
  @inline(__always)
  func suits(_ cell: ShownCell) -> Bool {
    cell.attributes == attributes && cell.background == background
      && (cell.foreground == foreground || cell.foreground == ShownCell.none)
  }

  /// Changes what differs. A foreground of `ShownCell.none` is left as it is.
  @inline(__always)
  mutating func set(attributes: UInt8, foreground: UInt32, background: UInt32, _ output: inout OutputBuffer) {
    if attributes != self.attributes { set(attributes: attributes, &output) }
    let foreground = foreground == ShownCell.none ? self.foreground : foreground
    if foreground == self.foreground, background == self.background { return }
    if capabilities.depth == .truecolor {
      setDirect(foreground: foreground, background: background, &output)
    } else {
      setIndexed(foreground: foreground, background: background, &output)
    }
  }

  private mutating func set(attributes wanted: UInt8, _ output: inout OutputBuffer) {
    if attributes & ~wanted != 0 { reset(&output) }
    for (attribute, bytes) in capabilities.attributes where wanted & ~attributes & attribute.rawValue != 0 {
      output.append(bytes)
    }
    attributes = wanted
  }

  @inline(__always)
  private mutating func setDirect(foreground: UInt32, background: UInt32, _ output: inout OutputBuffer) {
    output.append("\u{1B}[")
    if foreground != self.foreground {
      if foreground == ShownCell.terminalDefault {
        output.append("39")
      } else {
        output.append("38;2")
        append(foreground, &output)
      }
      self.foreground = foreground
      if background != self.background { output.append(UInt8(ascii: ";")) }
    }
    if background != self.background {
      if background == ShownCell.terminalDefault {
        output.append("49")
      } else {
        output.append("48;2")
        append(background, &output)
      }
      self.background = background
    }
    output.append(UInt8(ascii: "m"))
  }

  @inline(__always)
  private func append(_ color: UInt32, _ output: inout OutputBuffer) {
    for shift: UInt32 in [16, 8, 0] {
      let part = parts[Int(color >> shift & 255)]
      output.append(packed: part, length: Int(part >> 32))
    }
  }

  private mutating func setIndexed(foreground: UInt32, background: UInt32, _ output: inout OutputBuffer) {
    let ends =
      (foreground == ShownCell.terminalDefault && foreground != self.foreground)
      || (background == ShownCell.terminalDefault && background != self.background)
    if ends {
      if let bytes = capabilities.defaultColors {
        output.append(bytes)
        self.foreground = ShownCell.terminalDefault
        self.background = ShownCell.terminalDefault
      } else {
        let kept = attributes
        reset(&output)
        set(attributes: kept, &output)
      }
    }
    if foreground != self.foreground, Int(foreground) < capabilities.setForeground.count {
      output.append(capabilities.setForeground[Int(foreground)])
    }
    if background != self.background, Int(background) < capabilities.setBackground.count {
      output.append(capabilities.setBackground[Int(background)])
    }
    self.foreground = foreground
    self.background = background
  }
}
