import Spreadsheet

/// 目录: every sheet with a link, what it holds and how many rows.
struct ContentsSheet {
    let sheets: [PlannedSheet]
    let words: ReportWords

    var grid: GridSheet {
        GridSheet(
            name: words("sheet.contents"), title: words("sheet.contents"), note: words("contents.note"),
            columns: [
                .init(title: words("column.number"), width: 8, style: ReportPalette.centered),
                .init(title: words("column.sheet"), width: 28, style: OverviewSheet.link),
                .init(title: words("column.content"), width: 68, style: ReportPalette.text),
                .init(
                    title: words("column.rows"), width: 10, style: ReportPalette.number, blank: .notApplicable),
            ],
            rows: sheets.enumerated().map { index, sheet in
                [
                    .integer(index + 1), GridSheet.Cell(.link(sheet.name, to: LinkTarget(sheet: sheet.name))),
                    .text(sheet.content), .integer(sheet.rows),
                ]
            })
    }
}
