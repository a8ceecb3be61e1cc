import Encodings
import Explorer

extension ViewName {
  /// The kinds of `data` that hold the numbers which the view draws; none for a view of words.
  var kinds: [DataKind] {
    switch self {
    case .heatmap: [.cosSin, .angles, .table]
    case .dials: [.dials]
    case .waves: [.cosSin]
    case .spectrum: [.frequencies, .reach]
    case .similarity: [.similarity, .decay]
    case .bias: [.bias, .buckets]
    case .attention: [.attention, .mixing, .pooled]
    case .pipeline: [.pipeline]
    case .digits: [.digits]
    case .reach: [.reach]
    case .precision: [.precision]
    case .formula: [.formula]
    case .compare: [.compare, .divergence]
    case .catalogue, .code: []
    }
  }
}

extension DataKind {
  /// The kind that a name stands for: its own, or that of a view, of which an encoding answers one kind or another.
  ///
  /// - Throws: `Failure`, 64, for a name that is neither, and for a view of words.
  init(named name: String, for encoding: Encoding, _ language: Language) throws(Failure) {
    if let kind = DataKind(rawValue: name) {
      self = kind
      return
    }
    guard let view = ViewName(rawValue: name) else {
      let views = ViewName.allCases.filter { !$0.kinds.isEmpty }.map(\.rawValue)
      let kinds = DataKind.allCases.map(\.rawValue)
      throw Failure(unknown: .kind, name, among: kinds + views.filter { !kinds.contains($0) }, language)
    }
    guard let first = view.kinds.first else {
      let instead = view == .code ? "ropescope code" : "ropescope models"
      throw Failure(
        .usage,
        language(
          "The view \(name) shows words, not numbers; `\(instead)` writes them.",
          "视图 \(name) 显示的是文字而非数值；用 `\(instead)` 输出。"))
    }
    let held = DataComplaint.kinds(of: encoding.scheme)
    self = view.kinds.first { held.contains($0.rawValue) } ?? first
  }
}
