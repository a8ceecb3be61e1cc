#if Figures
  import Explorer
  import Foundation
  import Testing

  /// What cannot be drawn is refused in words and leaves nothing; at the ends of parameters nothing traps.
  @Suite struct FigureRefusalTests {
    /// Parameters at the ends of what options take, of few features, for there are many views.
    private static let extremes = [
      ["--dim", "2"], ["--dim", "8", "--base", "1.0000001"], ["--dim", "8", "--base", "1e300"],
      [
        "--dim", "8", "--scaling", "yarn", "--factor", "2", "--original-length", "64", "--attention-factor",
        "1.7e308",
      ],
      ["--dim", "4", "--position", "1099511627775", "--second", "5", "--positions", "1099511627775:1099511627776"],
      ["--scheme", "integer"],
    ]

    @Test(arguments: extremes) func everyFigureIsDrawnOrRefusedAtTheEndsOfParameters(parameters: [String]) throws {
      let folder = try Folder()
      for view in ViewName.allCases {
        let more = view == .compare ? ["--with", "none"] : []
        let outcome = try run(
          list: ["figure", view.rawValue] + parameters + more + ["-o", "\(view.rawValue).svg"], folder: folder.url)
        #expect([0, 64, 65].contains(outcome.code), "\(view): \(outcome.code) \(outcome.messages)")
      }
    }

    @Test(arguments: [
      (["bias", "-o", "x.png"], 65, "nothing for the view"), (["heatmap", "-o", "x.bmp"], 64, ".png .svg .pdf"),
      (["heatmap", "-o", "x.png", "--width", "9"], 64, "--width takes"),
      (["heatmap", "-o", "x.png", "--dpi", "nan"], 64, "--dpi takes"),
      (["heatmap", "-o", "x.png", "--theme", "mauve"], 64, "Known: dark, light, amber"),
      (["heatmap", "-o", "x.png", "--width", "5000mm", "--dpi", "2400"], 64, "a smaller --dpi or --width"),
      (["heatmap", "-o", "x.svg", "--text", "bold"], 64, "--text takes"),
      (["heatmap", "-o", "x.png", "--width", "1200px", "--dpi", "2400"], 64, "4000 px to 480 000 px at 2400 dpi"),
      (["heatmap", "-o", "nowhere/x.png"], 73, "no such file"), (["code", "-o", "x.png"], 64, "shot code"),
      (["compare", "--scheme", "alibi", "-o", "x.png"], 64, "--with"),
      (["compare", "--scheme", "alibi", "--with", "scheme=rope", "-o", "x.png"], 65, "share no values"),
      (["pipeline", "--scheme", "alibi", "-o", "x.png"], 65, "Only rotary"),
      (["attention", "--scheme", "t5", "-o", "x.png"], 65, "are learned"),
      (["attention", "gpt2", "-o", "x.png"], 65, "A learned table's numbers are in the checkpoint"),
      (["digits", "--scheme", "alibi", "-o", "x.png"], 65, "nothing for the view"),
      (
        ["heatmap", "--scheme", "one-hot", "--positions", "5000:6000", "-o", "x.png"], 64, "position 5000 has no row"
      ),
      (["heatmap", "bert-base", "-o", "x.png"], 65, "checkpoint"),
      (["spectrum", "--dim", "2", "-o", "x.png"], 65, "one pair alone"),
      (["attention", "--scheme", "xpos", "--scale-base", "1e-300", "-o", "x.png"], 65, "too large for numbers"),
      (["precision", "--scheme", "alibi", "-o", "x.png"], 65, "nothing for the view"),
      (["catalogue", "--filter", "zzz", "-o", "x.png"], 65, "Nothing here holds"),
    ])
    func whatCannotBeDrawnIsRefusedAndLeavesNothing(arguments: [String], code: Int32, sentence: String) throws {
      let folder = try Folder()
      let outcome = try run(list: ["figure"] + arguments, folder: folder.url)
      #expect(outcome.code == code)
      #expect(outcome.messages.contains(sentence), "\(outcome.messages)")
      #expect(try folder.contents.isEmpty)
    }
  }
#endif
