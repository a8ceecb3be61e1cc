import Foundation
import Testing

/// An option that would be heard and not heeded is refused in one sentence, and nothing is written.
@Suite struct RefusedOptionsTests {
  @Test(arguments: [
    (["--session", "last", "llama-3.1-8b"], "--session shows a whole scene"),
    (["--session", "last", "--dim", "64"], "--session shows a whole scene"),
    (["--preset", "rope", "--position", "7"], "--preset shows a whole scene"),
    (["--preset", "rope", "--view", "dials"], "--preset shows a whole scene"),
    (["--preset", "rope", "--session", "last"], "exclude each other"), (["explore", "--force"], "--record"),
    (["explore", "--describe", "--record", "x.cast"], "exclude each other"),
    (["shot", "heatmap", "--scale", "3", "-o", "x.svg"], "--scale means nothing without"),
    (["shot", "heatmap", "--scale", "3"], "--scale means nothing without"),
    (["shot", "heatmap", "--view", "dials"], "Unknown option '--view'"),
    (["lesson", "rope", "--size", "80x24"], "--size means nothing without --record"),
    (["lesson", "rope", "--force"], "--force means nothing without --record"),
    (["lesson", "--record", "x.cast"], "--record means nothing without a lesson's name"),
    (["lesson", "--check", "x.yaml", "--list"], "exclude each other"),
    (["models", "--guide", "--timeline"], "exclude each other"),
    (["compare", "llama-3.1-8b"], "a second SOURCE"), (["compare", "-", "-"], "read once"),
    (["shot", "compare", "-", "--with", "-"], "read once"),
    (["inspect", "gemma-3-4b", "--layer", "99"], "layers 0–33"),
    (["inspect", "llama-3.1-8b", "--layer", "32"], "layers 0–31"),
    (["inspect", "llama-3.1-8b", "--layer", "-1"], "layers 0–31"),
    (["inspect", "smollm3-3b", "--layer", "3"], "layers 0–2, 4–6"),
    (["inspect", "--layer", "3"], "--layer means nothing without a model"),
    (["inspect", "gemma-3-4b", "--group", "full_attention", "--layer", "5"], "exclude each other"),
    (["--scheme", "learned"], "--scheme cannot make learned"),
    (["shot", "heatmap", "--train", "9e9"], "0 to"), (["shot", "heatmap", "--positions", "5:2"], "start:stop"),
    (["shot", "compare", "--tolerance", "inf"], "--tolerance takes"),
    (["compare", "gpt2", "gpt2", "--tolerance", "inf"], "--tolerance takes"),
  ])
  func whatWouldNotBeHeededIsRefused(arguments: [String], sentence: String) throws {
    let folder = try Folder()
    let outcome = try run(list: arguments, input: Self.config, folder: folder.url)
    #expect(outcome.code == 64, "\(outcome.messages)")
    #expect(outcome.messages.contains(sentence), "\(outcome.messages)")
    #expect(outcome.messages.split(separator: "\n").count == 1 && outcome.output.isEmpty)
    #expect(try folder.contents.isEmpty)
  }

  #if Figures
    @Test(arguments: [
      (["--split", "beside,waves", "-o", "x.svg"], "a figure has one view"),
      (["--dpi", "300", "-o", "x.svg"], "--dpi means nothing without"),
      (["--text", "outlines", "-o", "x.png"], "--text means nothing without"),
      (["--ascii", "-o", "x.svg"], "Unknown option '--ascii'"),
    ])
    func aFigureRefusesWhatIsForScreensOrForOtherFormats(arguments: [String], sentence: String) throws {
      let folder = try Folder()
      let outcome = try run(list: ["figure", "heatmap"] + arguments, folder: folder.url)
      #expect(outcome.code == 64 && outcome.messages.contains(sentence), "\(outcome.messages)")
      #expect(try folder.contents.isEmpty)
    }

    @Test(arguments: [
      (["dials", "--magnify"], "--magnify means nothing for a figure"),
      (["heatmap", "--dtype", "float16"], "it belongs to precision"),
      (["bias", "--scheme", "alibi", "--causal"], "it belongs to attention"),
      (["heatmap", "--for", "numpy"], "`ropescope shot` heeds it"),
      (["spectrum", "--positions", "0:9"], "--positions means nothing for the figure spectrum"),
    ])
    func aFigureRefusesWhatItsViewDoesNotLookAt(arguments: [String], sentence: String) throws {
      let folder = try Folder()
      let outcome = try run(list: ["figure"] + arguments + ["-o", "x.svg"], folder: folder.url)
      #expect(outcome.code == 64 && outcome.messages.contains(sentence), "\(outcome.messages)")
      #expect(try folder.contents.isEmpty)
    }

    @Test func aFigureTakesTheThemesThatAShotTakes() throws {
      let folder = try Folder()
      _ = try folder.file("mine.yaml", "summary: mine\nappearance: light\ninherits: paper\n")
      for theme in ["light", "dark", "print", "amber", "./mine.yaml"] {
        let outcome = try run(
          list: ["figure", "heatmap", "--dim", "8", "--theme", theme, "--force", "-o", "x.svg"], folder: folder.url)
        #expect(outcome.code == 0, "\(theme): \(outcome.messages)")
      }
    }
  #endif

  private static let config =
    #"{"model_type": "llama", "hidden_size": 256, "num_attention_heads": 4, "max_position_embeddings": 64}"#

  @Test(arguments: [("en", "standard input"), ("zh", "标准输入")])
  func standardInputHasANameOfItsOwn(language: String, name: String) throws {
    let outcome = try run("inspect", "-", "--lang", language, input: Self.config)
    #expect(outcome.code == 0 && outcome.text.hasPrefix(name), "\(outcome.text)")
    let broken = try run("inspect", "-", "--lang", language, input: "{")
    #expect(broken.code == 65 && broken.messages.contains("\(name):1:2"), "\(broken.messages)")
    let comparison = try run("compare", "-", "gpt2", "--lang", language, input: Self.config)
    #expect(comparison.text.hasPrefix("A  \(name)"))
  }

  @Test(arguments: [
    (["--nosuch"], "Unknown option '--nosuch'", "没有选项 --nosuch"),
    (["shot"], "Missing expected argument '<view>'", "缺少参数 <view>"),
    (["keys", "one"], "nexpected argument", "多余的参数"), (["data", "table", "--dim"], "Missing value", "后面缺少值"),
    (["keys", "b", "c"], "'b', 'c'", "多余的参数：b、c。"), (["--abc"], "option '--abc'. `", "没有选项 --abc。`"),
    (["shot", "dials", "--magnify=3"], "'3' was specified. `", "--magnify 不带值；给出的是“3”。`"),
    (["--generate-completion-script=tcsh"], "'tcsh'", "不能为“tcsh”生成补全脚本；可用：zsh、bash、fish。"),
    (["--\u{1B}[31m"], "␛[31m", "␛[31m"),
  ])
  func aCommandLineThatIsNotUnderstoodGetsOneSentence(arguments: [String], english: String, chinese: String) throws {
    for (language, sentence) in [("en_US.UTF-8", english), ("zh_CN.UTF-8", chinese)] {
      let outcome = try run(list: arguments, environment: ["LC_ALL": language])
      #expect(outcome.code == 64 && outcome.output.isEmpty)
      #expect(outcome.messages.hasPrefix("ropescope: ") && outcome.messages.contains(sentence), "\(outcome.messages)")
      #expect(outcome.messages.split(separator: "\n").count == 1 && !outcome.messages.contains("\u{1B}"))
    }
    #expect(try run(list: ["shot", "--lang", "zh"]).messages.contains("缺少参数"))
  }

  @Test(arguments: [
    (["data", "bias", "gpt2"], "the scheme learned has no bias"),
    (["data", "bias", "t5-small"], "name the checkpoint"),
  ])
  func aCheckpointIsNamedOnlyWhereItWouldHelp(arguments: [String], sentence: String) throws {
    let outcome = try run(list: arguments)
    #expect(outcome.code == 65 && outcome.messages.contains(sentence), "\(outcome.messages)")
  }
}
