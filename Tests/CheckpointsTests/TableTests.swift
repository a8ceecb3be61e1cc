import Encodings
import Foundation
import Testing

@testable import Checkpoints

private let twoByThree: [Double] = [0.5, -1, 2, 0.25, 3, -0.125]

@Test(
  arguments: [
    ("<f2", twoByThree.flatMap { littleEndian(half($0)) }), (">f2", twoByThree.flatMap { bigEndian(half($0)) }),
    ("<V2", twoByThree.flatMap { littleEndian(UInt16(Float($0).bitPattern >> 16)) }),
    ("<f4", twoByThree.flatMap { littleEndian(Float($0).bitPattern) }),
    (">f4", twoByThree.flatMap { bigEndian(Float($0).bitPattern) }),
    ("<f8", twoByThree.flatMap { littleEndian($0.bitPattern) }),
    (">f8", twoByThree.flatMap { bigEndian($0.bitPattern) }),
  ])
func npyTablesOfEveryNumberFormatAndByteOrderAreRead(descr: String, data: [UInt8]) throws {
  let folder = try TemporaryFolder()
  for version in [UInt8(1), 2, 3] {
    let header = "{'descr': '\(descr)', 'fortran_order': False, 'shape': (2, 3), }          \n"
    let table = try NpyFile.table(of: folder.write(npy(header, version: version, data: data), "a.npy"))
    #expect(table.rows == 2)
    #expect(table.columns == 3)
    #expect(table.values == twoByThree)
  }
}

@Test func aColumnMajorTableIsTurned() throws {
  let folder = try TemporaryFolder()
  let data = [0.5, 0.25, -1, 3, 2, -0.125].flatMap { littleEndian($0.bitPattern) }
  let header = "{'descr': '<f8', 'fortran_order': True, 'shape': (2, 3), }"
  #expect(try NpyFile.table(of: folder.write(npy(header, data: data), "a.npy")).values == twoByThree)
}

@Test(
  arguments: [
    ("{'descr': '<i4', 'fortran_order': False, 'shape': (2, 3)}", CheckpointError.Problem.unsupportedType("<i4")),
    ("{'descr': '<f4', 'fortran_order': Maybe, 'shape': (2, 3)}", .badHeader(entry: "fortran_order")),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (2, -3)}", .badHeader(entry: "shape")),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (6,)}", .badShape([6])),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4611686018427387904)}",
      .badShape([4_611_686_018_427_387_904, 4_611_686_018_427_387_904])
    ),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2)}", .wrongSize(bytes: 24, needed: 16)),
    ("nothing of the kind", .badHeader(entry: "descr")),
  ])
func npyHeadersAreNotBelieved(header: String, problem: CheckpointError.Problem) throws {
  let folder = try TemporaryFolder()
  let path = try folder.write(npy(header, data: [UInt8](repeating: 0, count: 24)), "a.npy")
  #expect(throws: CheckpointError(path: path, problem: problem)) { try NpyFile.table(of: path) }
}

@Test func aTableOfNaNsSaysWhereTheFirstOneIs() throws {
  let folder = try TemporaryFolder()
  let data = [1, 2, 3, 4, Float.nan, 6].flatMap { littleEndian($0.bitPattern) }
  let path = try folder.write(npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3)}", data: data), "a.npy")
  #expect(throws: CheckpointError(path: path, problem: .notFiniteInTable(row: 1, column: 1))) {
    try NpyFile.table(of: path)
  }
}

@Test func numbersOfFloat64AreKeptAsTheyAre() throws {
  let folder = try TemporaryFolder()
  let values = [0.1, 1e300, -1e-300, 7, 2.0.nextUp, -0.3]
  let header = "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2)}"
  let path = try folder.write(npy(header, data: values.flatMap { littleEndian($0.bitPattern) }), "a.npy")
  let model = try Source(argument: path).describe()
  #expect(model.groups.map(\.encoding) == [.learned(try LearnedTable(values: values, dimension: 2))])
}

private let tooLarge = CheckpointError.Problem.tooLarge(bytes: 1 << 30, limit: 1 << 29)

@Test func anNpyTableLargerThanAnyModelsIsNotReadIntoMemory() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write(
    npy("{'descr': '<f4', 'fortran_order': False, 'shape': (262144, 1024)}", data: []), "a.npy")
  try folder.lengthen("a.npy", by: 1 << 30)
  #expect(throws: CheckpointError(path: path, problem: tooLarge)) { try Source(argument: path).describe() }
}

@Test func tablesThatAreTooLargeTogetherAreNotReadIntoMemory() throws {
  let folder = try TemporaryFolder()
  let half = 1 << 28
  let entries = (0..<4).map { index in
    #""\#(index).wpe.weight": {"dtype": "F16", "shape": [131072, 1024], "#
      + #""data_offsets": [\#(index * half), \#((index + 1) * half)]}"#
  }
  let header = "{" + entries.joined(separator: ", ") + "}"
  let path = try folder.write(safetensors(header: header), "a.safetensors")
  try folder.lengthen("a.safetensors", by: 1 << 30)
  #expect(throws: CheckpointError(path: path, problem: tooLarge)) { try Source(argument: path).describe() }
}

@Test func everyBeginningOfAnNpyFileIsRefused() throws {
  let folder = try TemporaryFolder()
  let whole = npy(
    "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3)}", data: [UInt8](repeating: 0, count: 24))
  for length in whole.indices {
    let path = try folder.write(whole[..<length], "a.npy")
    #expect(throws: CheckpointError.self) { try NpyFile.table(of: path) }
  }
}

@Test func float16KeepsItsSmallestAndLargestNumbers() {
  let bits: [UInt16] = [0x0001, 0x8001, 0x0400, 0x7BFF, 0x3555, 0x7C00, 0xFC00]
  let values = NumberFormat.float16.decode(bits.flatMap { littleEndian($0) })
  #expect(values == [0x1p-24, -0x1p-24, 0x1p-14, 65_504, 0.333251953125, .infinity, -.infinity])
}

/// The bits of a number that float16 holds exactly.
private func half(_ value: Double) -> UInt16 {
  guard value != 0 else { return 0 }
  let exponent = UInt16(Int(value.exponent) + 15) << 10
  let fraction = UInt16((value.magnitude.significand - 1) * 1_024)
  return (value < 0 ? 0x8000 : 0) | exponent | fraction
}
