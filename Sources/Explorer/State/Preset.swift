/// A scene to begin with, under a name: the arguments with which the program shows it.
public struct Preset: Hashable, Sendable {
  /// What to type for it.
  public let name: String
  /// The arguments, as after the program's name.
  public let arguments: [String]
  private let english: String
  private let chinese: String

  /// What it shows.
  public func summary(in language: Language) -> String { language(english, chinese) }

  /// The presets that come with the program.
  public static let all: [Preset] = [
    Preset(
      "by-hand", "--scheme sinusoidal --dim 512 --view waves", "the sinusoids of the paper, d = 512",
      "论文中的正弦编码，d = 512"),
    Preset(
      "one-pair", "--scheme rope --dim 2 --view dials --position 3 --second 1 --magnify", "RoPE on a single pair",
      "单个特征对上的 RoPE"),
    Preset(
      "rope", "--scheme rope --dim 64 --view heatmap --positions 0:512", "RoPE of one head over 512 positions",
      "一个头的 RoPE，512 个位置"),
    Preset(
      "long-context", "llama-3.1-8b --positions 0:131072 --view heatmap", "Llama 3.1 over all the positions it takes",
      "Llama 3.1 的全部位置"),
    Preset(
      "extensions",
      "--scheme rope --dim 128 --scaling yarn --factor 16 --original-length 4096 --view reach --split auto,spectrum",
      "every context extension from 4096 to 65 536 tokens", "各种上下文扩展：4096 到 65 536 词元"),
    Preset(
      "alibi", "--scheme alibi --heads 8 --view bias --positions 0:64", "ALiBi's penalties, head by head",
      "ALiBi 的逐头惩罚"),
    Preset(
      "t5-buckets", "--scheme t5 --view bias --positions 0:128", "T5's buckets of distance", "T5 的距离桶"),
    Preset(
      "local-global", "gemma-3-4b --view spectrum", "a model whose layers turn at two bases", "不同层使用两种底数的模型"),
    Preset(
      "similarity", "--scheme sinusoidal --dim 128 --view similarity --positions 0:128",
      "how alike two positions are, by distance", "两个位置的相似度随距离的变化"),
  ]

  private init(_ name: String, _ arguments: String, _ english: String, _ chinese: String) {
    self.name = name
    self.arguments = arguments.split(separator: " ").map(String.init)
    (self.english, self.chinese) = (english, chinese)
  }
}
