extension Formula {
  /// Reads a formula.
  ///
  ///     try Formula(parsing: "2 * pi / omega(3)")
  public init(parsing text: String) throws(FormulaError) {
    var parser = FormulaParser(text: Array(text))
    self = try parser.whole()
  }
}

/// Reads formulas by recursive descent, one function a rule of the grammar.
private struct FormulaParser {
  let text: [Character]
  var place = 0
  var depth = 0

  init(text: [Character]) { self.text = text }

  mutating func whole() throws(FormulaError) -> Formula {
    let formula = try comparison()
    skipBlanks()
    if place < text.count { throw unexpected }
    return formula
  }

  private mutating func comparison() throws(FormulaError) -> Formula {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 40 else { throw FormulaError(offset: place, problem: .tooDeep) }
    let left = try sum()
    let start = place
    for sign in [Formula.Operator.equal, .unequal, .atMost, .atLeast, .less, .more] where take(sign.rawValue) {
      return .binary(sign, left, try sum(), at: start)
    }
    return left
  }

  private mutating func sum() throws(FormulaError) -> Formula {
    var left = try product()
    while true {
      let start = place
      if take("+") {
        left = .binary(.plus, left, try product(), at: start)
      } else if take("-") || take("−") {
        left = .binary(.minus, left, try product(), at: start)
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(FormulaError) -> Formula {
    var left = try sign()
    while true {
      let start = place
      if take("*") || take("·") {
        left = .binary(.times, left, try sign(), at: start)
      } else if take("/") {
        left = .binary(.over, left, try sign(), at: start)
      } else {
        return left
      }
    }
  }

  private mutating func sign() throws(FormulaError) -> Formula {
    var isNegative = false
    while take("-") || take("−") { isNegative.toggle() }
    let value = try power()
    return isNegative ? .negated(value) : value
  }

  private mutating func power() throws(FormulaError) -> Formula {
    let base = try atom()
    let start = place
    guard take("^") else { return base }
    depth += 1
    defer { depth -= 1 }
    guard depth <= 40 else { throw FormulaError(offset: place, problem: .tooDeep) }
    return .binary(.power, base, try sign(), at: start)
  }

  private mutating func atom() throws(FormulaError) -> Formula {
    skipBlanks()
    guard place < text.count else { throw FormulaError(offset: place, problem: .endsEarly) }
    let start = place
    let first = text[place]
    if first == "(" {
      place += 1
      let inner = try comparison()
      try expect(")")
      return inner
    }
    if first == "\"" {
      guard let end = text[(place + 1)...].firstIndex(of: "\"") else {
        throw FormulaError(offset: text.count, problem: .endsEarly)
      }
      place = end + 1
      return .text(String(text[(start + 1)..<end]))
    }
    if first.isASCII, first.isNumber || first == "." { return try number() }
    guard first.isLetter || first == "_" else { throw unexpected }
    while place < text.count, text[place].isLetter || text[place].isNumber || text[place] == "_" { place += 1 }
    let name = String(text[start..<place])
    guard take("(") else { return .call(name, [], at: start) }
    var arguments: [Formula] = []
    if !take(")") {
      repeat { arguments.append(try comparison()) } while take(",")
      try expect(")")
    }
    return .call(name, arguments, at: start)
  }

  private mutating func number() throws(FormulaError) -> Formula {
    let start = place
    while place < text.count {
      let character = text[place]
      let isExponentSign = "+-".contains(character) && place > start && "eE".contains(text[place - 1])
      guard character.isASCII, character.isNumber || character == "." || "eE_".contains(character) || isExponentSign
      else { break }
      place += 1
    }
    guard let value = NumberParser.number(String(text[start..<place])) else {
      throw FormulaError(offset: start, problem: .unexpected(String(text[start..<place])))
    }
    return .number(value)
  }

  private var unexpected: FormulaError {
    FormulaError(offset: place, problem: place < text.count ? .unexpected(String(text[place])) : .endsEarly)
  }

  private mutating func expect(_ sign: String) throws(FormulaError) {
    if !take(sign) { throw unexpected }
  }

  private mutating func take(_ sign: String) -> Bool {
    skipBlanks()
    let characters = Array(sign)
    guard text[place...].starts(with: characters) else { return false }
    place += characters.count
    return true
  }

  private mutating func skipBlanks() {
    while place < text.count, text[place].isWhitespace { place += 1 }
  }
}
