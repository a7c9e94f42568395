import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

@Suite struct UnexplainedNumeralCheckTests {
    private func entry(_ line: Int, _ fate: NumeralFate) -> LedgerEntry {
        LedgerEntry(
            bulletin: "plan.txt", line: line, lineEnd: line, column: 1, text: "5", fate: fate, reason: nil,
            statement: nil)
    }

    private let run: RunFindings = {
        var run = CheckFixture.run([])
        run.bulletins.append(RunFindings.Bulletin(name: "other.txt"))
        return run
    }()

    @Test func oneRowForEachBulletinCountsAndNamesTheLines() {
        var run = run
        run.ledger = [entry(3, .unexplained), entry(3, .unexplained), entry(4, .statement), entry(9, .unexplained)]
        let found = CheckFixture.notes("unexplained-numeral", on: run)
        #expect(found.map(\.found) == [.phrase(.numeralsOpen, ["4", "3"])])
        #expect(found.map(\.subject) == [.phrase(.lines, ["3×2, 9"])])
    }

    @Test func linesBeyondTheThresholdAreCounted() {
        var run = run
        var library = CheckFixture.library
        library.checks["unexplained-numeral"] = CheckSetting(severity: .info, threshold: 2)
        run.ledger = (1...5).map { entry($0, .unexplained) }
        let found = CheckFixture.notes("unexplained-numeral", on: run, library: library)
        #expect(found.map(\.subject) == [.phrase(.lines, ["1, 2 … +3"])])
    }
}
