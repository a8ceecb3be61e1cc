/// A lesson: steps that a teacher takes through the explorer, read from a file in `docs/lessons`.
public struct Lesson: Hashable, Sendable {
  /// The name to type: its file's without extension and without the number in front.
  public let name: String
  /// The file as it was named.
  public let file: String
  /// What it is about.
  public let title: Wording
  /// Whom it is for, and what they should know.
  public let audience: Wording
  /// Commands before the first step.
  public let start: [Located<String>]
  /// The steps; never empty.
  public let steps: [Step]

  /// The same words in both languages.
  public struct Wording: Hashable, Sendable {
    /// English.
    public let english: Located<String>
    /// Simplified Chinese.
    public let chinese: Located<String>

    /// The words in a language.
    public func callAsFunction(_ language: Language) -> String { language(english.value, chinese.value) }

    var both: [Located<String>] { [english, chinese] }
  }

  /// Something read from a file, and where it stood.
  public struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What was read.
    public let value: Value
    /// Line, counted from 1.
    public let line: Int
    /// Column, counted from 1.
    public let column: Int
  }

  /// One step.
  public struct Step: Hashable, Sendable {
    /// A few words above the narration, where given.
    public let title: Wording?
    /// What is told. Numbers stand in braces as formulas.
    public let say: Wording
    /// Commands that make the picture, as they are typed after `:`.
    public let show: [Located<String>]
    /// Where to look.
    public let look: Look?
    /// What is asked, where something is.
    public let question: Question?
    /// Formulas that must hold for the narration to be true.
    public let checks: [Located<Formula>]
    /// What may be tried freely before going on.
    public let trial: Wording?
    /// What the presenter alone sees.
    public let notes: Wording?
    /// Keys that matter now, as the page of keys names them.
    public let keys: [Located<String>]
  }

  /// Where to look.
  public struct Look: Hashable, Sendable {
    /// The pair under the crosshair.
    public let pair: Located<Int>?
    /// The marked cells or pane.
    public let spot: Spot
    /// Line, counted from 1.
    public let line: Int
    /// Column, counted from 1.
    public let column: Int
  }

  /// A question and how its answer is judged.
  public struct Question: Hashable, Sendable {
    /// What is asked.
    public let text: Wording
    /// What counts as right.
    public let answer: Answer
    /// What to say when the answer was wrong.
    public let hint: Wording?
    /// What to say when it was right, or was shown.
    public let why: Wording?

    /// What counts as right.
    public enum Answer: Hashable, Sendable {
      /// The number that a formula comes to, or one no further from it than `within`.
      case number(Located<Formula>, within: Double)
      /// The choice whose formula holds; it holds for exactly one.
      case choice([Choice])
    }
  }

  /// One of the answers to choose from.
  public struct Choice: Hashable, Sendable {
    /// The words.
    public let text: Wording
    /// Holds for the right one.
    public let holds: Located<Formula>
  }
}
