/// Reading UTF-8 by scalar from a byte array, without strings: the one decoder of the readers and of the stages.
public enum UTF8Scanning {
    /// The scalar at `offset` and its length in bytes; a stray byte counts as one scalar.
    @inlinable @inline(__always)
    public static func scalar(in bytes: [UInt8], at offset: Int) -> (value: UInt32, length: Int) {
        let first = bytes[offset]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = width(first)
        guard length > 1, offset + length <= bytes.count else { return (UInt32(first), 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
        return (value, length)
    }

    /// Bytes of the scalar that begins with `byte`; 1 for a byte that begins none.
    @inlinable @inline(__always)
    public static func width(_ byte: UInt8) -> Int {
        byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }

    /// The offset of the scalar that ends before `offset`.
    @inlinable @inline(__always)
    public static func start(before offset: Int, in bytes: [UInt8]) -> Int {
        var index = offset - 1
        while index > 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }

    /// The scalar that ends before `end`; 0 at the beginning.
    @inlinable
    public static func scalar(before end: Int, in bytes: [UInt8]) -> UInt32 {
        guard end > 0 else { return 0 }
        return scalar(in: bytes, at: start(before: end, in: bytes)).value
    }

    @inlinable @inline(__always)
    public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    @inlinable @inline(__always)
    public static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    /// Whether the scalar is a Chinese character of the basic block.
    @inlinable @inline(__always)
    public static func isHan(_ scalar: UInt32) -> Bool { scalar >= 0x4E00 && scalar <= 0x9FFF }

    /// An ASCII or full-width digit at `offset`.
    @inlinable @inline(__always)
    public static func digit(in bytes: [UInt8], at offset: Int) -> (value: Int, length: Int)? {
        guard offset < bytes.count else { return nil }
        let byte = bytes[offset]
        if byte &- 0x30 < 10 { return (Int(byte) - 0x30, 1) }
        if byte == 0xEF, offset + 2 < bytes.count, bytes[offset + 1] == 0xBC, bytes[offset + 2] &- 0x90 < 10 {
            return (Int(bytes[offset + 2]) - 0x90, 3)
        }
        return nil
    }

    /// A whole number of at most six digits, ASCII or full-width.
    @inlinable
    public static func integer(in bytes: [UInt8], at offset: Int) -> (value: Int, digits: Int, end: Int)? {
        var index = offset
        var value = 0
        var digits = 0
        while let digit = digit(in: bytes, at: index), digits < 6 {
            value = value * 10 + digit.value
            digits += 1
            index += digit.length
        }
        guard digits > 0, digit(in: bytes, at: index) == nil else { return nil }
        return (value, digits, index)
    }

    /// The offset behind up to four spaces.
    @inlinable
    public static func skipSpaces(_ bytes: [UInt8], _ offset: Int) -> Int {
        var index = offset
        while index < bytes.count, bytes[index] == 0x20, index - offset < 4 { index += 1 }
        return index
    }

    /// Whether `word` stands at `offset`.
    @inlinable @inline(__always)
    public static func has(_ word: StaticString, in bytes: [UInt8], at offset: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard offset >= 0, offset + count <= bytes.count else { return false }
        let start = word.utf8Start
        for index in 0..<count where start[index] != bytes[offset + index] { return false }
        return true
    }

    @inlinable
    public static func hasBefore(_ word: StaticString, in bytes: [UInt8], at offset: Int) -> Bool {
        has(word, in: bytes, at: offset - word.utf8CodeUnitCount)
    }

    /// The end of a web address that begins at `offset`; `nil` where none does.
    public static func addressEnd(in bytes: [UInt8], at offset: Int) -> Int? {
        guard
            has("http://", in: bytes, at: offset) || has("https://", in: bytes, at: offset)
                || has("www.", in: bytes, at: offset)
        else { return nil }
        var index = offset
        while index < bytes.count, bytes[index] > 0x20, bytes[index] < 0x7F { index += 1 }
        return index
    }
}
