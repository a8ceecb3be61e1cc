import Checkpoints
import Encodings

extension Exploration {
  /// Shows what is compared; options that the scheme does not take are explained.
  mutating func compare(with counterpart: Counterpart?) {
    if case .options(let options) = counterpart {
      do throws(EncodingComplaint) {
        _ = try options.applied(to: scene.encoding)
      } catch {
        return notice = .encoding(error)
      }
    }
    change(.other) { scene in
      scene.counterpart = counterpart
      scene.view = .compare
    }
    if case .model(let subject) = counterpart {
      notice = .opened(name: subject.model?.name ?? "", groups: subject.model?.groups.count ?? 0)
    }
  }
}
