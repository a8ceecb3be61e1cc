/// The person's own folder of this program: `$XDG_CONFIG_HOME/ropescope`, else below `~/.config`.
var configFolder: String? {
  if let base = environment("XDG_CONFIG_HOME"), base.hasPrefix("/") { return base + "/ropescope" }
  return environment("HOME").map { $0 + "/.config/ropescope" }
}
