public import PipelineDefinition
public import StatisticalModel

/// Sets each task against its deadline and against what the office says of it.
public struct TaskAssessor: Sendable {
    private let settings: TaskSettings
    private let statuses: [StatementID: TaskStatus]

    public init(library: PipelineLibrary) {
        settings = library.tasks
        statuses = Dictionary(grouping: library.taskStatuses, by: \.task)
            .compactMapValues { TaskStatus.newestFirst($0).first }
    }

    /// A row for each task, in the order of `tasks`.
    public func assess(_ tasks: [PlanTask], asOf date: CalendarDate) -> [TaskAssessment] {
        tasks.map { task in
            let days = task.deadline.map { $0.dayNumber - date.dayNumber }
            let status = statuses[task.id]
            return TaskAssessment(task: task, daysToDeadline: days, lamp: lamp(days, status), status: status)
        }
    }

    private func lamp(_ days: Int?, _ status: TaskStatus?) -> TaskLamp {
        if let status, settings.closes(status.status) { return .completed }
        guard let days else { return .noDeadline }
        if days < 0 { return .overdue }
        return days <= settings.dueSoonDays ? .dueSoon : .inProgress
    }
}

extension TaskStatus {
    /// By date, the newest first; of one date the row that stands last in its file.
    static func newestFirst(_ statuses: [TaskStatus]) -> [TaskStatus] {
        statuses.sorted { ($1.date.lastDay, $1.path, $1.line) < ($0.date.lastDay, $0.path, $0.line) }
    }
}

extension PipelineLibrary {
    /// Of all pipelines, in their order.
    var taskStatuses: [TaskStatus] { pipelines.flatMap(\.taskStatuses) }
}
