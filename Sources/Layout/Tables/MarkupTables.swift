import PipelineDefinition
import SourceText
import StatisticalModel

/// Simple HTML tables: rows and cells with rowspan and colspan.
struct MarkupTables {
    private struct Field {
        let range: Range<Int>
        let rowSpan: Int
        let columnSpan: Int
        let isHeader: Bool
    }

    private let file: SourceFile
    private let lexicon: TableLexicon

    static func recover(_ file: SourceFile, lines: [SourceLine], lexicon: TableLexicon) -> [RecoveredTable] {
        let reader = MarkupTables(file: file, lexicon: lexicon)
        let titles = LineTitle(file: file, lines: lines, lexicon: lexicon)
        var tables: [RecoveredTable] = []
        var start: Int?
        var index = 0
        let bytes = file.bytes
        while let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = next + 1
            // The index table of a site is no table of the text.
            if lines[file.line(at: next) - 1].role == .furniture { continue }
            guard let tag = CellMarkup.tag(bytes, at: next, end: bytes.count), tag.name == "table" else { continue }
            if !tag.isClosing {
                start = tag.end
            } else if let first = start {
                if var table = reader.table(first..<next, titles: titles) {
                    let over = titles.lines(over: table.firstLine)
                    if table.title.isEmpty {
                        table.title = reader.caption(first..<next) ?? over.title
                        table.pieces = [over.first...table.lastLine]
                    }
                    table.unit = table.unit ?? over.unit
                    tables.append(table)
                }
                start = nil
            }
        }
        return tables
    }

    private func table(_ range: Range<Int>, titles: LineTitle) -> RecoveredTable? {
        let all = fields(range)
        let whole = grid(all)
        let over = captionRows(whole, titles: titles)
        let rows = Array(all.dropFirst(over.count))
        let grid = Array(whole.dropFirst(over.count))
        guard let first = rows.first, rows.count > 1, let width = grid.first?.count, width > 1 else { return nil }
        let isForm = !first.contains(where: \.isHeader) && isForm(grid)
        let headerRows = isForm ? 0 : headerRows(rows, spanned: first.map(\.rowSpan).max() ?? 1, grid: grid)
        let line = file.line(at: range.lowerBound)
        let judge = HeaderRows(lexicon: lexicon)
        let isCount = grid.prefix(headerRows + 1).map { judge.isCount(cells($0)) }
        let heads = zip(grid.prefix(headerRows), isCount).filter { !$0.1 }.map(\.0)
        guard !heads.isEmpty || isForm else { return nil }
        let bodyRow = grid.count > headerRows + 1 && isCount[headerRows] ? headerRows + 1 : headerRows
        let columns = (0..<width).map { column in
            var levels: [String] = []
            var text = PlacedText()
            for row in heads {
                let cell = CellMarkup.cell(file, row[column].range)
                if !cell.text.isEmpty, levels.last != cell.string {
                    levels.append(cell.string)
                    text.append(cell.text)
                }
            }
            return RecoveredTable.Column(levels: levels, text: text, line: line)
        }
        var group = ""
        var body: [RecoveredTable.Row] = []
        for row in grid.dropFirst(bodyRow) {
            // One cell over the whole width is a label for the rows under it.
            if let label = row.first?.range, row.allSatisfy({ $0.range == label }), !label.isEmpty {
                group = CellMarkup.cell(file, label).string
                continue
            }
            var cells: [RecoveredTable.Cell] = []
            for place in row { cells.append(cell(place.range, isRepeated: place.isRepeated)) }
            let isTotal = lexicon.areOfTotal(cells)
            body.append(RecoveredTable.Row(kind: isTotal ? .total : .item, cells: cells, group: isTotal ? "" : group))
        }
        return RecoveredTable(
            form: .html, title: over.title, columns: columns, rows: body, unit: over.unit,
            pieces: [line...file.line(at: max(range.lowerBound, range.upperBound - 1))])
    }

    /// The rows of one cell over the heads that hold the table's number, its title or its unit:
    /// 表1-1 | 2021年全省收入表 | 单位：万元. A title begins in the first column; 2025年目标 behind a blank is a head.
    private func captionRows(
        _ grid: [[(range: Range<Int>, isRepeated: Bool)]], titles: LineTitle
    ) -> (count: Int, title: String, unit: String?) {
        var (title, unit, count): (String, String?, Int) = ("", nil, 0)
        for row in grid.prefix(Self.mostCaptionRows) {
            let printed = row.filter { !$0.isRepeated && !CellMarkup.cell(file, $0.range).text.isEmpty }
            guard printed.count == 1, grid.count - count > 2 else { break }
            let line = titles.line(of: printed[0].range)
            if let stated = titles.unit(in: line) {
                unit = stated.unit
            } else if TableTitle.isTitle(line, lexicon: lexicon), !lexicon.contains(line.text, as: .header),
                printed[0].range == row[0].range
            {
                // 表1-1 alone is the title only where no other stands.
                let isNumber =
                    TableTitle.isCaption(line, lexicon: lexicon) && CellBoundary.isDigit(line.scalars.last ?? " ")
                if title.isEmpty || !isNumber { title = CellMarkup.cell(file, printed[0].range).string }
            } else if !titles.isAside(line) || line.isYear {
                break
            }
            count += 1
        }
        return (count, title, unit)
    }

    private static let mostCaptionRows = 4

    /// A label of a form is no longer, in characters.
    private static let longestLabel = 8

    /// True for a form, which has no heads: labels with their values beside them, in rows that divide the width
    /// differently (来文文号 | 〔2020〕24号 | 来文单位 | 市政府, under it 公文标题 | 关于…的通知).
    private func isForm(_ grid: [[(range: Range<Int>, isRepeated: Bool)]]) -> Bool {
        var labels: Set<String> = []
        var counts: Set<Int> = []
        for row in grid {
            var cells: [Range<Int>] = []
            for place in row where !place.isRepeated || cells.last != place.range { cells.append(place.range) }
            guard cells.count.isMultiple(of: 2) else { return false }
            counts.insert(cells.count)
            for index in stride(from: 0, to: cells.count, by: 2) {
                let label = TableLine.folded(CellMarkup.cell(file, cells[index]).string)
                guard !label.isEmpty, label.unicodeScalars.count <= Self.longestLabel,
                    !label.unicodeScalars.contains(where: CellBoundary.isDigit), labels.insert(label).inserted
                else { return false }
            }
        }
        return counts.count > 1
    }

    /// The row's cells, each printed once.
    private func cells(_ row: [(range: Range<Int>, isRepeated: Bool)]) -> [RecoveredTable.Cell] {
        row.map { $0.isRepeated ? RecoveredTable.Cell() : CellMarkup.cell(file, $0.range) }
    }

    /// Rows of nothing but `<th>`, those that a header spans, or a second level in plain cells.
    private func headerRows(
        _ rows: [[Field]], spanned: Int, grid: [[(range: Range<Int>, isRepeated: Bool)]]
    ) -> Int {
        let marked = rows.prefix { $0.allSatisfy(\.isHeader) }.count
        let top = grid.prefix(3).map(cells)
        let count = max(marked, spanned, HeaderRows(lexicon: lexicon).count(in: top))
        return max(1, min(count, rows.count - 1))
    }

    /// The text of `<caption>`.
    private func caption(_ range: Range<Int>) -> String? {
        var start: Int?
        var index = range.lowerBound
        while index < min(range.upperBound, range.lowerBound + 500) {
            if let tag = CellMarkup.tag(file.bytes, at: index, end: range.upperBound), tag.name == "caption" {
                if let start, tag.isClosing { return CellMarkup.cell(file, start..<index).string }
                start = tag.end
            }
            index += 1
        }
        return nil
    }

    /// A cell that spans rows names or dates them all, but a figure is stated once.
    private func cell(_ range: Range<Int>, isRepeated: Bool) -> RecoveredTable.Cell {
        let cell = CellMarkup.cell(file, range)
        guard isRepeated else { return cell }
        let scalars = Array(TableLine.folded(cell.string).unicodeScalars)
        let kind = CellKind(scalars)
        // 2064 may be a figure.
        return kind.isFigure || kind == .span && scalars.count == 4 ? RecoveredTable.Cell() : cell
    }

    private func fields(_ range: Range<Int>) -> [[Field]] {
        var rows: [[Field]] = []
        var open: (start: Int, tag: Range<Int>, isHeader: Bool)?
        var index = range.lowerBound
        func close(at end: Int) {
            guard let cell = open, !rows.isEmpty else { return }
            rows[rows.count - 1].append(
                Field(
                    range: cell.start..<end, rowSpan: attribute("rowspan", cell.tag),
                    columnSpan: attribute("colspan", cell.tag), isHeader: cell.isHeader))
            open = nil
        }
        while index < range.upperBound {
            guard let tag = CellMarkup.tag(file.bytes, at: index, end: range.upperBound) else {
                index += 1
                continue
            }
            switch tag.name {
            case "tr":
                close(at: index)
                if !tag.isClosing { rows.append([]) }
            case "td", "th":
                close(at: index)
                if !tag.isClosing { open = (tag.end, index..<tag.end, tag.name == "th") }
            default: break
            }
            index = tag.end
        }
        close(at: range.upperBound)
        return rows.filter { !$0.isEmpty }
    }

    private func attribute(_ name: String, _ tag: Range<Int>) -> Int {
        let bytes = file.bytes[tag].map { $0 | 0x20 }
        let word = Array(name.utf8)
        guard bytes.count > word.count else { return 1 }
        for start in 0..<bytes.count - word.count where bytes[start..<start + word.count].elementsEqual(word) {
            let digits = file.bytes[tag].dropFirst(start + word.count).drop { !(0x30...0x39).contains($0) }
                .prefix { (0x30...0x39).contains($0) }
            return max(1, min(1000, Int(String(decoding: digits, as: UTF8.self)) ?? 1))
        }
        return 1
    }

    /// Rows of equal width with spans laid out.
    private func grid(_ rows: [[Field]]) -> [[(range: Range<Int>, isRepeated: Bool)]] {
        let width = min(200, rows.map { $0.reduce(0) { $0 + $1.columnSpan } }.max() ?? 0)
        var hanging: [(left: Int, range: Range<Int>)] = Array(repeating: (0, 0..<0), count: width)
        return rows.map { row in
            var line: [(range: Range<Int>, isRepeated: Bool)] = []
            var fields = row[...]
            while line.count < width {
                let column = line.count
                if hanging[column].left > 0 {
                    hanging[column].left -= 1
                    line.append((hanging[column].range, true))
                } else if let field = fields.popFirst() {
                    for offset in 0..<min(field.columnSpan, width - column) {
                        hanging[column + offset] = (field.rowSpan - 1, field.range)
                        line.append((field.range, offset > 0))
                    }
                } else {
                    line.append((0..<0, false))
                }
            }
            return line
        }
    }
}
