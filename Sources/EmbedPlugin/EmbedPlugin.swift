import Foundation
import PackagePlugin

/// Embeds the files that a room reads at run time, so that a lone binary has them too.
@main struct EmbedPlugin: BuildToolPlugin {
  /// Which folder, with which ending, becomes which type in which room.
  private static let embedded: [String: (folder: String, ending: String, type: String)] = [
    "Screen": ("themes", "yaml", "EmbeddedThemes"),
    "Explorer": ("docs/lessons", "yaml", "EmbeddedLessons"),
    "Checkpoints": ("Sources/Checkpoints/Catalogue", "json", "EmbeddedCatalogue"),
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let (folder, ending, type) = Self.embedded[target.name] else { return [] }
    let directory = context.package.directoryURL.appending(path: folder)
    let files = try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == ending }.sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "\(type).swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) files of \(folder)", executable: try context.tool(named: "embed").url,
        arguments: [output.path(), type] + files.map { $0.path() }, inputFiles: files, outputFiles: [output])
    ]
  }
}
