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
  }

  let path: String
  let format: Format

  init(path: String) throws(WriteProblem) {
    let known = Format.allCases.map(\.rawValue)
    guard let dot = path.lastIndex(of: "."),
      let format = Format(rawValue: path[path.index(after: dot)...].lowercased())
    else { throw .unknownFormat(known: known) }
    (self.path, self.format) = (path, format)
  }

  func save(_ frame: Frame, depth: ColorDepth, overwrite: Bool) throws(WriteProblem) {
    let file = try OutputFile(path: path, overwrite: overwrite)
    try file.write(Self.bytes(of: frame, as: format, depth: depth))
    try file.finish()
  }

  static func bytes(of frame: Frame, as format: Format, depth: ColorDepth) -> [UInt8] {
    switch format {
    case .txt: Array(plainText(of: frame).utf8)
    case .ans: Array(ansiText(of: frame, depth: depth).utf8)
    }
  }

  /// A name in this folder that no file has: «ropescope-heatmap-1.ans».
  static func freeName(view: ViewName) -> String {
    var status = stat()
    var number = 1
    while lstat("ropescope-\(view.rawValue)-\(number).ans", &status) == 0, number < 10_000 { number += 1 }
    return "ropescope-\(view.rawValue)-\(number).ans"
  }
}
