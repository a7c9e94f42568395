import Reading

/// Steps over UTF-8 that the readers of tables share: scalars, brackets, blanks.
enum CellText {
    /// Bytes of the scalar that begins with `byte`.
    static func width(_ byte: UInt8) -> Int { UTF8Scanning.width(byte) }

    static func isDigit(_ byte: UInt8) -> Bool { UTF8Scanning.isDigit(byte) }

    /// The closing sign of the bracket that opens at `offset`.
    static func closing(_ bytes: some Collection<UInt8>) -> [UInt8]? {
        for (open, close) in brackets where bytes.starts(with: open) { return close }
        return nil
    }

    private static let brackets: [([UInt8], [UInt8])] = [
        ("（", "）"), ("(", ")"), ("[", "]"), ("【", "】"), ("〔", "〕"), ("［", "］"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    private static let separators: [[UInt8]] = ["，", "、", "；", "。", ";", ",", "：", ":", " ", "\t", "\n", "\u{3000}"].map
    {
        Array($0.utf8)
    }

    /// The length of the blank or separator at `offset`, 0 where none stands.
    static func separator(in bytes: [UInt8], at offset: Int) -> Int {
        for sign in separators where bytes[offset...].starts(with: sign) { return sign.count }
        return 0
    }

    /// The bracket that opens at `offset`: its content and its whole extent; `nil` where none does or none closes.
    static func bracket(in bytes: [UInt8], at offset: Int) -> (content: Range<Int>, whole: Range<Int>)? {
        guard offset < bytes.count, let close = closing(bytes[offset...]) else { return nil }
        let start = offset + width(bytes[offset])
        var index = start
        while index < bytes.count {
            if bytes[index...].starts(with: close) { return (start..<index, offset..<index + close.count) }
            index += width(bytes[index])
        }
        return nil
    }

    /// `range` without separators at its ends.
    static func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound, case let length = separator(in: bytes, at: start), length > 0 {
            start += length
        }
        var end = range.upperBound
        while end > start {
            var last = end - 1
            while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
            guard separator(in: bytes, at: last) > 0 else { break }
            end = last
        }
        return start..<max(start, end)
    }

    static func string(_ range: Range<Int>, of bytes: [UInt8]) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
