import StatisticalModel
import Testing

@testable import Layout

/// Random tables of figures in four prints: recovery gives them back, or blanks with a note; nothing is wrong in
/// silence.
@Suite("Random tables without row numbers")
struct RandomStatisticsTableTests {
    @Test("given back, or blank with a note")
    func roundTrip() {
        var random = RandomNumbers(seed: 7)
        var tally: [RandomStatisticsTable.Print: (tables: Int, whole: Int)] = [:]
        for number in 0..<1200 {
            let table = RandomStatisticsTable(with: &random)
            let found = TableFixture.recover(table.lines.joined(separator: "\n") + "\n")
            let (wrong, isWhole) = Self.compare(table, found)
            #expect(wrong.isEmpty, "table \(number): \(table.lines.joined(separator: "|"))")
            tally[table.print, default: (0, 0)].tables += 1
            if isWhole { tally[table.print, default: (0, 0)].whole += 1 }
        }
        for print in RandomStatisticsTable.Print.allCases {
            let (tables, whole) = tally[print] ?? (0, 0)
            Swift.print("random tables without row numbers, \(print): \(whole) of \(tables) whole")
            // Blanks that one blank between cells does not show leave rows unsure.
            #expect(whole * 100 >= tables * (print == .oneBlank ? 60 : 85))
        }
    }

    /// What is wrong, and whether every cell came back.
    private static func compare(
        _ table: RandomStatisticsTable, _ found: [RecoveredTable]
    ) -> (wrong: [String], isWhole: Bool) {
        var wrong: [String] = []
        var rows: [String: [String: RecoveredTable.Cell]] = [:]
        for one in found {
            for row in one.rows {
                let cells = zip(one.columns.map(\.name), row.cells).map { ($0, $1) }
                rows[row.cells[0].string] = Dictionary(cells, uniquingKeysWith: { first, _ in first })
            }
        }
        var isWhole = true
        for want in table.rows {
            guard let row = rows.removeValue(forKey: want[0]) else {
                isWhole = false
                continue
            }
            for (head, text) in zip(table.heads, want) {
                let cell = row[head]
                if cell?.string == text { continue }
                isWhole = false
                if let cell, !cell.string.isEmpty { wrong.append("\(head) of \(want[0]) is \(cell.string)") }
                if let cell, cell.string.isEmpty, !cell.isUnassigned { wrong.append("\(head) of \(want[0]) is blank") }
            }
        }
        wrong += rows.keys.sorted().map { "row \($0) is none" }
        return (wrong, isWhole)
    }
}
