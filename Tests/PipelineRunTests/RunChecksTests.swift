import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

/// The mistakes that the real bulletins are known to print, and the totals that they print rightly.
@Suite(.enabled(if: FileBytes.exists(ProjectFolder.sharedBulletins)))
struct RunChecksTests {
    private func checks() async -> [FindingNote] {
        let library = ProjectFolder.library
        let read = await BulletinReader(library: library).readAll([ProjectFolder.sharedBulletins])
        return RunChecks.notes(
            on: read, normalized: NormalizedRun(read.bulletins, library: library).normalized,
            ledger: read.bulletins.flatMap { $0.ledger() }, library: library)
    }

    @Test func theKnownMistakesAreReported() async {
        let checks = await checks()
        func found(_ check: String, _ text: String) -> Bool {
            checks.contains { $0.check == check && "\($0.subject) \($0.expected) \($0.found)".contains(text) }
        }
        #expect(found("prose-total", "= 4370"))
        #expect(found("target-behind", "20个 (2025)"))
        #expect(found("restatement", "96亿立方米"))
        #expect(found("restatement", "56%"))
        #expect(found("row-total", "0.04 + 0.01 = 0.05"))
        // The total of the childcare projects leaves out the last of its twenty rows.
        #expect(found("table-total", "2.1685") && found("table-total", "0.8457"))
        #expect(found("share-of-whole", "28家 ÷ 53家 = 52.83%"))
        let sums = ["row-total", "prose-total", "table-total", "shares", "share-of-whole"]
        #expect(checks.filter { sums.contains($0.check) }.count == 5)
        #expect(!checks.contains { $0.severity == .error })
    }
}
