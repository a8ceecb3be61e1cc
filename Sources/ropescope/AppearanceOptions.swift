import ArgumentParser
import Explorer
import Screen

/// How a screen looks: theme, colours, signs.
struct AppearanceOptions: ParsableArguments {
  @Option(
    help: .spoken("Theme (ropescope themes lists them), or a theme's file.", "主题（ropescope themes 列出全部），或主题文件。"))
  var theme: String?
  @Option(help: .spoken("Colours: auto, truecolor, 256, 16 or never.", "颜色：auto、truecolor、256、16 或 never。"))
  var color: String?
  @Flag(help: .spoken("Draw with the characters of ASCII only.", "只用 ASCII 字符绘图。"))
  var ascii = false

  /// The colours asked for, or `nil` to find out.
  func depth(_ language: Language) throws(Failure) -> ColorDepth? { try Self.depth(of: color ?? "auto", language) }

  /// The colours that a name stands for; `nil` for «auto».
  static func depth(of name: String, _ language: Language) throws(Failure) -> ColorDepth? {
    switch name {
    case "auto": return nil
    case "truecolor", "24bit": return .truecolor
    case "256": return .palette256
    case "16": return .palette16
    case "never", "mono": return .mono
    default:
      throw Failure(
        .usage,
        language(
          "--color takes auto, truecolor, 256, 16 or never; got «\(visible(name))».",
          "--color 可取 auto、truecolor、256、16 或 never；给出的是“\(visible(name))”。"))
    }
  }

  /// What `--color` calls so many colours.
  static func name(of depth: ColorDepth) -> String {
    switch depth {
    case .truecolor: "truecolor"
    case .palette256: "256"
    case .palette16: "16"
    case .mono: "never"
    }
  }
}
