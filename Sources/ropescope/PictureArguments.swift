import ArgumentParser
import Encodings
import Explorer
import Screen

/// The options that choose what is looked at and how it is drawn.
struct PictureArguments: ParsableArguments {
  @Option(help: "View: heatmap or dials.")
  var view: String?
  @Option(parsing: .unconditional, help: "Token position, from 0.")
  var position: String?
  @Option(parsing: .unconditional, help: "Second position, that of the key.")
  var second: String?
  @Option(parsing: .unconditional, help: "Pair of features, from 0.")
  var pair: String?
  @Option(help: "Positions shown, start:stop, stop excluded.")
  var positions: String?
  @Option(help: "What the heatmap's colours are: cosine, sine, table, angle or concentration.")
  var component: String?
  @Option(help: "Theme (ropescope themes lists them).")
  var theme: String?
  @Option(help: "Colours: auto, truecolor, 256, 16 or never.")
  var color: String = "auto"
  @Flag(help: "Draw with the characters of ASCII only.")
  var ascii = false

  /// The scene that these options describe.
  func scene(of opening: Opening, _ shelf: ThemeShelf, _ language: Language) throws -> Scene {
    let read = OptionReader(language: language)
    let name = theme ?? "midnight"
    guard shelf[name] != nil else {
      throw Failure(unknown: .theme, name, among: shelf.themes.map(\.name), language)
    }
    let view = try read.name("--view", .view, view, ViewName.self) ?? .heatmap
    var scene = Scene(
      subject: opening.subject, group: opening.chosen, encoding: opening.encoding, view: view, theme: name)
    if let component = try read.name("--component", .component, component, Scene.Component.self) {
      scene.component = component
    }
    if let positions {
      guard let range = NumberParser.range(positions), range.lowerBound >= 0,
        range.upperBound <= Window.lastPosition + 1
      else {
        throw Failure(
          .usage, language.sentence(for: .badArgument(command: "--positions", argument: positions, example: "0:4096"))
        )
      }
      scene.window = Window(start: range.lowerBound, count: range.count)
      scene.position = range.lowerBound
    }
    scene.position = try read.position("--position", position) ?? scene.position
    scene.secondPosition = try read.position("--second", second) ?? 0
    if let pair = try read.whole("--pair", pair) {
      guard pair >= 0, pair < scene.pairCount else {
        throw Failure(.usage, "--pair: " + language.sentence(for: .pairOutOfRange(pair, count: scene.pairCount)))
      }
      scene.pair = pair
    }
    return scene
  }

  /// The colours asked for, or `nil` to find out.
  func colorDepth(_ language: Language) throws -> ColorDepth? {
    let names: [String: ColorDepth] = [
      "truecolor": .truecolor, "24bit": .truecolor, "256": .palette256, "16": .palette16, "never": .mono,
      "mono": .mono,
    ]
    if color == "auto" { return nil }
    guard let depth = names[color] else {
      throw Failure(
        .usage,
        language(
          "--color takes auto, truecolor, 256, 16 or never; got «\(visible(color))».",
          "--color 可取 auto、truecolor、256、16 或 never；得到的是“\(visible(color))”。"))
    }
    return depth
  }
}
