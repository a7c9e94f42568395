import Spreadsheet

/// A chart and the table that it is drawn from.
///
/// In the office style all tables stand on 图表数据; in the accessible style each chart stands beside its table.
struct ChartTable: Sendable {
    /// A column of numbers, drawn.
    struct Series: Sendable {
        var column: Int
        var color: SheetColor
        var mark = Chart.Series.Mark.fill
        var showsValues = false
    }

    var kind: Chart.Kind
    var title: String
    /// What the chart shows, in words.
    var description: String
    /// The first names the categories. Empty cells stay empty, since a chart would draw words as zero.
    var columns: [GridSheet.Column]
    var rows: [[GridSheet.Cell]]
    var series: [Series]
    var numberFormat: String?
    var valueRange: ClosedRange<Double>?
    var joinsGaps = false
    /// Pixels.
    var height: Int

    /// The chart over the table's cells on `sheet`, whose first row of numbers is `firstRow`, counted from 0.
    func chart(on sheet: String, firstRow: Int, width: Int = 900) -> Chart {
        let lines = firstRow...firstRow + rows.count - 1
        var chart = Chart(
            kind: kind, title: title, alternativeText: description,
            series: series.map { item in
                Chart.Series(
                    name: columns[item.column].title, sheet: sheet, categories: CellRange(rows: lines, columns: 0...0),
                    values: CellRange(rows: lines, columns: item.column...item.column), color: item.color,
                    mark: item.mark, showsValues: item.showsValues)
            })
        chart.numberFormat = numberFormat
        chart.valueRange = valueRange
        chart.joinsGaps = joinsGaps
        chart.width = width
        chart.height = height
        return chart
    }

    /// As many decimals as a number has; `#,##0.##` would leave a bare point behind whole ones.
    static let plainFormat = "[>=1000]#,##0;General"

    /// The height of a chart of bars: each bar as thick as its label is high.
    static func barHeight(rows: Int, bars: Int) -> Int { 130 + rows * (14 + 15 * bars) }

    static func column(_ title: String, width: Double = 14, isText: Bool = false) -> GridSheet.Column {
        .init(
            title: title, width: width, style: isText ? ReportPalette.text : ReportPalette.number, blank: nil)
    }

    static func number(_ value: Double?, format: String? = nil) -> GridSheet.Cell {
        GridSheet.Cell(
            value.map { .number($0) } ?? .blank, style: ReportPalette.number.with { $0.numberFormat = format })
    }
}
