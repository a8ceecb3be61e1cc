import Screen

/// What a view says of a scene in sentences: the numbers that it draws as a picture.
struct Account: Hashable {
  /// What stands at the cursor, and what the view finds; or the one sentence that says why there is nothing to see.
  let sentences: [String]
  /// The identity that proves the picture.
  var check: PaneFrame.Check?

  /// Sentences, and what proves them.
  init(_ sentences: String..., check: PaneFrame.Check? = nil) {
    self.init(all: sentences, check: check)
  }

  /// Sentences, of which empty ones are left out, and what proves them.
  init(all sentences: [String], check: PaneFrame.Check? = nil) {
    self.sentences = sentences.filter { !$0.isEmpty }
    self.check = check
  }
}
