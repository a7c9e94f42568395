public import StatisticalModel

/// tasks.csv: the numbered measures of plans with lead unit, responsible units and deadline.
public enum TasksCSV {
    public static let header = [
        "id", "bulletin", "document", "line", "line_end", "section", "number", "task", "leader", "lead_unit",
        "responsible", "cooperating", "deadline_text", "deadline", "quote",
    ]

    public static func rows(_ tasks: [PlanTask]) -> [[String]] {
        sortedByKey(tasks) { [$0.provenance.bulletin, sortable($0.provenance.line), $0.id.text] }.map { task in
            [
                task.id.text, task.provenance.bulletin, task.provenance.documentTitle, String(task.provenance.line),
                String(task.provenance.lineEnd), task.section, task.number, task.text, task.leader, task.leadUnit,
                task.responsible, task.cooperating, task.deadlineText, task.deadline.field, task.provenance.quote,
            ]
        }
    }
}
