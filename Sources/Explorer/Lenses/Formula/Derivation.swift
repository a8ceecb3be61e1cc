import Encodings
package import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A value worked out by hand: formulas with their numbers filled in, step by step, and the residual of the last one.
package struct Derivation {
  /// One line: what is worked out, or nothing where the step goes on, and the step.
  package struct Step: Hashable {
    package let left: String
    package let right: String
    package var role = Role.text
  }

  /// One column of the worked table.
  package struct Column: Hashable {
    package let name: String
    /// The pair that its values belong to, where they belong to one.
    var pair: Int?
    /// The key that they are of, where they are of one.
    var key: Int?
  }

  /// The steps in their order; an empty one parts two values.
  package let steps: [Step]
  /// The numbers of the steps, under names without signs: the same ones at every position of an encoding.
  package let numbers: [(name: String, value: Double)]
  /// The hand's result against the library's.
  let check: PaneFrame.Check?
  /// How far the hand's result is from the library's; `nil` where nothing is computed.
  package var residual: Double? { check?.residual }
  /// The columns of the worked table, and its values by position; empty without one.
  package let columns: [Column]
  package let value: (_ position: Int, _ column: Int) -> Double

  init(
    _ steps: [Step], numbers: [(name: String, value: Double)] = [], check: PaneFrame.Check? = nil,
    columns: [Column] = [],
    value: @escaping (_ position: Int, _ column: Int) -> Double = { _, _ in 0 }
  ) {
    (self.steps, self.numbers, self.check) = (steps, numbers, check)
    (self.columns, self.value) = (columns, value)
  }

  /// The steps of one value: the formula, its numbers, the result in the accent.
  static func chain(_ left: String, _ rights: [String]) -> [Step] {
    rights.enumerated().map { index, right in
      Step(
        left: index == 0 ? left : "", right: "= " + right,
        role: index == rights.count - 1 ? .accent : index == 0 ? .heading : .text)
    } + [Step(left: "", right: "")]
  }

  /// A note between values.
  static func note(_ text: String) -> Step { Step(left: text, right: "", role: .muted) }

  /// Six decimals.
  static func six(_ value: Double) -> String { Numerals.fixed(value, decimals: 6) }

  /// A whole number with the sign of mathematics.
  static func whole(_ value: Int) -> String { (value < 0 ? "−" : "") + "\(value.magnitude)" }

  /// Eight significant digits.
  static func eight(_ value: Double) -> String { Numerals.significant(value, digits: 8) }
}

extension Scene {
  /// The encoding's formula at the position, the second position, the pair and the head looked at.
  package func derivation(_ language: Language) -> Derivation {
    switch encoding {
    case .none:
      Derivation(
        Derivation.chain(language("score(q, k)", "得分(q, k)"), ["q·k / √d + 0", "q·k / √d"]) + [
          Derivation.note(
            language("no position enters: order comes from the causal mask alone", "没有位置项：次序只来自因果掩码"))
        ])
    case .integer(let integer): self.derivation(of: integer)
    case .oneHot(let oneHot): self.derivation(of: oneHot, language)
    case .learned(let table): self.derivation(of: table, language)
    case .sinusoidal(let sinusoidal): self.derivation(of: sinusoidal, at: position, sign: "PE", language)
    case .transformerXL(let transformerXL): self.derivation(of: transformerXL, language)
    case .rotary(let rotary): self.derivation(of: rotary, language)
    case .xPos(let xPos): self.derivation(of: xPos, language)
    case .alibi(let alibi): self.derivation(of: alibi, language)
    case .kerple(let kerple): self.derivation(of: kerple)
    case .fire(let fire): self.derivation(of: fire)
    case .t5(let t5): self.derivation(of: t5, language)
    case .shaw(let shaw): self.derivation(of: shaw)
    case .deberta(let deberta): self.derivation(of: deberta, language)
    }
  }
}

/// How far two ways to the same number may part: a few units of the last place of the angle, whose divisor was found by a
/// power that multiplies the rounding of its exponent by the divisor's logarithm.
func handTolerance(angle: Double, divisor: Double = 1) -> Double {
  1e-14 + 0x1p-50 * abs(angle) * (1 + abs(Hand.logarithm(max(divisor, 1e-300))))
}

/// The functions of the hand calculation, by the C library.
enum Hand {
  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
  static func sine(_ angle: Double) -> Double { sin(angle) }
  static func cosine(_ angle: Double) -> Double { cos(angle) }
  static func logarithm(_ value: Double) -> Double { log(value) }
}
