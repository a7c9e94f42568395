import Spreadsheet

/// Draws tables in the workbook's style, as high and wide as their texts need, ready to be printed.
struct SheetRenderer {
    let words: ReportWords
    let title: String
    let style: WorkbookStyle

    init(words: ReportWords, title: String, style: WorkbookStyle = .office) {
        self.words = words
        self.title = title
        self.style = style
    }

    func draw(_ grid: GridSheet, on sheet: borrowing Sheet) throws(SpreadsheetError) {
        let grid = style == .accessible ? accessible(grid) : grid
        try sheet.setColumnWidths(grid.columns.map(\.width))
        if style == .accessible { try markUp(grid, on: sheet) }
        let heads = try drawHead(of: grid, on: sheet)
        var heights: [Double] = []
        for (index, row) in grid.rows.enumerated() {
            let line = grid.firstRow + index
            let seen =
                style == .office ? grid.columns.prefix(grid.printedColumns ?? grid.columns.count) : grid.columns[...]
            let height = height(of: row, in: seen)
            if !grid.headings.isEmpty { heights.append(height) }
            try sheet.setRowHeight(line, height)
            let band = grid.bands.indices.contains(index) ? grid.bands[index] + 1 : index
            for (column, cell) in row.enumerated() {
                try sheet.write(
                    cell.value, at: CellReference(line, column),
                    style: look(cell.style ?? grid.columns[column].style, row: band))
            }
        }
        if style == .office { try addOfficeAids(grid, to: sheet) }
        if grid.isProtected { sheet.protect() }
        var setup = printSetup(of: grid)
        if !grid.headings.isEmpty {
            setup.breaks = PageBreaks(setup, widths: printedWidths(of: grid), heads: heads)
                .before(grid.headings, rows: heights).map { grid.firstRow + $0 }
        }
        try sheet.setUpPrint(setup)
    }

    /// Frozen head, filters and colours; screen readers do without them.
    private func addOfficeAids(_ grid: GridSheet, to sheet: borrowing Sheet) throws(SpreadsheetError) {
        sheet.hideGridlines()
        for (index, column) in grid.columns.enumerated() where column.isHidden { try sheet.hideColumns(index...index) }
        sheet.freezePanes(at: CellReference(grid.firstRow, grid.frozenColumns))
        guard !grid.rows.isEmpty else {
            try sheet.write(.text(grid.emptyText), at: CellReference(grid.firstRow, 0), style: ReportPalette.note)
            return
        }
        try sheet.addAutofilter(grid.range)
        for condition in grid.conditions {
            try sheet.format(
                CellRange(rows: grid.firstRow...grid.lastRow, columns: condition.column...condition.column),
                where: condition.formula, style: condition.style)
        }
    }

    // MARK: Accessible

    /// The same table with wider columns and a mark in every empty cell; without rows, one that says so.
    private func accessible(_ grid: GridSheet) -> GridSheet {
        var grid = grid
        // What is for the screen alone may be wide: it is not to make the rows high that are printed.
        let printed = grid.printedColumns ?? grid.columns.count
        for column in grid.columns.indices {
            grid.columns[column].width *=
                AccessibleLook.widening * (column < printed ? 1 : AccessibleLook.screenWidening)
        }
        if grid.rows.isEmpty {
            let blanks = grid.columns.dropFirst().map { _ in GridSheet.Cell(.text(BlankMark.notApplicable.rawValue)) }
            grid.rows = GridRows([[.text(grid.emptyText)] + blanks])
        }
        let marks = grid.columns.map(\.blank)
        grid.rows = grid.rows.changed { row in zip(row, marks).map { AccessibleLook.filled($0, blank: $1) } }
        return grid
    }

    private func markUp(_ grid: GridSheet, on sheet: borrowing Sheet) throws(SpreadsheetError) {
        try sheet.add(
            SheetTable(
                name: AccessibleLook.tableName(grid.name), range: grid.range, headers: grid.columns.map(\.title),
                isDecorated: false))
    }

    // MARK: Look

    /// - Returns: The heights of what stands over the rows, on the first page and on every further one.
    private func drawHead(
        of grid: GridSheet, on sheet: borrowing Sheet
    ) throws(SpreadsheetError) -> PageBreaks.Heads {
        let isPlain = style == .accessible
        var first = 27.0
        try sheet.setRowHeight(0, first)
        try sheet.write(
            .text(grid.title), at: CellReference(0, 0), style: isPlain ? AccessibleLook.title : ReportPalette.title)
        if isPlain {
            first += 22
            try sheet.setRowHeight(1, 22)
            try sheet.write(
                .text(grid.note), at: CellReference(1, 0), style: AccessibleLook.text.with { $0.wraps = false })
        } else {
            first += try drawNote(of: grid, on: sheet)
        }
        for (index, row) in grid.summary.enumerated() {
            for (column, cell) in row.enumerated() {
                try sheet.write(
                    cell.value, at: CellReference(GridSheet.headerRow + index, column), style: cell.style ?? CellStyle()
                )
            }
        }
        let room = isPlain ? 0.0 : 2  // the filter's button
        let shown = grid.columns.filter { !$0.isHidden }
        let lines = shown.map { DisplayWidth.lines($0.title, width: ($0.width - room) / fontScale) }.max() ?? 1
        let repeated = Double(lines) * 15 * fontScale + 6
        try sheet.setRowHeight(grid.headerRow, repeated)
        for (column, item) in grid.columns.enumerated() {
            try sheet.write(
                .text(item.title), at: CellReference(grid.headerRow, column),
                style: isPlain ? AccessibleLook.header(over: item.style) : ReportPalette.header)
        }
        return PageBreaks.Heads(first: first + Double(grid.summary.count) * 15 + repeated, further: repeated)
    }

    /// On as many lines as it needs over the columns that are printed, which would cut it off.
    ///
    /// - Returns: The height of its row.
    private func drawNote(of grid: GridSheet, on sheet: borrowing Sheet) throws(SpreadsheetError) -> Double {
        let printed = grid.columns.prefix(grid.printedColumns ?? grid.columns.count)
        let room = printed.reduce(grid.chartWidth) { $0 + $1.width } * 10 / ReportPalette.note.fontSize
        let lines = DisplayWidth.lines(grid.note, width: room)
        guard lines > 1, printed.count > 1 else {
            try sheet.write(.text(grid.note), at: CellReference(1, 0), style: ReportPalette.note)
            return 15
        }
        let height = Double(lines) * 13 + 4
        try sheet.setRowHeight(1, height)
        try sheet.merge(
            CellRange(rows: 1...1, columns: 0...printed.count - 1), grid.note,
            style: ReportPalette.note.with { $0.wraps = true })
        return height
    }

    /// Against the 10 points in which widths are counted.
    var fontScale: Double { style == .accessible ? AccessibleLook.fontSize / 10 : 1 }

    private func look(_ style: CellStyle, row: Int) -> CellStyle {
        if self.style == .accessible { return AccessibleLook.plain(style) }
        return row % 2 == 1 && style.fill == nil ? style.with { $0.fill = ReportPalette.band } : style
    }

    /// Points that the row's longest wrapped text takes; a row holds at most 409.
    private func height(of row: [GridSheet.Cell], in columns: ArraySlice<GridSheet.Column>) -> Double {
        var points = 0.0
        for (cell, column) in zip(row, columns) where column.setsHeight {
            let look = look(cell.style ?? column.style, row: 0)
            let size = look.fontSize / 10
            let lines = look.wraps ? DisplayWidth.lines(cell.value.shownText, width: (column.width - 1) / size) : 1
            points = max(points, Double(lines) * 14.5 * size)
        }
        return min(points + 3, 400)
    }
}

extension CellValue {
    /// The words that a cell shows; numbers never wrap.
    fileprivate var shownText: String {
        switch self {
        case .text(let text), .link(let text, _), .fileLink(let text, _, _), .formula(_, .text(let text)): text
        case .blank, .number, .linkedNumber, .formula(_, .number): ""
        }
    }
}
