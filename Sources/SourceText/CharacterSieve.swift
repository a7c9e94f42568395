/// The characters that some words begin with, or end with, as one bit each of sixty-four: whether a place of a text is
/// worth comparing with the words. Several characters share a bit, so that a place let through may still hold none.
///
///     var openings = CharacterSieve()
///     openings.insertOpening(of: Array("高于".utf8))
///     openings.mayOpen(at: 0, in: Array("目标".utf8))  // false
public struct CharacterSieve: Sendable {
    @usableFromInline var bits: UInt64 = 0

    public init() {}

    /// Lets through where the first character of `word` stands; an empty word nowhere.
    public mutating func insertOpening(of word: [UInt8]) {
        if !word.isEmpty { bits |= Self.bit(at: 0, in: word) }
    }

    /// Lets through where the last character of `word` ends; an empty word nowhere.
    public mutating func insertEnding(of word: [UInt8]) {
        if !word.isEmpty { bits |= Self.bit(before: word.count, in: word) }
    }

    /// False where none of the words can begin.
    @inlinable
    public func mayOpen(at offset: Int, in bytes: [UInt8]) -> Bool {
        offset < bytes.count && bits & Self.bit(at: offset, in: bytes) != 0
    }

    /// False where none of the words can end.
    @inlinable
    public func mayEnd(at end: Int, in bytes: [UInt8]) -> Bool {
        end > 0 && bits & Self.bit(before: end, in: bytes) != 0
    }

    /// The last two bytes of a Chinese character tell it apart from most others.
    @inlinable
    static func bit(at offset: Int, in bytes: [UInt8]) -> UInt64 {
        guard bytes[offset] >= 0xE0, offset + 2 < bytes.count else { return 1 << UInt64(bytes[offset] & 63) }
        return bit(bytes[offset + 1], bytes[offset + 2])
    }

    @inlinable
    static func bit(before end: Int, in bytes: [UInt8]) -> UInt64 {
        guard bytes[end - 1] >= 0x80, end > 2 else { return 1 << UInt64(bytes[end - 1] & 63) }
        return bit(bytes[end - 2], bytes[end - 1])
    }

    @inlinable
    static func bit(_ middle: UInt8, _ last: UInt8) -> UInt64 { 1 << UInt64((middle &* 5 ^ last) & 63) }
}
