/// As much of a text as so many columns hold, its hostile characters made visible; what is left out is an ellipsis.
public func shortened(_ text: String, columns limit: Int) -> String {
  let shown = visible(text)
  guard columns(of: shown) > limit else { return shown }
  // An ellipsis needs company: in a very narrow place the text is only cut.
  let hasEllipsis = limit >= 5
  var kept = ""
  var width = 0
  for character in shown {
    width += columns(of: String(character))
    guard width <= (hasEllipsis ? limit - 1 : limit) else { break }
    kept.append(character)
  }
  return hasEllipsis ? kept + "…" : kept
}
