/// A set of scalars of the basic plane as one bit each: whether a character is worth a closer look.
struct ScalarSet: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1024)

    @inline(__always)
    func contains(_ scalar: UInt32) -> Bool {
        scalar < 65536 && bits[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
    }

    mutating func insert(_ scalar: UInt32) {
        guard scalar < 65536 else { return }
        bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
    }
}
