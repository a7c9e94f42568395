/// A column whose cells stand over several rows each: which rows is not printed.
struct SpanColumn {
    let text: RotatedText
    let segment: Range<Int>

    /// The cell of each row where nothing else is possible.
    ///
    /// Every row has a label and every label a row, so the first and the last row are known whatever lies
    /// between; labels without numbers cannot even be told apart.
    func cells(rows: Int) -> ColumnReading {
        var cells = ColumnReading(repeating: nil, count: rows)
        let labels = labels
        guard !labels.isEmpty, labels.count <= rows else { return rows == 1 ? [segment] : cells }
        for row in cells.indices {
            let earliest = max(0, labels.count - (rows - row))
            let latest = min(row, labels.count - 1)
            if earliest == latest { cells[row] = labels[earliest] }
        }
        return cells
    }

    /// The numbered labels in order.
    private var labels: [Range<Int>] {
        let starts = ClauseNumbers(text: text).starts(in: segment)
        guard starts.first == segment.lowerBound else { return [] }
        return zip(starts, starts.dropFirst() + [segment.upperBound]).map { $0..<$1 }
    }
}
