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
        return candidates.allSatisfy { $0 >= vote.count || (vote[$0] ?? Int.min) <= own + 2 }
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
        if ranking.count > 1, ranking[1].points > best.points - 4 { return nil }
        return (0..<best.rows).map { _ in RotatedRowHead(kind: .item, range: 0..<0) }
    }
}
