import Checkpoints
import Encodings
import Testing

@Test(
  arguments: [
    (#""rope_theta": NaN"#, "rope_theta"),
    (#""rope_theta": Infinity"#, "rope_theta"),
    (#""rope_theta": 1e999"#, "rope_theta"),
    (#""head_dim": NaN"#, "head_dim"),
    (#""rope_scaling": {"type": "linear", "factor": -Infinity}"#, "rope_scaling.factor"),
  ])
func numbersThatAreNotFiniteAreRefusedAtTheirKey(member: String, key: String) {
  let refusal = refusal(of: llama(member))
  #expect(refusal?.place == .key(key))
  guard case .notFinite = refusal?.problem else {
    Issue.record("\(String(describing: refusal))")
    return
  }
}

@Test func aFactorBelowOneIsAnsweredWithItsReciprocal() {
  let refusal = refusal(of: llama(#""rope_scaling": {"type": "linear", "factor": 0.5}"#))
  #expect(refusal?.place == .key("rope_scaling.factor"))
  #expect(
    refusal?.problem
      == .invalid(InvalidParameter(name: .factor, value: 0.5, rule: .atLeast(1)), suggestion: 2))
}

@Test(
  arguments: [
    (#"{"model_type": "transfo-xl", "d_model": 64, "clamp_len": 3.5}"#, "clamp_len"),
    (
      #"{"model_type": "deberta", "relative_attention": true, "max_relative_positions": 1e30}"#,
      "max_relative_positions"
    ),
    (#"{"model_type": "deberta", "relative_attention": true, "position_buckets": 256.5}"#, "position_buckets"),
    (#"{"model_type": "deberta", "relative_attention": true, "position_buckets": "many"}"#, "position_buckets"),
  ])
func countsOfDistancesAreCheckedAsEveryCountIs(config: String, key: String) {
  #expect(refusal(of: config)?.place == .key(key))
}

@Test(arguments: ["layer_rope_theta", "rope_theta"]) func tooManyBasesAreNamedByTheKeyThatHoldsThem(key: String) {
  let bases = (1...100).map(String.init).joined(separator: ", ")
  #expect(refusal(of: llama(#""\#(key)": [\#(bases)]"#))?.place == .key(key))
}

@Test(
  arguments: [
    (#""rope_theta": -1"#, "rope_theta"),
    (#""rope_theta": 0"#, "rope_theta"),
    (#""head_dim": 63"#, "head_dim"),
    (#""partial_rotary_factor": 7, "model_type": "phi""#, "partial_rotary_factor"),
    (#""partial_rotary_factor": -1e300, "model_type": "phi""#, "partial_rotary_factor"),
  ])
func whatAnEncodingRefusesIsNamedByItsKey(member: String, key: String) {
  let refusal = refusal(of: llama(member))
  #expect(refusal?.place == .key(key))
  guard case .invalid = refusal?.problem else {
    Issue.record("\(String(describing: refusal))")
    return
  }
}

@Test(
  arguments: [
    (#""head_dim": 1e30"#, CheckpointError.Problem.outOfRange(value: 1e30, atLeast: 1, atMost: 0x1p40)),
    (#""head_dim": 100000000"#, .outOfRange(value: 1e8, atLeast: 2, atMost: 65_536)),
    (#""head_dim": -8"#, .outOfRange(value: -8, atLeast: 1, atMost: 0x1p40)),
    (#""head_dim": 2.5"#, .notWhole(2.5)),
    (#""head_dim": "64""#, .wrongKind(found: .text, expected: .wholeNumber)),
    (#""rope_theta": true"#, .wrongKind(found: .flag, expected: .number)),
    (#""rope_scaling": 2"#, .wrongKind(found: .number, expected: .object)),
    (#""layer_types": "full_attention""#, .wrongKind(found: .text, expected: .list)),
    (#""num_hidden_layers": 1e12, "no_rope_layers": []"#, .outOfRange(value: 1e12, atLeast: 1, atMost: 1e5)),
    (#""num_attention_heads": 5"#, .doesNotDivide(width: 512, heads: 5)),
  ])
func aValueOfTheWrongKindOrSizeIsRefused(member: String, problem: CheckpointError.Problem) {
  let text = llama(member).replacing(
    #""num_attention_heads": 4, "#, with: "", maxReplacements: member.contains("heads") ? 1 : 0)
  #expect(refusal(of: text)?.problem == problem)
}

@Test func anUnknownScalingNamesItsNearestNeighbour() {
  let refusal = refusal(of: llama(#""rope_scaling": {"rope_type": "yran", "factor": 2}"#))
  #expect(refusal?.place == .key("rope_scaling.rope_type"))
  guard case .unknownName(let found, let nearest, _) = refusal?.problem else {
    Issue.record("\(String(describing: refusal))")
    return
  }
  #expect(found == "yran")
  #expect(nearest == "yarn")
}

@Test(arguments: ["fern", "r"]) func aScalingThatResemblesNoneSuggestsNone(name: String) {
  let refusal = refusal(of: llama(#""rope_scaling": {"rope_type": "\#(name)", "factor": 2}"#))
  guard case .unknownName(name, let nearest, _) = refusal?.problem else {
    Issue.record("\(String(describing: refusal))")
    return
  }
  #expect(nearest == nil)
}

@Test func sectionsThatDoNotAddUpAreRefused() {
  let refusal = refusal(of: llama(#""rope_scaling": {"type": "mrope", "mrope_section": [16, 24, 23]}"#))
  #expect(refusal?.place == .key("rope_scaling.mrope_section"))
  #expect(refusal?.problem == .wrongCount(found: 63, expected: 64))
}

@Test func longRopeFactorsMustMatchThePairs() {
  let scaling = #"{"type": "longrope", "short_factor": [1, 1], "long_factor": [1, 1]}"#
  #expect(refusal(of: llama(#""rope_scaling": \#(scaling)"#))?.place == .key("rope_scaling.short_factor"))
}

@Test func aConfigWithoutAnySchemeSaysWhatItIs() {
  let refusal = refusal(of: #"{"model_type": "resnet", "architectures": ["ResNetModel"]}"#)
  #expect(refusal?.problem == .noScheme(modelType: "resnet", architectures: ["ResNetModel"]))
}

@Test func anUnknownFamilyWithABaseIsReadAsRotaryAndSaysThatItsLayoutIsAssumed() throws {
  let model = try describe(#"{"model_type": "novel", "head_dim": 32, "rope_theta": 7000}"#)
  #expect(model.rotary?.base == 7_000)
  #expect(model.rotary?.layout == .halfSplit)
  #expect(model.concerns(.layoutAssumed) == [.layoutAssumed(family: "novel")])
}

@Test func anUnknownFamilyWithoutAHeadSaysWhichKeysAreMissing() {
  let refusal = refusal(of: #"{"model_type": "novel", "rope_theta": 7000}"#)
  #expect(refusal?.place == .key("head_dim"))
}

@Test func aMillionGroupsAreRefused() {
  let groups = (0..<65).map { #""g\#($0)": {}"# }.joined(separator: ", ")
  let refusal = refusal(of: llama(#""rope_parameters": {\#(groups)}"#))
  #expect(refusal?.place == .key("rope_parameters"))
  #expect(refusal?.problem == .outOfRange(value: 65, atLeast: 0, atMost: 64))
}

@Test func unknownKeysAreNamedUpToAPoint() throws {
  let keys = (0..<10_000).map { #""k\#($0)": 1"# }.joined(separator: ", ")
  let model = try describe(llama(#""rope_scaling": {"type": "linear", "factor": 2, \#(keys)}"#))
  #expect(model.concerns(.unknownKey).count == 16)
}

@Test(arguments: ["[64]", "[32, 32]", "[16, 16, 16, 16]", "[]"])
func sectionsAreThree(sections: String) {
  let refusal = refusal(of: llama(#""rope_scaling": {"type": "mrope", "mrope_section": \#(sections)}"#))
  #expect(refusal?.place == .key("rope_scaling.mrope_section"))
}
