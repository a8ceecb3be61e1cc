/// What a person settled once, in `config.yaml`; `nil` leaves it to be found out.
public struct Settings: Sendable {
  /// The theme.
  public var theme: String?
  /// The language.
  public var language: Language?
  /// Colours, as `--color` takes them.
  public var color: String?
  /// Whether only ASCII may be drawn.
  public var asciiOnly: Bool?
  /// Whether the mouse is listened to.
  public var hearsMouse: Bool?
  /// Whether what plays moves in single steps, a person's wish where motion makes unwell.
  public var reducesMotion: Bool?
  /// The keys.
  public var keymap: Keymap = .standard

  /// Nothing settled.
  public init() {}

  /// What can stand for colours.
  public static let colors = ["auto", "truecolor", "256", "16", "never"]
}
