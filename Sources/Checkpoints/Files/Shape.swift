/// Counting what shapes hold.
enum Shape {
  /// Bytes of an array; nil where the product cannot be counted.
  static func bytes(_ shape: [Int], width: Int) -> Int? {
    var product = width
    for size in shape {
      let (next, overflow) = product.multipliedReportingOverflow(by: size)
      guard !overflow, size >= 0 else { return nil }
      product = next
    }
    return product
  }

  /// Rows and columns of a table: two sizes, or more with ones before or between that add nothing.
  static func table(_ shape: [Int]) -> (rows: Int, columns: Int)? {
    let sizes = shape.count > 2 ? shape.filter { $0 != 1 } : shape
    guard sizes.count == 2, sizes[0] > 0, sizes[1] > 0 else { return nil }
    return (sizes[0], sizes[1])
  }
}
