import PipelineDefinition
import SourceText
import StatisticalModel

extension OutcomeCheck {
    /// A 合计 row against the rows that it adds up.
    ///
    /// A total may stand for all rows, for those since the total before it, for those up to the next one, or
    /// for the totals before it: only where none of these sums agrees is it reported, with the nearest. Columns that hold
    /// rates, words, blanks of flattened text or unassigned cells tell nothing. A total that is a bound
    /// (超过1万亿元) may be off by the threshold's share.
    static let tableTotal = OutcomeCheck("table-total") { run, context in
        run.bulletins.flatMap { bulletin in
            bulletin.tables.flatMap { table -> [FindingNote] in
                let totals = table.rows.indices.filter { table.rows[$0].kind == .total }
                guard !totals.isEmpty else { return [] }
                return table.columns.indices.flatMap { column in
                    TotalColumn(table, column, context).mismatches(totals).map { mismatch in
                        context.note(
                            bulletin.name, line: bulletin.line(of: table, row: mismatch.row, column: column),
                            subject: .text(table.subject(column: column) + table.rows[mismatch.row].ofGroup),
                            expected: mismatch.sum,
                            found: .text(mismatch.printed))
                    }
                }
            }
        }
    }
}

/// A column of a table that has total rows.
private struct TotalColumn {
    private let figures: [PrintedFigure?]
    private let table: RecoveredTable
    private let context: CheckContext
    private let isSummable: Bool
    private let printed: [String]

    init(_ table: RecoveredTable, _ column: Int, _ context: CheckContext) {
        self.table = table
        self.context = context
        printed = table.rows.map { $0.cells.indices.contains(column) ? $0.cells[column].string : "" }
        let figures = printed.map { PrintedFigure($0, library: context.library) }
        let hasGap = table.rows.enumerated().contains { index, row in
            guard row.kind == .item else { return false }
            guard row.cells.indices.contains(column), !row.cells[column].isUnassigned else { return true }
            return figures[index] == nil && !table.isZero(row.cells[column].string, context.library)
        }
        let units = Set(figures.compactMap { $0?.unit }).subtracting([UnitCode("")])
        isSummable =
            !hasGap && units.count <= 1 && !units.contains(.percent)
            && !context.isExcepted(table.columns[column].name) && !table.columns[column].isShare
        self.figures = figures
    }

    func mismatches(_ totals: [Int]) -> [(row: Int, sum: FindingText, printed: String)] {
        guard isSummable else { return [] }
        return totals.compactMap { row in
            guard let total = figures[row] else { return nil }
            let sums = scopes(of: row, among: totals).compactMap { FigureSum($0.compactMap { figures[$0] }) }
            guard let nearest = sums.min(by: { $0.distance(from: total) ?? 0 < $1.distance(from: total) ?? 0 }),
                !sums.contains(where: { $0.agrees(with: total, boundShare: context.threshold) })
            else { return nil }
            return (row, .phrase(.sumOfRows, [String(nearest.count), total.printing(nearest.value)]), printed[row])
        }
    }

    /// The rows that the total of `row` may stand for.
    private func scopes(of row: Int, among totals: [Int]) -> [[Int]] {
        let items = table.rows.indices.filter { table.rows[$0].kind == .item }
        let previous = totals.last { $0 < row } ?? -1
        let next = totals.first { $0 > row } ?? table.rows.count
        return [
            items.filter { $0 > previous && $0 < row }, items, items.filter { $0 > row && $0 < next },
            totals.filter { $0 < row }, totals.filter { $0 > row },
            items.filter { $0 < row }, items.filter { $0 > row },
        ].filter { !$0.isEmpty }
    }
}

extension RecoveredTable {
    /// A cell that counts as nothing: a printed dash, or a blank where the form of the table shows blanks.
    func isZero(_ cell: String, _ library: PipelineLibrary) -> Bool {
        if cell.isEmpty { return form != .flattened && form != .rotated }
        return library.headers.noValue.value(of: cell.utf8) != nil
    }
}

extension RecoveredTable.Column {
    /// A column of percentages: `占比（%）`.
    var isShare: Bool { name.utf8.contains(UInt8(ascii: "%")) || name.unicodeScalars.contains("％") }
}

extension RecoveredTable.Row {
    /// The group that the row stands in, behind a comma; nothing outside of groups.
    var ofGroup: String { group.isEmpty ? "" : "，\(group)" }
}
