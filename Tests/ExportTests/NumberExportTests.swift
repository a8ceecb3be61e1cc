import Export
import Testing

/// Collects what is written.
private final class Memory: ByteSink {
  var bytes: [UInt8] = []
  func write(_ added: some Collection<UInt8>) { bytes.append(contentsOf: added) }
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

@Suite struct NumberExportTests {
  private let table = NumberTable(
    axes: [NumberTable.Axis(key: "positions", column: "position", count: 3) { Double($0) }],
    parts: [
      NumberTable.Part(key: "x", columns: ["x"]) { [Double($0) / 3] },
      NumberTable.Part(key: "note", isAside: true) { $0 == 1 ? .infinity : -1 },
      NumberTable.Part(key: "y", columns: ["y0", "y1"]) { [Double($0), -1] },
    ])

  /// Two axes of two, a list of one in each row.
  private let nested = NumberTable(
    axes: [
      NumberTable.Axis(key: "heads", column: "head", count: 2) { Double($0) },
      NumberTable.Axis(key: "queries", column: "query", count: 2) { Double(10 + $0) },
    ],
    parts: [NumberTable.Part(key: "bias") { Double($0) }], facts: [("causal", .flag(true))])

  @Test func aCSVHasAHeaderAndALineARow() throws {
    let memory = Memory()
    try writeCSVHeader(table, group: false, to: memory)
    try writeCSVRows(table, to: memory)
    #expect(
      memory.text
        == "position,x,note,y0,y1\n0,0,-1,0,-1\n1,0.3333333333333333,inf,1,-1\n2,0.6666666666666666,-1,2,-1\n")
  }

  @Test func aGroupsNameIsQuotedWhereItMustBe() throws {
    let memory = Memory()
    try writeCSVHeader(nested, group: true, to: memory)
    try writeCSVRows(nested, group: "a,\"b\u{1B}", to: memory)
    #expect(memory.text.hasPrefix("group,head,query,bias\n\"a,\"\"b␛\",0,10,0\n"))
  }

  @Test func anNPYBeginsItsDataAtAMultipleOfSixtyFourBytes() throws {
    let memory = Memory()
    try writeNPY(table, type: .f32, to: memory)
    let length = Int(memory.bytes[8]) | Int(memory.bytes[9]) << 8
    #expect((10 + length) % 64 == 0)
    #expect(memory.bytes.count == 10 + length + 3 * 3 * 4)
    let header = String(decoding: memory.bytes[10..<(10 + length)], as: UTF8.self)
    #expect(header.hasPrefix("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 3), }"))
    #expect(header.hasSuffix("\n"))
  }

  @Test func listsOfJSONNestByAxis() throws {
    let memory = Memory()
    try writeJSONMembers(nested, to: memory)
    #expect(memory.text == #", "causal": true, "heads": [0, 1], "queries": [10, 11], "bias": [[0, 1], [2, 3]]"#)
  }

  @Test func aLongTableIsMadeInBlocks() throws {
    var asked: [Int] = []
    let long = NumberTable(
      axes: [NumberTable.Axis(key: "positions", column: "position", count: 200_000) { Double($0) }],
      parts: [
        NumberTable.Part(key: "x", columns: ["x"]) { first, buffer in
          asked.append(buffer.count)
          for index in buffer.indices { buffer[index] = Double(first + index) }
        }
      ])
    let memory = Memory()
    try writeNPY(long, type: .f64, to: memory)
    #expect(asked.reduce(0, +) == 200_000 && asked.count > 2)
    let last = memory.bytes.suffix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    #expect(Double(bitPattern: last) == 199_999)
  }

  @Test func jsonKeepsTheOrderOfItsKeysAndEscapesWhatCouldSteer() {
    let value: JSONValue = .object([("b", .text("\u{1B}\"")), ("a", .numbers([1, 0.5, .nan]))])
    #expect(value.serialized == #"{"b": "\u001b\"", "a": [1, 0.5, null]}"#)
  }
}
