/// The nearest colours that terminals with fewer than 24 bits can show.
public enum Palette {
  /// The sixteen named colours as xterm shows them, in their usual order.
  public static let named: [Color] = [
    Color(hex: 0x000000), Color(hex: 0xCD0000), Color(hex: 0x00CD00), Color(hex: 0xCDCD00),
    Color(hex: 0x0000EE), Color(hex: 0xCD00CD), Color(hex: 0x00CDCD), Color(hex: 0xE5E5E5),
    Color(hex: 0x7F7F7F), Color(hex: 0xFF0000), Color(hex: 0x00FF00), Color(hex: 0xFFFF00),
    Color(hex: 0x5C5CFF), Color(hex: 0xFF00FF), Color(hex: 0x00FFFF), Color(hex: 0xFFFFFF),
  ]

  private static let namedPoints = named.map(OKLab.init)

  /// The index of the named colour that looks nearest, of the first `count`: some terminals have eight.
  public static func nearestNamed(to color: Color, among count: Int = 16) -> Int {
    let wanted = OKLab(color)
    let distances = namedPoints.prefix(max(count, 1)).map { $0.distance(to: wanted) }
    return distances.indices.min { distances[$0] < distances[$1] } ?? 0
  }

  /// The index 16 … 255 of the colour cube or grey ramp of xterm that is nearest.
  public static func nearest256(to color: Color) -> Int {
    let steps = [0, 95, 135, 175, 215, 255]
    let parts = [Int(color.red), Int(color.green), Int(color.blue)]
    let cube = parts.map { part in steps.indices.min { abs(steps[$0] - part) < abs(steps[$1] - part) } ?? 0 }
    let mean = parts.reduce(0, +) / 3
    let grey = min(max((mean - 3) / 10, 0), 23)
    func distance(_ candidate: [Int]) -> Int {
      zip(candidate, parts).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    let greyIsNearer = distance(Array(repeating: 8 + 10 * grey, count: 3)) < distance(cube.map { steps[$0] })
    return greyIsNearer ? 232 + grey : 16 + 36 * cube[0] + 6 * cube[1] + cube[2]
  }
}
