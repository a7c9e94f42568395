import PipelineDefinition
import StatisticalModel

extension OutcomeCheck {
    /// Statuses of bulletins that are not among the inputs of the run: one row for each such bulletin.
    static let statusOfUnreadBulletin = OutcomeCheck("status-of-unread-bulletin") { run, context in
        let stems = Set(run.bulletins.map(\.stem))
        let unread = context.library.taskStatuses.filter { status in
            status.task.bulletinStem.map { !stems.contains($0) } ?? false
        }
        return Dictionary(grouping: unread) { $0.task.bulletinStem ?? "" }.values.compactMap { statuses in
            statuses.first.map {
                context.note(
                    $0.file, line: $0.line, subject: .text($0.task.bulletinStem ?? ""),
                    expected: .phrase(.bulletinRead, []), found: .phrase(.statuses, [String(statuses.count)]))
            }
        }
    }
}
