import Encodings
import Screen

extension Scene {
  /// T5's bucket: the distance itself, then its logarithm.
  func derivation(of t5: T5Bias, _ language: Language) -> Derivation {
    let difference = secondPosition - position
    let half = t5.bidirectional ? t5.bucketCount / 2 : t5.bucketCount
    let offset = t5.bidirectional && difference > 0 ? half : 0
    let distance = t5.bidirectional ? abs(difference) : max(0, -difference)
    let (exact, bucket) = (half / 2, t5.bucket(ofDifference: difference))
    var steps = distanceSteps(difference, distance: distance, language)
    let lead = offset > 0 ? "\(offset) + " : ""
    var residual = 0.0
    if distance < exact {
      steps += Derivation.chain(
        language("bucket", "桶"), ["\(lead)a    (a < \(exact))", "\(lead)\(distance)", "\(bucket)"])
      residual = abs(Double(bucket - offset - distance))
    } else {
      let ratio =
        Hand.logarithm(Double(distance) / Double(exact)) / Hand.logarithm(Double(t5.maxDistance) / Double(exact))
      steps += Derivation.chain(
        language("bucket", "桶"),
        [
          "\(lead)m + ⌊ln(a/m) / ln(M/m)·(n − m)⌋, ≤ n − 1",
          "\(lead)\(exact) + ⌊ln(\(distance)/\(exact)) / ln(\(t5.maxDistance)/\(exact))·\(half - exact)⌋",
          "\(lead)\(exact) + ⌊\(Derivation.eight(ratio * Double(half - exact)))⌋", "\(bucket)",
        ])
      residual = outside(distance, bucket: bucket - offset, exact: exact, of: half, longest: t5.maxDistance)
    }
    var numbers = [("key_minus_query", Double(difference)), ("bucket", Double(bucket))]
    if t5.biases.indices.contains(head) {
      let bias = t5.bias(query: position, key: secondPosition, head: head)
      numbers.append(("bias", bias))
      steps += Derivation.chain(
        "b(q, k)",
        ["B[\(head), \(bucket)]", Derivation.eight(bias)])
    }
    return bucketTable(
      steps, numbers, identity: language("distance outside its bucket", "距离超出所在桶"), residual: residual, t5)
  }

  /// How far a distance lies outside m·(M/m)^((b−m)/(n−m)) … the next: the inverse of the bucket's formula.
  private func outside(_ distance: Int, bucket: Int, exact: Int, of count: Int, longest: Int) -> Double {
    func edge(_ bucket: Int) -> Double {
      let share = Double(bucket - exact) / Double(count - exact)
      return Double(exact) * Hand.power(Double(longest) / Double(exact), share)
    }
    let below = edge(bucket) * (1 - 1e-12) - Double(distance)
    let above = bucket == count - 1 ? 0 : Double(distance) - edge(bucket + 1) * (1 + 1e-12)
    return max(0, below, above)
  }

  /// Shaw's clip.
  func derivation(of shaw: Shaw) -> Derivation {
    let difference = secondPosition - position
    let isForward = shaw.direction == .keyMinusQuery
    let counted = isForward ? difference : -difference
    let bucket = shaw.bucket(ofDifference: difference)
    let (letters, numbers) =
      isForward ? ("k − q", "\(secondPosition) − \(position)") : ("q − k", "\(position) − \(secondPosition)")
    let steps = Derivation.chain(
      "index(q, k)",
      [
        "clip(\(letters), −\(shaw.left), \(shaw.right)) + \(shaw.left)",
        "clip(\(numbers), −\(shaw.left), \(shaw.right)) + \(shaw.left)",
        "clip(\(Derivation.whole(counted)), −\(shaw.left), \(shaw.right)) + \(shaw.left)", "\(bucket)",
      ])
    let hand = counted < -shaw.left ? 0 : counted > shaw.right ? shaw.left + shaw.right : counted + shaw.left
    return bucketTable(
      steps, [("key_minus_query", Double(difference)), ("index", Double(bucket))], identity: "|index − clip|",
      residual: abs(Double(hand - bucket)), shaw)
  }

  /// DeBERTa's signed bucket of query − key and its index.
  func derivation(of deberta: DeBERTa, _ language: Language) -> Derivation {
    let difference = position - secondPosition
    let signed = deberta.signedBucket(ofQueryMinusKey: difference)
    let index = deberta.contentToPosition(query: position, key: secondPosition)
    var steps = [Derivation.note("r = q − k = \(position) − \(secondPosition) = \(Derivation.whole(difference))")]
    let middle = (deberta.buckets ?? 0) / 2
    if deberta.buckets == nil || abs(difference) <= middle {
      steps += Derivation.chain(language("bucket", "桶"), ["r", Derivation.whole(signed)])
    } else {
      let longest = deberta.maxDistance - 1
      steps += Derivation.chain(
        language("bucket", "桶"),
        [
          "±(m + ⌈ln(|r|/m) / ln((M−1)/m)·(m − 1)⌉)",
          "±(\(middle) + ⌈ln(\(abs(difference))/\(middle)) / ln(\(longest)/\(middle))·\(middle - 1)⌉)",
          Derivation.whole(signed),
        ])
    }
    let span = deberta.span
    steps += Derivation.chain(
      language("index", "下标"),
      ["clip(\(Derivation.whole(signed)), −\(span), \(span - 1)) + \(span)", "\(index)"])
    // The key's index of the same pair mirrors the query's, up to the clip.
    let mirrored = deberta.positionToContent(query: secondPosition, key: position)
    let sum = index + mirrored
    let residual = index == 0 || mirrored == 0 ? 0 : abs(Double(sum - 2 * span))
    return bucketTable(
      steps,
      [
        ("query_minus_key", Double(difference)), ("bucket", Double(signed)), ("index", Double(index)),
      ], identity: "|c2p + p2c − 2·span|", residual: residual, deberta)
  }

  private func distanceSteps(_ difference: Int, distance: Int, _ language: Language) -> [Derivation.Step] {
    let text = "k − q = \(secondPosition) − \(position) = \(Derivation.whole(difference))"
    return [Derivation.note(text + language(", distance a = \(distance)", "，距离 a = \(distance)"))]
  }

  private func bucketTable(
    _ steps: [Derivation.Step], _ numbers: [(name: String, value: Double)], identity: String, residual: Double,
    _ buckets: any RelativeBuckets
  ) -> Derivation {
    biasTable(steps, numbers: numbers, identity: identity, residual: residual, limit: 1e-9) { query, key in
      Double(buckets.bucket(ofDifference: key - query))
    }
  }
}
