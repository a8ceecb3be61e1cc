import ArgumentParser
import Explorer
import Export
import Screen

/// Writes a view's data as a figure with axes, whatever the size of any window.
struct FigureCommand: ParsableCommand {
  /// What a figure is that was told nothing of its size.
  static let (usualWidth, usualResolution) = ("160mm", "200")

  static let configuration = CommandConfiguration(
    commandName: "figure",
    abstract: spoken(
      "Write a view as a figure with axes and a caption: .png, .svg or .pdf.", "把视图写成带坐标轴和说明的插图：.png、.svg 或 .pdf。"),
    discussion: spoken(
      """
      A heatmap has one pixel a value; where a figure has fewer pixels, a pixel is the exact mean of its values. \
      The file says which command makes it again.

      Examples:
        ropescope figure heatmap --scheme sinusoidal --dim 512 --positions 0:2048 -o waves.png
        ropescope figure reach llama-3.1-8b --theme print --width 84mm -o reach.pdf
        ropescope figure spectrum qwen3-8b --scaling yarn --factor 4 --text outlines -o spectrum.svg
      """,
      """
      热图每个像素一个值；插图的像素少于值时，一个像素是若干值的精确均值。文件中写有重新生成它的命令。

      例：
        ropescope figure heatmap --scheme sinusoidal --dim 512 --positions 0:2048 -o waves.png
        ropescope figure reach llama-3.1-8b --theme print --width 84mm -o reach.pdf
        ropescope figure spectrum qwen3-8b --scaling yarn --factor 4 --text outlines -o spectrum.svg
      """))

  @Argument(help: .viewOfFigure)
  var view: String
  @Argument(help: .source)
  var source: String?
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: .spoken("The file to write; its ending names the format.", "要写的文件；扩展名决定格式。"))
  var output: String
  @Option(help: .spoken("Width in millimetres or pixels, such as 160mm or 1200px.", "宽度，毫米或像素，例如 160mm 或 1200px。"))
  var width: String = Self.usualWidth
  @Option(help: .spoken("PNG: pixels per inch; 200 unless told.", "PNG：每英寸像素数；默认为 200。"))
  var dpi: String?
  @Option(
    help: .spoken(
      "SVG: text that can be selected (text) or that looks the same everywhere (outlines).",
      "SVG：可选中的文字（text），或处处外观一致的轮廓（outlines）。"))
  var text: String?
  @Option(
    help: .spoken(
      "Theme: light (unless told), dark, print, another (ropescope themes lists them), or a theme's file.",
      "主题：light（默认）、dark、print、其他主题（ropescope themes 列出全部），或主题文件。"))
  var theme: String?
  @Flag(help: .spoken("Overwrite the file if it is there.", "文件已存在时覆盖它。"))
  var force = false
  @OptionGroup(title: spoken("Encoding", "编码")) var encoding: EncodingArguments
  @OptionGroup(title: spoken("Picture", "画面")) var picture: PictureArguments
  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = try speech.language()
    let file: FigureFile
    do throws(WriteProblem) {
      file = try FigureFile(path: output)
    } catch {
      throw Failure(error, path: output, language)
    }
    #if Figures
      try write(file, language)
    #endif
  }

  #if Figures
    private func write(_ file: FigureFile, _ language: Language) throws {
      if dpi != nil, file.format != .png { throw Failure(option: "--dpi", needs: "-o FILE.png", language) }
      if text != nil, file.format != .svg { throw Failure(option: "--text", needs: "-o FILE.svg", language) }
      guard picture.split == nil else {
        throw Failure(
          .usage,
          language(
            "--split arranges the panes of a screen; a figure has one view. `ropescope shot` draws the panes.",
            "--split 用于排列屏幕窗格；插图只有一个视图。`ropescope shot` 可画出各窗格。"))
      }
      let size = try FigureSize(
        width: width, dpi: dpi ?? Self.usualResolution, isRaster: file.format == .png, language)
      let text = text ?? FigureDrawing.Lettering.text.rawValue
      guard let lettering = FigureDrawing.Lettering(rawValue: text) else {
        throw Failure(
          .usage,
          language(
            "--text takes text or outlines; got «\(visible(text))».",
            "--text 可取 text 或 outlines；给出的是“\(visible(text))”。"))
      }
      let theme = try FigureTheme.named(theme ?? FigureTheme.usual, language)
      let asked = try picture.scene(
        of: try Opening(source: source, encoding, language), view: view, theme: Scene.usualTheme, language)
      try refuseStrangers(asked.view, language)
      let scene = ViewFigure.settled(picture.positions == nil ? ViewFigure.unframed(asked) : asked, language)
      let overwrite = try Output.mayOverwrite(output, force: force, language)
      let drawing = try ViewFigure(scene: scene, language: language).figure().drawing(
        width: size.width, theme: theme, pixelsPerInch: file.format == .png ? size.pixelsPerInch : nil)
      let provenance = SceneFacts(scene: scene).provenance(
        command: CommandLineSpelling.withoutPlaces(CommandLine.arguments, language: language.rawValue), language)
      let progress = Progress(language)
      let drawn: Picture
      do throws(WriteProblem) {
        defer { progress.finish() }
        drawn = try file.encoded(
          drawing, pixelsPerInch: size.pixelsPerInch, lettering: lettering, provenance: provenance,
          report: progress.report)
      } catch {
        throw Failure(error, path: output, language)
      }
      try Output.write(to: output, overwrite: overwrite, language) { try $0.write(drawn.bytes) }
      if !drawn.missing.isEmpty { Message.say(language.sentence(forMissing: drawn.missing)) }
    }

    /// Refuses options that the view's figure does not look at: ignoring them would mislead.
    private func refuseStrangers(_ view: ViewName, _ language: Language) throws(Failure) {
      guard view != .code else { return }
      for option in LookOption.allCases where picture.given.contains(option) && !view.figureOptions.contains(option) {
        let takers = ViewName.allCases.filter { $0.figureOptions.contains(option) }.map(\.rawValue)
        guard !takers.isEmpty else {
          throw Failure(
            .usage,
            language(
              "\(option.spelling) means nothing for a figure; `ropescope shot` heeds it.",
              "\(option.spelling) 对插图没有意义；`ropescope shot` 使用它。"))
        }
        throw Failure(
          .usage,
          language(
            "\(option.spelling) means nothing for the figure \(view.rawValue); it belongs to \(takers.joined(separator: ", ")).",
            "\(option.spelling) 对插图 \(view.rawValue) 没有意义；它用于 \(takers.joined(separator: "、"))。"))
      }
    }
  #endif
}
