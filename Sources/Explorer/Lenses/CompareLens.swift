import Checkpoints
public import Encodings
import Screen

/// Two encodings and their difference: A, B and A − B under one cursor, in what they differ, and where they part.
struct CompareLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let title = language("compare", "比较")
    let matter: Matter
    do throws(Obstacle) {
      matter = try Matter(scene)
    } catch {
      return PaneFrame.excuse(title, language.sentence(for: error), in: &frame, area, look, language)
    }
    let (source, encoding, comparison) = (matter.source, matter.encoding, matter.comparison)
    let cursor = ComparisonCursor(scene: scene, comparison: comparison)
    let wide = Screen.columns(of: "\(title)   \(cursor.values(language))") <= area.columns - 2
    let pane = PaneFrame(
      heading: "\(title)   " + (wide ? cursor.values(language) : cursor.value(language)), detail: cursor.place,
      check: cursor.check(language))
    let inside = pane.draw(in: &frame, area, look, language)
    guard inside.rows >= 4 else { return }
    let names = (scene.name(language), scene.name(of: source, encoding, language))
    let notes = notes(scene, comparison, columns: inside.columns, language)
    let (grids, foot, plot) = matter.split(inside)
    ComparisonGrids(
      scene: scene, comparison: comparison, cursor: cursor, area: grids, valueRowsPerCell: look.valueRowsPerCell
    ).draw(names, in: &frame, look, language)
    for (row, note) in notes.suffix(foot.rows).enumerated() {
      frame.write(
        shortened(note.text, columns: foot.columns), row: foot.row + row, column: foot.column,
        style: look.style(note.role, on: .panel), in: foot)
    }
    matter.overlay(scene)?.draw(in: &frame, plot, look, language)
  }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?
  {
    guard let matter = try? Matter(scene) else { return nil }
    let cursor = ComparisonCursor(scene: scene, comparison: matter.comparison)
    let inside = PaneFrame.inside(area, hasCheck: cursor.check(language) != nil)
    guard inside.rows >= 4 else { return nil }
    let (grids, _, plot) = matter.split(inside)
    return ComparisonGrids(
      scene: scene, comparison: matter.comparison, cursor: cursor, area: grids, valueRowsPerCell: valueRowsPerCell
    ).target(at: place, language) ?? matter.overlay(scene)?.target(at: place, in: plot)
  }

  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account {
    do throws(Obstacle) {
      let matter = try Matter(scene)
      let cursor = ComparisonCursor(scene: scene, comparison: matter.comparison)
      let name = scene.name(of: matter.source, matter.encoding, language)
      let notes = notes(scene, matter.comparison, columns: .max, language).map { $0.text + language(".", "。") }
      return Account(
        all: [
          language("A is \(scene.name(language)), B \(name).", "A 为“\(scene.name(language))”，B 为“\(name)”。"),
          language(
            "At \(cursor.place): \(cursor.values(language)).", "在 \(cursor.place)：\(cursor.values(language))。"),
        ] + notes, check: cursor.check(language))
    } catch {
      return Account(language.sentence(for: error))
    }
  }

  /// Why there is nothing to compare.
  enum Obstacle: Error {
    case nothingNamed
    case valuesUnknown
    case nothingShared(Encoding, Encoding)
  }

  /// What is compared with what.
  private struct Matter {
    let source: Scene.Compared
    let encoding: Encoding
    let comparison: Comparison

    init(_ scene: Scene) throws(Obstacle) {
      guard let (source, encoding) = scene.compared else { throw .nothingNamed }
      guard !scene.encoding.isWithoutValues, !encoding.isWithoutValues else { throw .valuesUnknown }
      guard let comparison = Comparison(scene.encoding, encoding, component: scene.component, head: scene.head) else {
        throw .nothingShared(scene.encoding, encoding)
      }
      (self.source, self.encoding, self.comparison) = (source, encoding, comparison)
    }

    /// The grids, the notes below them, and where there is room the wavelengths below these.
    func split(_ inside: Area) -> (grids: Area, notes: Area, plot: Area) {
      let hasPlot = inside.rows >= 24 && comparison.isOfWaves
      let (top, plot) = inside.splitRows(inside.rows - (hasPlot ? inside.rows / 3 : 0))
      let (grids, notes) = top.splitRows(top.rows - (inside.rows >= 12 ? 2 : 1))
      return (grids, notes, plot)
    }

    /// The wavelengths of both over each other.
    func overlay(_ scene: Scene) -> SpectrumOverlay? {
      guard let first = scene.encoding.spectrum, let second = encoding.spectrum else { return nil }
      return SpectrumOverlay(first: first, second: second, pair: scene.pair)
    }
  }

  /// In what they differ, and where they part: two lines, what matters most last.
  private func notes(
    _ scene: Scene, _ comparison: Comparison, columns: Int, _ language: Language
  ) -> [(text: String, role: Role)] {
    let all = EncodingContrast.all(comparison.first, comparison.second)
    // Where schemes or extensions differ, the parameters that one of them lacks say nothing new.
    let contrasts = all.filter { $0.first != nil && $0.second != nil }
    let differing = contrasts.map { "\($0.key) \($0.first ?? "—") | \($0.second ?? "—")" }.joined(separator: " · ")
    var notes: [(text: String, role: Role)] = []
    notes.append((contrasts.isEmpty ? language("same parameters", "参数相同") : differing, .muted))
    let divergence = comparison.divergence(past: scene.tolerance)
    let sentence = language.sentence(for: divergence, column: comparison.columnName)
    let short = divergence.first.map {
      "|Δ| > \(Numerals.significant(divergence.tolerance)): p \($0.position), \(comparison.columnSign) \($0.column)"
    }
    let text = Screen.columns(of: sentence) <= columns ? sentence : short ?? sentence
    notes.append((text, divergence.first == nil ? .good : .unseen))
    return notes
  }
}

extension Comparison {
  /// Whether waves of pairs are compared.
  var isOfWaves: Bool { if case .waves = ground { true } else { false } }

  /// What a column of the difference is, in both languages.
  public var columnName: (english: String, chinese: String) {
    switch ground {
    case .waves(.table):
      first.spectrum == second.spectrum ? ("feature", "特征") : ("pair", "特征对")
    case .waves: ("pair", "特征对")
    case .vectors: ("feature", "特征")
    case .biases, .buckets: ("key", "键")
    }
  }
}

extension Comparison {
  /// What a column of the difference is, in one letter.
  var columnSign: String { ["pair": "i", "feature": "j"][columnName.english] ?? "k" }
}

extension Language {
  /// Why there is nothing to compare, and what to do.
  func sentence(for obstacle: CompareLens.Obstacle) -> String {
    switch obstacle {
    case .nothingNamed: self("Name what to compare with: :compare qwen3-8b", "请指定比较对象，例如 :compare qwen3-8b")
    case .valuesUnknown: valuesInCheckpoint
    case .nothingShared(let one, let other):
      self(
        "\(one.scheme.rawValue) and \(other.scheme.rawValue) share no values to subtract.",
        "\(one.scheme.rawValue) 与 \(other.scheme.rawValue) 没有可相减的共同量。")
    }
  }

  /// «first |Δ| > 1e-3 at position 41, pair 0».
  ///
  /// - Parameter column: What a column is, in both languages.
  public func sentence(for divergence: Divergence, column: (english: String, chinese: String)) -> String {
    let bound = "|Δ| > \(Numerals.significant(divergence.tolerance))"
    guard let first = divergence.first else {
      let last = Numerals.grouped(max(0, divergence.searched - 1))
      return self("no \(bound) up to position \(last)", "直到位置 \(last) 都没有 \(bound)")
    }
    let position = Numerals.grouped(first.position)
    return self(
      "first \(bound) at position \(position), \(column.english) \(first.column)",
      "首次 \(bound)：位置 \(position)，\(column.chinese) \(first.column)")
  }
}

extension Scene {
  /// What the encoding shown is called: its model, and whether it was changed.
  package func name(_ language: Language) -> String {
    guard training == nil else { return language("the small table trained here", "此处训练的小表") }
    guard let model = subject.model else { return language.summary(of: encoding) }
    return language.name(ofSource: model.name) + (isOverridden ? language(" (changed)", "（已修改）") : "")
  }

  /// What the encoding compared with is called.
  package func name(of source: Compared, _ encoding: Encoding, _ language: Language) -> String {
    switch source {
    case .model(let subject, let index):
      let name = language.name(ofSource: subject.model?.name ?? "")
      let groups = subject.model?.groups.count ?? 0
      return groups > 1 ? name + " · " + visible(subject.group(index)?.name ?? "") : name
    case .own: return language.name(ofSource: subject.model?.name ?? "") + language(" unchanged", "（原样）")
    case .withoutExtension: return language("no extension", "无扩展")
    case .withoutDecay: return language("no decay", "无衰减")
    case .interpolated, .options, .otherLadder:
      let changed = EncodingContrast.all(self.encoding, encoding).filter { $0.second != nil }
      let words = changed.prefix(3).map { "\($0.key) \($0.second ?? "")" }
      return words.isEmpty ? language.summary(of: encoding) : words.joined(separator: " · ")
    }
  }
}
