import PipelineDefinition
import SourceText
import StatisticalModel

/// Makes the recovered table of its pages' pieces: header levels, rows, totals, notes.
struct FlattenedTableBuilder {
    let file: SourceFile
    let lexicon: TableLexicon
    let pieces: [FlattenedPiece]

    private typealias Cell = RecoveredTable.Cell

    func table() -> RecoveredTable {
        let first = pieces[0]
        var columns = first.ordinalHeader.map { [column([$0.printed], [$0])] } ?? []
        for (header, levels) in zip(first.columns.map(\.header), HeaderLevels(lexicon: lexicon).levels(of: first)) {
            columns.append(column(levels, header))
        }
        let totals = TotalsCheck(pieces: pieces, lexicon: lexicon)
        var rows: [RecoveredTable.Row] = []
        var group = first.group
        for (index, piece) in pieces.enumerated() {
            rows += self.rows(of: piece, index: index, totals: totals, group: &group)
        }
        let printed = pieces.flatMap(\.notes).map { note in note.map { placed($0).string }.joined() }
        if printed.contains(where: { TableLine.folded($0).begins(with: "*") }) { Self.dropMarkers(in: &rows) }
        return RecoveredTable(
            form: .flattened, title: first.title?.text ?? "", columns: columns, rows: rows,
            unit: pieces.lazy.compactMap(\.unit).first,
            notes: printed.map(TableNote.printed) + totals.notes(columns: columns) + unread,
            pieces: pieces.map(\.lines))
    }

    /// Heads of columns that could not be read.
    private var unread: [TableNote] {
        pieces.compactMap(\.unread).map { .unreadColumns(head: $0.printed, line: $0.number) }
    }

    private func column(_ levels: [String], _ lines: [TableLine]) -> RecoveredTable.Column {
        RecoveredTable.Column(
            levels: levels, text: placed(lines), line: lines.first?.number ?? pieces[0].lines.upperBound)
    }

    private func rows(
        of piece: FlattenedPiece, index: Int, totals: TotalsCheck, group: inout String
    ) -> [RecoveredTable.Row] {
        var rows: [RecoveredTable.Row] = []
        for row in 0..<piece.rowCount {
            for label in piece.groups where label.row == row {
                group = label.label
                // Without row numbers a label is a row of its own, as it is printed.
                guard !label.lines.isEmpty else { continue }
                let blanks = Array(repeating: Cell(), count: piece.columns.count - 1)
                rows.append(RecoveredTable.Row(cells: [Cell(placed(label.lines))] + blanks))
            }
            var cells = piece.numbers.isEmpty ? [] : [Cell(placed(piece.numbers[row]))]
            for column in piece.columns.indices {
                cells.append(cell(totals.outcome(piece: index, column: column), piece.columns[column], row: row))
            }
            // Without row numbers 合计 is a name like the others.
            let isTotal = piece.numbers.isEmpty && lexicon.areOfTotal(cells)
            rows.append(RecoveredTable.Row(kind: isTotal ? .total : .item, cells: cells, group: isTotal ? "" : group))
        }
        if let total = piece.total {
            var cells = [Cell(placed(total))]
            for column in piece.columns.indices {
                cells.append(totalCell(totals.outcome(piece: index, column: column), piece.columns[column]))
            }
            rows.append(RecoveredTable.Row(kind: .total, cells: cells))
        }
        return rows
    }

    private func cell(_ outcome: TotalsCheck.Outcome, _ column: FlattenedPiece.Column, row: Int) -> Cell {
        switch outcome {
        case .assigned(let cells, _): cell(column.cells[cells[row]])
        case .unassigned: Cell(isUnassigned: true)
        case .empty: Cell()
        }
    }

    private func totalCell(_ outcome: TotalsCheck.Outcome, _ column: FlattenedPiece.Column) -> Cell {
        switch outcome {
        case .assigned(_, let total?), .unassigned(let total?): cell(column.cells[total])
        case .assigned(_, nil), .empty: Cell()
        case .unassigned(nil): Cell(isUnassigned: column.fit.isNumeric)
        }
    }

    /// Values of their own in one cell stay parts; wrapped lines are one part.
    private func cell(_ lines: ArraySlice<TableLine>) -> Cell {
        let text = placed(Array(lines))
        let holdsValues = lines.count > 1 && lines.allSatisfy { $0.kind.isValue }
        return Cell(text, parts: holdsValues ? lines.map { placed($0) } : nil)
    }

    private func placed(_ lines: [TableLine]) -> PlacedText { CellText.placed(file, lines.map(\.range)) }

    /// The line's bytes without the blanks that justify it; blanks between Latin words stay.
    private func placed(_ line: TableLine) -> PlacedText { CellText.placed(file, line.range) }

    private static func dropMarkers(in rows: inout [RecoveredTable.Row]) {
        for row in rows.indices {
            for column in rows[row].cells.indices {
                let bytes = rows[row].cells[column].text.bytes
                guard bytes.count > 3, bytes.last == UInt8(ascii: "*") else { continue }
                rows[row].cells[column] = Cell(rows[row].cells[column].text.slice(0..<bytes.count - 1))
            }
        }
    }
}
