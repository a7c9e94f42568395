import PipelineDefinition

/// Reads a flattened table that has no row numbers: runs of values of one length tell its rows.
///
/// 指标, nine names, 年末数（万人）, nine values, 比重（%）, nine values: the heads are what stands between the runs,
/// whatever their words. Before the first run stand a head, the names with labels among them (按城乡分), and columns
/// of words as long (单位). Exactly one such division must fit.
struct EqualColumns {
    let lexicon: TableLexicon
    /// The heads of the tables before: a page that repeats them may have one row.
    let known: Set<String>
    private let judge: HeaderJudge

    /// Fewer values under each other are chance, but under heads that the page before had.
    private static let fewestRows = 2
    private static let longestHead = 4
    /// A shorter line over a head of ranks may be a name.
    private static let shortestTitle = 9
    /// Columns of words between the names and the first values: 单位, 属性.
    private static let mostWordColumns = 3
    /// The same under heads that the page before had.
    private static let mostKnownColumns = 8

    /// A cell: one line, or more where a bracket is open.
    private typealias Cell = Range<Int>

    private let lines: [TableLine]
    private let cells: [Cell]

    /// - Parameter lines: those of one page.
    init(_ lines: [TableLine], lexicon: TableLexicon, known: Set<String>) {
        self.lines = lines
        self.lexicon = lexicon
        self.known = known
        judge = HeaderJudge(lexicon: lexicon, known: known)
        cells = TableLine.cells(lines) { $0.kind == .text && $0.signs.neverBegins && !$0.signs.isClosed }
    }

    /// The first table; `nil` where none is sure.
    func read() -> FlattenedPiece? {
        var index = 0
        while index < cells.count {
            let run = valueRun(from: index)
            guard run.count > 0, !isMixed(run) else {
                index += 1
                continue
            }
            if let piece = piece(firstRun: run) { return piece }
            index = run.upperBound
        }
        return nil
    }

    private func isValue(_ cell: Cell) -> Bool {
        cell.count == 1 && lines[cell.lowerBound].isCellOfFigures
    }

    /// The cells from `start` on that are values.
    private func valueRun(from start: Int) -> Range<Int> {
        var end = start
        while end < cells.count, isValue(cells[end]) { end += 1 }
        return start..<end
    }

    /// The values from `start` on, with words among them that hold a figure (提高1岁) where they make the column full.
    private func fullRun(from start: Int, rows: Int) -> Range<Int> {
        let run = valueRun(from: start)
        let all = start..<start + rows
        guard run.count < rows, all.upperBound <= cells.count,
            all.upperBound == cells.count || !isValue(cells[all.upperBound])
        else { return run }
        guard all.count(where: { isValue(cells[$0]) }) * 2 > rows else { return run }
        let areValues = all.allSatisfy { isValue(cells[$0]) || isLabelled(cells[$0]) }
        return areValues ? all : run
    }

    /// 提高1岁, 下降15%
    private func isLabelled(_ cell: Cell) -> Bool {
        let line = lines[cell.lowerBound]
        return cell.count == 1
            && (line.kind == .labelled || line.scalars.last == "%" && line.scalars.count <= 8 && line.kind == .text)
    }

    /// Dates and figures under each other are the ends and the beginnings of rows, no column.
    private func isMixed(_ run: Range<Int>) -> Bool {
        let kinds = run.map { lines[cells[$0].lowerBound] }
        return kinds.contains { $0.kind == .span && $0.scalars.count > 4 } && kinds.contains { $0.kind.isNumeric }
    }

    // MARK: runs

    private struct Column {
        var head: Range<Int>
        var cells: Range<Int>
    }

    private func piece(firstRun: Range<Int>) -> FlattenedPiece? {
        let rows = firstRun.count
        var values: [Column] = []
        var end = firstRun.upperBound
        let isCounted = isOfYears(firstRun) || isOfRanks(firstRun)
        while end < cells.count {
            if let again = namesAgain(from: end, rows: rows) {
                values += again
                end = again[1].cells.upperBound
                continue
            }
            var head = end
            while head < cells.count, head - end <= Self.longestHead, !isValue(cells[head]),
                head == end || !isLabelled(cells[head]) || fullRun(from: head, rows: rows).count != rows
            {
                head += 1
            }
            let run = fullRun(from: head, rows: rows)
            guard run.count == rows, (1...Self.longestHead).contains(head - end), isHead(end..<head), !isMixed(run)
            else {
                break
            }
            values.append(Column(head: end..<head, cells: run))
            end = run.upperBound
        }
        if isCounted, !values.isEmpty, let front = countedFront(firstRun) {
            let columns = [Column(head: front.head, cells: firstRun)] + values
            return piece(columns, front: front, rows: rows)
        }
        let hasLevels = values.contains { $0.head.count > 1 }
        guard let front = front(before: firstRun, hasLevels: hasLevels, more: values.count) else {
            return nil
        }
        // Where the first head comes again another page begins.
        if let first = front.columns.first,
            let again = values.firstIndex(where: {
                text($0.head.prefix(1)) == text(first.head)
            })
        {
            values.removeSubrange(again...)
            end = values.last?.cells.upperBound ?? firstRun.upperBound
        }
        let isKnown = (front.columns.map(\.head) + [front.head]).allSatisfy { known.contains(text($0)) }
        guard rows >= Self.fewestRows || isKnown,
            values.count > 0 || front.columns.count > 2 || front.isTitled || isKnown
        else { return nil }
        values.insert(Column(head: front.head, cells: firstRun), at: 0)
        guard isKnown || !isPrintedByRows(front, values) else { return nil }
        var columns = front.columns + values
        while let column = wordColumn(from: end, rows: rows, under: front),
            !columns.contains(where: { text($0.head) == text(column.head) })
        {
            columns.append(column)
            end = column.cells.upperBound
        }
        var piece = piece(columns, front: front, rows: rows)
        // A listed head that comes next, or one over figures, has a column which did not fit.
        if end < cells.count, let next = lines[cells[end]].first, isHead(end..<end + 1),
            judge.isHeadOfRow(next) || isMostlyValues(end + 1..<end + 1 + rows),
            next.text != text(columns[0].head)
        {
            piece?.unread = next
            if let last = lastOfUnread(from: end + 1, rows: rows, under: front), let first = piece?.lines.lowerBound {
                piece?.lines = first...lines[cells[last].upperBound - 1].number
            }
        }
        return piece
    }

    private func isMostlyValues(_ range: Range<Int>) -> Bool {
        range.clamped(to: cells.indices).count { isValue(cells[$0]) } * 2 > range.count
    }

    /// The last cell of a column that could not be read, where the table's end shows it: fewer cells than rows, since
    /// some are blank, then what no table holds.
    private func lastOfUnread(from start: Int, rows: Int, under front: Front) -> Int? {
        func isEnd(_ place: Int) -> Bool { isBeyond(cells[place]) || isFirstHead(place, of: front) }
        let own = cells.indices[start...].prefix(rows).prefix { !isEnd($0) }
        guard let last = own.last, own.count < rows, last + 1 == cells.count || isEnd(last + 1) else {
            return nil
        }
        return last
    }

    private func isBeyond(_ cell: Cell) -> Bool { lines[cell].contains(where: judge.isBeyondTable) }

    /// True where the heads between the runs are rather names of rows, and the names heads: 全市, 桃源区 over 常住人口,
    /// or the names measures: 上半年累计, 同比增减 under 单位.
    private func isPrintedByRows(_ front: Front, _ values: [Column]) -> Bool {
        guard front.columns.count == 1, let names = front.columns.first, !names.head.isEmpty else { return false }
        func words(_ range: Range<Int>) -> ArraySlice<TableLine> { range.flatMap { lines[cells[$0]] }[...] }
        let direction = PrintDirection(judge: judge)
        let (first, over) = (words(names.head), values.map { words($0.head) })
        let beside = names.cells.map { lines[cells[$0]] }
        return direction.hasPlacesOver(first: first, over: over, beside: beside)
            || direction.isRight(first: first, over: over, beside: beside) == false
    }

    /// 2019, 2020, 2021: years that follow each other name the rows.
    private func isOfYears(_ run: Range<Int>) -> Bool {
        let years = run.compactMap { Int(lines[cells[$0].lowerBound].text) }
        guard years.count == run.count, years.count > 1, years.allSatisfy({ (1949...2099).contains($0) }) else {
            return false
        }
        let steps = zip(years, years.dropFirst()).map { $1 - $0 }
        return steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 }
    }

    /// 1, 2, 3 under the first head (位次), whether it is known or not, and names behind them.
    private func isOfRanks(_ run: Range<Int>) -> Bool {
        let numbers = run.compactMap { OrdinalColumn.number(lines[cells[$0].lowerBound]) }
        let isKnown = run.lowerBound > 0 && known.contains(text(run.lowerBound - 1..<run.lowerBound))
        guard numbers.count == run.count, zip(numbers, numbers.dropFirst()).allSatisfy({ $0 + 1 == $1 }) else {
            return false
        }
        // A name there would have the numbers as its values.
        let over = run.lowerBound - 2
        let isUnderTitle = over < 0 || lines[cells[over].lowerBound].scalars.count >= Self.shortestTitle
        return (isKnown || run.count > 2 && numbers[0] == 1 && isUnderTitle)
            && namesAgain(from: run.upperBound, rows: run.count) != nil
    }

    /// The head over years or ranks that name the rows.
    private func countedFront(_ run: Range<Int>) -> Front? {
        let head = run.lowerBound - 1..<run.lowerBound
        guard head.lowerBound >= 0, isHead(head),
            !TableTitle.isTitle(
                lines[cells[head.lowerBound].lowerBound], lexicon: lexicon)
        else { return nil }
        return Front(columns: [], labels: [], head: head, isTitled: true)
    }

    private func piece(_ columns: [Column], front: Front, rows: Int) -> FlattenedPiece? {
        guard let first = columns.first, let last = columns.last else { return nil }
        let labels = Set(front.labels)
        var groups: [OrdinalColumn.Group] = []
        var names: [Int] = []
        for cell in first.cells {
            if labels.contains(cell) {
                let own = Array(lines[cells[cell]])
                groups.append(OrdinalColumn.Group(label: own.map(\.printed).joined(), row: names.count, lines: own))
            } else {
                names.append(cell)
            }
        }
        let pieces = columns.enumerated().map { index, column -> FlattenedPiece.Column in
            let own = index == 0 ? names : Array(column.cells)
            var ranges: [Range<Int>] = []
            var content: [TableLine] = []
            for cell in own {
                ranges.append(content.count..<content.count + cells[cell].count)
                content += lines[cells[cell]]
            }
            let fit = ColumnFit(
                cost: 0, outcome: .assigned(ranges, total: nil), isNumeric: isValue(cells[own[0]]))
            return FlattenedPiece.Column(
                header: column.head.flatMap { lines[cells[$0]] },
                cells: content, fit: fit, margin: .infinity)
        }
        let (top, bottom) = (cells[first.head.lowerBound].lowerBound, cells[last.cells.upperBound - 1].upperBound - 1)
        return FlattenedPiece(
            rowCount: rows, groups: groups, columns: pieces,
            lines: lines[top].number...lines[bottom].number)
    }

    private func text(_ range: Range<Int>) -> String {
        range.flatMap { lines[cells[$0]] }.map(\.text).joined()
    }

    /// True for words that can head a column: short, no sentence, no clause.
    private func isHead(_ range: Range<Int>) -> Bool {
        range.allSatisfy { cell in
            let own = lines[cells[cell]]
            return own.reduce(0) { $0 + $1.scalars.count } <= 30
                && own.allSatisfy { line in
                    !line.scalars.contains { ["。", ";", ","].contains($0) } && !judge.beginsProse(line)
                }
        }
    }

    /// A head and as many words of a closed vocabulary: 属性, 预期性, 约束性; or words that come again: 是, 是, 否, 是.
    private func wordColumn(from start: Int, rows: Int, under front: Front) -> Column? {
        guard start + rows < cells.count, cells[start].count == 1, isHead(start..<start + 1) else {
            return nil
        }
        let own = start + 1..<start + 1 + rows
        guard own.allSatisfy({ cells[$0].count == 1 }) else { return nil }
        let words = own.map { lines[cells[$0].lowerBound] }
        if own.contains(where: { isFirstHead($0, of: front) }) { return nil }
        let isListed = judge.isListed(lines[cells[start].lowerBound])
        let isClosed = words.allSatisfy(\.signs.isClosed)
        let comeAgain = rows > 3 && Set(words.map(\.text)).count * 2 <= rows && isHead(own)
        let areOffices = isListed && words.allSatisfy { $0.signs.endsCell && $0.scalars.count <= 18 }
        guard isListed && isClosed || comeAgain || areOffices || isLast(own, under: front) else {
            return nil
        }
        return Column(head: start..<start + 1, cells: own)
    }

    /// Whether a line a row stands between a head and the table's end: its first head again, on the next page, or under
    /// a head known by its words what no table holds.
    private func isLast(_ own: Range<Int>, under front: Front) -> Bool {
        let words = own.map { lines[cells[$0].lowerBound] }
        guard own.count > 1, isHead(own), !words.contains(where: judge.isListed),
            ColumnFitter.areWhole(words)
        else { return false }
        if own.upperBound < cells.count, isFirstHead(own.upperBound, of: front) { return true }
        let head = lines[cells[own.lowerBound - 1].lowerBound]
        return (judge.isHeadOfRow(head) || judge.endsAsHead(head) || known.contains(head.text))
            && (own.upperBound == cells.count || isBeyond(cells[own.upperBound]))
    }

    /// Whether the next page's table begins at `place`.
    private func isFirstHead(_ place: Int, of front: Front) -> Bool {
        guard let first = front.columns.first?.head, !first.isEmpty else { return false }
        return text(place..<place + 1) == text(first)
    }

    /// Names of a second half, a head over a line a row, and the values beside them: 收入项目, 预算数, 支出项目, 预算数.
    private func namesAgain(from start: Int, rows: Int) -> [Column]? {
        let names = start + 1..<start + 1 + rows
        guard names.upperBound < cells.count, isHead(start..<names.upperBound + 1),
            // So few lines may be one head.
            rows + 2 > Self.longestHead || known.contains(text(start..<start + 1)),
            !(start...names.upperBound).contains(where: { isValue(cells[$0]) })
        else { return nil }
        let values = fullRun(from: names.upperBound + 1, rows: rows)
        guard values.count == rows, !isMixed(values) else { return nil }
        return [
            Column(head: start..<start + 1, cells: names),
            Column(head: names.upperBound..<names.upperBound + 1, cells: values),
        ]
    }

    // MARK: what stands before the first values

    private struct Front {
        var columns: [Column]
        var labels: [Int]
        /// The head of the first values.
        var head: Range<Int>
        /// A title or a unit stands over the first head.
        var isTitled: Bool
    }

    /// The names and the columns of words before the run; `nil` where no division or more than one fits.
    private func front(before run: Range<Int>, hasLevels: Bool, more: Int) -> Front? {
        let (start, isTitled) = start(of: run)
        var found: [(front: Front, listed: Int)] = []
        // A page repeats the heads, which may stand behind the rest of the page before.
        let heads =
            isTitled || known.isEmpty
            ? []
            : (start..<run.lowerBound).filter { known.contains(text($0..<$0 + 1)) }
                .suffix(Self.mostKnownColumns)
        let near = start..<max(start, min(start + 3, run.lowerBound))
        for first in heads + near where first == start || !isTitled {
            for headLength in 1...2 where headLength == 1 || hasLevels || isOfTwoLines(run.lowerBound) {
                for words in 0...(heads.contains(first) ? Self.mostKnownColumns : Self.mostWordColumns) {
                    guard
                        let front = front(
                            first..<run.lowerBound, rows: run.count, words: words,
                            headLength: headLength, isTitled: isTitled)
                    else { continue }
                    let listed = listedHeads(front)
                    // Without a title over it only a known head says where the table begins, or two columns of
                    // values under one line that can be a title.
                    if first > start, !heads.contains(first), listed == 0,
                        first > start + 1 || more < 2 || run.count < 3
                    {
                        continue
                    }
                    found.append((front, listed))
                }
            }
            if !found.isEmpty { break }
        }
        if found.isEmpty, isTitled, more > 0 { return unheaded(start..<run.lowerBound, rows: run.count) }
        guard let most = found.map(\.listed).max() else { return nil }
        let best = found.filter { $0.listed == most }
        return best.count == 1 ? best[0].front : nil
    }

    /// True where the two cells before `place` make one head by their words: 2025年, 目标值.
    private func isOfTwoLines(_ place: Int) -> Bool {
        guard place > 1 else { return false }
        let (first, second) = (lines[cells[place - 2].lowerBound], lines[cells[place - 1].lowerBound])
        return judge.isYear(first) || lexicon.contains(second.text, as: .measure)
    }

    private func listedHeads(_ front: Front) -> Int {
        (front.columns.map(\.head) + [front.head]).count { head in
            head.contains { cells[$0].count == 1 && judge.isListed(lines[cells[$0].lowerBound]) }
                || known.contains(text(head))
        }
    }

    /// The first cell of the table: under its title, its unit, or the last sentence before it.
    private func start(of run: Range<Int>) -> (Int, isTitled: Bool) {
        var index = run.lowerBound - 1
        while index >= 0 {
            let line = lines[cells[index].lowerBound]
            if lexicon.prefix(of: line.text, as: .unitLine) != nil || TableTitle.isCaption(line, lexicon: lexicon)
                || TableTitle.isContinuation(line.text, lexicon: lexicon)
            {
                let isBase = index + 1 < run.lowerBound && judge.isBase(lines[cells[index + 1].lowerBound])
                return (index + (isBase ? 2 : 1), true)
            }
            if index < run.lowerBound - run.count - 1, TableTitle.isTitle(line, lexicon: lexicon),
                !judge.couldHeadNames(line)
            {
                return (index + 1, true)
            }
            // Fewer values than rows stand among names or words: 60周岁及以上, 95×55cm.
            let isOfRun = index + 1 >= run.count && (0..<run.count).allSatisfy { isValue(cells[index - $0]) }
            if line.scalars.contains("。") || isOfRun { return (index + 1, false) }
            index -= 1
        }
        return (0, false)
    }

    private func front(
        _ range: Range<Int>, rows: Int, words: Int, headLength: Int,
        isTitled: Bool
    ) -> Front? {
        let head = range.upperBound - headLength..<range.upperBound
        guard head.lowerBound > range.lowerBound, isHead(head) else { return nil }
        // From the last column of words back to the names.
        var columns: [Column] = []
        var end = head.lowerBound
        for _ in 0..<words {
            let own = end - rows..<end
            guard own.lowerBound - 1 > range.lowerBound, isHead(own.lowerBound - 1..<own.lowerBound),
                isWordColumn(own)
            else { return nil }
            columns.insert(Column(head: own.lowerBound - 1..<own.lowerBound, cells: own), at: 0)
            end = own.lowerBound - 1
        }
        let names = range.lowerBound + 1..<end
        guard names.count >= rows, isHead(range.lowerBound..<range.lowerBound + 1) else { return nil }
        let labels = names.filter { isLabel(lines[cells[$0]]) }
        guard names.count - labels.count == rows else { return nil }
        columns.insert(Column(head: range.lowerBound..<range.lowerBound + 1, cells: names), at: 0)
        return Front(columns: columns, labels: labels, head: head, isTitled: isTitled)
    }

    /// Names under a title without a head of their own, 单位 and its units at most between them and the first values.
    private func unheaded(_ range: Range<Int>, rows: Int) -> Front? {
        let names = range.prefix(rows)
        let head = range.upperBound - 1..<range.upperBound
        guard names.count == rows, isHead(head),
            names.allSatisfy({ place in
                let own = lines[cells[place]]
                return !isLabel(own) && !own.contains { judge.isHeadOfRow($0) || judge.couldHeadNames($0) }
            })
        else { return nil }
        var columns = [Column(head: range.lowerBound..<range.lowerBound, cells: names)]
        let between = names.endIndex..<head.lowerBound
        if !between.isEmpty {
            let units = between.dropFirst()
            guard units.count == rows, lexicon.contains(text(between.prefix(1)), as: .unit), isWordColumn(units)
            else { return nil }
            columns.append(Column(head: between.prefix(1), cells: units))
        }
        return Front(columns: columns, labels: [], head: head, isTitled: true)
    }

    /// 按城乡分: it names how the rows under it are parted.
    private func isLabel(_ lines: ArraySlice<TableLine>) -> Bool {
        let text = lines.map(\.text).joined()
        return lexicon.prefix(of: text, as: .labelStart) != nil && lexicon.suffix(of: text, as: .labelEnd) != nil
    }

    /// Words that units or a closed vocabulary may be: each one line, short, none a listed head.
    private func isWordColumn(_ range: Range<Int>) -> Bool {
        let isKnown =
            range.lowerBound > 0 && known.contains(text(range.lowerBound - 1..<range.lowerBound))
        let longest = isKnown ? 40 : 12
        return range.allSatisfy { cell in
            guard cells[cell].count == 1 else { return false }
            let line = lines[cells[cell].lowerBound]
            return line.scalars.count <= longest && !judge.isListed(line)
        }
    }
}
