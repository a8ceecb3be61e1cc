public import Screen

extension Exploration {
  /// What an event of the terminal means in this state: a key by the table of keys, the mouse and the window's size as they
  /// are. `nil` for an event that is the terminal's own affair, or a key that does nothing.
  ///
  /// A key that does nothing else still takes a notice away. One that would change nothing that is shown says why.
  public func action(for event: Event) -> Action? {
    switch event {
    case .key(let key):
      keymap.action(for: key, in: self).map { heard($0, by: key) } ?? (notice == nil ? nil : .dismissNotice)
    case .paste(let text): .paste(text)
    case .resize(let size): .resize(size)
    case .mouse(let mouse): .mouse(mouse)
    case .background(let color): .background(color)
    case .ambiguousSignsAreWide: .avoidAmbiguousSigns
    case .redraw, .terminate, .timeout: nil
    }
  }
}
