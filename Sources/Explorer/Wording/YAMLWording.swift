import Screen

extension Language {
  /// The sentence for what can be wrong in any file that a person writes.
  func sentence(for fault: FileFault) -> String {
    switch fault {
    case .syntax(let words): sentence(forYAML: words)
    case .unreadable(let problem): self("cannot be read: ", "无法读取：") + words(for: problem) + self(".", "。")
    case .repeatedKey(let key): words(forRepeated: key)
    case .unknownKey(let key, let nearest):
      self("unknown key «\(visible(key))».", "未知的键“\(visible(key))”。") + suggestion(nearest)
    case .missing(let key): self("«\(key)» is missing.", "缺少“\(key)”。")
    case .notAMapping(let key): self("«\(key)» must be a mapping of keys to values.", "“\(key)”必须是键值映射。")
    }
  }

  /// The sentence for a file that is not YAML.
  ///
  /// - Parameter words: What libyaml says.
  func sentence(forYAML words: String) -> String {
    let said = visible(words)
    return self("not YAML: \(said).", chinese(ofYAML: words).map { "YAML 语法错误：\($0)。" } ?? "YAML 语法错误（\(said)）。")
  }

  /// What libyaml says most often, in Chinese.
  private func chinese(ofYAML words: String) -> String? {
    switch words {
    case "did not find expected node content": "此处缺少值"
    case "did not find expected key": "此处应为键；请检查缩进"
    case "did not find expected '-' indicator": "此处应为以“-”开头的列表项；请检查缩进"
    case "did not find expected ',' or ']'": "此处应为“,”或“]”"
    case "did not find expected ',' or '}'": "此处应为“,”或“}”"
    case "did not find expected <document start>": "此处应为新文档的开头“---”"
    case "could not find expected ':'": "此处缺少“:”"
    case "mapping values are not allowed in this context": "此处不能出现“键: 值”；请检查缩进，含冒号的文字须加引号"
    case "mapping keys are not allowed in this context": "此处不能出现键"
    case "block sequence entries are not allowed in this context": "此处不能出现列表项"
    case "found character that cannot start any token": "此处的字符不能作开头；请加引号，缩进请勿用制表符"
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      "缩进只能用空格，不能用制表符"
    case "found unexpected end of stream": "文件在引号闭合之前结束"
    case "found unknown escape character": "未知的转义字符"
    case "found undefined alias": "引用了未定义的锚点"
    default: nil
    }
  }
}
