import Checkpoints
import Encodings
@testable import Explorer

/// One of every kind of value that becomes a sentence. Each leads to the next in a switch without a default, so that a
/// new case does not compile until it has its place here.
enum Specimens {
  /// All of a chain, from its first.
  static func all<Value>(from first: Value, _ next: @escaping (Value) -> Value?) -> [Value] {
    Array(sequence(first: first, next: next))
  }

  static let checkpointProblems = all(from: CheckpointError.Problem.noSuchFile) { problem in
    switch problem {
    case .noSuchFile: .notReadable(errno: 13)
    case .notReadable: .notAFile(.folder)
    case .notAFile: .nothingInFolder(lookedFor: ["config.json"])
    case .nothingInFolder: .unknownSource(nearest: ["gpt2"])
    case .unknownSource: .tooLarge(bytes: 2, limit: 1)
    case .tooLarge: .empty
    case .empty: .changedWhileReading
    case .changedWhileReading: .unknownFormat(known: ["json"])
    case .unknownFormat: .syntax(.unexpectedEnd)
    case .syntax: .tooDeep(limit: 9)
    case .tooDeep: .wrongKind(found: .text, expected: .number)
    case .wrongKind: .notWhole(0.5)
    case .notWhole: .notFinite(.infinity)
    case .notFinite: .outOfRange(value: 9, atLeast: 0, atMost: 1)
    case .outOfRange: .invalid(InvalidParameter(name: .factor, value: 0.5, rule: .atLeast(1)), suggestion: 2)
    case .invalid: .missing(otherSpellings: ["n_embd"])
    case .missing: .unknownName(found: "yarm", nearest: "yarn", known: ["yarn"])
    case .unknownName: .wrongCount(found: 3, expected: 4)
    case .wrongCount: .doesNotDivide(width: 100, heads: 7)
    case .doesNotDivide: .noScheme(modelType: "mamba", architectures: ["Mamba"])
    case .noScheme: .truncated(bytes: 1, needed: 2)
    case .truncated: .badMagic
    case .badMagic: .unknownVersion(major: 9, minor: 0)
    case .unknownVersion: .headerTooLarge(bytes: 2, limit: 1)
    case .headerTooLarge: .badHeader(entry: "shape")
    case .badHeader: .badOffsets(begin: 4, end: 2, dataBytes: 9)
    case .badOffsets: .overlaps(with: "wte")
    case .overlaps: .wrongSize(bytes: 1, needed: 2)
    case .wrongSize: .badShape([2, 3, 4])
    case .badShape: .unsupportedType("int8")
    case .unsupportedType: .noPositionTable(nearest: ["wte"])
    case .noPositionTable: .notFiniteInTable(row: 1, column: 2)
    case .notFiniteInTable: .badShardName("../x")
    case .badShardName: nil
    }
  }

  static let syntaxProblems = all(from: CheckpointError.SyntaxProblem.unexpectedEnd) { problem in
    switch problem {
    case .unexpectedEnd: .unexpected("x")
    case .unexpected: .expected(":")
    case .expected: .badEscape
    case .badEscape: .badNumber
    case .badNumber: .notUTF8
    case .notUTF8: nil
    }
  }

  static let rules = all(from: InvalidParameter.Rule.finite) { rule in
    switch rule {
    case .finite: .positive
    case .positive: .notNegative
    case .notNegative: .even
    case .even: .atLeast(1)
    case .atLeast: .atMost(2)
    case .atMost: .moreThan(3)
    case .moreThan: .greaterThan(.base)
    case .greaterThan: .noMoreThan(.length)
    case .noMoreThan: .count(4)
    case .count: .sum(64)
    case .sum: .divides(.dimension, 64)
    case .divides: .within(rows: 512)
    case .within: nil
    }
  }

  static let complaints = all(
    from: EncodingComplaint.invalid(InvalidParameter(name: .dimension, value: 63, rule: .even))
  ) { complaint in
    switch complaint {
    case .invalid: .scalingOfSinusoids
    case .scalingOfSinusoids: .ladderOfRotary
    case .ladderOfRotary: .noSuchPart(.alibi, name: "gamma", schemes: [.xpos])
    case .noSuchPart(_, "gamma", _): .noSuchPart(.rope, name: "heads", schemes: [.alibi, .kerple])
    case .noSuchPart: .needsModel(.learned)
    case .needsModel: .unknownScaling("yarm")
    case .unknownScaling: .shareOfNothing
    case .shareOfNothing: .scalingHasNo(scaling: "none", parameter: "factor")
    case .scalingHasNo("none", _): .scalingHasNo(scaling: "ntk", parameter: "beta_fast")
    case .scalingHasNo: .scalingNeeds(scaling: "yarn", parameter: "factor")
    case .scalingNeeds(_, "factor"): .scalingNeeds(scaling: "longrope", parameter: "short_factor")
    case .scalingNeeds: nil
    }
  }
}
