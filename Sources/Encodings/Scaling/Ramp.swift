extension InverseFrequency {
  /// weight · self + (1 − weight) · self / factor: how NTK-by-parts, YaRN and Llama 3 pass between leaving a pair alone
  /// (weight 1) and interpolating it (weight 0). The weight is clamped to 0 … 1.
  func interpolated(by factor: Double, keeping weight: DoubleDouble) -> InverseFrequency {
    let kept = min(max(weight, .zero), .one)
    return InverseFrequency(exact: exact * kept + exact / DoubleDouble(factor) * (.one - kept))
  }
}
