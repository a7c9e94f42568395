/// Unicode scalars read straight from UTF-8 bytes that are known to be valid.
extension [UInt8] {
    /// The scalar at `index` and its length in bytes; a stray byte counts as itself.
    func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let byte = UInt32(self[index])
        if byte < 0x80 { return (byte, 1) }
        if byte >= 0xE0, byte < 0xF0, index + 2 < count {
            return ((byte & 0x0F) << 12 | UInt32(self[index + 1] & 0x3F) << 6 | UInt32(self[index + 2] & 0x3F), 3)
        }
        if byte >= 0xC0, byte < 0xE0, index + 1 < count {
            return ((byte & 0x1F) << 6 | UInt32(self[index + 1] & 0x3F), 2)
        }
        if byte >= 0xF0, index + 3 < count {
            return (
                (byte & 0x07) << 18 | UInt32(self[index + 1] & 0x3F) << 12 | UInt32(self[index + 2] & 0x3F) << 6
                    | UInt32(self[index + 3] & 0x3F), 4
            )
        }
        return (byte, 1)
    }

    /// The last scalar before `end`.
    func lastScalar(before end: Int) -> UInt32 {
        var start = end - 1
        while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
        return start >= 0 ? scalar(at: start).value : 0
    }

    func hasPrefix(_ text: [UInt8], at index: Int) -> Bool {
        guard index + text.count <= count else { return false }
        for offset in 0..<text.count where self[index + offset] != text[offset] { return false }
        return true
    }

    /// The offset of `text` from `start` on.
    func firstIndex(of text: [UInt8], from start: Int = 0) -> Int? {
        guard let first = text.first, start >= 0, text.count <= count else { return nil }
        var index = start
        while index + text.count <= count {
            if self[index] == first, hasPrefix(text, at: index) { return index }
            index += 1
        }
        return nil
    }
}

extension UInt32 {
    init(scalar: Unicode.Scalar) { self = scalar.value }

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isLatinLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A && self < 0x80 }

    /// The value of a Chinese digit from 〇 to 九, and of 十 and 百 as 10 and 100.
    var chineseDigit: Int? {
        switch Unicode.Scalar(self) {
        case "〇", "零": 0
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        case "十": 10
        case "百": 100
        default: nil
        }
    }

    /// Marks after which a sentence or a list item is complete.
    var endsSentence: Bool {
        switch Unicode.Scalar(self) {
        case "。", "！", "？", "；", "：", "!", "?", ";": true
        default: false
        }
    }
}
