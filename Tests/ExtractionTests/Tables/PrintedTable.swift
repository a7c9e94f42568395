import SourceText
import StatisticalModel

/// A table for tests, built from lines as a gazette prints them: heads and cells with their places in a file.
struct PrintedTable {
    let layout: BulletinLayout
    let table: RecoveredTable

    /// `head` and `rows` hold one cell each separated by `,`; `/` in a head divides its levels; `|` in a cell divides
    /// its parts. A row that begins with 合计 is a total.
    init(
        title: String, head: String, rows: [String], unit: String? = nil, documentTitle: String = "",
        date: CalendarDate? = nil
    ) {
        let lines = [title, head] + rows
        let file = SourceFile(name: "test.txt", text: lines.joined(separator: "\n"))
        let columns = Self.fields(of: file, line: 2).map { range in
            RecoveredTable.Column(
                levels: file.text(in: range).split(separator: "/").map(String.init), text: PlacedText(file, range),
                line: 2)
        }
        let placed = rows.indices.map { index in
            let cells = Self.fields(of: file, line: index + 3).map { Self.cell(file, $0) }
            return RecoveredTable.Row(kind: rows[index].hasPrefix("合计") ? .total : .item, cells: cells)
        }
        table = RecoveredTable(
            form: .flattened, title: title, columns: columns, rows: placed, unit: unit, pieces: [1...lines.count])
        let document = BulletinDocument(title: documentTitle, date: date, firstLine: 1, lastLine: lines.count)
        layout = BulletinLayout(file: file, documents: [document], tables: [table])
    }

    private static func cell(_ file: SourceFile, _ range: Range<Int>) -> RecoveredTable.Cell {
        var text = PlacedText()
        var parts: [PlacedText] = []
        for part in split(file, range, at: UInt8(ascii: "|")) {
            text.append(file, part)
            parts.append(PlacedText(file, part))
        }
        return RecoveredTable.Cell(text, parts: parts.count > 1 ? parts : nil)
    }

    private static func fields(of file: SourceFile, line: Int) -> [Range<Int>] {
        split(file, file.rangeOfLine(line), at: UInt8(ascii: ","))
    }

    private static func split(_ file: SourceFile, _ range: Range<Int>, at sign: UInt8) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where file.bytes[index] == sign {
            result.append(start..<index)
            start = index + 1
        }
        return result + [start..<range.upperBound]
    }
}
