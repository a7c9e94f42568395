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
                            subject: table.subject(column: column, row: mismatch.row),
                            expected: .text(mismatch.parts), found: .text(mismatch.total))
                    }
                }
            }
        }
    }
}

/// A column of totals and the columns beside it that may be its parts.
private struct RowTotals {
    /// Rows that columns must add up in before they are parts: two may do so by chance.
    static let fewestRows = 3

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
            let rows = table.rows.indices.compactMap { row in outcome(row, parts).map { (row: row, outcome: $0) } }
            let agreeing = rows.filter(\.outcome.agrees).count
            guard rows.count >= Self.fewestRows,
                let share = DecimalNumber(agreeing).divided(by: DecimalNumber(rows.count), decimals: 4),
                share >= context.threshold
            else { continue }
            return rows.filter { !$0.outcome.agrees }.map { item in
                let cells = table.rows[item.row].cells
                let addends = parts.map { cells[$0].string }.filter { !$0.isEmpty }.joined(separator: " + ")
                return (item.row, "\(addends) = \(item.outcome.sum)", cells[total].string)
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

    /// The sum of the row's parts, and whether it is its total; `nil` where parts or total are not stated in figures.
    private func outcome(_ row: Int, _ parts: Range<Int>) -> (sum: String, agrees: Bool)? {
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
        return (printed.printing(sum.value), sum.agrees(with: printed, boundShare: 0))
    }
}

extension RecoveredTable {
    /// The table, its column, and the row by what a reader finds it by: group and printed number, else its place.
    fileprivate func subject(column: Int, row: Int) -> FindingText {
        let number = rows[row].cells.first?.string ?? ""
        let isPrinted = DecimalNumber(number) != nil
        return .phrase(
            .row, [subject(column: column), isPrinted ? number : String(row + 1), isPrinted ? rows[row].ofGroup : ""])
    }
}
