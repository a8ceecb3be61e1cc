/// A term over numbers, columns and rows, that is written in each dialect and evaluated here.
///
/// One description makes the snippet of every dialect and the check below it, so that what is shown is what was checked.
///
///     let angle: Term = "p" * "inv_freq"
indirect enum Term: Hashable, Sendable {
  /// A number as it is.
  case number(Double)
  /// π.
  case pi
  /// What was defined before.
  case name(String)
  /// An operation of two.
  case binary(Operator, Term, Term)
  /// −x.
  case negative(Term)
  /// A function of one.
  case call(Function, Term)
  /// The lesser of two.
  case least(Term, Term)
  /// The greater of two.
  case greatest(Term, Term)
  /// One of two, by a comparison.
  case choice(Comparison, Term, Term, then: Term, otherwise: Term)

  /// Operations of two, in the order of how closely they bind.
  enum Operator: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case power = "**"
  }

  /// Functions of one number.
  enum Function: String, Hashable, Sendable {
    case cos, sin, log, log1p, abs, floor, ceil, sign
    /// Rounds to bfloat16.
    case bfloat16
    /// FIRE's learned network.
    case network
  }

  /// Comparisons.
  enum Comparison: String, Hashable, Sendable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case equal = "=="
  }

  /// self to the power of another.
  func power(_ exponent: Term) -> Term { .binary(.power, self, exponent) }

  /// self held between two numbers.
  func clipped(_ low: Term, _ high: Term) -> Term { .least(.greatest(self, low), high) }

  /// The names in it, each once, in the order in which they occur.
  var names: [String] {
    var found: [String] = []
    visit { if case .name(let name) = $0, !found.contains(name) { found.append(name) } }
    return found
  }

  /// The functions in it.
  var functions: Set<Function> {
    var found: Set<Function> = []
    visit { if case .call(let function, _) = $0 { found.insert(function) } }
    return found
  }

  private func visit(_ body: (Term) -> Void) {
    body(self)
    switch self {
    case .number, .pi, .name: break
    case .negative(let a), .call(_, let a): a.visit(body)
    case .binary(_, let a, let b), .least(let a, let b), .greatest(let a, let b):
      a.visit(body)
      b.visit(body)
    case .choice(_, let a, let b, let then, let otherwise):
      for part in [a, b, then, otherwise] { part.visit(body) }
    }
  }
}

extension Term: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  init(floatLiteral value: Double) { self = .number(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(stringLiteral value: String) { self = .name(value) }

  static func + (a: Term, b: Term) -> Term { .binary(.plus, a, b) }
  static func - (a: Term, b: Term) -> Term { .binary(.minus, a, b) }
  static func * (a: Term, b: Term) -> Term { .binary(.times, a, b) }
  static func / (a: Term, b: Term) -> Term { .binary(.over, a, b) }
  static prefix func - (a: Term) -> Term { .negative(a) }
}
