import Checkpoints
import Encodings
import Foundation

@testable import Explorer

/// An encoding whose code is run by the languages it is written in.
struct SnippetCase: Sendable {
  let name: String
  let encoding: Encoding
  var head = 0
  var stored: StoredTensor?

  /// Rows: near and far, and none past a small table.
  var positions: SnippetPositions {
    encoding.positionCount == nil ? .listed([0, 1, 7, 100, 511]) : .listed([0, 1, 5])
  }

  /// Features other than (1, 0), which make a wrong sign or pair show.
  static let features = (1...8).map { Double($0 * $0 % 7) - 2.5 }

  /// A rotary snippet with these features in place of its own.
  func text(_ dialect: Dialect) -> String {
    let snippet = snippet(dialect)
    guard encoding.rotary != nil else { return snippet.text }
    let lines = snippet.lines.compactMap { line -> String? in
      if line.code.hasPrefix("let x =") { return "let x: [Double] = \(Self.features)" }
      if line.code.hasPrefix("x = ") {
        return "x = \(dialect == .numpy ? "np.array" : "torch.tensor")(\(Self.features))"
      }
      return line.code.hasPrefix("x[") ? nil : line.code
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func snippet(_ dialect: Dialect) -> Snippet {
    Snippet(
      of: encoding, in: dialect, at: positions, head: head,
      stored: stored.map { ($0.path, $0.name) } ?? ("model.safetensors", "weight"), title: name)
  }

  /// The numbers that the library gives.
  var expected: [[Double]] {
    positions.all.map { position in
      if encoding.rotary != nil { return encoding.placedQuery(Self.features, at: position) }
      let keys = snippet(.numpy).recipe.rowName == "q" ? positions.all : [0]
      return keys.flatMap { Snippet.row(of: encoding, at: position, key: $0, head: head) ?? [] }
    }
  }
}

extension SnippetCase {
  /// Every scheme, in every form that changes its formula.
  static func all() throws -> [SnippetCase] {
    try vectors() + rotary() + extensions() + relative() + biases()
  }

  private static func vectors() throws -> [SnippetCase] {
    var cases = [
      SnippetCase(name: "none", encoding: .none),
      SnippetCase(name: "integer", encoding: .integer(IntegerPosition())),
      SnippetCase(name: "integer-share", encoding: .integer(try IntegerPosition(length: 1000))),
      SnippetCase(name: "one-hot", encoding: .oneHot(try OneHot(rows: 6))),
    ]
    for layout in [PairLayout.interleaved, .halfSplit] {
      for ladder in Ladder.allCases {
        for dimension in [8, 7] {
          let waves = try Sinusoidal(dimension: dimension, layout: layout, ladder: ladder)
          let name = "sinusoidal-\(layout.rawValue)-\(ladder.rawValue)-\(dimension)"
          cases.append(SnippetCase(name: name, encoding: .sinusoidal(waves)))
        }
      }
    }
    return cases
  }

  private static func rotary() throws -> [SnippetCase] {
    var cases: [SnippetCase] = []
    for layout in PairLayout.allCases {
      for part in [8, 4] {
        let rotary = try Rotary(dimension: 8, rotaryDimension: part, base: 500_000, layout: layout)
        cases.append(SnippetCase(name: "rope-\(layout.rawValue)-\(part)", encoding: .rotary(rotary)))
      }
    }
    for layout in PairLayout.allCases {
      let rotary = try Rotary(
        dimension: 8, rotaryDimension: 6, base: 1000, layout: layout, scaling: .linear(factor: 2))
      let xPos = try XPos(rotary: rotary, gamma: 0.3, scaleBase: 100)
      cases.append(SnippetCase(name: "xpos-\(layout.rawValue)", encoding: .xPos(xPos)))
    }
    return cases
  }

  private static func extensions() throws -> [SnippetCase] {
    let short = [1.0, 1.02, 1.1, 1.5]
    let scalings: [(String, Scaling, Int?)] = [
      ("linear", .linear(factor: 4), nil), ("ntk", .ntkAware(factor: 4), nil),
      ("dynamic", .dynamicNTK(factor: 2, originalLength: 128), nil),
      ("dynamic-long", .dynamicNTK(factor: 2, originalLength: 128), 500),
      ("by-parts", .byParts(ByParts(factor: 4, originalLength: 128, betaFast: 20)), nil),
      ("yarn", .yarn(YaRN(factor: 8, originalLength: 512)), nil),
      ("yarn-untruncated", .yarn(YaRN(factor: 8, originalLength: 512, truncate: false)), nil),
      ("yarn-factor", .yarn(YaRN(factor: 8, originalLength: 512, attentionFactor: 1.3)), nil),
      ("yarn-mscale", .yarn(YaRN(factor: 40, originalLength: 512, mscale: 1, mscaleAllDim: 0.5)), nil),
      ("yarn-step", .yarn(YaRN(factor: 8, originalLength: 512, betaFast: 2, betaSlow: 2, truncate: false)), nil),
      (
        "longrope",
        .longRoPE(LongRoPE(shortFactor: short, longFactor: [1, 2, 8, 30], originalLength: 128, factor: 4)),
        nil
      ),
      (
        "longrope-long",
        .longRoPE(LongRoPE(shortFactor: short, longFactor: [1, 2, 8, 30], originalLength: 128, factor: 4)), 500
      ),
      ("llama3", .llama3(Llama3(factor: 8, originalLength: 512)), nil),
      ("llama3-step", .llama3(Llama3(factor: 8, originalLength: 512, lowFreqFactor: 2, highFreqFactor: 2)), nil),
      ("proportional", .proportional(rotatedFraction: 0.5), nil),
      ("morph", .morph(Morph(from: .none, to: .yarn(YaRN(factor: 8, originalLength: 512)), share: 0.25)), nil),
      (
        "morph-still", .morph(Morph(from: .none, to: .proportional(rotatedFraction: 0.5), share: 0.25)), nil
      ),
    ]
    return try scalings.map { name, scaling, length in
      SnippetCase(name: name, encoding: .rotary(try Rotary(dimension: 8, scaling: scaling, length: length)))
    }
  }

  private static func relative() throws -> [SnippetCase] {
    [
      SnippetCase(name: "transformer-xl", encoding: .transformerXL(try TransformerXL(dimension: 8))),
      SnippetCase(
        name: "transformer-xl-clamped", encoding: .transformerXL(try TransformerXL(dimension: 8, clampLength: 64))),
      SnippetCase(name: "shaw", encoding: .shaw(try Shaw(clip: 16))),
      SnippetCase(name: "shaw-reversed", encoding: .shaw(try Shaw(left: 4, right: 3, direction: .queryMinusKey))),
      SnippetCase(name: "t5-both-ways", encoding: .t5(try T5Bias())),
      SnippetCase(name: "t5-one-way", encoding: .t5(try T5Bias(bidirectional: false))),
      SnippetCase(name: "deberta", encoding: .deberta(try DeBERTa())),
      SnippetCase(name: "deberta-v1", encoding: .deberta(try DeBERTa(buckets: nil, maxDistance: 128))),
    ]
  }

  private static func biases() throws -> [SnippetCase] {
    let network = try FIRE.Network(
      inputWeights: [1, -2, 0.5], hiddenBiases: [0, 1, -0.1], outputWeights: [[1, 1, 1], [-1, 0.5, 2]],
      outputBiases: [0, 0.25])
    let scales = [1.0, 0.5]
    return [
      SnippetCase(name: "alibi", encoding: .alibi(try ALiBi(heads: 8)), head: 3),
      SnippetCase(name: "alibi-odd", encoding: .alibi(try ALiBi(heads: 12)), head: 10),
      SnippetCase(name: "alibi-key", encoding: .alibi(try ALiBi(heads: 8, form: .keyPosition)), head: 1),
      SnippetCase(name: "alibi-last", encoding: .alibi(try ALiBi(heads: 8, form: .lastKey(length: 64))), head: 1),
      SnippetCase(
        name: "alibi-bfloat16", encoding: .alibi(try ALiBi(heads: 12, form: .keyPositionInBFloat16)), head: 9),
      SnippetCase(name: "kerple", encoding: .kerple(try KERPLE(scales: scales, rates: [2, 3])), head: 1),
      SnippetCase(
        name: "kerple-power", encoding: .kerple(try KERPLE(kernel: .power, scales: scales, rates: [0.7, 1.5])),
        head: 1),
      SnippetCase(name: "fire", encoding: .fire(try FIRE(threshold: 50))),
      SnippetCase(name: "fire-network", encoding: .fire(try FIRE(network: network)), head: 1),
    ]
  }
}
