/// A set of scalars of the basic plane as one bit each: whether a character is worth a closer look.
public struct ScalarSet: Sendable {
    @usableFromInline var bits = [UInt64](repeating: 0, count: 1024)

    public init() {}

    @inlinable @inline(__always)
    public func contains(_ scalar: UInt32) -> Bool {
        scalar < 65536 && bits[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
    }

    public mutating func insert(_ scalar: UInt32) {
        guard scalar < 65536 else { return }
        bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
    }
}
