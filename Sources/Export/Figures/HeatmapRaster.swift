import Encodings
import Screen

/// A heatmap as pixels: one a value where there is room for all, else one a block, its exact mean where the field has it.
struct HeatmapRaster {
  let rows: Int
  let columns: Int
  /// 0x00RRGGBB. Shape (rows, columns), row-major.
  let pixels: [UInt32]

  /// Rows computed between two reports.
  private static let band = 128

  /// - Parameters:
  ///   - mostRows: At most so many rows of pixels.
  ///   - mostColumns: At most so many columns.
  ///   - report: Told how many rows are done, of how many.
  init(
    _ content: HeatmapContent, _ map: ColorMap, mostRows: Int, mostColumns: Int, report: (Int, Int) -> Void
  ) {
    let rowBlocks = content.rows.blocks(min(content.rows.count, max(1, mostRows)))
    let columnBlocks = content.columns.blocks(min(content.columns.count, max(1, mostColumns)))
    (rows, columns) = (rowBlocks.count, columnBlocks.count)
    let levels = map.fineLevels.map(\.hex)
    var pixels: [UInt32] = []
    pixels.reserveCapacity(rows * columns)
    var done = 0
    while done < rowBlocks.count {
      let end = min(done + Self.band, rowBlocks.count)
      for value in content.field.means(rows: Array(rowBlocks[done..<end]), columns: columnBlocks) {
        pixels.append(levels[ColorMap.level(of: value, in: content.bounds, count: ColorMap.fineLevelCount)])
      }
      done = end
      report(done, rowBlocks.count)
    }
    self.pixels = pixels
  }
}
