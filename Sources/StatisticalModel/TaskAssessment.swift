/// How a task stands at the as-of date; its words stand in the workbook's table.
public enum TaskLamp: String, Sendable, Hashable, CaseIterable {
    /// The deadline's last day has passed.
    case overdue
    /// The deadline lies within the days that Pipelines/common/tasks.yaml sets.
    case dueSoon = "due-soon"
    case inProgress = "in-progress"
    /// No date is printed: 长期推进, or nothing.
    case noDeadline = "no-deadline"
    /// The office has closed it, whatever the deadline.
    case completed
}

/// What the office says of a task: a row of a pipeline's task-status.csv.
public struct TaskStatus: Sendable, Hashable {
    public var task: StatementID
    /// A word of Pipelines/common/tasks.yaml: 推进中, 已完成.
    public var status: String
    public var date: CalendarDate
    public var remark: String
    /// The file and line of the row.
    public var path: String
    public var line: Int

    public init(
        task: StatementID, status: String, date: CalendarDate, remark: String = "", path: String, line: Int
    ) {
        self.task = task
        self.status = status
        self.date = date
        self.remark = remark
        self.path = path
        self.line = line
    }
}

/// A task with where it stands at the as-of date: a row of 任务台账.
public struct TaskAssessment: Sendable, Hashable {
    public var task: PlanTask
    /// To the last day of the deadline, negative once it has passed; `nil` where none is printed.
    public var daysToDeadline: Int?
    public var lamp: TaskLamp
    /// The newest that the office says; `nil` where it says nothing.
    public var status: TaskStatus?

    public init(task: PlanTask, daysToDeadline: Int? = nil, lamp: TaskLamp, status: TaskStatus? = nil) {
        self.task = task
        self.daysToDeadline = daysToDeadline
        self.lamp = lamp
        self.status = status
    }
}
