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
      dials        each pair's angle (−π to π), its turns, and the turns that training has seen
      digits       positions in base β = base^(2/d), a digit a pair
      reach        of every extension, by pair: wavelength, first unseen position, unseen share of the circle, crowding
      pipeline     embedding, query, key, angle, rotation and score of each pair; --positions m, --second n
      formula      the numbers of the calculation by hand at --pair, --head, --second, and its residual
      compare      A, B (--with) and A − B over the same columns
      divergence   the first position at which A and B part by more than --tolerance
      mixing       steps from inputs to outputs in a convolution, a recurrence and attention
      pooled       outputs of the two orders of --sentence, pooled, and their difference

      The name of a view stands for the numbers it draws: heatmap (cos-sin, or table), waves (cos-sin), spectrum
      (frequencies; of all extensions: reach). attention with --sentence has what the view of attention shows.

      Rows are positions. JSON has every group of layers; CSV and NPY one, where groups differ (--group).

      Examples:
        ropescope data frequencies llama-3.1-8b --format json
        ropescope data table --scheme sinusoidal --dim 128 --positions 0:1048576 --dtype f32 -o table.npy
        ropescope data buckets --scheme t5 --num-buckets 32 --max-distance 128 --distances=-256:257
        ropescope data compare llama-3.1-8b --with qwen3-8b --positions 0:4096 -o difference.csv
      """)

  @Argument(help: "\(DataKind.allCases.map(\.rawValue).joined(separator: ", ")); or a view.")
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
  @Option(parsing: .unconditional, help: "attention, formula, compare: the head, from 0.")
  var head: String?
  @Flag(help: "attention, mixing, pooled: a token sees none after it.")
  var causal = false
  @Option(parsing: .unconditional, help: "formula: pair of features, from 0.")
  var pair: String?
  @Option(parsing: .unconditional, help: "pipeline, formula: second position, that of the key.")
  var second: String?
  @Option(help: "attention, mixing, pooled, pipeline: words; after « / » in another order.")
  var sentence: String?
  @Option(parsing: .unconditional, help: "pipeline: by how much both positions are shifted.")
  var shift: String?
  @Option(parsing: .unconditional, help: "reach: length, in tokens, that extensions should reach.")
  var target: String?
  @Option(
    name: .customLong("with"),
    help: "compare, divergence: a source, or options such as none, «yarn factor=8», base=5e5, layout=interleaved.")
  var comparand: String?
  @Option(help: "compare, divergence: cosine, sine, table, angle or concentration.")
  var component: String?
  @Option(parsing: .unconditional, help: "divergence: differences up to this count as none.")
  var tolerance: String?
  @Flag(inversion: .prefixedNo, help: "similarity: divided by the norms of both vectors.")
  var normalised: Bool?
  @OptionGroup var output: OutputOptions
  @OptionGroup(title: "Encoding") var encoding: EncodingArguments
  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = try speech.language()
    let file = try DataFile(self, language)
    let overwrite = try output.mayOverwrite(language)
    try output.write(overwrite: overwrite, language) { try file.write(to: $0) }
    for sentence in file.omitted { Message.say(sentence) }
  }
}
