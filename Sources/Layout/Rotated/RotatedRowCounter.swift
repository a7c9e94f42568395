import PipelineDefinition
import SourceText

/// Finds the rows of a page: by the number column, by （1）, （2） … in the text, or by what the columns hold.
///
/// A number can be lost or misprinted, so where numbers leave a gap, or the columns hold a row more
/// than there are numbers, the columns of dates, names and units vote.
struct RotatedRowCounter {
    let frame: RotatedFrame
    /// Header words and kinds of the run's columns.
    let columns: [(word: String, kind: RotatedLexicon.CellKind)]
    let lexicon: RotatedLexicon
    let neighbours: RowNumberNeighbours
    /// A column of the page that can be cut for any number of rows.
    let column: (String, RotatedLexicon.CellKind, Range<Int>) -> RotatedColumn

    private static let countable: Set<RotatedLexicon.CellKind> = [
        .person, .organisation, .deadline, .period, .category, .name,
    ]

    /// The rows, or `nil` where they cannot be counted.
    func heads() -> [RotatedRowHead]? {
        let heads = Self.printedHeads(frame, columns, lexicon)
        guard !heads.isEmpty else { return countedHeads() }
        let numbers = heads.filter { $0.kind == .item }.compactMap(\.number)
        let gaps = RowNumberGaps(numbers: numbers, neighbours: neighbours)
        return gaps.isEmpty ? heads : confirmed(heads, items: numbers.count, gaps: gaps)
    }

    /// The rows that carry numbers, in the number column or in the text.
    static func printedHeads(
        _ frame: RotatedFrame, _ columns: [(word: String, kind: RotatedLexicon.CellKind)], _ lexicon: RotatedLexicon
    ) -> [RotatedRowHead] {
        let text = frame.page.text
        for column in columns where column.kind == .number {
            guard let segment = frame.segment(column.word) else { continue }
            let heads = RotatedNumberColumn(text: text, totals: lexicon.values(of: .total)).rowHeads(in: segment)
            if !heads.isEmpty { return heads }
        }
        for column in columns where column.kind == .text {
            guard let segment = frame.segment(column.word) else { continue }
            let starts = NumberedCells(text: text).starts(in: segment)
            guard starts.count >= 2 || starts.first?.place == segment.lowerBound else { continue }
            return starts.map { RotatedRowHead(kind: .item, range: $0.place..<$0.place, number: $0.number) }
        }
        return []
    }

    // MARK: votes

    /// The heads, with the rows that lost their number where most columns hold them; `nil` where they disagree.
    private func confirmed(_ heads: [RotatedRowHead], items: Int, gaps: RowNumberGaps) -> [RotatedRowHead]? {
        let candidates = gaps.candidates
        let counts = candidates.map { items + $0.count }
        let votes = voters.map { $0.points(most: items + gaps.total) }.filter { $0.contains { $0 != nil } }
        let support = counts.map { count in votes.count { Self.likes($0, count, among: counts) } }
        guard let most = support.max(), most > 0 else { return gaps.isInside ? nil : heads }
        if support[0] == most { return heads }
        let liked = candidates.indices.filter { support[$0] == most }
        // Two places for one lost number tell nothing.
        guard liked.count == 1, most * 2 > votes.count else { return nil }
        return RowNumberGaps.insert(candidates[liked[0]], into: heads)
    }

    /// The columns that can be counted.
    private var voters: [RotatedColumn] {
        columns.compactMap { word, kind in
            guard Self.countable.contains(kind), let segment = frame.segment(word), !segment.isEmpty else { return nil }
            return column(word, kind, segment)
        }
    }

    /// True where no other candidate earns clearly more points.
    private static func likes(_ vote: [Int?], _ rows: Int, among candidates: [Int]) -> Bool {
        guard rows < vote.count, let own = vote[rows] else { return false }
        return candidates.allSatisfy { $0 >= vote.count || (vote[$0] ?? Int.min) <= own + CellPoints.vote }
    }

    /// Without numbers, the number of rows that the columns like best together.
    private func countedHeads() -> [RotatedRowHead]? {
        let voters = voters
        let sums = (1...14).compactMap { rows -> (rows: Int, points: Int)? in
            let points = voters.compactMap { $0.points(rows: rows) }
            return points.count == voters.count && !voters.isEmpty ? (rows, points.reduce(0, +)) : nil
        }
        let ranking = sums.sorted { ($0.points, -$0.rows) > ($1.points, -$1.rows) }
        guard let best = ranking.first else { return nil }
        if ranking.count > 1, ranking[1].points > best.points - CellPoints.countedRows { return nil }
        return (0..<best.rows).map { _ in RotatedRowHead(kind: .item, range: 0..<0) }
    }
}

/// The row numbers on both sides of a page.
struct RowNumberNeighbours {
    /// The last number of the page before, 0 where there is none; `nil` where it has no numbers.
    var before: Int?
    /// The first number of the page after; `nil` where it has none.
    var after: Int?
    /// True for the last page of the table.
    var isLast: Bool

    /// For each page of a table, by the numbers of all pages.
    static func of(_ numbers: [[Int]]) -> [RowNumberNeighbours] {
        numbers.indices.map { page in
            RowNumberNeighbours(
                before: page == 0 ? 0 : numbers[page - 1].last,
                after: page + 1 < numbers.count ? numbers[page + 1].first : nil, isLast: page + 1 == numbers.count)
        }
    }
}

/// Where the numbers of a page leave room for rows whose number is lost.
struct RowNumberGaps {
    /// A way to fill gaps: before which item, by its place among the numbers, stand how many rows, and with which numbers.
    struct Filling {
        var rows: [(item: Int, number: Int)] = []
        var count: Int { rows.count }
    }

    private var inside = Filling()
    /// The ways to fill the begin of the page: one, or several where the page before has no numbers.
    private var first: [Filling] = []
    private var last = Filling()

    init(numbers: [Int], neighbours: RowNumberNeighbours) {
        for (item, (number, next)) in zip(numbers, numbers.dropFirst()).enumerated() {
            inside.rows += Self.lost(between: number, and: next).map { (item + 1, $0) }
        }
        guard let low = numbers.first, let high = numbers.last else { return }
        if let before = neighbours.before {
            first = [Filling(rows: Self.lost(between: before, and: low).map { (0, $0) })]
        } else {
            first = (1...Self.most).map { count in Filling(rows: (low - count..<low).map { (0, $0) }) }
        }
        first.removeAll { $0.count == 0 }
        if let after = neighbours.after { last.rows = Self.lost(between: high, and: after).map { (numbers.count, $0) } }
        // The last page may have lost its last number without a gap.
        if neighbours.isLast, inside.rows.isEmpty, first.isEmpty { last.rows = [(numbers.count, high + 1)] }
    }

    var isInside: Bool { !inside.rows.isEmpty }
    var isEmpty: Bool { inside.rows.isEmpty && first.isEmpty && last.rows.isEmpty }
    var total: Int { inside.count + (first.map(\.count).max() ?? 0) + last.count }

    /// No lost row first, then every set of gaps.
    var candidates: [Filling] {
        var result = [Filling()] + first
        for gap in [inside, last] where !gap.rows.isEmpty {
            result += result.map { Filling(rows: $0.rows + gap.rows) }
        }
        return result
    }

    /// As many numbers in a row are taken for lost ones.
    private static let most = 3

    /// A few numbers between two are lost ones; more are a new count.
    private static func lost(between number: Int, and next: Int) -> [Int] {
        (2...most + 1).contains(next - number) ? Array(number + 1..<next) : []
    }

    /// The heads with a head without number for each lost row.
    static func insert(_ filling: Filling, into heads: [RotatedRowHead]) -> [RotatedRowHead] {
        var result: [RotatedRowHead] = []
        var item = 0
        func add() {
            for row in filling.rows where row.item == item {
                result.append(RotatedRowHead(kind: .item, range: 0..<0, lostNumber: row.number))
            }
        }
        for head in heads {
            if head.kind == .item {
                add()
                item += 1
            }
            result.append(head)
        }
        add()
        return result
    }
}

/// What the number column of a page says of a row: an item with its number, or a total.
struct RotatedRowHead {
    var kind: RecoveredRowKind
    /// Characters of the number or of the word of the total.
    var range: Range<Int>
    var number: Int?
    /// The number that is missing before this row, by the numbers around it.
    var lostNumber: Int?
    /// The label over the row, where one stands before it.
    var label: Range<Int>?

    enum RecoveredRowKind { case item, total }
}

/// Reads the column 序号: numbers with blanks between, group labels and totals among them.
struct RotatedNumberColumn {
    let text: RotatedText
    let totals: WordTrie<Bool>

    func rowHeads(in segment: Range<Int>) -> [RotatedRowHead] {
        var heads: [RotatedRowHead] = []
        var label: Range<Int>?
        for word in words(in: segment) {
            if let number = number(word) {
                heads.append(RotatedRowHead(kind: .item, range: word, number: number, label: label))
                label = nil
            } else {
                label = (label?.lowerBound ?? word.lowerBound)..<word.upperBound
                if let total = totalWord(at: word.upperBound, from: label!.lowerBound) {
                    let before = label!.lowerBound..<total.lowerBound
                    heads.append(
                        RotatedRowHead(kind: .total, range: total, number: nil, label: before.isEmpty ? nil : before))
                    label = nil
                }
            }
        }
        return heads
    }

    /// Runs of characters between places where cells may begin.
    private func words(in segment: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = segment.lowerBound
        for index in segment where index > start && text.mayBegin[index] {
            words.append(start..<index)
            start = index
        }
        if start < segment.upperBound { words.append(start..<segment.upperBound) }
        return words
    }

    private func number(_ word: Range<Int>) -> Int? {
        guard word.count <= 4, word.allSatisfy({ text.isDigit($0) }) else { return nil }
        return text.bytes(word).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// 合计 as a word of its own at the end of a label: not inside a bracket.
    private func totalWord(at end: Int, from start: Int) -> Range<Int>? {
        guard end - start >= 2, totals.value(of: text.bytes(end - 2..<end)) != nil else { return nil }
        guard end - 2 > start else { return end - 2..<end }
        return text.isCharacter(end - 3, "）") || text.mayBegin[end - 2] && !isInsideBracket(end - 2, from: start)
            ? end - 2..<end : nil
    }

    private func isInsideBracket(_ index: Int, from start: Int) -> Bool {
        var level = 0
        for place in start..<index {
            if text.isCharacter(place, "（") { level += 1 }
            if text.isCharacter(place, "）") { level -= 1 }
        }
        return level > 0
    }
}
