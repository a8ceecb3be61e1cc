#if Figures
  import Foundation
  import Testing

  @testable import Export

  @Suite struct PackingTests {
    /// Pixels of a picture, with so many colours; the same ones every time.
    private func pixels(_ width: Int, _ height: Int, colors: UInt32) -> [UInt32] {
      (0..<UInt32(width * height)).map { ($0 &* 0x9E37_79B1 >> 7) % colors &* 0x01_0203 & 0xFF_FFFF }
    }

    @Test(arguments: [
      (width: 1, height: 1, colors: UInt32(1)), (3, 5, 7), (700, 900, 200), (900, 1700, 200), (701, 1303, 1 << 20),
      (20_000, 60, 1 << 20), (3, 4000, 100),
    ])
    func aPictureOfManyStripsReadsBackPixelForPixel(width: Int, height: Int, colors: UInt32) throws {
      let pixels = pixels(width, height, colors: colors)
      var reports: [Int] = []
      let file = try pixels.withUnsafeBufferPointer {
        try PNG.encoded($0, width: width, height: height) { done, rows in
          reports.append(done)
          #expect(rows == height)
        }
      }
      let read = try ReadPNG(file)
      #expect((read.width, read.height) == (width, height))
      #expect((0..<height).allSatisfy { row in (0..<width).allSatisfy { read[row, $0] == pixels[row * width + $0] } })
      #expect(reports.last == height && reports == reports.sorted())
      // Strips of a megabyte: a picture of several of them reports more than once.
      let bytes = (colors > 256 ? 3 : 1) * width * height
      #expect((reports.count > 1) == (bytes > 1 << 20))
    }

    @Test func theSamePixelsGiveTheSameSmallerBytes() throws {
      let pixels = pixels(1000, 2000, colors: 64)
      let (one, other) = try pixels.withUnsafeBufferPointer {
        (try PNG.encoded($0, width: 1000, height: 2000), try PNG.encoded($0, width: 1000, height: 2000))
      }
      #expect(one == other && one.count < 1000 * 2000)
    }
  }
#endif
