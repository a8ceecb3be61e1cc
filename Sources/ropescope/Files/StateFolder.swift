import Foundation

/// What the program keeps from one run to the next: `$XDG_STATE_HOME/ropescope`, else below `~/.local/state`.
/// Without a home nothing is kept: none is made.
var stateFolder: String? {
  if let base = environment("XDG_STATE_HOME"), base.hasPrefix("/") { return base + "/ropescope" }
  guard let home = environment("HOME"), FileManager.default.fileExists(atPath: home) else { return nil }
  return home + "/.local/state/ropescope"
}
