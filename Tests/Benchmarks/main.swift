// Times what a key costs before the terminal: the state's change, the mathematics and the drawing of a frame.
//
//     make bench
//
// Prints medians and, for each case, the ratio to the first: machines differ, ratios less.
import Checkpoints
import Encodings
import Explorer
import Screen

/// A case: how the exploration is prepared, and what is done before each frame.
struct Case {
  let name: String
  let size: Size
  let prepare: [Action]
  let turn: (Int) -> [Action]
}

let wide = Size(rows: 60, columns: 200)
let alternateBase: (Int) -> [Action] = { [.scaleBase(by: $0.isMultiple(of: 2) ? 1.02 : 1 / 1.02)] }
let cases = [
  Case(name: "200×60, 200 positions, base turned", size: wide, prepare: [.setWindow(0..<200)], turn: alternateBase),
  Case(
    name: "200×60, 10 000 000 positions, base turned", size: wide, prepare: [.setWindow(0..<10_000_000)],
    turn: alternateBase),
  Case(
    name: "200×60, 2^40 positions, base turned", size: wide, prepare: [.setWindow(0..<(1 << 40))], turn: alternateBase
  ),
  Case(name: "200×60, position moved", size: wide, prepare: [], turn: { _ in [.moveRows(1)] }),
  Case(name: "200×60, dials, position moved", size: wide, prepare: [.setView(.dials)], turn: { _ in [.moveRows(1)] }),
  Case(
    name: "120×40, base turned", size: Size(rows: 40, columns: 120), prepare: [.setWindow(0..<200)],
    turn: alternateBase),
  Case(
    name: "1 000 keys and one frame", size: wide, prepare: [],
    turn: { _ in Array(repeating: .moveRows(1), count: 1000) }),
]

/// Every view alone, over 200 positions and over 10 000 000.
let viewCases = ViewName.allCases.flatMap { view in
  [200, 10_000_000].map { count in
    Case(
      name: "200×60, \(view.rawValue), \(Numerals.grouped(count)) positions", size: wide,
      prepare: [.setView(view), .arrange(.alone, companion: nil), .setWindow(0..<count)],
      turn: { alternateBase($0) + [.moveRows(1)] })
  }
}

if CommandLine.arguments.contains("everything") {
  var everything = Everything()
  everything.draw()
} else {
  try time(cases + viewCases)
}

/// Times each case, and prints its median and its ratio to the first.
func time(_ cases: [Case]) throws {
  let shelf = ThemeShelf()
  let clock = ContinuousClock()
  var first: Double?
  for test in cases {
    let model = try Catalogue.entry(named: "llama-3.1-8b")?.describe()
    let subject = Subject(argument: nil, model: model)
    guard let encoding = subject.group(0)?.encoding else { continue }
    let scene = Scene(subject: subject, encoding: encoding, theme: "midnight")
    var exploration = Exploration(scene: scene, size: test.size, themes: shelf.themes.map(\.name))
    for action in test.prepare { _ = update(&exploration, action) }
    var times: [Double] = []
    var cells = 0
    for round in 0..<220 {
      let start = clock.now
      for action in test.turn(round) { _ = update(&exploration, action) }
      cells += exploration.frame(themes: shelf).cells.count
      let taken = clock.now - start
      if round >= 20 { times.append(taken / .microseconds(1)) }
    }
    times.sort()
    let median = times[times.count / 2]
    first = first ?? median
    let ratio = median / (first ?? median)
    print("\(test.name): \(Numerals.significant(median, digits: 3)) µs a frame, ratio \(Numerals.significant(ratio))")
  }
}
