package import Encodings

extension Scene {
  /// What is added to the scores of the head looked at, or where those numbers are in the checkpoint the buckets; `nil` for a
  /// scheme that adds nothing.
  package var biasOrBuckets: (field: any Field, isBucket: Bool)? {
    let count = Window.lastPosition + 1
    if let values = encoding.biasField(head: head, rowCount: count, columnCount: count) { return (values, false) }
    return encoding.bucketField(rowCount: count, columnCount: count).map { ($0, true) }
  }
}
