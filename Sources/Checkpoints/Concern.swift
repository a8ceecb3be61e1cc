public import Encodings

extension Finding {
  /// What was found, with the values that a sentence about it needs.
  public enum Concern: Hashable, Sendable {
    // MARK: Pair layout

    /// A config cannot say how features are paired; this family pairs them so.
    case layoutFromFamily(PairLayout, family: String)
    /// The family is not known; half-split is assumed, and cannot be read from the config.
    case layoutAssumed(family: String?)

    // MARK: Keys

    /// A key that nothing reads; its nearest neighbour, where there is one.
    case unknownKey(String, nearest: String?)
    /// A key that stands twice in its object; the value that counts is the last one, in this line.
    case repeatedKey(line: Int)
    /// An older name of a scaling, and the standard one.
    case legacyName(String, standard: String)
    /// Two keys say different things; the first wins.
    case conflict(winner: String, value: Value, loser: String, lost: Value)
    /// A key that says what is not so: this family does not use it.
    case misleadingKey(value: String)
    /// A key that is not stated; the family's value is taken.
    case defaultTaken(value: Double)
    /// Software of this version refuses the file.
    case refused(by: String)

    // MARK: Base

    /// The base stands in `rope_parameters` alone; readers that know `rope_theta` only fall back to theirs.
    case baseInNewKeyOnly(base: Double, fallback: Double)
    /// The base is nowhere; software whose default is another one reads another model.
    case baseNotStated(default: Double)

    // MARK: Scaling

    /// The length before extension is not stated; the longest length is taken for it, which it may be only after extension.
    case originalLengthAssumed(Int)
    /// Nothing tells whether the longest length is the one before or after extension; it is taken as the one before, and the
    /// frequencies do not depend on it.
    case trainedLengthAssumed(Int)
    /// The factor is not the ratio of the lengths; the factor wins.
    case factorMismatch(factor: Double, implied: Double)
    /// The factor is not stated; the ratio of the lengths is taken.
    case factorImplied(Double)
    /// A scaling that the file asks for and that has no effect.
    case scalingIgnored(factor: Double)
    /// Scaling holds for this group of layers only.
    case scalingOnOneGroup(name: String)
    /// Frequencies change with the length of the text, so keys cached before the change are stale.
    case changesWithLength(originalLength: Int)
    /// From this length on, the long factors hold, for every position.
    case switchesFactors(after: Int)
    /// The attention factor that multiplies cosines and sines, and where it comes from.
    case attentionFactor(Double, from: AttentionFactorOrigin)
    /// Of `mscale` and `mscale_all_dim` only one is given; it has no effect here, and has one in other software.
    case magnitudeIgnored(Double)
    /// The ramp's ends are not rounded; software that does not know the key rounds them.
    case rampNotTruncated
    /// `truncate` inside a group of layers is not read.
    case truncateIgnored
    /// Both ends of the ramp coincide: a step.
    case rampIsStep(turns: Double)
    /// The softmax scale is multiplied by this instead; the scale that results.
    case softmaxScaleMoved(multiplier: Double, scale: Double)
    /// Queries are scaled by their position, so scores depend on more than the distance.
    case queriesScaledByPosition(QueryScaling)

    // MARK: Heads and pairs

    /// Only these features of each head are turned.
    case partialRotary(rotated: Int, of: Int)
    /// The file asks for partial rotation and the family does not look.
    case partialRotaryIgnored(Double)
    /// The head's width is stated, and is not the model's width over its heads.
    case explicitHeadDimension(Int, derived: Int)
    /// Only the rotary part of each head carries position.
    case separateRotaryPart(rotated: Int, of: Int)
    /// Pairs are shared out among the axes time, height, width.
    case sections([Int], interleaved: Bool)
    /// Positions come in two, place and block, each for half of the turned features.
    case twoDimensionalPositions

    // MARK: Layers

    /// Groups of layers differ.
    case layersDiffer(groups: [String])
    /// Layers that see no position.
    case layersWithoutPosition(count: Int, of: Int)
    /// As many layer types as layers should be listed.
    case layerCountMismatch(listed: Int, layers: Int)

    // MARK: Precision

    /// Angles up to this length need float32; the file's number format cannot tell late positions apart.
    case anglesNeedFloat32(dtype: String, length: Int)

    // MARK: Tables

    /// Position 0 is row `firstRow` of the table.
    case tableOffset(firstRow: Int, rows: Int, usable: Int)
    /// No position past the table's last one.
    case tableEnds(positions: Int)
    /// The table is narrower than the model.
    case tableWidth(Int, modelWidth: Int)
    /// The table that the file holds is computed, not learned, to within this difference.
    case tableIsSinusoidal(Ladder, PairLayout, largestDifference: Double)
    /// The values themselves stand in the checkpoint, not in the config.
    case valuesInCheckpoint
    /// Ladder and layout of a sinusoidal table; other software uses others.
    case sinusoidalForm(Ladder, PairLayout)

    // MARK: Biases

    /// Slopes of a head count that is no power of two.
    case slopesInterleaved(heads: Int)
    /// The bias is rounded to bfloat16.
    case biasRounded
    /// The bias counts keys from the first one or from the last; equal after a causal softmax only.
    case biasForm(BiasForm)
    /// Which terms of the score see positions (c2p, p2c), and whether a table is added to the input besides.
    case disentangledTerms([String], absoluteAdded: Bool)
    /// Distances beyond this are alike.
    case distancesClamped(at: Int)

    // MARK: What cannot be known

    /// No key tells this family's variants apart; decided by the model's size.
    case decidedBySize(alternative: String)
    /// The family's code is not part of a library; what is known of it is taken.
    case remoteCode(family: String)
    /// The positions of one part of the model are read; the other parts are not.
    case partRead(String)
  }

  /// Where an attention factor comes from.
  public enum AttentionFactorOrigin: String, Hashable, Sendable, CaseIterable {
    /// The key `attention_factor`.
    case stated
    /// 0.1 · ln s + 1.
    case factor
    /// The ratio of `mscale` and `mscale_all_dim`.
    case magnitudes
    /// √(1 + ln s / ln L).
    case lengths
  }

  /// What a key says.
  public enum Value: Hashable, Sendable {
    /// A number.
    case number(Double)
    /// A name; untrusted text.
    case text(String)
  }

  /// From where a linear bias counts.
  public enum BiasForm: String, Hashable, Sendable, CaseIterable {
    /// + slope · key, counted over unpadded tokens (Bloom, Falcon).
    case fromFirstKey = "from-first-key"
    /// slope · (key − last) (MPT).
    case toLastKey = "to-last-key"
    /// slope · (key − query) (Baichuan-13B).
    case fromQuery = "from-query"
  }
}
