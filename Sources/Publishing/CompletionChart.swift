import Spreadsheet
import StatisticalModel

/// Completion as bars, with a stroke at the share of time that has passed: who is behind shows at once.
enum CompletionChart {
    /// Fewer bars leave the chart empty, more are not read in a meeting.
    private static let rows = 3...12

    /// The targets of a pipeline that have a completion, those furthest behind first; `nil` where there are too few.
    static func table(_ sheet: PipelineSheet, words: ReportWords) -> ChartTable? {
        let assessed = sheet.rows.enumerated().filter {
            sheet.completion($0.offset) != nil && sheet.elapsed($0.offset) != nil
        }
        guard assessed.count >= rows.lowerBound else { return nil }
        let shown = assessed.sorted { left, right in
            let (first, second) = (gap(left.offset, sheet), gap(right.offset, sheet))
            return first == second ? left.offset < right.offset : first < second
        }.prefix(rows.upperBound)
        let title = words.name(of: sheet.pipeline)
        let values = shown.compactMap { sheet.completion($0.offset) }
        let range = range(values)
        let heading = words("chart.completion", title, String(assessed.count), String(sheet.rows.count))
        return ChartTable(
            kind: .bar, title: values.allSatisfy(range.contains) ? heading : words("chart.clipped", heading),
            subject: title, sharedNote: words("chart.completion.note"),
            description: words("chart.completion.alt", title, String(shown.count), String(assessed.count)),
            columns: [
                ChartTable.column(words("column.indicator"), width: 48, isText: true),
                ChartTable.column(words("column.completion")), ChartTable.column(words("column.elapsed")),
            ],
            rows: zip(shown, sheet.labels(shown.map(\.element))).map { row($0.offset, $0.element, $1, sheet) },
            series: [
                .init(column: 1, color: SheetColor(0x2E75B6)),
                .init(column: 2, color: SheetColor(0x262626), mark: .stroke),
            ], numberFormat: "0%", valueRange: range,
            height: ChartTable.barHeight(rows: shown.count, bars: 1))
    }

    private static func gap(_ index: Int, _ sheet: PipelineSheet) -> Double {
        (sheet.completion(index) ?? 0) - (sheet.elapsed(index) ?? 0)
    }

    /// Formulas, so that the bars follow a figure that is typed into the pipeline's sheet.
    private static func row(
        _ index: Int, _ row: ProgressAssessment, _ label: String, _ sheet: PipelineSheet
    ) -> [GridSheet.Cell] {
        func follow(_ column: PipelineSheet.Column, _ value: Double?) -> GridSheet.Cell {
            let cell = CellReference(sheet.line(index), column.rawValue).absoluteName(in: sheet.name)
            return GridSheet.Cell(
                .formula("=\(cell)", result: .number(value ?? 0)),
                style: ReportPalette.number.with { $0.numberFormat = "0.0%" })
        }
        let year = row.target.year.map { " \($0.number)" } ?? ""
        return [
            .text(label + year), follow(.completion, sheet.completion(index)),
            follow(.elapsed, sheet.elapsed(index)),
        ]
    }

    /// From 0, or the worst in steps of a fifth, to 120 %; far beyond, the bar is cut.
    private static func range(_ values: [Double]) -> ClosedRange<Double> {
        func step(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double { (value * 5).rounded(rule) / 5 }
        let (least, most) = (values.min() ?? 0, values.max() ?? 1)
        return max(-1, min(0, step(least, .down)))...min(2, max(1.2, step(most, .up)))
    }
}
