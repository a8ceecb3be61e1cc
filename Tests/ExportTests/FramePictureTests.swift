import Export
import Foundation
import Screen
import Testing

@Suite struct FramePictureTests {
  @Test func svgHasItsTextInTheColumnsOfItsCells() throws {
    let document = try #require(ReadXML(svg(of: pictureFrame(), defaults: colors, provenance: origin)))
    let texts = document.named("text")
    #expect(texts.map(\.text) == ["位", "ab<"])
    #expect(texts.map { $0.attributes["x"] } == ["0", "24"])
    #expect(texts.map { $0.attributes["textLength"] } == [nil, "24"])
    #expect(texts.allSatisfy { $0.attributes["fill"] == "#ff0000" && $0.attributes["font-weight"] == "bold" })
  }

  @Test func svgDrawsBlocksAndBrailleAsRectangles() throws {
    let document = try #require(ReadXML(svg(of: pictureFrame(), defaults: colors, provenance: origin)))
    let paths = document.named("path")
    let upper = try #require(paths.first { $0.attributes["fill"] == "#112233" })
    #expect(upper.attributes["d"] == "M0 16h8v8h-8z")
    let lower = try #require(paths.first { $0.attributes["fill"] == "#445566" })
    #expect(lower.attributes["d"] == "M0 16h8v16h-8z")
    let dots = try #require(paths.first { $0.attributes["fill"] == "#00ff00" })
    #expect(dots.attributes["d"]?.split(separator: "M").count == 8)
  }

  @Test func svgSaysWhatMadeIt() throws {
    let document = try #require(ReadXML(svg(of: pictureFrame(), defaults: colors, provenance: origin)))
    #expect(document.named("title").first?.text == origin.title)
    #expect(document.named("command").first?.text == origin.command)
    #expect(document.named("software").first?.text == "ropescope test")
    #expect(document.named("parameters").first?.text == #"{"base": 10000}"#)
  }

  @Test(arguments: [false, true]) func textFormatsNeedNoOtherFile(isPage: Bool) {
    let frame = pictureFrame()
    let text =
      isPage
      ? html(of: frame, defaults: colors, provenance: origin) : svg(of: frame, defaults: colors, provenance: origin)
    for reference in ["src=", "href=", "@import", "url(", "<script", "<link"] { #expect(!text.contains(reference)) }
  }

  @Test func theDefaultColoursStandInForTheTerminals() throws {
    let document = try #require(
      ReadXML(svg(of: Frame(Size(rows: 1, columns: 1)), defaults: colors, provenance: origin)))
    #expect(document.named("rect").first?.attributes["fill"] == "#101010")
  }

  #if Figures
    @Test(arguments: [1, 2, 3, 4]) func pixelsInTheMiddleOfHalfBlocksHaveTheirColours(scale: Int) throws {
      let picture = try png(of: pictureFrame(), scale: scale, defaults: colors, provenance: origin)
      let image = try ReadPNG(picture.bytes)
      #expect((image.width, image.height) == (8 * 8 * scale, 2 * 16 * scale))
      #expect(image[(16 + 4) * scale, 4 * scale] == 0x112233)
      #expect(image[(16 + 12) * scale, 4 * scale] == 0x445566)
      #expect(image[31 * scale, 60 * scale] == 0x101010)
    }

    @Test func halvesMeetWithoutASeamAtEveryScale() throws {
      for scale in 1...4 {
        let image = try ReadPNG(
          try png(of: pictureFrame(), scale: scale, defaults: colors, provenance: origin).bytes)
        let column = (16 * scale..<32 * scale).map { image[$0, 4 * scale] }
        #expect(Set(column) == [0x112233, 0x445566])
      }
    }

    @Test func brailleIsEightDots() throws {
      let image = try ReadPNG(try png(of: pictureFrame(), scale: 1, defaults: colors, provenance: origin).bytes)
      let lit = (16..<32).map { row in (8..<16).filter { image[row, $0] == 0x00FF00 }.count }
      #expect(lit == [0, 4, 4, 0, 0, 4, 4, 0, 0, 4, 4, 0, 0, 4, 4, 0])
    }

    @Test func theSameFrameGivesTheSameBytes() throws {
      let pictures = try (0..<2).map { _ in
        try png(of: pictureFrame(), scale: 2, defaults: colors, provenance: origin)
      }
      #expect(pictures[0] == pictures[1])
    }

    @Test func aPictureOfTooManyPixelsIsRefused() {
      #expect(throws: PictureProblem.tooLarge(width: 32_000, height: 64_000)) {
        try png(of: Frame(Size(rows: 1000, columns: 1000)), scale: 4, defaults: colors, provenance: origin)
      }
    }
  #endif
}
