import Explorer
import Foundation
import Testing

/// Pictures as the program writes them, read back by other people's software.
@Suite struct PictureFileTests {
  private static let formats: [[String]] =
    [
      ["shot", "x.txt"], ["shot", "x.svg"], ["shot", "x.html"], ["shot", "x.ans"],
    ] + figures

  #if Figures
    private static let figures = [
      ["shot", "x.png"], ["figure", "x.png"], ["figure", "x.svg"], ["figure", "x.pdf"],
    ]
  #else
    private static let figures: [[String]] = []
  #endif

  @Test(arguments: formats) func theSameCommandGivesTheSameBytes(command: [String]) throws {
    let folder = try Folder()
    let arguments = [command[0], "heatmap", "--dim", "32", "--lang", "zh"]
    let names = ["a", "b"].map { $0 + command[1].dropFirst() }
    for name in names { #expect(try run(list: arguments + ["-o", name], folder: folder.url).code == 0) }
    let files = try names.map { try Data(contentsOf: folder.url.appending(path: $0)) }
    #expect(files[0] == files[1] && files[0].count > 100)
    #expect(try folder.contents == names)
  }

  @Test func aPageHoldsTheTextThatTheScreenHas() throws {
    let folder = try Folder()
    let arguments = ["shot", "dials", "qwen3-8b", "--color", "never", "--lang", "zh"]
    let text = try run(list: arguments).text
    #expect(try run(list: arguments + ["-o", "page.html"], folder: folder.url).code == 0)
    let script = """
      import html.parser, sys
      class Page(html.parser.HTMLParser):
          inside, text, meta = False, "", {}
          def handle_starttag(self, tag, attributes):
              attributes = dict(attributes)
              if tag == "pre": self.inside = True
              if tag == "meta" and "name" in attributes: self.meta[attributes["name"]] = attributes["content"]
          def handle_endtag(self, tag):
              if tag == "pre": self.inside = False
          def handle_data(self, data):
              if self.inside: self.text += data
      page = Page()
      page.feed(open("page.html", encoding="utf-8").read())
      print(page.meta["command"])
      print("\\n".join(line.rstrip() for line in page.text.strip("\\n").split("\\n")))
      """
    let read = try python(script, folder)
    #expect(read == "ropescope shot dials qwen3-8b --color never --lang zh\n" + text)
  }

  #if Figures
    @Test func pngChunksAreWholeAndSayWhatMadeThem() throws {
      let folder = try Folder()
      let arguments = ["figure", "heatmap", "--dim", "8", "--positions", "0:16", "--width", "600px", "-o", "a b.png"]
      #expect(try run(list: arguments, folder: folder.url).code == 0)
      let script = """
        import struct, zlib
        data, at = open("a b.png", "rb").read(), 8
        assert data[:8] == b"\\x89PNG\\r\\n\\x1a\\n"
        while at < len(data):
            length, kind = struct.unpack(">I4s", data[at:at + 8])
            body = data[at + 8:at + 8 + length]
            assert struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0] == zlib.crc32(kind + body)
            if kind == b"tEXt": print(body.replace(b"\\0", b": ").decode())
            if kind == b"IHDR": print(struct.unpack(">I", body[:4])[0])
            at += 12 + length
        """
      let read = try python(script, folder).split(separator: "\n").map(String.init)
      #expect(read.first == "600")
      #expect(read.contains("Software: ropescope 0.1.0"))
      #expect(
        read.contains("Command: ropescope figure heatmap --dim 8 --positions 0:16 --width 600px --lang en"))
      #expect(read.contains { $0.hasPrefix("Parameters: {") && $0.contains("\"base\": 10000") })
    }

    @Test func theMiddleOfEveryHalfCellOfAPictureHasItsColourOfTheScreen() throws {
      let folder = try Folder()
      for name in ["x.png", "x.ans"] {
        let place = ["--position", "1500", "--size", "100x30", "--color", "truecolor", "-o", name]
        #expect(try run(list: ["shot", "heatmap", "llama-3.1-8b"] + place, folder: folder.url).code == 0)
      }
      let script = """
        import re, struct, zlib
        data, at, packed, palette = open("x.png", "rb").read(), 8, b"", None
        while at < len(data):
            length, kind = struct.unpack(">I4s", data[at:at + 8])
            body = data[at + 8:at + 8 + length]
            if kind == b"IHDR": width, height, _, color = struct.unpack(">IIBB", body[:10])
            if kind == b"PLTE": palette = body
            if kind == b"IDAT": packed += body
            at += 12 + length
        raw, size = zlib.decompress(packed), 1 if color == 3 else 3
        def pixel(x, y):
            start = y * (width * size + 1) + 1 + x * size
            return tuple(raw[start:start + 3] if size == 3 else palette[3 * raw[start]:3 * raw[start] + 3])
        right = wrong = 0
        for row, line in enumerate(open("x.ans", encoding="utf-8").read().rstrip("\\n").split("\\n")):
            column, style = 0, {}
            for escape, sign in re.findall("\\x1b\\\\[([0-9;]*)m|(.)", line):
                if not sign:
                    if escape in ("", "0") or escape.startswith("0;"): style = {}
                    for layer, *color in re.findall("(38|48);2;([0-9]+);([0-9]+);([0-9]+)", escape):
                        style[layer] = tuple(map(int, color))
                    continue
                if sign == "▀":
                    for layer, y in (("38", 8), ("48", 24)):
                        if pixel(16 * column + 8, 32 * row + y) == style[layer]: right += 1
                        else: wrong += 1
                column += 1
        print(wrong, right > 1000)
        """
      #expect(try python(script, folder) == "0 True\n")
    }

    @Test(arguments: ["x.png", "x.pdf", "x.svg"])
    func noControlCharacterOfANameGetsIntoAFile(name: String) throws {
      let folder = try Folder()
      let config = #"{"model_type": "llama", "hidden_size": 64, "num_attention_heads": 4}"#
      _ = try folder.file("a\u{1B}]0;b\u{202E}.json", config)
      let arguments = ["figure", "heatmap", "a\u{1B}]0;b\u{202E}.json", "--positions", "0:8", "-o", name]
      #expect(try run(list: arguments, folder: folder.url).code == 0)
      let file = try Data(contentsOf: folder.url.appending(path: name))
      #expect(file.range(of: Data([0x1B] + Array("]0;".utf8))) == nil)
      #expect(file.range(of: Data("\u{202E}".utf8)) == nil)
      // PDF writes text that is not ASCII as UTF-16.
      #expect(file.range(of: Data([0x00, 0x1B, 0x00, 0x5D])) == nil)
    }

    @Test func pdfHasTextFontsAndNoDate() throws {
      let folder = try Folder()
      #expect(
        try run("figure", "reach", "llama-3.1-8b", "-o", "x.pdf", folder: folder.url).code == 0)
      let text = try tool("pdftotext", ["x.pdf", "-"], folder)
      for word in ["reach of llama-3.1-8b", "linear", "base 500 000", "ropescope 0.1.0"] {
        #expect(text.contains(word), "\(word)")
      }
      let fonts = try tool("pdffonts", ["x.pdf"], folder).split(separator: "\n").dropFirst(2)
      #expect(!fonts.isEmpty && fonts.allSatisfy { $0.contains(" yes yes ") })
      let facts = try tool("pdfinfo", ["x.pdf"], folder)
      #expect(facts.contains("ropescope figure reach llama-3.1-8b --lang en") && !facts.contains("Date"))
    }

    #if os(Linux)
      // Elsewhere fonts are not fontconfig's to choose.
      @Test(arguments: [
        ["figure", "heatmap", "-o", "x.png"], ["figure", "heatmap", "-o", "x.pdf"],
        ["figure", "heatmap", "--text", "outlines", "-o", "x.svg"], ["shot", "heatmap", "-o", "x.png"],
      ])
      func glyphsThatNoFontHasAreCountedWithThePackageToInstall(arguments: [String]) throws {
        let folder = try Folder()
        let fonts = try folder.file(
          "fonts.conf",
          """
          <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
          <fontconfig><include>/etc/fonts/fonts.conf</include><selectfont><rejectfont>
          <pattern><patelt name="lang"><string>zh-cn</string></patelt></pattern>
          <pattern><patelt name="lang"><string>zh-tw</string></patelt></pattern>
          <pattern><patelt name="lang"><string>ja</string></patelt></pattern>
          </rejectfont></selectfont></fontconfig>
          """)
        let outcome = try run(
          list: arguments + ["--lang", "zh"], folder: folder.url, environment: ["FONTCONFIG_FILE": fonts])
        #expect(outcome.code == 0)
        #expect(outcome.messages.contains(/缺少其中 \d\d 个字符（.*请安装软件包 fonts-noto-cjk/), "\(outcome.messages)")
        #expect(try folder.contents.count == 2)
      }
    #endif

    @Test(arguments: [
      ("heatmap --positions 0:64", ["heatmap of qwen3-8b: cos p·ω", "pair i"]),
      ("dials --position 5 --second 2", ["0  λ 6.28", "position 5", "position 2"]),
      ("waves --positions 0:64 --pair 3", ["sin p·ω"]), ("spectrum", ["wavelength (positions)"]),
      ("similarity --positions 0:64", ["score of q = k"]), ("reach", ["yarn"]),
      ("attention", ["the", "chases", "weight", "0.68"]),
      ("pipeline --position 5 --second 2 --pair 3", ["query turned", "feature 67", "4 rotation", "query and key"]),
      ("digits --positions 0:64 --pair 3", ["digit / β", "pair 3"]),
      ("precision --positions 0:64", ["|Δcos p·ω|", "10⁻⁹", "bfloat16"]),
      ("formula --position 5 --pair 3", ["= 5 · 0.52329911", "cos 3"]),
      ("compare --positions 0:64", ["A  qwen3-8b", "A − B", "wavelength"]),
      ("catalogue", ["gpt-j-6b", "year", "page models"]),
    ])
    func everyViewWithDataHasAFigure(view: String, words: [String]) throws {
      let folder = try Folder()
      let asked = view.split(separator: " ").map(String.init)
      let outcome = try run(
        list: ["figure", asked[0], "qwen3-8b"] + asked.dropFirst() + ["--lang", "en", "-o", "x.svg"],
        folder: folder.url)
      #expect(outcome.code == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
      let text = try textOfSVG(folder)
      for word in words { #expect(text.contains(word), "\(word)") }
    }

    @Test(arguments: [
      (["attention", "--show", "order"], ["猫", "查询", "池化"]), (["attention", "--show", "mixing"], ["循环", "步数"]),
      (["pipeline", "--pair", "0"], ["旋转后的查询", "特征 0", "查询与键"]), (["digits", "--pair", "0"], ["表盘（圈）"]),
      (["precision"], ["余弦的误差", "数值格式 bfloat16"]), (["compare"], ["的比较", "分歧", "比较对象", "scaling linear", "其参数"]),
      (["catalogue", "--page", "timeline"], ["正弦编码", "年份"]),
      (["catalogue", "--page", "guide"], ["缺点"]),
    ])
    func figuresSpeakChinese(arguments: [String], words: [String]) throws {
      let folder = try Folder()
      let outcome = try run(
        list: ["figure"] + arguments + ["--lang", "zh", "--dim", "8", "-o", "x.svg"],
        folder: folder.url)
      #expect(outcome.code == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
      // A caption breaks its lines where it must.
      let text = try textOfSVG(folder).replacing("\n", with: "")
      for word in words { #expect(text.contains(word), "\(word)") }
    }

    @Test func optionsOfAFigureShowInItsFile() throws {
      let folder = try Folder()
      func file(_ options: [String], _ name: String) throws -> Data {
        let outcome = try run(
          list: ["figure", "heatmap", "--dim", "8", "--positions", "0:16", "-o", name] + options, folder: folder.url)
        #expect(outcome.code == 0, "\(outcome.messages)")
        return try Data(contentsOf: folder.url.appending(path: name))
      }
      func size(_ data: Data) -> [Int] { [16, 20].map { at in data[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } } }
      #expect(size(try file(["--width", "254mm", "--dpi", "100"], "a.png"))[0] == 1000)
      #expect(size(try file(["--width", "640px"], "b.png"))[0] == 640)
      let light = String(decoding: try file(["--theme", "light"], "c.svg"), as: UTF8.self)
      let dark = String(decoding: try file(["--theme", "dark"], "d.svg"), as: UTF8.self)
      #expect(light.contains("height=\"100%\" fill=\"#ffffff\"") && dark.contains("height=\"100%\" fill=\"#0f1117\""))
      #expect(
        String(decoding: try file(["--text", "outlines"], "e.svg"), as: UTF8.self).firstRange(of: "<text") == nil)
    }

    @Test func theImageInAPDFHasTheColoursOfTheValues() throws {
      let folder = try Folder()
      let place = ["heatmap", "--dim", "8", "--positions", "0:16"]
      #expect(try run(list: ["figure"] + place + ["-o", "x.pdf"], folder: folder.url).code == 0)
      #expect(try run(list: ["figure"] + place + ["-o", "x.svg"], folder: folder.url).code == 0)
      _ = try tool("pdfimages", ["x.pdf", "x"], folder)
      // The first image is the heatmap, a pixel a value; the same colours are the rectangles of the SVG.
      let image = [UInt8](try Data(contentsOf: folder.url.appending(path: "x-000.ppm")))
      let header = Array("P6\n4 16\n255\n".utf8)
      #expect(image.starts(with: header) && image.count == header.count + 4 * 16 * 3)
      let svg = String(decoding: try Data(contentsOf: folder.url.appending(path: "x.svg")), as: UTF8.self)
      for start in stride(from: header.count, to: image.count, by: 3) {
        let color = image[start..<(start + 3)].map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
        #expect(svg.contains("fill=\"#\(color.joined())\""), "value \((start - header.count) / 3)")
      }
    }

    @Test func chineseIsSetAlikeInEveryLocale() throws {
      let folder = try Folder()
      for (name, language) in [("a.png", "C.UTF-8"), ("b.png", "ja_JP.UTF-8"), ("c.png", "zh_TW.UTF-8")] {
        let outcome = try run(
          list: ["figure", "attention", "--lang", "zh", "-o", name], folder: folder.url,
          environment: ["LANG": language, "LANGUAGE": language])
        #expect(outcome.code == 0)
      }
      let files = try ["a.png", "b.png", "c.png"].map { try Data(contentsOf: folder.url.appending(path: $0)) }
      #expect(Set(files).count == 1)
    }

    /// All text of x.svg, as Python's XML parser reads it.
    private func textOfSVG(_ folder: Folder) throws -> String {
      try python(
        """
        import xml.etree.ElementTree as tree
        for element in tree.parse("x.svg").iter("{http://www.w3.org/2000/svg}text"): print(element.text)
        """, folder)
    }
  #endif
}
