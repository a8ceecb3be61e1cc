import ArgumentParser
import Explorer

/// The language of what people read: the flag, else `config.yaml`, else the locale, else English.
struct LanguageOption: ParsableArguments {
  @Option(name: .customLong("lang"), help: .spoken("Language: en or zh.", "语言：en 或 zh。"))
  var name: String?

  func language() throws -> Language {
    guard let name else { return .settled }
    guard let language = Language(rawValue: name) else {
      throw Failure(unknown: .language, name, among: Language.allCases.map(\.rawValue), .settled)
    }
    return language
  }
}

extension Language {
  /// The language of a command line that was not understood: that of its `--lang`, else what is settled.
  static func spoken(by words: [String]) -> Language {
    for (index, word) in words.enumerated() {
      let next = words.dropFirst(index + 1).first
      let name = word == "--lang" ? next : word.hasPrefix("--lang=") ? String(word.dropFirst(7)) : nil
      if let language = name.flatMap(Language.init(rawValue:)) { return language }
    }
    return .settled
  }

  /// What `config.yaml` says, else the locale.
  static let settled = SettingsFinder.own.settings.language ?? ofLocale

  /// What the locale says.
  private static var ofLocale: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment(name), !value.isEmpty else { continue }
      return value.hasPrefix("zh") ? .chinese : .english
    }
    return .english
  }
}
