#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The C library's functions, imported once: this room needs nothing else of Foundation's.

/// `base` to the `exponent`.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
/// The cube root.
func cubeRoot(_ value: Double) -> Double { cbrt(value) }
/// The logarithm to base 10.
func decimalLogarithm(_ value: Double) -> Double { log10(value) }
/// Sine of an angle in radians.
func sine(_ angle: Double) -> Double { sin(angle) }
/// Cosine of an angle in radians.
func cosine(_ angle: Double) -> Double { cos(angle) }
