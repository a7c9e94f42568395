import PipelineDefinition
import SourceText

/// Finds the rows of a page and cuts its columns.
struct RotatedRowReader {
    let run: RotatedRun
    let lexicon: RotatedLexicon
    /// Settled cells of each column, by header word: names from closed sets come again on other pages.
    let settled: [String: CellWords.Settled]
    let widths: [String: LineWidth]
    /// True where the tasks of the table are counted anew in each group.
    let countsByGroup: Bool

    /// Cuts the columns of `frame`; `nil` where its rows cannot be counted.
    func read(_ frame: RotatedFrame, among neighbours: RowNumberNeighbours, after previous: RotatedRows?)
        -> RotatedRows?
    {
        let counter = RotatedRowCounter(
            frame: frame, columns: Array(zip(run.words, run.kinds)), lexicon: lexicon, neighbours: neighbours,
            column: { column($2, kind: $1, word: $0, frame.page.text) })
        guard let heads = counter.heads(), !heads.isEmpty else { return nil }
        var rows = RotatedRows(frame: frame, heads: heads)
        rows.columns = run.words.map { _ in [] }
        readMoney(&rows)
        for position in run.words.indices where run.kinds[position] != .money && run.kinds[position] != .over {
            guard let segment = frame.segment(run.words[position]), !segment.isEmpty else { continue }
            read(segment, position, &rows, after: previous)
        }
        readGroups(&rows)
        return rows
    }

    /// Cells that stand over all tasks of a group, where the tasks are counted anew in each group.
    private func readGroups(_ rows: inout RotatedRows) {
        let text = rows.frame.page.text
        guard countsByGroup,
            let position = run.kinds.firstIndex(of: .text), let tasks = rows.frame.segment(run.words[position]),
            let groups = NumberedColumn(text: text, segment: tasks).groups(rows: rows.items.count)
        else { return }
        for (position, word) in run.words.enumerated() where rows.isBlank(position) {
            guard let segment = rows.frame.segment(word), !segment.isEmpty else { continue }
            if run.kinds[position] == .span, let cells = SpanColumn(text: text, segment: segment).cells(groups: groups)
            {
                rows.give(cells, to: position)
            } else if run.kinds[position] == .organisation, groups.count > 1,
                let cut = column(segment, kind: .organisation, word: word, text).cut(rows: groups.count),
                cut.cells.allSatisfy({ $0.isCertain && isOneUnit($0.range, text) })
            {
                rows.give(
                    zip(groups, cut.cells).flatMap { ColumnReading(repeating: $1.range, count: $0) }, to: position)
            } else {
                continue
            }
            rows.doubts[word] = .groups
        }
    }

    /// Cuts open columns of names again, now that other pages have settled some.
    func readAgain(_ rows: inout RotatedRows) {
        for position in run.words.indices
        where CellWords.kinds.contains(run.kinds[position]) && rows.isOpen(position) {
            guard let segment = rows.frame.segment(run.words[position]), !segment.isEmpty else { continue }
            cut(segment, position, &rows, goesOn: false)
        }
        readGroups(&rows)
    }

    // MARK: columns

    private func read(_ segment: Range<Int>, _ position: Int, _ rows: inout RotatedRows, after previous: RotatedRows?) {
        let text = rows.frame.page.text
        let (kind, items) = (run.kinds[position], rows.items)
        if kind == .number {
            rows.columns[position] = rows.heads.map(\.range)
            return
        }
        rows.columns[position] = ColumnReading(repeating: nil, count: rows.heads.count)
        if kind == .text, let cells = NumberedColumn(text: text, segment: segment).cells(of: rows, after: previous) {
            rows.overhangs[position] = cells.overhang
            rows.give(cells.cells, to: position)
        } else if kind == .span {
            rows.give(SpanColumn(text: text, segment: segment).cells(rows: items.count), to: position)
        } else if let equal = equalCells(segment, text, rows: items.count) {
            rows.give(equal, to: position)
        } else if kind == .organisation, items.count > 2, isOneCell(segment, text) {
            rows.give(items.map { _ in segment }, to: position)
        } else {
            let end = kind == .text ? previous?.pageEnd(run.words[position]) : nil
            cut(segment, position, &rows, goesOn: end == .goesOn)
            // Its begin may belong to the page before.
            if end == .unknown, let first = items.first { rows.columns[position][first] = nil }
        }
    }

    /// Cuts a column by what its cells look like; one that goes on from the page before has a piece of a cell more.
    private func cut(_ segment: Range<Int>, _ position: Int, _ rows: inout RotatedRows, goesOn: Bool) {
        let (word, kind) = (run.words[position], run.kinds[position])
        var column = column(segment, kind: kind, word: word, rows.frame.page.text)
        let count = rows.items.count + (goesOn ? 1 : 0)
        column.isOpen = kind == .text && rows.pageEnd(word) == .goesOn
        guard let cut = column.cut(rows: count) else { return }
        let cells = cut.cells.map { $0.isCertain ? $0.range : nil }
        if goesOn { rows.overhangs[position] = cells[0] }
        rows.give(Array(cells.dropFirst(goesOn ? 1 : 0)), to: position)
        if !cut.isBorneOut { rows.doubts[word] = .sentences }
    }

    /// One unit that stands over all rows: nowhere inside does one name end and another begin.
    ///
    /// With two rows it may as well be the unit of one of them, the other's being lost.
    private func isOneCell(_ segment: Range<Int>, _ text: RotatedText) -> Bool {
        segment.count <= 16
            && CellLikeness(
                text, segment, kind: .organisation, lexicon: lexicon,
                words: CellWords(text, segment, kind: .name, settled: CellWords.Settled()), rows: 1, width: nil
            ).isSeamless
    }

    private func isOneUnit(_ cell: Range<Int>, _ text: RotatedText) -> Bool {
        cell.count <= 16 && !cell.contains { CellLikeness.joining.value(of: text.bytes($0..<$0 + 1)) != nil }
    }

    /// The column as the same words over and over, once for each row.
    private func equalCells(_ segment: Range<Int>, _ text: RotatedText, rows: Int) -> ColumnReading? {
        guard rows > 1, segment.count % rows == 0, segment.count / rows >= 2 else { return nil }
        let length = segment.count / rows
        let cells = (0..<rows).map { segment.lowerBound + $0 * length..<segment.lowerBound + ($0 + 1) * length }
        let first = text.bytes(cells[0])
        let agree = cells.dropFirst().allSatisfy {
            text.mayBegin[$0.lowerBound] && text.bytes($0).elementsEqual(first)
        }
        return agree ? cells : nil
    }

    private func column(
        _ segment: Range<Int>, kind: RotatedLexicon.CellKind, word: String, _ text: RotatedText
    ) -> RotatedColumn {
        RotatedColumn(
            text: text, segment: segment, kind: kind, lexicon: lexicon,
            words: CellWords(text, segment, kind: kind, settled: settled[word] ?? CellWords.Settled()),
            width: LineWidth.estimate([(text, segment)]) ?? widths[word])
    }

    // MARK: money

    private func readMoney(_ rows: inout RotatedRows) {
        let columns = run.words.indices.filter {
            run.kinds[$0] == .money && rows.frame.segment(run.words[$0])?.isEmpty == false
        }
        guard !columns.isEmpty else { return }
        let segments = columns.map { rows.frame.segment(run.words[$0]) ?? 0..<0 }
        let reading = MoneyColumns(text: rows.frame.page.text, segments: segments, rows: rows.heads.count).read()
        guard let reading, reading.isCertain else { return }
        for (index, column) in columns.enumerated() {
            // A blank is none of the sum's parts; in a row that does not add up a number is lost.
            rows.columns[column] = zip(reading.cells[index], reading.sums).map { $0.isEmpty && !$1 ? nil : $0 }
        }
    }
}

/// A column of a page, cut: a cell for each row, `nil` where no cell can be given to the row.
typealias ColumnReading = [Range<Int>?]

/// A page of a rotated table, cut into rows.
struct RotatedRows {
    var frame: RotatedFrame
    var heads: [RotatedRowHead]
    /// Cells of each column of the run, in its order; empty where the page has no such column.
    var columns: [ColumnReading] = []
    /// Columns, by word, that a single sign cut.
    var doubts: [String: Doubt] = [:]
    /// Rows of each column, as indices into ``heads``, whose cells likelihood found.
    var likely: [Int: Set<Int>] = [:]
    /// Text before the first cell that goes on with the last row of the page before, by column.
    var overhangs: [Int: Range<Int>] = [:]

    /// True where an item has no cell in the column.
    func isOpen(_ position: Int) -> Bool {
        items.contains { $0 < columns[position].count && columns[position][$0] == nil }
    }

    /// A single sign that cut a column: a lost cell would not show.
    enum Doubt {
        /// As many sentences as rows.
        case sentences
        /// As many cells as there are groups of tasks, counted anew in each.
        case groups
    }

    /// Gives open rows that hold an item the cells that likelihood found.
    mutating func take(_ cells: ColumnReading, at position: Int) {
        for (item, cell) in zip(items, cells) where columns[position][item] == nil {
            guard let cell else { continue }
            columns[position][item] = cell
            likely[position, default: []].insert(item)
        }
    }

    /// True where no row has a cell of the column.
    func isBlank(_ position: Int) -> Bool { columns[position].allSatisfy { $0 == nil } }

    /// Rows that hold an item, as indices into ``heads``.
    var items: [Int] { heads.indices.filter { heads[$0].kind == .item } }

    /// Gives the rows that hold an item their cells in order.
    mutating func give(_ cells: ColumnReading, to position: Int) {
        for (item, cell) in zip(items, cells) { columns[position][item] = cell }
    }

    /// How a column ends on its page.
    enum PageEnd {
        case sentence
        /// In the middle of a sentence: the last cell goes on over the page break.
        case goesOn
        /// Without the end of a sentence, as some cells of the column do.
        case unknown
    }

    func pageEnd(_ word: String) -> PageEnd {
        guard let segment = frame.segment(word), !segment.isEmpty else { return .sentence }
        let text = frame.page.text
        if text.endsSentence(segment.upperBound, from: segment.lowerBound) { return .sentence }
        let ends = segment.dropFirst().count { text.mayBegin[$0] && text.endsSentence($0, from: segment.lowerBound) }
        return ends == 0 ? .sentence : ends >= items.count - 1 ? .goesOn : .unknown
    }
}
