import ArgumentParser
import Explorer
import Export

/// Writes the numbers themselves, at full precision.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: spoken(
      "Write numbers: frequencies, cosines and sines, tables, biases and more.", "输出数值：频率、余弦与正弦、表、偏置等。"),
    discussion: spoken(
      """
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

      The name of a view stands for the numbers it draws: heatmap (cos-sin, or table), waves (cos-sin), spectrum \
      (frequencies; of all extensions: reach). attention with --sentence has what the view of attention shows.

      Rows are positions. JSON has every group of layers; CSV and NPY one, where groups differ (--group).

      Examples:
        ropescope data frequencies llama-3.1-8b --format json
        ropescope data table --scheme sinusoidal --dim 128 --positions 0:1048576 --dtype f32 -o table.npy
        ropescope data buckets --scheme t5 --num-buckets 32 --max-distance 128 --distances=-256:257
        ropescope data compare llama-3.1-8b --with qwen3-8b --positions 0:4096 -o difference.csv
      """,
      """
      frequencies  每个特征对的频率，单位为弧度/词元
      angles       各位置、各特征对的角度（弧度，含整圈）
      cos-sin      各位置、各特征对的余弦与正弦，已乘注意力系数
      table        位置向量，每行一个位置
      rotate       把 --vector a,b,… 旋转到每个位置
      slopes       ALiBi 每个头的斜率
      bias         加到得分上的偏置，按头、查询与键
      buckets      每个距离（键 − 查询）的桶（t5、shaw、deberta）
      similarity   两个位置的向量的余弦相似度；--no-normalised：它们的点积
      decay        q = k 时得分随距离的变化，以及 RoFormer 给出的上界
      attention    除位置外都相同的词元之间的权重
      precision    用 --dtype float32、bfloat16 或 float16 计算的余弦与正弦，以及余弦的误差
      dials        每个特征对的角度（−π 到 π）、圈数，以及训练见过的圈数
      digits       位置的 β 进制数位，β = base^(2/d)，每个特征对一位
      reach        每种扩展下各特征对的波长、首个未见位置、圆周未见部分、拥挤度
      pipeline     每个特征对的嵌入、查询、键、角度、旋转与得分；--positions m，--second n
      formula      手工计算的各个数（--pair、--head、--second）及其残差
      compare      同样的列上的 A、B（--with）与 A − B
      divergence   A 与 B 的差首次超过 --tolerance 的位置
      mixing       卷积、循环与注意力中从输入到输出的步数
      pooled       --sentence 两种词序的池化输出及其差

      视图的名称代表它所画的数值：heatmap（cos-sin 或 table）、waves（cos-sin）、spectrum（frequencies；\
      所有扩展：reach）。attention 加 --sentence 则与注意力视图相同。

      行是位置。JSON 含所有层组；各组不同时 CSV 与 NPY 只含一组（--group）。

      例：
        ropescope data frequencies llama-3.1-8b --format json
        ropescope data table --scheme sinusoidal --dim 128 --positions 0:1048576 --dtype f32 -o table.npy
        ropescope data buckets --scheme t5 --num-buckets 32 --max-distance 128 --distances=-256:257
        ropescope data compare llama-3.1-8b --with qwen3-8b --positions 0:4096 -o difference.csv
      """))

  @Argument(help: .kind)
  var kind: String
  @Argument(help: .source)
  var source: String?
  @Option(help: .spoken("csv, json or npy; by the ending of -o, else csv.", "csv、json 或 npy；默认按 -o 的扩展名，否则为 csv。"))
  var format: String?
  @Option(
    parsing: .unconditional,
    help: .spoken(
      "Positions: 0,1,2,7 or start:stop or start:stop:step, stop excluded.",
      "位置：0,1,2,7 或 start:stop 或 start:stop:step，不含 stop。"))
  var positions: String?
  @Option(
    parsing: .unconditional, help: .spoken("Distances key - query, written like positions.", "距离（键 − 查询），写法与位置相同。"))
  var distances: String?
  @Option(
    parsing: .unconditional,
    help: .spoken("rotate: the numbers of one head, between commas.", "rotate：一个头的各个数，以逗号分隔。"))
  var vector: String?
  @Option(
    help: .spoken(
      "NPY: f64 or f32. precision: float32, bfloat16 or float16.",
      "NPY：f64 或 f32。precision：float32、bfloat16 或 float16。"))
  var dtype: String?
  @Option(
    help: .spoken(
      "precision: what is cast to the format, inputs or result.", "precision：转换到该格式的对象，inputs（输入）或 result（结果）。"))
  var cast: String?
  @Option(
    parsing: .unconditional,
    help: .spoken("attention, formula, compare: the head, from 0.", "attention、formula、compare：头，从 0 数起。"))
  var head: String?
  @Flag(
    help: .spoken("attention, mixing, pooled: a token sees none after it.", "attention、mixing、pooled：词元看不到其后的词元。"))
  var causal = false
  @Option(parsing: .unconditional, help: .spoken("formula: pair of features, from 0.", "formula：特征对，从 0 数起。"))
  var pair: String?
  @Option(
    parsing: .unconditional,
    help: .spoken("pipeline, formula: second position, that of the key.", "pipeline、formula：第二个位置（键的位置）。"))
  var second: String?
  @Option(
    help: .spoken(
      "attention, mixing, pooled, pipeline: words; after « / » in another order.",
      "attention、mixing、pooled、pipeline：句子；“ / ”之后为另一种词序。"))
  var sentence: String?
  @Option(
    parsing: .unconditional,
    help: .spoken("pipeline: by how much both positions are shifted.", "pipeline：两个位置同时平移的量。"))
  var shift: String?
  @Option(
    parsing: .unconditional,
    help: .spoken("reach: length, in tokens, that extensions should reach.", "reach：扩展要达到的长度（词元数）。"))
  var target: String?
  @Option(
    name: .customLong("with"),
    help: .spoken(
      "compare, divergence: a source, or options such as none, «yarn factor=8», base=5e5, layout=interleaved.",
      "compare、divergence：一个来源，或 none、“yarn factor=8”、base=5e5、layout=interleaved 等选项。"))
  var comparand: String?
  @Option(
    help: .spoken(
      "compare, divergence: cosine, sine, table, angle or concentration.",
      "compare、divergence：cosine、sine、table、angle 或 concentration。"))
  var component: String?
  @Option(
    parsing: .unconditional,
    help: .spoken("divergence: differences up to this count as none.", "divergence：不超过此值的差视为相同。"))
  var tolerance: String?
  @Flag(
    inversion: .prefixedNo,
    help: .spoken("similarity: divided by the norms of both vectors.", "similarity：除以两个向量的范数。"))
  var normalised: Bool?
  @Flag(
    help: .spoken(
      "csv, npy: version, parameters and this command in comments (#); json has them always.",
      "csv、npy：以注释（#）写明版本、参数和本命令；json 总会写明。"))
  var comments = false
  @OptionGroup var output: OutputOptions
  @OptionGroup(title: spoken("Encoding", "编码")) var encoding: EncodingArguments
  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = try speech.language()
    let spelling = CommandLineSpelling.withoutPlaces(CommandLine.arguments, language: language.rawValue)
    let file = try DataFile(self, spelling: spelling, language)
    let overwrite = try output.mayOverwrite(language)
    try output.write(overwrite: overwrite, language) { try file.write(to: $0) }
    for sentence in file.omitted { Message.say(sentence) }
  }
}
