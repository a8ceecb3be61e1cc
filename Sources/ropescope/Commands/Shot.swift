import ArgumentParser
import Explorer
import Export
import Screen

/// Draws a view without a terminal and writes what a screen of that size would show.
struct Shot: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Save a view as a screen would show it: .txt, .ans, .svg, .html or .png.",
    discussion: "Without -o the text goes to standard output, in colour when it is a terminal.")

  @Argument(help: .view)
  var view: String
  @Argument(help: .source)
  var source: String?
  @Option(help: "Columns by rows, such as 120x40.")
  var size: String = "120x40"
  @Option(name: [.customShort("o"), .customLong("output")], help: "The file to write; its ending names the format.")
  var output: String?
  @Option(help: "PNG: pixels for one, 1 to 4; a cell is 8 by 16.")
  var scale: Int = 2
  @Flag(help: "Overwrite the file if it is there.")
  var force = false
  @Flag(help: "Say in sentences what the view shows; with -o the picture is written as well.")
  var describe = false
  @OptionGroup(title: "Encoding") var encoding: EncodingArguments
  @OptionGroup(title: "Picture") var picture: PictureArguments
  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = try speech.language()
    guard (1...4).contains(scale) else {
      throw Failure(
        .usage,
        language("--scale takes 1 to 4; got \(scale).", "--scale 取 1 到 4；得到的是 \(scale)。"))
    }
    var choices = self.picture
    choices.view = view
    let opening = try Opening(source: source, encoding, language)
    let themes = try ThemeFinder.choice(choices.theme, language)
    let shelf = themes.shelf
    choices.theme = themes.name
    let scene = try choices.scene(of: opening, shelf, language)
    let asked = try choices.colorDepth(language)
    let format = try output.map { path throws(Failure) in try self.format(path, language) }
    let depth = asked ?? .truecolor
    var exploration = Exploration(
      scene: scene, size: try OptionReader(language: language).size(size), language: language, themes: shelf.names,
      depth: depth,
      asciiOnly: choices.ascii)
    _ = update(&exploration, .setView(scene.view))
    if describe {
      for sentence in exploration.description { print(sentence) }
      if output == nil { return }
    }
    let frame = exploration.frame(themes: shelf)
    let picture = ScreenPicture(
      frame: frame, depth: depth, theme: shelf[scene.theme],
      provenance: SceneFacts(scene: scene).provenance(
        command: CommandLineSpelling.picture(CommandLine.arguments, language: language.rawValue), language),
      scale: scale)
    let plain: ScreenFile.Format = asked == nil || asked == .mono ? .txt : .ans
    try write(picture, as: format ?? plain, language)
  }

  private func write(_ picture: ScreenPicture, as format: ScreenFile.Format, _ language: Language) throws {
    let overwrite = try Output.mayOverwrite(output, force: force, language)
    let progress = Progress(language)
    let drawn: Picture
    do throws(WriteProblem) {
      defer { progress.finish() }
      drawn = try picture.encoded(as: format, report: progress.report)
    } catch {
      throw Failure(error, path: output ?? "", language)
    }
    try Output.write(to: output, overwrite: overwrite, language) { try $0.write(drawn.bytes) }
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
