extension Action {
  /// What a count before the action's key makes of it: the same, many times over; one that leads somewhere goes there.
  ///
  ///     Action.moveRows(-1).repeated(12)  // [.moveRows(-12)]
  ///     Action.moveToEnd.repeated(12)     // [.setPosition(12)], as «12G» does in other programs
  func repeated(_ count: Int) -> [Action] {
    switch self {
    case .moveRows(let step): [.moveRows(step.times(count))]
    case .movePosition(let step): [.movePosition(by: step.times(count))]
    case .movePages(let step): [.movePages(step.times(count))]
    case .moveSecond(let step): [.moveSecond(by: step.times(count))]
    case .movePair(let step): [.movePair(by: step.times(count))]
    case .moveDimension(let step): [.moveDimension(by: step.times(count))]
    case .moveHead(let step): [.moveHead(by: step.times(count))]
    case .stepView(let step): [.stepView(by: step.times(count))]
    case .stepComponent(let step): [.stepComponent(by: step.times(count))]
    case .moveShift(let step): [.moveShift(by: step.times(count))]
    case .stepSentence(let step): [.stepSentence(by: step.times(count))]
    case .stepTheme(let step): [.stepTheme(by: step.times(count))]
    case .setPosition(0), .moveToEnd: [.setPosition(count)]
    case .scaleBase, .scaleFactor, .stepScaling, .stepGroup, .stepArrangement, .zoom, .zoomColumns, .undo, .redo:
      Array(repeating: self, count: min(count, Exploration.historyLimit))
    default: [self]
    }
  }
}

extension Int {
  /// The product, held to what an `Int` can be.
  fileprivate func times(_ count: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: count)
    return overflow ? ((self < 0) == (count < 0) ? .max : -.max) : product
  }
}
