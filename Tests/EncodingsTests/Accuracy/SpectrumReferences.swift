import Encodings
import TestSupport

/// Comparisons of inverse frequencies and attention factors.
enum SpectrumReferences {
  /// transformers computes in float32; its frequencies lie within 2.8e-7 of the formula.
  private static let float32 = 1e-6

  static func scalingGrid() throws -> [Comparison] {
    struct Row: Decodable {
      let head_dim: Int
      let rope_theta: Double
      let max_position_embeddings: Int
      let rope: RopeParameters
      let seq_len: Int?
      let attention_factor: Double
      let inv_freq: [Double]
    }
    struct Grid: Decodable { let rows: [Row] }
    var byName: [String: Comparison] = [:]
    var factors = Comparison(
      "attention factors", against: "transformers 5.23.0, scaling grid", allowance: "1e-12 relative")
    for row in try Oracle.load("expected/scaling_grid.json", as: Grid.self).rows {
      guard let scaling = row.rope.scaling(maxLength: row.max_position_embeddings) else { throw Unexpected.ropeType }
      let rotary = try Rotary(
        dimension: row.head_dim, rotaryDimension: row.inv_freq.count * 2, base: row.rope_theta, scaling: scaling,
        length: row.seq_len)
      byName[
        scaling.name,
        default: Comparison(
          "\(scaling.name), inverse frequencies", against: "transformers 5.23.0, scaling grid",
          allowance: "1e-6 relative")
      ].compareRelative(radians(rotary), row.inv_freq, tolerance: float32)
      factors.compareRelative(rotary.spectrum.attentionFactor, row.attention_factor, tolerance: 1e-12)
    }
    return byName.keys.sorted().compactMap { byName[$0] } + [factors]
  }

  static func ntkAware() throws -> [Comparison] {
    struct Row: Decodable {
      let dim: Int
      let base: Double
      let alpha: Double
      let inv_freq: [Double]
    }
    struct Grid: Decodable { let rows: [Row] }
    var comparison = Comparison(
      "ntk, inverse frequencies", against: "rotary-embedding-torch 0.9.1, x-transformers 2.31.10",
      allowance: "1e-6 relative")
    for row in try Oracle.load("expected/ntk_aware.json", as: Grid.self).rows {
      let rotary = try Rotary(dimension: row.dim, base: row.base, scaling: .ntkAware(factor: row.alpha))
      comparison.compareRelative(radians(rotary), row.inv_freq, tolerance: float32)
    }
    return [comparison]
  }

  static func assertedByTransformers() throws -> [Comparison] {
    struct Case: Decodable {
      let rope: RopeParameters
      let seq_len: Int?
      let asserted_inv_freq: [Double]
      let attention_factor: Double
    }
    struct Config: Decodable { let rope_theta: Double, max_position_embeddings: Int }
    struct File: Decodable { let config: Config, cases: [Case] }
    let file = try Oracle.load("expected/hf_test_numbers.json", as: File.self)
    // The asserted numbers are written with five digits after the leading zeros.
    var comparison = Comparison(
      "inverse frequencies of four extensions", against: "numbers asserted by transformers' own tests",
      allowance: "5e-5 relative")
    for entry in file.cases {
      guard let scaling = entry.rope.scaling(maxLength: file.config.max_position_embeddings) else {
        throw Unexpected.ropeType
      }
      let rotary = try Rotary(
        dimension: entry.asserted_inv_freq.count * 2, base: file.config.rope_theta, scaling: scaling,
        length: entry.seq_len)
      comparison.compareRelative(radians(rotary), entry.asserted_inv_freq, tolerance: 5e-5)
      comparison.compareRelative(rotary.spectrum.attentionFactor, entry.attention_factor, tolerance: 5e-5)
    }
    return [comparison]
  }

  static func exactSpectra() throws -> [Comparison] {
    var frequencies = Comparison(
      "inverse frequencies of every extension", against: "mpmath 1.3.0, 60 digits", allowance: "1e-15 relative")
    var near = Comparison(
      "sines and cosines to position 10,000,000", against: "mpmath 1.3.0, 60 digits", allowance: "1e-9")
    var far = Comparison("sines and cosines to position 2^40", against: "mpmath 1.3.0, 60 digits", allowance: "1e-6")
    for entry in try Oracle.load("expected/exact_spectra.json", as: ExactSpectra.self).cases {
      let spectrum = try entry.rotary().spectrum
      for (column, pair) in entry.pairs.enumerated() {
        frequencies.compareRelative(spectrum[pair].radians, try number(entry.inv_freq[column]), tolerance: 1e-15)
        for (row, position) in entry.positions.enumerated() {
          let phase = spectrum[pair].phase(at: position)
          for (ours, theirs) in [(phase.cosine, entry.cos[row][column]), (phase.sine, entry.sin[row][column])] {
            if position <= 10_000_000 {
              near.compare(ours, try number(theirs), tolerance: 1e-9)
            } else {
              far.compare(ours, try number(theirs), tolerance: 1e-6)
            }
          }
        }
      }
    }
    return [frequencies, near, far]
  }

  static func radians(_ rotary: Rotary) -> [Double] { rotary.spectrum.inverseFrequencies.map(\.radians) }

  static func number(_ digits: String) throws -> Double {
    guard let value = Double(digits) else { throw Unexpected.notANumber(digits) }
    return value
  }
}

/// What a reference file held that its reader does not know.
enum Unexpected: Error {
  case ropeType, layout(String), missing(String), notANumber(String)
}

/// `exact_spectra.json`.
struct ExactSpectra: Decodable {
  struct Case: Decodable {
    let dimension: Int
    let base: Double
    let rule: String
    let s: Double?
    let L: Int?
    let length: Int?
    let beta_fast: Double?
    let beta_slow: Double?
    let truncate: Bool?
    let low_freq_factor: Double?
    let high_freq_factor: Double?
    let pairs: [Int]
    let inv_freq: [String]
    let positions: [Int]
    let cos: [[String]]
    let sin: [[String]]

    func rotary() throws -> Rotary {
      try Rotary(dimension: dimension, base: base, scaling: scaling(), length: length)
    }

    private func scaling() throws -> Scaling {
      let factor = s ?? 1
      let original = L ?? 1
      switch rule {
      case "none": return .none
      case "linear": return .linear(factor: factor)
      case "ntk": return .ntkAware(factor: factor)
      case "dynamic": return .dynamicNTK(factor: factor, originalLength: original)
      case "by-parts":
        return .byParts(
          ByParts(factor: factor, originalLength: original, betaFast: beta_fast ?? 0, betaSlow: beta_slow ?? 0))
      case "yarn":
        return .yarn(
          YaRN(
            factor: factor, originalLength: original, betaFast: beta_fast ?? 0, betaSlow: beta_slow ?? 0,
            truncate: truncate ?? true))
      case "llama3":
        return .llama3(
          Llama3(
            factor: factor, originalLength: original, lowFreqFactor: low_freq_factor ?? 0,
            highFreqFactor: high_freq_factor ?? 0))
      default: throw Unexpected.ropeType
      }
    }
  }

  let cases: [Case]
}
