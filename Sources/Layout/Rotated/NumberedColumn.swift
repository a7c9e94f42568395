import SourceText

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

/// Finds （1）, （2） … in order inside a column of text: the begins of its cells.
struct NumberedCells {
    let text: RotatedText

    struct Start {
        var place: Int
        var number: Int
    }

    /// The longest chain of numbers in order; one or two may be lost, and the count may begin again at 1.
    func starts(in segment: Range<Int>) -> [Start] {
        let found = candidates(in: segment)
        guard !found.isEmpty else { return [] }
        var best = [Int](repeating: 0, count: found.count)
        var previous = [Int](repeating: -1, count: found.count)
        for index in found.indices {
            best[index] = found[index].place == segment.lowerBound ? 4 : 1
            for before in 0..<index {
                guard let gain = gain(found[before].number, found[index].number) else { continue }
                if best[before] + gain > best[index] { (best[index], previous[index]) = (best[before] + gain, before) }
            }
        }
        var index = best.indices.max { best[$0] < best[$1] || (best[$0] == best[$1] && $0 > $1) } ?? 0
        var chain: [Start] = []
        while index >= 0 {
            chain.append(found[index])
            index = previous[index]
        }
        return chain.reversed()
    }

    private func gain(_ before: Int, _ after: Int) -> Int? {
        switch after - before {
        case 1: 4
        case 2, 3: 1
        default: after == 1 ? 1 : nil
        }
    }

    private func candidates(in segment: Range<Int>) -> [Start] {
        var found: [Start] = []
        for index in segment where text.isCharacter(index, "（") || text.isCharacter(index, "(") {
            guard let (number, end) = text.number(at: index + 1, limit: segment.upperBound), end < segment.upperBound,
                text.isCharacter(end, "）") || text.isCharacter(end, ")")
            else { continue }
            let opensCell = text.mayBegin[index] || index == segment.lowerBound || followsSentence(index)
            if opensCell { found.append(Start(place: index, number: number)) }
        }
        return found
    }

    private func followsSentence(_ index: Int) -> Bool {
        CellLikeness.sentenceEnd.value(of: text.bytes(index - 1..<index)) != nil
    }
}

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
        let alike = commonEndings.lengths
        // How many cells may end with the last so many characters of the segment.
        var (length, ending) = (alike.max() ?? 0, 0)
        var ends = [Int](repeating: 0, count: length + 1)
        for own in alike { ends[own] += 1 }
        while length >= 2 {
            ending += ends[length]
            if length <= segment.count / count, ending == count {
                let ends = alike.indices.filter { alike[$0] >= length }.map { segment.lowerBound + $0 + 1 }
                return zip([segment.lowerBound] + ends, ends).map { $0..<$1 }
            }
            length -= 1
        }
        return nil
    }

    /// For each character how many characters up to it are the last ones of the segment too, 0 where no cell may end
    /// behind it; and how many characters were compared, at most two for each: what is known alike is not read again.
    var commonEndings: (lengths: [Int], comparisons: Int) {
        let count = segment.count
        var comparisons = 0
        // By places from the end; `known` reaches furthest and is alike to the end from its lower bound on.
        var (alike, known) = ([Int](repeating: count, count: count), 0..<0)
        func isAlike(_ place: Int, _ other: Int) -> Bool {
            comparisons += 1
            let (one, two) = (segment.upperBound - 1 - place, segment.upperBound - 1 - other)
            return text.bytes(one..<one + 1).elementsEqual(text.bytes(two..<two + 1))
        }
        for place in alike.indices.dropFirst() {
            var length = place < known.upperBound ? min(known.upperBound - place, alike[place - known.lowerBound]) : 0
            while place + length < count, isAlike(length, place + length) { length += 1 }
            alike[place] = length
            if place + length > known.upperBound { known = place..<place + length }
        }
        let lengths = segment.map { index in
            let end = index + 1
            return end == segment.upperBound || text.mayBegin[end] ? alike[segment.upperBound - end] : 0
        }
        return (lengths, comparisons)
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

/// Finds `1.`, `2.` … or `97.` in order: the begins of cells that carry clause numbers.
struct ClauseNumbers {
    let text: RotatedText

    func starts(in segment: Range<Int>) -> [(place: Int, number: Int)] {
        var found: [(place: Int, number: Int)] = []
        var index = segment.lowerBound
        while index < segment.upperBound {
            guard let (number, end) = text.number(at: index, limit: segment.upperBound) else {
                index += 1
                continue
            }
            if end < segment.upperBound, text.isCharacter(end, "."),
                found.last.map({ number == $0.number + 1 }) ?? true
            {
                found.append((index, number))
            }
            index = end
        }
        return found
    }
}
