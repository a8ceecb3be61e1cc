import Encodings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Recipe {
  /// The numbers of one row, computed as the snippet computes them: in plain doubles, without the library's exact
  /// arithmetic. `nil` where learned numbers are loaded.
  /// - Complexity: O(steps · columns).
  func row(at position: Int, keys: [Int]) -> [Double]? {
    var numbers: [String: Double] = [rowName: Double(position)]
    var columns: [String: [Double]] = [:]
    for step in steps {
      switch step.value {
      case .number(let value): numbers[step.name] = value
      case .list(let values): columns[step.name] = values
      case .count(let count): columns[step.name] = (0..<max(0, count)).map { Double($0) }
      case .keys: columns[step.name] = keys.map { Double($0) }
      case .formula(let formula):
        let names = formula.names.filter { columns[$0] != nil }
        guard let first = names.first, let count = columns[first]?.count else {
          numbers[step.name] = value(of: formula) { numbers[$0] }
          continue
        }
        columns[step.name] = (0..<count).map { index in
          value(of: formula) { name in columns[name].map { $0[index] } ?? numbers[name] }
        }
      }
    }
    switch ending {
    case .columns(let name): return columns[name]
    case .single(let name): return numbers[name].map { [$0] }
    case .pairs(let first, let second, let isInterleaved, let width, let padding):
      guard let a = columns[first], let b = columns[second] else { return nil }
      let both = isInterleaved ? zip(a, b).flatMap { [$0, $1] } : a + b
      return both.prefix(width) + [Double](repeating: 0, count: padding)
    case .turned(let turn):
      guard let cosine = columns["cos"], let sine = columns["sin"] else { return nil }
      let both = turn.writesNeighbours ? zip(cosine, sine).flatMap { [$0, $1] } : cosine + sine
      return both + [Double](repeating: 0, count: turn.dimension - turn.rotaryDimension)
    case .rows, .gathered: return nil
    }
  }

  private func value(of formula: Term, _ named: (String) -> Double?) -> Double {
    func at(_ part: Term) -> Double { value(of: part, named) }
    switch formula {
    case .number(let value): return value
    case .pi: return .pi
    case .name(let name): return named(name) ?? .nan
    case .negative(let a): return -at(a)
    case .binary(let sign, let a, let b):
      let (a, b) = (at(a), at(b))
      switch sign {
      case .plus: return a + b
      case .minus: return a - b
      case .times: return a * b
      case .over: return a / b
      case .power: return pow(a, b)
      }
    case .call(let function, let a): return value(of: function, at(a))
    case .least(let a, let b): return min(at(a), at(b))
    case .greatest(let a, let b): return max(at(a), at(b))
    case .choice(let comparison, let a, let b, let then, let otherwise):
      let (a, b) = (at(a), at(b))
      let holds =
        switch comparison {
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .equal: a == b
        }
      return at(holds ? then : otherwise)
    }
  }

  private func value(of function: Term.Function, _ x: Double) -> Double {
    switch function {
    case .cos: cos(x)
    case .sin: sin(x)
    case .log: log(x)
    case .log1p: log1p(x)
    case .abs: abs(x)
    case .floor: x.rounded(.down)
    case .ceil: x.rounded(.up)
    case .sign: x > 0 ? 1 : x < 0 ? -1 : 0
    case .bfloat16: FloatFormat.bfloat16.rounded(x)
    case .network:
      network.map { network in
        network.outputBias
          + network.inputWeights.indices.reduce(0) { sum, unit in
            sum + network.outputWeights[unit]
              * max(network.inputWeights[unit] * x + network.hiddenBiases[unit], 0)
          }
      } ?? .nan
    }
  }
}
