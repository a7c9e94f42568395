/// Text on its way into a cell: what XML cannot carry is replaced, what a cell cannot hold is refused.
enum CellText {
    static let limit = 32_767

    /// `text` without control characters and noncharacters, which would break the file.
    static func clean(_ text: String) -> String {
        guard text.utf8.contains(where: { ($0 < 0x20 && $0 != 0x0A && $0 != 0x09) || $0 == 0xEF }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isBroken =
                (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || scalar.value == 0xFFFE
                || scalar.value == 0xFFFF
            result.append(isBroken ? "\u{FFFD}" : scalar)
        }
        return String(result)
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
