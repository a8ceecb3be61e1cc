/// Writes formulas in one dialect with no more parentheses than they need.
protocol FormulaWriter {
  /// How closely the outermost operation of a formula binds, as this dialect spells it.
  func closeness(of formula: Term) -> Int
  /// A formula without parentheses around it.
  func bare(_ formula: Term) -> String
}

extension FormulaWriter {
  func closeness(of formula: Term) -> Int { formula.closeness }

  /// The formula with no more parentheses than it needs.
  func text(of formula: Term) -> String { bare(formula) }

  /// A formula where one stands that must bind at least so closely.
  func written(_ formula: Term, above least: Int) -> String {
    let text = bare(formula)
    return closeness(of: formula) < least ? "(\(text))" : text
  }

  /// An operation with its sign in the middle: what is taken away, or divided by, binds more closely than the whole.
  func infix(_ sign: Term.Operator, _ a: Term, _ b: Term) -> String {
    let own = Term.binary(sign, a, b).closeness
    let isStrict = sign == .minus || sign == .over
    return "\(written(a, above: own)) \(sign.rawValue) \(written(b, above: isStrict ? own + 1 : own))"
  }
}

extension Term {
  /// How closely the outermost operation binds: 0 choices, 1 sums, 2 products, 3 a sign, 4 powers, 5 everything else.
  fileprivate var closeness: Int {
    switch self {
    case .choice: 0
    case .binary(.plus, _, _), .binary(.minus, _, _): 1
    case .binary(.times, _, _), .binary(.over, _, _): 2
    case .negative: 3
    case .number(let value) where value < 0: 3
    case .binary(.power, _, _): 4
    default: 5
    }
  }

  /// The same where a choice is written as a function.
  var closenessOfCalls: Int { if case .choice = self { 5 } else { closeness } }
}
