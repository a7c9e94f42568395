/// The encodings that Chinese bulletins come in, told apart by content.
public enum TextEncoding: String, Sendable, Hashable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// Only where a page says so: no content tells it from GB18030.
    case big5 = "BIG5-HKSCS"

    /// The encoding of `bytes`, the length of their byte order mark, and whether they are known to be well-formed;
    /// `nil` for bytes that are no text.
    ///
    /// A mark decides. Without one, zero bytes at even or odd places tell UTF-16. Bytes that are not
    /// UTF-8 but for a few broken places are GB18030, if its two- and four-byte forms fit better.
    public static func detect(_ bytes: [UInt8]) -> (encoding: TextEncoding, markLength: Int, isWellFormed: Bool)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3, false) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2, false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2, false) }
        if let order = utf16Order(bytes) { return (order, 0, false) }
        if looksBinary(bytes) { return nil }
        let utf8 = CharacterCount(in: bytes) { UTF8Validation.characterLength($0, at: $1) }
        if utf8.faults == 0 { return (.utf8, 0, true) }
        let gb = CharacterCount(in: bytes) { GB18030Form.characterLength($0, at: $1) }
        if gb.characters > utf8.characters, gb.faults * 20 <= gb.characters { return (.gb18030, 0, false) }
        // Random bytes break UTF-8 all over; a text with broken places does not.
        return utf8.faults * 10 <= bytes.count ? (.utf8, 0, false) : nil
    }

    /// The text of `bytes` as UTF-8, and the offsets in it where U+FFFD stands for bytes that are no character.
    ///
    /// `nil` where the system knows no such conversion.
    public func decoded(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], faults: [Int])? {
        guard self == .utf8 else { return TextConverter.utf8(from: self, bytes) }
        // Most files are well-formed UTF-8 without a mark: they are passed on as they are.
        let source = Array(bytes)
        let count = CharacterCount(in: source) { UTF8Validation.characterLength($0, at: $1) }
        return count.faults > 0 ? UTF8Validation.repaired(bytes) : (source, [])
    }

    /// UTF-16 shows by high bytes that are those of Chinese text at one parity, some of them zero (digits, line ends).
    private static func utf16Order(_ bytes: [UInt8]) -> TextEncoding? {
        guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
        var (little, big, zeros) = (0, 0, 0)
        let end = min(bytes.count, 1 << 16)
        for index in stride(from: 0, to: end - 1, by: 2) {
            let (first, second) = (bytes[index], bytes[index + 1])
            if first == 0 || second == 0 { zeros += 1 }
            if isUnit(high: second, low: first) { little += 1 }
            if isUnit(high: first, low: second) { big += 1 }
        }
        let pairs = end / 2
        guard zeros > 0, max(little, big) * 20 >= pairs * 17 else { return nil }
        return little > big ? .utf16LittleEndian : .utf16BigEndian
    }

    /// A unit of Chinese text: ASCII, an ideograph, a CJK sign or a full-width form.
    private static func isUnit(high: UInt8, low: UInt8) -> Bool { high == 0 ? isPlain(low) : isIdeographRow(high) }

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
