import PipelineDefinition

/// The rows of a table whose cells stand one a line, row after row.
struct RowwiseRows {
    struct Row {
        /// The lines of each cell; `nil` for what could not be given to a column.
        var cells: [Range<Int>?]
        var group: String
        var isTotal = false
    }

    private let lines: [TableLine]
    private let head: RowwiseHead
    private let judge: HeaderJudge
    private(set) var rows: [Row] = []
    private(set) var end: Int
    private var group = ""

    init(_ lines: [TableLine], head: RowwiseHead, judge: HeaderJudge) {
        self.lines = lines
        self.head = head
        self.judge = judge
        end = head.end
        if let ordinal = head.ordinal { readNumbered(ordinal) } else { readUnnumbered() }
    }

    private var width: Int { head.columns.count }

    // MARK: with row numbers

    /// Rows between consecutive numbers; what stands before the number is a category or a label.
    private mutating func readNumbered(_ ordinal: Int) {
        let tail = width - ordinal - 1
        guard var number = (end..<min(end + 3, lines.count)).first(where: { OrdinalColumn.number(lines[$0]) == 1 }),
            tail > 0
        else { return }
        var before = end..<number
        var expected = 1
        while true {
            expected += 1
            let next = place(of: expected, after: number, tail: tail)
            let limit = next ?? min(number + 1 + tail, lines.count)
            guard let (cells, rest) = cells(number + 1..<limit, from: ordinal + 1, isLast: next == nil) else { return }
            append(before: before, ordinal: ordinal, number: number, cells: cells)
            end = next == nil ? limit : rest.lowerBound
            guard let next else { return }
            (before, number) = (rest, next)
        }
    }

    /// The line with the number `expected`: where a full row puts it, else behind wrapped cells and labels, else nearer.
    private func place(of expected: Int, after number: Int, tail: Int) -> Int? {
        let full = number + 1 + tail
        let later = Array(full..<max(full, min(full + 12, lines.count)))
        let nearer = Array(min(number + 2, full)..<full).reversed()
        return (later + nearer).first { $0 < lines.count && OrdinalColumn.number(lines[$0]) == expected }
    }

    /// The cells of `block` for the columns from `first` on, with the label at its end; `nil` cells where the text does
    /// not tell, no answer where a last row does not fit.
    private func cells(
        _ block: Range<Int>, from first: Int, isLast: Bool
    ) -> (cells: [Range<Int>?], rest: Range<Int>)? {
        let unknown: [Range<Int>?] = Array(repeating: nil, count: width - first)
        let tail = width - first
        var found: [(cells: [Range<Int>?], rest: Range<Int>)] = []
        for label in 0...2 where block.count - label >= tail && isLabel(block.suffix(label)) {
            let own = block.lowerBound..<block.upperBound - label
            for cells in divisions(own, from: first) { found.append((cells, own.upperBound..<block.upperBound)) }
        }
        if found.count == 1 { return found[0] }
        if isLast { return nil }
        return (unknown, block.upperBound..<block.upperBound)
    }

    /// The ways to make the cells of lines of which at most one cell wraps.
    private func divisions(_ lines: Range<Int>, from first: Int) -> [[Range<Int>?]] {
        let more = lines.count - (width - first)
        if more == 0 {
            let cells = lines.map { $0..<$0 + 1 }
            return fits(cells, from: first) ? [cells] : []
        }
        guard more <= 4 else { return [] }
        return (first..<width).compactMap { wide in
            guard !head.columns[wide].holdsFigures, !head.columns[wide].isUnit else { return nil }
            var cells: [Range<Int>] = []
            var place = lines.lowerBound
            for column in first..<width {
                let length = column == wide ? more + 1 : 1
                cells.append(place..<place + length)
                place += length
            }
            return fits(cells, from: first) ? cells : nil
        }
    }

    private func fits(_ cells: [Range<Int>], from first: Int) -> Bool {
        zip(cells, head.columns[first...]).allSatisfy { cell, column in
            lines[cell].allSatisfy { cell.count > 1 ? !$0.kind.isFigure : column.takes($0) }
                && cell.dropFirst().allSatisfy { goesOn($0) }
        }
    }

    /// Whether the words themselves say that line `place` is the rest of the one before.
    private func goesOn(_ place: Int) -> Bool {
        let (before, after) = (lines[place - 1], lines[place])
        return before.bracketBalance > 0 || before.signs.isDangling || after.completesWord || after.kind == .bracket
            || after.scalars.count == 1 || after.signs.isContinuation || after.signs.neverBegins
    }

    private func isLabel(_ places: Range<Int>) -> Bool {
        lines[places].allSatisfy {
            $0.kind == .text && !$0.signs.isClosed && $0.scalars.count <= 16
                && !$0.scalars.contains(where: CellBoundary.isDigit)
        }
    }

    private mutating func append(before: Range<Int>, ordinal: Int, number: Int, cells: [Range<Int>?]) {
        var leading: [Range<Int>?] = Array(repeating: number..<number, count: ordinal)
        if ordinal == 1, !before.isEmpty {
            leading[0] = before
        } else if !before.isEmpty {
            group = lines[before].map(\.printed).joined()
        }
        rows.append(Row(cells: leading + [number..<number + 1] + cells, group: group))
    }

    // MARK: without row numbers

    /// Rows of one line for each head; a category that stands once may be left out, a label may stand before.
    private mutating func readUnnumbered() {
        guard !head.columns[0].holdsFigures else { return }
        while end < lines.count {
            let label = end..<end + 1
            if isRow(at: end, from: 0) {
                append(from: 0)
            } else if head.columns[0].isCategory, isRow(at: end, from: 1) {
                append(from: 1)
            } else if !rows.isEmpty || isLabel(label), isLabel(label), isRow(at: end + 1, from: 0) {
                group = lines[end].printed
                end += 1
                append(from: 0)
            } else {
                return
            }
        }
    }

    private func isRow(at place: Int, from first: Int) -> Bool {
        let count = width - first
        guard place + count <= lines.count, lines[place].kind == .text, !lines[place].signs.isClosed,
            !judge.beginsProse(lines[place])
        else { return false }
        return fits((place..<place + count).map { $0..<$0 + 1 }, from: first)
    }

    private mutating func append(from first: Int) {
        let cells: [Range<Int>?] = (0..<width).map { $0 < first ? end..<end : end + $0 - first..<end + $0 - first + 1 }
        let isTotal = judge.lexicon.contains(lines[end].text, as: .total)
        rows.append(Row(cells: cells, group: isTotal ? "" : group, isTotal: isTotal))
        end += width - first
    }
}
