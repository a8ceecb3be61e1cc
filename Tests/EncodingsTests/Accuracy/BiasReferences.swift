import Encodings
import TestSupport

/// Comparisons of slopes, biases, buckets and relative rows.
enum BiasReferences {
  static func alibi() throws -> [Comparison] {
    struct Slopes: Decodable { let bloom, falcon_bfloat16, mpt, mpt_bias_max_16: [Double] }
    struct Rows: Decodable {
      let bloom_added_to_every_query, mpt_last_query, x_transformers_bidirectional_6x6_head0: [[Double]]
    }
    struct File: Decodable { let heads: [String: Slopes], bias_rows: [String: Rows] }
    let file = try Oracle.load("expected/alibi.json", as: File.self)
    let reference = "transformers 5.23.0"
    var bloom = Comparison("alibi, slopes (Bloom, MPT)", against: reference, allowance: "1e-6 relative")
    var falcon = Comparison("alibi, slopes in bfloat16 (Falcon)", against: reference, allowance: "1e-8 relative")
    var rows = Comparison(
      "alibi, rows of biases", against: "transformers 5.23.0, x-transformers 2.31.10", allowance: "1e-6")
    for (name, slopes) in file.heads {
      guard let heads = Int(name) else { throw Unexpected.notANumber(name) }
      let alibi = try ALiBi(heads: heads)
      bloom.compareRelative(alibi.slopes, slopes.bloom, tolerance: 1e-6)
      bloom.compareRelative(alibi.slopes, slopes.mpt, tolerance: 1e-6)
      bloom.compareRelative(try ALiBi(heads: heads, maxExponent: 16).slopes, slopes.mpt_bias_max_16, tolerance: 1e-6)
      falcon.compareRelative(
        try ALiBi(heads: heads, form: .keyPositionInBFloat16).slopes, slopes.falcon_bfloat16, tolerance: 1e-8)
    }
    for (name, expected) in file.bias_rows {
      guard let heads = Int(name) else { throw Unexpected.notANumber(name) }
      let keyPosition = try ALiBi(heads: heads, form: .keyPosition)
      let lastKey = try ALiBi(heads: heads, form: .lastKey(length: 6))
      for head in 0..<heads {
        rows.compare(
          (0..<6).map { keyPosition.bias(query: 5, key: $0, head: head) }, expected.bloom_added_to_every_query[head],
          tolerance: 1e-6)
        rows.compare(
          (0..<6).map { lastKey.bias(query: 0, key: $0, head: head) }, expected.mpt_last_query[head], tolerance: 1e-6)
      }
      let distance = try ALiBi(heads: heads)
      for query in 0..<6 {
        rows.compare(
          (0..<6).map { distance.bias(query: query, key: $0, head: 0) },
          expected.x_transformers_bidirectional_6x6_head0[query], tolerance: 1e-6)
      }
    }
    return [bloom, falcon, rows, try falconRounding()]
  }

  private static func falconRounding() throws -> Comparison {
    struct Falcon: Decodable { let n_heads: Int, head: Int, key_positions: [Int], falcon: [Double] }
    struct File: Decodable { let falcon_rw_1b_bias_is_bfloat16: Falcon }
    let expected = try Oracle.load("expected/libs.json", as: File.self).falcon_rw_1b_bias_is_bfloat16
    let alibi = try ALiBi(heads: expected.n_heads, form: .keyPositionInBFloat16)
    var comparison = Comparison("alibi, biases in bfloat16 (Falcon)", against: "transformers 5.23.0", allowance: "0")
    comparison.compare(
      expected.key_positions.map { alibi.bias(query: 0, key: $0, head: expected.head) }, expected.falcon, tolerance: 0
    )
    return comparison
  }

  static func t5() throws -> [Comparison] {
    struct Table: Decodable {
      let num_buckets, max_distance: Int
      let bidirectional: Bool
      let buckets: [Int]
    }
    struct Far: Decodable { let relative: [Int], tables: [Table] }
    struct File: Decodable { let relative_from, relative_to: Int, tables: [Table], far: Far }
    let file = try Oracle.load("expected/t5_buckets.json", as: File.self)
    var comparison = Comparison("t5, buckets", against: "transformers 5.23.0", allowance: "0")
    func compare(_ tables: [Table], at differences: [Int]) throws {
      for table in tables {
        let t5 = try T5Bias(
          buckets: table.num_buckets, maxDistance: table.max_distance, bidirectional: table.bidirectional)
        comparison.compare(differences.map(t5.bucket(ofDifference:)), table.buckets)
      }
    }
    try compare(file.tables, at: Array(file.relative_from...file.relative_to))
    try compare(file.far.tables, at: file.far.relative)
    return [comparison]
  }

  static func deberta() throws -> [Comparison] {
    struct Table: Decodable {
      let bucket_size, max_position, relative_from, relative_to: Int
      let bucket: [Int]
      let c2p_index: [Int]?
    }
    struct File: Decodable { let tables: [Table] }
    var comparison = Comparison("deberta, buckets and indices", against: "transformers 5.23.0", allowance: "0")
    for table in try Oracle.load("expected/deberta.json", as: File.self).tables {
      let deberta = try DeBERTa(buckets: table.bucket_size, maxDistance: table.max_position)
      let differences = Array(table.relative_from...table.relative_to)
      comparison.compare(differences.map(deberta.signedBucket(ofQueryMinusKey:)), table.bucket)
      if let indices = table.c2p_index {
        comparison.compare(differences.map { deberta.contentToPosition(query: $0, key: 0) }, indices)
      }
    }
    return [comparison]
  }

  static func relative() throws -> [Comparison] {
    struct Indices: Decodable { let index: [[Int]] }
    struct File: Decodable {
      let speecht5_max4, wav2vec2_bert_left3_right2, shaw_paper_k1, shaw_paper_k2, shaw_paper_k4,
        shaw_paper_k16: Indices
    }
    let file = try Oracle.load("expected/relative.json", as: File.self)
    var comparison = Comparison(
      "shaw, clipped indices", against: "transformers 5.23.0 (SpeechT5, wav2vec2-bert), equation 4", allowance: "0")
    let tables = [
      (try Shaw(left: 4, right: 3, direction: .queryMinusKey), file.speecht5_max4),
      (try Shaw(left: 3, right: 2), file.wav2vec2_bert_left3_right2),
      (try Shaw(clip: 1), file.shaw_paper_k1), (try Shaw(clip: 2), file.shaw_paper_k2),
      (try Shaw(clip: 4), file.shaw_paper_k4), (try Shaw(clip: 16), file.shaw_paper_k16),
    ]
    for (shaw, expected) in tables {
      for (query, row) in expected.index.enumerated() {
        comparison.compare(row.indices.map { shaw.bucket(ofDifference: $0 - query) }, row)
      }
    }
    return [comparison]
  }

  static func transformerXL() throws -> [Comparison] {
    struct Table: Decodable {
      let d_model, klen, clamp_len, columns_kept: Int
      let row_positions: [Int]
      let rows: [[Double]]
      let second_half_first_8: [[Double]]
    }
    struct Rows: Decodable { let tables: [Table] }
    struct File: Decodable { let transformer_xl_R: Rows }
    var positions = Comparison(
      "transformer-xl, distances of R's rows", against: "transformers 4.57.6, 5.23.0", allowance: "0")
    var values = Comparison("transformer-xl, rows of R", against: "transformers 4.57.6, 5.23.0", allowance: "1e-6")
    for table in try Oracle.load("expected/transformer_xl.json", as: File.self).transformer_xl_R.tables {
      let encoding = try TransformerXL(
        dimension: table.d_model, clampLength: table.clamp_len > 0 ? table.clamp_len : nil)
      positions.compare(encoding.rowDistances(queries: 3, keys: table.klen), table.row_positions)
      for (row, distance) in table.row_positions.enumerated() {
        let ours = encoding.row(distance: distance)
        values.compare(Array(ours[..<table.columns_kept]), table.rows[row], tolerance: 1e-6)
        let second = ours[(table.d_model / 2)...].prefix(table.second_half_first_8[row].count)
        values.compare(Array(second), table.second_half_first_8[row], tolerance: 1e-6)
      }
    }
    struct XLNet: Decodable { let row_positions: [Int], rows: [[Double]] }
    struct XLNetFile: Decodable { let xlnet_d4, xlnet_d8, xlnet_d64, xlnet_d8_uni_clamp3: XLNet }
    let file = try Oracle.load("expected/relative.json", as: XLNetFile.self)
    let tables = [
      (try TransformerXL(dimension: 4, rows: .xlnet), file.xlnet_d4),
      (try TransformerXL(dimension: 8, rows: .xlnet), file.xlnet_d8),
      (try TransformerXL(dimension: 64, rows: .xlnet), file.xlnet_d64),
      (try TransformerXL(dimension: 8, clampLength: 3, rows: .xlnetCausal), file.xlnet_d8_uni_clamp3),
    ]
    for (encoding, expected) in tables {
      positions.compare(encoding.rowDistances(queries: 3, keys: 5), expected.row_positions)
      for (distance, row) in zip(expected.row_positions, expected.rows) {
        values.compare(encoding.row(distance: distance), row, tolerance: 1e-6)
      }
    }
    return [positions, values]
  }
}
