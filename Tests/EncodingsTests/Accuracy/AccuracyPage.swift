import Foundation

/// `docs/accuracy.md`: every comparison with another's numbers, as one table.
enum AccuracyPage {
  /// The groups of comparisons, in the page's order. Each is one row of tests too.
  enum Section: String, CaseIterable, Sendable {
    case exact = "Exact arithmetic"
    case exactSpectra = "Every extension, exact"
    case scalingGrid = "Extensions with edge parameters"
    case ntkAware = "NTK-aware"
    case asserted = "Numbers that transformers asserts"
    case models = "Rotary models"
    case rotaryVariants = "Variants of rotary"
    case scales = "Softmax and query scales"
    case sinusoidal = "Sinusoidal tables"
    case alibi = "ALiBi"
    case t5 = "T5"
    case deberta = "DeBERTa"
    case relative = "Shaw"
    case transformerXL = "Transformer-XL and XLNet"
    case exactSchemes = "Schemes by exact arithmetic alone"
    case precision = "Low precision"

    func comparisons() throws -> [Comparison] {
      switch self {
      case .exact: try SinusoidalReferences.highPrecision()
      case .exactSpectra: try SpectrumReferences.exactSpectra()
      case .scalingGrid: try SpectrumReferences.scalingGrid()
      case .ntkAware: try SpectrumReferences.ntkAware()
      case .asserted: try SpectrumReferences.assertedByTransformers()
      case .models: try ModelReferences.comparisons()
      case .rotaryVariants: try VariantReferences.rotaryVariants()
      case .scales: try VariantReferences.scales()
      case .sinusoidal: try SinusoidalReferences.tables()
      case .alibi: try BiasReferences.alibi()
      case .t5: try BiasReferences.t5()
      case .deberta: try BiasReferences.deberta()
      case .relative: try BiasReferences.relative()
      case .transformerXL: try BiasReferences.transformerXL()
      case .exactSchemes: try SchemeReferences.comparisons()
      case .precision: try PrecisionReferences.comparisons()
      }
    }
  }

  static func text() throws -> String {
    var page = """
      # Accuracy

      Every encoding and extension against other software. This page is written by the tests that check it:
      `RECORD_ACCURACY=1 swift test --filter Accuracy` writes it, and a plain run fails when it is out of date.
      The references, their versions and how they were computed are listed in `Tests/Oracle/README.md`.

      Hugging Face transformers computes angles in float32, so its rows are off by about 1e-7 · (1 + position); the largest
      differences against it are its own. Against exact arithmetic the differences are ours.

      """
    for section in Section.allCases {
      page += "\n## \(section.rawValue)\n\n"
      page += "| what | reference | comparisons | largest difference | allowed |\n| --- | --- | ---: | ---: | --- |\n"
      for comparison in try section.comparisons() {
        let largest = comparison.largest == 0 ? "0" : String(format: "%.1e", comparison.largest)
        page +=
          "| \(comparison.subject) | \(comparison.reference) | \(comparison.count) | \(largest) | \(comparison.allowance) |\n"
      }
    }
    return page
  }
}
