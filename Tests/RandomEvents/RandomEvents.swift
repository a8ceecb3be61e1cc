import Checkpoints
import Encodings
public import Explorer
public import Screen

/// What people do to the explorer, and worse: keys bound and unbound, typed commands right and wrong, the palette, the
/// mouse inside and outside the window, windows from 1 × 1 to 500 × 200, pastes of any text, time that goes by.
public struct RandomEvents: Sendable {
  /// The numbers that decide.
  public var random: SeededRandom
  /// The largest window.
  private let largest: Size
  /// What is under way: the rest of a typed line, of a drag.
  private var queue: [Input] = []

  /// The events of a seed, in windows up to a size.
  public init(seed: Int, largest: Size = Size(rows: 200, columns: 500)) {
    (random, self.largest) = (SeededRandom(seed: seed), largest)
  }

  /// The next event.
  /// - Parameters:
  ///   - exploration: What it comes to.
  ///   - scenes: What can be opened.
  public mutating func next(for exploration: Exploration, _ scenes: RandomScenes) -> Input {
    if let input = queue.popLast() { return input }
    switch random.below(100) {
    case 0..<44: return .event(.key(boundKey(exploration.keymap)))
    case 44..<50: return .event(.key(anyKey()))
    case 50..<58: begin(typed(":" + line()) + [.event(.key(Key(random.once(in: 9) ? .escape : .enter)))])
    case 58..<61: begin(palette())
    case 61..<81: return .event(.mouse(mouse(in: exploration.size)))
    case 81..<84: begin(drag(in: exploration.size))
    case 84..<89: return .event(.resize(size()))
    case 89..<95: return .action(.elapse(Double(random.below(2000)) / 1000))
    case 95..<97: return .action(.tick)
    case 97: return .event(.paste(random.once(in: 8) ? longText() : text()))
    case 98: return .event(random.one(of: .background(color()), .ambiguousSignsAreWide, .redraw, .redraw, .timeout))
    default:
      guard random.once(in: 4) else { return .action(.setLanguage(random.one(of: .english, .chinese))) }
      let scene = scenes.scene(&random)
      guard scene.subject != .free, random.once(in: 2) else { return .action(.restored(scene, name: text())) }
      return .action(.opened(scene.subject))
    }
    return queue.popLast() ?? .event(.timeout)
  }

  /// A window's size: tiny, usual, or any.
  public mutating func size() -> Size {
    let bound = random.one(of: Size(rows: 12, columns: 44), Size(rows: 60, columns: 170), largest)
    return Size(
      rows: 1 + random.below(min(bound.rows, largest.rows)),
      columns: 1 + random.below(min(bound.columns, largest.columns))
    )
  }

  private mutating func begin(_ inputs: [Input]) { queue = inputs.reversed() }

  // MARK: Keys

  private mutating func boundKey(_ keymap: Keymap) -> Key {
    if random.once(in: 12) { return Key(.character(Unicode.Scalar(UInt8(0x30 + random.below(10))))) }
    return keymap.bindings.randomElement(using: &random)?.keys.randomElement(using: &random) ?? Key(.escape)
  }

  private mutating func anyKey() -> Key {
    let held = Key.Modifiers(rawValue: UInt8(random.below(8)))
    if random.once(in: 2) { return Key(.character(scalar()), random.once(in: 2) ? held : []) }
    let codes: [Key.Code] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .tab, .backTab, .escape, .backspace,
      .delete,
      .insert, .function(1 + random.below(12)),
    ]
    return Key(codes.randomElement(using: &random) ?? .up, held)
  }

  private func typed(_ line: String) -> [Input] {
    line.unicodeScalars.map { .event(.key(Key(.character($0)))) }
  }

  private mutating func palette() -> [Input] {
    var inputs: [Input] = [.event(.key(Key(.character("p"), .control)))]
    inputs += typed(String(line().prefix(random.below(6))))
    inputs += (0..<random.below(5)).map { _ in .event(.key(Key(.down))) }
    return inputs + [.event(.key(Key(random.once(in: 5) ? .escape : .enter)))]
  }

  /// A line for the command line: a command with what it takes, with a strange number or word, or nonsense.
  private mutating func line() -> String {
    guard !random.once(in: 12), let command = Command.all.randomElement(using: &random) else { return text() }
    let words = command.aliases + [command.name.rawValue]
    let name = words.randomElement(using: &random) ?? ""
    switch random.below(6) {
    case 0...2: return name + " " + word(for: command.name)
    case 3: return name + " " + command.example
    case 4: return name + " " + number()
    default: return random.once(in: 2) ? name : name + " " + text()
    }
  }

  private mutating func word(for command: Command.Name) -> String {
    switch command {
    case .view, .split: ViewName.allCases.randomElement(using: &random)?.rawValue ?? ""
    case .model, .compare, .open: models.randomElement(using: &random) ?? ""
    case .scheme: Scheme.allCases.randomElement(using: &random)?.rawValue ?? ""
    case .scaling:
      "\(random.one(of: "none", "linear", "ntk", "dynamic", "by-parts", "yarn", "llama3", "longrope", "proportional")) "
        + "factor=\(number()) original=\(number())"
    case .lesson: lessons.randomElement(using: &random) ?? ""
    case .preset: Preset.all.randomElement(using: &random)?.name ?? ""
    case .play:
      "\(random.one(of: "position", "second", "pair", "base", "dimension", "factor")) \(number()):\(number())"
    case .zoom, .columns: "\(number()):\(number())"
    case .sentence: text() + " " + text() + " / " + text()
    case .component: Scene.Component.allCases.randomElement(using: &random)?.rawValue ?? ""
    case .causal, .loop: random.one(of: "on", "off")
    case .show: random.one(of: "matrix", "order", "mixing")
    case .code: random.one(of: "pytorch", "numpy", "swift")
    case .catalogue: random.one(of: "models", "timeline", "guide")
    case .train: random.one(of: "run", "pause", "reset", "seed=\(number())", number())
    default: number()
    }
  }

  private let models = Catalogue.names
  private let lessons = LessonShelf().entries.map(\.name)

  /// A number as people type them, small, round, enormous or none at all.
  private mutating func number() -> String {
    random.one(
      of: "\(random.below(40))", "\(random.below(4096))", "\(2 << random.below(45))", "-\(random.below(100))", "5e5",
      "500k",
      "2^\(random.below(70))", "1e\(random.below(400))", "0.\(random.below(1000))", "nan", "-inf",
      "9223372036854775807", "-9223372036854775808", "\(Int.min)0",
      "\(2 * (1 + random.below(256)))", "\(2 * (1 + random.below(64)))")
  }

  // MARK: Text

  private mutating func scalar() -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x7E, 0x00...0x1F, 0x80...0xFF, 0x300...0x36F, 0x200B...0x202E, 0x2500...0x28FF,
      0x4E00...0x9FFF, 0x1100...0x11FF, 0xAC00...0xD7FB, 0x1F300...0x1F9FF, 0xE000...0xE0FF,
    ]
    return Unicode.Scalar(UInt32.random(in: ranges.randomElement(using: &random) ?? 0x20...0x7E, using: &random))
      ?? " "
  }

  private mutating func text() -> String {
    var text = String.UnicodeScalarView()
    let longest = random.once(in: 20) ? 400 : 12
    for _ in 0..<random.below(longest) { text.append(scalar()) }
    return String(text)
  }

  /// Far more than anything takes: of any signs, or one character with marks without end.
  private mutating func longText() -> String {
    let marks = random.once(in: 2)
    var text = String.UnicodeScalarView()
    for _ in 0..<(1000 + random.below(10_000)) { text.append(marks && !text.isEmpty ? "\u{301}" : scalar()) }
    return String(text)
  }

  private mutating func color() -> Color { Color(hex: UInt32(random.below(1 << 24))) }

  // MARK: Mouse

  private mutating func place(in size: Size) -> (row: Int, column: Int) {
    if random.once(in: 30) { return (random.below(300), random.below(600)) }
    return (random.once(in: 6) ? size.rows - 1 : random.below(size.rows), random.below(size.columns))
  }

  private mutating func mouse(in size: Size) -> Mouse {
    let button: Mouse.Button = random.one(of: .left, .left, .middle, .right)
    let notches = random.below(9) - 4
    let gesture: Mouse.Gesture = random.one(
      of: .move, .move, .press(button), .drag(button), .release(button), .wheel(by: notches), .wheel(by: notches),
      .wheelSideways(by: notches))
    let (row, column) = place(in: size)
    return Mouse(gesture, row: row, column: column, modifiers: Key.Modifiers(rawValue: UInt8(random.below(8))))
  }

  private mutating func drag(in size: Size) -> [Input] {
    let (from, to) = (place(in: size), place(in: size))
    let button: Mouse.Button = random.one(of: .left, .left, .right)
    return [
      Mouse(.press(button), row: from.row, column: from.column),
      Mouse(.drag(button), row: (from.row + to.row) / 2, column: (from.column + to.column) / 2),
      Mouse(.drag(button), row: to.row, column: to.column), Mouse(.release(button), row: to.row, column: to.column),
    ].map { .event(.mouse($0)) }
  }
}
