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
  private let colors: [Role: Color]
  private let maps: [ColorMap.Kind: ColorMap]

  /// A theme in which every role and every kind of map has its colours; `nil` if one is missing.
  public init?(
    name: String, summary: String, appearance: Appearance, colors: [Role: Color], maps: [ColorMap.Kind: ColorMap]
  ) {
    guard Role.allCases.allSatisfy({ colors[$0] != nil }), ColorMap.Kind.allCases.allSatisfy({ maps[$0] != nil })
    else { return nil }
    (self.name, self.summary, self.appearance, self.colors, self.maps) = (name, summary, appearance, colors, maps)
  }

  /// The colour of a role.
  public subscript(role: Role) -> Color { colors[role] ?? .terminalDefault }

  /// The colour map for values of a kind.
  public subscript(kind: ColorMap.Kind) -> ColorMap { maps[kind] ?? ColorMap(kind, stops: []) }
}
