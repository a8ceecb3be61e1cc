/// Numbers as people read them, without a locale: the same on every machine.
public enum Numerals {
  /// A whole number in groups of three: 131072 becomes «131 072».
  public static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    guard digits.count > 4 else { return String(number) }
    var text = number < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += " " }
      text.append(digit)
    }
    return text
  }

  /// Whole numbers from the first to the last of a range: «12», or «1024…1055».
  public static func span(_ range: Range<Int>) -> String {
    range.count <= 1 ? grouped(range.lowerBound) : "\(grouped(range.lowerBound))…\(grouped(range.upperBound - 1))"
  }

  /// A number with so many significant digits; very large and very small ones with a power of ten: «8.94e-3».
  ///
  /// - Parameter digits: 1 … 15.
  public static func significant(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "−∞" : "∞" }
    guard value != 0 else { return "0" }
    let count = min(max(digits, 1), 15)
    let magnitude = abs(value)
    var exponent = Int(decimalLogarithm(magnitude).rounded(.down))
    var mantissa = scaled(magnitude, by: count - 1 - exponent).rounded()
    if mantissa >= power(10, Double(count)) {
      mantissa = (mantissa / 10).rounded()
      exponent += 1
    }
    let figures = String(Int64(mantissa))
    let sign = value < 0 ? "−" : ""
    if exponent >= -2 && exponent < max(count, 5) {
      return sign + placed(figures, exponent: exponent)
    }
    let tail = trimmed(String(figures.first ?? "0") + "." + figures.dropFirst())
    return sign + tail + "e\(exponent < 0 ? "-" : "")\(abs(exponent))"
  }

  /// A magnitude in at most five characters: whole below 10 000, from there on three digits with k, M, G and so on. 12048
  /// becomes «12k», 1160000 «1.16M», 1590 «1590», 0.5 «0.5».
  public static func short(_ value: Double) -> String {
    guard abs(value) >= 9999.5 else { return significant(value, digits: abs(value) >= 999.5 ? 4 : 3) }
    var (scaled, index) = (value / 1000, 1)
    while abs(scaled) >= 999.5, index < suffixes.count - 1 {
      scaled /= 1000
      index += 1
    }
    guard abs(scaled) < 999.5 else { return significant(value) }
    return significant(scaled) + suffixes[index]
  }

  private static let suffixes = ["", "k", "M", "G", "T", "P"]

  /// A number with so many digits after the point, zeros kept: columns of such numbers line up. One too large for that
  /// stands as ``significant(_:digits:)`` writes it.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    let places = min(max(decimals, 0), 12)
    let units = scaled(abs(value), by: places).rounded()
    guard abs(value) < 1e15, units < 9e18 else { return significant(value) }
    let whole = Int64(units)
    let unit = Int64(power(10, Double(places)))
    let fraction = String(whole % unit)
    let text =
      places == 0
      ? String(whole)
      : "\(whole / unit)." + String(repeating: "0", count: places - fraction.count) + fraction
    return value < 0 && whole != 0 ? "−" + text : text
  }

  /// A number as a person would type it: whole numbers without a point, others the shortest that reads back the same.
  public static func plain(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return "\(value)"
  }

  /// value · 10^exponent. No Double holds a power of ten past 10^308, so that a longer way is gone in two steps.
  private static func scaled(_ value: Double, by exponent: Int) -> Double {
    guard abs(exponent) <= 300 else {
      let step = exponent.signum() * 300
      return scaled(scaled(value, by: step), by: exponent - step)
    }
    return exponent >= 0 ? value * power(10, Double(exponent)) : value / power(10, Double(-exponent))
  }

  /// Puts the decimal point into figures d₀d₁d₂… that stand for d₀.d₁d₂… · 10^exponent.
  private static func placed(_ figures: String, exponent: Int) -> String {
    if exponent < 0 {
      return trimmed("0." + String(repeating: "0", count: -exponent - 1) + figures)
    }
    if exponent >= figures.count - 1 {
      return figures + String(repeating: "0", count: exponent - figures.count + 1)
    }
    return trimmed(String(figures.prefix(exponent + 1)) + "." + figures.dropFirst(exponent + 1))
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    let kept = text.reversed().drop { $0 == "0" }
    return String((kept.first == "." ? kept.dropFirst() : kept).reversed())
  }
}
