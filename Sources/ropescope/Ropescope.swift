import ArgumentParser
import Explorer
import Screen
import Terminal

/// The program: its commands, and how they end.
@main struct Ropescope: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "ropescope",
    abstract: spoken(
      "See what a transformer's position encoding does, and check that it is right.",
      "看清 Transformer 的位置编码在做什么，并验证它是否正确。"),
    discussion: spoken(
      """
      Without a command, the explorer opens: heatmap, dials, and the keys to turn them.

      A SOURCE is a model of the catalogue (ropescope models), a config.json, a .safetensors or .npy file, a folder, \
      or - for a config on standard input.

      Examples:
        ropescope                                       rotary encoding of 128 features
        ropescope llama-3.1-8b                          a model of the catalogue
        ropescope path/to/config.json --position 4096
        ropescope --scheme rope --dim 64 --base 5e5 --scaling yarn --factor 8
        ropescope inspect deepseek-v3                   what its config means, and what is doubtful
        ropescope compare llama-3.1-8b qwen3-8b         in what two differ, and from which position on
        ropescope check cos.npy --against llama-3.1-8b  whether a dumped table is what the model says
        ropescope data frequencies llama-3.1-8b --format json
        ropescope shot heatmap qwen3-8b --size 120x40 -o view.png
        ropescope figure reach llama-3.1-8b -o reach.pdf
      """,
      """
      不带命令则打开探索界面：热图、表盘，以及转动它们的按键。

      来源（SOURCE）可以是模型库中的模型（ropescope models）、config.json、.safetensors 或 .npy 文件、文件夹，\
      或 -（从标准输入读取配置）。

      例：
        ropescope                                       128 维的旋转编码
        ropescope llama-3.1-8b                          模型库中的一个模型
        ropescope path/to/config.json --position 4096
        ropescope --scheme rope --dim 64 --base 5e5 --scaling yarn --factor 8
        ropescope inspect deepseek-v3                   配置的含义，以及哪里可疑
        ropescope compare llama-3.1-8b qwen3-8b         二者有何不同，从哪个位置开始
        ropescope check cos.npy --against llama-3.1-8b  导出的表是否与模型一致
        ropescope data frequencies llama-3.1-8b --format json
        ropescope shot heatmap qwen3-8b --size 120x40 -o view.png
        ropescope figure reach llama-3.1-8b -o reach.pdf
      """),
    version: version,
    subcommands: [
      Explore.self, Inspect.self, CompareCommand.self, CheckCommand.self, DataCommand.self, CodeCommand.self,
      Shot.self,
      FigureCommand.self, LessonCommand.self, Themes.self, Models.self, Keys.self,
    ],
    defaultSubcommand: Explore.self)

  /// What was typed. Beside a wish for help the language is no option of any command: `ropescope --help --lang zh`.
  private static var words: [String] {
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.first == "help" || words.contains("--help") || words.contains("-h") else { return words }
    return words.indices.filter {
      words[$0] != "--lang" && !words[$0].hasPrefix("--lang=") && ($0 == 0 || words[$0 - 1] != "--lang")
    }.map { words[$0] }
  }

  static func main() {
    do {
      var command = try parseAsRoot(words)
      try command.run()
    } catch let failure as Failure {
      failure.end()
    } catch {
      // What the parser of arguments throws knows how it ends; nothing else should have come this far.
      let code = exitCode(for: error)
      if code == .validationFailure {
        Failure(.usage, ParserWording(Self.message(for: error)).sentence(.spoken(by: CommandLine.arguments))).end()
      }
      if let page = HelpWording(fullMessage(for: error, columns: 100_000)) {
        print(page.text(columns: min(Terminal.window?.columns ?? 80, 100), .spoken(by: CommandLine.arguments)))
        return
      }
      guard code == .failure, !(error is ExitCode) else { exit(withError: error) }
      Failure(unexpected: error, .spoken(by: CommandLine.arguments)).end()
    }
  }
}
