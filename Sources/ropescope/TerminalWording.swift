import Explorer
import Screen
import Terminal

extension Language {
  /// The sentence for a terminal that could not be opened.
  func sentence(for error: TerminalError) -> String {
    switch error {
    case .notATerminal(.input):
      self(
        "The explorer needs a keyboard, but standard input is not a terminal; ropescope shot and data work without one.",
        "探索界面需要键盘，但标准输入不是终端；ropescope shot 与 data 不需要终端。")
    case .notATerminal(.output):
      self(
        "The explorer needs a screen, but standard output is not a terminal; ropescope shot and data work without one.",
        "探索界面需要屏幕，但标准输出不是终端；ropescope shot 与 data 不需要终端。")
    case .cannotAddressCursor(let name):
      self(
        "The terminal «\(visible(name))» cannot place text; set TERM to what your terminal is, or use ropescope shot.",
        "终端“\(visible(name))”无法定位文本；请把 TERM 设为实际的终端，或使用 ropescope shot。")
    case .unknownTerminal(let name):
      self(
        "The terminal «\(visible(name))» is not known here; set TERM to one that is, such as xterm-256color.",
        "未知的终端“\(visible(name))”；请把 TERM 设为已知的终端，例如 xterm-256color。")
    case .alreadyOpen: self("The terminal is in use by this program already.", "本程序已在使用该终端。")
    case .system(let code): self("The terminal cannot be opened: \(reason(code)).", "无法打开终端：\(reason(code))。")
    }
  }
}
