import PipelineDefinition

/// Rows of one cell a line under heads one a line, whatever the heads' words: the kinds of the lines come again, or a
/// word of a closed vocabulary ends each.
///
/// 指标, 年末余额, 比年初增加 | 各项存款, 312.66, 24.18 | 住户存款, 221.50, 20.07: three lines of words, then word, value,
/// value again and again. Where the same lines also fit as columns, the units among the heads and the decimals of the
/// figures tell which way they were printed.
struct PeriodicRows {
    /// The lines of each head by its levels; no lines where the first head is blank.
    private(set) var heads: [[Range<Int>]] = []
    /// The lines of each row's cells, none for a blank one, `nil` where the text does not tell; a row of one cell is a
    /// label.
    private(set) var rows: [[Range<Int>?]] = []
    /// The line after the table.
    private(set) var end = 0
    /// False where the lines are rather columns of one line a row: a head and its names, then heads with their values.
    private(set) var isByRows = true
    /// True where a word stands between the heads and the first row.
    private(set) var opensWithLabel = false

    private let lines: [TableLine]
    private let judge: HeaderJudge
    private let direction: PrintDirection
    private let cells: [Range<Int>]
    private let isValue: [Bool]
    /// Values and words by column, as the first row has them.
    private var pattern: [Bool] = []
    /// The column in which words and figures with units stand: 95×55cm, 移动式.
    private var mixed: Int?

    static let widths = 3...12
    /// Fewer rows whose kinds agree are chance, under heads that no list has and under listed ones.
    private static let fewest = (unlisted: 3, listed: 2)
    /// So many lines show whether a table begins.
    static let sample = 30

    /// `nil` where `lines` do not begin with heads that rows of one pattern follow.
    init?(_ lines: [TableLine], judge: HeaderJudge) {
        self.lines = lines
        self.judge = judge
        direction = PrintDirection(judge: judge)
        cells = TableLine.cells(lines) { _ in false }
        isValue = cells.map { $0.count == 1 && lines[$0.lowerBound].isCellOfFigures }
        guard let first = isValue.firstIndex(of: true) else { return nil }
        if readClosed() { return }
        rows = []
        let most = min(first, Self.widths.upperBound)
        guard most >= Self.widths.lowerBound else { return nil }
        for width in Self.widths.lowerBound...most where read(cells[..<width].map { [$0] }, until: width) { return }
        for (heads, end) in LevelledHeads.all(cells[..<min(first, 2 * Self.widths.upperBound)].map(text))
        where
            read(heads.map { $0.map { cells[$0] } }, until: end)
        {
            return
        }
        for end in Self.widths.lowerBound - 1..<most where read([[0..<0]] + cells[..<end].map { [$0] }, until: end) {
            // 地区 heads no figures: it is the head of the column whose cells stand beside it.
            if pattern[1], isOfNames(heads[1][0]) { return nil }
            return
        }
        guard let numbered = NumberedRows(lines, cells: cells, isValue: isValue, judge: judge) else { return nil }
        heads = cells[..<numbered.width].map { [$0] }
        (rows, end) = (numbered.rows, numbered.end < cells.count ? cells[numbered.end].lowerBound : lines.count)
    }

    /// Reads the rows under `heads`, which end before `end`; `false` where no rows stand there.
    private mutating func read(_ heads: [[Range<Int>]], until end: Int) -> Bool {
        let width = heads.count
        guard let start = start(heads, until: end) else { return false }
        self.heads = heads
        rows = []
        opensWithLabel = start > end
        pattern = pattern(at: start, width)
        mixed = mixedColumn(at: start, width)
        if let mixed { pattern[mixed] = false }
        let place = readRows(from: end)
        // A column without any cell is no column, and the line taken for its head is something else.
        guard rows.count(where: { $0.count > 1 }) >= fewest(heads), areNamed(width),
            rows.contains(where: { $0.count == width && $0.last??.isEmpty == false })
        else { return false }
        // A category stands over groups of rows, so there are some.
        let lacking = rows.count { $0.count == width && $0[0]?.isEmpty == true }
        guard lacking == 0 || rows.count - lacking >= Self.fewest.listed, !breaksOff(at: place, width) else {
            return false
        }
        isByRows = isPrintedByRows(width)
        return true
    }

    // MARK: rows that a closed vocabulary ends

    /// Rows that end with 约束性, 预期性 each behind their figures, whatever their other cells are: 指标, 2020年, 2025年,
    /// 属性 | 死亡率, —, 下降33%, 约束性. A category that stands once may be left out, and words over a row name it as well.
    private mutating func readClosed() -> Bool {
        guard let last = rowEnd(from: 0), last < 2 * Self.widths.upperBound else { return false }
        // An even place: a label stands over the first row.
        let width = (last + 1) / 2
        heads = cells[..<width].map { [$0] }
        guard width > Self.widths.lowerBound || last % 2 == 0 && heads.allSatisfy(isListed),
            cells[..<width].allSatisfy({ isHead(lines[$0]) && !isValue(of: $0) }),
            Set(cells[..<width].map(text)).count == width
        else { return false }
        let hasCategory = judge.isOfCategories(text(cells[0]))
        let first = last + 1 - width
        opensWithLabel = first > width
        guard let words = (first..<last).first(where: { isValue[$0] }).map({ $0 - first }), words > 0 else {
            return false
        }
        var place = width
        while let last = rowEnd(from: place), let own = closedRows(place...last, width, words, hasCategory) {
            rows += own
            place = last + 1
        }
        end = place < cells.count ? cells[place].lowerBound : lines.count
        return rows.count >= Self.fewest.unlisted && !breaksOff(at: place, width)
    }

    /// The place of the first word of the closed vocabulary behind a figure: a unit stands before one.
    private func rowEnd(from start: Int) -> Int? {
        let most = 2 * Self.widths.upperBound
        guard let figure = cells.indices[start...].prefix(most).first(where: { isValue[$0] }) else { return nil }
        return cells.indices[figure...].prefix(most).first { place in
            cells[place].count == 1 && lines[cells[place].lowerBound].signs.isClosed
                && (place + 1 == cells.count || !isValue[place + 1] || isNumber(rows.count + 2, at: place + 1))
        }
    }

    /// The rows at `places`, `words` cells of each before its figures: one, the labels over it, or rows packed in one,
    /// 5.合格率, 其中：优级率 | 97%, 49% | 100%, 50% | 预期性.
    private func closedRows(
        _ places: ClosedRange<Int>, _ width: Int, _ words: Int, _ hasCategory: Bool
    ) -> [[Range<Int>]]? {
        let own = Array(cells[places])
        if own.count == width { return isValue(of: own[0]) ? nil : [own] }
        if hasCategory {
            // Figures begin where they do in full rows, or the blank cell is another one.
            guard own.count == width - 1, !rows.isEmpty, own.firstIndex(where: isValue(of:)) == words - 1 else {
                return nil
            }
            return [[own[0].lowerBound..<own[0].lowerBound] + own]
        }
        let names = own.prefix { !isValue(of: $0) }
        let (figures, values) = (width - 1 - words, own.dropLast().suffix(from: names.count))
        let packed = values.count / max(1, figures)
        guard packed > 0, values.count == packed * figures, packed == 1 || words == 1,
            names.count >= packed + words - 1,
            values.allSatisfy(isValue(of:)), names.allSatisfy({ isName(lines[$0]) })
        else { return nil }
        let labels = names.dropLast(packed + words - 1).map { [$0] }
        return labels
            + (0..<packed).map { row in
                names.suffix(packed + words - 1)[(names.count - packed - words + 1 + row)...].prefix(words)
                    + (0..<figures).map { values[names.count + $0 * packed + row] } + own.suffix(1)
            }
    }

    private func isName(_ name: ArraySlice<TableLine>) -> Bool {
        name.allSatisfy { line in
            line.scalars.count <= 40 && !line.scalars.contains { ["。", ";"].contains($0) }
                && judge.lexicon.prefix(of: line.text, as: .caption) == nil
        }
    }

    /// A listed head of neither years nor measures.
    private func isOfNames(_ head: Range<Int>) -> Bool {
        lines[head].allSatisfy { judge.isHeadOfRow($0) && !judge.isYear($0) } && !direction.isOfMeasure(lines[head])
    }

    private func isListed(_ head: [Range<Int>]) -> Bool {
        head.allSatisfy { !$0.isEmpty && judge.isHeadOfRow(lines[$0.lowerBound]) }
    }

    private func isValue(of cell: Range<Int>) -> Bool { cell.count == 1 && lines[cell.lowerBound].isCellOfFigures }

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

    /// The place of the first row under `heads`, behind a label over it; `nil` where no row stands there.
    private func start(_ heads: [[Range<Int>]], until end: Int) -> Int? {
        let width = heads.count
        // 比上年增长 may stand behind more than one head.
        let names = heads.filter { !direction.isOfMeasure(lines[$0[$0.count - 1]]) }
        guard end + width * fewest(heads) <= cells.count, cells[..<end].allSatisfy({ isHead(lines[$0]) }),
            !names.isEmpty,
            Set(names.map { $0.map(text) }).count == names.count
        else { return nil }
        let isClause = end < cells.count && lines[cells[end]].contains(where: judge.beginsProse)
        let isLabelled = isLabel(at: end) && isRow(at: end + 1, width) && (isClause || !isRow(at: end, width))
        let start = isLabelled ? end + 1 : end
        let pattern = pattern(at: start, width)
        guard pattern.contains(true), pattern.contains(false) || isOfDates(heads[0][0]) else {
            return nil
        }
        return pattern.first == false || (1...fewest(heads)).allSatisfy { isOrdinal(row: $0, from: end, width) }
            ? start : nil
    }

    /// The kinds of the row at `place`; a dash there tells nothing, so the next row speaks.
    private func pattern(at place: Int, _ width: Int) -> [Bool] {
        (0..<width).map { column in
            let (own, next) = (place + column, place + width + column)
            return isDash(own) && next < cells.count ? isValue[next] : isValue[own]
        }
    }

    /// The one column in which the first rows have figures with units as well as words, where all others agree.
    private func mixedColumn(at start: Int, _ width: Int) -> Int? {
        let rows = (0..<Self.mostOfMixed).map { start + $0 * width }.filter { $0 + width <= cells.count }
        let columns = (1..<width).filter { column in Set(rows.map { isValue[$0 + column] }).count > 1 }
        guard rows.count == Self.mostOfMixed, columns.count == 1, let column = columns.first else { return nil }
        let isMixed = rows.allSatisfy { row in
            let line = lines[cells[row + column].lowerBound]
            return line.kind == .quantity || line.kind == .text
        }
        return isMixed ? column : nil
    }

    /// So many rows tell whether a column is mixed.
    private static let mostOfMixed = 4

    private func isDash(_ place: Int) -> Bool { lines[cells[place].lowerBound].kind == .dash }

    /// Whether the rows' first words name them: none of a closed vocabulary as 约束性 is, none the head of a column
    /// (建设时间), whose cells would then stand in its row, and each its own, with the words beside it (铁路 in tonnes and
    /// in tonne-kilometres) and the row that it is a part of (其中：一般贸易 of exports and of imports).
    private func areNamed(_ width: Int) -> Bool {
        // Years name the rows of nothing but figures.
        if !pattern.contains(false) { return true }
        let full = full(width)
        let words = pattern.indices.drop { pattern[$0] }.prefix { !pattern[$0] }
        guard let name = words.first,
            !full.contains(where: { isNoName(lines[$0[name]], before: $0.dropFirst(name + 1)) })
        else { return false }
        let texts = full.map { row in words.map { text(row[$0]) }.joined(separator: "|") }
        var whole = ""
        let names = texts.indices.map { row in
            if row > 0, judge.lexicon.prefix(of: texts[row], as: .part) != nil { whole = texts[row - 1] }
            return whole + "|" + texts[row]
        }
        return Set(names).count * 10 >= names.count * 9
    }

    /// The rows that have every cell.
    private func full(_ width: Int) -> [[Range<Int>]] {
        rows.map { $0.compactMap { $0 } }.filter { $0.count == width }
    }

    private func fewest(_ heads: [[Range<Int>]]) -> Int {
        heads.allSatisfy(isListed) ? Self.fewest.listed : Self.fewest.unlisted
    }

    private func isNoName(_ name: ArraySlice<TableLine>, before rest: ArraySlice<Range<Int>>) -> Bool {
        // 投资额 before its unit is a name.
        let hasUnit = rest.first.map { lines[$0].contains(where: \.signs.isClosed) } ?? false
        return name.contains { line in
            line.signs.isClosed || !hasUnit && judge.isListed(line) && !direction.isTotal([line])
        }
    }

    private func isOrdinal(row: Int, from end: Int, _ width: Int) -> Bool {
        let line = lines[cells[end + (row - 1) * width].lowerBound]
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

    /// Reads the rows under the heads, which end before `place`; the place after them.
    private mutating func readRows(from start: Int) -> Int {
        let width = heads.count
        let head = cells[..<start].map(text)
        var place = start
        while place < cells.count {
            if place + start <= cells.count, cells[place..<place + start].map(text) == head {
                place += start
            } else if lacksCategory(at: place) {
                rows.append([cells[place].lowerBound..<cells[place].lowerBound] + cells[place..<place + width - 1])
                place += width - 1
            } else if lacksRemark(at: place) {
                let last = cells[place + width - 2].upperBound
                rows.append(cells[place..<place + width - 1] + [last..<last])
                place += width - 1
            } else if isRow(at: place, pattern) {
                rows.append(Array(cells[place..<place + width]))
                place += width
            } else if pattern.first == false, isLabel(at: place), isRow(at: place + 1, pattern) {
                rows.append([cells[place]])
                place += 1
            } else if let total = total(at: place) {
                rows.append(total)
                place += total.count { !$0.isEmpty }
            } else {
                break
            }
        }
        end = place < cells.count ? cells[place].lowerBound : lines.count
        return place
    }

    /// Whether the category over the row at `place` stands once, in a row before: the figures begin one cell earlier.
    private func lacksCategory(at place: Int) -> Bool {
        guard !rows.isEmpty, pattern.first == false, pattern[1] == false, let head = heads[0].first, !head.isEmpty,
            judge.isOfCategories(text(head))
        else { return false }
        return isRow(at: place, Array(pattern.dropFirst())) && !isRow(at: place, pattern)
    }

    /// Whether the row at `place` has nothing under 备注, the words behind all figures: so many words as open a row
    /// stand between its figures and the next ones, or the text goes on. Words over rows would look the same, so a
    /// table that begins with one has no such row.
    private func lacksRemark(at place: Int) -> Bool {
        let own = pattern.dropLast()
        guard pattern.last == false, own.last == true, !opensWithLabel, isRow(at: place, Array(own)),
            heads.last?.last.map({ judge.lexicon.contains(text($0), as: .note) }) ?? false
        else { return false }
        let next = place + own.count
        let words = cells.indices[next...].prefix { !isValue[$0] }.count
        if next + words == cells.count || words > own.count { return next == cells.count || endsTable(at: next) }
        return words == own.prefix { !$0 }.count && isRow(at: next, Array(own))
    }

    /// 三、保障措施, a title or a sentence: what stands under a table.
    private func endsTable(at place: Int) -> Bool {
        lines[cells[place]].contains { judge.isBeyondTable($0) || TableTitle.isTitle($0, lexicon: judge.lexicon) }
    }

    /// 合计 under numbered rows and a figure for each of their columns of figures: it has no number.
    private func total(at place: Int) -> [Range<Int>]? {
        guard pattern.first == true, let name = pattern.firstIndex(of: false), direction.isTotal(lines[cells[place]])
        else {
            return nil
        }
        let figures = pattern.dropFirst().count { $0 }
        let own = place + 1..<place + 1 + figures
        guard own.upperBound <= cells.count, own.allSatisfy({ isValue[$0] }),
            own.upperBound == cells.count || !isValue[own.upperBound]
        else { return nil }
        let blank = cells[place].lowerBound..<cells[place].lowerBound
        var next = own.lowerBound
        return pattern.indices.map { column in
            if column == name { return cells[place] }
            guard column > 0, pattern[column] else { return blank }
            next += 1
            return cells[next - 1]
        }
    }

    /// Whether the cells at `place` are of the kinds of `pattern`; a dash is of either.
    private func isRow(at place: Int, _ pattern: [Bool]) -> Bool {
        guard place + pattern.count <= cells.count else { return false }
        let strange = pattern.indices.count {
            isValue[place + $0] != pattern[$0] && !isDash(place + $0) && $0 != mixed
        }
        // Between row numbers a cell may be of another kind: 全年 among dates.
        let isNumbered =
            pattern.first == true && isNumber(rows.count + 1, at: place)
            && (place + pattern.count == cells.count || !isValue[place + pattern.count]
                || isNumber(rows.count + 2, at: place + pattern.count))
        // Under names 合计 may count: 5个.
        let isTotal =
            pattern.first == false && direction.isTotal(lines[cells[place]])
            && (place + pattern.count == cells.count || !isValue[place + pattern.count])
        return strange <= (isNumbered || isTotal ? 1 : 0)
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
        return isHead(own) && !direction.hasUnit(own) && !own.contains(where: judge.isHeadOfRow)
            || own.count == 1
                && own.allSatisfy { line in
                    line.scalars.count <= 20 && line.kind == .text && judge.beginsProse(line)
                        && !line.scalars.contains { ["。", ";", ",", ":"].contains($0) }
                        && !TableTitle.isCaption(line, lexicon: judge.lexicon)
                }
    }

    // MARK: rows or columns

    private func isPrintedByRows(_ width: Int) -> Bool {
        let full = full(width)
        guard pattern.first == false, !pattern.dropFirst().contains(false) else { return true }
        // Labels among the rows name them too: 2020年 over 数量 and 比重.
        let names = rows.compactMap { $0[0].map { lines[$0] } }
        let over = heads.dropFirst().map { lines[$0[0]] }
        if let isRight = direction.isRight(first: lines[heads[0][0]], over: over, beside: names) { return isRight }
        let byColumn = (1..<width).count { column in Self.areAlike(full.map { decimals($0[column]) }) }
        let byRow = full.count { row in Self.areAlike(row.dropFirst().map(decimals)) }
        return byColumn * full.count > byRow * (width - 1)
    }

    private func isOfDates(_ head: Range<Int>) -> Bool { head.first.map { judge.isOfDates(lines[$0]) } ?? false }

    private func decimals(_ cell: Range<Int>) -> Int {
        let scalars = lines[cell.lowerBound].scalars
        guard let point = scalars.firstIndex(of: ".") else { return 0 }
        return scalars[(point + 1)...].prefix(while: CellBoundary.isDigit).count
    }

    private static func areAlike(_ counts: [Int]) -> Bool { Set(counts).count == 1 }
}
