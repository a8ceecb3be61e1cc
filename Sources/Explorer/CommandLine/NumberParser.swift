/// Numbers as people type them.
public enum NumberParser {
  /// A number: «500000», «5e5», «500k», «1.5M», «2^20», «10_000». Not a number, or not finite: `nil`.
  public static func number(_ text: String) -> Double? {
    let plain = text.replacing("_", with: "").replacing("−", with: "-")
    if let cut = plain.firstIndex(of: "^") {
      // A sign before a power is that of its value: −2^40 is −(2^40).
      let sign = plain.hasPrefix("-") ? -1.0 : 1
      guard let base = Double(plain[..<cut]).map({ $0 * sign }),
        let exponent = Int(plain[plain.index(after: cut)...]),
        (-1024...1024).contains(exponent)
      else { return nil }
      var value = 1.0
      for _ in 0..<abs(exponent) { value *= base }
      let result = sign * (exponent < 0 ? 1 / value : value)
      return result.isFinite ? result : nil
    }
    let units: [Character: Double] = ["k": 1e3, "K": 1e3, "M": 1e6, "G": 1e9]
    if let last = plain.last, let unit = units[last], let value = digits(String(plain.dropLast())) {
      return (value * unit).isFinite ? value * unit : nil
    }
    return digits(plain)
  }

  /// A whole number that fits, or `nil`.
  public static func whole(_ text: String) -> Int? {
    if let exact = Int(text) { return exact }
    guard let value = number(text), value == value.rounded(), abs(value) <= 0x1p53 else { return nil }
    return Int(value)
  }

  /// A range «start:stop», stop excluded, as NumPy writes it; not empty.
  public static func range(_ text: String) -> Range<Int>? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = whole(String(parts[0])), let stop = whole(String(parts[1])), start < stop
    else { return nil }
    return start..<stop
  }

  /// Decimal digits with a point and an exponent; neither hexadecimal nor names such as «inf».
  private static func digits(_ text: String) -> Double? {
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || ".eE+-".contains($0)) }), let value = Double(text),
      value.isFinite
    else { return nil }
    return value
  }
}
