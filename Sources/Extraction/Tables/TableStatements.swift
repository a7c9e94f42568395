import PipelineDefinition
import SourceText
import StatisticalModel

/// The statements of an indicator table: one for each figure of each value column.
///
/// `每千人口托位数（个）| 2.56 | 3.76 | 5.1` under `2021年完成情况 | 到2023年 | 到2025年` are an actual
/// figure of 2021 and two targets. A table of projects or tasks gives claims only.
struct TableStatements: Sendable {
    private let library: PipelineLibrary

    init(library: PipelineLibrary) {
        self.library = library
    }

    /// The statements of `table`, in reading order, and a claim on each of its numerals.
    ///
    /// - Parameter number: the table's place in the bulletin, from 1, which names a table without a title.
    func statements(
        of table: RecoveredTable, in layout: BulletinLayout, number: Int
    ) -> (statements: [Statement], claims: [NumeralClaim]) {
        var claims = TableClaims()
        for column in table.columns { claims.claim(column.text, fate: .table, reason: .tableHeader) }
        let context = TableColumns(table, library: library).map {
            TableContext(table: table, columns: $0, layout: layout, number: number, library: library)
        }
        let isRowNumber = table.columns.map { ColumnReading($0, library: library).has(.rowNumber) }
        var statements: [Statement] = []
        for (index, row) in table.rows.enumerated() {
            let reading = context.map { TableRowReading(row, number: index + 1, context: $0) }
            for (column, cell) in row.cells.enumerated() {
                let found = reading.map { $0.statements(column: column, cell: cell) } ?? []
                claim(
                    cell, isRowNumber: column < isRowNumber.count && isRowNumber[column], found: found,
                    first: statements.count, &claims)
                statements += found.map(\.statement)
            }
        }
        return (statements, claims.claims)
    }

    private func claim(
        _ cell: RecoveredTable.Cell, isRowNumber: Bool, found: [CellStatement], first: Int, _ claims: inout TableClaims
    ) {
        for (offset, one) in found.enumerated() { claims.claim(one.statement.numeralRanges, statement: first + offset) }
        for (index, part) in cell.parts.enumerated() {
            let taken = found.filter { $0.part == index }.flatMap(\.numerals)
            claims.claim(
                part, except: taken, fate: isRowNumber ? .structure : .table,
                reason: isRowNumber ? .rowNumber : .tableCell)
        }
    }
}

/// A statement with the place of its numerals in the cell that it was read from.
struct CellStatement {
    var statement: Statement
    /// Index into the cell's parts.
    var part: Int
    /// Ranges of the part's bytes.
    var numerals: [Range<Int>]
}
