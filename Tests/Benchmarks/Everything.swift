import Checkpoints
import Encodings
import Explorer
import Screen

/// Draws every view of every group of every model of the catalogue, and of every scheme, at four sizes and in every tier,
/// and says which check failed and which view came out empty; then how long each view took at the largest size in
/// truecolor, over the scene's own positions and over 10 000 000: the median of all scenes and the slowest of them.
struct Everything {
  private var times: [ViewName: [(microseconds: Double, name: String)]] = [:]
  private let sizes = [(12, 40), (24, 80), (40, 120), (60, 200)].map { Size(rows: $0.0, columns: $0.1) }

  mutating func draw() {
    var (frames, failures) = (0, 0)
    for subject in subjects {
      for group in 0..<max(1, subject.model?.groups.count ?? 1) {
        guard let encoding = subject.group(group)?.encoding else { continue }
        draw(subject, group, encoding, subject.argument ?? "", &frames, &failures)
      }
    }
    for scheme in Scheme.allCases {
      guard let encoding = try? EncodingOptions(scheme: scheme).applied(to: nil) else { continue }
      draw(.free, 0, encoding, scheme.rawValue, &frames, &failures)
    }
    print("\(frames) frames, \(failures) with a failing check or an empty picture")
    for view in ViewName.allCases {
      let taken = times[view, default: []].sorted { $0.microseconds < $1.microseconds }
      guard let slowest = taken.last else { continue }
      print(
        "200×60, \(view.rawValue): median \(Numerals.significant(taken[taken.count / 2].microseconds, digits: 3)) µs, "
          + "slowest \(Numerals.significant(slowest.microseconds, digits: 3)) µs (\(slowest.name))")
    }
  }

  private mutating func time(_ scene: Scene, _ name: String, themes shelf: ThemeShelf) {
    let clock = ContinuousClock()
    for window in [nil, 0..<10_000_000] {
      var exploration = Exploration(scene: scene, size: sizes[3], themes: shelf.names, depth: .truecolor)
      if let window { _ = update(&exploration, .setWindow(window)) }
      let rounds = (0..<5).map { _ in
        _ = update(&exploration, .moveRows(1))
        return clock.measure { _ = exploration.frame(themes: shelf) }
      }
      let median = rounds.sorted()[2] / .microseconds(1)
      times[scene.view, default: []].append((median, "\(name), \(window?.count ?? 0) positions"))
    }
  }

  private var subjects: [Subject] {
    Catalogue.names.compactMap { name in
      (try? Catalogue.entry(named: name)?.describe()).map { Subject(argument: name, model: $0) }
    }
  }

  private mutating func draw(
    _ subject: Subject, _ group: Int, _ encoding: Encoding, _ name: String, _ frames: inout Int, _ failures: inout Int
  ) {
    let shelf = ThemeShelf()
    for view in ViewName.allCases {
      var scene = Scene(subject: subject, group: group, encoding: encoding, view: view, theme: Scene.usualTheme)
      scene.arrangement = .alone
      time(scene, "\(name) group \(group)", themes: shelf)
      for size in sizes {
        for (depth, ascii) in ColorDepth.allCases.map({ ($0, false) }) + [(.mono, true)] {
          let exploration = Exploration(
            scene: scene, size: size, themes: shelf.names, depth: depth, asciiOnly: ascii)
          let frame = exploration.frame(themes: shelf)
          let middle = frame.cells.dropFirst(size.columns).dropLast(size.columns)
          let isEmpty = middle.allSatisfy { $0.scalar == " " && $0.style == middle.first?.style }
          let text = frame.cells.map { String($0.scalar) }.joined()
          frames += 1
          if isEmpty || text.contains("FAILS") {
            failures += 1
            print("\(name) group \(group) \(view.rawValue) \(size.columns)×\(size.rows) \(depth.rawValue)")
          }
        }
      }
    }
  }
}
