import PipelineDefinition
import StatisticalModel

extension OutcomeCheck {
    /// A task of which two pipelines, or two rows of a file, say different things: the newest is in use.
    static let statusStatedTwice = OutcomeCheck("status-stated-twice") { _, context in
        Dictionary(grouping: context.library.taskStatuses, by: \.task).values.flatMap { statuses -> [FindingNote] in
            let ordered = TaskStatus.newestFirst(statuses)
            return ordered.dropFirst().map { context.note(on: $0, expected: ordered[0].finding, found: $0.finding) }
        }
    }
}
