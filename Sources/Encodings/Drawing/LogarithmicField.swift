#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The decimal logarithm of a field's means, for values that range over many powers of ten, as errors do.
///
/// log₁₀ of the mean, not the mean of logarithms: a block that holds one large error shows it. Values below `floor` show
/// as log₁₀ floor.
///
///     LogarithmicField(of: lowered.errorField(rowCount: 4096), floor: 1e-8).value(row: 257, column: 0)
public struct LogarithmicField: Field {
  /// The field whose logarithm this is.
  public let field: any Field
  /// The least value told apart, more than 0.
  public let floor: Double

  /// - Parameter floor: The least value told apart; what is not more than 0 counts as 1e-300.
  public init(of field: any Field, floor: Double) {
    (self.field, self.floor) = (field, max(floor, 1e-300))
  }

  /// As many as the field has.
  public var rowCount: Int { field.rowCount }

  /// As many as the field has.
  public var columnCount: Int { field.columnCount }

  /// log₁₀ floor … log₁₀ of the field's greatest value.
  public var bounds: ClosedRange<Double> { log10(floor)...log10(max(field.bounds.upperBound, floor)) }

  /// That of the field.
  public var exactness: Exactness { field.exactness }

  /// The logarithm of the value at a row and a column.
  public func value(row: Int, column: Int) -> Double { logarithm(field.value(row: row, column: column)) }

  /// The logarithm of the mean over a block.
  public func mean(rows: Range<Int>, columns: Range<Int>) -> Double {
    logarithm(field.mean(rows: rows, columns: columns))
  }

  /// The logarithms of the means over all blocks of a window.
  public func means(rows: [Range<Int>], columns: [Range<Int>]) -> [Double] {
    field.means(rows: rows, columns: columns).map(logarithm)
  }

  private func logarithm(_ value: Double) -> Double { log10(max(value, floor)) }
}
