/// Our numbers against another's: how many were compared, how far apart they are at worst, and how far they may be.
struct Comparison: Sendable {
  /// What is compared, for instance "YaRN, inverse frequencies".
  let subject: String
  /// Whose numbers, with the version.
  let reference: String
  /// The allowed difference in words, for instance "1e-6 relative".
  let allowance: String
  private(set) var count = 0
  /// The largest difference, in the allowance's unit.
  private(set) var largest = 0.0
  /// The largest share of its allowance that a difference takes; above 1 the comparison has failed.
  private(set) var worstShare = 0.0

  init(_ subject: String, against reference: String, allowance: String) {
    self.subject = subject
    self.reference = reference
    self.allowance = allowance
  }

  /// Compares two values that may differ by `tolerance`. Two NaNs agree, as do equal infinities.
  mutating func compare(_ ours: Double, _ theirs: Double, tolerance: Double) {
    count += 1
    if ours == theirs || (ours.isNaN && theirs.isNaN) { return }
    let difference = abs(ours - theirs)
    note(difference.isNaN ? .infinity : difference, tolerance: tolerance)
  }

  /// Compares two values that may differ by `tolerance` of theirs.
  mutating func compareRelative(_ ours: Double, _ theirs: Double, tolerance: Double) {
    count += 1
    if ours == theirs { return }
    let difference = abs(ours - theirs) / abs(theirs)
    note(difference.isNaN ? .infinity : difference, tolerance: tolerance)
  }

  /// Compares rows of the same shape; a row that is too short or too long differs without limit.
  mutating func compare(_ ours: [Double], _ theirs: [Double], tolerance: Double) {
    if ours.count != theirs.count { note(.infinity, tolerance: tolerance) }
    for (a, b) in zip(ours, theirs) { compare(a, b, tolerance: tolerance) }
  }

  /// Compares rows of the same shape, each value within `tolerance` of theirs.
  mutating func compareRelative(_ ours: [Double], _ theirs: [Double], tolerance: Double) {
    if ours.count != theirs.count { note(.infinity, tolerance: tolerance) }
    for (a, b) in zip(ours, theirs) { compareRelative(a, b, tolerance: tolerance) }
  }

  /// Compares whole numbers, which must be equal.
  mutating func compare(_ ours: [Int], _ theirs: [Int]) {
    compare(ours.map { Double($0) }, theirs.map { Double($0) }, tolerance: 0)
  }

  private mutating func note(_ difference: Double, tolerance: Double) {
    largest = max(largest, difference)
    worstShare = max(worstShare, tolerance > 0 ? difference / tolerance : .infinity)
  }
}
