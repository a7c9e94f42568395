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
                } else if !notes.contains(where: { $0.hasPrefix("列“\(table.columns[column].header)”") }) {
                    wrong.append("seed \(seed): a blank without a note")
                }
            }
        }
        if isAligned, wholeCells - before == table.rows.count * table.columns.count { wholeTables += 1 }
    }

    /// True where a note asks to check the row of the column: `列“主要任务”第1-3、7行：…，请核对`.
    private static func doubts(_ notes: [String], _ header: String, row: Int) -> Bool {
        let prefix = "列“\(header)”第"
        return notes.contains { note in
            guard note.hasPrefix(prefix), note.hasSuffix("请核对") else { return false }
            let rows = note.dropFirst(prefix.count).prefix { $0 != "行" }
            return rows.split(separator: "、").contains { span in
                let ends = span.split(separator: "-").compactMap { Int($0) }
                return (ends.first ?? 0)...(ends.last ?? 0) ~= row
            }
        }
    }
}
