import PipelineDefinition
import SourceText

/// A column of a page, cut: a cell for each row, `nil` where no cell can be given to the row.
typealias ColumnReading = [Range<Int>?]

/// A page of a rotated table, cut into rows.
struct RotatedRows {
    var frame: RotatedFrame
    var heads: [RotatedRowHead]
    /// Cells of each column of the run, in its order; empty where the page has no such column.
    var columns: [ColumnReading] = []
    /// Words of the run whose printed text could not be given to rows at all.
    var openColumns: Set<String> = []

    /// True where every cell of every column is settled.
    var isComplete: Bool {
        openColumns.isEmpty
            && columns.allSatisfy { cells in items.allSatisfy { $0 >= cells.count || cells[$0] != nil } }
    }

    /// Rows that hold an item, as indices into ``heads``.
    var items: [Int] { heads.indices.filter { heads[$0].kind == .item } }
}

/// Finds the rows of a page and cuts its columns.
struct RotatedRowReader {
    let run: RotatedRun
    let lexicon: RotatedLexicon
    /// Settled cells of each column, by header word: names from closed sets come again on other pages.
    let settled: [String: CellWords.Settled]
    let widths: [String: LineWidth]

    func read(_ frame: RotatedFrame) -> RotatedRows? {
        guard let heads = rowHeads(frame), !heads.isEmpty else { return nil }
        var rows = RotatedRows(frame: frame, heads: heads)
        rows.columns = run.words.map { _ in [] }
        readMoney(&rows)
        for (position, word) in run.words.enumerated() where run.kinds[position] != .money {
            guard let segment = frame.segment(word), !segment.isEmpty else { continue }
            let cells = read(segment, kind: run.kinds[position], word: word, rows: rows)
            rows.columns[position] = cells
            if cells.allSatisfy({ $0 == nil }) { rows.openColumns.insert(word) }
        }
        return rows
    }

    // MARK: rows

    private func rowHeads(_ frame: RotatedFrame) -> [RotatedRowHead]? {
        let text = frame.page.text
        if let position = run.kinds.firstIndex(of: .number), let segment = frame.segment(run.words[position]) {
            let heads = RotatedNumberColumn(text: text, totals: lexicon.values(of: .total)).rowHeads(in: segment)
            if !heads.isEmpty { return heads }
        }
        for (position, kind) in run.kinds.enumerated() where kind == .text {
            guard let segment = frame.segment(run.words[position]) else { continue }
            let starts = NumberedCells(text: text).starts(in: segment)
            if starts.count >= 2 || (starts.count == 1 && starts[0].place == segment.lowerBound) {
                return starts.map {
                    RotatedRowHead(kind: .item, range: $0.place..<$0.place, number: $0.number, label: nil)
                }
            }
        }
        return countedHeads(frame)
    }

    private func unnumberedHeads(_ count: Int) -> [RotatedRowHead] {
        (0..<count).map { _ in RotatedRowHead(kind: .item, range: 0..<0, number: nil, label: nil) }
    }

    /// Without numbers, the number of rows that the columns of dates, names and organisations like best together.
    private func countedHeads(_ frame: RotatedFrame) -> [RotatedRowHead]? {
        var sums: [Int: (points: Int, columns: Int)] = [:]
        var voters = 0
        for (position, kind) in run.kinds.enumerated()
        where [.person, .organisation, .deadline, .category].contains(kind) {
            guard let segment = frame.segment(run.words[position]), !segment.isEmpty else { continue }
            voters += 1
            let column = column(segment, kind: kind, word: run.words[position], frame.page.text)
            for rows in 1...14 {
                guard let points = column.points(rows: rows) else { continue }
                sums[rows, default: (0, 0)].points += points
                sums[rows, default: (0, 0)].columns += 1
            }
        }
        let ranking = sums.filter { $0.value.columns == voters }.sorted {
            ($0.value.points, -$0.key) > ($1.value.points, -$1.key)
        }
        guard voters > 0, let best = ranking.first else { return nil }
        if ranking.count > 1, ranking[1].value.points > best.value.points - 4 { return nil }
        return unnumberedHeads(best.key)
    }

    // MARK: columns

    private func read(
        _ segment: Range<Int>, kind: RotatedLexicon.CellKind, word: String, rows: RotatedRows
    ) -> ColumnReading {
        var cells = ColumnReading(repeating: nil, count: rows.heads.count)
        let items = rows.items
        let text = rows.frame.page.text
        switch kind {
        case .over: return []
        case .number:
            for (index, head) in rows.heads.enumerated() { cells[index] = head.range }
        case .span:
            let found = spans(segment, text, rows: items.count)
            for (item, cell) in zip(items, found) { cells[item] = cell }
        default:
            if let starts = numbered(segment, text, kind: kind, rows: rows) {
                for (index, item) in items.enumerated() {
                    let end = index + 1 < starts.count ? starts[index + 1].place : segment.upperBound
                    cells[item] = starts[index].place..<end
                }
            } else if let equal = equalCells(segment, text, rows: items.count) {
                for (item, cell) in zip(items, equal) { cells[item] = cell }
            } else if kind == .organisation, isOneCell(segment, text) {
                for item in items { cells[item] = segment }
            } else if let cut = column(segment, kind: kind, word: word, text).cut(rows: items.count) {
                for (item, cell) in zip(items, cut) where cell.isCertain { cells[item] = cell.range }
            }
        }
        return cells
    }

    private func numbered(
        _ segment: Range<Int>, _ text: RotatedText, kind: RotatedLexicon.CellKind, rows: RotatedRows
    ) -> [NumberedCells.Start]? {
        guard kind == .text else { return nil }
        let starts = NumberedCells(text: text).starts(in: segment)
        guard starts.count == rows.items.count, starts.first?.place == segment.lowerBound else { return nil }
        return starts
    }

    /// One unit that stands over all rows: nowhere inside does one name end and another begin.
    private func isOneCell(_ segment: Range<Int>, _ text: RotatedText) -> Bool {
        segment.count <= 16
            && CellLikeness(
                text, segment, kind: .organisation, lexicon: lexicon,
                words: CellWords(text, segment, kind: .name, settled: CellWords.Settled()), rows: 1, width: nil
            ).isSeamless
    }

    /// The column as the same words over and over, once for each row.
    private func equalCells(_ segment: Range<Int>, _ text: RotatedText, rows: Int) -> [Range<Int>]? {
        guard rows > 1, segment.count % rows == 0, segment.count / rows >= 2 else { return nil }
        let length = segment.count / rows
        let cells = (0..<rows).map { segment.lowerBound + $0 * length..<segment.lowerBound + ($0 + 1) * length }
        let first = text.bytes(cells[0])
        let agree = cells.dropFirst().allSatisfy {
            text.mayBegin[$0.lowerBound] && text.bytes($0).elementsEqual(first)
        }
        return agree ? cells : nil
    }

    /// Cells that stand over several rows: known only where there is one, or one for each row.
    private func spans(_ segment: Range<Int>, _ text: RotatedText, rows: Int) -> ColumnReading {
        let starts = ClauseNumbers(text: text).starts(in: segment)
        if starts.count == 1, starts[0] == segment.lowerBound { return ColumnReading(repeating: segment, count: rows) }
        guard starts.count == rows, starts.first == segment.lowerBound else {
            return rows == 1 ? [segment] : ColumnReading(repeating: nil, count: rows)
        }
        return starts.indices.map { index in
            starts[index]..<(index + 1 < starts.count ? starts[index + 1] : segment.upperBound)
        }
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
        guard let reading, reading.isCertain else {
            for column in columns { rows.openColumns.insert(run.words[column]) }
            return
        }
        for (index, column) in columns.enumerated() { rows.columns[column] = reading.cells[index] }
    }
}

/// Finds `1.`, `2.` … or `97.` in order: the begins of cells that carry clause numbers.
struct ClauseNumbers {
    let text: RotatedText

    func starts(in segment: Range<Int>) -> [Int] {
        var found: [(place: Int, number: Int)] = []
        var index = segment.lowerBound
        while index < segment.upperBound {
            var (end, number) = (index, 0)
            while end < segment.upperBound, end - index < 4, text.isDigit(end) {
                number = number * 10 + Int(text.bytes(end..<end + 1).first! - 0x30)
                end += 1
            }
            if end > index, end < segment.upperBound, text.isCharacter(end, "."),
                found.last.map({ number == $0.number + 1 }) ?? true
            {
                found.append((index, number))
            }
            index = max(end, index + 1)
        }
        return found.map(\.place)
    }
}
