import Screen

/// The words of a lesson with their formulas, parsed: `The slowest turns once in {wavelength(63):,} tokens.`
///
/// After a colon stands how a number is written: `{x:4}` with four significant digits (six without), `{x:.2}` with two
/// after the point, `{x:,}` rounded to a whole number in groups of three. `{{` and `}}` are braces.
struct Narration: Hashable, Sendable {
  /// Words, or a formula.
  enum Part: Hashable, Sendable {
    case words(String)
    case formula(Formula, source: String, Form, offset: Int)
  }

  /// How a number is written.
  enum Form: Hashable, Sendable {
    case significant(Int)
    case fixed(Int)
    case grouped

    func text(_ value: Double) -> String {
      switch self {
      case .grouped:
        abs(value) < 1e15 ? Numerals.grouped(Int(value.rounded())) : Numerals.significant(value)
      case .fixed(let decimals): Numerals.fixed(value, decimals: decimals)
      case .significant(let digits):
        value == value.rounded() && abs(value) < 1e6
          ? Numerals.fixed(value, decimals: 0)
          : Numerals.significant(value, digits: digits)
      }
    }
  }

  /// What could not be read, at which character.
  struct Mistake: Error, Hashable {
    let offset: Int
    let problem: LessonProblem
  }

  let parts: [Part]

  init(parsing text: String) throws(Mistake) {
    var parts: [Part] = []
    var words = ""
    let characters = Array(text)
    var place = 0
    while place < characters.count {
      let character = characters[place]
      let isDouble = place + 1 < characters.count && characters[place + 1] == character
      if character == "{" && !isDouble {
        guard let end = characters[place...].firstIndex(of: "}") else {
          throw Mistake(offset: place, problem: .openBrace)
        }
        if !words.isEmpty { parts.append(.words(words)) }
        words = ""
        parts.append(try Self.formula(String(characters[(place + 1)..<end]), offset: place + 1))
        place = end + 1
      } else if character == "}" && !isDouble {
        throw Mistake(offset: place, problem: .openBrace)
      } else {
        words.append(character)
        place += character == "{" || character == "}" ? 2 : 1
      }
    }
    if !words.isEmpty { parts.append(.words(words)) }
    self.parts = parts
  }

  private static func formula(_ inside: String, offset: Int) throws(Mistake) -> Part {
    var source = inside[...]
    var form = Form.significant(6)
    if let colon = inside.lastIndex(of: ":"), !inside[colon...].contains("\"") {
      let sign = inside[inside.index(after: colon)...].filter { $0 != " " }
      source = inside[..<colon]
      if sign == "," {
        form = .grouped
      } else if sign.first == ".", let decimals = Int(sign.dropFirst()), (0...12).contains(decimals) {
        form = .fixed(decimals)
      } else if let digits = Int(sign), (1...15).contains(digits) {
        form = .significant(digits)
      } else {
        let error = FormulaError(
          offset: inside.distance(from: inside.startIndex, to: colon), problem: .unexpected(":\(sign)"))
        throw Mistake(offset: offset + error.offset, problem: .formula(inside, error))
      }
    }
    do throws(FormulaError) {
      return .formula(try Formula(parsing: String(source)), source: String(source), form, offset: offset)
    } catch {
      throw Mistake(offset: offset + error.offset, problem: .formula(String(source), error))
    }
  }

  /// The words with the numbers of a state in their places.
  func filled(in exploration: Exploration) throws(Mistake) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .words(let words): text += words
      case .formula(let formula, let source, let form, let offset):
        do throws(FormulaError) {
          switch try formula.value(in: exploration) {
          case .number(let value): text += form.text(value)
          case .text(let word): text += word
          case .truth: throw FormulaError(offset: 0, problem: .notANumber)
          }
        } catch {
          throw Mistake(offset: offset + error.offset, problem: .formula(source, error))
        }
      }
    }
    return text
  }

  /// Every number that is written in its formulas.
  var numbers: [Double] {
    parts.flatMap { part in
      if case .formula(let formula, _, _, _) = part { formula.numbers } else { [Double]() }
    }
  }

  /// The formulas as they were written, without blanks.
  var sources: Set<String> {
    Set(
      parts.compactMap { part in
        if case .formula(_, let source, let form, _) = part { "\(source.filter { $0 != " " }):\(form)" } else { nil }
      })
  }
}

extension Exploration {
  /// The words of a lesson with this state's numbers; words that cannot be filled in stay as they were written.
  func filled(_ words: String) -> String {
    guard let narration = try? Narration(parsing: words), let text = try? narration.filled(in: self) else {
      return words
    }
    return text
  }
}
