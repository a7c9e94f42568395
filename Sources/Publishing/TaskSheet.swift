public import PipelineDefinition
import Spreadsheet
public import StatisticalModel

/// 任务台账: each task with its units and its deadline, and how it stands at a date that can be typed over.
struct TaskSheet {
    enum Column: Int, CaseIterable {
        case number, task, leadUnit, cooperating, leader, deadline, printed, days, lamp, status, remark, plan, source,
            /// What `gongbao import` reads a filled row by; hidden in the office style.
            key,
            /// All of what is shortened, since rows are to stay low.
            taskWhole, cooperatingWhole
    }

    let tasks: [TaskAssessment]
    /// How many rows of the plans' tables say neither task nor unit nor deadline.
    private let silent: Int
    let asOf: CalendarDate
    let settings: TaskSettings
    let sources: SourceIndex
    let style: WorkbookStyle
    let words: ReportWords
    private let owners: TaskOwners
    /// The cells of the date and the days by which tasks are judged.
    private let inputs: (asOf: String, dueSoon: String)

    init(_ report: EditionReport, sources: SourceIndex, style: WorkbookStyle = .office, words: ReportWords) {
        tasks = Self.sorted(Self.listed(report.tasks))
        silent = report.tasks.count - tasks.count
        hasWhole = tasks.contains { Self.isShortened($0.task) || Self.others(DutyUnits($0.task)).isLong }
        asOf = report.asOf
        settings = report.taskSettings
        owners = TaskOwners(report)
        self.sources = sources
        self.style = style
        self.words = words
        inputs =
            style == .accessible
            ? LimitsSheet.taskCells(pipelines: report.pipelines.count, words: words)
            : (Self.asOfCell.absoluteName, Self.dueSoonCell.absoluteName)
    }

    var grid: GridSheet {
        var grid = GridSheet(
            "tasks",
            columns: [
                ("number", 6), ("task", 46), ("lead-unit", 17), ("cooperating", 20), ("leader", 9), ("deadline", 12),
                ("deadline-printed", 12), ("days", 9), ("task-lamp", 14), ("task-status", 10), ("remark", 14),
                ("plan", 22), ("source", 22), ("key", 25),
            ] + (hasWhole ? [("task-whole", 60), ("cooperating-whole", 60)] : []), rows: GridRows([]), words: words)
        // A second table: the accessible style has the date and the days on 界限.
        if style == .office {
            grid.summary = [summaryTitles, summaryValues]
        } else {
            grid.note = words("tasks.note.plain")
        }
        if silent > 0 { grid.note += words("tasks.note.silent", String(silent)) }
        if style == .office, tasks.allSatisfy({ $0.task.leader.isEmpty }) {
            grid.columns[Column.leader.rawValue].isHidden = true
            grid.columns[Column.task.rawValue].width += grid.columns[Column.leader.rawValue].width
        }
        for column in grid.columns.indices.filter({ $0 >= Column.taskWhole.rawValue }) {
            grid.columns[column].style = ReportPalette.cell
            grid.columns[column].blank = .notApplicable
        }
        for column in [Column.cooperating, .leader, .printed, .days, .status, .remark] {
            grid.columns[column.rawValue].blank = .notApplicable
        }
        for column in [Column.status, .remark] { grid.columns[column.rawValue].style = Self.input }
        grid.columns[Column.key.rawValue].style = ReportPalette.cell
        var plans: [String: String] = [:]
        grid.rows = GridRows(
            tasks.enumerated().map { index, task in
                let title = task.task.provenance.documentTitle
                let plan = plans[title] ?? ShortText.cut(DocumentTitle(title).subject, columns: 72)
                plans[title] = plan
                return row(task, plan: plan, formulas: formulas(grid.firstRow + index))
            })
        grid.conditions = conditions(firstRow: grid.firstRow)
        grid.frozenColumns = 2
        grid.printedColumns = Column.source.rawValue
        return grid
    }

    private func row(_ item: TaskAssessment, plan: String, formulas: TaskFormulas) -> [GridSheet.Cell] {
        let task = item.task
        let units = DutyUnits(task)
        let status = item.status.map { shown($0.status) } ?? ""
        let remark = [item.status?.date.description, item.status?.remark].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: " ")
        let key = TaskKey(
            task: task.id, pipeline: owners.owner(of: task), status: item.status?.status ?? "", remark: remark)
        return [
            .text(task.number), text(of: task), .text(units.lead),
            .text(Self.others(units).shown(words)), .text(task.leader),
            date(task.deadline, Self.date),
            .text(TaskDeadlineText.isPlain(task.deadlineText) ? "" : task.deadlineText),
            GridSheet.Cell(
                .formula(
                    formulas.days,
                    result: item.daysToDeadline.map { .number(Double($0)) }
                        ?? .text(BlankMark.notApplicable.text(in: style))),
                style: ReportPalette.number),
            GridSheet.Cell(.formula(formulas.lamp, result: .text(text(item.lamp))), style: ReportPalette.centered),
            .text(status), .text(remark),
            .text(plan),
            sources.link(to: task.id, at: task.provenance, words: words), .text(key.text),
        ] + (hasWhole ? whole(task, units) : [])
    }

    /// Those that say a task, a unit or a deadline: a row of a table whose cells were not told apart may say none.
    static func listed(_ tasks: [TaskAssessment]) -> [TaskAssessment] {
        tasks.filter { item in
            let task = item.task
            return !task.text.isEmpty || task.deadline != nil || !task.deadlineText.isEmpty
                || !DutyUnits(task).members.isEmpty
        }
    }

    private static let textLimit = 210

    /// Whether something is shortened.
    private let hasWhole: Bool

    private static func isShortened(_ task: PlanTask) -> Bool { DisplayWidth.columns(task.text) > textLimit }

    /// A blank task says why it is blank.
    private func text(of task: PlanTask) -> GridSheet.Cell {
        if task.text.isEmpty {
            return GridSheet.Cell(
                .text(words("tasks.untold")), style: ReportPalette.text.with { $0.fontColor = ReportPalette.muted })
        }
        return .text(ShortText.cut(task.text, columns: Self.textLimit))
    }

    private static func others(_ units: DutyUnits) -> UnitList { UnitList(text: units.others, lineWidth: 19) }

    private func whole(_ task: PlanTask, _ units: DutyUnits) -> [GridSheet.Cell] {
        [.text(Self.isShortened(task) ? task.text : ""), .text(Self.others(units).isLong ? units.others : "")]
    }

    /// Hides the keys and offers the statuses where they may be typed.
    ///
    /// The list stands right of all columns, hidden too, and under the table, since nothing is written upwards in a
    /// streamed sheet.
    func addRules(_ grid: GridSheet, to sheet: borrowing Sheet) throws(SpreadsheetError) {
        guard style == .office else { return }
        let list = Column.allCases.count
        try sheet.hideColumns(Column.key.rawValue...Column.key.rawValue)
        try sheet.hideColumns(list...list)
        guard !tasks.isEmpty, !settings.statuses.isEmpty else { return }
        let first = grid.lastRow + 1
        for (index, status) in settings.statuses.enumerated() {
            try sheet.write(.text(shown(status.name)), at: CellReference(first + index, list))
        }
        let values = CellRange(rows: first...first + settings.statuses.count - 1, columns: list...list)
        let column = Column.status.rawValue
        try sheet.restrict(
            CellRange(rows: grid.firstRow...grid.lastRow, columns: column...column),
            to: .listed(in: "=" + values.absoluteName),
            help: InputHelp(
                title: words("pipeline.input.title"), message: words("request.input.status"),
                refusal: words("request.input.status")))
    }

    private static let input = ReportPalette.text.with {
        $0.fill = ReportPalette.input
        $0.isInput = true
    }

    /// Open tasks by deadline, so that the overdue stand first; then closed ones, then those without a deadline.
    private static func sorted(_ tasks: [TaskAssessment]) -> [TaskAssessment] {
        sortedByKey(tasks) { item in
            let rank = item.lamp == .completed ? 1 : item.task.deadline == nil ? 2 : 0
            return [
                sortable(rank), sortable(item.task.deadline?.dayNumber), item.task.provenance.bulletin,
                sortable(item.task.provenance.line), item.task.id.text,
            ]
        }
    }

    /// The cells of a column in the office style, where the counts stand over the table.
    static func range(_ column: Column, tasks: Int) -> CellRange {
        CellRange(
            rows: GridSheet.firstRow + 2...GridSheet.firstRow + 1 + max(1, tasks),
            columns: column.rawValue...column.rawValue)
    }

    private func shown(_ status: String) -> String {
        words.language == .chinese ? status : settings[status]?.englishName ?? status
    }

    private func text(_ lamp: TaskLamp) -> String {
        words("task-lamp.\(lamp.rawValue)", String(settings.dueSoonDays))
    }

    private static let date = ReportPalette.centered.with { $0.numberFormat = "yyyy-mm-dd" }

    /// The date's last day as a spreadsheet's day number; 25569 is 1970-01-01.
    private func date(_ date: CalendarDate?, _ style: CellStyle) -> GridSheet.Cell {
        GridSheet.Cell(date.map { .number(Self.day($0)) } ?? .blank, style: style)
    }

    static func day(_ date: CalendarDate) -> Double { Double(date.dayNumber + 25_569) }

    // MARK: The date, the days and the counts over the table

    private static let asOfCell = CellReference(GridSheet.headerRow + 1, Column.deadline.rawValue)
    private static let dueSoonCell = CellReference(GridSheet.headerRow + 1, Column.printed.rawValue)

    private func formulas(_ row: Int) -> TaskFormulas {
        TaskFormulas(
            deadlineCell: CellReference(row, Column.deadline.rawValue).name,
            daysCell: CellReference(row, Column.days.rawValue).name,
            statusCell: CellReference(row, Column.status.rawValue).name, asOfCell: inputs.asOf,
            dueSoonCell: inputs.dueSoon,
            closing: settings.statuses.filter(\.closes).map {
                words.language == .chinese ? $0.name : $0.englishName
            }, style: style, words: words)
    }

    private func leading(_ cells: [GridSheet.Cell]) -> [GridSheet.Cell] {
        [GridSheet.Cell](repeating: .init(.blank), count: Column.deadline.rawValue) + cells
    }

    private var summaryTitles: [GridSheet.Cell] {
        let header = ReportPalette.header
        return leading(
            [words("tasks.as-of"), words("tasks.due-soon")].map { GridSheet.Cell(.text($0), style: header) }
                + TaskLamp.allCases.map { lamp in
                    let formula = "=\(formulas(0).text(lamp))"
                    return GridSheet.Cell(.formula(formula, result: .text(text(lamp))), style: Self.style(lamp))
                })
    }

    private var summaryValues: [GridSheet.Cell] {
        let input = ReportPalette.centered.with { $0.fill = ReportPalette.input }
        let range = Self.range(.lamp, tasks: tasks.count)
        return leading(
            [
                date(asOf, Self.date.with { $0.fill = ReportPalette.input }),
                GridSheet.Cell(.number(Double(settings.dueSoonDays)), style: input),
            ]
                + TaskLamp.allCases.map { lamp in
                    let count = tasks.count { $0.lamp == lamp }
                    return GridSheet.Cell(
                        .formula(
                            "=COUNTIF(\(range.absoluteName),\(formulas(0).text(lamp)))", result: .number(Double(count))),
                        style: ReportPalette.centered)
                })
    }

    private func conditions(firstRow: Int) -> [GridSheet.Condition] {
        let cell = "$\(CellReference(firstRow, Column.lamp.rawValue).name)"
        return TaskLamp.allCases.map { lamp in
            GridSheet.Condition(
                column: Column.lamp.rawValue, formula: "=\(cell)=\(formulas(firstRow).text(lamp))",
                style: Self.style(lamp))
        }
    }

    private static func style(_ lamp: TaskLamp) -> CellStyle {
        switch lamp {
        case .overdue: ReportPalette.lamp(.red)
        case .dueSoon: ReportPalette.lamp(.yellow)
        case .inProgress: ReportPalette.lamp(.greenBehind)
        case .completed: ReportPalette.lamp(.green)
        case .noDeadline: ReportPalette.lamp(.none)
        }
    }
}

/// The pipelines whose task-status.csv takes what is said of tasks.
public struct TaskOwners: Sendable {
    private let pipelines: [Pipeline]
    /// By bulletin and document, how many of its figures belong to each pipeline.
    private var counts: [String: [String: [PipelineID: Int]]] = [:]

    init(_ report: EditionReport) {
        pipelines = report.pipelines
        for row in report.statements {
            let place = row.statement.provenance
            var known = counts[place.bulletin]?[place.documentTitle] ?? [:]
            if let pipeline = row.pipeline { known[pipeline, default: 0] += 1 }
            counts[place.bulletin, default: [:]][place.documentTitle] = known
        }
    }

    func owner(of task: PlanTask) -> PipelineID {
        let documents = counts[task.provenance.bulletin] ?? [:]
        let figures =
            documents[task.provenance.documentTitle]
            ?? documents.values.reduce(into: [:]) { sum, part in sum.merge(part) { $0 + $1 } }
        return Self.owner(of: task.id, figures: figures, pipelines: pipelines)
    }

    /// The pipeline that knows the task already, else the one that most `figures` of its document belong to.
    public static func owner(of task: StatementID, figures: [PipelineID: Int], pipelines: [Pipeline]) -> PipelineID {
        if let known = pipelines.first(where: { $0.taskStatuses.contains { $0.task == task } }) { return known.id }
        let most = pipelines.filter { figures[$0.id] != nil }
            .max { (figures[$0.id] ?? 0) < (figures[$1.id] ?? 0) }
        return (most ?? pipelines.first)?.id ?? PipelineID("")
    }
}
