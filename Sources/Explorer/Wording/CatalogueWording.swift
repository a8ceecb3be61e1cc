extension CataloguePage {
  /// The schemes and extensions in the order in which they were published.
  static func timeline(_ language: Language) -> [Line] {
    func line(
      _ year: Int, _ name: String, _ scheme: String, _ model: String?, _ english: String, _ chinese: String
    ) -> Line {
      Line(year: String(year), name: name, scheme: scheme, about: language(english, chinese), model: model)
    }
    return [
      line(
        2017, language("sinusoids", "正弦编码"), "sinusoidal", "opus-mt-en-de",
        "Vaswani et al.: sines and cosines of fixed frequencies, added to the token. Nothing is learned.",
        "Vaswani 等：固定频率的正弦与余弦，加到词元上；不需学习。"),
      line(
        2018, language("learned tables", "可学习位置表"), "learned", "bert-base",
        "GPT and BERT: one learned row a position. Flexible, and at an end after the last row.",
        "GPT 与 BERT：每个位置一行训练得到的数。灵活，但到最后一行为止。"),
      line(
        2018, language("relative vectors", "相对向量"), "shaw", nil,
        "Shaw et al.: learned vectors of the clipped distance, in the score.",
        "Shaw 等：按截断距离取可学习向量，加入得分。"),
      line(
        2019, language("relative sinusoids", "相对正弦"), "transformer-xl", "transformer-xl",
        "Dai et al.: sinusoids of the distance in two of four score terms.",
        "Dai 等：距离的正弦进入得分四项中的两项。"),
      line(
        2019, language("bucketed biases", "分桶偏置"), "t5", "t5-small",
        "Raffel et al.: one learned number for each head and bucket of distances.",
        "Raffel 等：每个头、每个距离桶一个训练得到的数。"),
      line(
        2020, language("disentangled terms", "解耦项"), "deberta", "deberta-v3-base",
        "He et al.: content and position meet in terms of their own, by buckets of the difference.",
        "He 等：内容与分桶的相对位置在得分中各成一项。"),
      line(
        2021, "RoPE", "rope", "gpt-j-6b",
        "Su et al.: queries and keys are turned; the score depends on the distance alone.",
        "Su 等：旋转查询与键，得分只与距离有关。"),
      line(
        2021, "ALiBi", "alibi", "bloom-560m", "Press et al.: a penalty linear in the distance, one slope a head.",
        "Press 等：与距离成正比的惩罚，每个头一个斜率。"),
      line(
        2022, "KERPLE", "kerple", nil, "Chi et al.: the penalty as a kernel with two learned numbers a head.",
        "Chi 等：以核函数作惩罚，每个头两个训练得到的数。"),
      line(
        2022, "xPos", "xpos", nil,
        "Sun et al.: RoPE whose scores die away with distance, slow pairs last.",
        "Sun 等：得分随距离衰减的 RoPE，慢的特征对衰减最少。"),
      line(
        2023, language("position interpolation", "位置插值"), "rope · linear", "vicuna-7b-16k",
        "Chen et al.: positions divided by the factor; always inside what was trained, ever more crowded.",
        "Chen 等：位置除以倍数；总在训练范围之内，却越来越拥挤。"),
      line(
        2023, "NTK-aware, dynamic NTK", "rope · dynamic", "internlm2.5-7b",
        "bloc97, emozilla: a larger base leaves fast pairs alone and interpolates slow ones.",
        "bloc97、emozilla：增大底数，快的特征对不动，慢的被插值。"),
      line(
        2023, "YaRN", "rope · yarn", "qwen2.5-7b", "Peng et al.: interpolation by parts, and a factor on the scores.",
        "Peng 等：分段插值，并缩放得分。"),
      line(
        2023, "FIRE", "fire", nil, "Li et al.: a learned function of the distance as a share of the position.",
        "Li 等：距离与位置之比的可学习函数。"),
      line(
        2024, "LongRoPE", "rope · longrope", "phi-3-mini-128k", "Ding et al.: a searched divisor for each pair.",
        "Ding 等：为每个特征对搜索除数。"),
      line(
        2024, "Llama 3.1", "rope · llama3", "llama-3.1-8b", "By wavelength: short ones untouched, long ones divided.",
        "按波长：短波长的频率不动，长波长的频率除以倍数。"),
      line(
        2024, "M-RoPE", "rope", "qwen2-vl-7b", "Qwen2-VL: pairs shared out among time, height and width.",
        "Qwen2-VL：特征对分给时间、高度和宽度。"),
      line(
        2025, language("mixed layers", "混合层"), "rope", "gemma-3-4b",
        "Gemma 3, SmolLM3, EXAONE 4: bases that differ by layer, and layers without any position.",
        "Gemma 3、SmolLM3、EXAONE 4：各层底数不同，有的层没有位置编码。"),
    ]
  }

  /// Which encoding for what need, with what speaks for it and against it.
  static func guide(_ language: Language) -> [Line] {
    func line(
      _ need: (String, String), _ scheme: String, _ model: String, _ english: String, _ chinese: String
    ) -> Line {
      Line(
        year: "", name: language(need.0, need.1), scheme: scheme, about: language(english, chinese), model: model)
    }
    return [
      line(
        ("short classification", "短文本分类"), "learned", "bert-base",
        "For: fits the data freely, costs one addition. Against: ends at its last row; rows seldom trained stay noise.",
        "优点：自由拟合数据，只需一次加法。缺点：到最后一行为止；训练不足的行仍是噪声。"),
      line(
        ("long generation", "长文本生成"), "rope", "llama-3.1-8b",
        "For: relative by itself, keeps norms, and extensions are known. Against: past training it needs one of them.",
        "优点：天然具有相对性，保持范数，扩展方法成熟。缺点：超出训练长度时必须使用扩展。"),
      line(
        ("longer than trained", "超出训练长度"), "alibi", "bloom-560m",
        "For: goes on past training without change. Against: far tokens fade at fixed rates.",
        "优点：超出训练长度也无需改动。缺点：远处词元按固定速率衰减。"),
      line(
        ("relative distance matters", "相对距离重要"), "t5", "t5-small",
        "For: learns what each distance means; Shaw, Transformer-XL and DeBERTa let content take part. "
          + "Against: all distances past the last bucket are alike, and the scores cost more.",
        "优点：学习每段距离的含义；Shaw、Transformer-XL 与 DeBERTa 让内容参与打分。缺点：末桶之外的距离都一样，得分的计算更贵。"),
      line(
        ("light, nothing to learn", "轻量、无需学习"), "alibi", "mpt-7b",
        "For: one number a head, no table, no rotation. Against: prefers what is near, always.",
        "优点：每个头一个数，没有表，没有旋转。缺点：总是偏向近处。"),
      line(
        ("compatible with the first", "与原始 Transformer 兼容"), "sinusoidal", "opus-mt-en-de",
        "For: any position can be computed, as in the original Transformer. Against: fails past training in practice; "
          + "layouts and ladders differ between libraries.",
        "优点：任何位置都可计算，与最初的 Transformer 相同。缺点：实践中一超出训练长度便失效；各库的布局与频率阶梯不同。"),
      line(
        ("images and video", "图像与视频"), "rope (M-RoPE)", "qwen2-vl-7b",
        "For: time, height and width turn pairs of their own. Against: three positions a token to keep.",
        "优点：时间、高、宽各自旋转不同的特征对。缺点：每个词元要记三个位置。"),
    ]
  }
}
