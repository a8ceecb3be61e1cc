// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the house: a library target under `Sources/`.
func room(_ name: String, uses: [Target.Dependency] = [], embeds: Bool = false, exclude: [String] = []) -> Target {
  .target(
    name: name, dependencies: uses, exclude: exclude, swiftSettings: strict, plugins: embeds ? ["EmbedPlugin"] : [])
}

/// The tests of one room, under `Tests/`.
func tests(_ name: String, uses: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: uses + ["TestSupport"], exclude: exclude, swiftSettings: strict)
}

#if os(macOS)
  // Homebrew keeps its ncurses aside; PKG_CONFIG_PATH leads to it.
  let ncursesPkgConfig: String? = "ncursesw"
#else
  // The headers lie in the default path, and ncursesw's own flags make SwiftPM warn.
  let ncursesPkgConfig: String? = nil
#endif

/// Cairo and Pango draw pictures; without the trait the program builds on ncurses alone and says what it cannot write.
let pangoCairo: Target.Dependency = .target(name: "CPangoCairo", condition: .when(traits: ["Figures"]))

let package = Package(
  name: "ropescope",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "ropescope", targets: ["ropescope"]),
    .library(name: "Encodings", targets: ["Encodings"]),
    .library(name: "Checkpoints", targets: ["Checkpoints"]),
  ],
  traits: [
    .trait(name: "Figures", description: "Pictures as PNG and figures as PNG, SVG and PDF, through Cairo and Pango."),
    .default(enabledTraits: ["Figures"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    room("Encodings"),
    room("Checkpoints", uses: ["Encodings"], embeds: true, exclude: ["Catalogue"]),
    room("Screen", uses: [.product(name: "Yams", package: "Yams")], embeds: true),
    room(
      "Explorer", uses: ["Encodings", "Checkpoints", "Screen", .product(name: "Yams", package: "Yams")], embeds: true),
    room("Export", uses: ["Encodings", "Screen", pangoCairo]),
    room("Terminal", uses: ["Screen", "CNcurses", "CTerminal"]),
    .systemLibrary(
      name: "CNcurses", pkgConfig: ncursesPkgConfig, providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
    .target(name: "CTerminal"),
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev"]), .brew(["pango", "cairo"])]),
    .executableTarget(
      name: "ropescope",
      dependencies: [
        "Encodings", "Checkpoints", "Screen", "Explorer", "Export", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .executableTarget(name: "embed", swiftSettings: strict),
    .plugin(name: "EmbedPlugin", capability: .buildTool(), dependencies: ["embed"], path: "Sources/EmbedPlugin"),

    .target(name: "TestSupport", dependencies: ["Screen"], path: "Tests/TestSupport", swiftSettings: strict),
    .systemLibrary(
      name: "CVTerm", path: "Tests/CVTerm", pkgConfig: "vterm",
      providers: [.apt(["libvterm-dev"]), .brew(["libvterm"])]),
    .target(name: "CPty", path: "Tests/CPty"),
    .target(
      name: "TerminalHarness", dependencies: ["CVTerm", "CPty", "Screen"], path: "Tests/TerminalHarness",
      swiftSettings: strict),
    .executableTarget(
      name: "terminal-probe", dependencies: ["Terminal", "Screen"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .executableTarget(
      name: "benchmarks", dependencies: ["Checkpoints", "Encodings", "Explorer", "Screen"], path: "Tests/Benchmarks",
      swiftSettings: strict),
    .target(
      name: "RandomEvents",
      dependencies: ["Checkpoints", "Encodings", "Explorer", "Screen", "Terminal", "TerminalHarness"],
      path: "Tests/RandomEvents", swiftSettings: strict),
    .executableTarget(
      name: "fuzz-explorer",
      dependencies: ["RandomEvents", .target(name: "CMalloc", condition: .when(platforms: [.linux]))],
      path: "Tests/FuzzExplorer", swiftSettings: strict),
    .systemLibrary(name: "CMalloc", path: "Tests/CMalloc"),
    tests("EncodingsTests", uses: ["Encodings"]),
    tests("CheckpointsTests", uses: ["Checkpoints", "Encodings"]),
    tests("ScreenTests", uses: ["Screen"], exclude: ["Golden"]),
    tests(
      "ExplorerTests", uses: ["Explorer", "Export", "Screen", "Encodings", "Checkpoints", "RandomEvents"],
      exclude: ["Golden"]),
    tests("ExportTests", uses: ["Export", "Screen", "Encodings", "TerminalHarness", pangoCairo]),
    tests("TerminalTests", uses: ["Terminal", "Screen", "TerminalHarness", "terminal-probe"]),
    tests(
      "CommandTests",
      uses: ["ropescope", "TerminalHarness", "Encodings", "Checkpoints", "Screen", "Explorer", "Export"],
      exclude: ["Golden"]),
  ],
  swiftLanguageModes: [.v6]
)
