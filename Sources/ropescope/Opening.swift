import Checkpoints
import Encodings
import Explorer

/// Opens what a command line names: a source, options, or both.
struct Opening {
  let subject: Subject
  /// The model's groups with the options applied, to the group that is named or else to all; a single one called «all» without a model.
  let groups: [(name: String, group: LayerGroup?, encoding: Encoding)]
  /// The group that was asked for, or the first.
  let chosen: Int

  /// The encoding of the chosen group.
  var encoding: Encoding { groups[chosen].encoding }

  init(source: String?, _ arguments: EncodingArguments, _ language: Language) throws {
    try self.init(
      source: source, try arguments.options(language), group: arguments.group, layer: arguments.layer, language)
  }

  /// - Parameters:
  ///   - group: The name of the group to choose.
  ///   - layer: A layer of the group to choose, as it was typed.
  init(source: String?, _ options: EncodingOptions, group: String?, layer: String?, _ language: Language) throws {
    let subject = try source.map { try Opening.subject($0, language) } ?? .free
    try self.init(of: subject, options, group: group, layer: layer, language)
  }

  /// A source that was read, or none.
  init(of subject: Subject, _ options: EncodingOptions, group: String?, layer: String?, _ language: Language) throws {
    self.subject = subject
    let found: [(name: String, group: LayerGroup?)] = subject.model?.groups.map { ($0.name, $0) } ?? [("all", nil)]
    let named = try Self.index(ofGroup: group, layer: layer, in: found, of: subject.model, language)
    do throws(EncodingComplaint) {
      var groups: [(name: String, group: LayerGroup?, encoding: Encoding)] = []
      for (index, (name, group)) in found.enumerated() {
        if let own = group?.encoding, let named, index != named {
          groups.append((name, group, own))
        } else {
          groups.append((name, group, try options.applied(to: group?.encoding, trainedLength: group?.trainedLength)))
        }
      }
      self.groups = groups
    } catch {
      throw Failure(.usage, language.sentence(for: error))
    }
    chosen = named ?? 0
  }

  /// Refuses to read standard input twice: the second time it is empty.
  static func requireOneStandardInput(_ one: String?, _ other: String?, _ language: Language) throws(Failure) {
    guard one == "-", other == "-" else { return }
    throw Failure(
      .usage,
      language(
        "Standard input can be read once; name a file for one of the two.", "标准输入只能读取一次；请为其中之一指定文件。"))
  }

  /// Reads a source as the person meant it.
  static func subject(_ argument: String, _ language: Language) throws(Failure) -> Subject {
    do throws(CheckpointError) {
      return Subject(argument: argument, model: try Source(argument: argument).describe())
    } catch {
      throw Failure(error, language)
    }
  }

  /// The group that is asked for; `nil` when none is.
  private static func index(
    ofGroup name: String?, layer: String?, in groups: [(name: String, group: LayerGroup?)],
    of model: ModelDescription?, _ language: Language
  ) throws -> Int? {
    if name != nil, layer != nil { throw Failure("--group", excludes: "--layer", language) }
    if let name {
      guard let index = groups.firstIndex(where: { $0.name == name }) else {
        throw Failure(unknown: .group, name, among: groups.map(\.name), language)
      }
      return index
    }
    guard let layer = try OptionReader(language: language).whole("--layer", layer) else { return nil }
    guard let model else { throw Failure(option: "--layer", needs: language("a model", "SOURCE"), language) }
    let end = model.layerCount ?? .max
    let isPlaced = (0..<end).contains(layer) && !model.layersWithoutPosition.contains(layer)
    guard isPlaced, let index = groups.firstIndex(where: { $0.group?.layers?.contains(layer) ?? true }) else {
      throw Failure(
        .usage,
        language(
          "No layer \(layer) with positions; \(layers(of: model, language)) have them.",
          "第 \(layer) 层不存在或没有位置编码；有位置编码的是\(layers(of: model, language))。"))
    }
    return index
  }

  /// The layers of a model that have positions, as far as its config says.
  private static func layers(of model: ModelDescription, _ language: Language) -> String {
    let listed = model.groups.flatMap { $0.layers ?? [] }
    if !listed.isEmpty { return language("layers ", "第 ") + LayerRuns.text(of: listed) + language("", " 层") }
    guard let count = model.layerCount else { return language("layers from 0 up", "从 0 起的各层") }
    let placed = (0..<min(count, 1000)).filter { !model.layersWithoutPosition.contains($0) }
    return language("layers ", "第 ") + LayerRuns.text(of: placed) + language("", " 层")
  }
}
