import Checkpoints
import Encodings
import Explorer
import Export

/// What `inspect --json` says of a source: the members of `data frequencies` and what follows from them.
enum InspectJSON {
  static func text(of opening: Opening, _ language: Language) -> String {
    let model = opening.subject.model
    let groups = opening.groups.map { name, group, encoding in
      GroupJSON.value(name: name, group: group, encoding: encoding, more: consequences(of: encoding, group))
    }
    let about: [(key: String, value: JSONValue)] = [
      ("name", model.map { .text($0.name) } ?? .null),
      ("model_type", model?.modelType.map(JSONValue.text) ?? .null),
      ("architectures", .list((model?.architectures ?? []).map(JSONValue.text))),
    ]
    let members = SourceJSON(opening: opening).members(groups: groups, more: about, language)
    return JSONValue.object(members).serialized + "\n"
  }

  private static func consequences(
    of encoding: Encoding, _ group: LayerGroup?
  ) -> [(key: String, value: JSONValue)] {
    guard let rotary = encoding.rotary, let shares = try? PairShares(rotary, group: group) else { return [] }
    return [
      ("trained_length", .whole(shares.trainedLength)),
      ("shortest_wavelength", .optional(shares.wavelengths?.lowerBound)),
      ("longest_wavelength", .optional(shares.wavelengths?.upperBound)),
      ("incomplete_pairs", value(of: shares.incomplete)),
      (
        "extension",
        .object([
          ("length", .whole(shares.targetLength)), ("left_alone", value(of: shares.leftAlone)),
          ("blended", value(of: shares.blended)), ("interpolated", value(of: shares.interpolated)),
          ("still", value(of: shares.still)), ("first_unseen_position", .whole(shares.firstUnseen)),
          ("unseen_pairs", .whole(shares.unseenCount)),
        ])
      ),
    ]
  }

  private static func value(of share: PairShares.Share?) -> JSONValue {
    guard let share else { return .object([("count", .number(0)), ("first", .null), ("last", .null)]) }
    return .object([("count", .whole(share.count)), ("first", .whole(share.first)), ("last", .whole(share.last))])
  }
}
