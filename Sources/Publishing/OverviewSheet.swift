import PipelineDefinition
import Spreadsheet
import StatisticalModel

/// 总览: a row a pipeline with the number of targets of each lamp, counted by formulas, and the charts.
struct OverviewSheet {
    let pipelines: [PipelineSheet]
    let words: ReportWords

    var name: String { words("sheet.overview") }
    /// The row that adds the pipelines up, from 0.
    var totalRow: Int { GridSheet.firstRow + pipelines.count }

    var grid: GridSheet {
        let lamps = Lamp.allCases.map {
            GridSheet.Column(title: words($0), width: 17, style: ReportPalette.lamp($0).with { $0.isBold = false })
        }
        return GridSheet(
            name: name, title: words("sheet.overview"), note: words("overview.unit"),
            columns: [.init(title: words("column.pipeline"), width: 24, style: ReportPalette.text)] + lamps
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
        let title = words.language == .chinese ? sheet.pipeline.name : sheet.pipeline.englishName
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
    private var all: Int { pipelines.reduce(0) { $0 + $1.rows.count } }

    private func count(_ lamp: Lamp, in sheet: PipelineSheet) -> Int {
        sheet.rows.count { $0.lamp == lamp }
    }

    /// Without outturns the table and its charts go on one upright page; with them they take what they need.
    var isOnePage: Bool { !pipelines.contains(where: showsProgress) }

    /// Completion is drawn where half of a sheet's targets or more have one: fewer bars leave the chart empty.
    private func showsProgress(_ pipeline: PipelineSheet) -> Bool {
        let assessed = pipeline.rows.count { $0.completion != nil }
        return assessed > 0 && assessed * 2 >= pipeline.rows.count
    }

    // MARK: Charts

    /// Charts under the table: lamps by pipeline, then completion against elapsed share of each pipeline with results.
    func addCharts(to sheet: borrowing Sheet) throws(SpreadsheetError) {
        var row = totalRow + 2
        guard all > 0 else { return }
        let lamps = lampChart
        try sheet.insert(lamps, at: CellReference(row, 0))
        row += rows(of: lamps)
        for pipeline in pipelines where showsProgress(pipeline) {
            let chart = progressChart(pipeline)
            try sheet.insert(chart, at: CellReference(row, 0))
            row += rows(of: chart)
        }
        for chart in TargetChartData(pipelines, words: words).charts() {
            try sheet.insert(chart, at: CellReference(row, 0))
            row += rows(of: chart)
        }
    }

    private func rows(of chart: Chart) -> Int { chart.height / 20 + 2 }

    private var lampChart: Chart {
        let rows = GridSheet.firstRow...totalRow - 1
        let series = Lamp.allCases.enumerated().map { index, lamp in
            Chart.Series(
                name: words(lamp), sheet: name, categories: CellRange(rows: rows, columns: 0...0),
                values: CellRange(rows: rows, columns: index + 1...index + 1),
                color: ReportPalette.colors(lamp).chart, showsValues: true)
        }
        var chart = Chart(
            kind: .barStacked, title: words("overview.chart.lamps"), alternativeText: words("overview.chart.lamps.alt"),
            series: series)
        chart.height = 140 + 60 * pipelines.count
        chart.width = 900
        chart.countsWhole = true
        return chart
    }

    private func progressChart(_ pipeline: PipelineSheet) -> Chart {
        let colors: [(PipelineSheet.Column, SheetColor)] = [
            (.completion, SheetColor(0x2E75B6)), (.elapsed, SheetColor(0xBFBFBF)),
        ]
        let title = words.language == .chinese ? pipeline.pipeline.name : pipeline.pipeline.englishName
        var chart = Chart(
            kind: .bar, title: words("overview.chart.progress", title),
            alternativeText: words("overview.chart.progress.alt", title, String(pipeline.rows.count)),
            series: colors.map { column, color in
                Chart.Series(
                    name: words("column.\(column)"), sheet: pipeline.name, categories: pipeline.range(.indicator),
                    values: pipeline.range(column), color: color)
            })
        chart.numberFormat = "0%"
        chart.valueRange = 0...1.2
        chart.width = 900
        chart.height = 140 + 30 * pipeline.rows.count
        return chart
    }
}
