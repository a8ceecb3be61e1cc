import Explorer
import Screen

/// Finds what a person settled, in `config.yaml` of their own folder.
struct SettingsFinder {
  /// What is settled; the language alone where the file is wrong.
  private(set) var settings = Settings()
  /// What is wrong in the file.
  private(set) var mistakes: SettingsMistakes?

  /// What is found, looked for once.
  static let own = SettingsFinder(themes: ThemeFinder.unread().names)

  private init(themes: [String]) {
    guard let path = configFolder.map({ $0 + "/config.yaml" }), TextFolder.exists(path) else { return }
    do throws(ReadProblem) {
      let text = try TextFolder.text(of: path)
      let reader = SettingsReader(text, file: path, themes: themes)
      do throws(SettingsMistakes) {
        settings = try reader.settings()
      } catch {
        settings.language = reader.language
        mistakes = error
      }
    } catch {
      mistakes = SettingsMistakes(SettingsError(file: path, problem: .file(.unreadable(error))))
    }
  }
}
