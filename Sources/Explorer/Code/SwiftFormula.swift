/// Writes formulas in Swift.
struct SwiftFormula {
  /// What stands for a name inside a closure over columns: «$0».
  let places: [String: String]

  /// A step's name as Swift spells it; sines and cosines give way to the functions.
  static func name(_ name: String) -> String {
    if let other = ["cos": "cosine", "sin": "sine", "floor": "floored"][name] { return other }
    let words = name.split(separator: "_")
    return (words.first.map(String.init) ?? "")
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The formula with no more parentheses than it needs.
  func text(of formula: Term) -> String { written(formula, above: 0) }

  /// How closely the outermost operation binds: 0 choices, 1 sums, 2 products, 3 a sign, 4 everything else.
  private func level(_ formula: Term) -> Int {
    switch formula {
    case .choice: 0
    case .binary(.plus, _, _), .binary(.minus, _, _): 1
    case .binary(.times, _, _), .binary(.over, _, _): 2
    case .negative: 3
    case .number(let value) where value < 0: 3
    default: 4
    }
  }

  private func written(_ formula: Term, above least: Int) -> String {
    let text = bare(formula)
    return level(formula) < least ? "(\(text))" : text
  }

  private func bare(_ formula: Term) -> String {
    switch formula {
    case .number(let value): return literal(value)
    case .pi: return "Double.pi"
    case .name(let name): return places[name] ?? Self.name(name)
    case .negative(let a): return "-" + written(a, above: 4)
    case .binary(.power, let a, let b): return "pow(\(text(of: a)), \(text(of: b)))"
    case .binary(let sign, let a, let b):
      let own = level(formula)
      let isStrict = sign == .minus || sign == .over
      return "\(written(a, above: own)) \(sign.rawValue) \(written(b, above: isStrict ? own + 1 : own))"
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
