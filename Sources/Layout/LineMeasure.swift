/// What one pass over a line's bytes tells: how many characters of which kind, and how wide it prints.
struct LineMeasure: Sendable, Hashable {
    /// Unicode scalars, blanks left out.
    var characters = 0
    /// Columns of a fixed-width print: a CJK character takes two.
    var cells = 0
    var digits = 0
    var ideographs = 0
    /// Letters of the traditional Mongolian script, which page text holds as noise.
    var mongolian = 0

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte < 0x80 {
                cells += 1
                if byte != 0x20, byte != 0x09 { characters += 1 }
                if byte >= 0x30, byte <= 0x39 { digits += 1 }
                index += 1
            } else if byte < 0xE0 {
                characters += 1
                cells += 1
                index += 2
            } else {
                let isWide = byte >= 0xF0 || byte >= 0xE3 || byte == 0xE2
                cells += isWide ? 2 : 1
                if byte == 0xE1, index + 1 < range.upperBound, bytes[index + 1] & 0xFC == 0xA0 { mongolian += 1 }
                if byte == 0xE3, index + 2 < range.upperBound, bytes[index + 1] == 0x80, bytes[index + 2] == 0x80 {
                    index += 3
                    continue
                }
                characters += 1
                if byte >= 0xE4, byte <= 0xE9 { ideographs += 1 }
                index += byte >= 0xF0 ? 4 : 3
            }
        }
    }
}
