/// A ZIP archive made entry by entry, also such as no program would make.
public struct ZipWriter {
    public private(set) var entries: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    public init() {}

    /// The archive of parts by their names.
    public static func archive(_ parts: KeyValuePairs<String, String>) -> [UInt8] {
        var writer = ZipWriter()
        for (name, text) in parts { writer.add(Array(name.utf8), Array(text.utf8)) }
        return writer.bytes
    }

    /// Adds an entry that is stored as it is.
    public mutating func add(_ name: [UInt8], _ content: [UInt8], flags: Int = 0) {
        add(name, packed: content, method: 0, size: content.count, check: Self.check(content), flags: flags)
    }

    /// Adds an entry that unpacks to `runs` times 258 and one further letter `a`.
    public mutating func addBomb(_ name: String, runs: Int) {
        var bits = BitWriter()
        bits.put(1, 1)
        bits.put(1, 2)
        bits.putCode(0x30 + 0x61, 8)
        for _ in 0..<runs {
            bits.putCode(0xC0 + 285 - 280, 8)
            bits.putCode(0, 5)
        }
        bits.putCode(0, 7)
        let content = [UInt8](repeating: 0x61, count: 1 + 258 * runs)
        add(
            Array(name.utf8), packed: bits.finished, method: 8, size: content.count, check: Self.check(content),
            flags: 0)
    }

    private mutating func add(
        _ name: [UInt8], packed: [UInt8], method: Int, size: Int, check: UInt32, flags: Int
    ) {
        let offset = entries.count
        let common =
            Self.number(20, 2) + Self.number(flags, 2) + Self.number(method, 2) + Self.number(0, 2)
            + Self.number(0x21, 2) + Self.number(Int(check), 4) + Self.number(packed.count, 4) + Self.number(size, 4)
            + Self.number(name.count, 2) + Self.number(0, 2)
        entries += [0x50, 0x4B, 3, 4] + common + name + packed
        directory +=
            [0x50, 0x4B, 1, 2] + Self.number(20, 2) + common + Self.number(0, 2) + Self.number(0, 2)
            + Self.number(0, 2) + Self.number(0, 4) + Self.number(offset, 4) + name
        count += 1
    }

    public var bytes: [UInt8] {
        entries + directory + [0x50, 0x4B, 5, 6] + Self.number(0, 4) + Self.number(count, 2) + Self.number(count, 2)
            + Self.number(directory.count, 4) + Self.number(entries.count, 4) + Self.number(0, 2)
    }

    private static func number(_ value: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// CRC-32 of ISO 3309.
    private static func check(_ bytes: [UInt8]) -> UInt32 {
        var rest = UInt32.max
        for byte in bytes {
            rest ^= UInt32(byte)
            for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
        }
        return ~rest
    }
}

/// Bits of a DEFLATE stream (RFC 1951): numbers from their low bit, codes from their high one.
private struct BitWriter {
    private var bytes: [UInt8] = []
    private var used = 0

    mutating func put(_ value: Int, _ count: Int) {
        for bit in 0..<count {
            if used % 8 == 0 { bytes.append(0) }
            if value >> bit & 1 == 1 { bytes[bytes.count - 1] |= 1 << UInt8(used % 8) }
            used += 1
        }
    }

    mutating func putCode(_ code: Int, _ count: Int) {
        for bit in (0..<count).reversed() { put(code >> bit & 1, 1) }
    }

    var finished: [UInt8] { bytes }
}
