#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A factor on queries that grows with their position, which keeps attention sharp over long texts.
///
///     QueryScaling.llama4(scale: 0.1, floorScale: 8192).factor(at: 8191)   // 1.0693…
public enum QueryScaling: Hashable, Sendable {
  /// No factor.
  case none
  /// 1 + scale · ln(1 + ⌊(p + 1) / floorScale⌋), on layers without position: Llama 4.
  case llama4(scale: Double, floorScale: Double)
  /// 1 + beta · ln(1 + ⌊p / originalLength⌋): Ministral 3.
  case ministral3(beta: Double, originalLength: Double)
  /// ln p / ln length past `length` positions, where p counts from 1: Qwen.
  case qwen(length: Double)

  /// The factor on the query at a position, from 0; 1 where the parameters make no number.
  public func factor(at position: Int) -> Double {
    let factor =
      switch self {
      case .none: 1.0
      case .llama4(let scale, let floorScale):
        1 + scale * log1p(((Double(position) + 1) / floorScale).rounded(.down))
      case .ministral3(let beta, let originalLength):
        1 + beta * log1p((Double(position) / originalLength).rounded(.down))
      case .qwen(let length): max(1, log(Double(position) + 1) / log(length))
      }
    return factor.isFinite ? factor : 1
  }
}
