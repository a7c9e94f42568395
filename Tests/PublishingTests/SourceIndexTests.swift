import StatisticalModel
import Testing

@testable import Publishing

struct SourceIndexTests {
    @Test func figuresOfTheOfficeHaveARowEach() throws {
        var report = SampleReport.report()
        for (index, line) in [(0, 2), (1, 3)] {
            var statement = try #require(report.assessments[index].latest?.sources.first)
            statement.id = StatementID("")
            statement.provenance.bulletin = "/somewhere/elderly-childcare/observations.csv"
            statement.provenance.line = line
            report.assessments[index].latest?.sources = [statement]
        }
        let sources = SourceIndex(report)
        let supplied = sources.entries.filter { $0.id.text.contains("observations") }
        #expect(
            supplied.map(\.id.text) == [
                "elderly-childcare/observations.csv:2", "elderly-childcare/observations.csv:3",
            ])
        let rows = report.assessments.prefix(2).compactMap { $0.latest?.sources.first }.map {
            sources.target(of: SourceIndex.named($0).id, words: ReportWords(.chinese))
        }
        #expect(Set(rows).count == 2 && !rows.contains(nil))
    }

    @Test func tasksAndProjectsHaveARowEach() throws {
        let report = SampleReport.report()
        let sources = SourceIndex(report)
        let ids = report.tasks.map(\.task.id) + report.projects.map(\.id)
        #expect(Set(ids.compactMap { sources.target(of: $0, words: ReportWords(.chinese)) }).count == ids.count)
        let rows = SourceSheet(sources: sources, words: ReportWords(.chinese)).grid.rows
        #expect(rows.count == sources.entries.count)
    }
}
