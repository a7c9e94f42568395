/// Gives 64-bit keys numbers in the order in which they first come, from 0.
///
/// A dictionary of the standard library spends most of a look on its hash, which must withstand keys of any kind; these
/// are characters side by side, and looked up by the hundred thousand. The numbers do not depend on the hash.
struct KeyNumbers {
    /// Differs from run to run, so that no text can be made whose keys all fall into one place.
    private static let seed = UInt64.random(in: .min ... .max) | 1

    private var slots: [Int32]
    private var keys: [UInt64] = []
    /// A copy, since a look at a static value takes a call each time.
    private let seed = Self.seed
    /// How far a hash is moved to the right to be a slot.
    private var shift: UInt64

    var count: Int { keys.count }

    init() {
        slots = [Int32](repeating: -1, count: 1 << 8)
        shift = 64 - 8
    }

    /// The number of `key`, a new one where it comes for the first time.
    mutating func number(of key: UInt64) -> (number: Int, isNew: Bool) {
        let slot = self.slot(of: key)
        if slots[slot] >= 0 { return (Int(slots[slot]), false) }
        slots[slot] = Int32(keys.count)
        keys.append(key)
        if keys.count * 2 > slots.count { grow() }
        return (keys.count - 1, true)
    }

    /// The number of a key that came before.
    func known(_ key: UInt64) -> Int? {
        let number = slots[slot(of: key)]
        return number >= 0 ? Int(number) : nil
    }

    /// Where `key` stands, or would stand.
    private func slot(of key: UInt64) -> Int {
        // The finalizer of MurmurHash3: the low bits of a key reach all of its hash.
        var hash = (key ^ seed) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
        var slot = Int(hash >> shift)
        while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        shift -= 1
        for (number, key) in keys.enumerated() { slots[slot(of: key)] = Int32(number) }
    }
}
