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

  @Test func theHelpReadsAsItShould() throws {
    var exploration = try Exploration.sample(size: Size(rows: 140, columns: 100))
    _ = exploration.after(.toggleHelp)
    try expectGolden(plainText(of: exploration.frame), "help-100x140")
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

  @Test func everyModelOfTheCatalogueIsDrawn() throws {
    for name in Catalogue.names {
      for view in ViewName.allCases {
        var exploration = try Exploration.sample(name)
        for _ in 0..<(exploration.scene.subject.model?.groups.count ?? 1) {
          _ = exploration.after(.setView(view), .setPosition(9), .stepGroup(by: 1))
          #expect(exploration.line(0).contains("ropescope"))
          #expect(!plainText(of: exploration.frame).contains("FAILS"), "\(name) \(view)")
        }
      }
    }
  }
}

@Suite struct CheckTests {
  @Test(arguments: Scene.Component.allCases, [0, 1, 4095, 131_071, 9_999_999, Window.lastPosition])
  func theCheckBelowThePictureHolds(component: Scene.Component, position: Int) throws {
    for scheme in [Scheme.rope, .sinusoidal] {
      var exploration = try Exploration.sample(
        encoding: try EncodingOptions(scheme: scheme, dimension: 64).applied(to: nil))
      for view in ViewName.allCases {
        for window in [1, 300, 10_000_000] {
          _ = exploration.after(
            .setView(view), .setComponent(component), .setWindow(position..<(position + 1)),
            .setWindow(max(0, position - window + 1)..<(position + 1)), .setPosition(position))
          let foot = exploration.line(exploration.size.rows - 2)
          let answers = view != .bias && (![.reach, .pipeline].contains(view) || scheme == .rope)
          #expect(
            foot.contains("check") == answers && !foot.contains("FAILS"), "\(scheme) \(view) \(window): \(foot)")
        }
      }
    }
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
