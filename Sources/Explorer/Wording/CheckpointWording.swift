public import Checkpoints
import Encodings
import Screen

extension Language {
  /// The sentence for a source that could not be read: file, place in it, what was wrong, what to do.
  public func sentence(for error: CheckpointError) -> String {
    let path = name(ofSource: error.path)
    let place =
      switch error.place {
      case .file: path
      case .text(let line, let column): "\(path):\(line):\(column)"
      case .key(let key): "\(path): \(visible(key))"
      case .tensor(let name): self("\(path): tensor \(visible(name))", "\(path): 张量 \(visible(name))")
      }
    return place + ": " + what(error.problem)
  }

  /// What a source is called: as it was typed, and standard input in the language's words.
  public func name(ofSource name: String) -> String {
    name == Source.standardInputName ? self(name, "标准输入") : visible(name)
  }

  private func what(_ problem: CheckpointError.Problem) -> String {
    switch problem {
    case .noSuchFile, .notReadable, .notAFile, .nothingInFolder, .unknownSource, .tooLarge, .empty,
      .changedWhileReading,
      .unknownFormat:
      opening(problem)
    case .syntax, .tooDeep: json(problem)
    case .truncated, .badMagic, .unknownVersion, .headerTooLarge, .badHeader, .badOffsets, .overlaps, .wrongSize,
      .badShape, .unsupportedType, .noPositionTable, .notFiniteInTable, .badShardName:
      table(problem)
    default: value(problem)
    }
  }

  private func opening(_ problem: CheckpointError.Problem) -> String {
    switch problem {
    case .noSuchFile: self("no such file; check the path.", "没有这个文件；请检查路径。")
    case .notReadable(let code): self("cannot be read: \(reason(code)).", "无法读取：\(reason(code))。")
    case .notAFile(let kind): self("is a \(name(of: kind)), not a file.", "是\(name(of: kind))，不是文件。")
    case .nothingInFolder(let names):
      self(
        "holds none of \(names.joined(separator: ", ")); name a model's folder.",
        "其中没有 \(names.joined(separator: "、"))；请指定模型文件夹。")
    case .unknownSource(let nearest):
      self(
        "is neither a file nor a model of the catalogue (ropescope models lists them).",
        "既不是文件，也不是模型库中的模型（ropescope models 列出全部）。")
        + suggestion(nearest.first)
    case .tooLarge(let bytes, let limit):
      self(
        "has \(Numerals.grouped(bytes)) bytes; at most \(Numerals.grouped(limit)) are read.",
        "有 \(Numerals.grouped(bytes)) 字节；最多读取 \(Numerals.grouped(limit)) 字节。")
    case .empty: self("is empty.", "是空的。")
    case .changedWhileReading: self("changed while it was read; try again.", "读取时文件发生了变化；请重试。")
    case .unknownFormat(let known):
      self(
        "is of no known format; known: \(known.joined(separator: ", ")).", "格式未知；可用：\(known.joined(separator: "、"))。")
    default: ""
    }
  }

  private func json(_ problem: CheckpointError.Problem) -> String {
    switch problem {
    case .syntax(.unexpectedEnd): self("the JSON ends too early.", "JSON 过早结束。")
    case .syntax(.unexpected(let scalar)):
      self("«\(visible(String(scalar)))» does not belong here in JSON.", "JSON 此处不应有“\(visible(String(scalar)))”。")
    case .syntax(.expected(let scalar)):
      self("JSON needs «\(visible(String(scalar)))» here.", "JSON 此处需要“\(visible(String(scalar)))”。")
    case .syntax(.badEscape): self("this escape is not one of JSON's.", "不是合法的 JSON 转义。")
    case .syntax(.badNumber): self("this is not a number of JSON.", "不是合法的 JSON 数。")
    case .syntax(.notUTF8): self("the text is not UTF-8.", "文本不是 UTF-8。")
    case .tooDeep(let limit): self("the JSON is nested more than \(limit) deep.", "JSON 嵌套超过 \(limit) 层。")
    default: ""
    }
  }

  private func value(_ problem: CheckpointError.Problem) -> String {
    switch problem {
    case .wrongKind(let found, let expected):
      self(
        "is \(name(of: found)); it must be \(name(of: expected)).", "是\(name(of: found))；必须是\(name(of: expected))。")
    case .notWhole(let value):
      self("is \(Numerals.plain(value)); it must be a whole number.", "是 \(Numerals.plain(value))；必须是整数。")
    case .notFinite(let value): self("is \(value); it must be finite.", "是 \(value)；必须是有限的数。")
    case .outOfRange(let value, let least, let most):
      self(
        "is \(Numerals.plain(value)); it must be between \(Numerals.plain(least)) and \(Numerals.plain(most)).",
        "是 \(Numerals.plain(value))；必须在 \(Numerals.plain(least)) 与 \(Numerals.plain(most)) 之间。")
    case .invalid(let invalid, let suggestion):
      sentence(for: invalid)
        + (suggestion.map { self(" Did you mean \(Numerals.plain($0))?", "是否想写 \(Numerals.plain($0))？") } ?? "")
    case .missing(let others):
      self("is missing.", "缺失。")
        + (others.isEmpty
          ? ""
          : self(" Also looked for: \(others.joined(separator: ", ")).", "也找过：\(others.joined(separator: "、"))。"))
    case .unknownName(let found, let nearest, let known):
      self("is «\(visible(found))», which is not known.", "是“\(visible(found))”，未知。") + suggestion(nearest)
        + self(" Known: \(known.joined(separator: ", ")).", "可用：\(known.joined(separator: "、"))。")
    case .wrongCount(let found, let expected):
      self("holds \(found) numbers; it must hold \(expected).", "有 \(found) 个数；必须有 \(expected) 个。")
    case .doesNotDivide(let width, let heads):
      self(
        "the width \(width) does not divide into \(heads) heads; give head_dim.",
        "宽度 \(width) 不能被 \(heads) 个头整除；请给出 head_dim。")
    case .noScheme(let type, let architectures):
      self(
        "says nothing of a position encoding that is known (model_type \(visible(type ?? "–")), architectures "
          + "\(listed(architectures))); give --scheme and its options instead.",
        "没有可识别的位置编码（model_type \(visible(type ?? "–"))，architectures "
          + "\(listed(architectures))）；请改用 --scheme 及其选项。")
    default: ""
    }
  }

  private func listed(_ names: [String]) -> String {
    names.isEmpty ? "–" : names.map { visible($0) }.joined(separator: self(", ", "、"))
  }

  private func table(_ problem: CheckpointError.Problem) -> String {
    switch problem {
    case .truncated(let bytes, let needed):
      self(
        "ends after \(Numerals.grouped(bytes)) bytes; \(Numerals.grouped(needed)) are needed. The download may be incomplete.",
        "只有 \(Numerals.grouped(bytes)) 字节，需要 \(Numerals.grouped(needed)) 字节；下载可能不完整。")
    case .badMagic: self("does not begin as such a file does.", "文件开头不符合格式。")
    case .unknownVersion(let major, let minor):
      self("is of version \(major).\(minor), which is not known.", "版本 \(major).\(minor) 未知。")
    case .headerTooLarge(let bytes, let limit):
      self(
        "claims a header of \(Numerals.grouped(bytes)) bytes; at most \(Numerals.grouped(limit)) are allowed.",
        "声称头部有 \(Numerals.grouped(bytes)) 字节；最多允许 \(Numerals.grouped(limit)) 字节。")
    case .badHeader(let entry): self("its header is malformed at «\(visible(entry))».", "头部在“\(visible(entry))”处有误。")
    case .badOffsets(let begin, let end, let bytes):
      self(
        "claims bytes \(begin) to \(end) of data that has \(Numerals.grouped(bytes)).",
        "声称占用字节 \(begin) 到 \(end)，而数据只有 \(Numerals.grouped(bytes)) 字节。")
    case .overlaps(let other): self("overlaps the tensor \(visible(other)).", "与张量 \(visible(other)) 重叠。")
    case .wrongSize(let bytes, let needed):
      self(
        "has \(Numerals.grouped(bytes)) bytes; its shape needs \(Numerals.grouped(needed)).",
        "有 \(Numerals.grouped(bytes)) 字节；其形状需要 \(Numerals.grouped(needed)) 字节。")
    case .badShape(let shape):
      self("has the shape \(shape); a table of rows and columns is needed.", "形状是 \(shape)；需要二维表。")
    case .unsupportedType(let type):
      self("has values of type \(visible(type)), which are not read.", "数值类型 \(visible(type)) 不受支持。")
    case .noPositionTable(let nearest):
      self("holds no table of positions.", "没有位置表。")
        + (nearest.isEmpty
          ? ""
          : self(
            " Nearest names: \(nearest.map { visible($0) }.joined(separator: ", ")).",
            "最接近的名称：\(nearest.map { visible($0) }.joined(separator: "、"))。"))
    case .notFiniteInTable(let row, let column):
      self("holds a number that is not finite at row \(row), column \(column).", "行 \(row)、列 \(column) 不是有限的数。")
    case .badShardName(let name):
      self("names «\(visible(name))», which is not a file beside it.", "指向“\(visible(name))”，它不是同一文件夹中的文件。")
    default: ""
    }
  }

  private func name(of kind: CheckpointError.FileKind) -> String {
    switch kind {
    case .folder: self("folder", "文件夹")
    case .pipe: self("pipe", "管道")
    case .socket: self("socket", "套接字")
    case .device: self("device", "设备")
    }
  }

  private func name(of kind: CheckpointError.ValueKind) -> String {
    switch kind {
    case .null: "null"
    case .flag: self("true or false", "true 或 false")
    case .number: self("a number", "数")
    case .wholeNumber: self("a whole number", "整数")
    case .text: self("text", "文本")
    case .list: self("a list", "列表")
    case .object: self("an object", "对象")
    }
  }
}
