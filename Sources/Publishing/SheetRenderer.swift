import Spreadsheet

/// Draws sheets in the office style: bands, frozen head, filter, A4 landscape with repeated head and page numbers.
struct SheetRenderer {
    let words: ReportWords
    let title: String

    func draw(_ grid: GridSheet, on sheet: borrowing Sheet) throws(SpreadsheetError) {
        try sheet.setColumnWidths(grid.columns.map(\.width))
        try drawHead(of: grid, on: sheet)
        for (index, row) in grid.rows.enumerated() {
            let line = grid.firstRow + index
            try sheet.setRowHeight(line, height(of: row, in: grid.columns))
            for (column, cell) in row.enumerated() {
                try sheet.write(
                    cell.value, at: CellReference(line, column),
                    style: banded(cell.style ?? grid.columns[column].style, index))
            }
        }
        if grid.rows.isEmpty, !grid.emptyText.isEmpty {
            try sheet.write(.text(grid.emptyText), at: CellReference(grid.firstRow, 0), style: ReportPalette.note)
        }
        sheet.hideGridlines()
        sheet.freezePanes(at: CellReference(grid.firstRow, grid.frozenColumns))
        if !grid.rows.isEmpty {
            try sheet.addAutofilter(
                CellRange(rows: grid.headerRow...grid.lastRow, columns: 0...grid.columns.count - 1))
        }
        for condition in grid.conditions {
            try sheet.format(
                CellRange(rows: grid.firstRow...grid.lastRow, columns: condition.column...condition.column),
                where: condition.formula, style: condition.style)
        }
        try sheet.setUpPrint(print(repeating: grid.headerRow...grid.headerRow))
    }

    func print(repeating rows: ClosedRange<Int>? = nil) -> PrintSetup {
        var setup = PrintSetup()
        setup.repeatedRows = rows
        setup.footer = "&L\(title.split(separator: "&").joined(separator: "&&"))&C\(words("print.page"))&R&A"
        return setup
    }

    private func drawHead(of grid: GridSheet, on sheet: borrowing Sheet) throws(SpreadsheetError) {
        try sheet.setRowHeight(0, 27)
        try sheet.write(.text(grid.title), at: CellReference(0, 0), style: ReportPalette.title)
        try sheet.write(.text(grid.note), at: CellReference(1, 0), style: ReportPalette.note)
        for (index, row) in grid.summary.enumerated() {
            for (column, cell) in row.enumerated() {
                try sheet.write(
                    cell.value, at: CellReference(GridSheet.headerRow + index, column), style: cell.style ?? CellStyle()
                )
            }
        }
        let lines = grid.columns.map { DisplayWidth.lines($0.title, width: $0.width - 2) }.max() ?? 1
        try sheet.setRowHeight(grid.headerRow, Double(lines) * 15 + 6)
        for (column, item) in grid.columns.enumerated() {
            try sheet.write(
                .text(item.title), at: CellReference(grid.headerRow, column), style: ReportPalette.header)
        }
    }

    private func banded(_ style: CellStyle, _ index: Int) -> CellStyle {
        index % 2 == 1 && style.fill == nil ? style.with { $0.fill = ReportPalette.band } : style
    }

    /// Points that the row's longest wrapped text takes; a row holds at most 409.
    private func height(of row: [GridSheet.Cell], in columns: [GridSheet.Column]) -> Double {
        var lines = 1
        for (cell, column) in zip(row, columns) where (cell.style ?? column.style).wraps {
            let text: String
            switch cell.value {
            case .text(let words), .link(let words, _): text = words
            case .blank, .number, .formula: continue
            }
            lines = max(lines, DisplayWidth.lines(text, width: column.width - 1))
        }
        return min(Double(lines) * 14.5 + 5, 400)
    }
}
