import Encodings

extension Exploration {
  /// Where one looks: positions and pairs.
  mutating func move(_ action: Action) {
    if scene.view == .catalogue, browse(action) { return }
    if scene.view == .code, scrollCode(action) { return }
    switch action {
    case .moveRows(let by) where scene.view == .attention: moveQuery(by: by)
    case .movePosition(let by) where scene.view == .attention: moveQuery(by: by)
    case .movePages(let pages) where scene.view == .attention:
      moveQuery(by: min(max(-Sentence.mostTokens, pages), Sentence.mostTokens) * 10)
    case .moveToEnd where scene.view == .attention: moveQuery(by: Sentence.mostTokens)
    case .movePair(let by) where scene.view == .attention: moveKey(by: by)
    case .moveSecond(let by) where scene.view == .attention: moveKey(by: by)
    case .moveRows(let rows): go(by: rows, step: positionsPerMove)
    case .movePosition(let by): go(by: by, step: 1)
    case .movePages(let pages): go(by: pages, step: scene.window.positions(rows: heatmapRows).count)
    case .setPosition(let position): place(position)
    case .moveToEnd: place(scene.window.positions(rows: heatmapRows).upperBound - 1)
    case .moveSecond(let by):
      change(.second) { $0.secondPosition = Self.held($0.secondPosition, by, step: 1) }
    case .setSecond(let position):
      guard (0...Window.lastPosition).contains(position) else { return notice = .positionOutOfRange("\(position)") }
      change(.other) { $0.secondPosition = position }
    case .markSecond: change(.other) { $0.secondPosition = $0.position }
    case .movePair(let by):
      change(.pair) { scene in
        let (next, overflow) = scene.pair.addingReportingOverflow(by)
        scene.pair = min(max(0, overflow ? 0 : next), max(0, scene.cursorCount - 1))
      }
      keepPairInSight()
    case .setPair(let pair):
      guard pair >= 0, pair < scene.cursorCount else {
        return notice = .outOfRange(scene.cursorItem, pair, count: scene.cursorCount)
      }
      change(.other) { $0.pair = pair }
      keepPairInSight()
    default: break
    }
  }

  /// In a sentence the position is that of the token that asks, and it stays among the tokens.
  private mutating func moveQuery(by count: Int) {
    let last = (scene.sentence ?? .example(in: language)).tokens.count - 1
    change(.position) { $0.position = min(Self.held(min($0.position, last), count, step: 1), last) }
    keepPositionInSight()
  }

  /// The second position is that of the token asked.
  private mutating func moveKey(by count: Int) {
    let last = (scene.sentence ?? .example(in: language)).tokens.count - 1
    change(.second) { $0.secondPosition = min(Self.held(min($0.secondPosition, last), count, step: 1), last) }
  }

  /// One row of the heatmap is one move: a block of positions when zoomed out.
  private var positionsPerMove: Int {
    let rows = heatmapRows
    return max(1, scene.window.positions(rows: rows).count / rows)
  }

  private mutating func go(by count: Int, step: Int) {
    change(.position) { $0.position = Self.held($0.position, count, step: step) }
    keepPositionInSight()
  }

  private mutating func place(_ position: Int) {
    guard (0...Window.lastPosition).contains(position) else { return notice = .positionOutOfRange("\(position)") }
    change(.other) { $0.position = position }
    keepPositionInSight()
  }

  /// A position moved by so many steps, held to those there are.
  private static func held(_ position: Int, _ count: Int, step: Int) -> Int {
    let (distance, overflow) = count.multipliedReportingOverflow(by: step)
    if overflow { return count < 0 ? 0 : Window.lastPosition }
    let (next, tooFar) = position.addingReportingOverflow(distance)
    return tooFar ? (distance < 0 ? 0 : Window.lastPosition) : min(max(0, next), Window.lastPosition)
  }

  mutating func keepPairInSight() {
    guard let shown = scene.columns else { return }
    let columns = scene.columnsOfPair(scene.pair)
    guard let first = columns.first, !shown.contains(first) else { return }
    let start = first < shown.lowerBound ? first : first - shown.count + 1
    scene.columns = start..<(start + shown.count)
  }
}

extension Scene {
  /// The heatmap's columns that belong to a pair: one, or in a table those of both features.
  public func columnsOfPair(_ pair: Int) -> [Int] {
    guard component == .table else { return [pair] }
    if let rotary = encoding.rotary {
      let (first, second) = rotary.layout.outputFeatures(ofPair: pair, dimension: rotary.rotaryDimension)
      return [first, second].sorted()
    }
    switch encoding {
    case .sinusoidal(let sinusoidal): return sinusoidal.columns(ofPair: pair)
    case .transformerXL(let transformerXL): return transformerXL.sinusoidal.columns(ofPair: pair)
    default: return [pair]
    }
  }

  /// The pair that a column of the heatmap shows, or `nil` for a column without one.
  public func pair(ofColumn column: Int) -> Int? {
    guard component == .table else { return column }
    if let rotary = encoding.rotary {
      return (0..<pairCount).first { pair in
        let (first, second) = rotary.layout.outputFeatures(ofPair: pair, dimension: rotary.rotaryDimension)
        return first == column || second == column
      }
    }
    switch encoding {
    case .sinusoidal(let sinusoidal): return sinusoidal.component(column)?.pair
    case .transformerXL(let transformerXL): return transformerXL.sinusoidal.component(column)?.pair
    default: return column
    }
  }
}

extension Sinusoidal {
  /// The columns of the table that hold a pair's sine and cosine.
  fileprivate func columns(ofPair pair: Int) -> [Int] { (0..<dimension).filter { component($0)?.pair == pair } }
}
