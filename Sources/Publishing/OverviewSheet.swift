import PipelineDefinition
import Spreadsheet
import StatisticalModel

/// 总览: a row a pipeline with the number of targets of each lamp, counted by formulas, and the charts.
struct OverviewSheet {
    let pipelines: [PipelineSheet]
    /// Whether charts were left out, which the note then says.
    let omitsCharts: Bool
    let words: ReportWords

    var name: String { words("sheet.overview") }
    /// The row that adds the pipelines up, from 0.
    var totalRow: Int { GridSheet.firstRow + pipelines.count }

    var grid: GridSheet {
        let lamps = Lamp.allCases.map {
            GridSheet.Column(title: words($0), width: 17, style: ReportPalette.lamp($0).with { $0.isBold = false })
        }
        return GridSheet(
            name: name, title: words("sheet.overview"),
            note: words("overview.unit") + (omitsCharts ? words("overview.omitted") : ""),
            columns: [.init(title: words("column.pipeline"), width: 27, style: ReportPalette.text)] + lamps
                + [.init(title: words("column.total"), width: 12, style: ReportPalette.number)],
            rows: pipelines.enumerated().map { index, sheet in row(sheet, index) } + [total])
    }

    private func row(_ sheet: PipelineSheet, _ index: Int) -> [GridSheet.Cell] {
        let counts = Lamp.allCases.map { lamp in
            let range = sheet.range(.lamp).absoluteName(in: sheet.name)
            return GridSheet.Cell(
                .formula(
                    "=COUNTIF(\(range),\"\(words(lamp))\")", result: .number(Double(count(lamp, in: sheet)))))
        }
        let line = GridSheet.firstRow + index
        let sum = "=SUM(\(CellReference(line, 1).name):\(CellReference(line, Lamp.allCases.count).name))"
        let title = words.name(of: sheet.pipeline)
        return [GridSheet.Cell(.link(title, to: LinkTarget(sheet: sheet.name)), style: Self.link)] + counts + [
            GridSheet.Cell(.formula(sum, result: .number(Double(sheet.rows.count))))
        ]
    }

    static let link = ReportPalette.text.with {
        $0.fontColor = ReportPalette.link
        $0.isUnderlined = true
    }

    private var total: [GridSheet.Cell] {
        let bold = ReportPalette.number.with { $0.isBold = true }
        let sums = (1...Lamp.allCases.count + 1).map { column in
            let first = CellReference(GridSheet.firstRow, column).name
            let last = CellReference(max(totalRow - 1, GridSheet.firstRow), column).name
            let result = column <= Lamp.allCases.count ? count(Lamp.allCases[column - 1]) : all
            // Without pipelines the range would hold the sum itself.
            let formula = pipelines.isEmpty ? "=0" : "=SUM(\(first):\(last))"
            return GridSheet.Cell(
                .formula(formula, result: .number(Double(result))),
                style: column <= Lamp.allCases.count ? ReportPalette.lamp(Lamp.allCases[column - 1]) : bold)
        }
        return [GridSheet.Cell(.text(words("column.total")), style: ReportPalette.text.with { $0.isBold = true })]
            + sums
    }

    func count(_ lamp: Lamp) -> Int { pipelines.reduce(0) { $0 + count(lamp, in: $1) } }
    var all: Int { pipelines.reduce(0) { $0 + $1.rows.count } }

    private func count(_ lamp: Lamp, in sheet: PipelineSheet) -> Int {
        sheet.rows.count { $0.lamp == lamp }
    }

    // MARK: Chart

    /// The rows that the charts of the lamps take beside that of `units`, distance included.
    func chartRows(units: Int) -> Int { all > 0 ? Self.height(pipelines: pipelines.count, units: units) / 20 + 2 : 0 }

    /// Both charts are as high as the one of the units needs for their names.
    private static func height(pipelines: Int, units: Int) -> Int { max(260, 140 + 50 * pipelines, 130 + 26 * units) }

    /// Lamps by pipeline, under the table or, in the accessible style, at its right; beside it those by unit, whose
    /// figures stand on the front page.
    func addCharts(
        to sheet: borrowing Sheet, units: (sheet: String, rows: ClosedRange<Int>, most: Int, rest: Int)?,
        style: WorkbookStyle
    ) throws(SpreadsheetError) {
        guard var lampChart else { return }
        guard style == .office else {
            return try sheet.insert(lampChart, at: CellReference(GridSheet.headerRow, Lamp.allCases.count + 3))
        }
        if let units {
            lampChart.width = Self.halfWidth
            lampChart.height = Self.height(pipelines: pipelines.count, units: units.rows.count)
            lampChart.valueStep = Self.step(pipelines.map(\.rows.count).max() ?? 0)
        }
        try sheet.insert(lampChart, at: CellReference(totalRow + 2, 0))
        if let units {
            var chart = lampChart
            chart.title = words("overview.chart.units", String(units.rest))
            chart.alternativeText = words("overview.chart.units.alt")
            chart.series = series(sheet: units.sheet, rows: units.rows)
            chart.valueStep = Self.step(units.most)
            try sheet.insert(chart, at: CellReference(totalRow + 2, Self.halfColumns))
        }
    }

    /// On half a page the numbers of a finer axis would touch.
    private static func step(_ most: Int) -> Double? {
        ChartTable.Axis([Double(most)]).map { max(1, $0.step) }
    }

    /// Pixels of a chart that stands beside another, and the columns that it covers.
    static let (halfWidth, halfColumns) = (440, 3)

    /// `nil` without targets.
    private var lampChart: Chart? {
        guard all > 0 else { return nil }
        var chart = Chart(
            kind: .barStacked, title: words("overview.chart.lamps", String(all), String(all - count(.none))),
            alternativeText: words("overview.chart.lamps.alt"),
            series: series(sheet: name, rows: GridSheet.firstRow...totalRow - 1))
        chart.height = Self.height(pipelines: pipelines.count, units: 0)
        chart.width = 900
        chart.countsWhole = true
        return chart
    }

    /// A series a lamp: categories in the first column, counts in those after it.
    private func series(sheet: String, rows: ClosedRange<Int>) -> [Chart.Series] {
        Lamp.allCases.enumerated().map { index, lamp in
            Chart.Series(
                name: words(lamp), sheet: sheet, categories: CellRange(rows: rows, columns: 0...0),
                values: CellRange(rows: rows, columns: index + 1...index + 1),
                color: ReportPalette.colors(lamp).chart, showsValues: true)
        }
    }
}
