import Encodings
import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Formula {
  /// What the formula comes to in a state of the explorer.
  ///
  /// `after("commands", formula)` is the formula in the state after those commands, several of them parted by semicolons:
  /// so a step can set two settings side by side.
  public func value(in exploration: Exploration) throws(FormulaError) -> FormulaValue {
    switch self {
    case .number(let value): return .number(value)
    case .text(let text): return .text(text)
    case .negated(let inner): return .number(-(try inner.number(in: exploration)))
    case .binary(let sign, let left, let right, let offset):
      return try joined(sign, left, right, in: exploration, at: offset)
    case .call("after", let arguments, let offset):
      guard arguments.count == 2, case .text(let commands) = arguments[0] else {
        throw FormulaError(offset: offset, problem: .wrongArguments("after", parameters: "\"commands\", formula"))
      }
      var later = exploration
      for line in commands.split(separator: ";") {
        do throws(CommandParser.Refusal) {
          try later.run(line: String(line))
        } catch {
          throw FormulaError(offset: offset, problem: .command(error.notice))
        }
      }
      return try arguments[1].value(in: later)
    case .call(let name, let arguments, let offset):
      return try called(name, arguments, in: exploration, at: offset)
    }
  }

  /// The number that the formula comes to.
  public func number(in exploration: Exploration) throws(FormulaError) -> Double {
    guard case .number(let value) = try value(in: exploration) else {
      throw FormulaError(offset: offset, problem: .notANumber)
    }
    return value
  }

  /// Where it begins, as far as that is known.
  private var offset: Int {
    switch self {
    case .call(_, _, let at): at
    case .binary(_, let left, _, _): left.offset
    case .negated(let inner): inner.offset
    case .number, .text: 0
    }
  }

  private func joined(
    _ sign: Operator, _ left: Formula, _ right: Formula, in exploration: Exploration, at offset: Int
  ) throws(FormulaError) -> FormulaValue {
    let (first, second) = (try left.value(in: exploration), try right.value(in: exploration))
    if case .text(let a) = first, case .text(let b) = second, sign == .equal || sign == .unequal {
      return .truth((a == b) == (sign == .equal))
    }
    guard case .number(let a) = first, case .number(let b) = second else {
      throw FormulaError(offset: offset, problem: .notANumber)
    }
    if sign.isComparison { return .truth(Self.holds(a, sign, b)) }
    let result =
      switch sign {
      case .plus: a + b
      case .minus: a - b
      case .times: a * b
      case .over: a / b
      default: pow(a, b)
      }
    guard !result.isNaN else { throw FormulaError(offset: offset, problem: .notInScene(sign.rawValue)) }
    return .number(result)
  }

  private static func holds(_ a: Double, _ sign: Operator, _ b: Double) -> Bool {
    let isNear = a == b || abs(a - b) <= tolerance * max(1, abs(a), abs(b))
    return switch sign {
    case .equal: isNear
    case .unequal: !isNear
    case .atMost: a <= b
    case .atLeast: a >= b
    case .less: a < b
    default: a > b
    }
  }

  private func called(
    _ name: String, _ arguments: [Formula], in exploration: Exploration, at offset: Int
  ) throws(FormulaError) -> FormulaValue {
    guard let function = FormulaFunction.named[name] else {
      let known = FormulaFunction.all.map(\.name) + ["after"]
      throw FormulaError(offset: offset, problem: .unknownName(name, nearest: nearestName(to: name, among: known)))
    }
    let values = try arguments.map { argument throws(FormulaError) in try argument.value(in: exploration) }
    guard function.takes(values) else {
      throw FormulaError(
        offset: offset, problem: .wrongArguments(name, parameters: function.parameters.joined(separator: ", ")))
    }
    guard let value = function.evaluate(exploration.scene, Arguments(values: values)) else {
      throw FormulaError(offset: offset, problem: .notInScene(name))
    }
    if case .number(let number) = value, number.isNaN {
      throw FormulaError(offset: offset, problem: .notInScene(name))
    }
    return value
  }
}

/// The arguments of a call, already of the kinds that the function takes.
struct Arguments {
  let values: [FormulaValue]

  /// The number at an index; not a number where there is none.
  func number(_ index: Int) -> Double {
    guard values.indices.contains(index), case .number(let value) = values[index] else { return .nan }
    return value
  }

  /// The whole number at an index, or `nil` where it is none or too large.
  func whole(_ index: Int) -> Int? {
    let value = number(index)
    guard value == value.rounded(), abs(value) <= 0x1p53 else { return nil }
    return Int(value)
  }

  /// The position at an index: whole, from 0 to the last that can be looked at.
  func position(_ index: Int) -> Int? {
    whole(index).flatMap { (0...Window.lastPosition).contains($0) ? $0 : nil }
  }

  /// The text at an index.
  func text(_ index: Int) -> String {
    guard values.indices.contains(index), case .text(let text) = values[index] else { return "" }
    return text
  }
}
