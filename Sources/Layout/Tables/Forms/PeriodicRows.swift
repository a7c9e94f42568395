import PipelineDefinition

/// Rows of one cell a line under heads one a line, whatever the heads' words: the kinds of the lines come again.
///
/// 指标, 年末余额, 比年初增加 | 各项存款, 312.66, 24.18 | 住户存款, 221.50, 20.07: three lines of words, then word, value,
/// value again and again. Where the same lines also fit as columns, the units among the heads and the decimals of the
/// figures tell which way they were printed.
struct PeriodicRows {
    /// The lines of each head, and of each row's cells; a row of one cell is a label.
    private(set) var heads: [Range<Int>] = []
    private(set) var rows: [[Range<Int>]] = []
    /// The line after the table.
    private(set) var end = 0
    /// False where the lines are rather columns of one line a row: a head and its names, then heads with their values.
    private(set) var isByRows = true

    private let lines: [TableLine]
    private let judge: HeaderJudge
    private let cells: [Range<Int>]
    private let isValue: [Bool]
    /// Values and words by column, as the first row has them.
    private var pattern: [Bool] = []

    private static let heads = 3...12
    /// Fewer rows whose kinds agree are chance.
    private static let fewest = 3
    /// So many lines show whether a table begins.
    static let sample = 30

    /// `nil` where `lines` do not begin with heads that rows of one pattern follow.
    init?(_ lines: [TableLine], judge: HeaderJudge) {
        self.lines = lines
        self.judge = judge
        cells = TableLine.cells(lines) { _ in false }
        isValue = cells.map { $0.count == 1 && lines[$0.lowerBound].isCellOfFigures }
        guard let first = isValue.firstIndex(of: true) else { return nil }
        let most = min(first, Self.heads.upperBound)
        guard most >= Self.heads.lowerBound else { return nil }
        for width in Self.heads.lowerBound...most {
            guard let start = start(width: width) else { continue }
            heads = Array(cells[..<width])
            rows = []
            pattern = pattern(at: start, width)
            let place = read(width)
            guard rows.count(where: { $0.count > 1 }) >= Self.fewest, areNamed(width) else { continue }
            guard !breaksOff(at: place, width) else { continue }
            isByRows = isPrintedByRows(width)
            return
        }
        return nil
    }

    /// True where a figure stands so near behind the rows that a row of the table was not understood.
    private func breaksOff(at place: Int, _ width: Int) -> Bool {
        for next in place..<max(place, min(place + 2 * width, cells.count)) {
            if isValue[next] { return true }
            let isEnd = lines[cells[next]].contains { line in
                line.scalars.contains("。") || TableTitle.isTitle(line, lexicon: judge.lexicon)
                    || judge.lexicon.prefix(of: line.text, as: .unitLine) != nil
            }
            if isEnd { return false }
        }
        return false
    }

    // MARK: the pattern

    /// The place of the first row under `width` heads, behind a label over it; `nil` where no row stands there.
    private func start(width: Int) -> Int? {
        let own = cells[..<width]
        // 比上年增长 may stand behind more than one head.
        let names = own.filter { !isOfMeasure(lines[$0]) }
        guard width * (Self.fewest + 1) <= cells.count, own.allSatisfy({ isHead(lines[$0]) }), !names.isEmpty,
            Set(names.map(text)).count == names.count
        else { return nil }
        let isClause = width < cells.count && lines[cells[width]].contains(where: judge.beginsProse)
        let isLabelled = isLabel(at: width) && isRow(at: width + 1, width) && (isClause || !isRow(at: width, width))
        let start = isLabelled ? width + 1 : width
        let pattern = pattern(at: start, width)
        guard pattern.contains(true), pattern.contains(false) || judge.isOfDates(lines[own[0].lowerBound]) else {
            return nil
        }
        return pattern.first == false || (1...Self.fewest).allSatisfy { isOrdinal(row: $0, width) } ? start : nil
    }

    /// The kinds of the row at `place`; a dash there tells nothing, so the next row speaks.
    private func pattern(at place: Int, _ width: Int) -> [Bool] {
        (0..<width).map { column in
            let (own, next) = (place + column, place + width + column)
            return isDash(own) && next < cells.count ? isValue[next] : isValue[own]
        }
    }

    private func isDash(_ place: Int) -> Bool { lines[cells[place].lowerBound].kind == .dash }

    /// Whether the rows' first words name them: none of a closed vocabulary as 约束性 is, none the head of a column
    /// (建设时间), whose cells would then stand in its row, and each its own, those of a category in the next column.
    private func areNamed(_ width: Int) -> Bool {
        // Years name the rows of nothing but figures.
        if !pattern.contains(false) { return true }
        let full = rows.filter { $0.count == width }
        let words = pattern.indices.drop { pattern[$0] }.prefix { !pattern[$0] }
        func names(_ column: Int) -> [ArraySlice<TableLine>] { full.map { lines[$0[column]] } }
        return words.first.map { !names($0).contains(where: isNoName) } ?? false
            && words.contains { column in
                let texts = names(column).map { $0.map(\.text).joined() }
                return Set(texts).count * 10 >= texts.count * 9
            }
    }

    private func isNoName(_ name: ArraySlice<TableLine>) -> Bool {
        name.contains { line in
            line.signs.isClosed || judge.isListed(line) && !judge.lexicon.contains(line.text, as: .total)
        }
    }

    private func isOrdinal(row: Int, _ width: Int) -> Bool {
        let line = lines[cells[row * width].lowerBound]
        if let number = OrdinalColumn.number(line) { return number == row }
        return line.kind == .span
    }

    private func isHead(_ lines: ArraySlice<TableLine>) -> Bool {
        lines.reduce(0) { $0 + $1.scalars.count } <= 20
            && lines.allSatisfy { line in
                !line.scalars.contains { ["。", ";", ","].contains($0) }
                    && (line.kind == .bracket || !judge.beginsProse(line))
                    && !TableTitle.isCaption(line, lexicon: judge.lexicon)
                    && judge.lexicon.prefix(of: line.text, as: .unitLine) == nil
            }
    }

    private func text(_ cell: Range<Int>) -> String { lines[cell].map(\.text).joined() }

    /// Reads the rows under the heads; the place after them.
    private mutating func read(_ width: Int) -> Int {
        let head = heads.map(text)
        var place = width
        while place < cells.count {
            if place + width <= cells.count, cells[place..<place + width].map(text) == head {
                place += width
            } else if isRow(at: place, pattern) {
                rows.append(Array(cells[place..<place + width]))
                place += width
            } else if pattern.first == false, isLabel(at: place), isRow(at: place + 1, pattern) {
                rows.append([cells[place]])
                place += 1
            } else {
                break
            }
        }
        end = place < cells.count ? cells[place].lowerBound : lines.count
        return place
    }

    /// Whether the cells at `place` are of the kinds of `pattern`; a dash is of either.
    private func isRow(at place: Int, _ pattern: [Bool]) -> Bool {
        guard place + pattern.count <= cells.count else { return false }
        let strange = pattern.indices.count { isValue[place + $0] != pattern[$0] && !isDash(place + $0) }
        // Between row numbers a cell may be of another kind: 全年 among dates.
        let isNumbered =
            pattern.first == true && isNumber(rows.count + 1, at: place)
            && (place + pattern.count == cells.count || isValue[place + pattern.count] == false
                || isNumber(rows.count + 2, at: place + pattern.count))
        return strange <= (isNumbered ? 1 : 0)
            && !lines[cells[place]].contains { TableTitle.isCaption($0, lexicon: judge.lexicon) }
    }

    private func isNumber(_ number: Int, at place: Int) -> Bool {
        OrdinalColumn.number(lines[cells[place].lowerBound]) == number
    }

    /// Whether a row of the kinds of the one after it stands at `place`.
    private func isRow(at place: Int, _ width: Int) -> Bool {
        guard place + 2 * width <= cells.count else { return false }
        let pattern = pattern(at: place + width, width)
        return pattern.first == false && isRow(at: place, pattern)
    }

    /// A word over the rows under it: 按城乡分, 一、续建项目.
    private func isLabel(at place: Int) -> Bool {
        guard place < cells.count, !isValue[place] else { return false }
        let own = lines[cells[place]]
        return isHead(own) && !hasUnit(own) && !own.contains(where: judge.isHeadOfRow)
            || own.count == 1
                && own.allSatisfy { line in
                    line.scalars.count <= 20 && line.kind == .text && judge.beginsProse(line)
                        && !line.scalars.contains { ["。", ";", ",", ":"].contains($0) }
                        && !TableTitle.isCaption(line, lexicon: judge.lexicon)
                }
    }

    // MARK: rows or columns

    private func isPrintedByRows(_ width: Int) -> Bool {
        let full = rows.filter { $0.count == width }
        guard pattern.first == false, !pattern.dropFirst().contains(false) else { return true }
        // Labels among the rows name them too: 2020年 over 数量 and 比重.
        let names = rows.map { lines[$0[0]] }
        let over = heads.dropFirst().map { lines[$0] }
        func share(_ cells: [ArraySlice<TableLine>], _ test: (ArraySlice<TableLine>) -> Bool) -> Double {
            Double(cells.count(where: test)) / Double(cells.count)
        }
        let isOfIndicators = judge.lexicon.suffix(of: text(heads[0]), as: .indicators) != nil
        let (yearsOver, yearsBeside) = (share(over, isOfYear), share(names, isOfYear))
        if yearsOver != yearsBeside { return (yearsOver > yearsBeside) != judge.isOfDates(lines[heads[0].lowerBound]) }
        let (placesOver, placesBeside) = (share(over, isPlace), share(names, isPlace))
        if placesOver != placesBeside { return (placesOver > placesBeside) == isOfIndicators }
        let (totalsOver, totalsBeside) = (over.contains(where: isTotal), names.contains(where: isTotal))
        if totalsOver != totalsBeside { return totalsBeside }
        let (measuresOver, measuresBeside) = (share(over, isOfMeasure), share(names, isOfMeasure))
        if measuresOver != measuresBeside { return measuresOver > measuresBeside }
        let (unitsOver, unitsBeside) = (share(over, hasUnit), share(names, hasUnit))
        if unitsOver != unitsBeside { return (unitsOver < unitsBeside) == isOfIndicators }
        let byColumn = (1..<width).count { column in Self.areAlike(full.map { decimals($0[column]) }) }
        let byRow = full.count { row in Self.areAlike(row.dropFirst().map(decimals)) }
        return byColumn * full.count > byRow * (width - 1)
    }

    private func isOfYear(_ own: ArraySlice<TableLine>) -> Bool {
        own.contains { judge.isYear($0) || judge.lexicon.contains(HeaderJudge.base($0.text), as: .period) }
    }

    /// A head says what is told of the rows: 绝对数, 比上年增长, 为预算的%.
    private func isOfMeasure(_ own: ArraySlice<TableLine>) -> Bool {
        let base = HeaderJudge.base(own.map(\.text).joined())
        return base.unicodeScalars.last == "%"
            || [.measure, .figures, .side].contains { judge.lexicon.contains(base, as: $0) }
            || [.headStart, .side].contains { judge.lexicon.prefix(of: base, as: $0) != nil }
            || judge.lexicon.suffix(of: base, as: .headEnd) != nil
    }

    private func isPlace(_ own: ArraySlice<TableLine>) -> Bool {
        judge.lexicon.suffix(of: own.map(\.text).joined(), as: .placeEnd) != nil
    }

    private func isTotal(_ own: ArraySlice<TableLine>) -> Bool {
        judge.lexicon.contains(own.map(\.text).joined(), as: .total)
    }

    private func hasUnit(_ own: ArraySlice<TableLine>) -> Bool { own.last?.scalars.last == ")" }

    private func decimals(_ cell: Range<Int>) -> Int {
        let scalars = lines[cell.lowerBound].scalars
        guard let point = scalars.firstIndex(of: ".") else { return 0 }
        return scalars[(point + 1)...].prefix(while: CellBoundary.isDigit).count
    }

    private static func areAlike(_ counts: [Int]) -> Bool { Set(counts).count == 1 }
}
