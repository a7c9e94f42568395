import PipelineDefinition
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

@Suite struct StatementExplanationTests {
    @Test func theValueIsMarkedInItsLine() async throws {
        let library = PipelineLibrary.load(from: ProjectFolder.pipelines).library
        let read = BulletinReader(library: library).read(
            ProjectFolder.pipelines + "/bulletins/wuhai-business-environment-2026.txt")
        let bulletin = try #require(read.bulletin)
        let statement = try #require(bulletin.extract.statements.first { $0.quantity?.unit == "个工作日" })
        let text = try #require(StatementExplanation(statement.id, in: bulletin)).text
        #expect(text.contains("»3«个工作日"))
        #expect(text.contains("year:       2026"))
        #expect(StatementExplanation(StatementID("none:1.1"), in: bulletin) == nil)
    }
}
