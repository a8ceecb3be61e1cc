import Encodings
import Export

/// Kinds that follow from frequencies.
extension KindTables {
  func frequencies() throws(DataComplaint) -> NumberTable {
    let spectrum = try spectrum()
    return NumberTable(
      axes: [pairAxis(spectrum.pairCount)],
      parts: [
        NumberTable.Part(key: "inv_freq") { spectrum[$0].radians },
        NumberTable.Part(key: "wavelength", isAside: true) { spectrum[$0].wavelength },
      ])
  }

  func angles() throws(DataComplaint) -> NumberTable {
    let frequencies = try spectrum().inverseFrequencies
    let positions = request.positions
    return NumberTable(
      axes: [positionAxis],
      parts: [
        NumberTable.Part(key: "angles", columns: columnNames("angle_", frequencies.count)) { row in
          frequencies.map { $0.angle(at: positions[row]) }
        }
      ])
  }

  func cosinesAndSines() throws(DataComplaint) -> NumberTable {
    let spectrum = try spectrum()
    if case .xPos(let xPos) = encoding { return damped(xPos) }
    return NumberTable(
      axes: [positionAxis],
      parts: [
        part("cos", columnNames("cos_", spectrum.pairCount)) { PhaseRows.cosines(of: spectrum, step: $0) },
        part("sin", columnNames("sin_", spectrum.pairCount)) { PhaseRows.sines(of: spectrum, step: $0) },
      ])
  }

  /// The cosines and sines that xPos multiplies queries by, and the scales that are in them.
  private func damped(_ xPos: XPos) -> NumberTable {
    let (positions, rotary) = (request.positions, xPos.rotary)
    let pairs = rotary.spectrum.pairCount
    func scales(_ position: Int) -> [Double] { (0..<pairs).map { xPos.scale(ofPair: $0, over: position) } }
    return NumberTable(
      axes: [positionAxis],
      parts: [
        NumberTable.Part(key: "cos", columns: columnNames("cos_", pairs)) { row in
          zip(rotary.cosines(at: positions[row]), scales(positions[row])).map { $0 * $1 }
        },
        NumberTable.Part(key: "sin", columns: columnNames("sin_", pairs)) { row in
          zip(rotary.sines(at: positions[row]), scales(positions[row])).map { $0 * $1 }
        },
      ])
  }

  /// A part whose rows a bulk kernel writes, straight into the block.
  func part(_ key: String, _ columns: [String], _ rows: (_ step: Int) -> PhaseRows) -> NumberTable.Part {
    switch request.positions.form {
    case .stepped(let start, _, let step):
      let rows = rows(step)
      return NumberTable.Part(
        key: key, columns: columns, fill: { rows.write(from: start + $0 * step, to: $1) },
        fillSingle: { rows.write(from: start + $0 * step, to: $1) })
    case .listed(let positions):
      let rows = rows(1)
      let width = max(1, columns.count)
      return NumberTable.Part(
        key: key, columns: columns,
        fill: { first, buffer in
          for index in 0..<buffer.count / width {
            rows.write(
              from: positions[first + index],
              to: UnsafeMutableBufferPointer(rebasing: buffer[(index * width)..<((index + 1) * width)]))
          }
        })
    }
  }

  func rotated() throws(DataComplaint) -> NumberTable {
    guard let rotary = encoding.rotary else { throw nothing }
    let encoding = encoding
    let (vector, positions) = (request.vector, request.positions)
    guard vector.count == rotary.dimension else {
      throw .vectorCount(vector.count, needed: rotary.dimension)
    }
    return NumberTable(
      axes: [positionAxis],
      parts: [
        NumberTable.Part(key: "vectors", columns: columnNames("", vector.count)) {
          encoding.placedQuery(vector, at: positions[$0])
        }
      ])
  }

  func decay() throws(DataComplaint) -> NumberTable {
    guard let decay = Decay(encoding: encoding) else { throw nothing }
    let distances = request.distances
    return NumberTable(
      axes: [distanceAxis],
      parts: [
        NumberTable.Part(key: "decay") { decay.score(atDistance: distances[$0]) },
        NumberTable.Part(key: "bound") { decay.bound(atDistance: distances[$0]) },
      ])
  }

  func precision() throws(DataComplaint) -> NumberTable {
    let lowered = try lowered()
    let positions = request.positions
    func part(_ key: String, _ prefix: String, _ value: @escaping (Int, Int) -> Double) -> NumberTable.Part {
      NumberTable.Part(key: key, columns: columnNames(prefix, lowered.pairCount)) { row in
        (0..<lowered.pairCount).map { value($0, positions[row]) }
      }
    }
    return NumberTable(
      axes: [positionAxis],
      parts: [
        NumberTable.Part(key: "stored", isAside: true) { lowered.storedPosition(positions[$0]) },
        part("cos", "cos_") { lowered.cosine(ofPair: $0, position: $1) },
        part("sin", "sin_") { lowered.sine(ofPair: $0, position: $1) },
        part("precision", "error_") { lowered.cosineError(ofPair: $0, position: $1) },
      ],
      facts: [("dtype", .text(lowered.format.rawValue)), ("cast", .text(lowered.cast.rawValue))])
  }

  /// The encoding in the number format asked for: with PyTorch's own float32 frequencies where it has a plain ladder.
  private func lowered() throws(DataComplaint) -> LowPrecision {
    _ = try spectrum()
    guard let lowered = LowPrecision(encoding: encoding, format: request.floatFormat, cast: request.cast) else {
      throw nothing
    }
    return lowered
  }
}
