/// Cosines, sines or angles of p · ω over positions (rows) and pairs or features (columns), with exact block means.
///
/// The mean of e^(iωp) over the n positions from a is D · e^(iω(a + (n−1)/2)) with the Dirichlet kernel
/// D = sin(nω/2) / (n · sin(ω/2)), and D = 1 where ω is a multiple of 2π. Frequencies are reduced modulo 2π first and phases
/// are fixed-point, so the quotient is right near multiples of 2π and for the smallest ω, and a block of ten million
/// positions costs what one position does.
///
///     let field = PhaseField(rotary: try Rotary(dimension: 64), component: .cosine, rowCount: 1 << 20)
///     field.mean(rows: 0..<4096, columns: 0..<1)   // exact, at once
public struct PhaseField: Field {
  /// What of a phase is shown.
  public enum Component: String, Hashable, Sendable, CaseIterable {
    /// cos(p ω) times the attention factor, one column a pair.
    case cosine
    /// sin(p ω) times the attention factor, one column a pair.
    case sine
    /// The encoding's own columns. For rotary: where each pair's unit vector (1, 0) is turned to, in the encoding's layout.
    case table
    /// The angle in (−π, π], one column a pair; over a block the direction of the mean phasor. Cyclic.
    case angle
    /// The length of the mean phasor, 0 … 1, one column a pair: 1 where a block holds one angle, 0 where angles cancel.
    case concentration
  }

  /// What of a phase is shown.
  public let component: Component
  /// How many positions there are.
  public let rowCount: Int
  let columns: [PhaseColumn]
  private let amplitude: Double

  /// The cosines, sines or angles of a rotary encoding.
  /// - Complexity: O(pairs).
  public init(rotary: Rotary, component: Component, rowCount: Int) {
    let spectrum = rotary.spectrum
    var columns = Self.pairColumns(spectrum, component)
    if component == .table {
      columns = Array(repeating: PhaseColumn.padding, count: rotary.rotaryDimension)
      for pair in 0..<spectrum.pairCount {
        let (first, second) = rotary.layout.outputFeatures(ofPair: pair, dimension: rotary.rotaryDimension)
        columns[first] = PhaseColumn(frequency: spectrum[pair], part: .cosine)
        columns[second] = PhaseColumn(frequency: spectrum[pair], part: .sine)
      }
    }
    self.init(
      columns: columns, component: component, amplitude: spectrum.attentionFactor, rowCount: rowCount)
  }

  /// The table, cosines, sines or angles of a sinusoidal encoding.
  /// - Complexity: O(dimension).
  public init(sinusoidal: Sinusoidal, component: Component, rowCount: Int) {
    var columns = Self.pairColumns(sinusoidal.spectrum, component)
    if component == .table {
      columns = (0..<sinusoidal.dimension).map { column in
        guard let (pair, isCosine) = sinusoidal.component(column) else { return .padding }
        return PhaseColumn(frequency: sinusoidal.spectrum[pair], part: isCosine ? .cosine : .sine)
      }
    }
    self.init(
      columns: columns, component: component, amplitude: 1, rowCount: rowCount)
  }

  /// The cosines, sines or angles of a spectrum; `table` shows cosines.
  /// - Complexity: O(pairs).
  public init(spectrum: Spectrum, component: Component, rowCount: Int) {
    self.init(
      columns: Self.pairColumns(spectrum, component), component: component, amplitude: spectrum.attentionFactor,
      rowCount: rowCount)
  }

  private init(columns: [PhaseColumn], component: Component, amplitude: Double, rowCount: Int) {
    self.columns = columns
    self.component = component
    self.amplitude = amplitude
    self.rowCount = max(rowCount, 0)
  }

  private static func pairColumns(_ spectrum: Spectrum, _ component: Component) -> [PhaseColumn] {
    let part: PhaseColumn.Part = component == .sine ? .sine : .cosine
    return spectrum.inverseFrequencies.map { PhaseColumn(frequency: $0, part: part) }
  }

  /// One a pair, or one a feature for `table`.
  public var columnCount: Int { columns.count }

  /// ± the attention factor for cosines and sines, −π … π for angles, 0 … 1 for concentration.
  public var bounds: ClosedRange<Double> {
    switch component {
    case .cosine, .sine, .table: -amplitude...amplitude
    case .angle: -Double.pi...Double.pi
    case .concentration: 0...1
    }
  }

  /// Always in closed form.
  public var exactness: Exactness { .closedForm }

  /// The value at a row and a column, within 1e-15 times the attention factor.
  /// - Complexity: O(1).
  public func value(row: Int, column: Int) -> Double {
    guard rowRange.contains(row), columnRange.contains(column) else { return 0 }
    return mean(rows: row..<row + 1, columns: column..<column + 1)
  }

  /// The mean over a block of positions and columns.
  /// - Complexity: O(columns of the block), whatever the number of rows.
  public func mean(rows: Range<Int>, columns: Range<Int>) -> Double {
    means(rows: [rows], columns: [columns]).first ?? 0
  }

  /// The means over all blocks of a window. Shape (rows.count, columns.count), row-major.
  ///
  /// Kernel factors are found once a column and block length.
  /// - Complexity: O(rows.count · (columns in all blocks)), whatever the number of rows in a block.
  public func means(rows: [Range<Int>], columns blocks: [Range<Int>]) -> [Double] {
    let blocks = blocks.map { $0.clamped(to: columnRange) }
    let used = blocks.flatMap { columns[$0] }
    var kernels: [Int: [Double]] = [:]
    var result: [Double] = []
    result.reserveCapacity(rows.count * blocks.count)
    for row in rows {
      let block = row.clamped(to: rowRange)
      guard !block.isEmpty else {
        result.append(contentsOf: repeatElement(0, count: blocks.count))
        continue
      }
      let kernel = kernels[block.count] ?? used.map { $0.kernel(count: block.count) }
      kernels[block.count] = kernel
      // Twice the centre, so that it is whole; positions and their doubles wrap like phases do.
      let twiceCentre = 2 &* block.lowerBound &+ block.count &- 1
      switch component {
      case .cosine, .sine, .table: appendWaves(used, kernel, twiceCentre, blocks, to: &result)
      case .angle, .concentration: appendPhasors(used, kernel, twiceCentre, blocks, to: &result)
      }
    }
    return result
  }

  /// One row of cosines or sines: first those of all columns in one tight loop, then the means of blocks.
  private func appendWaves(
    _ used: [PhaseColumn], _ kernel: [Double], _ twiceCentre: Int, _ blocks: [Range<Int>], to result: inout [Double]
  ) {
    let waves = [Double](unsafeUninitializedCapacity: used.count) { waves, count in
      used.withUnsafeBufferPointer { used in
        kernel.withUnsafeBufferPointer { kernel in
          for column in used.indices {
            waves[column] = kernel[column] * used[column].wave(twiceCentre: twiceCentre)
          }
        }
      }
      count = used.count
    }
    var column = 0
    for block in blocks {
      var sum = 0.0
      for _ in 0..<block.count {
        sum += waves[column]
        column += 1
      }
      result.append(block.isEmpty ? 0 : sum / Double(block.count) * amplitude)
    }
  }

  /// One row of mean phasors' angles or lengths.
  private func appendPhasors(
    _ used: [PhaseColumn], _ kernel: [Double], _ twiceCentre: Int, _ blocks: [Range<Int>], to result: inout [Double]
  ) {
    var column = 0
    for block in blocks {
      var sum = Phasor()
      for _ in 0..<block.count {
        sum.add(used[column].centre(twiceCentre: twiceCentre), weight: kernel[column])
        column += 1
      }
      if component == .angle {
        result.append(sum.angle)
      } else {
        result.append(block.isEmpty ? 0 : min(sum.length / Double(block.count), 1))
      }
    }
  }
}
