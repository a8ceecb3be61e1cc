#if Figures
  import CPangoCairo

  /// A PNG file made so that the same pixels give the same bytes: at most 256 colours by palette, more as RGB.
  ///
  /// Source: PNG specification, third edition, https://www.w3.org/TR/png-3/
  enum PNG {
    /// - Parameters:
    ///   - pixels: 0x00RRGGBB. Shape (height, width), row-major.
    ///   - pixelsPerMetre: The resolution written into the file; nil for none.
    ///   - report: Told how many rows are packed, of how many.
    /// - Throws: `PictureProblem.library` when zlib has no memory.
    static func encoded(
      _ pixels: UnsafeBufferPointer<UInt32>, width: Int, height: Int, pixelsPerMetre: Int? = nil,
      provenance: Provenance? = nil, report: (Int, Int) -> Void = { _, _ in }
    ) throws(PictureProblem) -> [UInt8] {
      var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      let palette = Palette(pixels)
      let header = bigEndian(width) + bigEndian(height) + [8, palette == nil ? 2 : 3, 0, 0, 0]
      append("IHDR", header, to: &file)
      if let pixelsPerMetre {
        append("pHYs", bigEndian(pixelsPerMetre) + bigEndian(pixelsPerMetre) + [1], to: &file)
      }
      for entry in provenance?.entries ?? [] { append(text: entry.value, keyword: entry.key, to: &file) }
      if let palette {
        append(
          "PLTE", palette.colors.flatMap { [UInt8($0 >> 16 & 255), UInt8($0 >> 8 & 255), UInt8($0 & 255)] }, to: &file
        )
        let packed = try Packing.packed(rows: height, width: width + 1, report) { row, bytes in
          palette.fill(bytes, from: pixels[(row * width)..<((row + 1) * width)])
        }
        append("IDAT", packed, to: &file)
      } else {
        let packed = try Packing.packed(rows: height, width: 3 * width + 1, report) { row, bytes in
          fill(bytes, from: pixels[(row * width)..<((row + 1) * width)])
        }
        append("IDAT", packed, to: &file)
      }
      append("IEND", [], to: &file)
      return file
    }

    /// The colours of a picture that has few.
    private struct Palette {
      private(set) var colors: [UInt32] = []
      /// Open addressing: a colour at its own slot or after; 1 << 24 marks an empty one.
      private var keys = [UInt32](repeating: 1 << 24, count: 1024)
      private var values = [UInt8](repeating: 0, count: 1024)

      /// Nil when there are more than 256.
      init?(_ pixels: UnsafeBufferPointer<UInt32>) {
        var last: UInt32 = 1 << 24
        for pixel in pixels where pixel != last {
          last = pixel
          let slot = slot(of: pixel)
          guard keys[slot] != pixel else { continue }
          guard colors.count < 256 else { return nil }
          keys[slot] = pixel
          values[slot] = UInt8(colors.count)
          colors.append(pixel)
        }
      }

      private func slot(of pixel: UInt32) -> Int {
        var slot = Int((pixel &* 0x9E37_79B1) >> 22)
        while keys[slot] != pixel, keys[slot] != 1 << 24 { slot = (slot + 1) & 1023 }
        return slot
      }

      /// A row of indices after a zero: no filter.
      func fill(_ bytes: UnsafeMutableBufferPointer<UInt8>, from row: Slice<UnsafeBufferPointer<UInt32>>) {
        var (last, index): (UInt32, UInt8) = (1 << 24, 0)
        bytes[0] = 0
        for (column, pixel) in row.enumerated() {
          if pixel != last { (last, index) = (pixel, values[slot(of: pixel)]) }
          bytes[column + 1] = index
        }
      }
    }

    /// A row of red, green and blue after a zero: no filter.
    private static func fill(
      _ bytes: UnsafeMutableBufferPointer<UInt8>, from row: Slice<UnsafeBufferPointer<UInt32>>
    ) {
      bytes[0] = 0
      for (column, pixel) in row.enumerated() {
        let place = 1 + 3 * column
        bytes[place] = UInt8(truncatingIfNeeded: pixel >> 16)
        bytes[place + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
        bytes[place + 2] = UInt8(truncatingIfNeeded: pixel)
      }
    }

    private static func append(_ type: StaticString, _ data: [UInt8], to file: inout [UInt8]) {
      file += bigEndian(data.count)
      let body = Array("\(type)".utf8) + data
      file += body
      file += bigEndian(Int(crc32(0, body, UInt32(body.count))))
    }

    /// tEXt holds Latin-1 only, so what is not ASCII goes into iTXt, as UTF-8.
    private static func append(text: String, keyword: String, to file: inout [UInt8]) {
      let key = Array(keyword.utf8)
      if text.utf8.allSatisfy({ $0 < 0x80 }) {
        append("tEXt", key + [0] + Array(text.utf8), to: &file)
      } else {
        append("iTXt", key + [0, 0, 0, 0, 0] + Array(text.utf8), to: &file)
      }
    }

    private static func bigEndian(_ value: Int) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
  }
#endif
