import Reading

/// How Layout asks for scalars of a line's bytes.
extension [UInt8] {
    /// The scalar at `index` and its length in bytes; a stray byte counts as itself.
    func scalar(at index: Int) -> (value: UInt32, length: Int) { UTF8Scanning.scalar(in: self, at: index) }

    /// The last scalar before `end`.
    func lastScalar(before end: Int) -> UInt32 { UTF8Scanning.scalar(before: end, in: self) }

    func hasPrefix(_ text: [UInt8], at index: Int) -> Bool {
        guard index + text.count <= count else { return false }
        for offset in 0..<text.count where self[index + offset] != text[offset] { return false }
        return true
    }
}

extension UInt32 {
    init(scalar: Unicode.Scalar) { self = scalar.value }

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isLatinLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A && self < 0x80 }

    /// Marks after which a sentence or a list item is complete.
    var endsSentence: Bool {
        switch Unicode.Scalar(self) {
        case "。", "！", "？", "；", "：", "!", "?", ";": true
        default: false
        }
    }
}
