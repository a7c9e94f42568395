import PipelineDefinition

/// A column of a page that can be cut into cells for any number of rows.
struct RotatedColumn {
    let text: RotatedText
    let segment: Range<Int>
    let kind: RotatedLexicon.CellKind
    let lexicon: RotatedLexicon
    let words: CellWords
    let width: LineWidth?
    /// True where the last cell goes on over the page break.
    var isOpen = false

    /// The best sum of points for `rows` cells, cells that all begin or end alike preferred.
    func points(rows: Int) -> Int? {
        guard let likeness = likeness(rows: rows) else { return nil }
        return search(likeness, rows...rows).best(rows).map { Int($0) }
    }

    /// The best sums of points for 0 to `most` cells; `nil` where the column has no such cells.
    func points(most: Int) -> [Int?] {
        let likeness = CellLikeness(text, segment, kind: kind, lexicon: lexicon, words: words, rows: 0, width: width)
        guard most > 0, likeness.borders.count > 1 else { return [Int?](repeating: nil, count: most + 1) }
        let cut = search(likeness, 0...most)
        return (0...most).map { rows in rows > 0 ? cut.best(rows).map { Int($0) } : nil }
    }

    struct Cell: Hashable {
        var range: Range<Int>
        /// False beside a border that may as well stand elsewhere.
        var isCertain: Bool
    }

    /// The cells of the column, and how far they are borne out.
    struct Cut {
        var cells: [Cell]
        /// False where only the number of sentences speaks for the cells: a lost cell would not show.
        var isBorneOut = true
    }

    /// The best cells for `rows` rows; `nil` where the column has no such cells, or likes another number better.
    func cut(rows: Int) -> Cut? {
        guard let likeness = likeness(rows: rows), likeness.borders.count > rows else { return nil }
        let cut = search(likeness, rows - 1...rows)
        guard let points = cut.best(rows) else { return nil }
        // The column's own ends are certain.
        let margins = [Double.infinity] + cut.margins(rows) + [.infinity]
        let cells = zip(cut.cells(rows), zip(margins, margins.dropFirst())).map { cell, beside in
            Cell(
                range: likeness.borders[cell.lowerBound]..<likeness.borders[cell.upperBound],
                isCertain: min(beside.0, beside.1) >= Double(likeness.margin))
        }
        // A cell too many that hardly pays: the column lacks a cell, and which row has none is not printed.
        if rows > 1, points - (cut.best(rows - 1) ?? -.infinity) < Double(likeness.leastGain) {
            return likeness.hasSentenceForEachRow ? Cut(cells: cells, isBorneOut: false) : nil
        }
        return Cut(cells: cells)
    }

    /// The ways to cut at the borders into cells no longer than the limit.
    private func search(_ likeness: CellLikeness, _ cells: ClosedRange<Int>) -> SequenceCut {
        let (borders, limit) = (likeness.borders, likeness.limit)
        var reach = Array(repeating: 0, count: borders.count)
        var last = 0
        for place in borders.indices {
            while last + 1 < borders.count, borders[last + 1] - borders[place] <= limit { last += 1 }
            reach[place] = last
        }
        return SequenceCut(
            units: max(0, borders.count - 1), cells: cells, reach: { reach[$0] },
            gain: { Double(likeness.points(borders[$0], borders[$1])) })
    }

    private func likeness(rows: Int) -> CellLikeness? {
        guard rows > 0 else { return nil }
        let likeness = CellLikeness(
            text, segment, kind: kind, lexicon: lexicon, words: words, rows: rows, width: width, isOpen: isOpen)
        return likeness.suspectsMerging ? nil : likeness
    }
}
