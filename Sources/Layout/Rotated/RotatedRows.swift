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
