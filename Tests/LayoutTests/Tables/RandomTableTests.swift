import StatisticalModel
import Testing

@testable import Layout

/// Random tables, flattened column by column: recovery gives them back, or blanks with a note.
@Suite("Random flattened tables")
struct RandomTableTests {
    @Test("given back, or blank with a note", arguments: 0..<4)
    func roundTrip(part: Int) {
        var tally = RecoveryTally()
        var random = RandomNumbers(seed: part + 1)
        for number in 0..<1250 {
            let table = RandomTable(with: &random)
            let print = FlattenedPrint(table, with: &random)
            let result = TableComparison(table, TableFixture.recover(TableFixture.pageText(print.lines)))
            #expect(result.wrong.isEmpty, "table \(number) of part \(part): \(print.lines.joined(separator: "|"))")
            tally.add(result, isComplete: table.isComplete)
        }
        print("random tables: \(tally)")
        #expect(tally.wholeOfComplete * 10 > tally.complete * 9)
    }
}

/// How many tables came back whole, of all and of those of which no cell was blank or lost.
private struct RecoveryTally: CustomStringConvertible {
    private(set) var complete = 0
    private(set) var wholeOfComplete = 0
    private var (tables, whole, cells, blanks) = (0, 0, 0, 0)

    mutating func add(_ result: TableComparison, isComplete: Bool) {
        let isWhole = result.blanks == 0
        tables += 1
        whole += isWhole ? 1 : 0
        complete += isComplete ? 1 : 0
        wholeOfComplete += isComplete && isWhole ? 1 : 0
        cells += result.cells
        blanks += result.blanks
    }

    var description: String {
        """
        \(whole) of \(tables) whole, \(wholeOfComplete) of \(complete) without a missing cell; \
        \(blanks) of \(cells) cells blank with a note
        """
    }
}
