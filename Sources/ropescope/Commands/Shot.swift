import ArgumentParser
import Explorer
import Export
import Screen
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Draws a view without a terminal and writes what a screen of that size would show.
struct Shot: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: spoken(
      "Save a view as a screen would show it: .txt, .ans, .svg, .html or .png.",
      "按屏幕显示的样子保存视图：.txt、.ans、.svg、.html 或 .png。"),
    discussion: spoken(
      """
      Without -o the text goes to standard output, in colour when that is a terminal or --color says so.

      Examples:
        ropescope shot heatmap qwen3-8b --size 120x40 -o view.png
        ropescope shot dials --position 4096 --color 256 > view.ans
      """,
      """
      不带 -o 则把文字写到标准输出；标准输出是终端或 --color 有规定时带颜色。

      例：
        ropescope shot heatmap qwen3-8b --size 120x40 -o view.png
        ropescope shot dials --position 4096 --color 256 > view.ans
      """))

  @Argument(help: .view)
  var view: String
  @Argument(help: .source)
  var source: String?
  @Option(help: .spoken("Columns by rows, such as 120x40.", "列数乘行数，例如 120x40。"))
  var size: String = "120x40"
  @Option(
    help: .spoken(
      "PNG: pixels for one, 1 to 4; a cell is 8 by 16. 2 unless told.", "PNG 的放大倍数，1 到 4；一个单元格为 8 × 16 像素。默认为 2。"))
  var scale: Int?
  @Flag(
    help: .spoken(
      "Say in sentences what the view shows; with -o the picture is written as well.", "用文字说明视图内容；同时给出 -o 则也写出图片。"))
  var describe = false
  @OptionGroup var output: OutputOptions
  @OptionGroup(title: spoken("Encoding", "编码")) var encoding: EncodingArguments
  @OptionGroup(title: spoken("Picture", "画面")) var picture: PictureArguments
  @OptionGroup(title: spoken("Appearance", "外观")) var appearance: AppearanceOptions
  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = try speech.language()
    if let scale, !(1...4).contains(scale) {
      throw Failure(
        .usage,
        language("--scale takes 1 to 4; got \(scale).", "--scale 取 1 到 4；给出的是 \(scale)。"))
    }
    let opening = try Opening(source: source, encoding, language)
    let themes = try ThemeFinder.choice(appearance.theme, language)
    let scene = try picture.scene(of: opening, view: view, theme: themes.name, language)
    let (format, depth) = try drawing(language)
    if scale != nil, format != .png { throw Failure(option: "--scale", needs: "-o FILE.png", language) }
    var exploration = Exploration(
      scene: scene, size: try OptionReader(language: language).size(size), language: language,
      themes: themes.shelf.names, depth: depth, asciiOnly: appearance.ascii)
    _ = update(&exploration, .setView(scene.view))
    let overwrite = try output.mayOverwrite(language)
    if describe {
      try Output.say(exploration.description, language)
      if output.path == nil { return }
    }
    let picture = ScreenPicture(
      frame: exploration.frame(themes: themes.shelf), depth: depth, theme: themes.shelf[scene.theme],
      provenance: SceneFacts(scene: scene).provenance(
        command: CommandLineSpelling.withoutPlaces(CommandLine.arguments, language: language.rawValue), language),
      scale: scale ?? 2)
    try write(picture, as: format, overwrite: overwrite, language)
  }

  /// What is written, and in how many colours. Text has none, so what colours would say is drawn with signs; pictures have
  /// all of them unless told otherwise, and a terminal as many as it shows.
  private func drawing(_ language: Language) throws -> (format: ScreenFile.Format, depth: ColorDepth) {
    let asked = try appearance.depth(language)
    if let path = output.path, path != "-" {
      let format = try format(path, language)
      return (format, format == .txt ? .mono : asked ?? .truecolor)
    }
    let shown = asked ?? (isatty(STDOUT_FILENO) == 1 ? .ofTerminal : .mono)
    return (shown == .mono ? .txt : .ans, shown)
  }

  private func write(
    _ picture: ScreenPicture, as format: ScreenFile.Format, overwrite: Bool, _ language: Language
  ) throws {
    let progress = Progress(language)
    let drawn: Picture
    do throws(WriteProblem) {
      defer { progress.finish() }
      drawn = try picture.encoded(as: format, report: progress.report)
    } catch {
      throw Failure(error, path: output.path ?? "", language)
    }
    try output.write(overwrite: overwrite, language) { try $0.write(drawn.bytes) }
    if !drawn.missing.isEmpty { Message.say(language.sentence(forMissing: drawn.missing)) }
  }

  private func format(_ path: String, _ language: Language) throws(Failure) -> ScreenFile.Format {
    do throws(WriteProblem) {
      return try ScreenFile(path: path).format
    } catch {
      throw Failure(error, path: path, language)
    }
  }
}
