/// A language that the program speaks.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Simplified Chinese.
  case chinese = "zh"

  /// The name of the language in HTML and XML (BCP 47).
  public var tag: String { self("en", "zh-Hans") }

  /// One of two wordings of the same thing: the one in this language.
  ///
  /// Every sentence of the program stands once in the code, in both languages side by side, so none can be missing.
  public func callAsFunction(_ english: String, _ chinese: String) -> String {
    self == .english ? english : chinese
  }

  /// One of two values that stand for the same thing: the one in this language.
  func callAsFunction<Value>(_ english: Value, _ chinese: Value) -> Value { self == .english ? english : chinese }
}
