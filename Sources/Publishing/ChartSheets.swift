import Spreadsheet

/// The sheets of charts: pages of them and one of their data in the office style, few to a sheet in the accessible.
struct ChartSheets {
    let charts: ReportCharts
    let renderer: SheetRenderer
    let words: ReportWords

    private var dataName: String { words("sheet.chart-data") }

    var sheets: [PlannedSheet] {
        if renderer.style == .accessible { return plainSheets }
        return [page("targets-chart", charts.targets, inRow: 1), page("paths", charts.paths, inRow: 2)]
            .compactMap { $0 }
    }

    /// 图表数据 of the office style.
    var data: PlannedSheet? {
        guard renderer.style == .office, !charts.all.isEmpty else { return nil }
        return PlannedSheet(
            name: dataName, content: words("contents.chart-data"), rows: charts.all.reduce(0) { $0 + $1.rows.count }
        ) { sheet throws(SpreadsheetError) in try drawData(on: sheet) }
    }

    /// Charts of one kind and the same columns share a table and a page; others fill one each.
    private var plainSheets: [PlannedSheet] {
        var groups: [(title: String, tables: [ChartTable])] = []
        for (index, table) in charts.all.enumerated() {
            let kind = kinds.first { $0.part.contains(index) }
            if let kind, index > kind.part.lowerBound, let last = groups.last?.tables,
                last.count < kind.onPage, Self.share(last[0], table)
            {
                groups[groups.count - 1].tables.append(table)
            } else {
                groups.append((kind?.title ?? "", [table]))
            }
        }
        return groups.enumerated().map { index, group in
            group.tables.count == 1
                ? single(index + 1, group.tables[0]) : shared(index + 1, group.tables, title: group.title)
        }
    }

    /// Whether two tables say of the same things the same, of other years perhaps.
    private static func share(_ left: ChartTable, _ right: ChartTable) -> Bool {
        let titles = [left, right].map { $0.columns.prefix(ChartTable.namingColumns).map(\.title) }
        return titles[0] == titles[1] && !left.subject.isEmpty && !right.subject.isEmpty
    }

    /// What shares a page, and how many of it are read there without getting small.
    private var kinds: [(part: Range<Int>, onPage: Int, title: String)] {
        [
            (charts.completion, 2, words("sheet.completion")), (charts.targets, 2, words("sheet.targets-chart")),
            (charts.paths, 3, words("sheet.paths")),
        ]
    }

    /// One table of several charts, whose first column names them, and the charts below each other at its right.
    private func shared(_ number: Int, _ tables: [ChartTable], title: String) -> PlannedSheet {
        let columns = ChartTable.columns(of: tables)
        let tables = tables.map { $0.spread(over: columns) }
        let longest = tables.map { DisplayWidth.columns($0.subject) }.max() ?? 0
        let comma = words.language == .chinese ? "；" : "; "
        let blank = String(words("chart.blank").drop { $0 == "　" || $0 == " " })
        var grid = GridSheet(
            name: words("sheet.chart", String(number)), title: title,
            note: tables.lazy.map(\.sharedNote).first { !$0.isEmpty } ?? blank,
            columns: [ChartTable.column(words("column.chart"), width: Double(longest) + 3, isText: true)]
                + columns,
            rows: tables.flatMap { table in table.rows.map { [.text(table.subject)] + $0 } })
        grid.chartWidth = 80
        grid.printing = .onePage
        return PlannedSheet(
            name: grid.name, content: tables.map(\.title).joined(separator: comma), rows: grid.rows.count
        ) { sheet throws(SpreadsheetError) in
            try renderer.draw(grid, on: sheet)
            var row = GridSheet.firstRow
            var line = GridSheet.headerRow
            for table in tables {
                try sheet.insert(
                    table.chart(on: grid.name, firstRow: row, firstColumn: 1, width: 560),
                    at: CellReference(line, grid.columns.count + 1))
                row += table.rows.count
                line = Self.line(under: table.height, from: line, lastRow: grid.lastRow) + 1
            }
        }
    }

    /// The first row under a chart that begins at `line`: a row of the table is 27 pixels high at least, one under it 20.
    private static func line(under height: Int, from line: Int, lastRow: Int) -> Int {
        var (left, line) = (height, line)
        while left > 0 {
            left -= line <= lastRow ? 27 : 20
            line += 1
        }
        return line
    }

    /// A table with its chart at the right.
    private func single(_ number: Int, _ table: ChartTable) -> PlannedSheet {
        var grid = GridSheet(
            name: words("sheet.chart", String(number)), title: table.title,
            note: table.description + words("chart.blank"), columns: table.columns, rows: table.rows)
        grid.chartWidth = 110
        return PlannedSheet(name: grid.name, content: table.title, rows: grid.rows.count) {
            sheet throws(SpreadsheetError) in
            try renderer.draw(grid, on: sheet)
            try sheet.insert(
                table.chart(on: grid.name, firstRow: GridSheet.firstRow, width: 760),
                at: CellReference(GridSheet.headerRow, table.columns.count + 1))
        }
    }

    /// Charts below each other, `inRow` side by side, on one upright page.
    private func page(_ key: String, _ part: Range<Int>, inRow: Int) -> PlannedSheet? {
        guard !part.isEmpty else { return nil }
        return PlannedSheet(name: words("sheet.\(key)"), content: words("contents.\(key)"), rows: nil) {
            sheet throws(SpreadsheetError) in
            try sheet.setRowHeight(0, 27)
            try sheet.write(.text(words("sheet.\(key)")), at: CellReference(0, 0), style: ReportPalette.title)
            try sheet.write(.text(words("\(key).note")), at: CellReference(1, 0), style: ReportPalette.note)
            let end = try draw(part, on: sheet, from: 3, inRow: inRow)
            sheet.hideGridlines()
            try sheet.setUpPrint(renderer.page(rows: end))
        }
    }

    /// Draws a part of the charts from row `first` on, and gives the row under them.
    func draw(
        _ part: Range<Int>, on sheet: borrowing Sheet, from first: Int, inRow: Int, columnsEach: Int = 7
    ) throws(SpreadsheetError) -> Int {
        var row = first
        var tallest = 0
        let blocks = blockRows
        for index in part {
            let column = (index - part.lowerBound) % inRow
            let chart = charts.all[index].chart(
                on: dataName, firstRow: blocks[index] + 2, width: 888 / inRow - 4)
            try sheet.insert(chart, at: CellReference(row, column * columnsEach))
            tallest = max(tallest, chart.height)
            guard column == inRow - 1 || index == part.upperBound - 1 else { continue }
            row += tallest / 20 + 2
            tallest = 0
        }
        return row
    }

    // MARK: Data

    /// The row of each table's title; header and rows follow, then a free row.
    private var blockRows: [Int] {
        var row = 3
        return charts.all.map { table in
            defer { row += table.rows.count + 3 }
            return row
        }
    }

    private func drawData(on sheet: borrowing Sheet) throws(SpreadsheetError) {
        try sheet.setColumnWidths([46, 18, 14, 14, 14])
        try sheet.setRowHeight(0, 27)
        try sheet.write(.text(dataName), at: CellReference(0, 0), style: ReportPalette.title)
        try sheet.write(.text(words("chart-data.note")), at: CellReference(1, 0), style: ReportPalette.note)
        for (table, row) in zip(charts.all, blockRows) {
            try sheet.write(
                .text(table.title), at: CellReference(row, 0), style: CellStyle().with { $0.isBold = true })
            let heads = table.columns.map { GridSheet.Cell(.text($0.title), style: ReportPalette.header) }
            for (line, cells) in ([heads] + table.rows).enumerated() {
                for (column, cell) in cells.enumerated() {
                    try sheet.write(
                        cell.value, at: CellReference(row + 1 + line, column),
                        style: cell.style ?? table.columns[column].style)
                }
            }
        }
        sheet.hideGridlines()
        var setup = renderer.print()
        setup.area = CellRange(rows: 0...1, columns: 0...4)
        try sheet.setUpPrint(setup)
    }
}
