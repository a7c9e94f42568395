import PipelineDefinition
import StatisticalModel

/// What a rotated table cannot tell: blank cells, numbers lost or printed twice, pages not read.
struct RotatedTableNotes {
    /// Rows of a column on one page, from 1, with what is printed there.
    private struct Stretch {
        var column: Int
        var rows: Range<Int>
        var text: String
    }

    private var doubts: [RotatedRows.Doubt: [Stretch]] = [:]
    /// Rows of each column, from 1, that likelihood filled.
    private var likely: [Int: [Int]] = [:]
    private var labels: [Stretch] = []
    private var numbers: [Int] = []
    private var unread: [ClosedRange<Int>] = []
    private var leftovers: [ClosedRange<Int>] = []

    /// - Parameter isCounted: the table has a column of numbers, so that numbers in the text do not count its rows.
    mutating func add(_ head: RotatedRowHead, isCounted: Bool) {
        guard head.kind == .item, let number = head.number, !isCounted || !head.range.isEmpty else { return }
        numbers.append(number)
    }

    /// A page's column, whose first row is row `first` of the table.
    mutating func add(
        _ rows: RotatedRows, _ column: Int, position: Int, word: String, kind: RotatedLexicon.CellKind, from first: Int
    ) {
        guard let segment = rows.frame.segment(word), !segment.isEmpty else { return }
        let stretch = Stretch(
            column: column, rows: first..<first + rows.heads.count, text: rows.frame.page.text.string(segment))
        if let doubt = rows.doubts[word] { doubts[doubt, default: []].append(stretch) }
        if kind == .span { labels.append(stretch) }
        likely[column, default: []] += (rows.likely[position] ?? []).sorted().map { first + $0 }
    }

    mutating func addLeftover(_ lines: ClosedRange<Int>) { leftovers.append(lines) }
    mutating func addUnread(_ lines: ClosedRange<Int>) { unread.append(lines) }

    /// The notes of `table`, once all its rows stand.
    func notes(of table: RecoveredTable) -> [TableNote] {
        var notes: [TableNote] = []
        for (column, name) in table.columns.map(\.name).enumerated() {
            let open = table.rows.indices.filter { table.rows[$0].cells[column].isUnassigned }.map { $0 + 1 }
            if !open.isEmpty {
                let printed = labels.filter { $0.column == column && open.contains(where: $0.rows.contains) }
                notes.append(.unboundedCells(column: name, rows: open, printed: printed.map(\.text)))
            }
            let likely = likely[column] ?? []
            if !likely.isEmpty { notes.append(.doubtfulCells(column: name, rows: likely, sign: .likelihood)) }
            for (doubt, sign) in [(RotatedRows.Doubt.sentences, TableNote.Sign.sentences), (.groups, .groups)] {
                let rows = (doubts[doubt] ?? []).filter { $0.column == column }.flatMap(\.rows)
                let filled = rows.filter { !open.contains($0) && !likely.contains($0) }
                if !filled.isEmpty { notes.append(.doubtfulCells(column: name, rows: filled, sign: sign)) }
            }
        }
        let (lost, repeated) = faultyNumbers
        if !lost.isEmpty { notes.append(.missingNumbers(lost)) }
        if !repeated.isEmpty { notes.append(.repeatedNumbers(repeated)) }
        notes += unread.map(TableNote.uncountedLines)
        return notes + leftovers.map(TableNote.unplacedLines)
    }

    /// Numbers that the count leaves out or holds twice; a count that begins again is a new one.
    private var faultyNumbers: (lost: [Int], repeated: [Int]) {
        var lost: [Int] = []
        var repeated: [Int] = []
        for (number, next) in zip(numbers, numbers.dropFirst()) {
            if next == number { repeated.append(number) }
            if next > number + 1 { lost += number + 1..<next }
        }
        return (lost, repeated)
    }
}
