import PipelineDefinition
import SourceText
import StatisticalModel

extension TableLexicon {
    /// 合计 in the first cell, or behind a row number or a category.
    func areOfTotal(_ cells: [RecoveredTable.Cell]) -> Bool {
        cells.prefix(2).contains { contains(TableLine.folded($0.string), as: .total) }
    }
}

/// Finds the tables of a bulletin in whatever form its text has them, and puts them together again.
///
/// Each form has its reader: flattened column by column (page text of a PDF), one cell a line row after row, rows of
/// lines parted by TABs, pipes or blanks, and HTML. A reader gets the lines that those before left. What the text does
/// not decide stays blank, with a note.
struct TableRecovery: Sendable {
    let library: PipelineLibrary

    struct Outcome {
        /// In the order of their first lines.
        var tables: [RecoveredTable] = []
        /// The lines of charts.
        var charts: [ClosedRange<Int>] = []
        /// For each line (by number - 1) whether a table or a chart holds it.
        var takenLines: [Bool] = []
    }

    func recover(_ file: SourceFile, lines: [SourceLine]) -> Outcome {
        var taken = Array(repeating: false, count: lines.count)
        let read = TableLines(file, count: lines.count, lexicon: library.tables)
        let rowwise = RowwiseTables.recover(file, lines: lines, read: read, lexicon: library.tables)
        for table in rowwise { Self.take(table, &taken, lines) }
        let lines = lines.map { line in
            var line = line
            if taken[line.number - 1] { line.role = .furniture }
            return line
        }
        let flattened = FlattenedTables.recover(file, lines: lines, read: read, lexicon: library.tables)
        for range in flattened.taken {
            for line in range where lines[line - 1].role != .furniture { taken[line - 1] = true }
        }
        var tables = rowwise + flattened.tables
        tables += MarkupTables.recover(file, lines: lines, lexicon: library.tables)
        for table in tables where table.form == .html { Self.take(table, &taken, lines) }
        let ofLines = LineTables.recover(file, lines: lines, taken: taken, lexicon: library.tables)
        for table in ofLines { Self.take(table, &taken, lines) }
        tables += ofLines
        let spaced = LineRowTables.recover(
            file, lines: lines, read: read, taken: taken, lexicon: library.tables)
        for table in spaced { Self.take(table, &taken, lines) }
        tables += spaced
        let charts = ChartLines.find(file, lines: lines, taken: taken, lexicon: library.tables)
        for line in charts.joined() where lines[line - 1].role != .furniture { taken[line - 1] = true }
        return Outcome(tables: tables.sorted { $0.firstLine < $1.firstLine }, charts: charts, takenLines: taken)
    }

    private static func take(_ table: RecoveredTable, _ taken: inout [Bool], _ lines: [SourceLine]) {
        for line in table.pieces.joined() where lines[line - 1].role != .furniture { taken[line - 1] = true }
    }
}
