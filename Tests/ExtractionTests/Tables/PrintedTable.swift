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
        self.init(
            file: SourceFile(name: "test.txt", text: lines.joined(separator: "\n")), rows: rows.count,
            separator: UInt8(ascii: ","), unit: unit, documentTitle: documentTitle, date: date)
    }

    /// The title, the head and the rows stand on the file's lines.
    init(
        file: SourceFile, rows: Int, separator: UInt8, unit: String? = nil, documentTitle: String = "",
        date: CalendarDate? = nil
    ) {
        let columns = Self.split(file, file.rangeOfLine(2), at: separator).map { range in
            RecoveredTable.Column(
                levels: file.text(in: range).split(separator: "/").map(String.init), text: PlacedText(file, range),
                line: 2)
        }
        let placed = (0..<rows).map { index in
            let cells = Self.split(file, file.rangeOfLine(index + 3), at: separator).map { Self.cell(file, $0) }
            return RecoveredTable.Row(kind: cells[0].string == "合计" ? .total : .item, cells: cells)
        }
        table = RecoveredTable(
            form: .flattened, title: file.text(in: file.rangeOfLine(1)), columns: columns, rows: placed, unit: unit,
            pieces: [1...rows + 2])
        let document = BulletinDocument(title: documentTitle, date: date, firstLine: 1, lastLine: rows + 2)
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
