public import StatisticalModel

/// tasks.csv: the numbered measures of plans with their units and deadline, and how each stands at the as-of date.
///
/// `filled` names the fields that were filled from a merged cell above: `section;number`.
public enum TasksCSV {
    public static let header = [
        "id", "bulletin", "document", "line", "line_end", "section", "number", "task", "leader", "lead_unit",
        "responsible", "cooperating", "deadline_text", "deadline", "days_to_deadline", "deadline_state", "status",
        "status_date", "remark", "quote", "filled",
    ]

    public static func rows(_ tasks: [TaskAssessment]) -> [[String]] {
        sorted(tasks).map { item in
            let task = item.task
            return [
                task.id.text, task.provenance.bulletin, task.provenance.documentTitle, String(task.provenance.line),
                String(task.provenance.lineEnd), task.section, task.number, task.text, task.leader, task.leadUnit,
                task.responsible, task.cooperating, task.deadlineText, task.deadline.field,
                item.daysToDeadline.field, item.lamp.rawValue, item.status?.status ?? "",
                (item.status?.date).field, item.status?.remark ?? "", task.provenance.quote,
                task.spanned.map(\.rawValue).joined(separator: ";"),
            ]
        }
    }

    static func sorted(_ tasks: [TaskAssessment]) -> [TaskAssessment] {
        sortedByKey(tasks) { [$0.task.provenance.bulletin, sortable($0.task.provenance.line), $0.task.id.text] }
    }
}
