import StatisticalModel
import Testing

@testable import Assessment

struct CloseCallCheckTests {
    private func statement(_ weight: Int, line: Int) -> NormalizedStatement {
        var item = CheckFixture.figure("产值", "1", "亿元", line: line)
        item.statement.evidence = StatementEvidence(
            year: ContextDecision(winner: nil, runnerUp: nil, isOpen: true),
            kind: ContextDecision(
                winner: ContextCandidate(.actual, .section, weight: weight),
                runnerUp: ContextCandidate(.target, .document, weight: 32), isOpen: false))
        return item
    }

    /// One finding a document, however many of its figures are close.
    @Test func documentsAreCounted() {
        let run = RunFindings(statements: [statement(40, line: 3), statement(36, line: 5), statement(41, line: 7)])
        let notes = CheckFixture.notes("close-call", on: run)
        #expect(notes.map(\.line) == [3])
        #expect(notes.map(\.found) == [.phrase(.closeCalls, ["2"])])
        #expect(notes.map(\.severity) == [.info])
    }
}
