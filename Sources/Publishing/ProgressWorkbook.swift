import PipelineDefinition
public import Spreadsheet
import StatisticalModel

/// progress.xlsx: the workbook that statisticians open.
public struct ProgressWorkbook {
    private let report: EditionReport
    private let style: WorkbookStyle
    private let words: ReportWords
    private let sources: SourceIndex
    private let pipelines: [PipelineSheet]
    private let charts: ReportCharts
    private let overview: OverviewSheet
    private let front: HighlightsSheet
    private let renderer: SheetRenderer
    private let rowLimit: Int

    public init(_ report: EditionReport, style: WorkbookStyle = .office) {
        self.init(report, style: style, rowLimit: GridSheet.rowLimit)
    }

    /// Tables longer than `rowLimit` are divided among sheets.
    init(_ report: EditionReport, style: WorkbookStyle = .office, rowLimit: Int) {
        let words = ReportWords(report.language, units: report.unitNames, areas: report.areaNames)
        var report = report
        if report.title.isEmpty { report.title = words("report.title") }
        let sources = SourceIndex(report, rowLimit: rowLimit)
        self.rowLimit = rowLimit
        let names = SheetNames(report.pipelines, words: words)
        let pipelines = report.pipelines.enumerated().map { index, pipeline in
            PipelineSheet(
                name: names[index], pipeline: pipeline, index: index, report: report,
                sources: sources, style: style, words: words)
        }
        self.report = report
        self.style = style
        self.words = words
        self.sources = sources
        self.pipelines = pipelines
        charts = ReportCharts(pipelines, projects: report.projects, words: words)
        overview = OverviewSheet(pipelines: pipelines, omitsCharts: !charts.omitted.isEmpty, words: words)
        front = HighlightsSheet(
            highlights: Highlights(report, pipelines: pipelines, words: words), overview: overview, style: style,
            words: words, tasksAreWhole: report.tasks.count <= rowLimit)
        renderer = SheetRenderer(words: words, title: report.title, style: style)
    }

    /// Writes the workbook to `path`. The same report gives the same bytes.
    public func write(to path: String) throws(SpreadsheetError) {
        var workbook = try Workbook(path: path, constantMemory: isStreamed, properties: properties)
        try workbook.addSheet(named: front.name) { sheet throws(SpreadsheetError) in
            try front.draw(on: sheet)
            try sheet.setUpPrint(front.print(renderer))
        }
        let sheets = sheets
        for sheet in [table(ContentsSheet(sheets: sheets, words: words).grid, content: "")] + sheets {
            try workbook.addSheet(named: sheet.name, sheet.draw)
        }
        try workbook.close()
    }

    /// All sheets after the contents, in their order.
    private var sheets: [PlannedSheet] {
        let pages = ChartSheets(charts: charts, renderer: renderer, words: words)
        return [overview(with: pages)] + pipelines.map(planned) + pages.sheets + tables
            + [pages.data].compactMap { $0 } + [
                table(LimitsSheet(report: report, style: style, words: words).grid, content: words("contents.limits")),
                table(
                    NotesSheet(style: style, omittedCharts: charts.omitted, words: words).grid,
                    content: words("contents.notes")),
            ]
    }

    private func overview(with pages: ChartSheets) -> PlannedSheet {
        return PlannedSheet(name: overview.name, content: words("contents.overview"), rows: nil) {
            sheet throws(SpreadsheetError) in
            var grid = overview.grid
            if style == .accessible { grid.chartWidth = 130 }
            try renderer.draw(grid, on: sheet)
            let units = front.ownerRange.map {
                (
                    sheet: front.name, rows: $0,
                    most: front.highlights.owners.map { $0.lamps.values.reduce(0, +) }.max() ?? 0,
                    rest: front.highlights.otherOwners.count
                )
            }
            try overview.addCharts(to: sheet, units: units, style: style)
            guard style == .office else { return }
            let end = try pages.draw(
                charts.completion, on: sheet,
                from: overview.totalRow + 2 + overview.chartRows(units: front.ownerRange?.count ?? 0), inRow: 2,
                columnsEach: OverviewSheet.halfColumns)
            try sheet.setUpPrint(renderer.page(rows: end, columns: Lamp.allCases.count + 2))
        }
    }

    private func planned(_ pipeline: PipelineSheet) -> PlannedSheet {
        PlannedSheet(name: pipeline.name, content: words("contents.pipeline"), rows: pipeline.rows.count) {
            sheet throws(SpreadsheetError) in
            try renderer.draw(pipeline.grid, on: sheet)
            try pipeline.addRules(to: sheet)
        }
    }

    /// The plain tables; those that would say nothing are left out.
    private var tables: [PlannedSheet] {
        let grids = ReportGrids(report: report, sources: sources, style: style, words: words)
        var keyed: [(key: String, grid: GridSheet)] = []
        let years = YearSheet(rows: report.yearRows, sources: sources, words: words).grid
        if !years.rows.isEmpty { keyed.append(("years", years)) }
        if !TaskSheet.listed(report.tasks).isEmpty { keyed.append(("tasks", taskSheet.grid)) }
        if !report.projects.isEmpty {
            keyed.append(("projects", ProjectSheet(report, sources: sources, words: words).grid))
        }
        keyed += [("conflicts", grids.conflicts), ("checks", grids.checks)]
        if !grids.unclaimed.isEmpty { keyed.append(("others", grids.others)) }
        keyed.append(("sources", SourceSheet(sources: sources, words: words).grid))
        let taskSheet = taskSheet
        return keyed.flatMap { key, grid in
            grid.parts(of: rowLimit, words: words).map { part in
                guard key == "tasks" else { return table(part, content: words("contents.\(key)")) }
                return PlannedSheet(name: part.name, content: words("contents.tasks"), rows: part.rows.count) {
                    sheet throws(SpreadsheetError) in
                    try renderer.draw(part, on: sheet)
                    try taskSheet.addRules(part, to: sheet)
                }
            }
        }
    }

    private var taskSheet: TaskSheet { TaskSheet(report, sources: sources, style: style, words: words) }

    /// A large workbook is streamed: its memory stays that of one row, where each cell would take a hundred bytes and
    /// more. A streamed sheet holds no marked-up tables, which the accessible style needs, and its texts stand in the
    /// sheets themselves.
    private var isStreamed: Bool {
        Self.isStreamed(report, style: style, above: min(rowLimit, Self.streamedFrom))
    }

    /// Whether the workbook of `report` is streamed, since it would take much memory.
    public static func isStreamed(_ report: EditionReport, style: WorkbookStyle) -> Bool {
        isStreamed(report, style: style, above: streamedFrom)
    }

    private static func isStreamed(_ report: EditionReport, style: WorkbookStyle, above limit: Int) -> Bool {
        style == .office && report.statements.count > limit
    }

    /// More statements than these, and an office's workbook is streamed. Origin: it takes some 40 MB there.
    static let streamedFrom = 5_000

    private func table(_ grid: GridSheet, content: String) -> PlannedSheet {
        PlannedSheet(name: grid.name, content: content, rows: grid.rows.count) { sheet throws(SpreadsheetError) in
            try renderer.draw(grid, on: sheet)
        }
    }

    /// The as-of date stands for the time of making: a clock would change the bytes.
    private var properties: DocumentProperties {
        DocumentProperties(
            title: report.title, subject: "\(report.area) \(report.asOf)", author: "gongbao \(report.programVersion)",
            keywords: pipelines.map(\.name).joined(separator: ","), created: report.asOf.dayNumber * 86_400)
    }
}
