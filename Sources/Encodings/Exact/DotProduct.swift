/// Σ a_i · b_i over the features that both vectors have.
func dotProduct(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for feature in 0..<min(a.count, b.count) { sum += a[feature] * b[feature] }
  return sum
}
