import ArgumentParser
import Explorer

/// The program: its commands, and how they end.
@main struct Ropescope: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "ropescope",
    abstract: "See what a transformer's position encoding does, and check that it is right.",
    discussion: """
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
    version: version,
    subcommands: [
      Explore.self, Inspect.self, CompareCommand.self, CheckCommand.self, DataCommand.self, CodeCommand.self,
      Shot.self,
      FigureCommand.self, LessonCommand.self, Themes.self, Models.self, Keys.self,
    ],
    defaultSubcommand: Explore.self)

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      failure.end()
    } catch {
      // What the parser of arguments throws knows how it ends; nothing else should have come this far.
      let code = exitCode(for: error)
      if code == .validationFailure {
        Failure(.usage, ParserWording(Self.message(for: error)).sentence(.spoken(by: CommandLine.arguments))).end()
      }
      guard code == .failure, !(error is ExitCode) else { exit(withError: error) }
      Failure(unexpected: error, .spoken(by: CommandLine.arguments)).end()
    }
  }
}
