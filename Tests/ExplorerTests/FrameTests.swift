import Checkpoints
import Encodings
import Export
import Screen
import TestSupport
import Testing

@testable import Explorer

@Suite struct GoldenFrameTests {
  @Test(arguments: ViewName.allCases, ColorDepth.allCases)
  func aSmallScreenLooksAsItShouldInEachTier(view: ViewName, depth: ColorDepth) throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: Size(rows: 14, columns: 48), depth: depth)
    _ = exploration.after(.setView(view), .setPosition(100), .setSecond(96), .setPair(3))
    try expectGolden(goldenText(of: exploration.frame), "\(view.rawValue)-48x14-\(depth.rawValue)")
  }

  @Test(arguments: ViewName.allCases, Language.allCases)
  func aUsualScreenReadsAsItShouldInEachLanguage(view: ViewName, language: Language) throws {
    var exploration = try Exploration.sample("gemma-3-4b", size: Size(rows: 24, columns: 80), language: language)
    _ = exploration.after(.setView(view), .setPosition(70), .toggleMagnified)
    try expectGolden(plainText(of: exploration.frame), "\(view.rawValue)-80x24-\(language.rawValue)")
  }

  @Test func aWideScreenShowsBothViews() throws {
    let exploration = try Exploration.sample("qwen3-8b", size: Size(rows: 40, columns: 120))
    try expectGolden(plainText(of: exploration.frame), "both-120x40")
  }

  @Test func aScreenInASCIIHasNothingElse() throws {
    for view in ViewName.allCases {
      var exploration = try Exploration.sample("llama-3.1-8b", depth: .mono, asciiOnly: true)
      _ = exploration.after(.setView(view), .toggleMagnified)
      #expect(exploration.frame.cells.allSatisfy { $0.scalar.isASCII })
      #expect(!plainText(of: exploration.frame).contains("?  ") || view == .heatmap)
      try expectGolden(plainText(of: exploration.frame), "\(view.rawValue)-80x24-ascii")
    }
  }

  /// A sign that ASCII has nothing like is a question mark: none of the program's own may be one.
  @Test(arguments: ViewName.allCases, Scheme.allCases.filter { $0 != .learned })
  func everySignHasALikenessInASCII(view: ViewName, scheme: Scheme) throws {
    var exploration = try Exploration.sample(
      encoding: EncodingOptions(scheme: scheme).applied(to: nil), size: Size(rows: 60, columns: 160))
    _ = exploration.after(.setView(view), .setPosition(7), .setSecond(3))
    for action in [Action.dismissNotice, .toggleMagnified, .stepComponent(by: 1), .openPalette] {
      _ = exploration.after(action)
      let frame = exploration.frame
      let plain = frame.transliterated()
      let lost = frame.cells.indices.filter { frame.cells[$0].scalar != "?" && plain.cells[$0].scalar == "?" }
      let signs = Set(lost.map { String(frame.cells[$0].scalar) })
      #expect(signs.filter { !("\u{2801}"..."\u{28FF}").contains($0) } == [], "\(action)")
    }
  }

  @Test func theHelpReadsAsItShould() throws {
    var exploration = try Exploration.sample(size: Size(rows: 175, columns: 100))
    _ = exploration.after(.toggleHelp)
    try expectGolden(plainText(of: exploration.frame), "help-100x175")
  }
}

@Suite struct EverySizeTests {
  @Test(arguments: [Language.english, .chinese]) func drawingSurvivesEverySize(language: Language) throws {
    for rows in [0, 1, 3, 7, 8, 9, 13] {
      for columns in [0, 1, 35, 36, 40, 109, 110] {
        var exploration = try Exploration.sample(
          "gemma-3-4b", size: Size(rows: rows, columns: columns), language: language)
        for action in [Action.setView(.dials), .toggleMagnified, .openCommandLine, .type(.letter("x")), .toggleHelp] {
          _ = exploration.after(action)
          #expect(exploration.frame.size == Size(rows: rows, columns: columns))
        }
      }
    }
  }

  @Test(arguments: [ViewName.attention, .pipeline, .digits], [36, 40, 58, 90, 300])
  func viewsOfTokensSurviveEverySize(view: ViewName, columns: Int) throws {
    for rows in [8, 9, 17, 46] {
      for scheme in [Scheme.rope, .none] {
        var exploration = try Exploration.sample(
          encoding: try EncodingOptions(scheme: scheme).applied(to: nil), size: Size(rows: rows, columns: columns),
          language: .chinese)
        for face in Scene.AttentionFace.allCases {
          _ = exploration.after(.setFace(face), .setView(view), .setPosition(1 << 40), .setPair(1), .setShift(9))
          #expect(exploration.frame.size == Size(rows: rows, columns: columns))
          #expect(!plainText(of: exploration.frame).contains("不成立"))
        }
      }
    }
  }

  @Test func aVastScreenIsFilled() throws {
    var exploration = try Exploration.sample("gemma-3-4b", size: Size(rows: 200, columns: 500))
    _ = exploration.after(.setView(.dials))
    #expect(exploration.line(198).contains("check"))
    #expect(exploration.line(1).contains("dials"))
  }

  @Test func aTinyWindowSaysWhatItNeeds() throws {
    let exploration = try Exploration.sample(size: Size(rows: 3, columns: 30))
    #expect(exploration.line(0) + exploration.line(1) == "The window is too small: 36×8 needed.".padded(to: 60))
  }

  /// One of each kind of model; `make bench` draws all of them at every size and in every tier.
  @Test(arguments: [
    "llama-3.1-8b", "gemma-4-26b-a4b", "phi-3-mini-128k", "qwen2-vl-7b", "t5-small", "whisper-tiny", "bloom-560m",
    "deberta-v3-base",
  ])
  func everyKindOfModelIsDrawn(name: String) throws {
    var exploration = try Exploration.sample(name)
    for view in ViewName.allCases {
      _ = exploration.after(.setView(view), .setPosition(9), .stepGroup(by: 1))
      #expect(exploration.line(0).contains("ropescope"))
      #expect(!plainText(of: exploration.frame).contains("FAILS"), "\(name) \(view)")
    }
  }
}

@Suite struct CheckTests {
  @Test(arguments: Scene.Component.allCases, [0, 4095, 9_999_999, Window.lastPosition])
  func theCheckBelowTheHeatmapHolds(component: Scene.Component, position: Int) throws {
    for scheme in [Scheme.rope, .sinusoidal] {
      for window in [1, 10_000_000] {
        let foot = try foot(scheme, [.setComponent(component)], at: position, window)
        #expect(foot.contains("check") && !foot.contains("FAILS"), "\(scheme) \(window): \(foot)")
      }
    }
  }

  @Test(arguments: ViewName.allCases, [1, 131_071, Window.lastPosition])
  func theCheckBelowEveryPictureHolds(view: ViewName, position: Int) throws {
    for scheme in [Scheme.rope, .sinusoidal] {
      let foot = try foot(scheme, [.setView(view)], at: position, 300)
      let answers = view != .bias && (![.reach, .pipeline].contains(view) || scheme == .rope)
      #expect(foot.contains("check") == answers && !foot.contains("FAILS"), "\(scheme): \(foot)")
    }
  }

  /// The last row of the picture: its check, where it has one.
  private func foot(_ scheme: Scheme, _ actions: [Action], at position: Int, _ window: Int) throws -> String {
    var exploration = try Exploration.sample(
      encoding: try EncodingOptions(scheme: scheme, dimension: 64).applied(to: nil))
    for action in actions { _ = exploration.after(action) }
    _ = exploration.after(
      .setWindow(max(0, position - window + 1)..<(position + 1)), .setPosition(position))
    return exploration.line(exploration.size.rows - 2)
  }

  @Test func aFailingCheckIsMarkedInTheErrorsColour() throws {
    let theme = try #require(ThemeShelf()["midnight"])
    var frame = Frame(Size(rows: 3, columns: 60))
    let pane = PaneFrame(heading: "x", detail: "", check: .init(identity: "Δ", residual: .nan, limit: 1))
    _ = pane.draw(in: &frame, Area(frame.size), Look(theme: theme), .english)
    #expect(frame[2, 1]?.style.foreground == theme[.error])
  }
}

extension String {
  /// With blanks after it.
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
