import PipelineDefinition
import SourceText
import StatisticalModel

extension OutcomeCheck {
    /// A project or task whose name stands in two rows of one table.
    ///
    /// Names of indicators are checked where their figures are joined (`duplicate-name`).
    static let duplicateProject = OutcomeCheck("duplicate-project") { run, context in
        run.bulletins.flatMap { bulletin in
            bulletin.tables.flatMap { table -> [FindingNote] in
                guard let column = nameColumn(of: table, context) else { return [] }
                return repeated(in: table, column, context.library).map { name, rows in
                    context.note(
                        bulletin.name, line: bulletin.line(of: table, row: rows[0], column: column),
                        subject: .text(name),
                        expected: .phrase(.once, []),
                        found: .list(.rows, rows.map { String($0 + 1) }))
                }
            }
        }
    }

    /// The first column whose head says project or task and nothing that many rows share.
    private static func nameColumn(of table: RecoveredTable, _ context: CheckContext) -> Int? {
        table.columns.firstIndex { context.concerns($0.name) }
    }

    /// Names that more than one row bears under the same group label, with those rows, in order.
    private static func repeated(
        in table: RecoveredTable, _ column: Int, _ library: PipelineLibrary
    ) -> [(name: String, rows: [Int])] {
        var rows: [String: [Int]] = [:]
        for (index, row) in table.rows.enumerated()
        where row.kind == .item && row.cells.indices.contains(column) && !row.cells[column].text.isEmpty {
            rows["\(row.group)\u{0}\(NameFolding.fold(row.cells[column].string, units: library.units))", default: []]
                .append(index)
        }
        return rows.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.map {
            (table.rows[$0[0]].cells[column].string, $0)
        }
    }
}
