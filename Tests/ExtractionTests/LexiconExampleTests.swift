import PipelineDefinition
import SourceText
import StatisticalModel
import Testing

@testable import Extraction

/// Each entry of the word lists brings an example, and the example is read by that entry.
@Suite struct LexiconExampleTests {
    static let examples = ProseFixture.library.prose.examples

    @Test func listsLoadWithoutProblems() {
        let own = [
            "comparators", "change-words", "kinds", "periods", "clause-words", "traps", "numerals", "units",
            "name-words", "place-words", "role-words",
        ]
        let problems = ProseFixture.loaded.problems.filter { problem in
            own.contains { problem.path.hasSuffix("\($0).csv") }
        }
        #expect(problems.isEmpty, "\(problems)")
        #expect(Self.examples.count > 600)
    }

    @Test func everyExampleHoldsItsWord() {
        let library = ProseFixture.library
        for entry in Self.examples + library.names.examples + library.roles.examples + library.areas.words.examples {
            #expect(entry.example.contains(entry.word), "\(entry.path):\(entry.line) \(entry.word)")
        }
    }

    @Test func whatMakesANameOfANumberStatesNothing() {
        let names = ProseFixture.library.names
        // A word may play other parts too, with examples of their own.
        for entry in names.examples
        where names.behindNumbers.value(of: entry.word.utf8) != nil && entry.example.first?.isNumber == true {
            let found = ProseFixture.extract("全市开通\(entry.example)。").statements
            #expect(found.isEmpty, "name-words.csv:\(entry.line) \(entry.example): \(found)")
        }
    }

    @Test func everyComparatorCompares() {
        for entry in Self.examples where entry.path.hasSuffix("/comparators.csv") {
            let wanted = ProseFixture.library.prose.words.value(of: entry.word.utf8)?.comparator
            let found = ProseFixture.extract("\(entry.example)。").statements.map(\.comparator)
            #expect(found.last == wanted, "comparators.csv:\(entry.line) \(entry.example): \(found)")
        }
    }

    @Test func everyVerbOfChangeMeasuresAChange() {
        let words = ProseFixture.library.prose.words
        for entry in Self.examples where entry.path.hasSuffix("/change-words.csv") {
            guard let lexeme = words.value(of: entry.word.utf8), lexeme.roles.contains(.change) else { continue }
            let found = ProseFixture.extract("\(entry.example)。").statements
            #expect(found.last?.measure == .change, "change-words.csv:\(entry.line) \(entry.example)")
            #expect(found.last?.changeDirection == lexeme.direction, "change-words.csv:\(entry.line)")
        }
    }

    @Test func everyKindIsTaken() {
        for entry in Self.examples where entry.path.hasSuffix("/kinds.csv") {
            guard let lexeme = ProseFixture.library.prose.words.value(of: entry.word.utf8) else { continue }
            guard lexeme.roles.contains(.clauseKind), !lexeme.roles.contains(.headingKind) else { continue }
            guard entry.example.utf8.contains(where: { (0x30...0x39).contains($0) }) else { continue }
            let found = ProseFixture.extract("\(entry.example)。").statements
            #expect(found.first?.kind == lexeme.kind, "kinds.csv:\(entry.line) \(entry.example)")
        }
    }
}
