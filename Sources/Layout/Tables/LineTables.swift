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
            if let last = tables.indices.last, let rows = reader.rows(of: piece, goingOn: tables[last]) {
                tables[last].rows += rows
                tables[last].pieces.append(piece.rows[0].line...piece.rows[piece.rows.count - 1].line)
                continue
            }
            guard piece.rows.count > 1, reader.isTable(piece) else { continue }
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

    private func pieces(taken: [Bool]) -> [Piece] {
        var result: [Piece] = []
        var current: Piece?
        func close() {
            if let piece = current { result.append(piece) }
            current = nil
        }
        for line in lines where line.role != .furniture {
            if line.role == .text, !taken[line.number - 1], let form = form(of: line, in: current?.form) {
                if form != current?.form { close() }
                let row = row(line, form: form)
                if current == nil { current = Piece(rows: [], form: form) }
                current?.rows.append(row)
            } else {
                close()
            }
        }
        close()
        return result
    }

    private func form(of line: SourceLine, in current: RecoveredTable.Form?) -> RecoveredTable.Form? {
        if file.bytes[line.range.lowerBound] == 0x7C, line.range.count > 2 { return .markdown }
        if file.bytes[line.range].contains(0x7C) {
            // Without outer pipes only the rule under the header tells the table from prose.
            let next = line.number < lines.count ? lines[line.number].range : 0..<0
            let rule = RowText.piped(file, next, line: line.number + 1)
            if current == .markdown || rule.cells.count > 1 && isRule(rule) { return .markdown }
        }
        let whole = file.rangeOfLine(line.number)
        guard file.bytes[whole].contains(0x09) else { return nil }
        // A TAB that only indents opens no table; one at the end is a blank cell.
        let isIndent = !file.bytes[line.range.lowerBound..<whole.upperBound].contains(0x09)
        guard current == .tabbed || !isIndent else { return nil }
        return isFilledTitle(line, isFirst: current != .tabbed) ? nil : .tabbed
    }

    /// True for a title whose line a spreadsheet filled with TABs to the width of its table.
    private func isFilledTitle(_ line: SourceLine, isFirst: Bool) -> Bool {
        guard !file.bytes[line.range].contains(0x09) else { return false }
        let title = TableLine(line, in: file, lexicon: lexicon)
        return isFirst ? TableTitle.isTitle(title, lexicon: lexicon) : TableTitle.isCaption(title, lexicon: lexicon)
    }

    private func row(_ line: SourceLine, form: RecoveredTable.Form) -> RowText {
        form == .markdown
            ? RowText.piped(file, line.range, line: line.number) : RowText.tabbed(file, line: line.number)
    }

    private func isTable(_ piece: Piece) -> Bool {
        // Rules alone, `|-|` over `|-`, rule nothing.
        piece.form == .tabbed || piece.rows.count > 1 && isRule(piece.rows[1]) && !piece.rows.allSatisfy(isRule)
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
        let printed = piece.rows.filter { piece.form == .tabbed || !isRule($0) }
        let grid = printed.prefix(4).map { row in row.cells.map { CellMarkup.cell(file, $0) } }
        let judge = HeaderRows(lexicon: lexicon)
        let headerRows = judge.count(in: Array(grid.prefix(3)))
        let isCounted = grid.count > headerRows && printed.count > headerRows + 1 && judge.isCount(grid[headerRows])
        let columns = HeaderRows.columns(Array(grid.prefix(headerRows)), width: width, line: header.line)
        let heads = grid.prefix(1).map { $0.map(\.string) }
        let rows = printed.dropFirst(isCounted ? headerRows + 1 : headerRows).map { self.row($0, width: width) }
            // A page repeats the header in the middle of the lines.
            .filter { heads != [$0.cells.map(\.string)] }
        let over = LineTitle(file: file, lines: lines, lexicon: lexicon).lines(over: header.line)
        let last = piece.rows[piece.rows.count - 1].line
        return RecoveredTable(
            form: piece.form, title: over.title, columns: columns, rows: rows, unit: over.unit,
            notes: piece.rows.contains { $0.cells.count > width } ? [.surplusFields] : [],
            pieces: [over.first...last])
    }

    private func row(_ text: RowText, width: Int) -> RecoveredTable.Row {
        var cells = text.cells.prefix(width).map { CellMarkup.cell(file, $0) }
        while cells.count < width { cells.append(RecoveredTable.Cell()) }
        let isTotal = lexicon.areOfTotal(cells)
        return RecoveredTable.Row(kind: isTotal ? .total : .item, cells: cells)
    }

    /// The rows of `piece` where they go on under the heads of `table`: no words stand between the two, and its first
    /// row holds figures or the next row number where the table's rows do.
    private func rows(of piece: Piece, goingOn table: RecoveredTable) -> [RecoveredTable.Row]? {
        let width = table.columns.count
        guard piece.form == table.form, piece.rows[0].cells.count == width, let end = table.pieces.last?.upperBound,
            lines[end..<max(end, piece.rows[0].line - 1)].allSatisfy(isPageNumber)
        else { return nil }
        let rows = piece.rows.map { row($0, width: width) }
        if lexicon.contains(TableLine.folded(table.columns[0].levels[0]), as: .ordinal),
            let number = Int(rows[0].cells[0].string), let last = table.rows.last.flatMap({ Int($0.cells[0].string) })
        {
            return number == last + 1 ? rows : nil
        }
        // A label over the rows has one cell.
        guard let first = rows.prefix(2).map({ $0.cells.map(kind) }).first(where: { $0.count { $0 != nil } > 1 }) else {
            return nil
        }
        let values = (0..<width).filter { column in
            let cells = table.rows.map { kind($0.cells[column]) }
            return cells.count { $0?.isValue ?? false } * 2 > cells.count { $0 != nil }
        }
        if values.isEmpty { return isOfWords(rows[0]) ? rows : nil }
        let like = values.count { first[$0]?.isValue ?? false }
        return like * 2 > values.count && values.count { first[$0] == .text } * 3 < values.count ? rows : nil
    }

    /// True for cells of which none heads a column by its words and some is longer than heads are.
    private func isOfWords(_ row: RecoveredTable.Row) -> Bool {
        let texts = row.cells.map { TableLine.folded($0.string) }.filter { !$0.isEmpty }
        return texts.count > 2 && texts.contains { $0.unicodeScalars.count > Self.longestHead }
            && !texts.contains { text in
                lexicon.contains(HeaderJudge.base(text), as: .header) || lexicon.contains(text, as: .ordinal)
                    || text.unicodeScalars.count <= Self.longestHead && lexicon.suffix(of: text, as: .headerEnd) != nil
            }
    }

    /// In characters: a head that no list has is no longer.
    private static let longestHead = 8

    /// `nil` for a blank cell; 2025年 is a head and no value.
    private func kind(_ cell: RecoveredTable.Cell) -> CellKind? {
        let text = TableLine.folded(cell.string)
        let kind = CellKind(Array(text.unicodeScalars))
        return text.isEmpty ? nil : kind == .span && text.unicodeScalars.last == CellKind.yearSign ? .text : kind
    }

    /// True for a line that parts no table: one without words, 12 or - 12 -.
    private func isPageNumber(_ line: SourceLine) -> Bool {
        line.role != .text
            || line.range.count <= 12
                && file.bytes[line.range].allSatisfy { UInt32($0).isDigit || $0 == 0x20 || $0 == UInt8(ascii: "-") }
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

    /// What stands over the header on line `number`: the title, the unit, the first line that is the table's, and
    /// whether a numbered caption stands there.
    ///
    /// Lines of a unit, a date or the office that made the table may stand between it and its title, in any order:
    /// 2025年收入表 | 编制单位：甲市财政局 | 单位：万元. 续表 is no title: the table before goes on. 表1 单位：万元 is caption
    /// and unit, the title is the line over it.
    func lines(over number: Int) -> (title: String, unit: String?, first: Int, isCaption: Bool) {
        var (unit, first): (String?, Int) = (nil, number)
        var isNumbered = false
        var cursor = number
        var subtitle: SourceLine?
        for _ in 0..<Self.mostLines {
            guard let line = text(before: cursor) else { break }
            cursor = line.number
            let read = TableLine(line, in: file, lexicon: lexicon)
            if let stated = self.unit(in: read), unit == nil {
                unit = stated.unit
                isNumbered = stated.isNumbered
                first = line.number
            } else if subtitle == nil, isYearInBracket(read) {
                subtitle = line
            } else if !isAside(read) || isTitle(read, isMarked: false) {
                guard isTitle(read, isMarked: unit != nil || isNumbered) else { break }
                if TableTitle.isContinuation(read.text, lexicon: lexicon) { return ("", unit, line.number, true) }
                let title = [line, subtitle].compactMap { $0 }.map { CellMarkup.cell(file, $0.range).string }.joined()
                let isCaption = TableTitle.isCaption(read, lexicon: lexicon)
                return (title, unit, line.number, isCaption || isNumbered)
            }
        }
        return ("", unit, first, isNumbered)
    }

    /// So many lines of text over a table may speak of it.
    private static let mostLines = 4

    private func isTitle(_ line: TableLine, isMarked: Bool) -> Bool {
        guard !file.bytes[line.range].contains(0x09) else { return false }
        return TableTitle.isTitle(line, lexicon: lexicon)
            || isMarked && line.scalars.count <= 40 && line.kind == .text
                && !line.scalars.contains(where: { ["。", ";", ","].contains($0) })
    }

    /// A date, or what a label names: 2025年1月, 编制单位：甲市财政局, 预算年度：2021.
    func isAside(_ line: TableLine) -> Bool {
        line.kind == .span || hasUnitLabel(line) || isLabelled(line)
    }

    /// 编制单位：甲市财政局, 面积：万亩: a label of a few characters and what it gives.
    func isLabelled(_ line: TableLine) -> Bool {
        guard let colon = line.scalars.firstIndex(of: ":"), (2...6).contains(colon), colon + 1 < line.scalars.count
        else { return false }
        let label = line.scalars[..<colon]
        return label.allSatisfy { $0.value >= 0x4E00 && $0.value < 0xA000 }
            && !lexicon.contains(String(scalars: label), as: .caption)
    }

    /// （2025年） under a title, which has no year without it.
    private func isYearInBracket(_ line: TableLine) -> Bool {
        line.kind == .bracket && CellKind(Array(line.scalars.dropFirst().dropLast())) == .span
    }

    /// True where 单位： stands at the line's beginning or a few signs behind it, whatever follows.
    func hasUnitLabel(_ line: TableLine) -> Bool { unitLabel(in: line) != nil }

    /// 万元 of 单位：万元, also behind the table's number: 表1 单位：万元; but no 甲市财政局 of 编制单位：甲市财政局.
    func unit(in line: TableLine) -> (unit: String, isNumbered: Bool)? {
        guard let (before, after) = unitLabel(in: line), !after.isEmpty else { return nil }
        let unit = after.ends(with: ")") && !after.contains("(") ? String(after.dropLast()) : after
        // 编制 before the label makes another word of it, unless a unit follows: 金额单位：万元.
        if let last = before.unicodeScalars.last, (0x4E00..<0xA000).contains(last.value), !isUnit(unit) { return nil }
        let isDate = CellKind(Array(before.unicodeScalars)) == .span
        return (unit, !isDate && before.unicodeScalars.contains(where: CellBoundary.isDigit))
    }

    /// True where the first of the units is a listed one: 万元、%.
    private func isUnit(_ text: String) -> Bool {
        let first = text.split { "、,/;(".contains($0) }.first
        return first.map { lexicon.contains(String($0), as: .closed) } ?? false
    }

    /// What stands before the label 单位： and behind it.
    private func unitLabel(in line: TableLine) -> (before: String, after: String)? {
        guard line.scalars.count <= 30 else { return nil }
        var rest = Substring(line.text)
        while !rest.isEmpty {
            if let label = lexicon.prefix(of: String(rest), as: .unitLine) {
                let before = line.text.dropLast(rest.count)
                let isShort = before.count <= 8 || CellKind(Array(before.unicodeScalars)) == .span
                return isShort ? (String(before), String(rest.dropFirst(label.count))) : nil
            }
            rest.removeFirst()
        }
        return nil
    }

    /// A cell of markup, `range`, as a line.
    func line(of range: Range<Int>) -> TableLine {
        var line = lines[file.line(at: range.lowerBound) - 1]
        line.range = CellMarkup.withoutTagsAround(PageScanner.trimmed(range, in: file.bytes), in: file.bytes)
        return TableLine(line, in: file, lexicon: lexicon)
    }

    /// The nearest line of words before `number`, without a Markdown heading's signs and the tags around it:
    /// `<p>单位：万元</p>`.
    private func text(before number: Int) -> SourceLine? {
        var index = number - 2
        while index >= 0, number - index < 8 {
            if lines[index].role == .text {
                var line = lines[index]
                var range = line.range
                while let first = range.first, file.bytes[first] == UInt8(ascii: "#") { range = range.dropFirst() }
                line.range = CellMarkup.withoutTagsAround(PageScanner.trimmed(range, in: file.bytes), in: file.bytes)
                if !line.range.isEmpty { return line }
            }
            index -= 1
        }
        return nil
    }
}

/// One row of a table whose rows are lines: the source range of each cell.
struct RowText: Sendable {
    var cells: [Range<Int>]
    let line: Int

    /// The row's fields between TABs.
    static func tabbed(_ file: SourceFile, line: Int) -> RowText {
        split(file, file.rangeOfLine(line), at: 0x09, line: line)
    }

    /// The row's fields between pipes; the outer pipes are no cells, and `\|` is none.
    static func piped(_ file: SourceFile, _ range: Range<Int>, line: Int) -> RowText {
        var range = range
        if range.first.map({ file.bytes[$0] == 0x7C }) ?? false { range = range.dropFirst() }
        if range.last.map({ file.bytes[$0] == 0x7C }) ?? false { range = range.dropLast() }
        return split(file, range, at: 0x7C, line: line)
    }

    private static func split(_ file: SourceFile, _ range: Range<Int>, at separator: UInt8, line: Int) -> RowText {
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where file.bytes[index] == separator {
            if separator == 0x7C, index > range.lowerBound, file.bytes[index - 1] == UInt8(ascii: "\\") { continue }
            cells.append(start..<index)
            start = index + 1
        }
        cells.append(start..<range.upperBound)
        return RowText(cells: cells.map { PageScanner.trimmed($0, in: file.bytes) }, line: line)
    }
}
