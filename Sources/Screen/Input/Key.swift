/// A key as a person names it, whatever bytes the terminal sent for it.
public struct Key: Hashable, Sendable {
  /// What was pressed.
  public enum Code: Hashable, Sendable {
    /// A printable character, Shift already applied.
    case character(Unicode.Scalar)
    case up, down, left, right, home, end, pageUp, pageDown
    case enter, tab, backTab, escape, backspace, delete, insert
    /// F1 … F12.
    case function(Int)
  }

  /// Keys held down besides.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// One bit a key.
    public let rawValue: UInt8
    /// A set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Control.
    public static let control = Modifiers(rawValue: 1)
    /// Alt, also called Option or Meta.
    public static let alt = Modifiers(rawValue: 2)
    /// Shift, where the character does not show it: with arrows and the like.
    public static let shift = Modifiers(rawValue: 4)
  }

  /// What was pressed.
  public let code: Code
  /// Keys held down besides.
  public let modifiers: Modifiers

  /// A key with its modifiers.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }
}
