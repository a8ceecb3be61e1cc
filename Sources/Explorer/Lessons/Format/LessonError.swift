public import Screen

/// What is wrong in a lesson file.
public enum LessonProblem: FileProblem {
  case file(FileFault)
  /// A list with something in it was expected.
  case notAList(String)
  /// Words were expected.
  case notText(String)
  /// Not a whole number from 0.
  case notANumber(String)
  /// Not a range such as «0:8».
  case notARange(String)
  /// Not a view; the nearest that is.
  case unknownView(String, nearest: String?)
  /// Not a key of the keymap.
  case unboundKey(String)
  /// Neither `answer` nor `choices`, or both.
  case noAnswer
  /// A brace without its other half.
  case openBrace
  /// A formula is wrong.
  case formula(String, FormulaError)
  /// A command was refused when it was played.
  case command(String, Notice)
  /// A command that reaches outside the program, or plays a lesson inside a lesson.
  case forbidden(String)
  /// A formula that must hold does not: both sides of its comparison.
  case doesNotHold(String, left: String, right: String)
  /// A truth was needed: a comparison.
  case notAComparison(String)
  /// So many choices hold; it must be one.
  case choicesHolding(Int)
  /// A number stands in the words that nothing has computed or checked.
  case unchecked(String)
  /// The two languages hold different formulas: one that the other lacks.
  case onlyInOneLanguage(String)
  /// The pair or the cells looked at are not in the picture.
  case outOfPicture(String)
}

/// What is wrong in a lesson file, and where.
public typealias LessonError = FileComplaint<LessonProblem>
