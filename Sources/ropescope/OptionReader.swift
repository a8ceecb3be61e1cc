import ArgumentParser
import Checkpoints
import Encodings
import Explorer
import Screen

/// Reads typed numbers and names, and says which option was wrong.
struct OptionReader {
  let language: Language

  func whole(_ option: String, _ text: String?) throws -> Int? {
    guard let text else { return nil }
    guard let value = NumberParser.whole(text) else { throw notAWholeNumber(option, text) }
    return value
  }

  func number(_ option: String, _ text: String?) throws -> Double? {
    guard let text else { return nil }
    let names: [String: Double] = ["inf": .infinity, "infinity": .infinity, "-inf": -.infinity, "nan": .nan]
    guard let value = NumberParser.number(text) ?? names[text.lowercased()] else {
      throw notANumber(option, text)
    }
    return value
  }

  func name<Names: RawRepresentable & CaseIterable>(
    _ option: String, _ kind: Notice.NameKind, _ text: String?, _ type: Names.Type
  ) throws -> Names? where Names.RawValue == String {
    guard let text else { return nil }
    guard let value = Names(rawValue: text.lowercased()) else {
      throw Failure(unknown: kind, text, among: Names.allCases.map(\.rawValue), language)
    }
    return value
  }

  /// An extension's name and its parameters.
  func scaling(_ option: String, _ text: String?) throws -> ScalingOptions? {
    guard let text else { return nil }
    do throws(CommandParser.Refusal) {
      return try ScalingOptions(text)
    } catch {
      throw Failure(.usage, "\(option): " + language.sentence(for: error.notice))
    }
  }

  /// A position, 0 … the last.
  func position(_ option: String, _ text: String?) throws -> Int? {
    guard let position = try whole(option, text) else { return nil }
    guard (0...Window.lastPosition).contains(position) else {
      throw Failure(.usage, "\(option): " + language.sentence(for: .positionOutOfRange(text ?? "")))
    }
    return position
  }

  /// An index, 0 ..< count.
  func index(_ option: String, _ counted: Notice.Counted, _ index: Int, below count: Int) throws -> Int {
    guard index >= 0, index < count else {
      throw Failure(.usage, "\(option): " + language.sentence(for: .outOfRange(counted, index, count: count)))
    }
    return index
  }

  /// A screen, columns by rows: «120x40».
  func size(_ text: String) throws -> Size {
    let parts = text.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...1000).contains(columns),
      (1...1000).contains(rows)
    else {
      throw Failure(
        .usage,
        language(
          "--size takes columns and rows from 1 to 1000, such as 120x40; got «\(visible(text))».",
          "--size 取列数与行数（1 到 1000），例如 120x40；给出的是“\(visible(text))”。"))
    }
    return Size(rows: rows, columns: columns)
  }

  /// How much faster or slower than usual a lesson plays itself.
  func pace(_ text: String?) throws -> Double? {
    guard let pace = try number("--pace", text) else { return nil }
    guard (0.25...8).contains(pace) else {
      throw Failure(
        .usage,
        language(
          "--pace takes 0.25 (slow) to 8 (fast); got «\(visible(text ?? ""))».",
          "--pace 取 0.25（慢）到 8（快）；给出的是“\(visible(text ?? ""))”。"))
    }
    return pace
  }

  /// Positions «start:stop», or «start:» for one in each row.
  func window(_ option: String, _ text: String) throws -> Window {
    if text.hasSuffix(":"), let start = NumberParser.whole(String(text.dropLast())),
      (0...Window.lastPosition).contains(start)
    {
      return Window(start: start)
    }
    guard let range = NumberParser.range(text), range.lowerBound >= 0, range.upperBound <= Window.lastPosition + 1
    else {
      let end = Numerals.grouped(Window.lastPosition + 1)
      throw Failure(
        .usage,
        language(
          "\(option) takes start:stop within 0 … \(end), stop excluded, such as 0:4096; got «\(visible(text))».",
          "\(option) 取 start:stop（不含 stop），范围 0 … \(end)，例如 0:4096；给出的是“\(visible(text))”。"))
    }
    return Window(start: range.lowerBound, count: range.count)
  }

  /// What followed an option is not what it takes.
  func badRange(_ option: String, _ text: String, example: String) -> Failure {
    Failure(.usage, language.sentence(for: .badArgument(command: option, argument: text, example: example)))
  }

  private func notAWholeNumber(_ option: String, _ text: String) -> Failure {
    let text = visible(text)
    return Failure(
      .usage,
      language(
        "\(option) needs a whole number, such as 128 or 2^20; got «\(text)».",
        "\(option) 需要整数，例如 128 或 2^20；给出的是“\(text)”。"))
  }

  private func notANumber(_ option: String, _ text: String) -> Failure {
    let text = visible(text)
    return Failure(
      .usage,
      language(
        "\(option) needs a number, such as 10000 or 5e5; got «\(text)».",
        "\(option) 需要数，例如 10000 或 5e5；给出的是“\(text)”。"))
  }
}
