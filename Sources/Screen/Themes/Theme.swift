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
  /// The same in Chinese, where the file says it.
  public let chineseSummary: String?
  /// Dark or light.
  public let appearance: Appearance
  /// One colour for each role, in the order of `Role.allCases`.
  private let colors: [Color]
  /// One map for each kind, in the order of `ColorMap.Kind.allCases`.
  private let maps: [ColorMap]

  /// A theme that has a colour for every role and a map for every kind.
  /// - Throws: What either of the two throws.
  public init<Refusal: Error>(
    name: String, summary: String, chineseSummary: String? = nil, appearance: Appearance,
    color: (Role) throws(Refusal) -> Color,
    map: (ColorMap.Kind) throws(Refusal) -> ColorMap
  ) throws(Refusal) {
    colors = try Role.allCases.map(color)
    maps = try ColorMap.Kind.allCases.map(map)
    (self.name, self.summary, self.chineseSummary, self.appearance) = (name, summary, chineseSummary, appearance)
  }

  /// The colour of a role.
  public subscript(role: Role) -> Color { colors[role.index] }

  /// The contrast of WCAG 2.1, level AA, that text needs to be read.
  public static let leastContrast = 4.5

  /// Texts that are hard to read on a background, with their contrast; the terminal's own colours are not known.
  public var faintTexts: [(text: Role, background: Role, contrast: Double)] {
    let (backgrounds, texts) = (Role.allCases.filter(\.isBackground), Role.allCases.filter { !$0.isBackground })
    return texts.flatMap { text in
      backgrounds.compactMap { background in
        let (ink, paper) = (self[text], self[background])
        let contrast = ink.contrast(with: paper)
        let isKnown = !ink.isTerminalDefault && !paper.isTerminalDefault
        return isKnown && contrast < Self.leastContrast ? (text, background, contrast) : nil
      }
    }
  }

  /// The colour map for values of a kind.
  public subscript(kind: ColorMap.Kind) -> ColorMap { maps[kind.index] }
}
