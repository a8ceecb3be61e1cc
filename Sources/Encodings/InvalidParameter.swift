/// A parameter outside its range: which one, what it was, what it must be.
///
/// A value, not a sentence: the wording, in whichever language, is made where people read it.
public struct InvalidParameter: Error, Hashable, Sendable {
  /// The parameters that encodings and extensions take.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    case dimension, rotaryDimension, base, position, factor, length, originalLength, heads
    case betaFast, betaSlow, lowFreqFactor, highFreqFactor, attentionFactor, mscale, mscaleAllDim
    case shortFactor, longFactor, rotatedFraction, mropeSections, buckets, maxDistance, clip
    case rows, offset, scale, exponent, bias, share, gamma, scaleBase
  }

  /// What a parameter must be.
  public enum Rule: Hashable, Sendable {
    /// A number, neither infinite nor NaN.
    case finite
    /// Greater than zero.
    case positive
    /// Zero or greater.
    case notNegative
    /// A multiple of two.
    case even
    /// This or greater.
    case atLeast(Double)
    /// This or less.
    case atMost(Double)
    /// Strictly greater than this number.
    case moreThan(Double)
    /// Strictly greater than another parameter.
    case greaterThan(Name)
    /// No greater than another parameter.
    case noMoreThan(Name)
    /// A list of this many entries; the value is how many there were.
    case count(Int)
    /// A list whose entries add up to this; the value is their sum.
    case sum(Int)
    /// A divisor of another parameter, whose value is given.
    case divides(Name, Double)
    /// A table that holds this many rows; the value is the row asked for.
    case within(rows: Int)
  }

  /// The parameter.
  public let name: Name
  /// What it was.
  public let value: Double
  /// What it must be.
  public let rule: Rule

  /// Names a parameter, its value and the rule it breaks.
  public init(name: Name, value: Double, rule: Rule) {
    self.name = name
    self.value = value
    self.rule = rule
  }
}

/// The largest dimension that any encoding takes; past it a table row alone would fill megabytes.
let largestDimension = 1 << 20

/// The checks that initialisers share. Each passes its value on or throws what is wrong with it.
extension InvalidParameter {
  static func require(_ condition: Bool, _ name: Name, _ value: Double, _ rule: Rule) throws(InvalidParameter) {
    if !condition { throw InvalidParameter(name: name, value: value, rule: rule) }
  }

  static func requireFinite(_ name: Name, _ value: Double) throws(InvalidParameter) {
    try require(value.isFinite, name, value, .finite)
  }

  static func requirePositive(_ name: Name, _ value: Double) throws(InvalidParameter) {
    try requireFinite(name, value)
    try require(value > 0, name, value, .positive)
  }

  static func requirePositive(_ name: Name, _ value: Int) throws(InvalidParameter) {
    try require(value > 0, name, Double(value), .positive)
  }

  static func requireAtLeast(_ name: Name, _ value: Double, _ least: Double) throws(InvalidParameter) {
    try requireFinite(name, value)
    try require(value >= least, name, value, .atLeast(least))
  }

  static func requireDimension(_ name: Name, _ value: Int, least: Int) throws(InvalidParameter) {
    try require(value >= least, name, Double(value), .atLeast(Double(least)))
    try require(value <= largestDimension, name, Double(value), .atMost(Double(largestDimension)))
  }

  static func requireEvenDimension(_ name: Name, _ value: Int) throws(InvalidParameter) {
    try requireDimension(name, value, least: 2)
    try require(value.isMultiple(of: 2), name, Double(value), .even)
  }
}
