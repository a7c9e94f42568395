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

    /// The label of each row where the task numbers, which begin again with each label, count the labels.
    func cells(groups: [Int]) -> ColumnReading? {
        guard let labels = labels(count: groups.count) else { return nil }
        return zip(groups, labels).flatMap { ColumnReading(repeating: $1, count: $0) }
    }

    /// A known number of labels: by their numbers, or by words with which each of them begins or ends.
    private func labels(count: Int) -> [Range<Int>]? {
        if count == 1 { return [segment] }
        if labels.count == count { return labels }
        for length in stride(from: segment.count / count, through: 2, by: -1) {
            let ending = text.bytes(segment.upperBound - length..<segment.upperBound)
            let ends = segment.dropFirst(length - 1).map { $0 + 1 }.filter {
                ($0 == segment.upperBound || text.mayBegin[$0]) && text.bytes($0 - length..<$0).elementsEqual(ending)
            }
            if ends.count == count { return zip([segment.lowerBound] + ends, ends).map { $0..<$1 } }
        }
        return nil
    }

    private var labels: [Range<Int>] { numberedLabels.map(\.range) }

    /// The labels `5.…`, `6.…` in order with their numbers.
    var numberedLabels: [(number: Int, range: Range<Int>)] {
        let starts = ClauseNumbers(text: text).starts(in: segment)
        guard starts.first?.place == segment.lowerBound else { return [] }
        let ends = starts.dropFirst().map(\.place) + [segment.upperBound]
        return zip(starts, ends).map { ($0.number, $0.place..<$1) }
    }
}
