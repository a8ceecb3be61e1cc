import ArgumentParser
import Encodings
import Explorer
import Screen

/// The options that choose what is looked at.
struct PictureArguments: ParsableArguments {
  @Option(
    help: .spoken(
      "How the panes stand: auto, alone, beside or above; with a view for the second: beside,waves.",
      "窗格的排列：auto、alone、beside 或 above；可附第二个窗格的视图：beside,waves。"))
  var split: String?
  @Option(parsing: .unconditional, help: .spoken("Token position, from 0.", "词元位置，从 0 数起。"))
  var position: String?
  @Option(parsing: .unconditional, help: .spoken("Second position, that of the key.", "第二个位置（键的位置）。"))
  var second: String?
  @Option(parsing: .unconditional, help: .spoken("Pair of features, from 0.", "特征对，从 0 数起。"))
  var pair: String?
  @Option(
    help: .spoken(
      "Positions shown, start:stop, stop excluded; start: alone for one in each row from there.",
      "显示的位置：start:stop，不含 stop；只写 start: 则从该处起每行一个。"))
  var positions: String?
  @Option(help: .spoken("Columns shown, start:stop, stop excluded.", "显示的列：start:stop，不含 stop。"))
  var columns: String?
  @Option(
    help: .spoken(
      "What the heatmap's colours are: cosine, sine, table, angle or concentration.",
      "热图颜色代表的量：cosine、sine、table、angle 或 concentration。"))
  var component: String?
  @Option(
    parsing: .unconditional, help: .spoken("Attention head whose bias is shown, from 0.", "显示哪个注意力头的偏置，从 0 数起。"))
  var head: String?
  @Option(help: .spoken("How similarity is measured: dot or cosine.", "相似度的度量：dot 或 cosine。"))
  var measure: String?
  @Option(
    parsing: .unconditional,
    help: .spoken("Length, in tokens, that context extensions should reach.", "上下文扩展要达到的长度（词元数）。"))
  var target: String?
  @Flag(help: .spoken("One pair large, with its numbers.", "放大一个特征对，并给出数值。"))
  var magnify = false
  @Option(
    name: .customLong("with"),
    help: .spoken(
      "What to compare with: a source, or options such as none, «yarn factor=8», base=5e5, layout=interleaved.",
      "比较的对象：一个来源，或 none、“yarn factor=8”、base=5e5、layout=interleaved 等选项。"))
  var comparand: String?
  @Option(parsing: .unconditional, help: .spoken("Differences up to this count as none.", "不超过此值的差视为相同。"))
  var tolerance: String?
  @Option(
    help: .spoken(
      "Number format of the precision view: float32, bfloat16 or float16.", "精度视图的数值格式：float32、bfloat16 或 float16。"))
  var dtype: String?
  @Option(
    help: .spoken(
      "A small table that learns: steps taken, and the seed of its noise, such as 400,1.",
      "边看边学的小表：已走的步数和噪声的种子，例如 400,1。"))
  var train: String?
  @Option(help: .spoken("What is cast to it: inputs or result.", "转换的对象：inputs（输入）或 result（结果）。"))
  var cast: String?
  @Option(help: .spoken("Words that attention is shown on; after « / » in another order.", "显示注意力的句子；“ / ”之后为另一种词序。"))
  var sentence: String?
  @Flag(help: .spoken("Attention: tokens see none after them.", "注意力：词元看不到其后的词元。"))
  var causal = false
  @Option(help: .spoken("Part of the attention view: matrix, order or mixing.", "注意力视图的内容：matrix、order 或 mixing。"))
  var show: String?
  @Option(
    parsing: .unconditional, help: .spoken("By how much the pipeline shifts both positions.", "流程视图中两个位置同时平移的量。"))
  var shift: String?
  @Option(
    name: .customLong("for"),
    help: .spoken("Language of the code view: pytorch, numpy or swift.", "代码视图的语言：pytorch、numpy 或 swift。"))
  var dialect: String?
  @Option(help: .spoken("Page of the catalogue view: models, timeline or guide.", "模型库视图的页：models、timeline 或 guide。"))
  var page: String?
  @Option(help: .spoken("What the lines of the catalogue view have to hold.", "模型库视图只列出含此文字的行。"))
  var filter: String?
  @Option(parsing: .unconditional, help: .spoken("Line of the catalogue view, from 0.", "模型库视图的行，从 0 数起。"))
  var entry: String?

  /// Whether none of them is given.
  var isEmpty: Bool { split == nil && train == nil && given.isEmpty }

  /// Those given that say what a view looks at.
  var given: Set<LookOption> {
    let values: [LookOption: String?] = [
      .position: position, .second: second, .pair: pair, .positions: positions, .columns: columns,
      .component: component, .head: head, .measure: measure, .target: target, .comparand: comparand,
      .tolerance: tolerance, .dtype: dtype, .cast: cast, .sentence: sentence, .show: show, .shift: shift,
      .dialect: dialect, .page: page, .filter: filter, .entry: entry,
    ]
    return Set(values.filter { $0.value != nil }.keys).union(magnify ? [.magnify] : []).union(causal ? [.causal] : [])
  }

  /// The scene that these options describe.
  func scene(of opening: Opening, view: String?, theme: String, _ language: Language) throws -> Scene {
    let read = OptionReader(language: language)
    var scene = Scene(
      subject: opening.subject, group: opening.chosen, encoding: opening.encoding, theme: theme)
    if let training = try training(read) { scene.show(training) }
    scene.view = try read.name("--view", .view, view, ViewName.self) ?? scene.view
    try arrange(&scene, read)
    try place(&scene, read)
    scene.component = try read.name("--component", .component, component, Scene.Component.self) ?? scene.component
    scene.measure = try read.name("--measure", .measure, measure, Scene.Measure.self) ?? scene.measure
    scene.targetLength = try self.target(of: scene, read)
    scene.format = try read.name("--dtype", .format, dtype, FloatFormat.self) ?? scene.format
    scene.cast = try read.name("--cast", .cast, cast, LowPrecision.Cast.self) ?? scene.cast
    scene.dialect = try read.name("--for", .dialect, dialect, Dialect.self) ?? scene.dialect
    scene.catalogue = CatalogueChoice(
      page: try read.name("--page", .page, page, CataloguePage.self) ?? .models, filter: filter ?? "",
      entry: max(0, try read.whole("--entry", entry) ?? 0))
    scene.counterpart = try opening.counterpart(comparand, language)
    scene.tolerance = try read.tolerance(tolerance) ?? scene.tolerance
    scene.isMagnified = magnify
    try readAttention(into: &scene, read)
    if let head = try read.whole("--head", head) {
      scene.head = try read.index("--head", .head, head, below: scene.encoding.headCount)
    }
    if let columns {
      guard let range = NumberParser.range(columns), range.lowerBound >= 0 else {
        throw read.badRange("--columns", columns, example: "0:32")
      }
      let count = scene.field?.columnCount ?? 0
      _ = try read.index("--columns", .column, range.lowerBound, below: count)
      scene.columns = range.clamped(to: 0..<count)
    }
    return scene
  }

  /// «400» or «400,1»: steps of training and the seed.
  private func training(_ read: OptionReader) throws -> TableTraining? {
    guard let train else { return nil }
    let words = train.split(separator: ",", omittingEmptySubsequences: false)
    guard let steps = words.first.flatMap({ Int($0) }), (0...TableTraining.lastStep).contains(steps),
      let seed = words.count == 2 ? UInt64(words[1]) : words.count == 1 ? 1 : nil,
      var training = try? TableTraining(seed: seed)
    else {
      let last = Numerals.grouped(TableTraining.lastStep)
      throw Failure(
        .usage,
        read.language(
          "--train takes steps from 0 to \(last) and a seed, such as 400,1; got «\(visible(train))».",
          "--train 取步数（0 到 \(last)）与种子，例如 400,1；给出的是“\(visible(train))”。"))
    }
    training.advance(by: steps)
    return training
  }

  private func target(of scene: Scene, _ read: OptionReader) throws -> Int? {
    guard let length = try read.position("--target", target) else { return nil }
    guard length >= scene.leastTarget else {
      throw Failure(
        .usage, "--target: " + read.language.sentence(for: .targetTooShort(length, trained: scene.leastTarget)))
    }
    return length
  }

  private func arrange(_ scene: inout Scene, _ read: OptionReader) throws {
    guard let split else { return }
    let words = split.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard words.count <= 2 else { throw read.badRange("--split", split, example: "beside,waves") }
    scene.arrangement = try read.name("--split", .arrangement, words[0], Arrangement.self) ?? .automatic
    scene.companion = try read.name("--split", .view, words.dropFirst().first, ViewName.self)
  }

  private func place(_ scene: inout Scene, _ read: OptionReader) throws {
    if let positions {
      scene.window = try read.window("--positions", positions)
      scene.position = scene.window.start
    }
    scene.position = try read.position("--position", position) ?? scene.position
    scene.secondPosition = try read.position("--second", second) ?? scene.secondPosition
    if let pair = try read.whole("--pair", pair) {
      scene.pair = try read.index("--pair", scene.cursorItem, pair, below: scene.cursorCount)
    }
  }

  /// What the views of attention and of the pipeline look at.
  private func readAttention(into scene: inout Scene, _ read: OptionReader) throws {
    scene.sentence = try read.sentence(sentence) ?? scene.sentence
    scene.isCausal = causal
    scene.face = try read.name("--show", .face, show, Scene.AttentionFace.self) ?? .matrix
    scene.shift = try read.shift(shift) ?? scene.shift
  }
}
