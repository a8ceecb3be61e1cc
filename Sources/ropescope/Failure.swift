import ArgumentParser
import Checkpoints
import Explorer
import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a command ends when it cannot do what it was asked: one sentence on standard error, and an exit code.
struct Failure: Error {
  /// The exit codes of the command line's contract.
  enum Code: Int32 {
    case found = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case internalFault = 70
    case cannotWrite = 73
  }

  let code: Code
  let sentence: String

  init(_ code: Code, _ sentence: String) { (self.code, self.sentence) = (code, sentence) }

  /// An error that no command foresaw: the program's own fault.
  init(unexpected error: any Error, _ language: Language) {
    let error = visible("\(error)")
    self.init(
      .internalFault,
      language(
        "The program failed where it should not have: \(error). Please report it with the command that you typed.",
        "程序内部出错：\(error)。请连同所输入的命令一起报告。"))
  }

  /// A source that could not be read.
  init(_ error: CheckpointError, _ language: Language) {
    self.init(error.kind == .noInput ? .noInput : .badData, language.sentence(for: error))
  }

  /// A file that could not be written.
  init(_ problem: WriteProblem, path: String, _ language: Language) {
    let isUsage =
      switch problem {
      case .unknownFormat, .notBuiltIn, .tooLarge: true
      default: false
      }
    self.init(isUsage ? .usage : .cannotWrite, language.sentence(for: problem, path: path))
  }

  /// A name that is not among those there are.
  init(unknown kind: Notice.NameKind, _ name: String, among known: [String], _ language: Language) {
    let nearest = nearestName(to: name, among: known)
    self.init(
      .usage, language.sentence(for: .unknownName(kind: kind, name: name, nearest: nearest, known: known)))
  }

  /// An option that means nothing without another, or beside another.
  init(option: String, needs other: String, _ language: Language) {
    self.init(
      .usage,
      language(
        "\(option) means nothing without \(other); add that, or leave \(option) out.",
        "没有 \(other) 时 \(option) 没有意义；请加上它，或去掉 \(option)。"))
  }

  /// Two things that cannot both be asked for.
  init(_ one: String, excludes other: String, _ language: Language) {
    self.init(
      .usage, language("\(one) and \(other) exclude each other; leave one out.", "\(one) 与 \(other) 不能同时使用；请去掉一个。"))
  }

  /// Says the sentence and ends the program.
  func end() -> Never {
    Message.say(sentence)
    exit(code.rawValue)
  }
}

/// Messages to the person beside the data: on standard error, one line each.
enum Message {
  static func say(_ sentence: String) { show("ropescope: \(sentence)\n") }

  /// A question, its answer to be typed on the same line.
  static func ask(_ question: String) { show("ropescope: \(question)") }

  private static func show(_ text: String) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { buffer in
      // A closed standard error leaves nobody to tell.
      _ = write(STDERR_FILENO, buffer.baseAddress, buffer.count)
    }
  }
}
