/// What is wrong in a theme file.
public enum ThemeProblem: FileProblem, Error {
  case file(FileFault)
  /// A list of at least two colours was expected.
  case notColors(String)
  /// A map of angles does not end with the colour that it begins with.
  case notARing(String)
  /// A map of values on both sides of zero has no colour in its middle.
  case noMiddle(String)
  /// Not a colour such as '#1a2b3c'; an empty one is usually a missing quote before '#'.
  case notAColor(key: String, value: String)
  /// Neither dark nor light.
  case unknownAppearance(String)
  /// There is no theme of this name to inherit from; the nearest that is.
  case unknownParent(String, nearest: String?)
  /// The theme inherits from itself, by way of others or directly.
  case inheritsItself(String)
  /// The theme it inherits from has a mistake, in this line.
  case brokenParent(String, line: Int?)
}

/// What is wrong in a theme file, and where.
public typealias ThemeError = FileComplaint<ThemeProblem>
