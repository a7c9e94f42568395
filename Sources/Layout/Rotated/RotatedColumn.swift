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
        return ColumnCutter.points(
            borders: likeness.borders, most: rows, limit: likeness.limit, points: { likeness.points($0, $1) })[rows]
    }

    /// The best sums of points for 0 to `most` cells; `nil` where the column has no such cells.
    func points(most: Int) -> [Int?] {
        let likeness = CellLikeness(text, segment, kind: kind, lexicon: lexicon, words: words, rows: 0, width: width)
        return ColumnCutter.points(
            borders: likeness.borders, most: most, limit: likeness.limit, points: { likeness.points($0, $1) })
    }

    /// The cells of the column, and how far they are borne out.
    struct Cut {
        var cells: [ColumnCutter.Cell]
        /// False where only the number of sentences speaks for the cells: a lost cell would not show.
        var isBorneOut = true
    }

    /// The best cells for `rows` rows; `nil` where the column has no such cells, or likes another number better.
    func cut(rows: Int) -> Cut? {
        guard let likeness = likeness(rows: rows),
            let cut = ColumnCutter.cut(
                borders: likeness.borders, rows: rows, limit: likeness.limit, margin: likeness.margin,
                points: { likeness.points($0, $1) })
        else { return nil }
        // A cell too many that hardly pays: the column lacks a cell, and which row has none is not printed.
        if rows > 1, cut.points - cut.pointsWithOneLess < likeness.leastGain {
            return likeness.hasSentenceForEachRow ? Cut(cells: cut.cells, isBorneOut: false) : nil
        }
        return Cut(cells: cut.cells)
    }

    private func likeness(rows: Int) -> CellLikeness? {
        guard rows > 0 else { return nil }
        let likeness = CellLikeness(
            text, segment, kind: kind, lexicon: lexicon, words: words, rows: rows, width: width, isOpen: isOpen)
        return likeness.suspectsMerging ? nil : likeness
    }
}
