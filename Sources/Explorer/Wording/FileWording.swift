import Screen

extension Language {
  /// The sentence for a file that was not written.
  public func sentence(for problem: WriteProblem, path: String) -> String {
    let path = visible(path)
    return switch problem {
    case .exists:
      self(
        "\(path) exists already; nothing was written. --force overwrites it.",
        "\(path) 已存在；未写入。用 --force 覆盖。")
    case .notAFile: self("\(path) is not a file; name a file to write.", "\(path) 不是文件；请指定要写入的文件。")
    case .isALink:
      self("\(path) is a link and is not followed; name the file itself.", "\(path) 是链接，不会跟随；请直接指定文件。")
    case .unknownFormat(let known):
      self(
        "\(path): the format is known by the ending; write to one of \(known.map { "." + $0 }.joined(separator: " ")).",
        "\(path): 格式由扩展名决定；可用 \(known.map { "." + $0 }.joined(separator: " "))。")
    case .notBuiltIn(let format):
      self(
        "\(path): .\(format) needs Cairo and Pango, and this program was built without them (the trait Figures).",
        "\(path): .\(format) 需要 Cairo 与 Pango，而本程序编译时未包含它们（特性 Figures）。")
    case .tooLarge(let width, let height, let options):
      self(
        "\(path): \(width) × \(height) pixels are more than can be drawn; ask for a smaller \(options.joined(separator: " or ")).",
        "\(path): \(width) × \(height) 像素超出可绘制范围；请减小 \(options.joined(separator: " 或 "))。")
    case .drawing(let words): self("\(path) cannot be drawn: \(visible(words)).", "无法绘制 \(path)：\(visible(words))。")
    case .system(let code): self("Cannot write \(path): \(reason(code)).", "无法写入 \(path)：\(reason(code))。")
    }
  }

  /// Why a file could not be read.
  func words(for problem: ReadProblem) -> String {
    switch problem {
    case .system(let code): reason(code)
    case .notAFile: self("it is not a file", "它不是文件")
    case .notUTF8: self("it is not UTF-8", "它不是 UTF-8 文本")
    case .tooLarge(let limit):
      self(
        "it has more than \(Numerals.grouped(limit)) bytes", "它超过 \(Numerals.grouped(limit)) 字节")
    }
  }

  /// What is wrong with a key that stands in one mapping twice.
  func words(forRepeated key: String) -> String {
    self("«\(visible(key))» stands here twice; keep one of the two.", "“\(visible(key))”出现了两次；请只保留一个。")
  }

  /// What is said when no font on this machine has some of a picture's glyphs: how many, which, and what to install.
  public func sentence(forMissing glyphs: [Unicode.Scalar]) -> String {
    let shown = glyphs.prefix(8).map { visible(String($0)) }.joined() + (glyphs.count > 8 ? "…" : "")
    // In the order in which they are named: pictures, then what is as wide as a Chinese character, then all else.
    let found = Set(glyphs.map(Self.package))
    let packages = ["fonts-noto-color-emoji", "fonts-noto-cjk", "fonts-noto-core"].filter(found.contains)
    let isOne = packages.count < 2
    return self(
      "No font here has \(glyphs.count) of its signs (\(shown)): install the package\(isOne ? "" : "s") \(packages.joined(separator: " and ")).",
      "本机字体缺少其中 \(glyphs.count) 个字符（\(shown)）：请安装软件包 \(packages.joined(separator: " 和 "))。")
  }

  /// The package of a font that has a glyph.
  private static func package(of glyph: Unicode.Scalar) -> String {
    if glyph.properties.isEmojiPresentation { return "fonts-noto-color-emoji" }
    return GlyphWidth.columns(of: glyph) == 2 ? "fonts-noto-cjk" : "fonts-noto-core"
  }
}
