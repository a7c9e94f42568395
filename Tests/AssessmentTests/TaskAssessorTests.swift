import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

@Suite struct TaskAssessorTests {
    private let asOf = CalendarDate(year: 2024, month: 6, day: 1)

    private func task(_ deadline: CalendarDate?, id: String = "plan:9.T1") -> PlanTask {
        PlanTask(
            id: StatementID(id),
            provenance: Provenance(bulletin: "plan.txt", line: 9, lineEnd: 9, quote: "", rule: .task),
            text: "建设示范机构", deadline: deadline)
    }

    private func status(_ status: String, _ date: String, line: Int = 2) -> TaskStatus {
        TaskStatus(
            task: StatementID("plan:9.T1"), status: status, date: CalendarDate(iso: date) ?? CalendarDate(year: 0),
            path: "task-status.csv", line: line)
    }

    private func row(_ deadline: String?, _ statuses: [TaskStatus] = []) -> TaskAssessment {
        var library = PipelineLibrary()
        library.tasks.statuses = [
            .init(name: "推进中", englishName: "In progress"),
            .init(name: "已完成", englishName: "Completed", closes: true),
        ]
        library.pipelines = [Pipeline(id: PipelineID("p"), name: "", englishName: "", taskStatuses: statuses)]
        return TaskAssessor(library: library).assess([task(deadline.flatMap { CalendarDate(iso: $0) })], asOf: asOf)[0]
    }

    @Test(arguments: [
        ("2024-05-31", -1, TaskLamp.overdue), ("2024-06-01", 0, .dueSoon), ("2024-07-01", 30, .dueSoon),
        ("2024-07-02", 31, .inProgress), ("2024-06", 29, .dueSoon), ("2024", 213, .inProgress),
    ])
    func theLastDayOfTheDeadlineCounts(deadline: String, days: Int, lamp: TaskLamp) {
        #expect(row(deadline).daysToDeadline == days)
        #expect(row(deadline).lamp == lamp)
    }

    @Test func aTaskWithoutADateHasNoDeadline() {
        #expect(row(nil).daysToDeadline == nil)
        #expect(row(nil).lamp == .noDeadline)
    }

    @Test func theNewestStatusIsTakenAndAClosingOneEndsTheTask() {
        let done = status("已完成", "2024-05-20", line: 2)
        let reopened = status("推进中", "2024-05-28", line: 3)
        #expect(row("2024-01-31", [done]).lamp == .completed)
        #expect(row("2024-01-31", [reopened, done]).lamp == .overdue)
        #expect(row("2024-01-31", [reopened, done]).status == reopened)
    }
}
