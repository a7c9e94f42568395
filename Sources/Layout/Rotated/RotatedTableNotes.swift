import PipelineDefinition
import StatisticalModel

/// What a rotated table cannot tell, in words: blank cells, numbers lost or printed twice, pages not read.
struct RotatedTableNotes {
    /// Rows of a column on one page, from 1, with what is printed there.
    private struct Stretch {
        var column: Int
        var rows: Range<Int>
        var text: String
    }

    private var doubts: [RotatedRows.Doubt: [Stretch]] = [:]
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
        _ rows: RotatedRows, _ column: Int, word: String, kind: RotatedLexicon.CellKind, from first: Int
    ) {
        guard let segment = rows.frame.segment(word), !segment.isEmpty else { return }
        let stretch = Stretch(
            column: column, rows: first..<first + rows.heads.count, text: rows.frame.page.text.string(segment))
        if let doubt = rows.doubts[word] { doubts[doubt, default: []].append(stretch) }
        if kind == .span { labels.append(stretch) }
    }

    mutating func addLeftover(_ lines: ClosedRange<Int>) { leftovers.append(lines) }
    mutating func addUnread(_ lines: ClosedRange<Int>) { unread.append(lines) }

    /// The notes of `table`, once all its rows stand.
    func notes(of table: RecoveredTable) -> [String] {
        var notes: [String] = []
        for (column, name) in table.columns.map(\.name).enumerated() {
            let open = table.rows.indices.filter { table.rows[$0].cells[column].isUnassigned }.map { $0 + 1 }
            if !open.isEmpty {
                let printed = labels.filter { $0.column == column && open.contains(where: $0.rows.contains) }
                let labels = printed.isEmpty ? "" : "；原文依次为“\(printed.map(\.text).joined(separator: "”“"))”"
                notes.append("列“\(name)”第\(Self.spans(open))行：原文未给出单元格界线，无法确定归属，留空" + labels)
            }
            for (doubt, sign) in [(RotatedRows.Doubt.sentences, "句数与行数相同"), (.groups, "任务编号分组")] {
                let rows = (doubts[doubt] ?? []).filter { $0.column == column }.flatMap(\.rows)
                let filled = rows.filter { !open.contains($0) }
                if !filled.isEmpty { notes.append("列“\(name)”第\(Self.spans(filled))行：仅凭\(sign)切分，请核对") }
            }
        }
        let (lost, repeated) = faultyNumbers
        if !lost.isEmpty { notes.append("序号\(Self.spans(lost))：原文缺失") }
        if !repeated.isEmpty { notes.append("序号\(Self.spans(repeated))：原文重复") }
        notes += unread.map { "原文第\($0.lowerBound)-\($0.upperBound)行：无法数清行数，未读入" }
        return notes + leftovers.map { "原文第\($0.lowerBound)-\($0.upperBound)行：属本表文字，列不明，未读入" }
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

    /// 3, 4, 5, 9 as 3-5、9.
    static func spans(_ numbers: [Int]) -> String {
        var parts: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = parts.last, last.upperBound + 1 == number {
                parts[parts.count - 1] = last.lowerBound...number
            } else {
                parts.append(number...number)
            }
        }
        return parts.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: "、")
    }
}
