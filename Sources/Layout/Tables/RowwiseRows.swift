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
        if let ordinal = head.ordinal {
            readNumbered(ordinal)
        } else if !head.columns[0].isCategory, let figures = head.figures, figures.lowerBound > 0 {
            readByKind(figures)
        } else {
            readUnnumbered()
        }
        if head.ordinal == nil, breaksOff { rows = [] }
    }

    private var width: Int { head.columns.count }

    /// True where a figure stands so near behind the rows that a row of the table was not understood.
    private var breaksOff: Bool { lines[end...].prefix(width - 1).contains(where: isFigure) }

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
            } else if isLabel(label), isRow(at: end + 1, from: 0) {
                group = lines[end].printed
                end += 1
                append(from: 0)
            } else {
                return
            }
        }
    }

    // MARK: by the kinds of lines

    /// Rows of words, then values, then words: a name, what stands before the figures, the figures, what stands after.
    ///
    /// Twice as many values as columns are two rows packed in one: 1.幼儿教师… and 其中：… with 97.74%, 49.85%, 100%,
    /// 50%. More words than columns are labels over the row, or its name wraps.
    private mutating func readByKind(_ figures: Range<Int>) {
        let before = figures.lowerBound - 1
        while end < lines.count {
            let words = lines[end...].prefix(Self.mostWords + figures.lowerBound).prefix { !isFigure($0) }
            let values = lines[words.endIndex...].prefix { isFigure($0) }
            let after = values.endIndex..<values.endIndex + width - figures.upperBound
            let packed = values.count / figures.count
            guard words.count > before, packed > 0, packed <= Self.mostPacked, values.count % figures.count == 0,
                after.upperBound <= lines.count,
                fitsWords(words.suffix(before).indices, from: 1), fitsWords(after, from: figures.upperBound),
                words.dropLast(before).allSatisfy({ isName($0) })
            else { return }
            let names = words.startIndex..<words.endIndex - before
            appendPacked(names, packed, values: values.startIndex, figures: figures, after: after)
            end = after.upperBound
        }
    }

    private static let mostWords = 7
    private static let mostPacked = 4

    private func isFigure(_ line: TableLine) -> Bool {
        line.kind.isNumeric && line.kind != .labelled || line.kind == .dash || line.couldBeFigure
    }

    private func isName(_ line: TableLine) -> Bool {
        line.scalars.count <= 40 && !line.scalars.contains { ["。", ";"].contains($0) }
            && judge.lexicon.prefix(of: line.text, as: .caption) == nil
    }

    private func fitsWords(_ places: Range<Int>, from column: Int) -> Bool {
        places.enumerated().allSatisfy { offset, place in
            !isFigure(lines[place]) && !judge.beginsProse(lines[place])
                && head.columns[column + offset].takes(lines[place])
                && lines[place].scalars.count <= 24
        }
    }

    private mutating func appendPacked(
        _ names: Range<Int>, _ packed: Int, values: Int, figures: Range<Int>, after: Range<Int>
    ) {
        var parts: [Range<Int>] = []
        for place in names {
            if packed == 1, let last = parts.last, goesOn(place) {
                parts[parts.count - 1] = last.lowerBound..<place + 1
            } else {
                parts.append(place..<place + 1)
            }
        }
        // What stands over the names of the values is a row without values.
        let whole = parts.dropLast(packed)
        for label in whole { appendWords(label) }
        let own = Array(parts.suffix(packed))
        for row in 0..<packed {
            var cells: [Range<Int>?] = Array(repeating: 0..<0, count: width)
            cells[0] = own.count == packed ? own[row] : nil
            for column in 1..<figures.lowerBound {
                cells[column] = names.upperBound + column - 1..<names.upperBound + column
            }
            for column in figures {
                let place = values + (column - figures.lowerBound) * packed + row
                cells[column] = place..<place + 1
            }
            for (offset, place) in after.enumerated() { cells[figures.upperBound + offset] = place..<place + 1 }
            rows.append(Row(cells: cells, group: group))
        }
        if packed > 1 { group = "" }
    }

    private mutating func appendWords(_ label: Range<Int>) {
        group = lines[label].map(\.printed).joined()
        rows.append(Row(cells: [label] + Array(repeating: 0..<0, count: width - 1), group: ""))
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

/// The heads of a table that stand one a line before its rows: 序号, 指标, 单位, 2020年, 2025年.
struct RowwiseHead {
    struct Column {
        var lines: [TableLine]
        /// True where years head figures.
        let holdsFigures: Bool
        let isUnit: Bool
        let isOrdinal: Bool
        /// True for 类别, whose cell stands once for several rows.
        let isCategory: Bool
    }

    private(set) var columns: [Column] = []
    /// The index after the last head.
    private(set) var end = 0

    /// Fewer heads in a row are chance.
    private static let fewest = 3

    /// `nil` where `lines` do not begin with three heads or more, one of them of figures, numbers or names.
    init?(_ lines: [TableLine], judge: HeaderJudge) {
        while end < lines.count, let last = Optional(lines[end]) {
            if last.kind == .bracket || judge.lexicon.contains(last.text, as: .measure), isOpen(judge) {
                columns[columns.count - 1].lines.append(last)
            } else if judge.isHeadOfRow(last), !columns.contains(where: { $0.lines[0].text == last.text }) {
                columns.append(Self.column(last, judge))
            } else {
                break
            }
            end += 1
        }
        guard columns.count >= Self.fewest, ordinal != nil || columns.contains(where: \.holdsFigures) else {
            return nil
        }
    }

    /// The columns of figures, where they stand side by side.
    var figures: Range<Int>? {
        guard let first = columns.firstIndex(where: \.holdsFigures),
            let last = columns.lastIndex(where: \.holdsFigures),
            columns[first...last].allSatisfy(\.holdsFigures)
        else { return nil }
        return first..<last + 1
    }

    /// The column of row numbers.
    var ordinal: Int? { columns.firstIndex(where: \.isOrdinal) }

    /// Whether the last head still takes a unit in brackets, or 目标值 under its year.
    private func isOpen(_ judge: HeaderJudge) -> Bool {
        guard let last = columns.last?.lines.last else { return false }
        return last.kind != .bracket && (columns.last?.lines.count == 1 || judge.isYear(last))
    }

    static func column(_ line: TableLine, _ judge: HeaderJudge) -> Column {
        let base = HeaderJudge.base(line.text)
        return Column(
            lines: [line],
            holdsFigures: judge.isYear(line) || judge.lexicon.contains(base, as: .figures),
            isUnit: judge.lexicon.contains(base, as: .unit), isOrdinal: judge.lexicon.contains(line.text, as: .ordinal),
            isCategory: judge.lexicon.contains(base, as: .category))
    }
}

extension RowwiseHead.Column {
    /// Whether `line` alone can be a cell of the column.
    func takes(_ line: TableLine) -> Bool {
        let isValue = line.kind.isValue || line.signs.isClosed
        if holdsFigures { return isValue }
        if isUnit { return line.scalars.count <= 8 && !line.kind.isNumeric && line.kind != .span }
        // A name is no bare figure; other columns hold what they like.
        return isOrdinal ? OrdinalColumn.number(line) != nil : line.scalars.count > 0
    }
}
