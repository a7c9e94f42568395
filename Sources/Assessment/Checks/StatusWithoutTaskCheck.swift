import PipelineDefinition
import StatisticalModel

extension OutcomeCheck {
    /// A status that the office keeps for a task which the bulletin, though read, does not have.
    static let statusWithoutTask = OutcomeCheck("status-without-task") { run, context in
        let tasks = Set(run.bulletins.flatMap(\.tasks).map(\.id))
        let stems = Set(run.bulletins.map(\.stem))
        return context.library.taskStatuses.filter { status in
            !tasks.contains(status.task) && status.task.bulletinStem.map(stems.contains) ?? true
        }.map { context.note(on: $0, expected: .phrase(.knownTask, []), found: $0.finding) }
    }
}

extension CheckContext {
    func note(on status: TaskStatus, expected: FindingText, found: FindingText) -> FindingNote {
        note(status.file, line: status.line, subject: .text(status.task.text), expected: expected, found: found)
    }
}

extension TaskStatus {
    /// The pipeline's folder and the file: business-environment/task-status.csv.
    var file: String { path.split(separator: "/").suffix(2).joined(separator: "/") }

    /// 已完成，2023-06-30 已验收
    var finding: FindingText { .phrase(.taskStatus, [status, date.description, remark]) }
}
