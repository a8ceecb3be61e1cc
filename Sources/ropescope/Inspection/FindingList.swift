import Checkpoints
import Explorer
import Screen

/// Findings in words, the gravest first: severity, code and key, then the sentence, then what to do.
struct FindingList {
  /// A heading that counts them, then three lines or more for each.
  let lines: [String]

  init(_ findings: [Finding], _ language: Language) {
    guard !findings.isEmpty else {
      lines = [language("Nothing doubtful was found.", "没有发现可疑之处。")]
      return
    }
    let sorted = Finding.Severity.allCases.sorted(by: >).flatMap { severity in
      findings.filter { $0.severity == severity }
    }
    let width = findings.map { columns(of: Self.name(of: $0.severity, language)) }.max() ?? 0
    lines =
      [language("Findings: ", "发现：") + Self.counts(findings, language)]
      + sorted.flatMap { [""] + Self.lines(of: $0, severityWidth: width, language) }
  }

  private static func lines(of finding: Finding, severityWidth: Int, _ language: Language) -> [String] {
    let severity = name(of: finding.severity, language)
    let gap = String(repeating: " ", count: severityWidth - columns(of: severity) + 2)
    let blank = String(repeating: " ", count: severityWidth + 4)
    let key = finding.key.map { "  (\(visible($0)))" } ?? ""
    return FactSheet.lines(of: finding.code.rawValue + key, after: "  " + severity + gap)
      + FactSheet.lines(of: language.sentence(for: finding), after: blank)
      + FactSheet.lines(of: language.remedy(for: finding), after: blank + "→ ")
  }

  private static func counts(_ findings: [Finding], _ language: Language) -> String {
    Finding.Severity.allCases.sorted(by: >).compactMap { severity in
      let count = findings.count { $0.severity == severity }
      guard count > 0 else { return nil }
      let plural = count > 1 ? language("s", "") : ""
      return language(
        "\(count) \(name(of: severity, language))\(plural)", "\(name(of: severity, language)) \(count) 条")
    }.joined(separator: language(", ", "，"))
  }

  private static func name(of severity: Finding.Severity, _ language: Language) -> String {
    switch severity {
    case .note: language("note", "提示")
    case .warning: language("warning", "警告")
    case .error: language("error", "错误")
    }
  }
}
