import Checkpoints
import Encodings
import Explorer
import Export

/// Makes the table of one kind of data for one encoding.
struct KindTables {
  let encoding: Encoding
  /// The model's group, where there is a model.
  let group: LayerGroup?
  /// What a view would show of it.
  let scene: Scene
  let request: DataRequest

  /// The table of the kind that was asked for.
  func table() throws(DataComplaint) -> NumberTable {
    switch request.kind {
    case .frequencies: try frequencies()
    case .angles: try angles()
    case .cosSin: try cosinesAndSines()
    case .table: try vectors()
    case .rotate: try rotated()
    case .slopes: try slopes()
    case .bias: try bias()
    case .buckets: try buckets()
    case .similarity: try similarity()
    case .decay: try decay()
    case .attention: try attention()
    case .precision: try precision()
    case .dials: try dials()
    case .digits: try digits()
    case .reach: try reach()
    case .pipeline: try pipeline()
    case .formula: try formula()
    case .compare: try comparison()
    case .divergence: try divergence()
    case .mixing: try mixing()
    case .pooled: try pooled()
    }
  }

  /// The spectrum of an encoding that has one.
  func spectrum() throws(DataComplaint) -> Spectrum {
    guard let spectrum = encoding.spectrum else { throw nothing }
    return spectrum
  }

  /// That the scheme has nothing of the kind.
  var nothing: DataComplaint { .hasNone(request.kind, encoding.scheme) }

  /// The positions asked for as an axis.
  var positionAxis: NumberTable.Axis {
    let positions = request.positions
    return NumberTable.Axis(key: "positions", column: "position", count: positions.count) { Double(positions[$0]) }
  }

  /// The distances asked for as an axis.
  var distanceAxis: NumberTable.Axis {
    let distances = request.distances
    return NumberTable.Axis(key: "distances", column: "distance", count: distances.count) { Double(distances[$0]) }
  }

  /// Every pair as an axis.
  func pairAxis(_ count: Int) -> NumberTable.Axis {
    NumberTable.Axis(key: "pairs", column: "pair", count: count) { Double($0) }
  }

  /// The most positions that may stand side by side.
  static let mostColumns = 1 << 20

  /// The positions asked for, where each is a row and a column.
  func positionsAsColumns() throws(DataComplaint) -> [Int] {
    let positions = request.positions
    guard positions.count <= Self.mostColumns else {
      throw .tooManyColumns(request.kind, limit: Self.mostColumns)
    }
    return (0..<positions.count).map { positions[$0] }
  }

  /// Refuses positions past the end of a scheme that has one.
  func checkEnd() throws(DataComplaint) {
    if let count = encoding.positionCount, let last = request.positions.greatest, last >= count {
      throw .pastTheEnd(position: last, count: count)
    }
  }
}

/// Names of columns: «cos_0», «cos_1» …
func columnNames(_ prefix: String, _ count: Int) -> [String] { (0..<count).map { "\(prefix)\($0)" } }
