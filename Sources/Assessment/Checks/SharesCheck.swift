import PipelineDefinition
import StatisticalModel

extension OutcomeCheck {
    /// Shares of one whole that do not make 100.
    ///
    /// In a table, a column of percentages whose total row says 100; in prose, three or more shares of one sentence
    /// that come within the threshold (in points) of 100 but do not make it. Rounding of the printed decimals is allowed.
    static let shares = OutcomeCheck("shares") { run, context in
        run.bulletins.flatMap { bulletin in
            bulletin.tables.flatMap { table in
                table.columns.indices.compactMap { column -> FindingNote? in
                    guard let sum = shareSum(of: table, column, context) else { return nil }
                    return context.note(
                        bulletin.name, line: table.columns[column].line, subject: .text(table.subject(column: column)),
                        expected: "100%", found: "\(sum)%")
                }
            }
        } + SentenceFigures.all(of: run.statements).compactMap { inSentence($0, context) }
    }

    /// The sum of the column's shares where the printed total says 100 and they do not make it.
    private static func shareSum(of table: RecoveredTable, _ column: Int, _ context: CheckContext) -> DecimalNumber? {
        let rows = table.rows.filter { $0.cells.indices.contains(column) && !$0.cells[column].isUnassigned }
        guard rows.count == table.rows.count, let last = rows.last(where: { $0.kind == .total }),
            let total = PrintedFigure(last.cells[column].string, library: context.library), total.value == 100,
            total.unit == .percent || table.columns[column].isShare
        else { return nil }
        let items = rows.filter { $0.kind == .item }.map(\.cells[column].string)
        let figures = items.compactMap { PrintedFigure($0, library: context.library) }
        guard figures.count >= 2, figures.count == items.filter({ !table.isZero($0, context.library) }).count,
            let sum = FigureSum(figures), !isHundred(sum)
        else { return nil }
        return sum.value
    }

    private static func inSentence(_ sentence: SentenceFigures, _ context: CheckContext) -> FindingNote? {
        let items = sentence.figures.map(\.item).filter {
            $0.baseUnit == .percent && $0.statement.measure == .level && context.concerns($0.statement.indicator)
        }
        guard items.count >= 3, let first = items.first, Set(items.map(\.statement.year)).count == 1,
            Set(items.map(\.statement.indicator)).count == items.count
        else { return nil }
        var sum = FigureSum()
        for item in items {
            guard let value = item.baseValue,
                sum.add(value, rounding: DecimalNumber(significand: 5, exponent: -value.decimals - 1))
            else { return nil }
        }
        guard let distance = sum.value.subtracting(100)?.magnitude, distance <= context.threshold, !isHundred(sum)
        else {
            return nil
        }
        return context.note(
            on: first.statement, expected: "100%",
            found: "\(items.map(\.printed).joined(separator: " + ")) = \(sum.value)%")
    }

    private static func isHundred(_ sum: FigureSum) -> Bool {
        guard let distance = sum.value.subtracting(100)?.magnitude else { return true }
        return distance <= sum.rounding
    }
}
