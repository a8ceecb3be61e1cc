import Encodings
import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Exploration {
  /// By how much one notch of the wheel zooms.
  private static let zoomPerNotch = 1.25
  /// Lines of the page of keys that one notch scrolls.
  private static let linesPerNotch = 3

  /// Follows the mouse: hovering reads, a click chooses, a drag pans or turns, the wheel zooms or turns.
  /// - Returns: What is to be done in the world: a second click on a line of the catalogue opens it.
  mutating func point(_ mouse: Mouse) -> [Effect] {
    guard hearsMouse else { return [] }
    let before = pointer
    pointer = Pointer(row: mouse.row, column: mouse.column, press: before?.press)
    switch mode {
    case .command, .palette, .asking: break
    case .help(let line):
      guard case .wheel(let notches) = mouse.gesture else { break }
      mode = .help(firstLine: helpPage.held(line - notches * Self.linesPerNotch, size: size, asciiOnly: asciiOnly))
    case .description(let line):
      guard case .wheel(let notches) = mouse.gesture else { break }
      mode = .description(firstLine: DescriptionPage(exploration: self).held(line - notches * Self.linesPerNotch))
    case .normal, .counting:
      switch mouse.gesture {
      case .move: pointer?.press = nil
      case .press(let button): press(button, mouse)
      case .drag: drag(from: before)
      case .release: return release(mouse)
      case .wheel(let notches): wheel(notches, mouse)
      case .wheelSideways(let notches): move(.movePair(by: notches))
      }
    }
    return []
  }

  /// What the lens under a cell shows there.
  func target(at place: Place) -> Target? {
    guard let pane = pane(at: place) else { return nil }
    return pane.view.lens.target(
      at: place, of: scene, in: pane.area,
      valueRowsPerCell: Look.valueRowsPerCell(depth: depth, asciiOnly: asciiOnly), language)
  }

  /// What the pointer reads, while no button is down.
  var reading: String? {
    guard let pointer, pointer.press == nil else { return nil }
    return target(at: Place(row: pointer.row, column: pointer.column))?.reading
  }

  private func pane(at place: Place) -> Composition.Pane? {
    switch mode {
    case .normal, .counting: composition.panes.first { $0.area.contains(row: place.row, column: place.column) }
    case .help, .description, .command, .palette, .asking: nil
    }
  }

  private mutating func press(_ button: Mouse.Button, _ mouse: Mouse) {
    notice = nil
    lastChange = nil
    let grip: Pointer.Grip
    if let parameter = StatusLine.parameter(at: Place(row: mouse.row, column: mouse.column), of: self) {
      grip = .parameter(parameter)
    } else if let target = target(at: Place(row: mouse.row, column: mouse.column)),
      target.parameter != nil || target.scale.moves
    {
      let window = Window(
        start: scene.window.start, count: scene.window.positions(rows: heatmapRows).count)
      grip =
        target.parameter.map(Pointer.Grip.parameter)
        ?? .picture(window: window, columns: scene.columns, scale: target.scale)
    } else {
      grip = .nothing
    }
    pointer?.press = .init(row: mouse.row, column: mouse.column, button: button, grip: grip)
  }

  private mutating func drag(from before: Pointer?) {
    guard let pointer, var press = pointer.press, let before else { return }
    press.hasMoved = press.hasMoved || press.row != pointer.row || press.column != pointer.column
    self.pointer?.press = press
    guard press.hasMoved, press.button == .left else { return }
    switch press.grip {
    case .nothing: return
    case .parameter(let parameter):
      turn(parameter, by: pointer.column - before.column - (pointer.row - before.row))
    case .picture(let window, let columns, let scale):
      let (rows, across) = (Double(pointer.row - press.row), Double(pointer.column - press.column))
      pan(
        window, by: -Int((rows * scale.positionsPerRow + across * scale.positionsPerColumn).rounded()),
        columns, by: -Int((across * scale.columnsPerColumn).rounded()))
    }
  }

  private mutating func release(_ mouse: Mouse) -> [Effect] {
    guard let press = pointer?.press else { return [] }
    pointer?.press = nil
    let place = Place(row: press.row, column: press.column)
    guard !press.hasMoved, let pane = pane(at: place) else { return [] }
    guard let target = target(at: place) else {
      // The heading chooses the pane.
      if press.button == .left, press.row == pane.area.row { look(.setView(pane.view)) }
      return []
    }
    if let entry = target.entry, press.button == .left {
      // A line that is chosen already is opened.
      if scene.view == .catalogue, scene.catalogue.line(in: language) != nil, scene.catalogue.entry == entry {
        return openChosen()
      }
      change(.other) { $0.catalogue.entry = entry }
      return []
    }
    switch press.button {
    case .left:
      change(.other) { scene in
        scene.position = target.position.map { min($0, Window.lastPosition) } ?? scene.position
        scene.secondPosition = target.secondPosition.map { min($0, Window.lastPosition) } ?? scene.secondPosition
        scene.pair = target.pair ?? scene.pair
      }
      keepPositionInSight()
      keepPairInSight()
    case .right:
      guard let second = target.secondPosition ?? target.position else { return [] }
      change(.other) { $0.secondPosition = min(second, Window.lastPosition) }
    case .middle: break
    }
    return []
  }

  private mutating func wheel(_ notches: Int, _ mouse: Mouse) {
    notice = nil
    let place = Place(row: mouse.row, column: mouse.column)
    let target = target(at: place)
    if let parameter = StatusLine.parameter(at: place, of: self) ?? target?.parameter {
      return turn(parameter, by: notches)
    }
    let factor = pow(Self.zoomPerNotch, Double(-notches))
    if !mouse.modifiers.isDisjoint(with: [.control, .shift]), let column = target?.column {
      zoomColumns(by: factor, about: column)
    } else if let position = target?.zoomCenter {
      let rows = heatmapRows
      change(.zoom) { scene in
        scene.window = scene.window.zoomed(by: factor, about: position, rows: rows)
        scene.holdPosition(to: scene.window.positions(rows: rows))
      }
    } else {
      move(.movePosition(by: -notches))
    }
  }

  /// Moves the picture; the position looked at stays in it.
  private mutating func pan(_ window: Window, by positions: Int, _ columns: Range<Int>?, by across: Int) {
    let rows = heatmapRows
    let count = scene.fieldColumnCount
    change(.pan) { scene in
      let (start, overflow) = window.start.addingReportingOverflow(positions)
      scene.window = Window(start: overflow ? 0 : start, count: window.count)
      scene.holdPosition(to: scene.window.positions(rows: rows))
      guard let columns, columns.count <= count else { return }
      let first = min(max(0, columns.lowerBound + across), count - columns.count)
      scene.columns = first..<(first + columns.count)
    }
  }

  private mutating func turn(_ parameter: StatusLine.Parameter, by steps: Int) {
    guard steps != 0 else { return }
    switch parameter {
    case .dimension: turn(.moveDimension(by: 2 * steps))
    case .base: turn(.scaleBase(by: pow(1.1, Double(steps))))
    case .position: move(.moveRows(steps))
    case .second: move(.moveSecond(by: steps))
    case .head: look(.moveHead(by: steps))
    case .shift: look(.moveShift(by: steps))
    case .scaling: turn(.scaleFactor(by: pow(2, Double(steps))))
    }
  }
}

extension Scene {
  /// Moves the position looked at into a range, as little as need be.
  fileprivate mutating func holdPosition(to range: Range<Int>) {
    position = min(max(position, range.lowerBound), range.upperBound - 1)
  }
}
