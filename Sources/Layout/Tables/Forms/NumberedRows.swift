import PipelineDefinition

/// Numbered rows of one cell a line of which some cells wrap over lines: 序号, 项目名称, 建设内容, 总投资 | 1, 冷链物流园, 冷库容量,
/// 6万吨, 48000.
///
/// A row goes from its number to the next. Figures and dates stand in one line each, so they part the row: the words
/// between two of them are the cells of so many columns, and ``JoinEvidence`` tells which lines are one cell. What it
/// does not tell stays blank.
struct NumberedRows {
    /// The lines of each row's cells, `nil` where the text does not tell.
    private(set) var rows: [[Range<Int>?]] = []
    /// How many cells are the table's.
    private(set) var end = 0
    let width: Int

    private let lines: [TableLine]
    private let cells: [Range<Int>]
    private let isValue: [Bool]
    private let judge: HeaderJudge

    /// A row has no more lines than so many for each head.
    private static let linesAHead = 5
    private static let fewestRows = 2
    /// By how much another way to cut words must be worse: their columns may be of other widths.
    private static let margin = 3.0
    /// What must speak for a line being no cell of its own where there are as many lines as cells: more than widths do.
    private static let joined = 7.0

    /// `nil` where no numbered rows stand under a row of heads known by its words.
    init?(_ lines: [TableLine], cells: [Range<Int>], isValue: [Bool], judge: HeaderJudge) {
        (self.lines, self.cells, self.isValue, self.judge) = (lines, cells, isValue, judge)
        guard let width = isValue.firstIndex(of: true), PeriodicRows.widths.contains(width) else { return nil }
        self.width = width
        let heads = cells[..<width].map { lines[$0] }
        guard judge.lexicon.contains(heads[0].map(\.text).joined(), as: .ordinal), heads.allSatisfy({ $0.count == 1 }),
            Set(heads.map { $0.map(\.text) }).count == width
        else { return nil }
        guard let starts = starts(), starts.count > Self.fewestRows else { return nil }
        let rows = zip(starts, starts.dropFirst()).map { $0..<$1 }
        // Rows of a line a head bear out heads of any words.
        let full = rows.count { $0.count == width }
        guard judge.areHeads(heads.compactMap(\.first)) || rows.count > Self.fewestRows && full * 3 >= rows.count * 2,
            let kinds = kinds(rows, heads)
        else { return nil }
        self.rows = rows.map { row in
            [cells[row.lowerBound]] + (divided(row.dropFirst(), kinds) ?? Array(repeating: nil, count: width - 1))
        }
        end = starts[starts.count - 1]
        // Which of its figures is whose, nothing tells: 合计 has no number.
        if end < cells.count, isTotal(at: end) {
            self.rows.append([cells[end]] + Array(repeating: nil, count: width - 1))
            end = isValue[(end + 1)...].firstIndex(of: false) ?? cells.count
        }
    }

    /// The places of the rows' numbers in order, and the one after the last row.
    private func starts() -> [Int]? {
        var starts: [Int] = []
        var place = width
        while isNumber(starts.count + 1, at: place) {
            starts.append(place)
            let most = min(cells.count, place + Self.linesAHead * width)
            // A row without its last cell is the shortest.
            let next = (min(place + width - 1, most)..<most).first { isNumber(starts.count + 1, at: $0) }
            guard let next else { break }
            place = next
        }
        guard let last = starts.last else { return nil }
        let most = min(cells.count, last + Self.linesAHead * width)
        let end = (last + 1..<max(last + 1, most)).first { endsTable(at: $0) } ?? most
        return end == cells.count || end < most ? starts + [end] : nil
    }

    private func isNumber(_ number: Int, at place: Int) -> Bool {
        place < cells.count && cells[place].count == 1 && OrdinalColumn.number(lines[cells[place].lowerBound]) == number
            && (place + 1 == cells.count || !isValue[place + 1])
    }

    private func isTotal(at place: Int) -> Bool {
        lines[cells[place]].contains { judge.lexicon.contains($0.text, as: .total) }
    }

    private func endsTable(at place: Int) -> Bool {
        isTotal(at: place) || lines[cells[place]].contains(where: judge.isBeyondTable)
    }

    /// Whether figures or dates stand in each column but the first: as rows of one line a cell have them, else as the
    /// heads say; `nil` where such rows differ.
    private func kinds(_ rows: [Range<Int>], _ heads: [ArraySlice<TableLine>]) -> [Bool]? {
        let full = rows.filter { $0.count == width }.map { $0.dropFirst() }
        if full.isEmpty {
            return heads.dropFirst().map { head in
                head.contains { judge.isOfDates($0) || judge.isYear($0) || $0.scalars.last == ")" }
            }
        }
        let kinds = (1..<width).map { column in
            full.count { isValue[$0.startIndex + column - 1] } * 2 > full.count
        }
        return full.allSatisfy { isRow($0, kinds) } ? kinds : nil
    }

    /// Whether `row` has a line for each column; a quantity may stand for words: 8座全部开放.
    private func isRow(_ row: Range<Int>, _ kinds: [Bool]) -> Bool {
        row.count == kinds.count
            && zip(row, kinds).allSatisfy { isValue[$0] == $1 || !$1 && lines[cells[$0].lowerBound].kind == .quantity }
    }

    /// The cells of a row; `nil` where its figures are not those of the columns.
    private func divided(_ row: Range<Int>, _ kinds: [Bool]) -> [Range<Int>?]? {
        if isRow(row, kinds) && row.contains(where: { isValue[$0] != kinds[$0 - row.lowerBound] }) {
            return row.map { cells[$0] }
        }
        var result: [Range<Int>?] = []
        var place = row.lowerBound
        while result.count < kinds.count {
            if kinds[result.count] {
                guard place < row.upperBound, isValue[place] else { return nil }
                result.append(cells[place])
                place += 1
                continue
            }
            let columns = kinds[result.count...].prefix { !$0 }.count
            let words = row[place...].prefix { !isValue[$0] }
            guard words.count >= columns else { return nil }
            result += divided(words, into: columns)
            place = words.endIndex
        }
        return place == row.upperBound ? result : nil
    }

    /// Words as the cells of so many columns, blank where it is not sure which.
    private func divided(_ words: Range<Int>, into columns: Int) -> [Range<Int>?] {
        let own = words.map { cells[$0] }
        let evidence = JoinEvidence(own.map { lines[$0.lowerBound] }).borders
        let cut = SequenceCut(evidence: evidence, cells: max(1, columns - 1)...columns)
        guard let best = cut.best(columns), cut.margin(columns) >= Self.margin,
            // One cell less, and a blank one, is no better.
            columns == 1
                || cut.best(columns - 1).map({
                    $0 - best <= (own.count == columns ? Self.joined : Self.margin)
                }) ?? true
        else { return Array(repeating: nil, count: columns) }
        return cut.cells(columns).map { own[$0.lowerBound].lowerBound..<own[$0.upperBound - 1].upperBound }
    }
}
