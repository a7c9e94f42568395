import PipelineDefinition

/// A column of a page that can be cut into cells for any number of rows.
struct RotatedColumn {
    let text: RotatedText
    let segment: Range<Int>
    let kind: RotatedLexicon.CellKind
    let lexicon: RotatedLexicon
    let words: CellWords
    let width: LineWidth?

    /// The best sum of points for `rows` cells; `nil` where the column has no such cells.
    func points(rows: Int) -> Int? {
        guard let likeness = likeness(rows: rows) else { return nil }
        return ColumnCutter.points(
            borders: likeness.borders, rows: rows, limit: likeness.limit, points: { likeness.points($0, $1) })
    }

    /// The best cells for `rows` rows; `nil` where the column has no such cells.
    func cut(rows: Int) -> [ColumnCutter.Cell]? {
        guard let likeness = likeness(rows: rows),
            var cut = ColumnCutter.cut(
                borders: likeness.borders, rows: rows, limit: likeness.limit, margin: likeness.margin,
                points: { likeness.points($0, $1) })
        else { return nil }
        // A cell too many that hardly pays: the column has fewer cells than rows, and which row has none is not printed.
        if kind == .organisation || kind == .name, cut.pointsWithOneLess > cut.points - 4 {
            for index in cut.cells.indices { cut.cells[index].isCertain = false }
        }
        return cut.cells
    }

    private func likeness(rows: Int) -> CellLikeness? {
        guard rows > 0 else { return nil }
        let likeness = CellLikeness(
            text, segment, kind: kind, lexicon: lexicon, words: words, rows: rows, width: width)
        return likeness.suspectsMerging ? nil : likeness
    }
}
