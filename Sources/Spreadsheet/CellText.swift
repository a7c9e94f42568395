/// Text on its way into a cell: what XML cannot carry is replaced, what a cell cannot hold is refused.
enum CellText {
    static let limit = 32_767

    /// `text` without control characters and noncharacters, which would break the file.
    static func clean(_ text: String) -> String {
        guard isSuspicious(text.utf8.span) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isBroken =
                (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || scalar.value == 0xFFFE
                || scalar.value == 0xFFFF
            result.append(isBroken ? "\u{FFFD}" : scalar)
        }
        return String(result)
    }

    /// True where a byte is a control character's, or where EF BF may begin U+FFFE or U+FFFF.
    private static func isSuspicious(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices {
            let byte = bytes[index]
            if byte < 0x20, byte != 0x0A, byte != 0x09 { return true }
            if byte == 0xBF, index > 0, bytes[index - 1] == 0xEF { return true }
        }
        return false
    }

    /// The clean text, or an error that names the cell.
    static func checked(_ text: String, at cell: CellReference) throws(SpreadsheetError) -> String {
        // Bytes are never fewer than characters, so short text is not counted twice.
        if text.utf8.count > limit {
            let count = text.utf16.count
            if count > limit { throw .textTooLong(cell: cell.name, characters: count) }
        }
        return clean(text)
    }
}
