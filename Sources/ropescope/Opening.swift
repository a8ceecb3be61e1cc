import Checkpoints
import Encodings
import Explorer

/// Opens what a command line names: a source, options, or both.
struct Opening {
  let subject: Subject
  /// The model's groups with the options applied; a single one named «all» without a model.
  let groups: [(name: String, group: LayerGroup?, encoding: Encoding)]
  /// The group that was asked for, or the first.
  let chosen: Int

  /// The encoding of the chosen group.
  var encoding: Encoding { groups[chosen].encoding }

  init(source: String?, _ arguments: EncodingArguments, _ language: Language) throws {
    let options = try arguments.options(language)
    if let source {
      subject = try Opening.subject(source, language)
    } else {
      subject = .free
    }
    let found: [(String, LayerGroup?)] = subject.model?.groups.map { ($0.name, $0) } ?? [("all", nil)]
    do throws(EncodingComplaint) {
      groups = try found.map { (name, group) throws(EncodingComplaint) in
        (name, group, try options.applied(to: group?.encoding))
      }
    } catch {
      throw Failure(.usage, language.sentence(for: error))
    }
    chosen = try Self.index(of: arguments, in: groups, language)
  }

  /// Reads a source as the person meant it.
  static func subject(_ argument: String, _ language: Language) throws(Failure) -> Subject {
    do throws(CheckpointError) {
      return Subject(argument: argument, model: try Source(argument: argument).describe())
    } catch {
      throw Failure(error, language)
    }
  }

  private static func index(
    of arguments: EncodingArguments, in groups: [(name: String, group: LayerGroup?, encoding: Encoding)],
    _ language: Language
  ) throws -> Int {
    if let name = arguments.group {
      guard let index = groups.firstIndex(where: { $0.name == name }) else {
        throw Failure(unknown: .group, name, among: groups.map(\.name), language)
      }
      return index
    }
    guard let layer = try OptionReader(language: language).whole("--layer", arguments.layer) else { return 0 }
    guard let index = groups.firstIndex(where: { $0.group?.layers?.contains(layer) ?? true }) else {
      throw Failure(
        .usage, language("No group of layers with positions holds layer \(layer).", "没有带位置编码的层组包含第 \(layer) 层。"))
    }
    return index
  }
}
