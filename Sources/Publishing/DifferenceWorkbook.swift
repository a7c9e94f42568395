public import Comparison
public import Spreadsheet
public import StatisticalModel

/// diff.xlsx: what differs between two editions, coloured and in words.
///
/// A sheet of changes, one of changes of wording or source, and one of findings about the tables, the latter two
/// where there are any. A colour repeats what the first two columns say.
public struct DifferenceWorkbook {
    private let sheets: DifferenceSheets
    private let date: CalendarDate
    private let renderer: SheetRenderer

    /// `date` is the newer edition's and stands for the time of making: a clock would change the bytes.
    public init(_ sheets: DifferenceSheets, date: CalendarDate) {
        self.sheets = sheets
        self.date = date
        let words = ReportWords(sheets.language == .chinese ? .chinese : .english)
        renderer = SheetRenderer(words: words, title: sheets.title)
    }

    /// Writes the workbook to `path`. The same comparison gives the same bytes.
    public func write(to path: String) throws(SpreadsheetError) {
        var workbook = try Workbook(path: path, properties: properties)
        var grids = [grid(sheets.changesName, sheets.changes)]
        if !sheets.wordingChanges.isEmpty { grids.append(grid(sheets.wordingName, sheets.wordingChanges)) }
        if !sheets.findings.isEmpty { grids.append(findings) }
        for grid in grids {
            try workbook.addSheet(named: grid.name) { sheet throws(SpreadsheetError) in
                try renderer.draw(grid, on: sheet)
            }
        }
        try workbook.close()
    }

    private var properties: DocumentProperties {
        DocumentProperties(title: sheets.title, subject: sheets.summary, created: date.dayNumber * 86_400)
    }

    private func grid(_ name: String, _ rows: [DifferenceSheets.Row]) -> GridSheet {
        GridSheet(
            name: name, title: sheets.title, note: sheets.summary,
            columns: sheets.headers.enumerated().map { column, header in
                .init(
                    title: header, width: width(header, rows.lazy.map { $0.cells[column] }),
                    style: DifferencePalette.style(ofColumn: column))
            },
            rows: rows.map { row in
                row.cells.enumerated().map { column, text in
                    DifferencePalette.cell(text, column: column, kind: row.kind, severity: row.severity)
                }
            },
            frozenColumns: 3, emptyText: sheets.sameText)
    }

    private var findings: GridSheet {
        GridSheet(
            name: sheets.findingsName, title: sheets.title, note: sheets.summary,
            columns: [.init(title: sheets.findingsName, width: 100, style: ReportPalette.text)],
            rows: sheets.findings.map { [.text($0)] }, frozenColumns: 0)
    }

    /// Room for the widest cell and the filter's button, within bounds; longer text wraps.
    private func width(_ header: String, _ cells: some Sequence<String>) -> Double {
        let widest = cells.reduce(0) { max($0, DisplayWidth.columns($1)) }
        return Double(min(max(widest + 2, DisplayWidth.columns(header) + 4, 8), 40))
    }
}
