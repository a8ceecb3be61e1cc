/// One thing that the mouse does: the table of these stands in the help and in docs/keys.md beside that of the keys.
struct MouseMeaning {
  /// The gesture, in both languages.
  let gesture: (english: String, chinese: String)
  /// What it does, in both languages.
  let meaning: (english: String, chinese: String)

  private init(_ gesture: String, _ chineseGesture: String, _ meaning: String, _ chineseMeaning: String) {
    (self.gesture, self.meaning) = ((gesture, chineseGesture), (meaning, chineseMeaning))
  }

  /// All gestures, in the order of the page.
  static let all = [
    MouseMeaning(
      "move", "移动", "read the number under the pointer in the status line", "在状态行读出指针下的数值"),
    MouseMeaning(
      "click", "单击", "choose what is there: position, pair, tokens; in the catalogue a second click opens",
      "选择该处的位置、特征对或词元；在模型库中再次单击为打开"),
    MouseMeaning("right click", "右键单击", "put the second position there", "把第二个位置放到该处"),
    MouseMeaning("click a heading", "单击标题", "the pane becomes the main one", "该窗格成为主窗格"),
    MouseMeaning(
      "drag", "拖动", "move the positions with the pointer, and columns that are zoomed", "随指针平移位置以及放大后的列"),
    MouseMeaning(
      "wheel", "滚轮", "zoom at the pointer; without an axis of positions, move the position",
      "以指针处为中心缩放；没有位置轴时移动位置"),
    MouseMeaning("Ctrl-wheel  Shift-wheel", "Ctrl-滚轮  Shift-滚轮", "zoom the columns at the pointer", "以指针处为中心缩放列"),
    MouseMeaning("wheel sideways", "横向滚轮", "next pair", "下一个特征对"),
    MouseMeaning(
      "drag or wheel a number", "拖动或滚动数字", "turn it: d, base, pos, n, h, scaling below; query, key, shift (pipeline)",
      "改变该数：状态行的 d、base、pos、n、h、扩展；流程视图的查询、键、平移量"),
    MouseMeaning("wheel in a page", "在页面中滚动", "scroll this help or a description", "滚动本帮助或描述"),
  ]
}
