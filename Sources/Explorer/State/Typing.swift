import Screen

extension Exploration {
  /// A key, while the command line, the palette or a question has the keys.
  mutating func type(_ key: Key) -> [Effect] {
    notice = nil
    switch mode {
    case .command(let editor): return type(key, into: editor)
    case .palette(let palette): return type(key, into: palette)
    case .asking(let question): return answer(key, to: question)
    case .normal, .counting, .help, .description: return []
    }
  }

  /// Pasted text goes where typed text would.
  mutating func paste(_ text: String) {
    switch mode {
    case .command(var editor):
      editor.insert(text)
      edit(editor)
    case .palette(var palette):
      palette.insert(text)
      mode = .palette(palette)
    case .normal, .counting, .help, .description, .asking: break
    }
  }

  /// Shows the command line, with what may stand at its cursor.
  mutating func edit(_ editor: CommandLineEditor) {
    var editor = editor
    editor.completion = CompletionFinder(
      scene: scene, themes: themes, sessions: sessions, lessons: lessons, language: language, motion: motion
    ).completion(of: editor.text, cursor: editor.cursor)
    mode = .command(editor)
  }

  /// Offers files for the path at the cursor, if it still stands there, and puts the first in its place.
  mutating func offer(paths: [String], beginning path: String) {
    guard case .command(var editor) = mode, editor.pathToComplete == path else { return }
    editor.completion?.candidates = paths.map { Completion.Candidate(word: $0, meaning: "") }
    editor.completion?.chosen = nil
    editor.complete(by: 1)
    mode = .command(editor)
  }

  private mutating func type(_ key: Key, into editor: CommandLineEditor) -> [Effect] {
    var editor = editor
    switch (key.code, key.modifiers) {
    case (.tab, _), (.backTab, _):
      if let path = editor.pathToComplete { return [.listPaths(beginning: path)] }
      editor.complete(by: key.code == .tab ? 1 : -1)
      if editor.wantsArgument {
        editor.insert(" ")
        edit(editor)
      } else {
        mode = .command(editor)
      }
      return []
    case (.up, _), (.character("p"), .control):
      editor.recall(-1, from: commandHistory.lines)
      edit(editor)
      return []
    case (.down, _), (.character("n"), .control):
      editor.recall(1, from: commandHistory.lines)
      edit(editor)
      return []
    default: break
    }
    switch editor.type(key) {
    case .editing: edit(editor)
    case .cancelled: mode = .normal
    case .finished(let line):
      mode = .normal
      return run(line)
    }
    return []
  }

  /// Does what a typed line says, and remembers it.
  private mutating func run(_ line: String) -> [Effect] {
    commandHistory.remember(line)
    do throws(CommandParser.Refusal) {
      if let action = try CommandParser.parse(line, themes: themes) { return update(&self, action) }
    } catch {
      notice = error.notice
    }
    return []
  }

  private mutating func type(_ key: Key, into palette: Palette) -> [Effect] {
    var palette = palette
    switch palette.type(key) {
    case .editing: mode = .palette(palette)
    case .cancelled: mode = .normal
    case .chosen(let entry):
      mode = .normal
      switch entry.outcome {
      case .action(let action):
        let key = keymap.bindings.first { $0.action == action }?.keys.first
        return update(&self, key.map { heard(action, by: $0) } ?? action)
      case .line(let text):
        var editor = CommandLineEditor()
        editor.insert(text)
        edit(editor)
      }
    }
    return []
  }
}
