import Checkpoints
import Encodings
import Testing

@Test(
  arguments: [
    "// a comment\n{\"model_type\": \"llama\", \"head_dim\": 64}",
    "{\"model_type\": \"llama\", /* inside */ \"head_dim\": 64,}",
    "{model_type: 'llama', head_dim: +64}",
    "{\"model_type\": \"llama\", \"head_dim\": 0x40}",
    "{\"model_type\": \"llama\", \"head_dim\": 64, \"router_bias\": NaN, \"clamp\": -Infinity}",
    "\u{FEFF}{\"model_type\": \"\\u006clama\", \"head_dim\": 64.0}",
  ])
func jsonIsReadAsPeoplePublishIt(text: String) throws {
  #expect(try describe(text).rotary?.dimension == 64)
}

@Test(
  arguments: [
    ("{\"model_type\": \"llama\",\n  \"head_dim\" 64}", 2, 14, CheckpointError.SyntaxProblem.expected(":")),
    ("{\"a\": tru}", 1, 7, .unexpected("t")),
    ("{\"a\": 1", 1, 8, .unexpectedEnd),
    ("{\"a\": 1.2.3}", 1, 7, .badNumber),
    ("{\"a\": \"\\q\"}", 1, 10, .badEscape),
    ("{\"a\": \"\\u+061\"}", 1, 10, .badEscape),
    ("{\"a\": \"\\u-001\"}", 1, 10, .badEscape),
    ("{} x", 1, 4, .unexpected("x")),
    ("{\"é\": ]}", 1, 7, .unexpected("]")),
  ])
func aSyntaxErrorSaysLineAndColumn(
  text: String, line: Int, column: Int, problem: CheckpointError.SyntaxProblem
) {
  let refusal = refusal(of: text)
  #expect(refusal?.place == .text(line: line, column: column))
  #expect(refusal?.problem == .syntax(problem))
  #expect(refusal?.kind == .badData)
}

@Test(arguments: ["[", "{\"a\":"])
func jsonAHundredThousandLevelsDeepIsRefused(opening: String) {
  let text = "{\"deep\": " + String(repeating: opening, count: 100_000)
  #expect(refusal(of: text)?.problem == .tooDeep(limit: 128))
}

@Test func everyBeginningOfAConfigIsReadOrRefused() {
  let text = Array(llama(#""rope_scaling": {"type": "yarn", "factor": 4e0, "note": "\u00e9"} // end"#).utf8)
  for length in text.indices {
    #expect(throws: CheckpointError.self) {
      try ModelReader.describe(config: Array(text[..<length]), name: "", path: "")
    }
  }
}

@Test func aKeyThatStandsTwiceIsFoundWithTheLineOfTheValueThatCounts() throws {
  let model = try describe("{\"model_type\": \"llama\", \"head_dim\": 128,\n\"rope_theta\": 1e6,\n\"head_dim\": 64}")
  #expect(model.rotary?.dimension == 64)
  #expect(model.findings.first == Finding(.repeatedKey(line: 3), key: "head_dim"))
  #expect(model.concerns(.repeatedKey).count == 1)
}

@Test func keysOfTheSameNameInDifferentObjectsAreNoRepetition() throws {
  let model = try describe(
    #"{"model_type": "llama", "head_dim": 64, "rope_theta": 1e4, "rope_scaling": {"rope_theta": 1e4}}"#)
  #expect(model.concerns(.repeatedKey).isEmpty)
}

@Test func textThatIsNotUTF8IsRefused() {
  let bytes: [UInt8] = Array("{\"a\": \"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8)
  #expect(throws: CheckpointError(path: "p", place: .text(line: 1, column: 10), problem: .syntax(.notUTF8))) {
    try ModelReader.describe(config: bytes, name: "", path: "p")
  }
}

@Test func aConfigThatIsNoObjectIsRefused() {
  #expect(refusal(of: "[1, 2]")?.problem == .wrongKind(found: .list, expected: .object))
}
