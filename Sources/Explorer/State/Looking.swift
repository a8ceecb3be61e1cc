import Encodings
import Screen

extension Exploration {
  /// How it is shown: view, zoom, component, theme.
  mutating func look(_ action: Action) {
    switch action {
    case .zoom(let factor):
      let rows = heatmapRows
      change(.zoom) { $0.window = $0.window.zoomed(by: factor, about: $0.position, rows: rows) }
    case .setWindow(let positions):
      change(.other) { scene in
        scene.window = Window(start: positions.lowerBound, count: positions.count)
        scene.position = min(max(scene.position, positions.lowerBound), positions.upperBound - 1)
      }
    case .resetZoom:
      change(.other) { scene in
        scene.window = Window(start: scene.position, count: nil)
        scene.columns = nil
      }
      keepPositionInSight()
    case .zoomColumns(let factor): zoomColumns(by: factor)
    case .setColumns(let columns): setColumns(columns)
    case .setDialect(let dialect):
      change(.other) { scene in
        scene.dialect = dialect
        scene.view = .code
      }
    case .filter(let text): filter(text)
    case .setPage(let page): turnPage(to: page)
    case .stepComponent(let steps) where scene.view == .catalogue:
      turnPage(to: scene.catalogue.page.stepped(by: steps))
    case .stepComponent(let steps) where scene.view == .code:
      change(.other) { $0.dialect = $0.dialect.stepped(by: steps) }
    case .stepComponent(let steps) where scene.view == .attention:
      change(.other) { $0.face = $0.face.stepped(by: steps) }
    case .stepComponent where scene.view == .similarity:
      change(.other) { $0.measure = $0.measure == .dot ? .cosine : .dot }
    case .stepComponent(let steps): show(scene.component.stepped(by: steps))
    case .setComponent(let component): show(component)
    case .moveHead(let by):
      change(.other) { $0.head = $0.head.stepped(by: by, among: $0.encoding.headCount) }
    case .setHead(let head):
      guard (0..<scene.encoding.headCount).contains(head) else {
        return notice = .outOfRange(.head, head, count: scene.encoding.headCount)
      }
      change(.other) { $0.head = head }
    case .setSentence(let sentence): change(.other) { $0.sentence = sentence }
    case .stepSentence(let steps): stepSentence(steps)
    case .setCausal(let isCausal): change(.other) { $0.isCausal = isCausal }
    case .toggleCausal: change(.other) { $0.isCausal.toggle() }
    case .setFace(let face):
      change(.other) { scene in
        scene.face = face
        scene.view = .attention
      }
    case .moveShift(let by):
      let (next, overflow) = scene.shift.addingReportingOverflow(by)
      let most = Window.lastPosition
      change(.shift) { $0.shift = overflow ? (by < 0 ? -most : most) : min(max(-most, next), most) }
    case .setShift(let shift):
      guard (-Window.lastPosition...Window.lastPosition).contains(shift) else {
        return notice = .positionOutOfRange("\(shift)")
      }
      change(.other) { $0.shift = shift }
    case .setMeasure(let measure): change(.other) { $0.measure = measure }
    case .setTarget(let length):
      guard length <= Window.lastPosition else { return notice = .positionOutOfRange("\(length)") }
      guard length >= scene.leastTarget else {
        return notice = .targetTooShort(length, trained: scene.leastTarget)
      }
      change(.other) { $0.targetLength = length }
    case .setFormat(let format): change(.other) { $0.format = format }
    case .stepFormat(let steps):
      change(.other) { $0.format = $0.format.stepped(by: steps) }
    case .setCast(let cast): change(.other) { $0.cast = cast }
    case .toggleCast: change(.other) { $0.cast = $0.cast == .inputs ? .result : .inputs }
    case .compare(let comparand): compare(with: comparand.counterpart)
    case .setTolerance(let tolerance): change(.other) { $0.tolerance = tolerance }
    case .stepView(let steps): change(.other) { $0.view = $0.view.stepped(by: steps) }
    case .setView(let view): change(.other) { $0.view = view }
    case .arrange(let arrangement, let companion): arrange(arrangement, companion)
    case .stepArrangement(let steps):
      let all = Arrangement.allCases.filter { Composition.fits($0, size) }
      let index = all.firstIndex(of: scene.arrangement)?.stepped(by: steps, among: all.count)
      let next = index.map { all[$0] } ?? .automatic
      arrange(next, nil)
      notice = notice ?? .thePanes(next)
    case .swapPanes:
      let other = scene.views.dropFirst().first
      change(.other) { ($0.view, $0.companion) = (other ?? $0.view, $0.view) }
    case .toggleMagnified: change(.other) { $0.isMagnified.toggle() }
    case .stepTheme(let steps):
      guard !themes.isEmpty else { return }
      let index = themes.firstIndex(of: scene.theme) ?? 0
      themeIsChosen = true
      let next = themes[index.stepped(by: steps, among: themes.count)]
      change(.other) { $0.theme = next }
      notice = .theTheme(next)
    case .setTheme(let name):
      guard themes.contains(name) else {
        notice = .unknownName(kind: .theme, name: name, nearest: nearestName(to: name, among: themes), known: themes)
        return
      }
      themeIsChosen = true
      change(.other) { $0.theme = name }
    default: break
    }
    keepPositionInSight()
  }

  private mutating func arrange(_ arrangement: Arrangement, _ companion: ViewName?) {
    guard Composition.fits(arrangement, size) else {
      return notice = .doesNotFit(arrangement, needed: Composition.leastSize(of: arrangement), size)
    }
    change(.other) { scene in
      scene.arrangement = arrangement
      scene.companion = companion ?? scene.companion
    }
  }

  /// The example so many further; from a sentence of the person's own, the first.
  private mutating func stepSentence(_ steps: Int) {
    let all = Sentence.examples
    let index = all.firstIndex(of: scene.sentence ?? .example(in: language))
    let next = index?.stepped(by: steps, among: all.count) ?? 0
    change(.other) { $0.sentence = all[next] }
  }

  private mutating func show(_ component: Scene.Component) {
    change(.other) { scene in
      scene.component = component
      scene.columns = nil
    }
  }

  private mutating func setColumns(_ columns: Range<Int>) {
    let count = scene.fieldColumnCount
    guard columns.lowerBound < count, columns.lowerBound >= 0 else {
      return notice = .outOfRange(.column, columns.lowerBound, count: count)
    }
    change(.other) { scene in
      let shown = columns.clamped(to: 0..<count)
      scene.columns = shown == 0..<count ? nil : shown
      guard !scene.columnsOfPair(scene.pair).contains(where: shown.contains) else { return }
      scene.pair = scene.pair(ofColumn: shown.lowerBound) ?? scene.pair
    }
  }

  /// Dark on dark, light on light: without a person's choice the theme follows the terminal's background.
  mutating func follow(background color: Color) {
    guard !themeIsChosen else { return }
    let name = color.luminance > 0.18 ? Self.lightTheme : Scene.usualTheme
    if themes.contains(name) { scene.theme = name }
  }

  /// The theme on a light background.
  public static let lightTheme = "paper"

  /// Shows more or fewer columns of the field; a column keeps its place.
  mutating func zoomColumns(by factor: Double, about column: Int? = nil) {
    let count = scene.fieldColumnCount
    let shown = scene.columns ?? 0..<count
    guard count > 0, factor > 0 else { return }
    let length = min(count, max(4, Int((Double(shown.count) * factor).rounded())))
    let start: Int
    if let column {
      let share = Double(column - shown.lowerBound) / Double(max(1, shown.count))
      start = min(max(0, column - Int(share * Double(length))), count - length)
    } else {
      let center = scene.columnsOfPair(scene.pair).first ?? 0
      start = min(max(0, center - length / 2), count - length)
    }
    guard length >= 1, start >= 0 else { return }
    change(.zoom) { $0.columns = length == count ? nil : start..<(start + length) }
  }
}
