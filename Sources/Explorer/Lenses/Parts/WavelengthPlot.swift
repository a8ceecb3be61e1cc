import Encodings
import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What curves of wavelength by pair have in common: log₁₀ of the wavelength over the pairs, with both axes.
enum WavelengthPlot {
  /// log₁₀ of the wavelengths over so many pairs; pairs that do not turn are left out.
  static func line(_ spectrum: Spectrum, pairs: Int, _ ink: Role, _ dash: Plot.Dash = .solid) -> Plot.Line {
    let last = Double(max(1, pairs - 1))
    let points = spectrum.inverseFrequencies.enumerated().compactMap { pair, frequency in
      frequency.wavelength.isFinite ? (share: Double(pair) / last, value: log10(frequency.wavelength)) : nil
    }
    return Plot.Line(points: points, ink: ink, dash: dash)
  }

  /// Powers of ten, every so many.
  static func rowLabels(_ bounds: ClosedRange<Double>, every step: Double) -> [Plot.Label] {
    stride(from: bounds.lowerBound, through: bounds.upperBound, by: max(1, step)).map {
      .init(at: $0, text: $0 == 0 ? "1" : "10^\(Int($0))")
    }
  }

  /// Some pairs by number, as many as have room in so many columns.
  static func columnLabels(pairs: Int, columns: Int) -> [Plot.Label] {
    Ticks.whole(0..<pairs, most: max(2, columns / 10)).map {
      .init(at: Double($0) / Double(max(1, pairs - 1)), text: $0 == 0 ? "i 0" : "\($0)")
    }
  }
}
