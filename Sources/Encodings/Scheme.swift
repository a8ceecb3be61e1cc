/// The positional schemes by name, as the command line spells them.
public enum Scheme: String, Hashable, Sendable, CaseIterable {
  case integer
  case oneHot = "one-hot"
  case sinusoidal
  case learned
  case rope
  case xpos
  case alibi
  case t5
  case shaw
  case transformerXL = "transformer-xl"
  case deberta
  case kerple
  case fire
  case none
}
