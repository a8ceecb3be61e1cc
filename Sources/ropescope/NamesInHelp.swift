import ArgumentParser
import Encodings
import Explorer

extension ArgumentHelp {
  /// What can be opened.
  static let source = ArgumentHelp.spoken(
    "A catalogue name, a config.json, a .safetensors or .npy file, a model's folder, or - for a config on standard input.",
    "模型库中的名称、config.json、.safetensors 或 .npy 文件、模型文件夹，或 -（从标准输入读取配置）。")
  /// The schemes that options alone can make.
  static let scheme = ArgumentHelp.spoken(
    "Scheme: \(list(Scheme.allCases.filter { $0 != .learned })). Learned tables come with a SOURCE.",
    "方案：\(list(Scheme.allCases.filter { $0 != .learned }))。可学习位置表随来源给出。")
  /// The views there are.
  static let view = ArgumentHelp.spoken("The view: \(list(ViewName.allCases)).", "视图：\(list(ViewName.allCases))。")
  /// The views that have a figure.
  static let viewOfFigure = ArgumentHelp.spoken(
    "The view: \(list(ViewName.allCases.filter { $0 != .code })).",
    "视图：\(list(ViewName.allCases.filter { $0 != .code }))。")
  /// The scenes there are to begin with.
  static let preset = ArgumentHelp.spoken(
    "Show a scene that comes with the program: \(list(Preset.all.map(\.name))).",
    "显示程序自带的场景：\(list(Preset.all.map(\.name)))。")
  /// What numbers there are.
  static let kind = ArgumentHelp.spoken(
    "\(list(DataKind.allCases)); or a view.", "\(list(DataKind.allCases))；或视图的名称。")

  /// Names, one after another.
  private static func list(_ names: [some RawRepresentable<String>]) -> String { list(names.map(\.rawValue)) }

  private static func list(_ names: [String]) -> String {
    names.joined(separator: Language.ofHelp(", ", "、"))
  }
}
