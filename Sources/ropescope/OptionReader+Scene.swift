import Encodings
import Explorer
import Screen

/// Options that say what a view looks at, in pictures and in data alike.
extension OptionReader {
  /// How much may differ and still count as the same: a number that is not negative.
  func tolerance(_ text: String?) throws -> Double? {
    guard let value = try number("--tolerance", text) else { return nil }
    guard value >= 0, value.isFinite else { throw badRange("--tolerance", text ?? "", example: "1e-3") }
    return value
  }

  /// By how much both positions are shifted.
  func shift(_ text: String?) throws -> Int? {
    guard let shift = try whole("--shift", text) else { return nil }
    guard (-Window.lastPosition...Window.lastPosition).contains(shift) else {
      throw Failure(.usage, "--shift: " + language.sentence(for: .positionOutOfRange("\(shift)")))
    }
    return shift
  }

  /// A sentence, or two.
  func sentence(_ text: String?) throws -> Sentence? {
    guard let text else { return nil }
    do throws(Sentence.Problem) {
      return try Sentence(text)
    } catch {
      throw Failure(.usage, "--sentence: " + language.sentence(for: .sentence(error)))
    }
  }
}

extension Opening {
  /// What `--with` says to compare with: a source, or options of this one.
  func counterpart(_ comparand: String?, _ language: Language) throws -> Counterpart? {
    guard let comparand else { return nil }
    do {
      switch try Comparand(comparand) {
      case .off: return nil
      case .source(let source): return .model(try Opening.subject(source, language))
      case .options(let options):
        _ = try options.applied(to: encoding)
        return .options(options)
      }
    } catch let refusal as CommandParser.Refusal {
      throw Failure(.usage, language.sentence(for: refusal.notice))
    } catch let complaint as EncodingComplaint {
      throw Failure(.usage, language.sentence(for: complaint))
    }
  }
}
