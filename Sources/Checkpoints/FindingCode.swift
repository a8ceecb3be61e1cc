extension Finding {
  /// The stable name of what was found.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// ``Concern/layoutFromFamily``
    case layoutFromFamily = "layout-from-family"
    /// ``Concern/layoutAssumed``
    case layoutAssumed = "layout-assumed"
    /// ``Concern/unknownKey``
    case unknownKey = "unknown-key"
    /// ``Concern/repeatedKey``
    case repeatedKey = "repeated-key"
    /// ``Concern/legacyName``
    case legacyName = "legacy-name"
    /// ``Concern/conflict``
    case conflict
    /// ``Concern/misleadingKey``
    case misleadingKey = "misleading-key"
    /// ``Concern/defaultTaken``
    case defaultTaken = "default-taken"
    /// ``Concern/refused``
    case refused
    /// ``Concern/baseInNewKeyOnly``
    case baseInNewKeyOnly = "base-in-new-key-only"
    /// ``Concern/baseNotStated``
    case baseNotStated = "base-not-stated"
    /// ``Concern/originalLengthAssumed``
    case originalLengthAssumed = "original-length-assumed"
    /// ``Concern/trainedLengthAssumed``
    case trainedLengthAssumed = "trained-length-assumed"
    /// ``Concern/factorMismatch``
    case factorMismatch = "factor-mismatch"
    /// ``Concern/factorImplied``
    case factorImplied = "factor-implied"
    /// ``Concern/scalingIgnored``
    case scalingIgnored = "scaling-ignored"
    /// ``Concern/scalingOnOneGroup``
    case scalingOnOneGroup = "scaling-on-one-group"
    /// ``Concern/changesWithLength``
    case changesWithLength = "changes-with-length"
    /// ``Concern/switchesFactors``
    case switchesFactors = "switches-factors"
    /// ``Concern/attentionFactor``
    case attentionFactor = "attention-factor"
    /// ``Concern/magnitudeIgnored``
    case magnitudeIgnored = "magnitude-ignored"
    /// ``Concern/rampNotTruncated``
    case rampNotTruncated = "ramp-not-truncated"
    /// ``Concern/truncateIgnored``
    case truncateIgnored = "truncate-ignored"
    /// ``Concern/rampIsStep``
    case rampIsStep = "ramp-is-step"
    /// ``Concern/softmaxScaleMoved``
    case softmaxScaleMoved = "softmax-scale-moved"
    /// ``Concern/queriesScaledByPosition``
    case queriesScaledByPosition = "queries-scaled-by-position"
    /// ``Concern/partialRotary``
    case partialRotary = "partial-rotary"
    /// ``Concern/partialRotaryIgnored``
    case partialRotaryIgnored = "partial-rotary-ignored"
    /// ``Concern/explicitHeadDimension``
    case explicitHeadDimension = "explicit-head-dimension"
    /// ``Concern/separateRotaryPart``
    case separateRotaryPart = "separate-rotary-part"
    /// ``Concern/sections``
    case sections
    /// ``Concern/twoDimensionalPositions``
    case twoDimensionalPositions = "two-dimensional-positions"
    /// ``Concern/layersDiffer``
    case layersDiffer = "layers-differ"
    /// ``Concern/layersWithoutPosition``
    case layersWithoutPosition = "layers-without-position"
    /// ``Concern/layerCountMismatch``
    case layerCountMismatch = "layer-count-mismatch"
    /// ``Concern/anglesNeedFloat32``
    case anglesNeedFloat32 = "angles-need-float-32"
    /// ``Concern/tableOffset``
    case tableOffset = "table-offset"
    /// ``Concern/tableEnds``
    case tableEnds = "table-ends"
    /// ``Concern/tableWidth``
    case tableWidth = "table-width"
    /// ``Concern/tableIsSinusoidal``
    case tableIsSinusoidal = "table-is-sinusoidal"
    /// ``Concern/valuesInCheckpoint``
    case valuesInCheckpoint = "values-in-checkpoint"
    /// ``Concern/sinusoidalForm``
    case sinusoidalForm = "sinusoidal-form"
    /// ``Concern/slopesInterleaved``
    case slopesInterleaved = "slopes-interleaved"
    /// ``Concern/biasRounded``
    case biasRounded = "bias-rounded"
    /// ``Concern/biasForm``
    case biasForm = "bias-form"
    /// ``Concern/disentangledTerms``
    case disentangledTerms = "disentangled-terms"
    /// ``Concern/distancesClamped``
    case distancesClamped = "distances-clamped"
    /// ``Concern/decidedBySize``
    case decidedBySize = "decided-by-size"
    /// ``Concern/remoteCode``
    case remoteCode = "remote-code"
    /// ``Concern/partRead``
    case partRead = "part-read"
  }
}

extension Finding.Concern {
  /// The stable name of this concern.
  public var code: Finding.Code {
    switch self {
    case .layoutFromFamily: .layoutFromFamily
    case .layoutAssumed: .layoutAssumed
    case .unknownKey: .unknownKey
    case .repeatedKey: .repeatedKey
    case .legacyName: .legacyName
    case .conflict: .conflict
    case .misleadingKey: .misleadingKey
    case .defaultTaken: .defaultTaken
    case .refused: .refused
    case .baseInNewKeyOnly: .baseInNewKeyOnly
    case .baseNotStated: .baseNotStated
    case .originalLengthAssumed: .originalLengthAssumed
    case .trainedLengthAssumed: .trainedLengthAssumed
    case .factorMismatch: .factorMismatch
    case .factorImplied: .factorImplied
    case .scalingIgnored: .scalingIgnored
    case .scalingOnOneGroup: .scalingOnOneGroup
    case .changesWithLength: .changesWithLength
    case .switchesFactors: .switchesFactors
    case .attentionFactor: .attentionFactor
    case .magnitudeIgnored: .magnitudeIgnored
    case .rampNotTruncated: .rampNotTruncated
    case .truncateIgnored: .truncateIgnored
    case .rampIsStep: .rampIsStep
    case .softmaxScaleMoved: .softmaxScaleMoved
    case .queriesScaledByPosition: .queriesScaledByPosition
    case .partialRotary: .partialRotary
    case .partialRotaryIgnored: .partialRotaryIgnored
    case .explicitHeadDimension: .explicitHeadDimension
    case .separateRotaryPart: .separateRotaryPart
    case .sections: .sections
    case .twoDimensionalPositions: .twoDimensionalPositions
    case .layersDiffer: .layersDiffer
    case .layersWithoutPosition: .layersWithoutPosition
    case .layerCountMismatch: .layerCountMismatch
    case .anglesNeedFloat32: .anglesNeedFloat32
    case .tableOffset: .tableOffset
    case .tableEnds: .tableEnds
    case .tableWidth: .tableWidth
    case .tableIsSinusoidal: .tableIsSinusoidal
    case .valuesInCheckpoint: .valuesInCheckpoint
    case .sinusoidalForm: .sinusoidalForm
    case .slopesInterleaved: .slopesInterleaved
    case .biasRounded: .biasRounded
    case .biasForm: .biasForm
    case .disentangledTerms: .disentangledTerms
    case .distancesClamped: .distancesClamped
    case .decidedBySize: .decidedBySize
    case .remoteCode: .remoteCode
    case .partRead: .partRead
    }
  }

  /// How much it matters.
  public var severity: Finding.Severity {
    switch self {
    case .layerCountMismatch: .error
    // A model used up to its original length has a factor for later: published so on purpose.
    case .factorMismatch(_, let implied): implied == 1 ? .note : .warning
    case .layoutAssumed,
      .unknownKey,
      .repeatedKey,
      .conflict,
      .misleadingKey,
      .originalLengthAssumed,
      .scalingIgnored,
      .changesWithLength,
      .magnitudeIgnored,
      .truncateIgnored,
      .partialRotaryIgnored,
      .decidedBySize:
      .warning
    default: .note
    }
  }
}
