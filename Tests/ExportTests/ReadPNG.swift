#if Figures
  import CPangoCairo
  import Foundation

  /// Pixels of a PNG file as libpng, through Cairo, reads them. Shape (height, width), 0xRRGGBB.
  struct ReadPNG {
    struct Unreadable: Error { let status: UInt32 }

    let width: Int
    let height: Int
    private let pixels: [UInt32]

    init(_ bytes: [UInt8]) throws {
      let path = FileManager.default.temporaryDirectory.appending(path: "ropescope-\(UUID().uuidString).png")
      try Data(bytes).write(to: path)
      defer { try? FileManager.default.removeItem(at: path) }
      guard let surface = cairo_image_surface_create_from_png(path.path) else { throw Unreadable(status: 0) }
      defer { cairo_surface_destroy(surface) }
      let status = cairo_surface_status(surface)
      guard status == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else {
        throw Unreadable(status: status.rawValue)
      }
      (width, height) = (
        Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface))
      )
      let stride = Int(cairo_image_surface_get_stride(surface))
      var pixels: [UInt32] = []
      for row in 0..<height {
        for column in 0..<width {
          let raw = UnsafeRawPointer(data + row * stride + 4 * column)
          pixels.append(raw.loadUnaligned(as: UInt32.self) & 0xFF_FFFF)
        }
      }
      self.pixels = pixels
    }

    subscript(row: Int, column: Int) -> UInt32 { pixels[row * width + column] }
  }
#endif
