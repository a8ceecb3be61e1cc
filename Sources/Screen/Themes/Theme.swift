/// Colours by role and colour maps by kind.
public struct Theme: Hashable, Sendable {
  /// Whether the theme is meant for dark or light surroundings.
  public enum Appearance: String, Hashable, Sendable, CaseIterable {
    /// Light text on dark.
    case dark
    /// Dark text on light.
    case light
  }

  /// The name by which it is chosen.
  public let name: String
  /// What it is for, in a few words.
  public let summary: String
  /// Dark or light.
  public let appearance: Appearance
  /// One colour for each role, in the order of `Role.allCases`.
  private let colors: [Color]
  /// One map for each kind, in the order of `ColorMap.Kind.allCases`.
  private let maps: [ColorMap]

  /// A theme in which every role and every kind of map has its colours; `nil` if one is missing.
  public init?(
    name: String, summary: String, appearance: Appearance, colors: [Role: Color], maps: [ColorMap.Kind: ColorMap]
  ) {
    self.colors = Role.allCases.compactMap { colors[$0] }
    self.maps = ColorMap.Kind.allCases.compactMap { maps[$0] }
    (self.name, self.summary, self.appearance) = (name, summary, appearance)
    guard self.colors.count == Role.allCases.count, self.maps.count == ColorMap.Kind.allCases.count else {
      return nil
    }
  }

  /// The colour of a role.
  public subscript(role: Role) -> Color { colors[role.index] }

  /// The colour map for values of a kind.
  public subscript(kind: ColorMap.Kind) -> ColorMap { maps[kind.index] }
}
