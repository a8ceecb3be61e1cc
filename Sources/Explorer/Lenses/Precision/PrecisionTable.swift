import Encodings
import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Every format and cast at one position and pair: what is stored, what the angle becomes, and how far its cosine is off.
///
///     dtype     cast       |Δcos|    p stored     ω stored         angle        cos
///     bfloat16  inputs      0.362         256    0.5234375           134  −0.462891
struct PrecisionTable {
  let scene: Scene

  /// The rows of the table, with its head.
  var rowCount: Int { rows.count + 1 }

  /// What positions become of one stored value: «p 257 is stored as 256, like 256 … 257: 2 positions are one».
  func sharing(_ language: Language) -> String {
    let stored = scene.format.rounded(Double(scene.position))
    let count = scene.format.positionsStored(like: scene.position)
    let name = scene.format.rawValue
    let position = Numerals.grouped(scene.position)
    guard stored.isFinite else {
      return language(
        "\(name) cannot store position \(position): it overflows", "\(name) 存不下位置 \(position)：溢出")
    }
    guard scene.cast == .inputs else {
      return language(
        "the angle is computed in float32; only cos and sin become \(name)",
        "角度以 float32 计算；只有 cos 与 sin 转为 \(name)")
    }
    let held = Numerals.plain(stored)
    return count > 1
      ? language(
        "\(name) stores position \(position) as \(held): \(count) positions become one",
        "\(name) 把位置 \(position) 存为 \(held)：\(count) 个位置合为一个")
      : language(
        "\(name) stores position \(position) exactly, and no other like it", "\(name) 精确存储位置 \(position)，没有别的位置与之相同")
  }

  /// From where on positions become one: whole numbers have all their digits up to 2 to the number of significant bits.
  func firstSharing(_ language: Language) -> String {
    let first = 1 << scene.format.significantBits
    let (one, other) = (Numerals.grouped(first), Numerals.grouped(first + 1))
    return language(
      "The first two positions that it makes one are \(one) and \(other).", "最先合为一个的两个位置是 \(one) 与 \(other)。")
  }

  /// What is cast, in a word.
  func name(of cast: LowPrecision.Cast, _ language: Language) -> String {
    switch cast {
    case .inputs: language("the inputs", "输入")
    case .result: language("the result", "结果")
    }
  }

  /// The colour of that sentence.
  var sharingRole: Role {
    scene.cast == .inputs && scene.format.positionsStored(like: scene.position) != 1 ? .unseen : .good
  }

  func draw(in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let head = [
      "dtype", language("cast", "转换"), "|Δcos|", language("p stored", "存储的 p"), language("ω stored", "存储的 ω"),
      language("angle", "角度"), "cos",
    ]
    let widths = [8, 6, 9, 10, 11, 12, 9]
    let lines: [(cells: [String], isShown: Bool?)] =
      [(head, nil)] + rows.map { (cells($0), $0.format == scene.format && $0.cast == scene.cast) }
    for (row, line) in lines.enumerated() where row < area.rows {
      var column = area.column
      for (index, cell) in line.cells.enumerated() {
        // Names stand left, numbers right.
        let blank = widths[index] - Screen.columns(of: cell)
        let left = index < 2 ? column : column + max(0, blank)
        guard column + widths[index] <= area.endColumn else { break }
        let role: Role = line.isShown == nil ? .muted : line.isShown == true ? .accent : .text
        frame.write(
          cell, row: area.row + row, column: left, style: look.style(role, on: .panel), in: area)
        column += widths[index] + 2
      }
    }
  }

  /// In float32 both casts are the same.
  private var rows: [LowPrecision] {
    let pairs: [(FloatFormat, LowPrecision.Cast)] = [
      (.float32, .inputs), (.bfloat16, .inputs), (.bfloat16, .result), (.float16, .inputs), (.float16, .result),
    ]
    return pairs.compactMap { LowPrecision(encoding: scene.encoding, format: $0, cast: $1) }
  }

  private func cells(_ lowered: LowPrecision) -> [String] {
    let (pair, position) = (scene.pair, scene.position)
    let isCast = lowered.cast == .inputs
    let storedPosition = isCast ? lowered.storedPosition(position) : FloatFormat.float32.rounded(Double(position))
    let storedFrequency = isCast ? lowered.storedFrequency(ofPair: pair) : lowered.frequencies[pair]
    return [
      lowered.format.rawValue, lowered.cast.rawValue,
      Numerals.significant(lowered.cosineError(ofPair: pair, position: position)),
      Numerals.significant(storedPosition, digits: 8),
      Numerals.significant(storedFrequency, digits: 7),
      Numerals.significant(lowered.angle(ofPair: pair, position: position), digits: 8),
      Numerals.fixed(lowered.cosine(ofPair: pair, position: position), decimals: 6),
    ]
  }
}

/// The cosine of an angle by the C library.
func cosine(of angle: Double) -> Double { cos(angle) }
