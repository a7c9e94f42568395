import StatisticalModel

extension OutcomeCheck {
    /// One row for each thing that a table of rotated pages does not tell: lost numbers, doubtful cells, lines not read.
    static let rotatedTable = OutcomeCheck("rotated-table") { run, context in
        run.bulletins.flatMap { bulletin in
            bulletin.tables.filter { $0.form == .rotated }.flatMap { table in
                table.notes.map { note in
                    context.note(
                        bulletin.name, line: table.firstLine, subject: .text(table.title), found: .note(note))
                }
            }
        }
    }
}
