import PipelineDefinition
import SourceText
import StatisticalModel

/// Finds the tables that text prints row after row, one cell a line under heads one a line.
struct RowwiseTables {
    private let file: SourceFile
    private let lines: [SourceLine]
    private let lexicon: TableLexicon
    private let judge: HeaderJudge

    static func recover(_ file: SourceFile, lines: [SourceLine], lexicon: TableLexicon) -> [RecoveredTable] {
        RowwiseTables(file: file, lines: lines, lexicon: lexicon, judge: HeaderJudge(lexicon: lexicon, known: []))
            .tables()
    }

    private static let longest = 1500

    private func tables() -> [RecoveredTable] {
        var tables: [RecoveredTable] = []
        var index = 0
        while index < lines.count {
            guard let table = celled(from: index) else {
                index += 1
                continue
            }
            tables.append(table)
            index = table.lastLine
        }
        return tables
    }

    // MARK: one cell a line

    private func celled(from start: Int) -> RecoveredTable? {
        // Heads are short: three bytes for each of at most eight characters.
        guard lines[start].role == .text, lines[start].range.count <= 24,
            judge.isHeadOfRow(TableLine(lines[start], in: file, lexicon: lexicon))
        else { return nil }
        let region = region(from: start)
        guard let head = RowwiseHead(region, judge: judge) else { return nil }
        let reader = RowwiseRows(region, head: head, judge: judge)
        guard reader.rows.count > 1 else { return nil }
        let rows = reader.rows.map { row in
            let cells = row.cells.map { cell in
                cell.map { RecoveredTable.Cell(placed(region[$0])) } ?? RecoveredTable.Cell(isUnassigned: true)
            }
            return RecoveredTable.Row(kind: row.isTotal ? .total : .item, cells: cells, group: row.group)
        }
        let columns = head.columns.map { column in
            RecoveredTable.Column(
                levels: [column.lines.map(\.printed).joined()], text: placed(column.lines[...]),
                line: column.lines[0].number)
        }
        return table(columns, rows, lines[start].number...region[reader.end - 1].number, notes: notes(reader, region))
    }

    /// The text lines from `start` to the next caption.
    private func region(from start: Int) -> [TableLine] {
        var result: [TableLine] = []
        for line in lines[start...] where line.role == .text {
            let next = TableLine(line, after: result.last, in: file, lexicon: lexicon)
            if TableTitle.isCaption(next, lexicon: lexicon) || result.count >= Self.longest { break }
            result.append(next)
            // Few heads in a row open no table, and most lines open none.
            if result.count == 3, !result.allSatisfy({ judge.isHeadOfRow($0) || $0.kind == .bracket }) { break }
        }
        return result
    }

    private func notes(_ reader: RowwiseRows, _ region: [TableLine]) -> [TableNote] {
        var notes: [TableNote] = []
        for row in reader.rows where row.cells.contains(where: { $0 == nil }) {
            guard let number = row.cells.lazy.compactMap({ $0 }).first(where: { !$0.isEmpty }) else { continue }
            let first = region[number.lowerBound]
            notes.append(.unassignedRow(head: first.printed, line: first.number, isOneLine: false))
        }
        return notes
    }

    private func placed(_ lines: ArraySlice<TableLine>) -> PlacedText {
        var text = PlacedText()
        for line in lines { text.append(CellText.placed(file, line.range)) }
        return text
    }

    private func table(
        _ columns: [RecoveredTable.Column], _ rows: [RecoveredTable.Row], _ range: ClosedRange<Int>, notes: [TableNote]
    ) -> RecoveredTable {
        let over = LineTitle(file: file, lines: lines, lexicon: lexicon).lines(over: range.lowerBound)
        return RecoveredTable(
            form: .flattened, title: over.title, columns: columns, rows: rows, unit: over.unit, notes: notes,
            pieces: [over.first...range.upperBound])
    }
}
