import StatisticalModel

/// The formulas of one row of 任务台账: what Assessment says of a task, in the words of a spreadsheet.
struct TaskFormulas {
    /// Cells of the row.
    let deadlineCell: String
    let daysCell: String
    let statusCell: String
    /// Cells over the table.
    let asOfCell: String
    let dueSoonCell: String
    /// The statuses that close a task.
    let closing: [String]
    let style: WorkbookStyle
    let words: ReportWords

    var days: String {
        "=IF(COUNT(\(deadlineCell))=0,\"\(BlankMark.notApplicable.text(in: style))\",\(deadlineCell)-\(asOfCell))"
    }

    var lamp: String {
        let open =
            "IF(COUNT(\(daysCell))=0,\(text(.noDeadline)),IF(\(daysCell)<0,\(text(.overdue)),"
            + "IF(\(daysCell)<=\(dueSoonCell),\(text(.dueSoon)),\(text(.inProgress)))))"
        guard !closing.isEmpty else { return "=\(open)" }
        let closes = closing.map { "\(statusCell)=\"\($0)\"" }.joined(separator: ",")
        return "=IF(OR(\(closes)),\(text(.completed)),\(open))"
    }

    /// The lamp's words as an expression: those of due soon hold the days of the cell over the table.
    func text(_ lamp: TaskLamp) -> String {
        let parts = words("task-lamp.\(lamp.rawValue)").split(separator: "{}", omittingEmptySubsequences: false)
        let pieces = parts.map { $0.isEmpty ? "" : "\"\($0)\"" }.joined(separator: "&\(dueSoonCell)&")
        return pieces.hasPrefix("&") ? String(pieces.dropFirst()) : pieces
    }
}
