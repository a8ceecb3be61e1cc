import Screen

/// A question to the person: whether what is there already may be replaced.
public struct Overwriting: Hashable, Sendable {
  /// The file, or the name of a kept scene.
  public let path: String
  /// What would stand in it.
  public let content: Content

  /// What would be written.
  public enum Content: Hashable, Sendable {
    /// What the screen shows.
    case screen
    /// The view's figure.
    case figure
    /// The scene.
    case session
  }

  /// A question about one file.
  public init(path: String, content: Content) { (self.path, self.content) = (path, content) }

  /// What a key answers: yes, no, or nothing yet.
  func answer(_ key: Key) -> Bool? {
    switch key.code {
    case .escape: return false
    case .character(let scalar) where key.modifiers.isEmpty || key.modifiers == .shift:
      return ["y": true, "n": false][scalar.properties.lowercaseMapping]
    case .character("c") where key.modifiers == .control: return false
    default: return nil
    }
  }
}

extension Exploration {
  /// A key while a question stands: y does what was held back, n and Esc leave it, others change nothing.
  mutating func answer(_ key: Key, to question: Overwriting) -> [Effect] {
    guard let isYes = question.answer(key) else { return [] }
    mode = .normal
    guard isYes else {
      notice = .leftAsItIs(path: question.path)
      return []
    }
    return switch question.content {
    case .screen: [.saveScreen(path: question.path, overwrite: true)]
    case .figure: [.saveFigure(path: question.path, overwrite: true)]
    case .session: [.keepSession(name: question.path, overwrite: true)]
    }
  }
}

extension Language {
  /// What is asked, and which keys answer.
  func sentence(for question: Overwriting) -> String {
    let path = visible(question.path)
    return self("\(path) is there already. Replace it? y/n", "\(path) 已存在。要替换吗？y/n")
  }
}
