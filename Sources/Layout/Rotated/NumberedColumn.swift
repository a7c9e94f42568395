/// A column of text whose cells begin with （1）, （2） …
struct NumberedColumn {
    let text: RotatedText
    let segment: Range<Int>

    struct Cells {
        var cells: ColumnReading
        /// What stands before the first number: the end of the last row of the page before.
        var overhang: Range<Int>?
    }

    /// A cell for each row, blank where the numbers do not tell; `nil` where the column carries no numbers.
    func cells(of rows: RotatedRows, after previous: RotatedRows?) -> Cells? {
        let starts = NumberedCells(text: text).starts(in: segment)
        guard let first = starts.first else { return nil }
        let isWhole = first.place == segment.lowerBound
        guard isWhole || starts.count * 2 > rows.items.count else { return nil }
        var cells = ColumnReading(repeating: nil, count: rows.items.count)
        // Text before the first number of the first page is a row whose number is lost.
        guard let order = order(of: starts, in: rows), isWhole || (previous != nil && order.first == 0) else {
            return Cells(cells: cells)
        }
        let ends = starts.dropFirst().map(\.place) + [segment.upperBound]
        for (index, row) in order.enumerated() {
            // A row without number hides behind the one before it.
            let next = index + 1 < order.count ? order[index + 1] : cells.count
            if next == row + 1 { cells[row] = starts[index].place..<ends[index] }
        }
        return Cells(cells: cells, overhang: isWhole ? nil : segment.lowerBound..<first.place)
    }

    /// How many rows stand in each run of numbers, a run beginning again at 1; `nil` where rows have no numbers.
    func groups(rows: Int) -> [Int]? {
        let starts = NumberedCells(text: text).starts(in: segment)
        guard starts.count == rows, starts.first?.place == segment.lowerBound else { return nil }
        var groups: [Int] = []
        for (index, start) in starts.enumerated() {
            if index == 0 || start.number == 1 { groups.append(0) }
            groups[groups.count - 1] += 1
        }
        return groups
    }

    /// The row of each number: one for each, or the row that carries the same number.
    private func order(of starts: [NumberedCells.Start], in rows: RotatedRows) -> [Int]? {
        let items = rows.items
        if starts.count == items.count { return Array(items.indices) }
        guard starts.count < items.count else { return nil }
        let numbers = items.map { rows.heads[$0].number ?? rows.heads[$0].lostNumber }
        let order = starts.map { start in numbers.firstIndex(of: start.number) }
        guard !order.contains(nil), Set(order).count == order.count else { return nil }
        return order.compactMap { $0 }
    }
}
