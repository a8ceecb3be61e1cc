/// Where bytes go: a file or standard output.
public protocol ByteSink: AnyObject {
  /// Takes bytes in their order. Small pieces are gathered.
  func write(_ bytes: some Collection<UInt8>) throws

  /// Takes a large block in its order, without a copy where that is possible.
  func write(block: UnsafeRawBufferPointer) throws
}

extension ByteSink {
  /// Takes a block as any other bytes.
  public func write(block: UnsafeRawBufferPointer) throws { try write(block) }
}
