/// How an encoding's numbers come about, step by step: what a snippet writes and what its check evaluates.
///
/// First what holds for all rows, then what holds for one: a position, or the query of a bias.
struct Recipe: Hashable, Sendable {
  /// One step.
  struct Step: Hashable, Sendable {
    let name: String
    let value: Value
    var english = ""
    var chinese = ""
  }

  /// What a step defines.
  enum Value: Hashable, Sendable {
    /// A number.
    case number(Double)
    /// Numbers by column, given.
    case list([Double])
    /// 0 ..< n by column: pairs, features, heads.
    case count(Int)
    /// The keys by column: as many as there are positions.
    case keys
    /// Computed from steps before.
    case formula(Term)
  }

  /// How the rows of the result are put together.
  enum Ending: Hashable, Sendable {
    /// The last step by column.
    case columns(String)
    /// A single number a row.
    case single(String)
    /// One number out of many: the head's share of a step before.
    case pairs(first: String, second: String, isInterleaved: Bool, width: Int, padding: Int)
    /// (1, 0) of each pair turned by the steps «cos» and «sin».
    case turned(layout: Turn)
    /// Rows of a stored table.
    case rows(StoredTable, offset: Int)
    /// The learned numbers of one head, by bucket.
    case gathered(StoredTable, bucket: String, head: Int)
  }

  /// How a head's features are paired and turned.
  struct Turn: Hashable, Sendable {
    let dimension: Int
    let rotaryDimension: Int
    let readsNeighbours: Bool
    let writesNeighbours: Bool
    var pairs: Int { rotaryDimension / 2 }
  }

  /// Where learned numbers are stored.
  struct StoredTable: Hashable, Sendable {
    /// The file.
    let path: String
    /// The tensor in it; empty for a file that holds one array.
    let tensor: String
  }

  /// What is needed before: definitions that a dialect has to write out.
  struct Network: Hashable, Sendable {
    let inputWeights: [Double]
    let hiddenBiases: [Double]
    let outputWeights: [Double]
    let outputBias: Double
  }

  /// What the rows are called: «p» for positions, «q» for queries.
  var rowName = "p"
  /// What holds for all rows.
  var shared: [Step] = []
  /// What holds for one row.
  var inRow: [Step] = []
  /// How a row ends.
  var ending: Ending
  /// What the result is called.
  var result: String
  /// FIRE's learned function, for one head.
  var network: Network?

  /// Steps in their order.
  var steps: [Step] { shared + inRow }

  /// Names of the steps whose numbers differ by column.
  var columnNames: Set<String> {
    var found: Set<String> = []
    for step in steps {
      switch step.value {
      case .number: break
      case .list, .count, .keys: found.insert(step.name)
      case .formula(let formula): if formula.names.contains(where: found.contains) { found.insert(step.name) }
      }
    }
    return found
  }

  /// The functions that the steps use.
  var functions: Set<Term.Function> {
    steps.reduce(into: []) { found, step in
      if case .formula(let formula) = step.value { found.formUnion(formula.functions) }
    }
  }
}
