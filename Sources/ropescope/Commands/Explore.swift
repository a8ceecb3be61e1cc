import ArgumentParser
import Encodings
import Explorer
import Screen
import Terminal

/// The explorer: keys turn the encoding, the picture follows.
struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Explore an encoding with the keys (the default).")

  @Argument(help: "A catalogue name, a config.json, a model's folder, or - for a config on standard input.")
  var source: String?
  @OptionGroup(title: "Encoding") var encoding: EncodingArguments
  @OptionGroup(title: "Picture") var picture: PictureArguments
  @Flag(inversion: .prefixedNo, help: "Hear the mouse; M in the explorer switches it.")
  var mouse = true
  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = try speech.language()
    let opening = try Opening(source: source, encoding, language)
    let shelf = ThemeFinder.shelf()
    let scene = try picture.scene(of: opening, shelf, language)
    let color = try picture.colorDepth(language)
    let terminal: Terminal
    do throws(TerminalError) {
      terminal = try Terminal(color: color, reportsMouse: mouse)
    } catch {
      throw Failure(.usage, language.sentence(for: error))
    }
    var loop = RunLoop(
      terminal: terminal, shelf: shelf,
      exploration: Exploration(
        scene: scene, size: terminal.size, language: language, themes: shelf.themes.map(\.name),
        depth: terminal.depth, asciiOnly: picture.ascii, hearsMouse: mouse, themeIsChosen: picture.theme != nil))
    loop.run()
  }
}
