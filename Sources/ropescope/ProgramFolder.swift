import Foundation

/// The folder in which this program lies, links followed; `nil` where the system does not say.
var programFolder: String? {
  Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent().path
}
