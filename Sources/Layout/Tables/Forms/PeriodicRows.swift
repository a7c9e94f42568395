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
            guard begins(width: width) else { continue }
            heads = Array(cells[..<width])
            rows = []
            read(width)
            guard rows.count(where: { $0.count > 1 }) >= Self.fewest, areNamed(width) else { continue }
            guard end == lines.count || !lines[end].isCellOfFigures else { return nil }
            isByRows = isPrintedByRows(width)
            return
        }
        return nil
    }

    // MARK: the pattern

    /// Whether `width` heads stand over a row of values and words.
    private func begins(width: Int) -> Bool {
        guard width * (Self.fewest + 1) <= cells.count, cells[..<width].allSatisfy({ isHead(lines[$0]) }),
            Set(cells[..<width].map(text)).count == width
        else { return false }
        let pattern = isValue[width..<2 * width]
        guard pattern.contains(true), pattern.contains(false) else { return false }
        return pattern.first == false || (1...Self.fewest).allSatisfy { isOrdinal(row: $0, width) }
    }

    /// Whether the rows' first words name them: each its own, none of a closed vocabulary as 约束性 is, none the head of
    /// a column (建设时间), whose cells would then stand in its row.
    private func areNamed(_ width: Int) -> Bool {
        let full = rows.filter { $0.count == width }
        guard let name = (0..<width).first(where: { !isValue[width + $0] }) else { return false }
        let names = full.map { lines[$0[name]] }
        return Set(names.map { $0.map(\.text).joined() }).count * 10 >= names.count * 9
            && !names.contains { name in
                name.contains { line in
                    line.signs.isClosed
                        || judge.isListed(line) && !judge.lexicon.contains(line.text, as: .total)
                }
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

    private mutating func read(_ width: Int) {
        let pattern = isValue[width..<2 * width]
        func isRow(at place: Int) -> Bool {
            place + width <= cells.count && isValue[place..<place + width].elementsEqual(pattern)
                && !lines[cells[place]].contains { TableTitle.isCaption($0, lexicon: judge.lexicon) }
        }
        let head = heads.map(text)
        var place = width
        while place < cells.count {
            if place + width <= cells.count, cells[place..<place + width].map(text) == head {
                place += width
            } else if isRow(at: place) {
                rows.append(Array(cells[place..<place + width]))
                place += width
            } else if pattern.first == false, !isValue[place], isHead(lines[cells[place]]), isRow(at: place + 1) {
                rows.append([cells[place]])
                place += 1
            } else {
                break
            }
        }
        end = place < cells.count ? cells[place].lowerBound : lines.count
    }

    // MARK: rows or columns

    private func isPrintedByRows(_ width: Int) -> Bool {
        let full = rows.filter { $0.count == width }
        let pattern = Array(isValue[width..<2 * width])
        guard pattern.first == false, !pattern.dropFirst().contains(false) else { return true }
        // Labels among the rows name them too: 2020年 over 数量 and 比重.
        let names = rows.map { lines[$0[0]] }
        let over = heads.dropFirst().map { lines[$0] }
        func share(_ cells: [ArraySlice<TableLine>], _ test: (ArraySlice<TableLine>) -> Bool) -> Double {
            Double(cells.count(where: test)) / Double(cells.count)
        }
        let isOfIndicators = judge.lexicon.contains(text(heads[0]), as: .indicators)
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

    private func isOfYear(_ own: ArraySlice<TableLine>) -> Bool { own.contains(where: judge.isYear) }

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
