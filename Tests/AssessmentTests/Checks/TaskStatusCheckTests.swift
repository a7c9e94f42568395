import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

/// The three checks over what the office says of tasks.
@Suite struct TaskStatusCheckTests {
    private func status(_ task: String, _ status: String, _ date: String, line: Int, folder: String = "care")
        -> TaskStatus
    {
        TaskStatus(
            task: StatementID(task), status: status, date: CalendarDate(iso: date) ?? CalendarDate(year: 0),
            remark: "备注",
            path: "Pipelines/\(folder)/task-status.csv", line: line)
    }

    private func notes(_ check: String, _ statuses: [TaskStatus]) -> [FindingNote] {
        var library = CheckFixture.library
        library.pipelines = Dictionary(grouping: statuses, by: \.path).sorted { $0.key < $1.key }.map {
            Pipeline(id: PipelineID($0.key), name: "", englishName: "", taskStatuses: $0.value)
        }
        let task = PlanTask(
            id: StatementID("plan:9.T1"),
            provenance: Provenance(bulletin: "plan.txt", line: 9, lineEnd: 9, quote: "", rule: .task), text: "任务")
        let run = RunFindings(bulletins: [RunFindings.Bulletin(name: "plan.txt", tasks: [task])])
        return CheckFixture.notes(check, on: run, library: library)
    }

    @Test func aStatusOfNoTaskOfTheBulletinIsReportedAtItsRow() {
        let found = notes(
            "status-without-task",
            [status("plan:9.T1", "推进中", "2024-01-01", line: 2), status("plan:10.T1", "已完成", "2024-02-01", line: 3)])
        #expect(found.map(\.subject) == ["plan:10.T1"])
        #expect(found.map(\.bulletin) == ["care/task-status.csv"] && found.map(\.line) == [3])
        #expect(found.map(\.found) == [.phrase(.taskStatus, ["已完成", "2024-02-01", "备注"])])
    }

    @Test func statusesOfABulletinThatIsNotReadAreCounted() {
        let statuses = [
            status("other:9.T1", "推进中", "2024-01-01", line: 2), status("other:10.T1", "已完成", "2024-02-01", line: 3),
        ]
        #expect(notes("status-without-task", statuses).isEmpty)
        let found = notes("status-of-unread-bulletin", statuses)
        #expect(found.map(\.subject) == ["other"])
        #expect(found.map(\.found) == [.phrase(.statuses, ["2"])])
    }

    @Test func ofTwoStatusesTheOlderIsReportedBesideTheOneInUse() {
        let found = notes(
            "status-stated-twice",
            [
                status("plan:9.T1", "推进中", "2024-01-01", line: 2),
                status("plan:9.T1", "已完成", "2024-02-01", line: 5, folder: "goals"),
            ])
        #expect(found.map(\.bulletin) == ["care/task-status.csv"])
        #expect(found.map(\.found) == [.phrase(.taskStatus, ["推进中", "2024-01-01", "备注"])])
        #expect(found.map(\.expected) == [.phrase(.taskStatus, ["已完成", "2024-02-01", "备注"])])
    }
}
