import PipelineDefinition
import StatisticalModel

extension OutcomeCheck {
    /// A total column against the columns of its parts, row by row.
    ///
    /// Which columns are parts is not taken from words alone: two or more columns beside the total are its parts
    /// where they add up in the threshold's share of at least three rows. The rows that do not are reported.
    static let rowTotal = OutcomeCheck("row-total") { run, context in
        run.bulletins.flatMap { bulletin in
            bulletin.tables.flatMap { table in
                table.columns.indices.filter { context.concerns(table.columns[$0].name) }.flatMap { column in
                    RowTotals(table, total: column, context).mismatches.map { mismatch in
                        context.note(
                            bulletin.name, line: bulletin.line(of: table, row: mismatch.row, column: column),
                            subject: "\(table.subject(column: column))，第\(mismatch.row + 1)行", expected: mismatch.parts,
                            found: mismatch.total)
                    }
                }
            }
        }
    }
}

/// A column of totals and the columns beside it that may be its parts.
private struct RowTotals {
    private let table: RecoveredTable
    private let total: Int
    private let context: CheckContext
    private let figures: [[PrintedFigure?]]

    init(_ table: RecoveredTable, total: Int, _ context: CheckContext) {
        self.table = table
        self.total = total
        self.context = context
        figures = table.rows.map { row in
            row.cells.map { $0.isUnassigned ? nil : PrintedFigure($0.string, library: context.library) }
        }
    }

    var mismatches: [(row: Int, parts: String, total: String)] {
        for parts in candidates {
            let rows = table.rows.indices.compactMap { row in outcome(row, parts).map { (row: row, agrees: $0) } }
            let agreeing = rows.filter(\.agrees).count
            guard rows.count >= 3,
                let share = DecimalNumber(agreeing).divided(by: DecimalNumber(rows.count), decimals: 4),
                share >= context.threshold
            else { continue }
            return rows.filter { !$0.agrees }.map { item in
                let cells = table.rows[item.row].cells
                return (item.row, parts.map { cells[$0].string }.joined(separator: " + "), cells[total].string)
            }
        }
        return []
    }

    /// Runs of columns after the total, then before it, the longest first.
    private var candidates: [Range<Int>] {
        var result: [Range<Int>] = []
        var end = table.columns.count
        while end - total >= 3 {
            result.append(total + 1..<end)
            end -= 1
        }
        var start = 0
        while total - start >= 2 {
            result.append(start..<total)
            start += 1
        }
        return result
    }

    /// Whether the row's parts make its total; `nil` where it does not state two parts and a total in figures.
    private func outcome(_ row: Int, _ parts: Range<Int>) -> Bool? {
        let cells = figures[row]
        guard cells.indices.contains(total), let printed = cells[total], parts.upperBound <= cells.count else {
            return nil
        }
        var stated: [PrintedFigure] = []
        for part in parts {
            if let figure = cells[part] {
                guard figure.unit == printed.unit else { return nil }
                stated.append(figure)
            } else if !table.isZero(table.rows[row].cells[part].string, context.library)
                || table.rows[row].cells[part].isUnassigned
            {
                return nil
            }
        }
        guard let sum = FigureSum(stated) else { return nil }
        return sum.agrees(with: printed, boundShare: 0)
    }
}
