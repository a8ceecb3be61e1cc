#if Figures
  import CPangoCairo
  import Screen

  /// Pixels in memory that both this program and Cairo draw on. Shape (height, width), row-major, 0x00RRGGBB.
  final class Bitmap {
    /// The longest side that Cairo draws.
    static let longestSide = 32_767
    /// The most pixels, a quarter of a gigabyte of them.
    static let mostPixels = 1 << 26

    let width: Int
    let height: Int
    let pixels: UnsafeMutableBufferPointer<UInt32>
    private let surface: OpaquePointer
    /// What Cairo and Pango draw with.
    let cairo: OpaquePointer

    init(width: Int, height: Int) throws(PictureProblem) {
      guard (1...Self.longestSide).contains(width), (1...Self.longestSide).contains(height),
        width * height <= Self.mostPixels
      else { throw .tooLarge(width: width, height: height) }
      (self.width, self.height) = (width, height)
      pixels = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: width * height)
      pixels.initialize(repeating: 0)
      let bytes = pixels.withMemoryRebound(to: UInt8.self) { $0.baseAddress }
      let surface = cairo_image_surface_create_for_data(
        bytes, CAIRO_FORMAT_RGB24, Int32(width), Int32(height), Int32(width * 4))
      guard let surface, let cairo = cairo_create(surface), cairo_status(cairo) == CAIRO_STATUS_SUCCESS else {
        pixels.deallocate()
        throw .library(String(cString: cairo_status_to_string(CAIRO_STATUS_NO_MEMORY)))
      }
      (self.surface, self.cairo) = (surface, cairo)
    }

    deinit {
      cairo_destroy(cairo)
      cairo_surface_finish(surface)
      cairo_surface_destroy(surface)
      pixels.deallocate()
    }

    /// Fills whole pixels; what lies outside is not drawn.
    func fill(_ color: Color, left: Int, right: Int, top: Int, bottom: Int) {
      let columns = max(0, left)..<max(max(0, left), min(width, right))
      for row in max(0, top)..<max(max(0, top), min(height, bottom)) {
        let start = row * width
        pixels[(start + columns.lowerBound)..<(start + columns.upperBound)].update(repeating: color.hex)
      }
    }

    /// Between Cairo's drawing and ours: what it has not yet drawn is drawn.
    func flush() { cairo_surface_flush(surface) }

    /// Between ours and Cairo's: what it remembers of the pixels is forgotten.
    func markDirty() { cairo_surface_mark_dirty(surface) }
  }
#endif
