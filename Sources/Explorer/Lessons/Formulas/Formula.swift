/// An expression over the numbers of a scene, as lessons write it: `wavelength(3) / 2`, `slope(0) == 0.5`.
///
///     comparison = sum [("==" | "!=" | "<=" | ">=" | "<" | ">") sum]
///     sum        = product {("+" | "-") product}
///     product    = sign {("*" | "/") sign}
///     sign       = ["-"] power
///     power      = atom ["^" sign]
///     atom       = number | "text" | name | name "(" [comparison {"," comparison}] ")" | "(" comparison ")"
public indirect enum Formula: Hashable, Sendable {
  /// A number as it was written.
  case number(Double)
  /// Text in quotation marks: a command, a sentence, a method's name.
  case text(String)
  /// A name with what stands in parentheses after it; a name alone has no arguments. `at` counts characters from 0.
  case call(String, [Formula], at: Int)
  /// The number with its sign changed.
  case negated(Formula)
  /// Two numbers joined.
  case binary(Operator, Formula, Formula, at: Int)

  /// What joins two numbers.
  public enum Operator: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case power = "^"
    case equal = "=="
    case unequal = "!="
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case more = ">"

    /// Whether the result is a truth and not a number.
    var isComparison: Bool {
      switch self {
      case .equal, .unequal, .atMost, .atLeast, .less, .more: true
      default: false
      }
    }
  }

  /// Numbers count as equal when they differ by less than this share of the larger, or by less than this: what double
  /// precision leaves of a few operations.
  static let tolerance = 1e-9

  /// Every number that is written in it, those in commands included.
  var numbers: [Double] {
    switch self {
    case .number(let value): [value]
    case .text(let text): Lesson.numbers(in: text).compactMap(Double.init)
    case .call(_, let arguments, _): arguments.flatMap(\.numbers)
    case .negated(let inner): inner.numbers
    case .binary(_, let left, let right, _): left.numbers + right.numbers
    }
  }
}

/// What a formula comes to.
public enum FormulaValue: Hashable, Sendable {
  /// A number; never «not a number», which is an error instead.
  case number(Double)
  /// A word, such as a layout's name.
  case text(String)
  /// Whether a comparison holds.
  case truth(Bool)
}

/// What is wrong with a formula, and at which character of it, from 0.
public struct FormulaError: Error, Hashable, Sendable {
  /// The kinds of mistake.
  public enum Problem: Hashable, Sendable {
    /// A character that cannot stand there.
    case unexpected(String)
    /// It ends where something must follow.
    case endsEarly
    /// More than 40 levels of parentheses.
    case tooDeep
    /// Nobody knows this name; the nearest that is known.
    case unknownName(String, nearest: String?)
    /// A function wants other arguments: its name and its parameters.
    case wrongArguments(String, parameters: String)
    /// The scene has no such number: no frequencies, no such pair, past the end of a table.
    case notInScene(String)
    /// A number was needed: there is text or a truth.
    case notANumber
    /// The command inside `after` was refused.
    case command(Notice)
  }

  /// The character it concerns, from 0.
  public let offset: Int
  /// What is wrong.
  public let problem: Problem
}
