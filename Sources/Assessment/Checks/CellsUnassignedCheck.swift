import StatisticalModel

extension OutcomeCheck {
    /// One row for each column of a table whose printed values could not be given to rows.
    static let cellsUnassigned = OutcomeCheck("cells-unassigned") { run, context in
        run.bulletins.flatMap { bulletin in
            bulletin.tables.flatMap { table in
                table.columns.indices.compactMap { column in
                    let items = table.rows.filter { $0.kind == .item }
                    let cells = items.filter { $0.cells.indices.contains(column) && $0.cells[column].isUnassigned }
                    guard !cells.isEmpty else { return nil }
                    return context.note(
                        bulletin.name, line: table.columns[column].line, subject: .text(table.subject(column: column)),
                        expected: .phrase(.cellEachRow, []),
                        found: .phrase(.cellsUnassigned, [String(items.count), String(cells.count)]))
                }
            }
        }
    }
}

extension RecoveredTable {
    /// The table and a column of it, as a reader would name them.
    func subject(column: Int) -> String {
        let column = columns.indices.contains(column) ? columns[column].name : ""
        return title.isEmpty ? column : "\(title)：\(column)"
    }
}
