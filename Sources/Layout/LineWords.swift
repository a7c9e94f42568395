import PipelineDefinition
import SourceText

/// Where in a line the words of a role stand.
extension LayoutLexicon {
    func contains(_ role: Role, in bytes: [UInt8]) -> Bool {
        let words = words(role)
        for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
            if words.longestMatch(in: bytes, at: index) != nil { return true }
        }
        return false
    }

    func starts(_ role: Role, _ bytes: [UInt8]) -> Bool {
        words(role).longestMatch(in: bytes, at: 0) != nil
    }

    /// True where a word of `role` ends the line, a bracket such as （试行） and a foot-note's `[1]` left aside.
    func ends(_ role: Role, _ bytes: [UInt8]) -> Bool {
        var end = bytes.count - bytes.footnoteMarkLength
        if end > 3, bytes.lastScalar(before: end) == UInt32(scalar: "）") {
            while end > 0, bytes.lastScalar(before: end) != UInt32(scalar: "（") {
                end -= 1
                while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            }
            end -= 3
        }
        if end > 3, bytes.lastScalar(before: end) == UInt32(scalar: "》") { end -= 3 }
        guard end > 0 else { return false }
        let words = words(role)
        for start in max(0, end - 30)..<end where bytes[start] & 0xC0 != 0x80 {
            if let match = words.longestMatch(in: bytes, at: start, limit: end), start + match.length == end {
                return true
            }
        }
        return false
    }
}

extension [UInt8] {
    /// The bytes of `[1]` at the end, which sends the reader to a foot-note.
    var footnoteMarkLength: Int {
        guard last == UInt8(ascii: "]") else { return 0 }
        var index = count - 1
        while index > 0, UInt32(self[index - 1]).isDigit { index -= 1 }
        guard index > 1, index < count - 1, self[index - 1] == UInt8(ascii: "[") else { return 0 }
        return count - index + 1
    }
}
