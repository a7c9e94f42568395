import SourceText
import StatisticalModel

@testable import Layout

/// Counts what came back of printed tables, and what is wrong without a word.
struct RotatedRecoveryScore: CustomStringConvertible {
    private(set) var tables = 0
    private(set) var wholeTables = 0
    private(set) var cells = 0
    private(set) var wholeCells = 0
    /// Cells that are wrong under a note that asks to check them.
    private(set) var doubted = 0
    private(set) var wrong: [String] = []

    var description: String {
        "\(wholeTables) of \(tables) recovered in full, \(wholeCells) of \(cells) cells, "
            + "\(doubted) wrong under a note, \(wrong.count) in silence"
    }

    mutating func add(_ outcome: RotatedTableRecovery.Outcome, of table: RandomRotatedTable, seed: Int) {
        let rows = outcome.tables.flatMap(\.rows)
        let notes = outcome.tables.flatMap(\.notes)
        let before = wholeCells
        let isAligned = rows.count == table.rows.count
        tables += 1
        cells += table.rows.count * table.columns.count
        if !isAligned, notes.isEmpty { wrong.append("seed \(seed): \(rows.count) of \(table.rows.count) rows") }
        for (index, row) in rows.enumerated() {
            guard row.cells.count == table.columns.count else {
                wrong.append("seed \(seed): \(row.cells.count) columns")
                continue
            }
            for (column, cell) in row.cells.enumerated() {
                // Where rows are missing, a cell still holds nothing but what is printed in its column.
                let printed = isAligned ? [table.rows[index][column]] : table.rows.map { $0[column] }
                if printed.contains(cell.string) {
                    wholeCells += isAligned ? 1 : 0
                } else if !cell.text.isEmpty || !cell.isUnassigned {
                    let isDoubted = Self.doubts(notes, table.columns[column].header, row: index + 1)
                    if isDoubted { doubted += 1 }
                    if !isDoubted { wrong.append("seed \(seed): ‘\(cell.string)’ for ‘\(printed[0])’") }
                } else if !Self.speak(notes, of: table.columns[column].header) {
                    wrong.append("seed \(seed): a blank without a note")
                }
            }
        }
        if isAligned, wholeCells - before == table.rows.count * table.columns.count { wholeTables += 1 }
    }

    /// True where a note asks to check the row of the column.
    private static func doubts(_ notes: [TableNote], _ header: String, row: Int) -> Bool {
        notes.contains { note in
            guard case .doubtfulCells(header, let rows, _) = note else { return false }
            return rows.contains(row)
        }
    }

    private static func speak(_ notes: [TableNote], of header: String) -> Bool {
        notes.contains { note in
            switch note {
            case .doubtfulCells(header, _, _), .unboundedCells(header, _, _): true
            default: false
            }
        }
    }
}
