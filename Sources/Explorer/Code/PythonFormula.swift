/// Writes formulas in Python.
struct PythonFormula: FormulaWriter {
  let library: String
  let isTorch: Bool
  /// Names that stand for arrays and not for one number.
  let arrays: Set<String>

  private func isArray(_ formula: Term) -> Bool { formula.names.contains(where: arrays.contains) }

  func closeness(of formula: Term) -> Int { formula.closenessOfCalls }

  func bare(_ formula: Term) -> String {
    switch formula {
    case .number(let value): return literal(value)
    case .pi: return isTorch ? "math.pi" : "np.pi"
    case .name(let name): return name
    case .negative(let a): return "-" + written(a, above: 2)
    case .binary(.power, let a, let b): return "\(written(a, above: 5)) ** \(written(b, above: 3))"
    case .binary(let sign, let a, let b): return infix(sign, a, b)
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
