import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

@Suite struct DeadlineBeforeDocumentCheckTests {
    private func count(_ deadline: CalendarDate, kind: StatementKind = .target) -> Int {
        var item = CheckFixture.figure("改造", "5", "个", kind: kind)
        item.statement.deadline = deadline
        let run = CheckFixture.run([item], published: CalendarDate(year: 2023, month: 3, day: 15))
        return CheckFixture.notes("deadline-before-document", on: run).count
    }

    @Test func aDeadlineLiesAfterTheDocumentsDate() {
        #expect(count(CalendarDate(year: 2022, month: 12)) == 1)
        #expect(count(CalendarDate(year: 2023, month: 3)) == 0)
        #expect(count(CalendarDate(year: 2023)) == 0)
        #expect(count(CalendarDate(year: 2022), kind: .actual) == 0)
    }

    @Test func tasksAreCheckedToo() {
        var run = CheckFixture.run([], published: CalendarDate(year: 2023, month: 3))
        run.bulletins[0].tasks = [
            PlanTask(
                provenance: Provenance(bulletin: "plan.txt", line: 7, lineEnd: 7, quote: "", rule: .clause),
                number: "12",
                text: "完成改造", deadline: CalendarDate(year: 2022, month: 6))
        ]
        let found = CheckFixture.notes("deadline-before-document", on: run)
        #expect(found.map(\.subject) == ["12"])
        #expect(found.map(\.line) == [7])
    }
}
