/// The themes within reach: those built in, with what files put before them or add.
///
/// A theme is read when it is asked for, so that a start costs one theme and not all. Of two files of one name the later
/// comes first; one that cannot be read leaves the one before it in place.
public struct ThemeShelf: Sendable {
  /// The themes that were read, by name.
  public private(set) var themes: [Theme] = []
  /// Files that could not be read as themes.
  public private(set) var problems: [ThemeError] = []
  /// The files of each name, in the order in which they came.
  private var sources: [String: [Source]] = [:]

  private struct Source {
    let text: String
    let file: String
    var isBuiltIn = false
  }

  /// The themes that are part of the program, all read.
  public init() {
    self = .unread
    readAll()
  }

  private init(sources: [String: [Source]]) { self.sources = sources }

  /// The themes that are part of the program, none read.
  public static var unread: ThemeShelf {
    ThemeShelf(
      sources: Dictionary(
        EmbeddedThemes.all.map { name, text in
          (name, [Source(text: "\(text)", file: "themes/\(name).yaml", isBuiltIn: true)])
        },
        uniquingKeysWith: +))
  }

  /// The names of all themes, read or not, in their order.
  public var names: [String] { sources.keys.sorted() }

  /// A theme's file, and the name that the theme goes by.
  public struct File: Hashable, Sendable {
    /// The name of the theme in it.
    public let name: String
    /// Where it lies.
    public let path: String
  }

  /// The files that make the theme of this name: its own, and those that it inherits from; none for one that is part of
  /// the program.
  public func files(of name: String) -> [File] {
    var files: [File] = []
    guard let source = sources[name]?.last else { return [] }
    _ = try? theme(name, source) { name, source in
      if !source.isBuiltIn { files.append(File(name: name, path: source.file)) }
    }
    return files
  }

  /// The theme of this name, if it was read.
  public subscript(name: String) -> Theme? { themes.first { $0.name == name } }

  /// Adds one theme file, which is read when it is asked for. Whatever was read before is read anew, for it may inherit
  /// from this one.
  public mutating func add(text: String, name: String, file: String) {
    sources[name, default: []].removeAll { $0.file == file }
    sources[name, default: []].append(Source(text: text, file: file))
    let before = themes.map(\.name)
    themes = []
    for name in before { read(name) }
  }

  /// Notes a theme file that could not be read at all.
  public mutating func add(problem: ThemeError) { problems.append(problem) }

  /// Reads the theme of this name, unless that was done. What is wrong with a file is kept among `problems`.
  @discardableResult
  public mutating func read(_ name: String) -> Theme? {
    if let theme = self[name] { return theme }
    for source in (sources[name] ?? []).reversed() {
      do throws(ThemeError) {
        let theme = try self.theme(name, source)
        themes.append(theme)
        themes.sort { $0.name < $1.name }
        return theme
      } catch {
        if !problems.contains(error) { problems.append(error) }
      }
    }
    return nil
  }

  /// Reads all themes.
  public mutating func readAll() {
    for name in names { read(name) }
  }

  /// Reads a theme that is not on the shelf, but may inherit from those that are.
  public func theme(text: String, name: String, file: String) throws(ThemeError) -> Theme {
    try theme(name, Source(text: text, file: file))
  }

  /// Reads a source and what it inherits. A file may inherit from an earlier one of its own name.
  /// - Parameter note: Told of each source, before it is read.
  private func theme(
    _ name: String, _ source: Source, after below: [String] = [], note: (String, Source) -> Void = { _, _ in }
  ) throws(ThemeError) -> Theme {
    note(name, source)
    return try ThemeReader.read(source.text, name: name, file: source.file) { (parent: String) throws(ThemeProblem) in
      let taken = below + [source.file]
      guard let next = (sources[parent] ?? []).last(where: { !taken.contains($0.file) }) else {
        if sources[parent] != nil { throw .inheritsItself(parent) }
        throw .unknownParent(parent, nearest: nearestName(to: parent, among: names))
      }
      do throws(ThemeError) {
        return try theme(parent, next, after: taken, note: note)
      } catch {
        throw .brokenParent(parent, line: error.line)
      }
    }
  }
}
