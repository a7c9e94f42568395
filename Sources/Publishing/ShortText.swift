import Spreadsheet

/// Long words cut for a cell; the CSV files hold them whole.
enum ShortText {
    /// `text` in at most `columns` columns, an ellipsis at its end where something is left out.
    static func cut(_ text: String, columns: Int) -> String {
        guard DisplayWidth.columns(text) > columns else { return text }
        var width = 0
        var kept = ""
        for character in text {
            width += DisplayWidth.columns(String(character))
            if width > columns - 2 { break }
            kept.append(character)
        }
        return kept + "…"
    }
}
