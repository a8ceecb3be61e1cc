import Checkpoints
import Encodings
import Explorer
import Export
import Screen

/// The numbers of one kind for the groups of one source, and how they stand in each format.
struct DataFile {
  /// A group that has numbers of the kind.
  private struct Sheet {
    let name: String
    let group: LayerGroup?
    let encoding: Encoding
    /// Nil in the JSON of frequencies, which describes groups without frequencies too.
    let table: NumberTable?
  }

  private let request: DataRequest
  private let source: SourceJSON
  private let provenance: Provenance
  private let sheets: [Sheet]
  private let language: Language

  /// Groups that have nothing of the kind, and why, where others have.
  let omitted: [String]

  /// - Parameter spelling: The command line that was typed, for the file to say; the format is added where it had none.
  /// - Throws: `Failure`: 65 when the source has no such numbers, 64 when the options do not fit it.
  init(_ command: DataCommand, spelling: String, _ language: Language) throws {
    let opening = try Opening(source: command.source, command.encoding, language)
    let request = try DataRequest(command, opening, language)
    self.request = request
    source = SourceJSON(opening: opening)
    self.language = language
    let isOneGroup = command.encoding.group != nil || command.encoding.layer != nil
    let asked = isOneGroup ? [opening.chosen] : Array(opening.groups.indices)
    var sheets: [Sheet] = []
    var complaints: [(name: String, complaint: DataComplaint)] = []
    for index in asked {
      let (name, group, encoding) = opening.groups[index]
      var table: NumberTable?
      do throws(DataComplaint) {
        let scene = try request.scene.scene(of: opening, group: index)
        table = try KindTables(encoding: encoding, group: group, scene: scene, request: request).table()
      } catch {
        complaints.append((name, error))
      }
      sheets.append(Sheet(name: name, group: group, encoding: encoding, table: table))
    }
    if let first = complaints.first(where: { !$0.complaint.isAboutScheme }) ?? complaints.first,
      !first.complaint.isAboutScheme || complaints.count == sheets.count
    {
      throw first.complaint.failure(group: asked.count > 1 ? first.name : nil, language)
    }
    let describesAll = request.kind == .frequencies && request.format == .json
    omitted = describesAll ? [] : complaints.map { $0.complaint.failure(group: $0.name, language).sentence }
    self.sheets = describesAll ? sheets : sheets.filter { $0.table != nil }
    let parameters = DataParameters(
      request: request, source: opening.subject.argument,
      groups: self.sheets.map { ($0.name, $0.group, $0.encoding) },
      scene: try request.scene.scene(of: opening, group: opening.chosen))
    provenance = Provenance(
      title: "\(request.kind.rawValue) of \(opening.subject.argument ?? opening.encoding.scheme.rawValue)",
      software: "ropescope \(Ropescope.version)",
      command: command.format == nil ? spelling + " --format \(request.format.rawValue)" : spelling,
      parameters: parameters.value)
    try checkShape()
    try checkComments()
  }

  /// Refuses to put groups that differ into one array, or into columns that do not fit both.
  private func checkShape() throws(Failure) {
    guard sheets.count > 1, request.format != .json else { return }
    let names = sheets.map { "--group \(visible($0.name))" }.joined(separator: language(" or ", " 或 "))
    if request.format == .npy {
      throw Failure(
        .usage,
        language("An array holds one group of layers; choose \(names).", "一个数组只能容纳一个层组；请选择 \(names)。"))
    }
    if Set(sheets.map { $0.table?.columns ?? [] }).count > 1 {
      throw Failure(
        .usage,
        language(
          "The groups of layers have different columns; choose \(names), or --format json.",
          "各层组的列不同；请选择 \(names)，或用 --format json。"))
    }
  }

  /// Refuses comments where the format has a better place for them, or none that is large enough.
  private func checkComments() throws(Failure) {
    guard request.hasComments else { return }
    switch request.format {
    case .csv: return
    case .json:
      throw Failure(
        .usage,
        language(
          "--comments is for csv and npy; json always says what made it.", "--comments 用于 csv 和 npy；json 总会写明来源。"))
    case .npy:
      guard provenance.fitsNPY else {
        throw Failure(
          .usage,
          language(
            "The header of an .npy file has no room for parameters this long; use --format json or leave out --comments.",
            ".npy 文件头容纳不下这么长的参数；请用 --format json，或不用 --comments。"))
      }
    }
  }

  /// What a group's table adds to the progress of the whole file: its share by how many values there are.
  private func report(of index: Int, to progress: Progress) -> RowReport {
    let work = sheets.map { $0.table.map(\.valueCount) ?? 0 }
    let (before, whole) = (work[..<index].reduce(0, +), work.reduce(0, +))
    return { done, rows in
      progress.report(share: (before + work[index] * Double(done) / Double(max(1, rows))) / max(1, whole))
    }
  }

  /// Writes all of it.
  func write(to sink: any ByteSink) throws {
    let progress = Progress(language)
    defer { progress.finish() }
    switch request.format {
    case .json where request.kind == .frequencies:
      let groups = sheets.map { GroupJSON.value(name: $0.name, group: $0.group, encoding: $0.encoding) }
      try sink.write(
        (JSONValue.object(
          provenance.members.filter { $0.key != "parameters" } + source.members(groups: groups, language)
        )
        .serialized + "\n").utf8)
    case .json: try writeJSON(to: sink, progress)
    case .csv: try writeCSV(to: sink, progress)
    case .npy:
      for (index, sheet) in sheets.enumerated() {
        guard let table = sheet.table else { continue }
        try writeNPY(
          table, type: request.numberType, provenance: request.hasComments ? provenance : nil, to: sink,
          report: report(of: index, to: progress))
      }
    }
  }

  private func writeJSON(to sink: any ByteSink, _ progress: Progress) throws {
    for (index, (key, value)) in provenance.members.enumerated() {
      try sink.write("\(index > 0 ? ", " : "{")\"\(key)\": \(value.serialized)".utf8)
    }
    try sink.write(", \"groups\": [".utf8)
    for (index, sheet) in sheets.enumerated() {
      guard let table = sheet.table else { continue }
      try sink.write(((index > 0 ? ", " : "") + "{\"name\": " + JSONValue.text(sheet.name).serialized).utf8)
      try writeJSONMembers(table, to: sink, report: report(of: index, to: progress))
      try sink.write("}".utf8)
    }
    try sink.write("]}\n".utf8)
  }

  private func writeCSV(to sink: any ByteSink, _ progress: Progress) throws {
    if request.hasComments { try writeCSVComments(provenance, to: sink) }
    for (index, sheet) in sheets.enumerated() {
      guard let table = sheet.table else { continue }
      if index == 0 { try writeCSVHeader(table, group: sheets.count > 1, to: sink) }
      try writeCSVRows(
        table, group: sheets.count > 1 ? sheet.name : nil, to: sink, report: report(of: index, to: progress))
    }
  }
}
