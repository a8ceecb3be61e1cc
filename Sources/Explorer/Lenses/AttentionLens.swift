import Encodings
import Screen

/// softmax(QKᵀ/√d + bias) of a sentence: who attends to whom. Beside it, as far as there is room, two orders of the same
/// words, and what other layers mix.
struct AttentionLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let sentence = scene.sentence ?? .example(in: language)
    for (face, part) in Self.parts(of: scene.face, in: area) {
      switch face {
      case .matrix: drawMatrix(scene, sentence, in: &frame, part, look, language)
      case .order: AttentionOrder(sentence: sentence).draw(scene, in: &frame, part, look, language)
      case .mixing: AttentionMixing(sentence: sentence).draw(scene, in: &frame, part, look, language)
      }
    }
  }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?
  {
    let sentence = scene.sentence ?? .example(in: language)
    let parts = Self.parts(of: scene.face, in: area)
    guard let (face, part) = parts.first(where: { $0.area.contains(row: place.row, column: place.column) }) else {
      return nil
    }
    return switch face {
    case .matrix: matrixTarget(at: place, scene, sentence, in: part, language)
    case .order: AttentionOrder(sentence: sentence).target(at: place, of: scene, in: part, language)
    case .mixing: AttentionMixing(sentence: sentence).target(at: place, of: scene, in: part, language)
    }
  }

  /// What is shown of a face, and where: under the matrix, as far as there is room, order and mixing as well.
  private static func parts(
    of face: Scene.AttentionFace, in area: Area
  ) -> [(face: Scene.AttentionFace, area: Area)] {
    guard face == .matrix, area.rows >= 30 else { return [(face, area)] }
    let hasMixing = area.rows >= 44
    let (top, rest) = area.splitRows(area.rows * (hasMixing ? 2 : 5) / (hasMixing ? 5 : 9))
    let (middle, bottom) = rest.splitRows(hasMixing ? rest.rows * 11 / 20 : rest.rows)
    return [(.matrix, top), (.order, middle)] + (hasMixing ? [(.mixing, bottom)] : [])
  }

  /// The cells of the matrix in its pane: heading, colour bar and check take a row each.
  private static func cells(in area: Area) -> Area { area.inset(top: 1, left: 1, bottom: 2, right: 1) }

  /// The token that asks and the one asked, and the weight between them.
  private func matrixTarget(
    at place: Place, _ scene: Scene, _ sentence: Sentence, in area: Area, _ language: Language
  ) -> Target? {
    let inner = Self.cells(in: area)
    guard let matrix = try? Matrix(scene, sentence, in: inner),
      let (row, column) = matrix.grid(of: sentence.tokens).value(at: place, in: inner)
    else { return nil }
    let (query, key) = (matrix.rows.lowerBound + row, matrix.columns.lowerBound + column)
    let weight = matrix.shown[row][column]
    return Target(
      from: query, to: key, of: sentence.tokens,
      reading: weight.map { Numerals.fixed($0, decimals: 4) } ?? language("not seen", "看不到"))
  }

  private func drawMatrix(
    _ scene: Scene, _ sentence: Sentence, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language
  ) {
    let tokens = sentence.tokens
    let matrix: Matrix
    let inner = Self.cells(in: area)
    do throws(SentenceAttention.Obstacle) {
      matrix = try Matrix(scene, sentence, in: inner)
    } catch {
      return PaneFrame.excuse(
        language("attention", "注意力"), language.sentence(for: error, scene.encoding.scheme), in: &frame, area, look,
        language)
    }
    let (query, key) = (matrix.query, matrix.key)
    let pane = PaneFrame(
      heading: Self.heading(tokens, query, key, matrix.row[key], language), detail: Self.detail(scene, language),
      shorterDetails: [Self.direction(scene, language)],
      check: check(matrix.attention, matrix.weights, query, sentence, language))
    let inside = pane.draw(in: &frame, area, look, language)
    guard !matrix.rows.isEmpty, !matrix.columns.isEmpty else { return }
    var grid = matrix.grid(of: tokens)
    grid.spot = scene.spot(in: .attention)?.moved(
      rows: -matrix.rows.lowerBound, columns: -matrix.columns.lowerBound)
    grid.draw(in: &frame, inner, look)
    ColorBar(bounds: grid.bounds, kind: .sequential).draw(
      in: &frame, row: inside.endRow - 1, area: inside, look, on: .panel)
  }

  /// The weights of a sentence's tokens, as many as an area has room for, about those looked at.
  private struct Matrix {
    let attention: SentenceAttention
    /// The token that asks, and the one asked.
    let query: Int
    let key: Int
    /// The tokens shown.
    let rows: Range<Int>
    let columns: Range<Int>
    /// Those of the rows shown, or of the token that asks where none is. Shape (rows, tokens).
    let weights: [[Double]]

    init(_ scene: Scene, _ sentence: Sentence, in area: Area) throws(SentenceAttention.Obstacle) {
      let tokens = sentence.tokens
      attention = try SentenceAttention(tokens, scene)
      guard attention.mostQueries > 0 else {
        throw .tooMuch(tokens: tokens.count, features: attention.inputs.first?.count ?? 0)
      }
      let room = TokenGrid.room(in: area, labels: tokens)
      (query, key) = (min(scene.position, tokens.count - 1), min(scene.secondPosition, tokens.count - 1))
      rows = AttentionLens.window(of: min(room.rows, attention.mostQueries), about: query, count: tokens.count)
      columns = AttentionLens.window(of: room.columns, about: key, count: tokens.count)
      weights = attention.attention(of: rows.isEmpty ? query..<(query + 1) : rows).weights
    }

    /// The weights of the token that asks.
    var row: [Double] { weights[rows.isEmpty ? 0 : query - rows.lowerBound] }

    /// The weights shown; `nil` where a token does not see the other.
    var shown: [[Double?]] {
      zip(rows, weights).map { row, line in columns.map { attention.isCausal && $0 > row ? nil : line[$0] } }
    }

    /// The weights shown, with their tokens.
    func grid(of tokens: [String]) -> TokenGrid {
      let shown = shown
      return TokenGrid(
        values: shown, rowLabels: Array(tokens[rows]), columnLabels: Array(tokens[columns]),
        bounds: 0...max(1e-9, shown.joined().compactMap(\.self).max() ?? 1),
        mark: (query - rows.lowerBound, key - columns.lowerBound))
    }
  }

  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account {
    let sentence = scene.sentence ?? .example(in: language)
    switch scene.face {
    case .order: return AttentionOrder(sentence: sentence).account(of: scene, language)
    case .mixing: return AttentionMixing(sentence: sentence).account(of: scene, language)
    case .matrix: break
    }
    let tokens = sentence.tokens
    do throws(SentenceAttention.Obstacle) {
      let matrix = try Matrix(scene, sentence, in: Self.cells(in: area))
      let (row, query, key) = (matrix.row, matrix.query, matrix.key)
      let most = row.indices.max { row[$0] < row[$1] } ?? 0
      func token(_ index: Int) -> String { language("«\(visible(tokens[index]))»", "“\(visible(tokens[index]))”") }
      func four(_ value: Double) -> String { Numerals.fixed(value, decimals: 4) }
      return Account(
        language(
          "\(token(query)), token \(query) of 0 … \(tokens.count - 1), gives \(four(row[key])) of its attention to "
            + "\(token(key)), token \(key); \(Self.detail(scene, language)).",
          "词元 0 … \(tokens.count - 1) 中，词元 \(query)\(token(query))把 \(four(row[key])) 的注意力给词元 \(key)\(token(key))；"
            + "\(Self.detail(scene, language))。"),
        language(
          "Its weights sum to \(four(row.reduce(0, +))); most, \(four(row[most])), lies on \(token(most)), token \(most).",
          "其权重之和为 \(four(row.reduce(0, +)))；最大的 \(four(row[most])) 落在词元 \(most)\(token(most))。"),
        check: check(matrix.attention, matrix.weights, query, sentence, language))
    } catch {
      return Account(language.sentence(for: error, scene.encoding.scheme))
    }
  }

  /// So many places about one of them, held to those there are.
  static func window(of length: Int, about place: Int, count: Int) -> Range<Int> {
    let length = min(max(0, length), count)
    let start = min(max(0, place - length / 2), count - length)
    return start..<(start + length)
  }

  /// «attention   cat → mouse  0.2134», the tokens cut where they are long.
  private static func heading(
    _ tokens: [String], _ query: Int, _ key: Int, _ weight: Double, _ language: Language
  ) -> String {
    language("attention", "注意力") + "   \(shortened(tokens[query], columns: 16)) → "
      + "\(shortened(tokens[key], columns: 16))  \(Numerals.fixed(weight, decimals: 4))"
  }

  private static func detail(_ scene: Scene, _ language: Language) -> String {
    let heads = scene.encoding.headCount
    let head =
      heads > 1 ? language("head \(scene.head) of 0 … \(heads - 1) · ", "头 \(scene.head)（0 … \(heads - 1)） · ") : ""
    return head + scene.encoding.scheme.rawValue + " · " + direction(scene, language)
  }

  private static func direction(_ scene: Scene, _ language: Language) -> String {
    scene.isCausal ? language("causal", "因果") : language("both ways", "双向")
  }

  /// Rows of weights sum to 1; without positions and mask, the output of the query at the mark is also the same to the
  /// last bit wherever its token stands in the sentence reversed.
  private func check(
    _ attention: SentenceAttention, _ weights: [[Double]], _ query: Int, _ sentence: Sentence, _ language: Language
  ) -> PaneFrame.Check {
    let rows = SentenceAttention.rowResidual(weights)
    guard attention.encoding == .none, !attention.isCausal else {
      return .init(identity: "max |Σⱼ wᵢⱼ − 1|", residual: rows, limit: 1e-12)
    }
    let reversed = Array(attention.inputs.reversed())
    let place = reversed.count - 1 - query
    let mirrored = Attention(
      queries: reversed, keys: reversed, values: reversed, encoding: .none, asked: place..<(place + 1)
    ).outputs
    let here = attention.outputs(of: query..<(query + 1)).outputs
    let moved = zip(mirrored.joined(), here.joined()).map { abs($0 - $1) }.max() ?? 0
    return .init(
      identity: language(
        "max |Σⱼ wᵢⱼ − 1|, |outᵢ − outᵢ of the reversed sentence|", "max |Σⱼ wᵢⱼ − 1|, |outᵢ − 句子倒序后的 outᵢ|"),
      short: "max |Σⱼ wᵢⱼ − 1|, |Δoutᵢ|", residual: max(rows, moved), limit: 1e-12)
  }
}

extension Target {
  /// Two tokens, and what is read of them: «cat → mouse  0.2134», the tokens cut where they are long.
  init(from query: Int, to key: Int, of tokens: [String], in name: String? = nil, reading: String) {
    let lead = name.map { "\($0)   " } ?? ""
    self.init(
      reading: lead + "\(shortened(tokens[query], columns: 16)) → \(shortened(tokens[key], columns: 16))  \(reading)",
      position: query, secondPosition: key)
  }
}
