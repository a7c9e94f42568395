import PipelineDefinition
import Reading
import SourceText

/// What one look over a file's bytes tells of the repairs that it may need.
struct TextSurvey {
    enum Script: Sendable, Hashable {
        case simplified, traditional
        /// Long passages of both: each line is judged.
        case mixed
    }

    /// An invisible character, a radical, a tone, markup or the like occurs.
    private(set) var holdsSigns = false
    private(set) var hasTones = false
    /// A blank between two digits.
    private(set) var hasSpacedDigits = false
    /// 民國 or 民国 occurs.
    private(set) var namesEra = false
    private(set) var script = Script.simplified

    var needsRepair: Bool { holdsSigns || hasSpacedDigits || namesEra || script != .simplified }

    /// Characters of a script that a line needs to speak for itself.
    static let tellingCharacters = 6
    /// A text is evidently traditional where characters of that script only are so many times those of the other.
    static let evidentRatio = 9
    /// Fewer are names in a simplified text.
    private static let fewestTraditional = 3
    /// A text of both scripts holds at least a paragraph of each.
    private static let fewestOfBoth = 40

    init(_ bytes: [UInt8], lexicon: RepairLexicon) {
        let (traditional, simplified) = bytes.withUnsafeBufferPointer { buffer in
            lexicon.signTable.withUnsafeBufferPointer { table in
                count(buffer, table) { lexicon.eras.longestMatch(in: bytes, at: $0) != nil }
            }
        }
        if traditional >= Self.fewestTraditional, traditional >= Self.evidentRatio * simplified {
            script = .traditional
        } else if traditional >= Self.fewestOfBoth, traditional * Self.evidentRatio >= simplified {
            script = .mixed
        }
    }

    private typealias Signs = RepairLexicon.Signs

    /// Characters that only one script writes, and the flags on the way.
    private mutating func count(
        _ bytes: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>, isEra: (_ offset: Int) -> Bool
    ) -> (traditional: Int, simplified: Int) {
        let repairs: Signs = [.radical, .drop, .space, .tone]
        var (traditional, simplified, index) = (0, 0, 0)
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if table[Int(byte)] != 0 { note(ascii: byte, at: index, bytes) }
                index += 1
                continue
            }
            let (scalar, length) = Self.scalar(bytes, index)
            defer { index += length }
            let signs = Signs(rawValue: table[scalar])
            if signs.isEmpty { continue }
            if signs.contains(.onlyTraditional) { traditional += 1 }
            if signs.contains(.onlySimplified) { simplified += 1 }
            if !signs.isDisjoint(with: repairs) {
                holdsSigns = true
                if signs.contains(.tone) { hasTones = true }
            }
            if signs.contains(.opening), !namesEra { namesEra = isEra(index) }
        }
        return (traditional, simplified)
    }

    /// The scalar at `index`, 0 where it is past the basic plane or the bytes are no character.
    @inline(__always)
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (value: Int, length: Int) {
        let first = bytes[index]
        if first >= 0xE0, first < 0xF0, index + 2 < bytes.count {
            return (Int(first & 0x0F) << 12 | Int(bytes[index + 1] & 0x3F) << 6 | Int(bytes[index + 2] & 0x3F), 3)
        }
        if first >= 0xC0, first < 0xE0, index + 1 < bytes.count {
            return (Int(first & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F), 2)
        }
        return (0, first >= 0xF0 ? 4 : 1)
    }

    private mutating func note(ascii byte: UInt8, at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard index + 1 < bytes.count else { return }
        let next = bytes[index + 1]
        switch byte {
        case 0x20:
            guard index > 0 else { return }
            let point = UInt8(ascii: ".")
            if bytes[index - 1].isDigit, next.isDigit || next == point { hasSpacedDigits = true }
            if bytes[index - 1] == point, next.isDigit { hasSpacedDigits = true }
        case UInt8(ascii: "&"): if next == UInt8(ascii: "#") || next.isLetter { holdsSigns = true }
        case UInt8(ascii: "<"): if next.isLetter || [0x21, 0x2F, 0x3F, 0x5C].contains(next) { holdsSigns = true }
        case UInt8(ascii: ">"):
            // Blanks may stand before it at a line's head: the pass that repairs looks closer.
            if index == 0 || bytes[index - 1] == 0x20 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D {
                holdsSigns = true
            }
        default: return
        }
    }

    /// The characters of either script on the line that begins at `start`.
    static func scripts(
        in bytes: [UInt8], from start: Int, lexicon: RepairLexicon
    ) -> (traditional: Int, simplified: Int) {
        var (traditional, simplified, index) = (0, 0, start)
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
            let (scalar, length) = UTF8Scanning.scalar(in: bytes, at: index)
            let signs = lexicon.signs(of: scalar)
            if signs.contains(.onlyTraditional) { traditional += 1 }
            if signs.contains(.onlySimplified) { simplified += 1 }
            index += length
        }
        return (traditional, simplified)
    }
}
