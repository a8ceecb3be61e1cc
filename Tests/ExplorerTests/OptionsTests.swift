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

  @Test(arguments: [("qwen3-8b", 40_960), ("llama-3.1-8b", 8192), (nil, 4096)])
  func anExtensionIsOfWhatTheModelWasTrainedOn(model: String?, length: Int) throws {
    for line in ["scaling yarn factor=4", "scaling dynamic factor=4", "scaling by-parts factor=4"] {
      var exploration = try Exploration.sample(model)
      _ = exploration.command("scaling none")
      _ = exploration.command(line)
      #expect(exploration.scene.encoding.rotary?.scaling.originalLength == length, "\(line)")
    }
  }

  @Test func aLengthThatIsNamedStandsBeforeTheModels() throws {
    var exploration = try Exploration.sample("qwen3-8b")
    _ = exploration.command("scaling yarn factor=4 original=1024")
    _ = exploration.command("scaling dynamic")
    #expect(exploration.scene.encoding.rotary?.scaling.originalLength == 1024)
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
    #expect(throws: EncodingComplaint.noSuchPart(scheme, name: "gamma", schemes: [.xpos])) {
      try EncodingOptions(scheme: scheme, schemes: SchemeOptions(gamma: 0.4)).applied(to: nil)
    }
  }

  @Test func anotherPartOfASchemeKeepsTheRest() throws {
    let xl = try EncodingOptions(dimension: 64).applied(
      to: .transformerXL(TransformerXL(dimension: 32, clampLength: 400, rows: .xlnet)))
    #expect(try xl == .transformerXL(TransformerXL(dimension: 64, clampLength: 400, rows: .xlnet)))

    var options = EncodingOptions()
    options.schemes.buckets = 128
    let deberta = try options.applied(to: .deberta(DeBERTa(buckets: 256, maxDistance: 1024)))
    #expect(try deberta == .deberta(DeBERTa(buckets: 128, maxDistance: 1024)))

    options.schemes = SchemeOptions(heads: 3)
    let kerple = try options.applied(to: .kerple(KERPLE(kernel: .power, scales: [2, 3], rates: [0.5, 1.5])))
    #expect(try kerple == .kerple(KERPLE(kernel: .power, scales: [2, 3, 1], rates: [0.5, 1.5, 1])))
  }

  @Test(arguments: [(64, 8, 32, 8), (160, 159, 32, 31), (16, 16, 4, 4), (1, 0, 0, 0)])
  func anotherClipKeepsTheSidesAndTheDirection(left: Int, right: Int, clip: Int, kept: Int) throws {
    var options = EncodingOptions()
    options.schemes.maxDistance = clip
    let old = try Shaw(left: left, right: right, direction: .queryMinusKey)
    let wanted = try Shaw(left: clip, right: kept, direction: .queryMinusKey)
    #expect(try options.applied(to: .shaw(old)) == .shaw(wanted))
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
