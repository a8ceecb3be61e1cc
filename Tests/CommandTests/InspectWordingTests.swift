import Checkpoints
import Encodings
import Explorer
import Testing

/// A concern of every kind, with values that its sentence has to hold.
private let concerns: [(concern: Finding.Concern, values: [String])] = [
  (.layoutFromFamily(.interleaved, family: "gptj"), ["interleaved", "gptj"]),
  (.layoutAssumed(family: "newmodel"), ["newmodel", "half-split"]),
  (.unknownKey("attn_factor", nearest: "attention_factor"), ["attn_factor", "attention_factor"]),
  (.legacyName("su", standard: "longrope"), ["su", "longrope"]),
  (
    .conflict(winner: "rope_type", value: .text("yarn"), loser: "type", lost: .text("linear")),
    ["rope_type", "yarn", "type", "linear"]
  ),
  (.misleadingKey(value: "absolute"), ["absolute"]),
  (.defaultTaken(value: 256), ["256"]),
  (.refused(by: "transformers 5.23"), ["transformers 5.23"]),
  (.baseInNewKeyOnly(base: 500_000, fallback: 10_000), ["500000", "10000"]),
  (.baseNotStated(default: 10_000), ["10000"]),
  (.originalLengthAssumed(131_072), ["131072"]),
  (.trainedLengthAssumed(16_384), ["16384"]),
  (.factorMismatch(factor: 3, implied: 2.5), ["3", "2.5"]),
  (.factorMismatch(factor: 4, implied: 1), ["4"]),
  (.factorImplied(32), ["32"]),
  (.scalingIgnored(factor: 8), ["8"]),
  (.scalingOnOneGroup(name: "full_attention"), ["full_attention"]),
  (.changesWithLength(originalLength: 2_048), ["2048"]),
  (.switchesFactors(after: 4_096), ["4096"]),
  (.attentionFactor(1.25, from: .stated), ["1.25"]),
  (.magnitudeIgnored(0.707), ["0.707"]),
  (.rampNotTruncated, []),
  (.truncateIgnored, ["truncate"]),
  (.rampIsStep(turns: 1), ["1"]),
  (.softmaxScaleMoved(multiplier: 1.87385, scale: 0.135234), ["1.87385", "0.135234"]),
  (.queriesScaledByPosition(.ministral3(beta: 0.1, originalLength: 8_192)), ["0.1", "8192"]),
  (.queriesScaledByPosition(.llama4(scale: 0.1, floorScale: 8_192)), ["0.1", "8192", "(p + 1)"]),
  (.queriesScaledByPosition(.qwen(length: 2_048)), ["2048"]),
  (.partialRotary(rotated: 32, of: 80), ["32", "80"]),
  (.partialRotaryIgnored(0.5), ["0.5"]),
  (.explicitHeadDimension(256, derived: 288), ["256", "288"]),
  (.separateRotaryPart(rotated: 64, of: 192), ["64", "192"]),
  (.sections([16, 24, 25], interleaved: true), ["16", "24", "25"]),
  (.twoDimensionalPositions, []),
  (.layersDiffer(groups: ["sliding_attention", "full_attention"]), ["sliding_attention", "full_attention"]),
  (.layersWithoutPosition(count: 9, of: 36), ["9", "36"]),
  (.layerCountMismatch(listed: 31, layers: 32), ["31", "32"]),
  (.anglesNeedFloat32(dtype: "bfloat16", length: 4_096), ["bfloat16", "4096", "float32"]),
  (.tableOffset(firstRow: 2, rows: 514, usable: 512), ["2", "514", "512"]),
  (.tableEnds(positions: 512), ["512"]),
  (.tableWidth(128, modelWidth: 768), ["128", "768"]),
  (.tableIsSinusoidal(.endpoint, .halfSplit, largestDifference: 3e-4), ["endpoint", "half-split", "3e-4"]),
  (.valuesInCheckpoint, []),
  (.sinusoidalForm(.paper, .interleaved), ["paper", "interleaved"]),
  (.slopesInterleaved(heads: 112), ["112"]),
  (.biasRounded, ["bfloat16"]),
  (.biasForm(.toLastKey), ["(key − last)"]),
  (.disentangledTerms(["c2p", "p2c"], absoluteAdded: false), ["c2p", "p2c"]),
  (.distancesClamped(at: 128), ["128"]),
  (.decidedBySize(alternative: "alibi"), ["alibi"]),
  (.remoteCode(family: "chatglm"), ["chatglm"]),
  (.partRead("text_config"), ["text_config"]),
  (.repeatedKey(line: 7), ["7"]),
  (
    .conflict(winner: "rope_theta", value: .number(20_000), loser: "rotary_emb_base", lost: .number(1e4)),
    [" 20000", " 10000"]
  ),
]

@Suite struct InspectWordingTests {
  @Test func thereIsAConcernOfEveryCode() {
    #expect(Set(concerns.map(\.concern.code)) == Set(Finding.Code.allCases))
  }

  @Test(arguments: concerns)
  func aFindingIsSaidWithItsValuesInBothLanguages(concern: Finding.Concern, values: [String]) {
    let english = Language.english.sentence(for: Finding(concern))
    let chinese = Language.chinese.sentence(for: Finding(concern))
    for value in values where concern.code != .biasForm {
      #expect(english.contains(value), "\(english)")
      #expect(chinese.contains(value), "\(chinese)")
    }
    #expect(chinese.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }, "\(chinese)")
    #expect(english.hasSuffix(".") || english.hasSuffix("?"), "\(english)")
    #expect(chinese.hasSuffix("。") || chinese.hasSuffix("？"), "\(chinese)")
  }

  @Test(arguments: concerns.map(\.concern))
  func thereIsSomethingToDoInBothLanguages(concern: Finding.Concern) {
    let finding = Finding(concern, key: "a.rope_theta")
    let (english, chinese) = (Language.english.remedy(for: finding), Language.chinese.remedy(for: finding))
    #expect(english.hasSuffix(".") && english.count > 10, "\(english)")
    #expect(chinese.hasSuffix("。") && chinese.count > 5, "\(chinese)")
    #expect(chinese.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }, "\(chinese)")
    #expect(english != Language.english.sentence(for: finding))
  }

  @Test func aMissingBaseIsAddedUnderItsOwnKey() {
    let finding = Finding(.baseNotStated(default: 10_000), key: "text_config.rope_local_base_freq")
    #expect(Language.english.remedy(for: finding) == #"Add "rope_local_base_freq": 10000."#)
  }

  @Test func textOfTheConfigCannotSteerTheTerminal() {
    let finding = Finding(.unknownKey("x\u{1B}[2J", nearest: nil), group: "a\u{9B}1m")
    #expect(Language.english.sentence(for: finding) == "a<U+009B>1m: Nothing reads the key «x␛[2J».")
  }
}
