import SourceText
public import StatisticalModel

extension TaskStatus {
    /// The columns of task-status.csv.
    public static let columns = ["task", "status", "date", "remark"]
}

/// Reads task-status.csv: `task,status,date,remark`.
enum TaskStatusFile {
    static func read(path: String, settings: TaskSettings, _ problems: inout [Diagnostic]) -> [TaskStatus] {
        let table = DefinitionTable(
            path: path, required: TaskStatus.columns, optional: [], problems: &problems)
        return table.rows.compactMap { status($0, table, settings, &problems) }
    }

    private static func status(
        _ row: DefinitionTable.Row, _ table: DefinitionTable, _ settings: TaskSettings, _ problems: inout [Diagnostic]
    ) -> TaskStatus? {
        let before = problems.count
        func report(_ column: String, _ message: String) {
            problems.append(table.problem(row, column: column, message))
        }
        let task = StatementID(row("task"))
        if task.bulletinStem == nil {
            report("task", "expected a task's id of tasks.csv such as plan:120.T1, found ‘\(row("task"))’")
        }
        if settings[row("status")] == nil {
            let hint = NearestName.hint(for: row("status"), among: settings.statuses.map(\.name))
            report("status", "unknown status ‘\(row("status"))’\(hint)")
        }
        let date = CalendarDate(iso: row("date"))
        if date == nil { report("date", "expected a date such as 2023-06-30, found ‘\(row("date"))’") }
        guard problems.count == before, let date else { return nil }
        return TaskStatus(
            task: task, status: row("status"), date: date, remark: row("remark"), path: table.path, line: row.line)
    }
}
