import Reading

/// An HTML tag, comment or declaration on one line: `<p class="a">`, `<\/span>`, `<!--…-->`.
struct MarkupTag {
    /// In small letters; `nil` for a comment or a declaration.
    let name: String?
    let isClosing: Bool
    /// `<\/p>`, as scripts write it.
    let isEscaped: Bool
    let end: Int

    /// What goes on longer is no tag: without a limit, a line of open tags would take quadratic time.
    private static let longest = 1_000

    init?(_ bytes: [UInt8], at start: Int) {
        if UTF8Scanning.has("<!--", in: bytes, at: start) {
            guard let end = Self.offset(behind: "-->", in: bytes, from: start + 4) else { return nil }
            (name, isClosing, isEscaped, self.end) = (nil, false, false, end)
            return
        }
        if UTF8Scanning.has("<?", in: bytes, at: start) || UTF8Scanning.has("<!DOCTYPE", in: bytes, at: start)
            || UTF8Scanning.has("<!doctype", in: bytes, at: start)
        {
            guard let end = Self.offset(behind: ">", in: bytes, from: start + 2) else { return nil }
            (name, isClosing, isEscaped, self.end) = (nil, false, false, end)
            return
        }
        var index = start + 1
        isEscaped = UTF8Scanning.has("\\/", in: bytes, at: index)
        if isEscaped { index += 1 }
        isClosing = UTF8Scanning.has("/", in: bytes, at: index)
        if isClosing { index += 1 }
        let first = index
        while index < bytes.count, index - first < 12,
            bytes[index].isLetter || index > first && (bytes[index].isDigit || bytes[index] == UInt8(ascii: ":"))
        {
            index += 1
        }
        guard index > first, index < bytes.count,
            [UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "\\"), 0x20].contains(bytes[index]),
            !UTF8Scanning.has("//", in: bytes, at: index), let end = Self.offset(behind: ">", in: bytes, from: index)
        else { return nil }
        let word = bytes[first..<index].map { $0.isLetter ? $0 | 0x20 : $0 }
        (name, self.end) = (String(decoding: word, as: UTF8.self), end)
    }

    /// The end of what stands between `<script>` and `</script>`, with the closing tag; that of the line without one.
    static func end(ofContent name: String, in bytes: [UInt8], from start: Int) -> (offset: Int, isFound: Bool) {
        var index = start
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
            if bytes[index] == UInt8(ascii: "<"), let tag = MarkupTag(bytes, at: index), tag.isClosing, tag.name == name
            {
                return (tag.end, true)
            }
            index += 1
        }
        return (index, false)
    }

    private static func offset(behind sign: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        let limit = min(bytes.count, start + longest)
        while index < limit, bytes[index] != 0x0A, bytes[index] != 0x0D {
            if bytes[index] == sign.utf8Start[0], UTF8Scanning.has(sign, in: bytes, at: index) {
                return index + sign.utf8CodeUnitCount
            }
            index += 1
        }
        return nil
    }
}
