import Explorer
import Export
import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that holds what a screen showed; its ending names the format.
struct ScreenFile {
  /// Formats by their endings.
  enum Format: String, CaseIterable {
    /// Glyphs alone.
    case txt
    /// Glyphs with the escape sequences of their colours.
    case ans
    /// Text and rectangles.
    case svg
    /// A page that needs no other file.
    case html
    /// Pixels.
    case png
  }

  let path: String
  let format: Format

  init(path: String) throws(WriteProblem) {
    let known = Format.allCases.map(\.rawValue)
    guard let dot = path.lastIndex(of: "."),
      let format = Format(rawValue: path[path.index(after: dot)...].lowercased())
    else { throw .unknownFormat(known: known) }
    #if !Figures
      guard format != .png else { throw .notBuiltIn(format: format.rawValue) }
    #endif
    (self.path, self.format) = (path, format)
  }

  /// Writes a picture of the screen; returns the glyphs that no font has.
  func save(_ picture: ScreenPicture, overwrite: Bool) throws(WriteProblem) -> [Unicode.Scalar] {
    try OutputFile.check(path, overwrite: overwrite)
    let drawn = try picture.encoded(as: format)
    try OutputFile.write(drawn.bytes, to: path, overwrite: overwrite)
    return drawn.missing
  }

  /// A name in this folder that no file has: «ropescope-heatmap-1.ans».
  static func freeName(view: ViewName) -> String {
    var status = stat()
    var number = 1
    while lstat("ropescope-\(view.rawValue)-\(number).ans", &status) == 0, number < 10_000 { number += 1 }
    return "ropescope-\(view.rawValue)-\(number).ans"
  }
}
