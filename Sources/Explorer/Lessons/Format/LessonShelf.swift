public import Screen

/// The lessons within reach, as texts: those built in, with what files put in their place or add.
///
/// A lesson is read when it is asked for, so that a start costs nothing and a broken file stops nobody.
public struct LessonShelf: Hashable, Sendable {
  /// One lesson file.
  public struct Entry: Hashable, Sendable {
    /// The file's name without extension: it orders the list.
    public let fileName: String
    /// The name to type.
    public let name: String
    /// The path to name in a complaint.
    public let file: String
    /// Its text, or why there is none.
    let text: Result<String, LessonError>

    /// Reads it.
    public func lesson() throws(LessonError) -> Lesson {
      try LessonReader.read(try text.get(), name: fileName, file: file)
    }
  }

  /// All entries, in the order of their files' names.
  public private(set) var entries: [Entry] = []

  /// The lessons that are part of the program.
  public init() {
    for (name, text) in EmbeddedLessons.all {
      put(name, file: "docs/lessons/\(name).yaml", text: .success("\(text)"))
    }
  }

  /// Adds one lesson file; one of the same name is replaced.
  public mutating func add(text: String, fileName: String, file: String) {
    put(fileName, file: file, text: .success(text))
  }

  /// Adds a lesson file that could not be read at all.
  public mutating func add(problem: LessonError, fileName: String) {
    put(fileName, file: problem.file, text: .failure(problem))
  }

  /// The entry of this name, with or without the number in front; `nil` when there is none.
  public subscript(name: String) -> Entry? {
    let plain = Lesson.plainName(name)
    return entries.first { $0.fileName == name } ?? entries.first { $0.name == plain }
  }

  private mutating func put(_ fileName: String, file: String, text: Result<String, LessonError>) {
    let name = Lesson.plainName(fileName)
    entries.removeAll { $0.name == name }
    entries.append(Entry(fileName: fileName, name: name, file: file, text: text))
    entries.sort { ($0.fileName, $0.file) < ($1.fileName, $1.file) }
  }
}
