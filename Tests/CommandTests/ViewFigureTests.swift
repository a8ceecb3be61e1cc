#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen
  import Testing

  @testable import ropescope

  /// Figures as values, before anything is drawn.
  @Suite struct ViewFigureTests {
    private func figure(_ arguments: String..., language: Language = .english) throws -> Figure {
      let scene = try shown(Array(arguments.dropFirst()), language)
      var seen = scene
      seen.view = try #require(ViewName(rawValue: arguments[0]))
      if !arguments.contains("--positions") { seen = ViewFigure.unframed(seen) }
      return try ViewFigure(scene: ViewFigure.settled(seen, language), language: language).figure()
    }

    private func heatmap(_ panel: Panel?) -> HeatmapContent? {
      if case .heatmap(let content)? = panel?.content { content } else { nil }
    }

    private func lines(_ panel: Panel?) -> [Line] {
      if case .lines(let lines)? = panel?.content { lines } else { [] }
    }

    @Test(arguments: [("integer", 65_025.0), ("one-hot", 1)])
    func coloursOfSimilaritySpanWhatIsShown(scheme: String, greatest: Double) throws {
      let content = try #require(heatmap(try figure("similarity", "--scheme", scheme).panels.first))
      #expect(content.bounds == 0...greatest && content.kind == .sequential)
    }

    @Test(arguments: ["llama-3.1-8b", "gemma-3-4b", "gemma-4-26b-a4b", "llama-2-7b"])
    func everyWaveIsSeenToSwingFromOneToMinusOne(model: String) throws {
      for panel in try figure("waves", model).panels {
        for line in lines(panel).prefix(2) {
          let values = line.points.map(\.y).filter(\.isFinite)
          #expect((values.max() ?? 0) > 0.9 && (values.min() ?? 0) < -0.9, "\(panel.title)")
        }
      }
    }

    @Test func turnsTooCloseToDrawAreHatchedAndSaidToBe() throws {
      let figure = try figure("waves", "gemma-3-4b", "--positions", "0:131072")
      #expect(lines(figure.panels.first).first?.name == "cos, sin, too close")
      #expect(lines(figure.panels.last).contains { $0.name == "cos p·ω" })
      #expect(figure.caption.first?.contains("Hatched") == true)
      let ends = lines(figure.panels.first).first?.points.prefix(2).map(\.y)
      #expect(ends == [-1, 1])
    }

    @Test func onePositionIsADot() throws {
      let panel = try figure("waves", "llama-3.1-8b", "--positions", "5:6").panels.first
      #expect(lines(panel).contains { $0.points.count == 1 })
    }

    @Test func tablesAreComparedByFeatureAndTheirWavesByPair() throws {
      let panels = try figure("compare", "--scheme", "sinusoidal").panels
      #expect(panels.map(\.x.label) == ["", "", "feature j", "pair i"])
      #expect(panels.compactMap { heatmap($0)?.label } == ["PE(p)", "PE(p)", "A − B  PE(p)"])
    }

    @Test func pairsThatOneOfTwoLacksAreLeftOutAndSaidToBe() throws {
      let figure = try figure("compare", "gpt-j-6b", "--with", "qwen3-8b")
      #expect(Set(figure.panels.map(\.x.range)) == [-0.5...31.5])
      #expect(figure.caption.first?.hasPrefix("Pairs 32…63 of B") == true)
    }

    @Test func theDigitBelowIsThatOfThePositionsShown() throws {
      let figure = try figure("digits", "--dim", "4", "--positions", "100:400", "--pair", "0")
      #expect(figure.panels[1].x.range == 99.5...399.5)
    }

    @Test func theDecayFallsAsFarAsAnyDistanceOfABlockDoes() throws {
      let arguments = ["qwen3-8b", "--positions", "0:4096"]
      let figure = try figure("similarity", arguments[0], arguments[1], arguments[2])
      let decay = try #require(Decay(encoding: try shown(arguments).encoding))
      let least = try #require((0..<4096).map(decay.score(atDistance:)).min())
      #expect(lines(figure.panels[1]).last?.points.map(\.y).min() == least)
      #expect(figure.caption.first?.contains("up to 9 distances") == true)
    }

    @Test func eachHandHasItsPositionInTheKey() throws {
      let dials = try figure("dials", "llama-3.1-8b", "--position", "9", "--second", "4")
      #expect(dials.panels[0].key.map(\.name) == ["position 9", "position 4"])
      let sinusoids = try figure("dials", "--scheme", "sinusoidal", "--position", "9")
      #expect(!sinusoids.caption.joined().contains("training"))
    }

    @Test func aCodeIsWrittenWithTheFactorBesideIt() throws {
      guard case .table(let table)? = try figure("pipeline", "qwen2.5-7b", "--position", "900").panels.last?.content
      else { return #expect(Bool(false)) }
      let code = try #require(table.rows.first { $0.first?.text.contains("code") == true })
      #expect(code[0].text == "  code ×1.139" && code[1].text == "cos −0.9697 sin −0.2442")
    }

    @Test func extensionsAreToldApartWithoutColour() throws {
      let dashes = lines(try figure("spectrum", "llama-3.1-8b").panels.first).prefix(7).map(\.dash)
      #expect(Set(dashes).count == 7)
    }

    @Test func whatOverflowsIsSaidToBeDrawnAsTheLargestError() throws {
      let past = try figure("precision", "qwen3-8b", "--dtype", "float16", "--positions", "65000:66000")
      #expect(past.caption.first?.contains("float16 overflows") == true)
      let before = try figure("precision", "qwen3-8b", "--dtype", "float16", "--positions", "0:1000")
      #expect(before.caption.first?.contains("overflows") == false)
    }

    @Test(arguments: [(Language.english, "learned values unknown"), (.chinese, "学习所得的数值未知")])
    func captionsHaveWordsInPlaceOfKeys(language: Language, words: String) throws {
      let scene = try shown(["gpt2"])
      let caption = SceneFacts(scene: scene).caption(language)
      #expect(caption.contains(words) && !caption.contains("_"))
      let changed = try shown(["llama-3.1-8b", "--base", "1e4"])
      let own = SceneFacts(scene: changed).caption(language)
      #expect(own.contains(language("the model itself base 500000", "模型原有 底数 500000")) && !own.contains("_"))
    }

    @Test func aCaptionIsSilentOnWhatASchemeHasNot() throws {
      let alibi = try figure("compare", "--scheme", "alibi", "--with", "heads=16").caption.joined()
      #expect(!alibi.contains("quantity") && alibi.contains("head 0"))
      #expect(try !figure("formula", "qwen3-8b").caption.joined().contains("head 0"))
    }

    @Test func aTitleNamesQuantityGroupAndHead() throws {
      #expect(try figure("heatmap", "gemma-3-4b").title == "heatmap of gemma-3-4b · sliding_attention: cos p·ω")
      let bias = try figure("bias", "--scheme", "alibi", "--head", "3", language: .chinese)
      #expect(bias.title == "alibi 的偏置：头 3")
    }

    @Test func wholeNumbersOfAFormulaStandInGroupsOfThree() {
      #expect(
        ViewFigure.grouped("= 131071 · 0.048696753 = 10000^(84/256)") == "= 131 071 · 0.048696753 = 10 000^(84/256)")
    }

    @Test(arguments: [(6.283, "6.28"), (1594, "1.59k"), (9_016_000, "9.02M"), (11_100_000, "11.1M")])
    func wavelengthsOfDialsHaveThreeDigits(value: Double, text: String) {
      #expect(ViewFigure.threeDigits(value) == text)
    }

    @Test func theCommandOfAFigureNamesOnlyWhatItsViewLooksAt() throws {
      var scene = try shown(["llama-3.1-8b", "--positions", "8:64", "--position", "9", "--pair", "3"])
      scene.view = .formula
      #expect(
        CommandLineSpelling.figure(of: scene, .english)
          == ["ropescope", "figure", "formula", "llama-3.1-8b", "--position", "9", "--pair", "3", "--lang", "en"])
      scene.view = .heatmap
      #expect(CommandLineSpelling.figure(of: scene, .english).contains("--position") == false)
    }
  }
#endif
