/// Writes formulas in Swift.
struct SwiftFormula: FormulaWriter {
  /// What stands for a name inside a closure over columns: «$0».
  let places: [String: String]

  /// A step's name as Swift spells it; sines and cosines give way to the functions.
  static func name(_ name: String) -> String {
    if let other = ["cos": "cosine", "sin": "sine", "floor": "floored"][name] { return other }
    let words = name.split(separator: "_")
    return (words.first.map(String.init) ?? "")
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  func bare(_ formula: Term) -> String {
    switch formula {
    case .number(let value): return literal(value)
    case .pi: return "Double.pi"
    case .name(let name): return places[name] ?? Self.name(name)
    case .negative(let a): return "-" + written(a, above: 4)
    case .binary(.power, let a, let b): return "pow(\(text(of: a)), \(text(of: b)))"
    case .binary(let sign, let a, let b): return infix(sign, a, b)
    case .call(.sign, let a): return "copysign(1, \(text(of: a)))"
    case .call(let function, let a): return "\(function.rawValue)(\(text(of: a)))"
    case .least(let a, let b): return "min(\(text(of: a)), \(text(of: b)))"
    case .greatest(let a, let b): return "max(\(text(of: a)), \(text(of: b)))"
    case .choice(let comparison, let a, let b, let then, let otherwise):
      return "\(text(of: a)) \(comparison.rawValue) \(text(of: b)) ? \(branch(then)) : \(branch(otherwise))"
    }
  }

  /// A whole number alone would be taken for an Int.
  private func branch(_ formula: Term) -> String {
    if case .number(let value) = formula, value == value.rounded() { return literal(value) + ".0" }
    return text(of: formula)
  }
}
