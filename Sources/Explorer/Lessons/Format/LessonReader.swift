public import Screen
import Yams

/// Reads lessons from YAML, node by node, so that every complaint names its line and column.
public struct LessonReader {
  private let nodes: LessonNodes

  /// Reads the text of one lesson file.
  ///
  /// - Parameters:
  ///   - text: YAML as `docs/formats/lessons.md` describes it.
  ///   - name: The file's name without extension; a number and a hyphen in front only order the list.
  ///   - file: The path to name in a complaint.
  public static func read(_ text: String, name: String, file: String) throws(LessonError) -> Lesson {
    let nodes = LessonNodes(text: text, file: file)
    return try LessonReader(nodes: nodes).lesson(nodes.document(kind: "lesson"), name: Lesson.plainName(name))
  }

  private func lesson(_ root: Node, name: String) throws(LessonError) -> Lesson {
    let root = try nodes.mapping(root, "lesson")
    try nodes.check(root, allows: ["title", "audience", "start", "steps"], prefix: "lesson.")
    let steps = try nodes.list(nodes.required("steps", in: root, prefix: "lesson."), "steps")
    return Lesson(
      name: name, file: nodes.file,
      title: try wording(nodes.required("title", in: root, prefix: "lesson."), "title"),
      audience: try wording(nodes.required("audience", in: root, prefix: "lesson."), "audience"),
      start: try commands(root["start"], "start"),
      steps: try steps.enumerated().map { index, node throws(LessonError) in try step(node, "steps[\(index + 1)]") })
  }

  private func step(_ node: Node, _ key: String) throws(LessonError) -> Lesson.Step {
    let step = try nodes.mapping(node, key)
    try nodes.check(
      step, allows: ["title", "say", "show", "look", "ask", "check", "try", "notes", "keys"], prefix: key + ".")
    return Lesson.Step(
      title: try optionalWording(step["title"], "title"),
      say: try wording(nodes.required("say", in: step, prefix: key + "."), "say"),
      show: try commands(step["show"], "show"), look: try step["look"].map(look),
      question: try step["ask"].map(question),
      checks: try commands(step["check"], "check").map(formula), trial: try optionalWording(step["try"], "try"),
      notes: try optionalWording(step["notes"], "notes"), keys: try commands(step["keys"], "keys"))
  }

  private func look(_ node: Node) throws(LessonError) -> Lesson.Look {
    let look = try nodes.mapping(node, "look")
    try nodes.check(look, allows: ["pane", "pair", "rows", "columns"], prefix: "look.")
    var pane: ViewName?
    if let node = look["pane"] {
      let name = try nodes.text(node, "pane").value
      pane = ViewName(rawValue: name)
      if pane == nil {
        let nearest = nearestName(to: name, among: ViewName.allCases.map(\.rawValue))
        throw nodes.complaint(.unknownView(name, nearest: nearest), at: node)
      }
    }
    let place = nodes.place(of: node)
    return Lesson.Look(
      pair: try look["pair"].map { node throws(LessonError) in try whole(node, "pair") },
      spot: Spot(
        pane: pane, rows: try look["rows"].map { node throws(LessonError) in try range(node, "rows") },
        columns: try look["columns"].map { node throws(LessonError) in try range(node, "columns") }),
      line: place.line, column: place.column)
  }

  private func question(_ node: Node) throws(LessonError) -> Lesson.Question {
    let ask = try nodes.mapping(node, "ask")
    try nodes.check(ask, allows: ["en", "zh", "answer", "within", "choices", "hint", "why"], prefix: "ask.")
    let answer: Lesson.Question.Answer
    switch (ask["answer"], ask["choices"]) {
    case (let node?, nil):
      var within = 0.0
      if let node = ask["within"] {
        guard let value = NumberParser.number(try nodes.text(node, "within").value), value >= 0 else {
          throw nodes.complaint(.notANumber("within"), at: node)
        }
        within = value
      }
      answer = .number(try formula(nodes.text(node, "answer")), within: within)
    case (nil, let node?):
      answer = .choice(try nodes.list(node, "choices").map(choice))
    default: throw nodes.complaint(.noAnswer, at: node)
    }
    return Lesson.Question(
      text: try words(ask, of: "ask"), answer: answer, hint: try optionalWording(ask["hint"], "hint"),
      why: try optionalWording(ask["why"], "why"))
  }

  private func choice(_ node: Node) throws(LessonError) -> Lesson.Choice {
    let choice = try nodes.mapping(node, "choices")
    try nodes.check(choice, allows: ["en", "zh", "when"], prefix: "choices.")
    let when = try nodes.required("when", in: choice, prefix: "choices.")
    return Lesson.Choice(text: try words(choice, of: "choices"), holds: try formula(nodes.text(when, "when")))
  }

  private func wording(_ node: Node, _ key: String) throws(LessonError) -> Lesson.Wording {
    let mapping = try nodes.mapping(node, key)
    try nodes.check(mapping, allows: ["en", "zh"], prefix: key + ".")
    return try words(mapping, of: key)
  }

  private func words(_ mapping: Node.Mapping, of key: String) throws(LessonError) -> Lesson.Wording {
    Lesson.Wording(
      english: try nodes.text(nodes.required("en", in: mapping, prefix: key + "."), "\(key).en"),
      chinese: try nodes.text(nodes.required("zh", in: mapping, prefix: key + "."), "\(key).zh"))
  }

  private func optionalWording(_ node: Node?, _ key: String) throws(LessonError) -> Lesson.Wording? {
    guard let node else { return nil }
    return try wording(node, key)
  }

  private func commands(_ node: Node?, _ key: String) throws(LessonError) -> [Lesson.Located<String>] {
    guard let node else { return [] }
    return try nodes.list(node, key).map { item throws(LessonError) in try nodes.text(item, key) }
  }

  private func formula(_ text: Lesson.Located<String>) throws(LessonError) -> Lesson.Located<Formula> {
    do throws(FormulaError) {
      return Lesson.Located(value: try Formula(parsing: text.value), line: text.line, column: text.column)
    } catch {
      throw LessonError(
        file: nodes.file, line: text.line, column: text.column + error.offset,
        problem: .formula(text.value, error))
    }
  }

  private func whole(_ node: Node, _ key: String) throws(LessonError) -> Lesson.Located<Int> {
    let text = try nodes.text(node, key)
    guard let value = NumberParser.whole(text.value), value >= 0 else {
      throw nodes.complaint(.notANumber(key), at: node)
    }
    return Lesson.Located(value: value, line: text.line, column: text.column)
  }

  private func range(_ node: Node, _ key: String) throws(LessonError) -> Range<Int> {
    guard let range = NumberParser.range(try nodes.text(node, key).value), range.lowerBound >= 0 else {
      throw nodes.complaint(.notARange(key), at: node)
    }
    return range
  }
}

extension Lesson {
  /// «06-rope» is «rope»: the number in front only orders the list.
  static func plainName(_ name: String) -> String {
    let rest = name.drop { $0.isASCII && $0.isNumber }
    return rest.count < name.count && rest.first == "-" && rest.count > 1 ? String(rest.dropFirst()) : name
  }
}
