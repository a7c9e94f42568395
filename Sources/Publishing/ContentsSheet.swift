import Spreadsheet

/// 目录: every sheet with a link, what it holds and how many rows.
struct ContentsSheet {
    /// Name of the sheet, what it holds, rows.
    let entries: [(sheet: String, content: String, rows: Int?)]
    let words: ReportWords

    var grid: GridSheet {
        GridSheet(
            name: words("sheet.contents"), title: words("sheet.contents"), note: "",
            columns: [
                .init(title: words("column.number"), width: 8, style: ReportPalette.centered),
                .init(title: words("column.sheet"), width: 28, style: OverviewSheet.link),
                .init(title: words("column.content"), width: 70, style: ReportPalette.text),
                .init(title: words("column.rows"), width: 10, style: ReportPalette.number),
            ],
            rows: entries.enumerated().map { index, entry in
                [
                    .integer(index + 1), GridSheet.Cell(.link(entry.sheet, to: LinkTarget(sheet: entry.sheet))),
                    .text(entry.content), .integer(entry.rows),
                ]
            })
    }
}
