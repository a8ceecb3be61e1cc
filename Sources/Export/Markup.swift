import Screen

/// Text for XML and HTML: what would be markup, and quotes, by their entities; hostile characters made visible.
func markup(_ text: some StringProtocol) -> String {
  var result = ""
  for character in visible(text).unicodeScalars {
    switch character {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(character)
    }
  }
  return result
}

extension Color {
  /// The colour as CSS and SVG write it: «#0f1117».
  var css: String {
    let digits = String(hex, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

/// A number for SVG and CSS: at most three digits after the point, none that say nothing.
func coordinate(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e9 else { return "0" }
  let thousandths = Int((value * 1000).rounded())
  let (whole, rest) = (abs(thousandths) / 1000, abs(thousandths) % 1000)
  var text = (thousandths < 0 ? "-" : "") + String(whole)
  if rest > 0 {
    let digits = String(rest)
    text += "." + String(repeating: "0", count: 3 - digits.count) + digits
    while text.hasSuffix("0") { text.removeLast() }
  }
  return text
}
