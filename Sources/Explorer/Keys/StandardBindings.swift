import Screen

extension Keymap {
  /// The keys as they are without a person's own settings: the one table behind look-up, help, hints and docs/keys.md.
  static let standardBindings: [Binding] =
    movingBindings + encodingBindings + pictureBindings + lessonBindings + programBindings

  private static let movingBindings: [Binding] = [
    Binding(
      "next-row", [Key(.down), .letter("j")], .moveRows(1), .moving,
      "next row: one position, or one block when zoomed out; of long code the next line",
      "下一行：一个位置；缩小后为一块；代码较长时为下一行代码"),
    Binding("previous-row", [Key(.up), .letter("k")], .moveRows(-1), .moving, "row before", "上一行"),
    Binding(
      "next-position", [.letter(".")], .movePosition(by: 1), .moving, "exactly one position further", "前进恰好一个位置"),
    Binding(
      "previous-position", [.letter(",")], .movePosition(by: -1), .moving, "exactly one position back", "后退恰好一个位置"),
    Binding(
      "next-page", [Key(.pageDown), .letter("J")], .movePages(1), .moving, "a screenful of positions further",
      "前进一屏位置"),
    Binding(
      "previous-page", [Key(.pageUp), .letter("K")], .movePages(-1), .moving, "a screenful of positions back",
      "后退一屏位置"),
    Binding("first-position", [Key(.home), .letter("g")], .setPosition(0), .moving, "position 0", "位置 0"),
    Binding("last-position", [Key(.end), .letter("G")], .moveToEnd, .moving, "last position shown", "显示范围内的最后一个位置"),
    Binding("next-pair", [Key(.right), .letter("l")], .movePair(by: 1), .moving, "next pair", "下一个特征对"),
    Binding("previous-pair", [Key(.left), .letter("h")], .movePair(by: -1), .moving, "pair before", "上一个特征对"),
    Binding(
      "pairs-forward", [Key(.right, .shift), .letter("L")], .movePair(by: 8), .moving, "eight pairs further",
      "前进八个特征对"),
    Binding(
      "pairs-back", [Key(.left, .shift), .letter("H")], .movePair(by: -8), .moving, "eight pairs back", "后退八个特征对"),
    Binding("second-forward", [.letter("n")], .moveSecond(by: 1), .moving, "second position further", "第二个位置前进"),
    Binding("second-back", [.letter("N")], .moveSecond(by: -1), .moving, "second position back", "第二个位置后退"),
    Binding(
      "second-here", [.letter("m")], .markSecond, .moving, "second position to where the first is", "第二个位置移到第一个位置"),
    Binding(
      "shift-forward", [.letter("z")], .moveShift(by: 1), .moving, "shift both positions one further (pipeline)",
      "平移量加一（流程视图）"),
    Binding("shift-back", [.letter("Z")], .moveShift(by: -1), .moving, "shift both positions one less", "平移量减一"),
  ]

  private static let encodingBindings: [Binding] = [
    Binding(
      "base-up", [.letter("]")], .scaleBase(by: 1.1), .encoding, "base a tenth larger", "底数增大一成", hint: ("base", "底数")
    ),
    Binding("base-down", [.letter("[")], .scaleBase(by: 1 / 1.1), .encoding, "base a tenth smaller", "底数减小一成"),
    Binding("base-ten-times", [.letter("}")], .scaleBase(by: 10), .encoding, "base ten times", "底数乘十"),
    Binding("base-tenth", [.letter("{")], .scaleBase(by: 0.1), .encoding, "base a tenth of it", "底数除以十"),
    Binding("dimension-up", [.letter("D")], .moveDimension(by: 2), .encoding, "two more features", "增加两维"),
    Binding("dimension-down", [.letter("d")], .moveDimension(by: -2), .encoding, "two features fewer", "减少两维"),
    Binding(
      "next-extension", [.letter("e")], .stepScaling(by: 1), .encoding, "next context extension", "下一个上下文扩展",
      hint: ("extend", "扩展")),
    Binding(
      "previous-extension", [.letter("E")], .stepScaling(by: -1), .encoding, "context extension before", "上一个上下文扩展"),
    Binding("factor-up", [.letter("F")], .scaleFactor(by: 2), .encoding, "extension's factor doubled", "扩展倍数加倍"),
    Binding("factor-down", [.letter("f")], .scaleFactor(by: 0.5), .encoding, "extension's factor halved", "扩展倍数减半"),
    Binding("next-group", [.letter("o")], .stepGroup(by: 1), .encoding, "next group of layers", "下一个层组"),
    Binding("reset", [.letter("r")], .resetEncoding, .encoding, "the model's own encoding again", "恢复模型自身的编码"),
  ]

  private static let pictureBindings: [Binding] = [
    Binding(
      "next-view", [Key(.tab), .letter("v")], .stepView(by: 1), .picture, "next view", "下一个视图", hint: ("view", "视图")),
    Binding("previous-view", [Key(.backTab), .letter("V")], .stepView(by: -1), .picture, "view before", "上一个视图"),
    Binding("zoom-out", [.letter("-"), .letter("_")], .zoom(2), .picture, "twice the positions", "位置范围加倍（缩小）"),
    Binding(
      "zoom-in", [.letter("+"), .letter("=")], .zoom(0.5), .picture, "half the positions", "位置范围减半（放大）",
      hint: ("zoom", "缩放")),
    Binding("more-columns", [.letter("(")], .zoomColumns(2), .picture, "twice the columns", "列范围加倍（缩小）"),
    Binding("fewer-columns", [.letter(")")], .zoomColumns(0.5), .picture, "half the columns", "列范围减半（放大）"),
    Binding("reset-zoom", [.letter("0")], .resetZoom, .picture, "one position a row, all columns", "每行一个位置，显示全部列"),
    Binding(
      "next-component", [.letter("c")], .stepComponent(by: 1), .picture,
      "next quantity: cosine, sine …; attention: order, mixing; similarity: dot, cosine; code: language; catalogue: page",
      "下一个量；其他视图：词序、度量、代码语言、模型库的页"),
    Binding("previous-component", [.letter("C")], .stepComponent(by: -1), .picture, "quantity before", "上一个量"),
    Binding("next-head", [.letter(">")], .moveHead(by: 1), .picture, "next attention head (bias)", "下一个注意力头（偏置）"),
    Binding("previous-head", [.letter("<")], .moveHead(by: -1), .picture, "attention head before", "上一个注意力头"),
    Binding(
      "next-arrangement", [.letter("w")], .stepArrangement(by: 1), .picture, "next arrangement of the panes",
      "下一种窗格排列"),
    Binding("swap-panes", [.letter("x")], .swapPanes, .picture, "the pane beside becomes the main one", "与旁边的窗格互换"),
    Binding(
      "next-format", [.letter("b")], .stepFormat(by: 1), .picture, "next number format (precision)", "下一个数值格式（精度）"),
    Binding(
      "swap-cast", [.letter("B")], .toggleCast, .picture, "cast inputs or result (precision)", "转换输入或结果（精度）"),
    Binding(
      "next-sentence", [.letter("a")], .stepSentence(by: 1), .picture, "next example sentence (attention)",
      "下一个例句（注意力）"),
    Binding("previous-sentence", [.letter("A")], .stepSentence(by: -1), .picture, "example sentence before", "上一个例句"),
    Binding(
      "causal", [.letter("i")], .toggleCausal, .picture,
      "both ways, or causal: tokens see none after them (attention)",
      "双向，或因果：词元看不到其后的词元（注意力）"),
    Binding(
      "magnify", [Key(.enter)], .toggleMagnified, .picture,
      "one pair large, with its numbers; of the catalogue, open what is chosen", "放大一个特征对并显示数值；在模型库中打开所选"),
    Binding("filter", [.letter("/")], .openFilter, .picture, "list what holds a text in the catalogue", "在模型库中筛选"),
    Binding("play", [.letter(" ")], .togglePlay, .picture, "let the position move by itself, or pause", "自动播放位置，或暂停"),
    Binding(
      "train", [.letter("T")], .train(.toggle), .picture, "a small table learns while you watch", "看一张小表边学边变"),
    Binding("next-theme", [.letter("t")], .stepTheme(by: 1), .picture, "next theme", "下一个主题"),
  ]

  private static let lessonBindings: [Binding] = [
    Binding(
      "go-on", [.letter(" ")], .lesson(.next), .lesson, "go on: next page, the answer, next step", "继续：下一页、答案、下一步",
      hint: ("go on", "继续")),
    Binding(
      "go-back", [Key(.backspace)], .lesson(.back), .lesson, "back; out of free play to the step's picture",
      "返回；自由探索后回到本步画面",
      hint: ("back", "返回")),
    Binding(
      "answer", [.letter("a")], .lesson(.beginAnswer), .lesson, "answer the question; 1 to 9 choose",
      "回答问题；用 1 至 9 选择"),
    Binding(
      "autoplay", [.letter("p")], .lesson(.toggleAutoplay), .lesson, "the lesson plays itself, or stops", "自动播放或停止"),
    Binding("faster", [.letter("P")], .lesson(.pace(1.25)), .lesson, "play faster", "播放加快"),
    Binding("slower", [.letter("O")], .lesson(.pace(0.8)), .lesson, "play slower", "播放减慢"),
    Binding(
      "large-narration", [.letter("W")], .lesson(.toggleLarge), .lesson, "large narration, or as before", "放大讲解文字或还原"),
  ]

  private static let programBindings: [Binding] = [
    Binding(
      "command-line", [.letter(":")], .openCommandLine, .program, "type a command", "输入命令", hint: ("command", "命令")),
    Binding(
      "palette", [.letter("p"), .letter("p", .control)], .openPalette, .program,
      "find a view, command, model or theme by a few letters", "用几个字母查找视图、命令、模型或主题"),
    Binding(
      "help", [.letter("?"), Key(.function(1))], .toggleHelp, .program, "these keys", "按键说明", hint: ("keys", "按键")),
    Binding("undo", [.letter("u")], .undo, .program, "undo", "撤销", hint: ("undo", "撤销")),
    Binding("redo", [.letter("r", .control)], .redo, .program, "do again", "重做"),
    Binding(
      "save", [.letter("s")], .saveScreen(path: nil, overwrite: false), .program, "save the screen to a file",
      "把屏幕保存到文件", hint: ("save", "保存")),
    Binding(
      "copy", [.letter("y")], .copyCommandLine, .program, "copy the command line that shows this again",
      "复制能重现当前画面的命令行"),
    Binding(
      "copy-screen", [.letter("Y")], .copyScreen, .program, "copy the screen as text to the clipboard (OSC 52)",
      "把屏幕文本复制到剪贴板（OSC 52）"),
    Binding(
      "mouse", [.letter("M")], .toggleMouse, .program, "hear the mouse, or leave it to the terminal for selecting",
      "响应鼠标，或交还终端用于选择文本"),
    Binding("back", [Key(.escape)], .back, .program, "step back", "返回上一层", hint: ("back", "返回")),
    Binding("redraw", [.letter("l", .control)], .redraw, .program, "draw the screen anew", "重画屏幕"),
    Binding("suspend", [.letter("z", .control)], .suspend, .program, "stop; fg comes back", "挂起；用 fg 返回"),
    Binding("quit", [.letter("q"), .letter("c", .control)], .quit, .program, "quit", "退出", hint: ("quit", "退出")),
  ]
}
