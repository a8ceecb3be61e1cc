import ArgumentParser
import Explorer
import Export

/// Writes the numbers themselves, at full precision.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Write numbers: frequencies, cosines and sines, tables, biases and more.",
    discussion: """
      frequencies  inverse frequencies by pair, in radians per token
      angles       angles by position and pair, in radians, whole turns included
      cos-sin      cosines and sines by position and pair, times the attention factor
      table        position vectors, positions as rows
      rotate       --vector a,b,… turned to each position
      slopes       ALiBi's slope of each head
      bias         what is added to scores, by head, query and key
      buckets      the bucket of each distance key - query (t5, shaw, deberta)
      similarity   the cosine of two positions' vectors; --no-normalised: their dot product
      decay        the score of q = k over distance, and RoFormer's bound on it
      attention    weights among tokens that are alike but for their position
      precision    cosines and sines as --dtype float32, bfloat16 or float16 computes them, and the cosine's error

      Rows are positions. JSON has every group of layers; CSV and NPY one, where groups differ (--group).

      Examples:
        ropescope data frequencies llama-3.1-8b --format json
        ropescope data table --scheme sinusoidal --dim 128 --positions 0:1048576 --dtype f32 -o table.npy
        ropescope data buckets --scheme t5 --num-buckets 32 --max-distance 128 --distances=-256:257
      """)

  @Argument(help: "\(DataKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: String
  @Argument(help: .source)
  var source: String?
  @Option(help: "csv, json or npy; by the ending of -o, else csv.")
  var format: String?
  @Option(parsing: .unconditional, help: "Positions: 0,1,2,7 or start:stop or start:stop:step, stop excluded.")
  var positions: String?
  @Option(parsing: .unconditional, help: "Distances key - query, written like positions.")
  var distances: String?
  @Option(parsing: .unconditional, help: "rotate: the numbers of one head, between commas.")
  var vector: String?
  @Option(help: "NPY: f64 or f32. precision: float32, bfloat16 or float16.")
  var dtype: String?
  @Option(help: "precision: what is cast to the format, inputs or result.")
  var cast: String?
  @Option(parsing: .unconditional, help: "attention: the head, from 0.")
  var head: String?
  @Flag(help: "attention: a token sees none after it.")
  var causal = false
  @Flag(inversion: .prefixedNo, help: "similarity: divided by the norms of both vectors.")
  var normalised: Bool?
  @Option(name: [.customShort("o"), .customLong("output")], help: "The file to write.")
  var output: String?
  @Flag(help: "Overwrite the file if it is there.")
  var force = false
  @OptionGroup(title: "Encoding") var encoding: EncodingArguments
  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = try speech.language()
    let file = try DataFile(self, language)
    let overwrite = try Output.mayOverwrite(output, force: force, language)
    try Output.write(to: output, overwrite: overwrite, language) { try file.write(to: $0) }
    for sentence in file.omitted { Message.say(sentence) }
  }
}
