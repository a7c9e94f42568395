import PipelineDefinition
import SourceText
import StatisticalModel

/// Tables whose rows are lines: TAB-separated and Markdown pipes.
///
/// A page break repeats the header line; the pieces become one table again where the row numbers go on.
struct LineTables {
    private struct Piece {
        var rows: [RowText]
        let form: RecoveredTable.Form
    }

    private let file: SourceFile
    private let lines: [SourceLine]
    private let lexicon: TableLexicon

    static func recover(
        _ file: SourceFile, lines: [SourceLine], taken: [Bool], lexicon: TableLexicon
    ) -> [RecoveredTable] {
        let reader = LineTables(file: file, lines: lines, lexicon: lexicon)
        var tables: [RecoveredTable] = []
        for piece in reader.pieces(taken: taken) {
            let table = reader.table(piece)
            if let last = tables.indices.last, reader.continues(tables[last], table) {
                tables[last].rows += table.rows
                tables[last].pieces += table.pieces
            } else {
                tables.append(table)
            }
        }
        return tables
    }

    private init(file: SourceFile, lines: [SourceLine], lexicon: TableLexicon) {
        self.file = file
        self.lines = lines
        self.lexicon = lexicon
    }

    private func pieces(taken: [Bool]) -> [Piece] {
        var result: [Piece] = []
        var current: Piece?
        func close() {
            if let piece = current, piece.rows.count > 1, isTable(piece) { result.append(piece) }
            current = nil
        }
        for line in lines where line.role != .furniture {
            if line.role == .text, !taken[line.number - 1], let form = form(of: line) {
                if form != current?.form { close() }
                let row = row(line, form: form)
                if current == nil { current = Piece(rows: [], form: form) }
                current?.rows.append(row)
            } else if line.role == .text, let last = current?.rows.last, isOpen(last), line.number - last.lineEnd < 4 {
                // A cell of several lines: its <p> is not closed yet.
                let (index, count) = ((current?.rows.count ?? 1) - 1, last.cells.count - 1)
                current?.rows[index].cells[count] =
                    last.cells[count].lowerBound..<line.range.upperBound
                current?.rows[index].lineEnd = line.number
            } else {
                close()
            }
        }
        close()
        return result
    }

    private func form(of line: SourceLine) -> RecoveredTable.Form? {
        if file.bytes[line.range.lowerBound] == 0x7C, line.range.count > 2 { return .markdown }
        return file.bytes[file.rangeOfLine(line.number)].contains(0x09) ? .tabbed : nil
    }

    private func row(_ line: SourceLine, form: RecoveredTable.Form) -> RowText {
        form == .markdown
            ? RowText.piped(file, line.range, line: line.number) : RowText.tabbed(file, line: line.number)
    }

    private func isOpen(_ row: RowText) -> Bool {
        guard let cell = row.cells.last else { return false }
        var depth = 0
        for index in cell {
            guard let tag = CellMarkup.tag(file.bytes, at: index, end: cell.upperBound), tag.name == "p" else {
                continue
            }
            depth += tag.isClosing ? -1 : 1
        }
        return depth > 0
    }

    private func isTable(_ piece: Piece) -> Bool {
        piece.form == .tabbed || piece.rows.count > 1 && isRule(piece.rows[1])
    }

    /// The line of dashes under a Markdown header.
    private func isRule(_ row: RowText) -> Bool {
        row.cells.allSatisfy { cell in
            !cell.isEmpty && file.bytes[cell].allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
        }
    }

    private func table(_ piece: Piece) -> RecoveredTable {
        let header = piece.rows[0]
        let width = header.cells.count
        let columns = header.cells.map { range in
            let cell = CellMarkup.cell(file, range)
            return RecoveredTable.Column(levels: [cell.string], text: cell.text, line: header.line)
        }
        var rows: [RecoveredTable.Row] = []
        for row in piece.rows.dropFirst() where piece.form == .tabbed || !isRule(row) {
            var cells = row.cells.prefix(width).map { CellMarkup.cell(file, $0) }
            while cells.count < width { cells.append(RecoveredTable.Cell()) }
            let isTotal = cells.prefix(2).contains { lexicon.contains(TableLine.folded($0.string), as: .total) }
            rows.append(RecoveredTable.Row(kind: isTotal ? .total : .item, cells: cells))
        }
        let title = LineTitle(file: file, lines: lines, lexicon: lexicon).title(before: header.line)
        let last = piece.rows.map(\.lineEnd).max() ?? header.line
        return RecoveredTable(
            form: piece.form, title: title?.text ?? "", columns: columns, rows: rows,
            notes: piece.rows.contains { $0.cells.count > width } ? ["有的行字段多于表头，多出的未读入"] : [],
            pieces: [(title?.lines.lowerBound ?? header.line)...last])
    }

    /// The same headers, no title of its own, and row numbers that do not begin again.
    private func continues(_ table: RecoveredTable, _ next: RecoveredTable) -> Bool {
        guard table.form == next.form, table.columns.map(\.levels) == next.columns.map(\.levels), next.title.isEmpty
        else { return false }
        let numbers = table.rows.compactMap { Int($0.cells[0].string) }
        guard let first = next.rows.lazy.compactMap({ Int($0.cells[0].string) }).first else { return true }
        return first >= numbers.last ?? 0 && first > 1 || first == numbers.last
    }
}

/// The title on the lines over a table whose rows are lines.
struct LineTitle {
    let file: SourceFile
    let lines: [SourceLine]
    let lexicon: TableLexicon

    /// The nearest text line before `number`, a Markdown heading's signs left out, where it reads as a title.
    func title(before number: Int) -> TableTitle? {
        var index = number - 2
        while index >= 0, number - index < 8 {
            defer { index -= 1 }
            guard lines[index].role == .text else { continue }
            var range = lines[index].range
            while let first = range.first, file.bytes[first] == UInt8(ascii: "#") { range = range.dropFirst() }
            var line = lines[index]
            line.range = PageScanner.trimmed(range, in: file.bytes)
            let read = TableLine(line, in: file, lexicon: lexicon)
            guard !file.bytes[line.range].contains(0x09), TableTitle.isTitle(read, lexicon: lexicon) else { return nil }
            return TableTitle(text: CellMarkup.cell(file, line.range).string, lines: line.number...line.number)
        }
        return nil
    }
}
