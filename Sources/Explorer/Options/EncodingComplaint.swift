public import Encodings

/// Why options do not make an encoding.
public enum EncodingComplaint: Error, Hashable, Sendable {
  /// A value is out of its range.
  case invalid(InvalidParameter)
  /// A context extension was asked of sinusoids; only rotary encoding has them.
  case scalingOfSinusoids
  /// The ladder that ends at the base was asked of rotary encoding; only sinusoids have it.
  case ladderOfRotary
  /// The scheme has no part of this name, under which it is set; the schemes that have one.
  case noSuchPart(Scheme, name: String, schemes: [Scheme])
  /// The scheme's numbers are learned, and so have to come from a model.
  case needsModel(Scheme)
  /// No context extension has this name.
  case unknownScaling(String)
  /// A share of the way to no other extension.
  case shareOfNothing
  /// The context extension has no such parameter.
  case scalingHasNo(scaling: String, parameter: String)
  /// The context extension cannot do without this parameter.
  case scalingNeeds(scaling: String, parameter: String)
}
