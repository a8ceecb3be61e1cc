import Screen

/// Where a picture or a file of numbers comes from, kept inside it: what it holds, what made it, and how to make it again.
///
/// Nothing here changes from run to run, so the same command gives the same bytes.
public struct Provenance: Hashable, Sendable {
  /// What the file holds, in a few words.
  public let title: String
  /// The program and its version: «ropescope 0.1.0».
  public let software: String
  /// The command line that makes the file again, without the file's name.
  public let command: String
  /// Every parameter of what the file holds.
  public let parameters: JSONValue
  /// The language of its words, as HTML and XML name it: «en», «zh-Hans».
  public let language: String

  /// The origin of a file. Every format makes hostile characters visible when it writes.
  public init(title: String, software: String, command: String, parameters: JSONValue, language: String = "en") {
    (self.title, self.software, self.command, self.parameters) = (title, software, command, parameters)
    self.language = language
  }

  /// The origin as members of a JSON object.
  public var members: [(key: String, value: JSONValue)] {
    [("software", .text(software)), ("command", .text(command)), ("parameters", parameters)]
  }

  /// What a file's metadata hold, with the keywords that the PNG specification registers where it has one. Whoever prints
  /// them prints no control character.
  var entries: [(key: String, value: String)] {
    [
      ("Title", title), ("Software", software), ("Command", command), ("Parameters", parameters.serialized),
    ].map { ($0, visible($1)) }
  }
}
