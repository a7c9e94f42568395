import Spreadsheet

/// 说明: what each column, word, sign and abbreviation means, and which charts could not be drawn.
struct NotesSheet {
    let style: WorkbookStyle
    /// The charts left out, each with its reason.
    let omittedCharts: [String]
    let words: ReportWords

    private static let topics = [
        "completion", "elapsed", "gap", "lamp", "status", "needed", "expected", "attribute", "input", "source",
        "unit", "sign", "rounding",
    ]

    var grid: GridSheet {
        let blanks = style == .accessible ? ["not-given", "not-applicable"] : ["blank"]
        let texts = (Self.topics + blanks).map { (words("notes.n.\($0)"), words("notes.\($0)")) }
        let charts = omittedCharts.map { (words("notes.n.omitted"), $0) }
        return GridSheet(
            name: words("sheet.notes"), title: words("sheet.notes"), note: words("notes.note"),
            columns: [
                .init(title: words("column.item"), width: 20, style: ReportPalette.text.with { $0.isBold = true }),
                .init(title: words("column.explanation"), width: 100, style: ReportPalette.text),
            ], rows: (texts + charts).map { [.text($0), .text($1)] })
    }
}
