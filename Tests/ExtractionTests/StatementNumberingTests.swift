import StatisticalModel
import Testing

@testable import Extraction

@Suite struct StatementNumberingTests {
    @Test func statementsOfALineCountFromOne() {
        let statements = [3, 3, 5].map { line in
            Statement(
                provenance: Provenance(bulletin: "plan.2023.txt", line: line, lineEnd: line, quote: "", rule: .clause),
                source: .prose, indicator: "床位", kind: .target, quantity: nil)
        }
        let numbered = BulletinExtract(statements: statements).numbered(fileName: "plan.2023.txt")
        #expect(numbered.statements.map(\.id.text) == ["plan.2023:3.1", "plan.2023:3.2", "plan.2023:5.1"])
    }
}
