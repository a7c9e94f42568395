/// Reading UTF-8 by scalar from a byte array, without strings.
enum UTF8Scanning {
    /// The scalar at `offset` and its length in bytes; a stray byte counts as one scalar.
    @inline(__always)
    static func scalar(in bytes: [UInt8], at offset: Int) -> (value: UInt32, length: Int) {
        let first = bytes[offset]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        guard length > 1, offset + length <= bytes.count else { return (UInt32(first), 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
        return (value, length)
    }

    /// The offset of the scalar that ends before `offset`.
    @inline(__always)
    static func start(before offset: Int, in bytes: [UInt8]) -> Int {
        var index = offset - 1
        while index > 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Whether `word` stands at `offset`.
    @inline(__always)
    static func has(_ word: StaticString, in bytes: [UInt8], at offset: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard offset >= 0, offset + count <= bytes.count else { return false }
        let start = word.utf8Start
        for index in 0..<count where start[index] != bytes[offset + index] { return false }
        return true
    }

    /// The end of a web address that begins at `offset`; `nil` where none does.
    static func addressEnd(in bytes: [UInt8], at offset: Int) -> Int? {
        guard
            has("http://", in: bytes, at: offset) || has("https://", in: bytes, at: offset)
                || has("www.", in: bytes, at: offset)
        else { return nil }
        var index = offset
        while index < bytes.count, bytes[index] > 0x20, bytes[index] < 0x7F { index += 1 }
        return index
    }

    static func hasBefore(_ word: StaticString, in bytes: [UInt8], at offset: Int) -> Bool {
        has(word, in: bytes, at: offset - word.utf8CodeUnitCount)
    }
}
