import Encodings
import Explorer
import Screen

/// Options that say what a view looks at, in pictures and in data alike.
extension OptionReader {
  /// How much may differ and still count as the same: a number that is not negative.
  func tolerance(_ text: String?) throws -> Double? {
    guard let value = try number("--tolerance", text) else { return nil }
    guard value >= 0, value.isFinite else {
      throw Failure(
        .usage,
        language(
          "--tolerance takes a finite number from 0 up, such as 1e-3; got «\(visible(text ?? ""))».",
          "--tolerance 取不小于 0 的有限数，例如 1e-3；给出的是“\(visible(text ?? ""))”。"))
    }
    return value
  }

  /// By how much both positions are shifted.
  func shift(_ text: String?) throws -> Int? {
    guard let shift = try whole("--shift", text) else { return nil }
    guard (-Window.lastPosition...Window.lastPosition).contains(shift) else {
      let last = Numerals.grouped(Window.lastPosition)
      throw Failure(
        .usage,
        language(
          "--shift takes −\(last) to \(last); got «\(shift)».",
          "--shift 取 −\(last) 到 \(last)；给出的是“\(shift)”。"))
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
      case .source(let source):
        try Opening.requireOneStandardInput(subject.argument, source, language)
        return .model(try Opening.subject(source, language))
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
