/// A language in which the present encoding is written out as code.
public enum Dialect: String, Hashable, Sendable, CaseIterable {
  /// Python with PyTorch, in double precision.
  case pytorch
  /// Python with NumPy.
  case numpy
  /// Swift with Foundation.
  case swift

  /// The name as its makers write it.
  public var title: String {
    switch self {
    case .pytorch: "PyTorch"
    case .numpy: "NumPy"
    case .swift: "Swift"
    }
  }

  /// What begins a comment.
  var comment: String { self == .swift ? "//" : "#" }
}
