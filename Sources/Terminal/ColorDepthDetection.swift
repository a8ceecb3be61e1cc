package import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ColorDepth {
  /// How many colours to use, from what the environment and the terminal's entry say.
  ///
  /// `NO_COLOR`, where it is not empty, asks for none (https://no-color.org). `COLORTERM` of `truecolor` or `24bit`,
  /// a `TERM` that ends in `-direct`, or an entry with 2^24 colours stand for 24 bits.
  ///
  /// - Parameters:
  ///   - environment: Looks up a variable.
  ///   - colors: The entry's number of colours, 0 for none.
  package static func detected(environment: (String) -> String?, colors: Int) -> ColorDepth {
    if let refusal = environment("NO_COLOR"), !refusal.isEmpty { return .mono }
    if let claim = environment("COLORTERM"), ["truecolor", "24bit"].contains(claim) { return .truecolor }
    if environment("TERM")?.hasSuffix("-direct") == true { return .truecolor }
    if colors >= 1 << 24 { return .truecolor }
    return colors >= 256 ? .palette256 : colors >= 8 ? .palette16 : .mono
  }

  /// How many colours the terminal that `TERM` names shows, without opening it; none where it is not known.
  package static var ofTerminal: ColorDepth {
    let variable = { (name: String) in getenv(name).map { String(cString: $0) } }
    guard let name = variable("TERM"), let terminfo = try? Terminfo.load(name) else { return .mono }
    defer { Terminfo.unload() }
    return .detected(environment: variable, colors: terminfo.number("colors"))
  }
}
