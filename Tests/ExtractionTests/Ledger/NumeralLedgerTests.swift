import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Extraction

@Suite struct NumeralLedgerTests {
    private func ledger(_ text: String, claims: [NumeralClaim] = []) -> NumeralLedger {
        NumeralLedger(
            file: SourceFile(name: "a.txt", text: text), claims: claims, statementIDs: [StatementID("a:1.1")])
    }

    @Test func unclaimedNumeralsAreUnexplained() {
        let entries = ledger("到2025年\n增长１２%").entries
        #expect(entries.map(\.text) == ["2025", "１２"])
        #expect(entries.map(\.line) == [1, 2])
        #expect(entries.map(\.column) == [2, 3])
        #expect(entries.allSatisfy { $0.fate == .unexplained })
    }

    /// `<b id=7>1 2&#32;` with its tag, its blank and its reference left out is `12 `.
    @Test func numeralsAreThoseOfTheFileAsItIs() {
        let printed = Array("<b id=7>1 2&#32;3".utf8)
        let edits = [
            TextRepairs.Edit(text: 0..<0, printed: 0..<8, quotation: .repaired),
            TextRepairs.Edit(text: 1..<1, printed: 9..<10, quotation: .repaired),
            TextRepairs.Edit(text: 2..<3, printed: 11..<16, quotation: .repaired),
        ]
        let file = SourceFile(
            name: "a.txt", bytes: Array("12 3".utf8), repairs: TextRepairs(printed: printed, edits: edits))
        let claim = NumeralClaim(source: 0..<2, fate: .statement, reason: .clause, statement: 0)
        let entries = NumeralLedger(file: file, claims: [claim], statementIDs: [StatementID("a:1.1")]).entries
        #expect(entries.map(\.text) == ["7", "1 2", "32", "3"])
        #expect(entries.map(\.fate) == [.structure, .statement, .structure, .unexplained])
        #expect(entries.map(\.column) == [7, 9, 14, 17])
    }

    @Test func aClaimJoinsTheDigitsAroundAPoint() {
        let claim = NumeralClaim(source: 6..<9, fate: .statement, reason: .clause, statement: 0)
        let entries = ledger("达到1.2万吨", claims: [claim]).entries
        #expect(entries.map(\.text) == ["1.2"])
        #expect(entries[0].statement == StatementID("a:1.1"))
    }

    @Test func twoClaimsSplitAFusedClauseNumber() {
        let entries = ledger(
            "26.2023年",
            claims: [
                NumeralClaim(source: 0..<3, fate: .structure, reason: .clauseNumber),
                NumeralClaim(source: 3..<7, fate: .date, reason: .date),
            ]
        ).entries
        #expect(entries.map(\.text) == ["26", "2023"])
        #expect(entries.map(\.fate) == [.structure, .date])
    }

    @Test func chineseNumeralsHaveARowWhereClaimed() {
        let claim = NumeralClaim(source: 6..<9, fate: .statement, reason: .clause, statement: 0)
        #expect(ledger("开通两条", claims: [claim]).entries.map(\.text) == ["两"])
        #expect(ledger("五大任务").entries.isEmpty)
    }

    @Test func aSecondClaimOfAnotherFateIsReported() {
        let claims = [
            NumeralClaim(source: 0..<4, fate: .date, reason: .date),
            NumeralClaim(source: 0..<4, fate: .statement, reason: .clause, statement: 0),
        ]
        let ledger = ledger("2025", claims: claims)
        #expect(ledger.doubleClaims == [0..<4])
        #expect(ledger.entries.map(\.fate) == [.statement])
    }

    /// Every digit of a line is in exactly one row, whatever the claims.
    @Test(arguments: 0..<200) func noDigitIsLostOrCountedTwice(seed: UInt64) {
        var generator = SplitMix64(state: seed)
        let alphabet = Array("0123456789０９.,年万二\n ")
        let text = String((0..<60).map { _ in alphabet.randomElement(using: &generator)! })
        let count = text.utf8.count
        let claims = (0..<4).map { _ -> NumeralClaim in
            let start = Int.random(in: 0..<count, using: &generator)
            let end = Int.random(in: start...count, using: &generator)
            return NumeralClaim(
                source: start..<end, fate: NumeralFate.allCases.randomElement(using: &generator)!, reason: .heading)
        }
        let digits: (String) -> Int = {
            $0.unicodeScalars.filter { ("0"..."9").contains($0) || ("０"..."９").contains($0) }.count
        }
        let rows = ledger(text, claims: claims).entries
        #expect(rows.reduce(0) { $0 + digits($1.text) } == digits(text))
    }
}
