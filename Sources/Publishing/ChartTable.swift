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
    /// What it draws, without how much that rests on: names the rows of a table that several charts share.
    var subject = ""
    /// What is said of all charts that share a table.
    var sharedNote = ""
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
    /// - Parameter firstColumn: That of the categories.
    func chart(on sheet: String, firstRow: Int, firstColumn: Int = 0, width: Int = 900) -> Chart {
        let lines = firstRow...firstRow + rows.count - 1
        var chart = Chart(
            kind: kind, title: title, alternativeText: description,
            series: series.map { item in
                Chart.Series(
                    name: columns[item.column].title, sheet: sheet,
                    categories: CellRange(rows: lines, columns: firstColumn...firstColumn),
                    values: CellRange(
                        rows: lines, columns: firstColumn + item.column...firstColumn + item.column), color: item.color,
                    mark: item.mark, showsValues: item.showsValues)
            })
        chart.numberFormat = numberFormat
        chart.valueRange = valueRange
        chart.joinsGaps = joinsGaps
        chart.width = width
        chart.height = height
        return chart
    }

    /// The columns of tables that share one: where they differ by years, all years in their order.
    static func columns(of tables: [ChartTable]) -> [GridSheet.Column] {
        let first = tables[0].columns
        var all = first
        for column in tables.dropFirst().flatMap(\.columns) where !all.contains(where: { $0.title == column.title }) {
            all.append(column)
        }
        guard all.count > first.count else { return first }
        let names = all.prefix(namingColumns)
        // What bears no year, a base, stands first.
        let years = sortedByKey(Array(all.dropFirst(namingColumns))) { [String($0.title.filter(\.isNumber))] }
        return names + years
    }

    /// The columns that say what a row is; tables that agree in them may share one.
    static let namingColumns = 2

    /// The same table with cells in `columns`, blank where it has none.
    func spread(over columns: [GridSheet.Column]) -> ChartTable {
        let places = self.columns.map { column in columns.firstIndex { $0.title == column.title } ?? 0 }
        var table = self
        table.columns = columns
        table.rows = rows.map { row in
            var cells = columns.map { _ in Self.number(nil) }
            for (cell, place) in zip(row, places) { cells[place] = cell }
            return cells
        }
        for index in table.series.indices { table.series[index].column = places[table.series[index].column] }
        return table
    }

    /// As many decimals as a number has; `#,##0.##` would leave a bare point behind whole ones.
    static let plainFormat = "[>=1000]#,##0;General"

    /// The value axis of figures: from 0, and only where they differ by little from near the least.
    struct Axis {
        let range: ClosedRange<Double>
        /// The distance of its marks: about five of them, which never touch.
        let step: Double
        /// Where the axis begins, if it is cut; the chart's title has to say so.
        let cut: Double?

        /// Figures that differ by less than this share of the largest are not told apart on an axis from 0.
        private static let little = 0.15

        /// - Parameter mayCut: False for bars, whose length is their value.
        init?(_ values: [Double], mayCut: Bool = false) {
            guard let least = values.min(), let most = values.max() else { return nil }
            let spread = most - least
            let isCut = mayCut && least > 0 && spread > 0 && spread < Self.little * most
            let low = isCut ? least - spread / 2 : min(0, least)
            let high = max(0, most + (isCut ? spread / 4 : 0))
            guard high > low else { return nil }
            let step = Self.step((high - low) / 5)
            guard let start = CellFormula.rounded((low / step).rounded(.down) * step),
                let end = CellFormula.rounded((high / step).rounded(.up) * step), start < end
            else { return nil }
            range = start...end
            self.step = step
            cut = isCut && start > 0 ? start : nil
        }

        /// 1, 2 or 5 times a power of ten.
        private static func step(_ rough: Double) -> Double {
            var power = 1.0
            while power > rough { power /= 10 }
            while power * 10 <= rough { power *= 10 }
            return [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? power * 10
        }
    }

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
