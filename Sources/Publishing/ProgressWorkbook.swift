import PipelineDefinition
public import Spreadsheet
import StatisticalModel

/// progress.xlsx: the workbook that statisticians open.
public struct ProgressWorkbook {
    private let report: EditionReport
    private let words: ReportWords
    private let sources: SourceIndex
    private let pipelines: [PipelineSheet]
    private let renderer: SheetRenderer
    private let rowLimit: Int

    public init(_ report: EditionReport) { self.init(report, rowLimit: GridSheet.rowLimit) }

    /// Tables longer than `rowLimit` are divided among sheets.
    init(_ report: EditionReport, rowLimit: Int) {
        let words = ReportWords(report.language)
        var report = report
        if report.title.isEmpty { report.title = words("report.title") }
        let sources = SourceIndex(report, rowLimit: rowLimit)
        self.rowLimit = rowLimit
        let names = SheetNames(report.pipelines, words: words)
        self.report = report
        self.words = words
        self.sources = sources
        renderer = SheetRenderer(words: words, title: report.title)
        pipelines = report.pipelines.enumerated().map { index, pipeline in
            PipelineSheet(
                name: names[index], pipeline: pipeline,
                rows: report.assessments.filter { $0.pipeline == pipeline.id },
                limitsRow: NotesSheet.limitsRow(index), report: report, sources: sources, words: words)
        }
    }

    /// Writes the workbook to `path`. The same report gives the same bytes.
    public func write(to path: String) throws(SpreadsheetError) {
        // A large workbook is streamed: its memory stays that of one row.
        var workbook = try Workbook(
            path: path, constantMemory: sources.entries.count > rowLimit, properties: properties)
        let overview = OverviewSheet(pipelines: pipelines, words: words)
        let grids = ReportGrids(report: report, sources: sources, words: words)
        let cover = CoverSheet(report: report, overview: overview, words: words)
        try workbook.addSheet(named: words("sheet.cover")) { sheet throws(SpreadsheetError) in
            try cover.draw(on: sheet)
            try sheet.setUpPrint(renderer.print())
        }
        let plain = plainGrids(grids)
        try add(contents(plain), to: &workbook)
        try workbook.addSheet(named: overview.name) { sheet throws(SpreadsheetError) in
            try renderer.draw(overview.grid, on: sheet)
            try overview.addCharts(to: sheet)
            if overview.isOnePage {
                var setup = renderer.print()
                setup.isLandscape = false
                setup.pagesTall = 1
                try sheet.setUpPrint(setup)
            }
        }
        for pipeline in pipelines {
            try workbook.addSheet(named: pipeline.name) { sheet throws(SpreadsheetError) in
                try renderer.draw(pipeline.grid, on: sheet)
                try pipeline.addRules(to: sheet)
            }
        }
        for grid in plain.map(\.grid) { try add(grid, to: &workbook) }
        let notes = NotesSheet(pipelines: report.pipelines, words: words)
        try workbook.addSheet(named: words("sheet.notes")) { sheet throws(SpreadsheetError) in
            try notes.draw(on: sheet)
            try sheet.setUpPrint(renderer.print())
        }
        try workbook.close()
    }

    private func add(_ grid: GridSheet, to workbook: inout Workbook) throws(SpreadsheetError) {
        try workbook.addSheet(named: grid.name) { sheet throws(SpreadsheetError) in
            try renderer.draw(grid, on: sheet)
        }
    }

    private func plainGrids(_ grids: ReportGrids) -> [(key: String, grid: GridSheet)] {
        plainKeys.flatMap { key in
            plainGrid(key, grids).parts(of: rowLimit, words: words).map { (key, $0) }
        }
    }

    private func plainGrid(_ key: String, _ grids: ReportGrids) -> GridSheet {
        switch key {
        case "years": YearSheet(rows: report.yearRows, words: words).grid
        case "tasks": TaskSheet(report, sources: sources, words: words).grid
        case "projects": ProjectSheet(report, sources: sources, words: words).grid
        case "conflicts": grids.conflicts
        case "checks": grids.checks
        case "others": grids.others
        case "chart-data": TargetChartData(pipelines, words: words).grid
        default: SourceSheet(sources: sources, words: words).grid
        }
    }

    /// The plain sheets in their order; empty ones that say nothing are left out.
    private var plainKeys: [String] {
        (report.yearRows.isEmpty ? [] : ["years"]) + (report.tasks.isEmpty ? [] : ["tasks"])
            + (report.projects.isEmpty ? [] : ["projects"]) + ["conflicts", "checks"]
            + (report.statements.contains { $0.pipeline == nil } ? ["others"] : [])
            + ["sources"] + (TargetChartData(pipelines, words: words).blocks.isEmpty ? [] : ["chart-data"])
    }

    private func contents(_ plain: [(key: String, grid: GridSheet)]) -> GridSheet {
        var entries: [(sheet: String, content: String, rows: Int?)] = [
            (words("sheet.overview"), words("contents.overview"), nil)
        ]
        for pipeline in pipelines { entries.append((pipeline.name, words("contents.pipeline"), pipeline.rows.count)) }
        for (key, grid) in plain {
            entries.append((grid.name, words("contents.\(key)"), grid.rows.count))
        }
        entries.append((words("sheet.notes"), words("contents.notes"), nil))
        return ContentsSheet(entries: entries, words: words).grid
    }

    /// The as-of date stands for the time of making: a clock would change the bytes.
    private var properties: DocumentProperties {
        DocumentProperties(
            title: report.title, subject: "\(report.area) \(report.asOf)", author: "gongbao \(report.programVersion)",
            keywords: pipelines.map(\.name).joined(separator: ","), created: report.asOf.dayNumber * 86_400)
    }
}
