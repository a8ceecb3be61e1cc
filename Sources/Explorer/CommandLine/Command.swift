/// A command of the command line: its names, what may follow, and what it does.
public struct Command: Hashable, Sendable {
  /// The commands, in the order of the manual.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    case dim, base, position, second, pair, scheme, layout, ladder, scaling, length
    case rotaryDim = "rotary-dim"
    case gamma
    case scaleBase = "scale-base"
    case compare, tolerance, dtype, cast, code, catalogue, filter
    case component, magnify, measure, sentence, causal, show, shift, head, heads, target
    case view, split, zoom, columns, group, model, open, reset, theme, lang, shot, figure, undo, redo
    case play, speed, stride, loop, stop, train
    case lesson, next, back, step, answer
    case copy, keep, session, preset, describe, help, quit
  }

  /// The name.
  public let name: Name
  /// Other names, the short ones.
  public let aliases: [String]
  /// An example of what follows; empty when nothing does.
  public let example: String
  /// What it does, in both languages.
  let english: String
  let chinese: String

  /// What it does.
  public func meaning(in language: Language) -> String { language(english, chinese) }

  /// All commands.
  public static let all: [Command] = [
    Command(.dim, ["d", "dimension"], "64", "features of one head", "每个头的维数"),
    Command(
      .base, ["b", "theta"], "500000", "base of the frequencies; 5e5 and 500k are the same", "频率的底数；可写 5e5 或 500k"),
    Command(.position, ["p", "pos"], "4096", "token position", "词元位置"),
    Command(.second, ["n"], "0", "second position, that of the key", "第二个位置（键的位置）"),
    Command(.pair, ["i"], "23", "pair of features", "特征对"),
    Command(.scheme, [], "rope", "kind of encoding", "编码方案"),
    Command(.layout, [], "half-split", "which features make a pair", "哪些特征成对"),
    Command(.ladder, [], "endpoint", "how the sinusoids' frequencies step down", "正弦频率的递减方式"),
    Command(.scaling, ["s"], "yarn factor=8 original=4096", "context extension", "上下文扩展方法"),
    Command(.length, [], "8192", "sequence length that dynamic and LongRoPE look at", "dynamic 与 LongRoPE 所看的序列长度"),
    Command(.rotaryDim, [], "32", "features that are turned", "被旋转的维数"),
    Command(.component, ["c"], "sine", "what the colours stand for", "颜色代表的量"),
    Command(.magnify, [], "", "one pair large, or all again", "放大一个特征对，或恢复全部"),
    Command(.measure, [], "cosine", "how similarity is measured: dot or cosine", "相似度的度量：dot 或 cosine"),
    Command(
      .sentence, [], "dog bites man / man bites dog", "words that attention is shown on; after / in another order",
      "显示注意力的句子；/ 之后为另一种词序"),
    Command(.causal, [], "on", "whether tokens see none after them: on or off", "词元是否看不到其后的词元：on 或 off"),
    Command(
      .show, [], "order", "part of the attention view: matrix, order or mixing", "注意力视图的内容：matrix、order 或 mixing"),
    Command(.shift, [], "1000", "by how much the pipeline shifts both positions", "流程视图中两个位置同时平移的量"),
    Command(.head, [], "3", "attention head of the bias", "偏置的注意力头"),
    Command(.heads, [], "12", "how many attention heads (alibi, kerple)", "注意力头的个数（alibi、kerple）"),
    Command(
      .gamma, [], "0.4", "γ of the decays ζ = (2i/d + γ) / (1 + γ) (xpos)", "衰减 ζ = (2i/d + γ) / (1 + γ) 中的 γ（xpos）"),
    Command(.scaleBase, [], "512", "positions over which a pair decays by its ζ (xpos)", "特征对衰减到 ζ 倍所需的位置数（xpos）"),
    Command(.target, [], "131072", "length that the extensions should reach", "扩展要达到的长度"),
    Command(
      .compare, [], "qwen3-8b", "compare with a model, or with other options: none, yarn factor=8, base=5e5; off",
      "与另一模型或其他选项比较：none、yarn factor=8、base=5e5；off 取消"),
    Command(.tolerance, [], "1e-3", "differences up to this count as none", "不超过此值的差视为相同"),
    Command(
      .dtype, [], "bfloat16", "number format: float32, bfloat16 or float16", "数值格式：float32、bfloat16 或 float16"),
    Command(.cast, [], "inputs", "what is cast to it: inputs or result", "转换的对象：inputs（输入）或 result（结果）"),
    Command(
      .catalogue, [], "guide", "models, the schemes' timeline, or the guide to which to use",
      "模型库的页：models、timeline 或 guide"),
    Command(.filter, [], "llama", "list what holds this in the catalogue; alone: all", "只列出模型库中含此文字的条目；不带参数则列出全部"),
    Command(.code, [], "numpy", "the encoding as code: pytorch, numpy or swift", "把编码写成代码：pytorch、numpy 或 swift"),
    Command(
      .train, [], "run", "a table that learns: run, pause, reset, seed=2, or a step",
      "边看边学的表：run、pause、reset、seed=2 或步数"),
    Command(.lesson, [], "rope", "play a lesson; without a name the list", "播放课程；不带名称则列出"),
    Command(.next, [], "", "the lesson's next step", "课程的下一步"),
    Command(.back, [], "", "the lesson's step before", "课程的上一步"),
    Command(.step, [], "3", "a step of the lesson", "课程的某一步"),
    Command(.answer, ["a"], "6.28", "answer the lesson's question", "回答课程的问题"),
    Command(.view, ["v"], "dials", "the view", "视图"),
    Command(
      .split, [], "beside similarity", "how the panes stand: auto, alone, beside or above, and what the second shows",
      "窗格的排列：auto、alone、beside 或 above，以及第二个窗格的视图"),
    Command(.zoom, ["z"], "0:1048576", "positions shown; start:stop, stop excluded", "显示的位置范围；start:stop，不含 stop"),
    Command(.columns, [], "0:32", "columns shown", "显示的列"),
    Command(.group, ["g"], "full_attention", "group of layers", "层组"),
    Command(.model, ["m"], "qwen3-8b", "open a model of the catalogue", "打开模型库中的模型"),
    Command(.open, ["e", "edit"], "config.json", "open a config file or a folder", "打开配置文件或文件夹"),
    Command(.reset, [], "", "the model's own encoding again", "恢复模型自身的编码"),
    Command(.theme, [], "paper", "the colours", "配色主题"),
    Command(.lang, [], "zh", "the language: en or zh", "语言：en 或 zh"),
    Command(.shot, ["w", "write"], "view.txt", "save the screen; ! overwrites", "保存屏幕；! 表示覆盖"),
    Command(
      .figure, [], "view.pdf", "write the view as a figure with axes; ! overwrites", "把视图写成带坐标轴的插图；! 表示覆盖"),
    Command(.undo, ["u"], "", "undo", "撤销"),
    Command(.redo, [], "", "do again", "重做"),
    Command(
      .play, [], "base 1e4:1e6",
      "move a quantity, or morph yarn factor=8", "自动播放一个量；morph yarn factor=8 播放到该扩展的过渡"),
    Command(.speed, [], "12", "steps a second of what plays", "播放速度：每秒步数"),
    Command(.stride, [], "1.05", "one step of what plays; base and factor are multiplied by it", "播放的步长；底数与倍数按此相乘"),
    Command(.loop, [], "off", "whether what plays begins again at its end: on or off", "播放到头后是否重来：on 或 off"),
    Command(.stop, [], "", "move nothing any more, and stop training", "停止播放与训练"),
    Command(
      .copy, ["y", "yank"], "code",
      "copy the command line that shows this again, or the whole program of the code view",
      "复制能重现当前画面的命令行，或代码视图的整段程序"),
    Command(.keep, [], "monday", "keep this scene under a name", "以名称保存当前场景"),
    Command(.session, [], "monday", "show a kept scene; last is where you left", "恢复保存的场景；last 为上次退出时的场景"),
    Command(.preset, [], "extensions", "a scene to begin with", "预设场景"),
    Command(.describe, [], "", "what the screen shows, in sentences", "用文字说明当前画面"),
    Command(.help, ["h"], "", "the keys", "按键说明"),
    Command(.quit, ["q", "x"], "", "end", "退出"),
  ]

  private init(_ name: Name, _ aliases: [String], _ example: String, _ english: String, _ chinese: String) {
    (self.name, self.aliases, self.example, self.english, self.chinese) = (name, aliases, example, english, chinese)
  }

  /// The command called so, or the only one that begins so.
  ///
  ///     Command.named("vi")?.name   // .view
  ///     Command.named("re")         // nil: redo, reset
  static func named(_ word: String) -> Command? {
    if let exact = all.first(where: { $0.name.rawValue == word || $0.aliases.contains(word) }) { return exact }
    guard !word.isEmpty else { return nil }
    let begun = all.filter { command in
      ([command.name.rawValue] + command.aliases).contains { $0.hasPrefix(word) }
    }
    return begun.count == 1 ? begun.first : nil
  }
}
