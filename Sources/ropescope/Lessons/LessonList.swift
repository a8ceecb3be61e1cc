import Explorer
import Export
import Screen

/// The lessons there are, one a line; a broken one with what is wrong in it.
struct LessonList {
  let shelf: LessonShelf
  let language: Language

  func print() throws {
    let name = shelf.entries.map { columns(of: visible($0.name)) }.max() ?? 0
    try Output.write(to: nil, overwrite: false, language) { sink in
      for entry in shelf.entries {
        try sink.write(Array("\(padded(visible(entry.name), name))  \(about(entry))\n".utf8))
      }
    }
  }

  private func about(_ entry: LessonShelf.Entry) -> String {
    do throws(LessonError) {
      let lesson = try entry.lesson()
      let count = lesson.steps.count
      return language("\(count) steps  ", "\(count) 步  ") + visible(lesson.title(language)) + "  —  "
        + visible(lesson.audience(language))
    } catch {
      return language("broken: ", "有误：") + language.sentence(for: error)
    }
  }
}
