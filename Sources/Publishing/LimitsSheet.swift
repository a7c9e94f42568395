import PipelineDefinition
import Spreadsheet
import StatisticalModel

/// 界限: the limits of lamp and status of each pipeline, a row each, which can be changed; formulas refer to them.
struct LimitsSheet {
    enum Limit: String, CaseIterable {
        case green, red
        case bindingGreen = "binding-green"
        case bindingRed = "binding-red"
        case onTrack = "on-track"
        case moderate
        case faster, approximate
    }

    let report: EditionReport
    let style: WorkbookStyle
    let words: ReportWords

    /// The cell of a limit, as a formula names it.
    static func cell(_ limit: Limit, pipeline: Int, words: ReportWords) -> String {
        cell(row: pipeline * Limit.allCases.count + (Limit.allCases.firstIndex(of: limit) ?? 0), words: words)
    }

    /// The cells of the date and the days by which tasks are judged, in the accessible style.
    static func taskCells(pipelines: Int, words: ReportWords) -> (asOf: String, dueSoon: String) {
        let row = pipelines * Limit.allCases.count
        return (cell(row: row, words: words), cell(row: row + 1, words: words))
    }

    private static func cell(row: Int, words: ReportWords) -> String {
        CellReference(GridSheet.firstRow + row, 2).absoluteName(in: words("sheet.limits"))
    }

    var grid: GridSheet {
        let input = ReportPalette.number.with {
            $0.fill = ReportPalette.input
            $0.isInput = true
        }
        var grid = GridSheet(
            name: words("sheet.limits"), title: words("sheet.limits"), note: words("limits.note"),
            columns: [
                .init(title: words("column.sheet"), width: 30, style: ReportPalette.text),
                .init(title: words("limits.limit"), width: 44, style: ReportPalette.text),
                .init(title: words("column.value"), width: 16, style: input),
            ], rows: report.pipelines.flatMap(rows) + (style == .accessible ? taskRows(input) : []))
        grid.isProtected = true
        if style == .office { grid.printing = .onePage }
        return grid
    }

    private func rows(_ pipeline: Pipeline) -> [[GridSheet.Cell]] {
        Limit.allCases.map { limit in
            [
                .text(words.name(of: pipeline)), .text(words("limits.\(limit.rawValue)")),
                GridSheet.Cell(
                    .number(
                        Self.value(
                            limit, of: pipeline.thresholds, settings: report.assessmentSettings
                        ).doubleValue)),
            ]
        }
    }

    static func value(
        _ limit: Limit, of limits: AssessmentThresholds, settings: AssessmentSettings
    ) -> DecimalNumber {
        switch limit {
        case .green: limits.greenBehind
        case .red: limits.red
        case .bindingGreen: limits.bindingGreenBehind ?? limits.greenBehind
        case .bindingRed: limits.bindingRed ?? limits.red
        case .onTrack: limits.onTrack
        case .moderate: limits.moderate
        case .faster: settings.fasterPoints
        case .approximate: settings.approximatePoints
        }
    }

    /// In the office style they stand over the tasks.
    private func taskRows(_ input: CellStyle) -> [[GridSheet.Cell]] {
        guard !report.tasks.isEmpty else { return [] }
        let date = GridSheet.Cell(
            .number(TaskSheet.day(report.asOf)), style: input.with { $0.numberFormat = "yyyy-mm-dd" })
        let days = GridSheet.Cell(.number(Double(report.taskSettings.dueSoonDays)))
        return zip(["as-of", "due-soon"], [date, days]).map { key, cell in
            [.text(words("sheet.tasks")), .text(words("tasks.\(key)")), cell]
        }
    }
}
