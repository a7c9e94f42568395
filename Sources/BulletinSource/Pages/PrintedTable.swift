import SourceText

/// A table as it stands on a page, or on several that follow each other.
struct PrintedTable {
    struct Cell {
        var columns: Range<Int>
        /// How many rows it reaches over, from its own.
        var rowSpan = 1
        var text: PrintedText
        var isHead = false
    }

    /// x of the edges of columns on the turned page, for tables that go on over pages.
    var columnEdges: [Double]
    /// Cells by the row in which they begin.
    var rows: [[Cell]]
    /// On the turned page.
    var box: PageBox
    /// Text whose cell the rules do not tell.
    var unassigned: [PrintedText] = []

    var columnCount: Int { columnEdges.count - 1 }

    /// Writes the table as HTML, a row a line; one of a single row, which goes on with none, as a line.
    func write(to text: inout CanonicalText) {
        guard rows.count > 1 else {
            var line = PrintedText()
            for cell in rows.joined() { line.append(apart: cell.text) }
            line.write(to: &text)
            if !line.isEmpty { text.append("\n".utf8, at: nil) }
            return
        }
        text.append("<table>\n".utf8, at: nil)
        for row in rows {
            text.append("<tr>".utf8, at: nil)
            for cell in row {
                let name = cell.isHead ? "th" : "td"
                var tag = "<\(name)"
                if cell.rowSpan > 1 { tag += " rowspan=\"\(cell.rowSpan)\"" }
                if cell.columns.count > 1 { tag += " colspan=\"\(cell.columns.count)\"" }
                text.append((tag + ">").utf8, at: nil)
                cell.text.write(to: &text)
                text.append("</\(name)>".utf8, at: nil)
            }
            text.append("</tr>\n".utf8, at: nil)
        }
        text.append("</table>\n".utf8, at: nil)
    }

    /// The text of the cells of a row, for comparison.
    func words(_ row: Int) -> [String] { rows[row].map(\.text.string) }

    /// Whether `next`, at the head of the following page, has the same columns: as many, of like widths.
    func goesOn(in next: PrintedTable) -> Bool {
        guard columnCount == next.columnCount, columnCount > 1 else { return false }
        let width = columnEdges[columnCount] - columnEdges[0]
        let other = next.columnEdges[columnCount] - next.columnEdges[0]
        guard width > 0, other > 0, abs(width - other) < 0.06 * width else { return false }
        return zip(columnEdges, next.columnEdges).allSatisfy {
            abs(($0 - columnEdges[0]) / width - ($1 - next.columnEdges[0]) / other) < 0.04
        }
    }

    /// Adds the rows of `next`, without the head where it repeats this table's.
    ///
    /// A row that the page cut goes on in the first one: cells of text beside a blank label. A cell over several rows
    /// that the page cut is blank in the rest.
    mutating func append(_ next: PrintedTable) {
        var count = 0
        while count < min(4, rows.count, next.rows.count), !words(count).allSatisfy(\.isEmpty),
            words(count) == next.words(count)
        { count += 1 }
        var added = Array(next.rows.dropFirst(count))
        if let first = added.first, let last = rows.last, Self.goesOn(last, first) {
            for cell in first where !cell.text.isEmpty {
                guard let own = last.firstIndex(where: { $0.columns == cell.columns }) else { continue }
                rows[rows.count - 1][own].text.append(cell.text)
            }
            added.removeFirst()
            let spans = first.filter { $0.rowSpan > 1 }.map { cell in
                var rest = cell
                rest.rowSpan -= 1
                return rest
            }
            if !added.isEmpty {
                added[0] = (added[0] + spans).sorted { $0.columns.lowerBound < $1.columns.lowerBound }
            }
        }
        if !added.isEmpty {
            added[0].removeAll { cell in cell.text.isEmpty && stretch(over: cell) }
        }
        rows += added
        unassigned += next.unassigned
        box = next.box
        columnEdges = next.columnEdges
    }

    /// Whether `next`, the first row of a page, is the rest of `last`: no figures, its label blank, and text only where
    /// `last` has text.
    private static func goesOn(_ last: [Cell], _ next: [Cell]) -> Bool {
        let filled = next.filter { !$0.text.isEmpty }
        guard let label = last.first(where: { !$0.text.isEmpty }), !filled.isEmpty,
            !filled.contains(where: { $0.columns.lowerBound <= label.columns.lowerBound || $0.text.hasDigit })
        else { return false }
        return filled.allSatisfy { cell in last.contains { $0.columns == cell.columns && !$0.text.isEmpty } }
    }

    /// Lets the cell of text over several rows that ends above `cell` reach over it as well; false where there is none.
    private mutating func stretch(over cell: Cell) -> Bool {
        for row in rows.indices.reversed() {
            guard let own = rows[row].firstIndex(where: { $0.columns == cell.columns }) else { continue }
            let above = rows[row][own]
            guard row + above.rowSpan == rows.count, above.rowSpan > 1 || cell.rowSpan > 1, !above.text.isEmpty,
                !above.text.hasDigit
            else { return false }
            rows[row][own].rowSpan += cell.rowSpan
            return true
        }
        return false
    }
}

/// Makes the table of a grid from the characters within it.
struct GridTable {
    /// A line of text in a cell.
    struct Line {
        var glyphs: [Glyph]
        var baseLine: Double
        var size: Double
        var x0: Double
        var x1: Double

        var isFigure: Bool { FigureWord.isFigure(glyphs.filter { !PrintedText.isBlank($0.scalar) }) }
    }

    let grid: RuledGrid
    let page: Int
    let frame: PageFrame

    /// `glyphs` are those within the grid's box; `nil` where the rules enclose no table (one column).
    func table(_ glyphs: [Glyph]) -> PrintedTable? {
        var inArea: [[Glyph]] = Array(repeating: [], count: grid.areas.count)
        for glyph in glyphs {
            if let area = grid.area(x: glyph.middle, y: (glyph.box.y0 + glyph.box.y1) / 2) {
                inArea[area].append(glyph)
            }
        }
        let lines = inArea.map(Self.lines)
        let splits = (0..<grid.rowCount).map { rowParts($0, lines) }
        var starts = [0]
        for split in splits { starts.append(starts[starts.count - 1] + max(1, split.count)) }
        var table = PrintedTable(
            columnEdges: grid.columnEdges, rows: Array(repeating: [], count: starts[grid.rowCount]), box: grid.box)
        for (index, area) in grid.areas.enumerated() {
            guard area.isClosed else {
                let text = text(lines[index], area)
                if !text.isEmpty { table.unassigned.append(text) }
                continue
            }
            let split = area.rows.count == 1 ? splits[area.rows.lowerBound] : []
            if split.isEmpty {
                let row = starts[area.rows.lowerBound]
                table.rows[row].append(
                    PrintedTable.Cell(
                        columns: area.columns, rowSpan: starts[area.rows.upperBound] - row,
                        text: text(lines[index], area)))
            } else {
                for (part, range) in split.enumerated() {
                    let own = lines[index].filter { range.contains($0.baseLine) }
                    table.rows[starts[area.rows.lowerBound] + part].append(
                        PrintedTable.Cell(columns: area.columns, text: text(own, area)))
                }
            }
        }
        for index in table.rows.indices { table.rows[index].sort { $0.columns.lowerBound < $1.columns.lowerBound } }
        fillOpenAreas(&table, starts)
        let filled = table.rows.filter { row in row.contains { !$0.text.isEmpty } }
        guard grid.columnCount > 1, !filled.isEmpty else { return nil }
        return table
    }

    /// Cells whose rules do not close stay blank, so that the rows keep their columns.
    private func fillOpenAreas(_ table: inout PrintedTable, _ starts: [Int]) {
        for area in grid.areas where !area.isClosed {
            for row in area.rows {
                for column in area.columns {
                    let at = grid.area(
                        x: (grid.columnEdges[column] + grid.columnEdges[column + 1]) / 2,
                        y: (grid.rowEdges[row] + grid.rowEdges[row + 1]) / 2)
                    guard let at, !grid.areas[at].isClosed, grid.areas[at].rows == area.rows,
                        grid.areas[at].columns == area.columns
                    else { continue }
                    let cell = PrintedTable.Cell(
                        columns: column..<column + 1, rowSpan: starts[row + 1] - starts[row], text: PrintedText())
                    let place = table.rows[starts[row]].partitionPoint { $0.columns.lowerBound < column }
                    guard
                        place == table.rows[starts[row]].count || table.rows[starts[row]][place].columns != cell.columns
                    else { continue }
                    table.rows[starts[row]].insert(cell, at: place)
                }
            }
        }
    }

    /// The lines of a cell as one text; a line that left no room for what follows goes on in the next.
    private func text(_ lines: [Line], _ area: RuledGrid.Area) -> PrintedText {
        let right = grid.columnEdges[area.columns.upperBound]
        let left = grid.columnEdges[area.columns.lowerBound]
        var result = PrintedText()
        var isFull = false
        for line in lines {
            var text = PrintedText()
            text.append(line.glyphs, page: page, frame: frame)
            guard !text.isEmpty else { continue }
            result.append(text, isWrapped: isFull || result.isEmpty)
            isFull = right - left - (line.x1 - line.x0) < 1.6 * line.size
        }
        return result
    }

    /// Characters as lines, from the top.
    static func lines(_ glyphs: [Glyph]) -> [Line] {
        TextLines.cluster(glyphs, baseLine: { $0.baseLine }, size: { $0.size }).compactMap { group in
            let shown = group.filter { !PrintedText.isBlank($0.scalar) }
            guard let size = shown.map(\.size).max() else { return nil }
            let sorted = TextLines.withoutDoubles(group.sorted { ($0.box.x0, $0.box.x1) < ($1.box.x0, $1.box.x1) })
            return Line(
                glyphs: sorted, baseLine: shown[0].baseLine, size: size, x0: shown.map(\.box.x0).min() ?? 0,
                x1: shown.map(\.box.x1).max() ?? 0)
        }
    }

    /// Where no rules part the rows of a table, its base lines do: the stretches of base lines of each row, or none.
    ///
    ///     │ 一、年末余额        │           │  4,387.59 │
    ///     │ 二、余额限额        │  4,629.58 │           │
    ///
    /// Each figure must stand beside words of the first column, so that a cell of two lines is not taken for two rows.
    private func rowParts(_ row: Int, _ lines: [[Line]]) -> [ClosedRange<Double>] {
        let own = grid.areas.indices.filter { grid.areas[$0].rows == row..<row + 1 && grid.areas[$0].isClosed }
        guard own.count > 1,
            let first = own.min(by: { grid.areas[$0].columns.lowerBound < grid.areas[$1].columns.lowerBound })
        else { return [] }
        let labels = lines[first]
        guard labels.count > 1 else { return [] }
        var rows = Set<Int>()
        for area in own where area != first {
            for line in lines[area] where line.isFigure && FigureWord.hasDigit(line.glyphs) {
                guard let label = labels.firstIndex(where: { abs($0.baseLine - line.baseLine) < 0.5 * line.size })
                else {
                    return []
                }
                rows.insert(label)
            }
        }
        guard rows.count > 1 else { return [] }
        let right = grid.columnEdges[grid.areas[first].columns.upperBound]
        let left = labels.map(\.x0).min() ?? 0
        // A label that fills its cell goes on in the next line.
        var starts = [0]
        for index in labels.indices.dropFirst() {
            let before = labels[index - 1]
            let isWrapped =
                right - left - (before.x1 - left) < 1.6 * before.size && labels[index].x0 - left < 0.7 * before.size
            if !isWrapped || rows.contains(index) && rows.contains(index - 1) { starts.append(index) }
        }
        var tops: [Double] = []
        for start in starts {
            // A large line over a small one above it (a raised mark) begins no row of its own.
            let top = labels[start].baseLine - 0.6 * labels[start].size
            if top > tops.last ?? -Double.infinity { tops.append(top) }
        }
        return tops.indices.map { index in
            let top = index == 0 ? -Double.infinity : tops[index]
            return top...(index + 1 < tops.count ? tops[index + 1].nextDown : Double.infinity)
        }
    }
}
