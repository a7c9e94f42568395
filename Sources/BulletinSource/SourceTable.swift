import SourceText

/// A cell of a table as an office file or a page holds it.
struct SourceCell: Sendable, Hashable {
    /// The paragraphs in it, none empty.
    var parts: [String] = []
    var place: SourcePlace?
    /// The column that it begins in, from 0.
    var column = 0
    var rowSpan = 1
    var columnSpan = 1
    var isHeader = false

    var text: String { parts.joined(separator: " ") }
    var isEmpty: Bool { parts.isEmpty }
    var columns: Range<Int> { column..<column + columnSpan }
}

/// A table on its way from a file to Layout: the cells of each row with the columns and rows that they cover.
///
/// Offices set a table's title, its unit and its notes into merged rows of the table, and several tables into one:
/// ``tidied()`` takes them out and apart.
///
///     | 表2 分行业增加值 (over all columns) |          above: 表2 分行业增加值
///     |               | 单位：亿元          |   ->            单位：亿元
///     | 行业          | 增加值              |          rows:  行业 | 增加值 …
///     | 注：…         (over all columns)    |          below: 注：…
struct SourceTable: Sendable, Hashable {
    struct Line: Sendable, Hashable {
        var text: String
        var place: SourcePlace?
    }

    /// Each row's cells by their columns; a place that no cell covers is blank.
    var rows: [[SourceCell]] = []
    var above: [Line] = []
    var below: [Line] = []
    /// Where each column begins, in points, where the file says so: cells that should begin at one place often do not.
    var columnStarts: [Double]?

    /// In columns.
    var width: Int { rows.joined().reduce(0) { max($0, $1.columns.upperBound) } }

    /// The table with ``SourceCell/column`` of each cell found from the spans, as HTML lays cells out.
    func laidOut() -> SourceTable {
        var table = self
        var hanging: [Int] = []
        for row in rows.indices {
            var column = 0
            for index in rows[row].indices {
                while column < hanging.count, hanging[column] > 0 { column += 1 }
                table.rows[row][index].column = column
                let end = column + rows[row][index].columnSpan
                while hanging.count < end { hanging.append(0) }
                for place in column..<end { hanging[place] = rows[row][index].rowSpan }
                column = end
            }
            for place in hanging.indices where hanging[place] > 0 { hanging[place] -= 1 }
        }
        return table
    }

    /// The tables in it, each without rows that are blank, that only caption it or note something under it, or that
    /// say its heads in English once more, and without blank columns.
    func tidied() -> [SourceTable] {
        divided().map { part in
            var table = part
            table.dropBlankRows()
            let body = table.body
            let last = table.rows.count - 1
            let first = (0..<max(0, last)).prefix { table.isCaption($0, over: body) }.count
            var end = last
            while end > first, table.isNote(end, under: body) { end -= 1 }
            table.above += table.rows[..<first].flatMap(Self.lines(of:))
            if end < last { table.below = table.rows[(end + 1)...].flatMap(Self.lines(of:)) + table.below }
            if last >= 0 { table.keepRows(first..<end + 1) }
            table.dropEnglishHeads()
            table.compact()
            // What is left is no table: one column, one row.
            if table.width < 2 || table.rows.count < 2 {
                table.above += table.rows.flatMap(Self.lines(of:))
                table.rows = []
            }
            return table
        }
    }

    /// Each row with a blank cell wherever no cell stands or hangs: as HTML has it.
    func filled() -> [[SourceCell]] {
        let width = width
        var hanging = Array(repeating: 0, count: width)
        return rows.map { row in
            var result: [SourceCell] = []
            var column = 0
            var cells = row[...]
            // What a merged cell covers and still holds a figure of its own moves right: nothing is lost.
            while column < width || !cells.isEmpty {
                if column < width, hanging[column] > 0 {
                    hanging[column] -= 1
                    column += 1
                } else if let cell = cells.first, cell.column <= column {
                    cells.removeFirst()
                    result.append(cell)
                    for place in column..<max(column, min(width, column + cell.columnSpan)) {
                        hanging[place] = cell.rowSpan - 1
                    }
                    column += cell.columnSpan
                } else {
                    result.append(SourceCell(column: column))
                    column += 1
                }
            }
            return result
        }
    }

    private static func lines(of row: [SourceCell]) -> [Line] {
        row.flatMap { cell in cell.parts.map { Line(text: $0, place: cell.place) } }
    }
}

// MARK: - Rows that are none of the table

extension SourceTable {
    /// Leaves rows that follow each other; cells that hang out of them get shorter.
    private mutating func keepRows(_ kept: Range<Int>) {
        rows = Array(rows[kept])
        for row in rows.indices {
            for cell in rows[row].indices {
                rows[row][cell].rowSpan = min(rows[row][cell].rowSpan, rows.count - row)
            }
        }
    }

    /// Takes out rows without text and cells without; what hangs over such a row gets shorter.
    private mutating func dropBlankRows() {
        // How many rows with text stand before each.
        var before = [0]
        for row in rows { before.append((before.last ?? 0) + (row.allSatisfy(\.isEmpty) ? 0 : 1)) }
        for row in rows.indices {
            for cell in rows[row].indices where rows[row][cell].rowSpan > 1 {
                let end = min(rows.count, row + rows[row][cell].rowSpan)
                rows[row][cell].rowSpan = max(1, before[end] - before[row])
            }
            rows[row].removeAll(where: \.isEmpty)
        }
        rows.removeAll(where: \.isEmpty)
    }

    /// True where a cell of a row above reaches down to `row`.
    private func isHungInto(_ row: Int) -> Bool {
        (max(0, row - 40)..<row).contains { above in
            rows[above].contains { above + $0.rowSpan > row && !$0.isEmpty }
        }
    }

    /// The columns in which cells of rows with more than one begin.
    private var body: [Int] {
        let starts = rows.filter { row in row.count { !$0.isEmpty } > 1 }.joined().filter { !$0.isEmpty }.map(\.column)
        return Set(starts).sorted()
    }

    /// A row above a head: one cell over all columns or alone at the left, or nothing but labels (单位：万元).
    private func isCaption(_ row: Int, over body: [Int]) -> Bool {
        let filled = rows[row].filter { !$0.isEmpty }
        guard let first = body.first, let last = body.last, body.count > 1, !filled.isEmpty,
            filled.allSatisfy({ $0.rowSpan == 1 }), !isHungInto(row)
        else { return false }
        if filled.count <= 3, filled.count < max(2, body.count),
            filled.allSatisfy({ Self.isLabelled($0.text) || Self.isBracketed($0.text) })
        {
            return true
        }
        guard filled.count == 1, let cell = filled.first else { return false }
        return cell.column <= first && (cell.columns.upperBound > last || body.count > 2)
    }

    /// A row under the last: one cell over all columns, or one with a colon (注：…) and nothing beside it.
    private func isNote(_ row: Int, under body: [Int]) -> Bool {
        let filled = rows[row].filter { !$0.isEmpty }
        guard let first = body.first, let last = body.last, body.count > 1, filled.count == 1, let cell = filled.first,
            !isHungInto(row)
        else { return false }
        return cell.column <= first && cell.columns.upperBound > last || Self.isLabelled(cell.text)
    }

    /// The tables that stand under each other in one: a new one begins with captions and a head.
    ///
    /// A label over rows (一、收入) looks like a caption, so what follows must be the first head once more, a blank row
    /// must stand above, or one of several captions must tell the unit.
    private func divided() -> [SourceTable] {
        var starts = [0]
        let body = body
        let firstRow = rows.indices.first { row in
            rows[row].count { !$0.isEmpty } > 1 && !isCaption(row, over: body)
        }
        let head = headWords(from: firstRow ?? 0)
        var row = (firstRow ?? rows.count) + 1
        while row < rows.count {
            let first = row
            while row < rows.count, isCaption(row, over: body) { row += 1 }
            let captions = first..<row
            if !captions.isEmpty, row < rows.count, isHead(row) {
                let isRepeated = !head.isEmpty && headWords(from: row).intersection(head).count * 2 >= head.count
                let followsBlank = rows[first - 1].allSatisfy(\.isEmpty)
                let tellsUnit = captions.contains { row in
                    rows[row].contains { Self.isLabelled($0.text) || Self.isBracketed($0.text) }
                }
                if isRepeated || followsBlank || captions.count > 1 && tellsUnit { starts.append(first) }
            }
            row = max(row, first + 1)
        }
        guard starts.count > 1 else { return [self] }
        return zip(starts, starts.dropFirst() + [rows.count]).enumerated().map { number, range in
            var part = self
            part.keepRows(range.0..<range.1)
            if number > 0 { part.above = [] }
            if number + 1 < starts.count { part.below = [] }
            return part
        }
    }

    private func headWords(from row: Int) -> Set<String> {
        guard row < rows.count else { return [] }
        return Set(rows[row].map { $0.text.filter { !$0.isWhitespace } }).subtracting([""])
    }

    /// A row of at least two cells, none of which is a figure.
    private func isHead(_ row: Int) -> Bool {
        let filled = rows[row].filter { !$0.isEmpty }
        return filled.count > 1
            && !filled.contains { cell in
                cell.text.unicodeScalars.allSatisfy { $0.value < 0x80 && $0.value != 0x25 || $0 == "－" || $0 == "—" }
                    && cell.text.unicodeScalars.contains { (0x30...0x39).contains($0.value) }
            }
    }

    private static func isLabelled(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0 == "：" || $0 == ":" }
    }

    private static func isBracketed(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
        return (first == "（" || first == "(") && (last == "）" || last == ")")
    }
}

// MARK: - Columns

extension SourceTable {
    /// In points; the narrowest column that holds a digit is wider.
    private static let looseEdge = 25.0

    /// Leaves the columns in which a cell begins. Cells that begin beside each other by less than a digit's width are
    /// one column, unless a row has both: a grid of Word has an edge for each cell that somebody once dragged.
    private mutating func compact() {
        let starts = Set(rows.joined().filter { !$0.isEmpty }.map(\.column)).sorted()
        guard let last = starts.last else { return }
        // The group of each start, by its index; groups only grow to the right.
        var group = Array(starts.indices)
        if let places = columnStarts, last < places.count {
            for index in starts.indices.dropFirst() {
                let first = starts[group[index - 1]]
                guard places[starts[index]] - places[first] < Self.looseEdge else { continue }
                let members = Set(starts[group[index - 1]...index])
                let isApart = rows.contains { row in row.count { !$0.isEmpty && members.contains($0.column) } > 1 }
                if !isApart { group[index] = group[index - 1] }
            }
        }
        // The new column of each start.
        var columns: [Int] = []
        for index in starts.indices {
            columns.append(group[index] == index ? (columns.last ?? -1) + 1 : columns.last ?? 0)
        }
        for row in rows.indices {
            for index in rows[row].indices {
                let range = rows[row][index].columns
                let first = starts.partitionPoint { $0 < range.lowerBound }
                let end = starts.partitionPoint { $0 < range.upperBound }
                guard first < end else { continue }
                rows[row][index].column = columns[first]
                rows[row][index].columnSpan = columns[end - 1] - columns[first] + 1
            }
        }
        resolveOverlaps()
        columnStarts = nil
    }

    /// Where edges were joined, a cell may reach into its neighbour's column: it ends before it.
    private mutating func resolveOverlaps() {
        for row in rows.indices {
            for index in rows[row].indices.dropLast() {
                let room = rows[row][index + 1].column - rows[row][index].column
                rows[row][index].columnSpan = max(1, min(rows[row][index].columnSpan, room))
            }
        }
    }
}

// MARK: - Bilingual heads

extension SourceTable {
    /// Yearbooks print each head and label in English as well: as a line of the cell, behind it, or as a row of heads.
    private mutating func dropEnglishHeads() {
        var count = 0
        for row in rows { count += row.count { Self.hasEnglish($0) } }
        guard count >= Self.bilingualCells else { return }
        for row in rows.indices {
            for cell in rows[row].indices { rows[row][cell].parts = Self.chinese(rows[row][cell].parts) }
        }
        if rows.count > 2, rows[1].allSatisfy({ $0.isEmpty || Script($0.text).isEnglish && $0.rowSpan == 1 }),
            rows[0].contains(where: { Script($0.text).han > 0 })
        {
            rows.remove(at: 1)
            for cell in rows[0].indices where rows[0][cell].rowSpan > 1 { rows[0][cell].rowSpan -= 1 }
        }
    }

    /// In fewer cells than these, Latin words are names: 5G, R&D, GDP.
    private static let bilingualCells = 3

    private static func hasEnglish(_ cell: SourceCell) -> Bool { chinese(cell.parts) != cell.parts }

    /// The parts without those that are English, and without the English behind Chinese.
    private static func chinese(_ parts: [String]) -> [String] {
        guard parts.contains(where: { Script($0).han > 0 }) else { return parts }
        return parts.filter { !Script($0).isEnglish }.map { part in
            var words = part.split(separator: " ")
            var letters = 0
            var count = 0
            while let word = words.last, words.count > 1, Script(String(word)).isLatin {
                letters += Script(String(word)).letters
                count += 1
                words.removeLast()
            }
            guard count >= 2, letters >= 6, Script(words.joined()).han > 0 else { return part }
            return words.joined(separator: " ")
        }
    }

    /// What a text is written in.
    private struct Script {
        var (han, letters, digits) = (0, 0, 0)

        init(_ text: String) {
            for scalar in text.unicodeScalars {
                switch scalar.value {
                case 0x4E00...0x9FFF: han += 1
                case 0x41...0x5A, 0x61...0x7A: letters += 1
                case 0x30...0x39: digits += 1
                default: break
                }
            }
        }

        var isLatin: Bool { han == 0 && letters > 0 && digits == 0 }
        var isEnglish: Bool { han == 0 && letters >= 3 && digits <= letters }
    }
}
