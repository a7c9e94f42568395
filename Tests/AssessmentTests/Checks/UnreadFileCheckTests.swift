import Assessment
import StatisticalModel
import Testing

@Suite struct UnreadFileCheckTests {
    private let run = RunFindings(unread: [
        UnreadFile(name: "a/plan.pdf", reason: .ending("pdf")), UnreadFile(name: "notes", reason: .noEnding),
        UnreadFile(name: "b/plan.txt", reason: .duplicate(of: "a/plan.txt")),
        UnreadFile(name: "c.txt", reason: .unreadable),
    ])

    @Test func aFileThatIsNotReadIsNamedWithItsEnding() {
        let notes = CheckFixture.notes("unread-file", on: run)
        #expect(notes.map(\.bulletin) == ["a/plan.pdf", "notes"])
        #expect(notes.map(\.found) == [.phrase(.fileEnding, ["pdf"]), .phrase(.noFileEnding, [])])
    }

    @Test func ofTheSameBytesBothNamesAreTold() {
        let notes = CheckFixture.notes("duplicate-bulletin", on: run)
        #expect(notes.map(\.bulletin) == ["b/plan.txt"])
        #expect(notes.map(\.found) == [.phrase(.sameBytes, ["a/plan.txt"])])
    }

    @Test func anInferredDateIsTold() {
        let day = CalendarDate(year: 2023, month: 12, day: 31)
        let run = RunFindings(inferredDate: .init(day: day, origin: .facts, bulletin: "a/plan.txt"))
        let notes = CheckFixture.notes("report-date", on: run)
        #expect(notes.map(\.bulletin) == ["a/plan.txt"])
        #expect(notes.map(\.found) == [.phrase(.dayFromFacts, ["2023-12-31"])])
        #expect(CheckFixture.notes("report-date", on: self.run).isEmpty)
    }
}
