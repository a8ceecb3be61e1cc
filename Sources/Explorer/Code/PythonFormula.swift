/// Writes formulas in Python.
struct PythonFormula {
  let library: String
  let isTorch: Bool
  /// Names that stand for arrays and not for one number.
  let arrays: Set<String>

  /// The formula with no more parentheses than it needs.
  func text(of formula: Term) -> String { written(formula, above: 0) }

  private func isArray(_ formula: Term) -> Bool { formula.names.contains(where: arrays.contains) }

  /// How closely the outermost operation binds: 1 sums, 2 products, 3 a sign, 4 powers, 5 everything else.
  private func level(_ formula: Term) -> Int {
    switch formula {
    case .binary(.plus, _, _), .binary(.minus, _, _): 1
    case .binary(.times, _, _), .binary(.over, _, _): 2
    case .negative: 3
    case .number(let value) where value < 0: 3
    case .binary(.power, _, _): 4
    default: 5
    }
  }

  private func written(_ formula: Term, above least: Int) -> String {
    let text = bare(formula)
    return level(formula) < least ? "(\(text))" : text
  }

  private func bare(_ formula: Term) -> String {
    switch formula {
    case .number(let value): return literal(value)
    case .pi: return isTorch ? "math.pi" : "np.pi"
    case .name(let name): return name
    case .negative(let a): return "-" + written(a, above: 2)
    case .binary(.power, let a, let b): return "\(written(a, above: 5)) ** \(written(b, above: 3))"
    case .binary(let sign, let a, let b):
      let own = level(formula)
      let isStrict = sign == .minus || sign == .over
      return "\(written(a, above: own)) \(sign.rawValue) \(written(b, above: isStrict ? own + 1 : own))"
    case .call(let function, let a): return call(function, a)
    case .least(.greatest(let a, let low), let high) where isArray(a):
      return "\(isTorch ? "torch.clamp" : "np.clip")(\(text(of: a)), \(text(of: low)), \(text(of: high)))"
    case .least(let a, let b): return bounded(a, b, word: "max", plain: "min", array: "minimum")
    case .greatest(let a, let b): return bounded(a, b, word: "min", plain: "max", array: "maximum")
    case .choice(let comparison, let a, let b, let then, let otherwise):
      return "\(library).where(\(text(of: a)) \(comparison.rawValue) \(text(of: b)), "
        + "\(text(of: then)), \(text(of: otherwise)))"
    }
  }

  private func bounded(_ a: Term, _ b: Term, word: String, plain: String, array: String) -> String {
    if !isArray(a), !isArray(b) { return "\(plain)(\(text(of: a)), \(text(of: b)))" }
    guard isTorch else { return "np.\(array)(\(text(of: a)), \(text(of: b)))" }
    let (many, one) = isArray(a) ? (a, b) : (b, a)
    return isArray(one)
      ? "torch.\(array)(\(text(of: a)), \(text(of: b)))" : "torch.clamp(\(text(of: many)), \(word)=\(text(of: one)))"
  }

  private func call(_ function: Term.Function, _ a: Term) -> String {
    let argument = text(of: a)
    switch function {
    case .bfloat16, .network: return "\(function.rawValue)(\(argument))"
    case .abs where !isTorch || !isArray(a): return "abs(\(argument))"
    default: return "\(isTorch && !isArray(a) ? "math" : library).\(function.rawValue)(\(argument))"
    }
  }
}
