import Encodings
import Testing

@testable import Explorer

@Suite struct EncodingOptionsTests {
  @Test func withoutAnythingItIsARotaryHeadOf128() throws {
    guard case .rotary(let rotary) = try EncodingOptions().applied(to: nil) else { return #expect(Bool(false)) }
    #expect(
      rotary.dimension == 128 && rotary.base == 10_000 && rotary.layout == .halfSplit && rotary.scaling == .none)
  }

  @Test func anotherSchemeKeepsDimensionAndBase() throws {
    let rotary = try EncodingOptions(dimension: 64, base: 5e5).applied(to: nil)
    guard case .sinusoidal(let sinusoidal) = try EncodingOptions(scheme: .sinusoidal).applied(to: rotary) else {
      return #expect(Bool(false))
    }
    #expect(sinusoidal.dimension == 64 && sinusoidal.base == 5e5)
  }

  @Test func aPartlyRotatedHeadStaysPartly() throws {
    let partial = try EncodingOptions(dimension: 80, rotaryDimension: 32).applied(to: nil)
    guard case .rotary(let rotary) = try EncodingOptions(base: 5e5).applied(to: partial) else {
      return #expect(Bool(false))
    }
    #expect(rotary.rotaryDimension == 32)
  }

  @Test(arguments: [
    ("ntk-aware", "ntk"), ("su", "longrope"), ("pi", "linear"), ("NTK_by_parts", "by-parts"), ("default", "none"),
    ("Dynamic-NTK", "dynamic"), ("llama3", "llama3"),
  ])
  func otherNamesOfExtensionsAreKnown(name: String, standard: String) {
    #expect(ScalingOptions.standardName(for: name) == standard)
  }

  @Test func anExtensionKeepsWhatIsNotAskedFor() throws {
    let first = try EncodingOptions(scaling: ScalingOptions(name: "yarn", factor: 8, originalLength: 8192)).applied(
      to: nil)
    guard case .rotary(let rotary) = try EncodingOptions(scaling: ScalingOptions(factor: 16)).applied(to: first),
      case .yarn(let yarn) = rotary.scaling
    else { return #expect(Bool(false)) }
    #expect(yarn.factor == 16 && yarn.originalLength == 8192)
  }

  @Test func xPosTakesThePapersGammaAndTorchscalesScaleBaseAndLayout() throws {
    guard case .xPos(let xPos) = try EncodingOptions(scheme: .xpos).applied(to: nil) else {
      return #expect(Bool(false))
    }
    #expect(xPos.gamma == 0.4 && xPos.scaleBase == 512 && xPos.rotary.layout == .interleaved)
  }

  @Test func theRotationOfXPosAndItsDecayAreTurnedApart() throws {
    let first = try EncodingOptions(scheme: .xpos, dimension: 64, schemes: SchemeOptions(gamma: 0.1)).applied(to: nil)
    guard
      case .xPos(let xPos) = try EncodingOptions(base: 5e5, schemes: SchemeOptions(scaleBase: 99)).applied(to: first)
    else { return #expect(Bool(false)) }
    #expect(xPos.gamma == 0.1 && xPos.scaleBase == 99 && xPos.rotary.base == 5e5 && xPos.rotary.dimension == 64)
    guard case .rotary(let rotary) = try EncodingOptions(scheme: .rope).applied(to: .xPos(xPos)) else {
      return #expect(Bool(false))
    }
    #expect(rotary == xPos.rotary)
  }

  @Test(arguments: [Scheme.rope, .sinusoidal, .alibi, .none])
  func aDecayIsOfXPosAlone(scheme: Scheme) {
    #expect(throws: EncodingComplaint.noSuchPart(scheme)) {
      try EncodingOptions(scheme: scheme, schemes: SchemeOptions(gamma: 0.4)).applied(to: nil)
    }
  }

  @Test func complaintsAreTyped() throws {
    #expect(throws: EncodingComplaint.scalingNeeds(scaling: "yarn", parameter: "factor")) {
      try EncodingOptions(scaling: ScalingOptions(name: "yarn")).applied(to: nil)
    }
    #expect(throws: EncodingComplaint.unknownScaling("warp")) {
      try EncodingOptions(scaling: ScalingOptions(name: "warp")).applied(to: nil)
    }
    #expect(throws: EncodingComplaint.scalingOfSinusoids) {
      try EncodingOptions(scheme: .sinusoidal, scaling: ScalingOptions(factor: 2)).applied(to: nil)
    }
  }

  @Test(arguments: InvalidParameter.Name.allCases, [Language.english, .chinese])
  func everyParameterHasASentence(name: InvalidParameter.Name, language: Language) {
    let sentence = language.sentence(for: InvalidParameter(name: name, value: -1, rule: .positive))
    #expect(sentence.contains("-1"))
    #expect(sentence.hasSuffix(language(".", "。")))
  }
}
