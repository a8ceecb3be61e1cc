import Encodings
import Screen

extension Exploration {
  /// Ticks a second while something moves by itself.
  var ticksPerSecond: Int { reducesMotion ? 1 : 10 }

  /// How long the run loop shall wait before it sends `Action.tick`; `nil` when nothing moves by itself.
  public var pulse: Duration? {
    isTraining || play?.isPlaying == true ? .milliseconds(1000 / ticksPerSecond) : nil
  }

  /// Whether the picture is no longer that of the lesson's step.
  public var isFreePlay: Bool {
    guard let play else { return false }
    var (shown, wanted) = (scene, play.picture)
    // The theme is the person's own, and a table that learns is meant to change.
    wanted.theme = shown.theme
    if wanted.training != nil, shown.training != nil {
      wanted.show(Encoding.none)
      shown.show(Encoding.none)
    }
    return shown != wanted
  }

  /// A moment passes.
  mutating func pass() {
    if isTraining { learn() }
    guard play?.isPlaying == true, var play else { return }
    play.ticksLeft -= 1
    self.play = play
    if play.ticksLeft <= 0 { _ = follow(.next) }
  }

  /// Does what a person asks of a lesson.
  mutating func follow(_ move: LessonMove) -> [Effect] {
    switch move {
    case .list: notice = .lessons(lessons.entries.map(\.name))
    case .start(let name): begin(name)
    default:
      guard play != nil else { return say(.noLesson) }
      goOn(move)
    }
    return []
  }

  private mutating func say(_ notice: Notice) -> [Effect] {
    self.notice = notice
    return []
  }

  private mutating func goOn(_ move: LessonMove) {
    switch move {
    case .next: goNext()
    case .back: goBefore()
    case .jump(let number):
      guard let count = play?.lesson.steps.count, (1...count).contains(number) else {
        return notice = .noSuchStep(number, count: play?.lesson.steps.count ?? 0)
      }
      show(step: number - 1)
    case .beginAnswer:
      guard play?.current?.question != nil else { return notice = .nothingAsked }
      var editor = CommandLineEditor()
      editor.insert("answer ")
      mode = .command(editor)
    case .answer(let text): take(answer: text)
    case .toggleLarge:
      play?.isLarge.toggle()
      play?.page = 0
    case .toggleAutoplay:
      play?.isPlaying.toggle()
      rest()
    case .pace(let factor):
      let pace = (play?.pace ?? 1) * factor
      play?.pace = min(max(pace, 0.25), 8)
      rest()
      notice = .pace(play?.pace ?? 1)
    case .list, .start: break
    }
  }

  private mutating func begin(_ name: String) {
    guard let entry = lessons[name] else {
      let known = lessons.entries.map(\.name)
      return notice = .unknownName(
        kind: .lesson, name: name, nearest: nearestName(to: name, among: known), known: known)
    }
    do throws(LessonError) {
      let lesson = try entry.lesson()
      let before = play?.before ?? scene
      if let play, play.lesson.name != name { keep(play) }
      if let left = leftLessons.removeValue(forKey: name), left.lesson == lesson {
        play = left
        play?.before = before
        return show(step: left.step, page: left.page)
      }
      play = LessonPlay(lesson: lesson, picture: scene, before: before)
      show(step: 0)
    } catch {
      notice = .lesson(error)
    }
  }

  /// Shows a step as the lesson has it.
  private mutating func show(step: Int, page: Int = 0) {
    guard var play else { return }
    let (state, problems) = play.lesson.stage(step: step, in: self, scenes: &play.scenes)
    let theme = scene.theme
    change(.other) { scene in
      scene = state.scene
      scene.theme = theme
    }
    lastChange = nil
    isTraining = state.isTraining
    (play.step, play.page, play.picture) = (step, page, scene)
    self.play = play
    keepPositionInSight()
    self.play?.picture = scene
    if let problem = problems.last { notice = .lesson(problem) }
    rest()
  }

  private mutating func goNext() {
    guard var play else { return }
    if play.page + 1 < narrationPages {
      play.page += 1
      self.play = play
      return rest()
    }
    if play.isAsking {
      play.replies[play.step] = .shown
      self.play = play
      return rest()
    }
    guard play.step + 1 < play.lesson.steps.count else {
      self.play?.isPlaying = false
      return notice = .lessonEnds(play.lesson.name)
    }
    show(step: play.step + 1)
  }

  private mutating func goBefore() {
    guard let play else { return }
    if isFreePlay { return show(step: play.step, page: play.page) }
    if play.page > 0 {
      self.play?.page -= 1
      return rest()
    }
    guard play.step > 0 else { return notice = .firstStep }
    show(step: play.step - 1)
  }

  private mutating func take(answer text: String) {
    guard let play, let question = play.current?.question else { return notice = .nothingAsked }
    var state = self
    state.scene = play.picture
    guard let isRight = question.isRight(text, in: state) else { return notice = .notAnAnswer(text) }
    self.play?.replies[play.step] = isRight ? .right(text) : .wrong(text)
    let last = max(0, narrationPages - 1)
    self.play?.page = last
    rest()
  }

  /// Ends the lesson: the scene is that before it, the theme stays.
  mutating func leaveLesson() {
    guard let play else { return }
    let theme = scene.theme
    change(.other) { scene in
      scene = play.before
      scene.theme = theme
    }
    lastChange = nil
    isTraining = false
    keep(play)
    self.play = nil
    keepPositionInSight()
  }

  /// Remembers where one was in a lesson; one at its end begins anew.
  private mutating func keep(_ left: LessonPlay) {
    guard left.step + 1 < left.lesson.steps.count else { return }
    var left = left
    (left.isPlaying, left.scenes) = (false, [:])
    leftLessons[left.lesson.name] = left
  }

  /// Waits as long as the page takes to read: five letters, or two wide glyphs, in a third of a second.
  private mutating func rest() {
    guard let play, play.isPlaying else { return }
    let width = narrationText.reduce(0) { $0 + columns(of: $1) }
    let seconds = 2 + Double(width) / 15 / Double(max(1, narrationPages))
    let ticks = max(1, Int(seconds * Double(ticksPerSecond) / play.pace))
    self.play?.ticksLeft = ticks
  }
}

extension Lesson.Question {
  /// Whether an answer is right, or `nil` when it is not an answer at all.
  func isRight(_ text: String, in state: Exploration) -> Bool? {
    switch answer {
    case .number(let formula, let within):
      guard let given = (try? Formula(parsing: text)).flatMap({ try? $0.number(in: state) }),
        let wanted = try? formula.value.number(in: state)
      else { return nil }
      return abs(given - wanted) <= max(within, 1e-9 * abs(wanted))
    case .choice(let choices):
      guard let number = NumberParser.whole(text), (1...choices.count).contains(number) else { return nil }
      return choices[number - 1].isRight(in: state)
    }
  }

  /// The right answer in words.
  func shown(in state: Exploration, _ language: Language) -> String {
    switch answer {
    case .number(let formula, let within):
      guard let value = try? formula.value.number(in: state) else { return "" }
      return within == 0 && value == value.rounded()
        ? Numerals.significant(value, digits: 9) : Numerals.significant(value, digits: 4)
    case .choice(let choices):
      guard let index = choices.firstIndex(where: { $0.isRight(in: state) }) else { return "" }
      return "\(index + 1)  " + state.filled(choices[index].text(language))
    }
  }
}

extension Lesson.Choice {
  func isRight(in state: Exploration) -> Bool { (try? holds.value.value(in: state)) == .truth(true) }
}
