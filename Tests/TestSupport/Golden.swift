import Foundation
public import Screen
public import Testing

/// Compares text with `Golden/NAME.txt` beside the test file. With `RECORD_GOLDEN=1` the file is written and the test
/// fails, so that a recording run never passes by accident.
public func expectGolden(
  _ actual: String, _ name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden/\(name).txt")
  let expected = try? String(contentsOf: url, encoding: .utf8)
  guard expected != actual else { return }
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try actual.write(to: url, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name).txt", sourceLocation: sourceLocation)
    return
  }
  guard let expected else {
    Issue.record("there is no \(name).txt: run with RECORD_GOLDEN=1", sourceLocation: sourceLocation)
    return
  }
  let before = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let after = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let changes = after.difference(from: before).map { change in
    switch change {
    case .remove(let at, let line, _): "-\(at + 1): \(line)"
    case .insert(let at, let line, _): "+\(at + 1): \(line)"
    }
  }
  Issue.record("\(name).txt differs:\n\(changes.prefix(40).joined(separator: "\n"))", sourceLocation: sourceLocation)
}

/// A frame as text for a golden file: its glyphs, then a letter for the style of each cell, then what the letters mean.
public func goldenText(of frame: Frame) -> String {
  var glyphs = ""
  var letters = ""
  var legend: [(letter: Character, style: Style)] = []
  var known: [Style: Character] = [:]
  for row in 0..<frame.size.rows {
    for column in 0..<frame.size.columns {
      guard let cell = frame[row, column] else { continue }
      if cell.width != .continuation {
        glyphs.unicodeScalars.append(cell.scalar)
        if let mark = cell.mark { glyphs.unicodeScalars.append(mark) }
      }
      let letter = known[cell.style] ?? styleLetter(known.count)
      if known[cell.style] == nil {
        known[cell.style] = letter
        legend.append((letter, cell.style))
      }
      letters.append(letter)
    }
    glyphs += "|\n"
    letters += "|\n"
  }
  let meanings = legend.map { "\($0.letter)  \(description(of: $0.style))\n" }.joined()
  return "\(frame.size.columns) columns, \(frame.size.rows) rows\n\n\(glyphs)\n\(letters)\n\(meanings)"
}

/// Letters of the Latin alphabet, then those of its extensions: one column each.
private func styleLetter(_ index: Int) -> Character {
  let plain = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
  if index < plain.count { return plain[index] }
  return Unicode.Scalar(UInt32(0x100 + index - plain.count)).map(Character.init) ?? "?"
}

private func description(of style: Style) -> String {
  func hex(_ color: Color) -> String {
    guard !color.isTerminalDefault else { return "default" }
    let digits = String(color.hex, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
  let names: [(Attributes, String)] = [
    (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
  ]
  let attributes = names.filter { style.attributes.contains($0.0) }.map { " " + $0.1 }.joined()
  return "\(hex(style.foreground)) on \(hex(style.background))\(attributes)"
}
