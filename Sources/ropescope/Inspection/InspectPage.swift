import Checkpoints
import Encodings
import Explorer
import Screen

/// What `inspect` says of a source, in words: the facts of each group of layers, then the findings.
struct InspectPage {
  /// The page, each line at most 100 columns wide.
  let text: String

  init(_ opening: Opening, _ options: EncodingOptions, _ language: Language) throws {
    var lines = Self.title(opening.subject, language)
    if !options.isEmpty, opening.subject.model != nil {
      lines.append(language("Options change what the model says.", "选项改变了模型的设定。"))
    }
    let sheets = opening.groups.map { GroupFacts(encoding: $0.encoding, group: $0.group, language).sheet }
    var whole = FactSheet()
    if let model = opening.subject.model {
      whole.add(language("no position", "无位置编码的层"), Self.without(model, language))
    }
    let width = (sheets + [whole]).map(\.nameWidth).max() ?? 0
    for ((name, group, _), sheet) in zip(opening.groups, sheets) {
      lines.append("")
      if opening.groups.count > 1 { lines += Self.heading(name, group, language) }
      lines += sheet.lines(nameWidth: width)
    }
    if !whole.facts.isEmpty { lines += [""] + whole.lines(nameWidth: width) }
    if let model = opening.subject.model { lines += [""] + FindingList(model.findings, language).lines }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func title(_ subject: Subject, _ language: Language) -> [String] {
    guard let model = subject.model else { return [language("An encoding made from options", "由选项构成的编码")] }
    let entry = Catalogue.entry(named: model.name)
    let known = entry.map { language(": \($0.title), \($0.year)", "：\($0.title)，\($0.year)") } ?? ""
    let type = ([model.modelType].compactMap(\.self) + model.architectures).map { visible($0) }
    return FactSheet.lines(of: language.name(ofSource: model.name) + known, after: "")
      + (type.isEmpty ? [] : FactSheet.lines(of: type.joined(separator: language(", ", "，")), after: "model_type "))
  }

  private static func heading(_ name: String, _ group: LayerGroup?, _ language: Language) -> [String] {
    let layers = group?.layers.map { list in
      language(": \(list.count) layers, ", "：\(list.count) 层，") + LayerRuns.text(of: list)
    }
    return FactSheet.lines(of: visible(name) + (layers ?? ""), after: "")
  }

  private static func without(_ model: ModelDescription, _ language: Language) -> String? {
    let layers = model.layersWithoutPosition
    guard !layers.isEmpty else { return nil }
    return language("\(layers.count) layers: ", "\(layers.count) 层：") + LayerRuns.text(of: layers)
  }
}

/// Layers as runs: «0–4, 6–10, 12».
enum LayerRuns {
  static func text(of layers: [Int]) -> String {
    var runs: [(first: Int, last: Int)] = []
    for layer in layers.sorted() {
      if let run = runs.last, layer == run.last + 1 {
        runs[runs.count - 1].last = layer
      } else {
        runs.append((layer, layer))
      }
    }
    return runs.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)–\($0.last)" }.joined(separator: ", ")
  }
}
