import Encodings
import Explorer
import Export

/// Kinds that hold what one view draws: the view's own model makes the numbers.
extension KindTables {
  func dials() throws(DataComplaint) -> NumberTable {
    let spectrum = try spectrum()
    let trained = scene.trainedSpectrum ?? spectrum
    let positions = request.positions
    let count = max(1, spectrum.pairCount)
    func part(_ key: String, _ value: @escaping (_ pair: Int, _ position: Int) -> Double) -> NumberTable.Part {
      NumberTable.Part(key: key) { value($0 % count, positions[$0 / count]) }
    }
    return NumberTable(
      axes: [positionAxis, pairAxis(spectrum.pairCount)],
      parts: [
        part("angle_rad") { spectrum[$0].phase(at: $1).radians },
        part("turns") { spectrum[$0].turns(at: $1) },
        part("trained_turns") { pair, _ in scene.trainedTurns(of: trained[pair]) },
      ],
      facts: [("trained_length", .whole(scene.trainedLength))])
  }

  func digits() throws(DataComplaint) -> NumberTable {
    guard let digits = PositionDigits(of: encoding) else { throw nothing }
    let positions = request.positions
    return NumberTable(
      axes: [positionAxis],
      parts: [
        NumberTable.Part(key: "digits", columns: columnNames("digit_", digits.count)) { row in
          digits.digits(of: positions[row])
        }
      ], facts: [("beta", .number(digits.radix))])
  }

  /// A column an extension in each part.
  func reach() throws(DataComplaint) -> NumberTable {
    guard let reach = scene.reach, !reach.methods.isEmpty else { throw nothing }
    let names = reach.methods.map(\.scaling.name)
    func part(_ key: String, _ value: @escaping (Reach.Method, Int) -> Double) -> NumberTable.Part {
      NumberTable.Part(key: key, columns: names.map { "\(key)_\($0)" }) { pair in
        reach.methods.map { value($0, pair) }
      }
    }
    return NumberTable(
      axes: [pairAxis(reach.plain.pairCount)],
      parts: [
        part("wavelength") { $0.spectrum[$1].wavelength },
        part("first_unseen_position") { $0.firstUnseen[$1].map(Double.init) ?? .nan },
        part("unseen_share") { $0.unseenArc[$1] },
        part("crowding") { $0.crowding[$1] },
      ],
      facts: [
        ("methods", .list(names.map { .text($0) })), ("trained_length", .whole(reach.trainedLength)),
        ("target_length", .whole(reach.targetLength)),
      ])
  }

  func pipeline() throws(DataComplaint) -> NumberTable {
    guard let first = Pipeline(scene, request.scene.sentence) else { throw nothing }
    let positions = request.positions
    let count = max(1, first.rotary.spectrum.pairCount)
    let columns =
      ["query", "key"].flatMap { side in
        ["embedding_0", "embedding_1", "projected_0", "projected_1", "angle_rad", "rotated_0", "rotated_1"]
          .map { "\(side)_\($0)" }
      } + ["score_pair", "score", "score_shifted"]
    var made: (position: Int, pipeline: Pipeline)?
    let part = NumberTable.Part(key: "pipeline", columns: columns) { row in
      let position = positions[row / count]
      // All features are turned once a position, and seen at one pair after another.
      if made?.position != position {
        var scene = scene
        scene.position = position
        made = Pipeline(scene, request.scene.sentence).map { (position, $0) }
      }
      return made.map { Self.numbers(of: $0.pipeline.at(pair: row % count)) } ?? []
    }
    return NumberTable(
      axes: [positionAxis, pairAxis(first.rotary.spectrum.pairCount)], parts: [part],
      facts: [
        ("second", .whole(scene.secondPosition)), ("shift", .whole(scene.shift)),
        ("query_token", .text(first.queryToken)), ("key_token", .text(first.keyToken)),
        ("columns", .list(columns.map { .text($0) })),
      ])
  }

  private static func numbers(of pipeline: Pipeline) -> [Double] {
    let (embeddings, projections, turned) = (pipeline.embeddings, pipeline.projections, pipeline.turned)
    let phases = pipeline.phases
    func side(_ embedding: Pipeline.Pair, _ projection: Pipeline.Pair, _ phase: Phase, _ turned: Pipeline.Pair)
      -> [Double]
    {
      [
        embedding.first, embedding.second, projection.first, projection.second, phase.radians, turned.first,
        turned.second,
      ]
    }
    return side(embeddings.query, projections.query, phases.query, turned.query)
      + side(embeddings.key, projections.key, phases.key, turned.key)
      + [pipeline.share, pipeline.score, pipeline.shiftedScore]
  }

  func formula() throws(DataComplaint) -> NumberTable {
    // T5's buckets are worked out without its learned values; a table's rows are not.
    if encoding.isWithoutValues { try checkValues() }
    try checkEnd()
    _ = try head()
    let (positions, scene) = (request.positions, scene)
    func derivation(at position: Int) -> Derivation {
      var scene = scene
      scene.position = position
      return scene.derivation(.english)
    }
    // Of which numbers a row has does not depend on the position.
    let names = derivation(at: positions.count > 0 ? positions[0] : 0).numbers.map(\.name)
    guard !names.isEmpty else { throw nothing }
    let columns = names + ["residual"]
    return NumberTable(
      axes: [positionAxis],
      parts: [
        NumberTable.Part(key: "formula", columns: columns) { row in
          let derivation = derivation(at: positions[row])
          return derivation.numbers.map(\.value) + [derivation.residual ?? .nan]
        }
      ],
      facts: [
        ("pair", .whole(scene.pair)), ("second", .whole(scene.secondPosition)), ("head", .whole(scene.head)),
        ("columns", .list(columns.map { .text($0) })),
      ])
  }
}
