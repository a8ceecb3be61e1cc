import ArgumentParser
import Explorer
import Export
import Foundation
import TestSupport
import Testing

@testable import ropescope

/// Keeps what is written to it.
final class MemorySink: ByteSink {
  private(set) var bytes: [UInt8] = []
  func write(_ bytes: some Collection<UInt8>) { self.bytes += bytes }
}

/// What `ropescope data` writes, without a process.
func dataBytes(_ arguments: [String]) throws -> [UInt8] {
  let sink = MemorySink()
  let spelling = (["ropescope", "data"] + arguments).joined(separator: " ")
  try DataFile(try DataCommand.parse(arguments), spelling: spelling, .english).write(to: sink)
  return sink.bytes
}

/// What `ropescope data … --format json` writes, read back.
func dataJSON<Value: Decodable>(_ arguments: [String], as type: Value.Type = Value.self) throws -> Value {
  try JSONDecoder().decode(type, from: Data(try dataBytes(arguments + ["--format", "json"])))
}

/// How `ropescope data` refuses; nil when it does not.
func dataRefusal(_ arguments: [String]) -> Failure? {
  do {
    _ = try dataBytes(arguments)
    return nil
  } catch {
    return error as? Failure
  }
}

/// The path of a config of the oracle.
func configPath(_ name: String) -> String {
  Oracle.directory.appending(path: "configs/\(name).json").path(percentEncoded: false)
}

/// The configs of the oracle.
let configNames = (try? Oracle.names(in: "configs")) ?? []

/// Layouts as the oracle spells them.
let oracleLayouts = [
  "half": "half-split", "interleaved": "interleaved", "interleaved-in/half-out": "interleaved-in-half-split-out",
]

/// Comma-separated values, split.
struct Columns {
  let names: [String]
  let rows: [[Double]]

  init(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.split(separator: ",") }
    names = lines.first?.map(String.init) ?? []
    rows = lines.dropFirst().map { $0.compactMap { Double($0) } }
  }
}

/// An NPY file, read without any code of the program.
struct ArrayFile {
  enum Problem: Error { case malformed(String) }

  let descriptor: String
  let shape: [Int]
  let values: [Double]

  init(_ bytes: [UInt8]) throws {
    guard bytes.count >= 10, bytes[0] == 0x93, String(decoding: bytes[1..<6], as: UTF8.self) == "NUMPY",
      bytes[6] == 1, bytes[7] == 0
    else { throw Problem.malformed("magic") }
    let start = 10 + Int(bytes[8]) + 256 * Int(bytes[9])
    guard start.isMultiple(of: 64), start <= bytes.count, bytes[start - 1] == 0x0A else {
      throw Problem.malformed("header of \(start) bytes")
    }
    let header = String(decoding: bytes[10..<start], as: UTF8.self)
    let pattern = /^\{'descr': '(<f[48])', 'fortran_order': False, 'shape': \(([0-9, ]*)\), \} *\n$/
    guard let match = header.wholeMatch(of: pattern) else { throw Problem.malformed(header) }
    let kind = String(match.1)
    let extents = match.2.split(separator: ",").compactMap { Int($0.drop { $0 == " " }) }
    let size = kind == "<f4" ? 4 : 8
    guard bytes.count - start == extents.reduce(1, *) * size else { throw Problem.malformed("length \(bytes.count)") }
    values = stride(from: start, to: bytes.count, by: size).map { place in
      let bits = bytes[place..<place + size].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return size == 4 ? Double(Float(bitPattern: UInt32(bits))) : Double(bitPattern: bits)
    }
    (descriptor, shape) = (kind, extents)
  }
}

/// A formula written in doubles has not the twice as many digits that this program computes with.
let doubleTolerance = 1e-12

/// What `data` writes, column by column.
struct NamedColumns {
  private let columns: [String: [Double]]

  init(_ read: Columns) {
    columns = Dictionary(
      uniqueKeysWithValues: read.names.enumerated().map { index, name in (name, read.rows.map { $0[index] }) })
  }

  /// A whole column; empty for one that is not there.
  subscript(name: String) -> [Double] { columns[name] ?? [] }

  /// One value; none for one that is not there.
  subscript(name: String, row: Int) -> Double { self[name].indices.contains(row) ? self[name][row] : .nan }
}

func columns(_ arguments: [String]) throws -> NamedColumns {
  NamedColumns(Columns(try dataBytes(arguments)))
}

/// What transformers computes for one config.
struct Published: Decodable {
  struct Variant: Decodable {
    let inv_freq: [Double]
    let positions: [Int]
    let cos: [[Double]]
  }
  let variants: [Variant]

  static func variant(_ name: String) throws -> Variant {
    try #require(try Oracle.load("expected/\(name).json", as: Published.self).variants.first)
  }
}
