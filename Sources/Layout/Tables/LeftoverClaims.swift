import SourceText
import StatisticalModel

/// Claims for the numerals on a table's lines that no cell and no header holds.
///
/// Titles, notes, heads that a page repeats, and values whose row the text does not tell belong to
/// the table; so do row numbers in full-width digits, which are never figures.
struct LeftoverClaims {
    private let file: SourceFile
    private let taken: [Bool]
    /// For each byte of the file whether a cell or a header speaks for it.
    private var isCovered: [Bool]
    private var claims: [NumeralClaim] = []

    /// - Parameter taken: for each line, by its number - 1, whether a table holds it.
    static func claims(
        _ tables: [RecoveredTable], charts: [ClosedRange<Int>] = [], in file: SourceFile, taken: [Bool]
    ) -> [NumeralClaim] {
        guard !tables.isEmpty || !charts.isEmpty else { return [] }
        var reader = LeftoverClaims(file: file, taken: taken)
        for table in tables { reader.cover(table) }
        for table in tables { reader.claim(table) }
        for line in charts.joined() where taken[line - 1] { reader.claim(line, in: nil) }
        return reader.claims
    }

    private init(file: SourceFile, taken: [Bool]) {
        self.file = file
        self.taken = taken
        isCovered = Array(repeating: false, count: file.bytes.count)
    }

    private mutating func cover(_ table: RecoveredTable) {
        for column in table.columns { cover(column.text) }
        for row in table.rows {
            for (column, cell) in row.cells.enumerated() where column > 0 || !isRowNumber(cell.text) {
                cover(cell.text)
                for part in cell.parts { cover(part) }
            }
        }
    }

    private mutating func cover(_ text: PlacedText) {
        for run in text.runs { for index in run.source { isCovered[index] = true } }
    }

    /// True for a number in full-width digits: no reader of figures claims it.
    private func isRowNumber(_ text: PlacedText) -> Bool {
        !text.isEmpty && text.string.unicodeScalars.allSatisfy { (0xFF10...0xFF19).contains($0.value) }
    }

    private mutating func claim(_ table: RecoveredTable) {
        let words = TableWords(table)
        for line in table.pieces.joined() where taken[line - 1] { claim(line, in: words) }
    }

    /// Claims what is not covered on a line of a table, or of a chart.
    private mutating func claim(_ line: Int, in words: TableWords?) {
        let range = file.rangeOfLine(line)
        var reason: ClaimReason?
        var index = range.lowerBound
        while index < range.upperBound {
            let length = Self.digitLength(file.bytes, at: index)
            guard length > 0, !isCovered[index] else {
                index += max(1, length)
                continue
            }
            let start = index
            while index < range.upperBound, case let more = Self.digitLength(file.bytes, at: index), more > 0 {
                index += more
            }
            let why = reason ?? words?.reason(for: file.text(in: range)) ?? .tableText
            reason = why
            for covered in start..<index { isCovered[covered] = true }
            claims.append(NumeralClaim(source: start..<index, fate: .table, reason: why))
        }
    }

    /// 1 for an ASCII digit, 3 for a full-width one, 0 for anything else.
    private static func digitLength(_ bytes: [UInt8], at index: Int) -> Int {
        if (0x30...0x39).contains(bytes[index]) { return 1 }
        guard bytes[index] == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBC else { return 0 }
        return (0x90...0x99).contains(bytes[index + 2]) ? 3 : 0
    }
}

/// The words of a table by which a line's part in it is told.
private struct TableWords {
    private let form: RecoveredTable.Form
    private let title: String
    private let heads: [String]
    private let notes: String
    private let isShort: Bool

    init(_ table: RecoveredTable) {
        form = table.form
        title = TableLine.folded(table.title)
        heads = table.columns.flatMap { $0.levels.map(TableLine.folded) }
        notes = table.notes.map { TableLine.folded($0.quotation) }.joined(separator: "\n")
        isShort = table.rows.contains { $0.cells.contains(where: \.isUnassigned) }
    }

    /// Why the numerals of `printed`, which no cell holds, belong to the table.
    func reason(for printed: String) -> ClaimReason {
        let line = TableLine.folded(printed)
        if line.unicodeScalars.allSatisfy(CellBoundary.isDigit) {
            // Half-width row numbers are cells; a figure is here because no row has it.
            return line != printed.filter({ $0 != " " }) || !notes.contains(line) ? .rowNumber : .valueWithoutRow
        }
        if title.contains(line) || !title.isEmpty && line.contains(title) { return .tableTitle }
        if form == .html || line.begins(with: "<") { return .tableMarkup }
        if heads.contains(where: { $0.contains(line) || $0.count > 3 && line.contains($0) }) {
            return .repeatedHead
        }
        if isShort, notes.contains(line) { return .valueWithoutRow }
        return notes.contains(line) ? .tableNote : .tableText
    }
}
