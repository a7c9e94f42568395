import SourceText

/// A cell of a table as an office file or a page holds it.
struct SourceCell: Sendable, Hashable {
    /// The paragraphs in it, none empty.
    var parts: [String] = []
    var place: SourcePlace?
    var rowSpan = 1
    var columnSpan = 1
    var isHeader = false

    var text: String { parts.joined(separator: " ") }
    var isEmpty: Bool { parts.isEmpty }
}

/// A table on its way from a file to Layout: rows of cells, spans as in HTML.
///
/// Offices set a table's title, its unit and its notes into merged rows of the table: ``tidied()`` takes them out.
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

    var rows: [[SourceCell]] = []
    var above: [Line] = []
    var below: [Line] = []

    /// In columns; that of the widest row, cells that hang from rows above counted.
    var width: Int {
        var (width, hanging): (Int, [Int]) = (0, [])
        for row in rows {
            var column = 0
            for cell in row {
                while column < hanging.count, hanging[column] > 0 { column += 1 }
                let end = column + cell.columnSpan
                while hanging.count < end { hanging.append(0) }
                for place in column..<end { hanging[place] = cell.rowSpan }
                column = end
            }
            for place in hanging.indices where hanging[place] > 0 { hanging[place] -= 1 }
            width = max(width, hanging.count)
        }
        return width
    }

    /// The table without rows that are blank, that only caption it or note something under it, or that say its heads
    /// in English once more.
    func tidied() -> SourceTable {
        var table = self
        table.dropBlankRows()
        let width = table.width
        while let row = table.rows.first, table.isCaption(row, width: width), table.rows.count > 1 {
            table.above += Self.lines(of: row)
            table.rows.removeFirst()
        }
        var notes: [Line] = []
        while table.rows.count > 1, let row = table.rows.last, Self.isNote(row, width: width) {
            notes = Self.lines(of: row) + notes
            table.rows.removeLast()
        }
        table.below = notes + table.below
        table.dropEnglishHeads()
        // What is left is no table: one column, one row.
        if width < 2 || table.rows.count < 2 {
            table.above += table.rows.flatMap { row in row.flatMap(Self.lines(of:)) }
            table.rows = []
        }
        return table
    }

    /// Rows without any text go; a cell that hangs into one gets shorter.
    private mutating func dropBlankRows() {
        var index = 0
        // The last row that each open cell reaches, by the place of the cell.
        var open: [(row: Int, cell: Int, end: Int)] = []
        var kept: [[SourceCell]] = []
        for row in rows {
            open.removeAll { $0.end <= index }
            if row.allSatisfy(\.isEmpty), !row.contains(where: { $0.rowSpan > 1 }) {
                for cell in open { kept[cell.row][cell.cell].rowSpan -= 1 }
            } else {
                for (place, cell) in row.enumerated() where cell.rowSpan > 1 {
                    open.append((kept.count, place, index + cell.rowSpan))
                }
                kept.append(row)
            }
            index += 1
        }
        rows = kept
    }

    /// A row above the head: one cell over all columns or alone at the left, or labels with colons (单位：万元) alone.
    private func isCaption(_ row: [SourceCell], width: Int) -> Bool {
        guard width > 1, row.allSatisfy({ $0.rowSpan == 1 }) else { return false }
        let filled = row.filter { !$0.isEmpty }
        if filled.isEmpty { return true }
        if filled.allSatisfy({ Self.isLabelled($0.text) }), filled.count <= 3, filled.count < max(2, width) {
            return true
        }
        guard filled.count == 1, let cell = filled.first else { return false }
        return cell.columnSpan >= width || cell == row.first && width > 2 || Self.isBracketed(cell.text)
    }

    /// A row under the last: one cell over all columns, or one with a colon (注：…) and nothing beside it.
    private static func isNote(_ row: [SourceCell], width: Int) -> Bool {
        let filled = row.filter { !$0.isEmpty }
        guard width > 1, filled.count == 1, let cell = filled.first, cell.rowSpan == 1 else { return filled.isEmpty }
        return cell.columnSpan >= width || isLabelled(cell.text)
    }

    private static func lines(of row: [SourceCell]) -> [Line] { row.flatMap(lines(of:)) }

    private static func lines(of cell: SourceCell) -> [Line] {
        cell.parts.map { Line(text: $0, place: cell.place) }
    }

    private static func isLabelled(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0 == "：" || $0 == ":" }
    }

    private static func isBracketed(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
        return (first == "（" || first == "(") && (last == "）" || last == ")")
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
