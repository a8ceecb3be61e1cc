import Checkpoints
import Encodings
import Screen

extension Snippet {
  /// The code of what a scene shows.
  public init(of scene: Scene, at positions: SnippetPositions, _ language: Language) {
    let group = scene.subject.group(scene.group)
    let model = scene.subject.model.map { visible($0.name) + ": " } ?? ""
    self.init(
      of: scene.encoding, in: scene.dialect, at: positions, head: scene.head,
      stored: (group?.stored).map { ($0.path, $0.name) } ?? Self.usualPlace(scene),
      title: model + language.summary(of: scene.encoding), language: language)
  }

  /// Where a family keeps its table, as long as no checkpoint was opened.
  private static func usualPlace(_ scene: Scene) -> (path: String, tensor: String) {
    let names = [
      "gpt2": "wpe.weight", "bert": "bert.embeddings.position_embeddings.weight",
      "roberta": "roberta.embeddings.position_embeddings.weight",
      "opt": "model.decoder.embed_positions.weight", "whisper": "model.decoder.embed_positions.weight",
    ]
    let name = (scene.subject.model?.modelType).flatMap { names[$0] } ?? "position_embeddings.weight"
    return ("model.safetensors", name)
  }
}
