import StatisticalModel

/// What of a random table came back: cells that are wrong, and blanks with a note.
struct TableComparison {
    private(set) var wrong: [String] = []
    private(set) var cells = 0
    private(set) var blanks = 0

    init(_ table: RandomTable, _ recovered: [RecoveredTable]) {
        var rows: [String: (table: RecoveredTable, row: RecoveredTable.Row)] = [:]
        for table in recovered { for row in table.rows { rows[row.cells[0].string] = (table, row) } }
        for (want, group) in zip(table.rows, table.rowGroups) {
            guard let found = rows.removeValue(forKey: want[0]) else {
                wrong.append("no row \(want[0])")
                continue
            }
            if found.row.group != group { wrong.append("row \(want[0]) is in group \(found.row.group)") }
            compare(want, found.row, of: found.table, headers: table.headers)
        }
        wrong += rows.keys.sorted().map { "row \($0) is none" }
    }

    /// Compares by headers: beside a column that was not made out, the others may stand elsewhere.
    private mutating func compare(
        _ want: [String], _ row: RecoveredTable.Row, of table: RecoveredTable, headers: [String]
    ) {
        var rest = Array(zip(table.columns.map { $0.levels.joined() }, row.cells.map(\.string)).dropFirst())
        for (header, text) in zip(headers, want.dropFirst()) {
            cells += 1
            let place = rest.firstIndex { $0.0 == header }
            let got = place.map { rest.remove(at: $0).1 } ?? ""
            if got.isEmpty, !text.isEmpty {
                blanks += 1
                if table.notes.isEmpty { wrong.append("\(header) of row \(want[0]) is blank in silence") }
            } else if got != text {
                wrong.append("\(header) of row \(want[0]) is \(got)")
            }
        }
        wrong += rest.filter { !$0.1.isEmpty }.map { "\($0.0) of row \(want[0]) is \($0.1)" }
    }
}
