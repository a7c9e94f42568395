import Spreadsheet

/// Long words cut for a cell; the CSV files hold them whole.
enum ShortText {
    /// `text` in at most `columns` columns, an ellipsis at its end where something is left out.
    static func cut(_ text: String, columns: Int) -> String {
        guard DisplayWidth.columns(text) > columns else { return text }
        if let plain = cutPlain(text, columns: columns) { return plain }
        var width = 0
        var kept = ""
        for character in text {
            width += DisplayWidth.columns(String(character))
            if width > columns - 2 { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// The same of a text of ideographs, ASCII and full-width forms, whose characters are its scalars; else `nil`.
    private static func cutPlain(_ text: String, columns: Int) -> String? {
        let scalars = text.unicodeScalars
        var width = 0
        var index = scalars.startIndex
        while index < scalars.endIndex {
            switch scalars[index].value {
            case 0x20...0x7E: width += 1
            case 0x3001...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF5E: width += 2
            default: return nil
            }
            if width > columns - 2 { break }
            index = scalars.index(after: index)
        }
        return String(scalars[..<index]) + "…"
    }
}
