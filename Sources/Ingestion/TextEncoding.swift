/// The encodings that Chinese bulletins come in, told apart by content.
enum TextEncoding: String, Sendable, Hashable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"

    /// The encoding of `bytes` and the length of their byte order mark; `nil` for bytes that are no text.
    ///
    /// A mark decides. Without one, zero bytes at even or odd places tell UTF-16. Bytes that are not
    /// UTF-8 but for a few broken places are GB18030, if its two- and four-byte forms fit better.
    static func detect(_ bytes: [UInt8]) -> (encoding: TextEncoding, markLength: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if let order = utf16Order(bytes) { return (order, 0) }
        if looksBinary(bytes) { return nil }
        let utf8 = UTF8Validation.faults(in: bytes)
        if utf8.faults == 0 { return (.utf8, 0) }
        let gb = GB18030Form.count(in: bytes)
        if gb.characters > utf8.characters, gb.faults * 20 <= gb.characters { return (.gb18030, 0) }
        // Random bytes break UTF-8 all over; a text with broken places does not.
        return utf8.faults * 10 <= bytes.count ? (.utf8, 0) : nil
    }

    /// UTF-16 shows by line feeds, spaces and digits, whose other byte is zero, at one parity only.
    private static func utf16Order(_ bytes: [UInt8]) -> TextEncoding? {
        guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
        var (little, big, wide) = (0, 0, 0)
        var (ideographsLittle, ideographsBig) = (0, 0)
        var index = 0
        let end = min(bytes.count, 1 << 16)
        while index + 1 < end {
            let (first, second) = (bytes[index], bytes[index + 1])
            if second == 0, isPlain(first) { little += 1 }
            if first == 0, isPlain(second) { big += 1 }
            if first == 0 && second == 0 { wide += 1 }
            if isIdeographRow(second) { ideographsLittle += 1 }
            if isIdeographRow(first) { ideographsBig += 1 }
            index += 2
        }
        let pairs = end / 2
        guard wide * 50 <= pairs else { return nil }
        if little > 0, big * 20 <= little, (little + ideographsLittle) * 10 >= pairs * 7 { return .utf16LittleEndian }
        if big > 0, little * 20 <= big, (big + ideographsBig) * 10 >= pairs * 7 { return .utf16BigEndian }
        return nil
    }

    private static func isPlain(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || (0x20...0x7E).contains(byte) }

    /// The high bytes of CJK ideographs, CJK signs and full-width forms.
    private static func isIdeographRow(_ byte: UInt8) -> Bool {
        (0x4E...0x9F).contains(byte) || byte == 0x30 || byte == 0xFF || byte == 0x20
    }

    /// Zero bytes and many control characters stand in no text.
    private static func looksBinary(_ bytes: [UInt8]) -> Bool {
        var controls = 0
        for byte in bytes {
            if byte == 0 {
                controls += 8
            } else if byte < 0x20, !(0x08...0x0D).contains(byte), byte != 0x1B {
                controls += 1
            }
        }
        return controls * 100 > bytes.count * 2
    }
}
