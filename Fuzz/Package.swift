// swift-tools-version: 6.2
import PackageDescription

/// One program a reader of untrusted bytes; see README.md for the flags that instrument all of it.
func target(_ name: String) -> Target {
  .executableTarget(name: name, dependencies: ["CFuzzer", .product(name: "Checkpoints", package: "ropescope")])
}

let package = Package(
  name: "Fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "ropescope", path: "..")],
  targets: [
    .systemLibrary(name: "CFuzzer"), target("FuzzConfig"), target("FuzzSafetensors"), target("FuzzNpy"),
  ],
  swiftLanguageModes: [.v6]
)
