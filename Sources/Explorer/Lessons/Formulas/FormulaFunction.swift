import Encodings

/// A name that formulas know: what it takes, what it means, and how a scene answers it.
public struct FormulaFunction: Sendable {
  /// The name.
  public let name: String
  /// Names of what it takes; those of text stand in quotation marks. Empty for a plain name.
  public let parameters: [String]
  /// What it means, in both languages.
  let english: String
  let chinese: String
  /// The value, or `nil` where the scene has none.
  let evaluate: @Sendable (Scene, Arguments) -> FormulaValue?

  /// What it means.
  public func meaning(in language: Language) -> String { language(english, chinese) }

  /// Whether these arguments are as many and of the kinds that it takes.
  func takes(_ values: [FormulaValue]) -> Bool {
    guard values.count == parameters.count else { return false }
    return zip(parameters, values).allSatisfy { parameter, value in
      switch value {
      case .text: parameter.hasPrefix("\"")
      case .number: !parameter.hasPrefix("\"")
      case .truth: false
      }
    }
  }

  /// All names, in the order of the manual; `after` is the grammar's own.
  public static let all: [FormulaFunction] =
    sceneNames + frequencyFunctions + vectorFunctions + biasFunctions + extensionFunctions + modelFunctions
    + arithmetic

  static let named = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// A function that gives a number.
  static func number(
    _ name: String, _ parameters: [String], _ english: String, _ chinese: String,
    _ evaluate: @escaping @Sendable (Scene, Arguments) -> Double?
  ) -> FormulaFunction {
    FormulaFunction(name: name, parameters: parameters, english: english, chinese: chinese) { scene, arguments in
      evaluate(scene, arguments).map(FormulaValue.number)
    }
  }

  /// A plain name for a number.
  static func number(
    _ name: String, _ english: String, _ chinese: String,
    _ evaluate: @escaping @Sendable (Scene, Arguments) -> Double?
  ) -> FormulaFunction { number(name, [], english, chinese, evaluate) }

  /// A function that gives a word.
  static func text(
    _ name: String, _ english: String, _ chinese: String, _ evaluate: @escaping @Sendable (Scene) -> String?
  ) -> FormulaFunction {
    FormulaFunction(name: name, parameters: [], english: english, chinese: chinese) { scene, _ in
      evaluate(scene).map(FormulaValue.text)
    }
  }
}
