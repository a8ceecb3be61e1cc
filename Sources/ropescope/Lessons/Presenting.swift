import Explorer
import Screen

/// Opens presentations and says what is wrong when one cannot be opened.
enum Presenting {
  /// The socket file that was named, or the usual one.
  static func path(_ named: String?, _ language: Language) throws(Failure) -> String {
    if let path = named ?? LocalSocket.usualPath { return path }
    throw Failure(
      .usage,
      language(
        "XDG_RUNTIME_DIR is not set; name a socket file in a folder of your own with --socket, in both terminals.",
        "未设置 XDG_RUNTIME_DIR；请在两个终端中都用 --socket 指定一个自己文件夹中的套接字文件。"))
  }

  /// Lets presenters come.
  static func open(_ named: String?, _ language: Language) throws(Failure) -> Presentation {
    let path = try path(named, language)
    do throws(LocalSocket.Refusal) {
      return try Presentation(path: path)
    } catch {
      throw Failure(.system(code: error.code), path: path, language)
    }
  }
}
