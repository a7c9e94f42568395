import PipelineDefinition
import SourceText

/// One page's part of a flattened table: its rows by number, its columns with what each holds.
struct FlattenedPiece {
    struct Column {
        var header: [TableLine]
        var cells: [TableLine]
        var fit: ColumnFit
        /// By how much the best division of the lines into columns without this one is dearer.
        var margin: Double

        /// True also where only dashes stand for the figures.
        var isOfFigures: Bool { fit.isNumeric || cells.allSatisfy { $0.kind == .dash } }
        /// True also where the figures look like years: -, 1933.
        func couldHaveTotal(_ judge: HeaderJudge) -> Bool {
            guard !cells.isEmpty else { return false }
            return fit.isNumeric || cells.allSatisfy(\.couldBeFigure) && !header.contains { judge.isOfDates($0) }
        }
    }

    /// `nil` in a table without row numbers.
    var ordinalHeader: TableLine?
    /// The lines that number the rows.
    var numbers: [TableLine] = []
    var rowCount: Int
    var firstNumber = 1
    var groups: [OrdinalColumn.Group] = []
    var total: TableLine?
    var columns: [Column]
    var notes: [[TableLine]] = []
    /// The line after the piece where it looks like the head of one more column, which could not be read.
    var unread: TableLine?
    /// The label that the rows before the first label stand under: that of the page before.
    var group = ""
    var title: TableTitle?
    var unit: String?
    var lines: ClosedRange<Int>

    var lastNumber: Int { firstNumber + rowCount - 1 }
    /// True where another division of the lines into columns is nearly as likely.
    var isDoubtful: Bool { columns.contains { $0.margin < FlattenedPieceReader.doubtOfOneRow } }
    /// The label that the last row stands under.
    var lastGroup: String { groups.last { $0.row < rowCount }?.label ?? group }
    /// What a continuation repeats.
    var signature: [String] { columns.map { $0.header.map(\.text).joined() } }
}

/// Reads one piece: the ordinal column first, then the search over the lines after it.
struct FlattenedPieceReader {
    let lexicon: TableLexicon
    let known: Set<String>

    /// The piece whose ordinal header is `lines[0]`; `nil` where no columns follow.
    func read(_ lines: [TableLine]) -> FlattenedPiece? {
        guard let ordinals = OrdinalColumn(lines[...], lexicon: lexicon) else { return nil }
        let fitter = ColumnFitter(rows: ordinals.rows.count, hasTotal: ordinals.total != nil)
        var plans = [search(lines, from: ordinals.end, fitter: fitter, awaitsNote: false)]
        if ordinals.end < lines.count, lexicon.contains(lines[ordinals.end].text, as: .note) {
            plans.append(search(lines, from: ordinals.end + 1, fitter: fitter, awaitsNote: true))
        }
        guard let plan = plans.min(by: { $0.cost < $1.cost }), plan.end > ordinals.end else { return nil }
        var columns: [FlattenedPiece.Column] = []
        var notes: [[TableLine]] = []
        for (segment, margin) in zip(plan.segments, plan.margins) {
            switch segment {
            case .note(let range): notes.append(Array(lines[range]))
            case .column(let header, let cells):
                let isKnown = known.contains(lines[header].map(\.text).joined())
                let doubt = doubt(lines[cells], isSingle: fitter.rows == 1 && !isKnown)
                let fit = fitter.fit(lines[cells]).unless(margin < doubt)
                columns.append(
                    FlattenedPiece.Column(
                        header: Array(lines[header]), cells: Array(lines[cells]), fit: fit, margin: margin))
            }
        }
        guard !columns.isEmpty else { return nil }
        return FlattenedPiece(
            ordinalHeader: lines[0], numbers: ordinals.rows.map { lines[$0] },
            rowCount: ordinals.rows.count, firstNumber: ordinals.firstNumber,
            groups: ordinals.groups, total: ordinals.total.map { lines[$0] }, columns: columns, notes: notes,
            unread: unread(lines[plan.end...]), lines: lines[0].number...lines[plan.end - 1].number)
    }

    // MARK: a line for each cell

    private static let fewestTiledRows = 3

    /// A value by itself: a column of nothing else shows that the division is right.
    private func isAnchor(_ line: TableLine) -> Bool {
        line.kind.isValue && line.kind != .labelled || line.signs.isClosed
    }

    /// A head and a line for each row.
    private func tile(
        _ lines: [TableLine], at place: Int, _ rows: Int, _ judge: HeaderJudge
    ) -> FlattenedPiece.Column? {
        let head = lines[place]
        guard judge.cost(lines[place..<place + 1]) != nil, head.bracketBalance == 0, !judge.beginsProse(head),
            place + rows < lines.count
        else { return nil }
        let cells = Array(lines[place + 1...place + rows])
        // A dash stands among words as well.
        let values = cells.count { isAnchor($0) && $0.kind != .dash }
        let words = cells.count { $0.kind == .text && !$0.signs.isClosed }
        guard cells.allSatisfy({ isWhole($0, judge) }),
            values == 0 || words == 0
                || cells.count(where: isAnchor) * 5 >= cells.count * 4,
            !JoinEvidence.isWrapped(cells)
        else { return nil }
        let isNumeric = values > 0 && cells.count(where: \.couldBeFigure) * 2 > cells.count
        return Self.column(head, cells, isNumeric: isNumeric)
    }

    /// True for a line that is no part of a cell by its own signs, nor the head of a column.
    private func isWhole(_ line: TableLine, _ judge: HeaderJudge) -> Bool {
        line.bracketBalance == 0 && !line.signs.neverBegins && !line.signs.isContinuation && line.kind != .bracket
            && !line.signs.isDangling && !line.completesWord && !line.isStretched
            && (line.scalars.count > 1 || line.kind.isValue || line.signs.isClosed)
            && !judge.isListed(line) && !judge.beginsProse(line) && !line.isYear
    }

    // MARK: words without row numbers

    /// The piece without row numbers whose columns are words under listed heads: 项目名称, 建设内容, 牵头单位, 完成时间.
    ///
    /// Two columns that have one line a row, between listed heads, tell how many rows there are; every column must
    /// then be sure, all but one where three have.
    func readWords(_ lines: [TableLine]) -> FlattenedPiece? {
        let judge = HeaderJudge(lexicon: lexicon, known: known)
        guard let start = lines.firstIndex(where: { judge.isListed($0) }) else { return nil }
        let heads = lines.indices[start...].filter { judge.isListed(lines[$0]) }
        // A head that no list has may stand over the columns before.
        for first in lines[...start].indices.suffix(Self.longestFirstColumn)
        where first == start || judge.endsAsHead(lines[first]) {
            if let piece = tiledWords(lines, from: first, heads, judge) ?? rowsOfWords(lines, from: first, judge) {
                return piece
            }
        }
        guard heads.count >= Self.fewestWordHeads, Set(heads.map { lines[$0].text }).count == heads.count else {
            return nil
        }
        var found: [FlattenedPiece] = []
        for rows in Set(zip(heads, heads.dropFirst()).map { $1 - $0 - 1 }.filter { $0 > 1 }) {
            let plan = search(
                lines, from: start, fitter: ColumnFitter(rows: rows, hasTotal: false), awaitsNote: false)
            let columns = plan.segments.compactMap { segment -> FlattenedPiece.Column? in
                guard case .column(let header, let cells) = segment else { return nil }
                return FlattenedPiece.Column(
                    header: Array(lines[header]), cells: Array(lines[cells]),
                    fit: ColumnFitter(rows: rows, hasTotal: false).fit(lines[cells]), margin: .infinity)
            }
            let areSure = zip(columns, plan.margins).map { column, margin in
                guard case .assigned = column.fit.outcome else { return false }
                // A line a row from one listed head to the next is full.
                return margin >= Self.doubtOfOneRow
                    || column.cells.count == rows && column.header.count == 1 && judge.isListed(column.header[0])
            }
            let full = columns.count { $0.cells.count == rows }
            let places = Set(columns.flatMap { $0.header.map(\.number) })
            // One column whose cells wrap may stay blank beside three that have a line a row.
            guard areSure.count(where: { !$0 }) <= (full > 2 ? 1 : 0), full > 1,
                columns.count == plan.segments.count, columns.count >= Self.fewestWordHeads,
                heads.allSatisfy({ $0 >= plan.end || places.contains(lines[$0].number) })
            else { continue }
            let sure = zip(columns, areSure).map { column, isSure in
                var column = column
                column.fit = column.fit.unless(!isSure)
                return column
            }
            found.append(
                FlattenedPiece(
                    rowCount: rows, columns: sure, unread: unread(lines[plan.end...]),
                    lines: lines[start].number...lines[plan.end - 1].number))
        }
        return found.count == 1 ? found[0] : nil
    }

    private static let fewestWordHeads = 3

    /// Lines of a column under a head that no list has, where it stands before the first listed one.
    private static let longestFirstColumn = 48

    /// The piece of columns with a line for each row, where one number of rows alone divides the lines so.
    private func tiledWords(
        _ lines: [TableLine], from start: Int, _ heads: [Int], _ judge: HeaderJudge
    ) -> FlattenedPiece? {
        let isKnown = known.contains(lines[start].text)
        var found: [(columns: [FlattenedPiece.Column], end: Int)] = []
        for rows in Set(heads.map { $0 - start - 1 }.filter { $0 >= (isKnown ? 1 : Self.fewestTiledRows) }) {
            var columns: [FlattenedPiece.Column] = []
            var place = start
            while place < lines.count, columns.isEmpty || lines[place].text != lines[start].text,
                let column = tile(lines, at: place, rows, judge)
            {
                columns.append(column)
                place += rows + 1
            }
            let heads = columns.map { $0.header[0] }
            guard columns.count >= Self.fewestWordHeads,
                heads.allSatisfy({ known.contains($0.text) })
                    || rows >= Self.fewestTiledRows
                        && (columns.contains { $0.cells.allSatisfy(isAnchor) }
                            || judge.areHeads(heads) && columns.allSatisfy { ColumnFitter.areWhole($0.cells) }),
                endsTable(lines, at: place, from: start, judge)
            else { continue }
            found.append((columns, place))
        }
        guard found.count == 1, let tiles = found.first else { return nil }
        return FlattenedPiece(
            rowCount: tiles.columns[0].cells.count, columns: tiles.columns,
            lines: lines[start].number...lines[tiles.end - 1].number)
    }

    /// The piece whose rows are printed one after the other, a line for each cell, under heads one a line.
    ///
    /// Nothing but words tells the rows apart, so a column must be known by its own: offices, values or words that come
    /// again stand in it and end the count of the others in every row.
    private func rowsOfWords(_ lines: [TableLine], from start: Int, _ judge: HeaderJudge) -> FlattenedPiece? {
        let heads = lines[start...].prefix { judge.isListed($0) || judge.endsAsHead($0) }
        let body = lines[heads.endIndex...].prefix { !judge.isBeyondTable($0) && $0.text != lines[start].text }
        let (width, rows) = (heads.count, body.count / max(1, heads.count))
        guard width >= Self.fewestWordHeads, rows >= Self.fewestTiledRows, body.count == rows * width,
            judge.areHeads(heads), Set(heads.map(\.text)).count == width,
            endsTable(lines, at: body.endIndex, from: start, judge), body.allSatisfy({ isWhole($0, judge) })
        else { return nil }
        var columns = heads.enumerated().map { index, head in
            Self.column(head, (0..<rows).map { body[body.startIndex + $0 * width + index] }, isNumeric: false)
        }
        guard columns.allSatisfy({ ColumnFitter.areWhole($0.cells) }),
            columns.contains(where: { isKnownByWords($0.cells) })
        else {
            return nil
        }
        for index in columns.indices.filter({ hasStranger(columns[$0]) }) {
            for beside in max(0, index - 1)...min(index + 1, width - 1) {
                columns[beside].fit = columns[beside].fit.unless(true)
            }
        }
        return FlattenedPiece(
            rowCount: rows, columns: columns, lines: lines[start].number...lines[body.endIndex - 1].number)
    }

    private static func column(_ head: TableLine, _ cells: [TableLine], isNumeric: Bool) -> FlattenedPiece.Column {
        let fit = ColumnFit(
            cost: 0, outcome: .assigned(cells.indices.map { $0..<$0 + 1 }, total: nil), isNumeric: isNumeric)
        return FlattenedPiece.Column(header: [head], cells: cells, fit: fit, margin: .infinity)
    }

    /// True where a line among offices is none by its end: it may be a part of the cell beside it, which wraps, and the
    /// office be blank.
    private func hasStranger(_ column: FlattenedPiece.Column) -> Bool {
        // 建设单位, 主管部门
        guard lexicon.suffix(of: column.header[0].text, as: .officeHead) != nil else { return false }
        let offices = column.cells.count { $0.signs.endsCell }
        return offices < column.cells.count && offices * 3 >= column.cells.count * 2
    }

    private func isKnownByWords(_ cells: [TableLine]) -> Bool {
        cells.allSatisfy { $0.signs.endsCell || isAnchor($0) } || Set(cells.map(\.text)).count * 2 <= cells.count
    }

    private func endsTable(_ lines: [TableLine], at place: Int, from start: Int, _ judge: HeaderJudge) -> Bool {
        place == lines.count || judge.isBeyondTable(lines[place]) || lines[place].text == lines[start].text
    }

    /// The first of the lines after the piece, or after a foot-note there, that looks like the head of a column.
    private func unread(_ lines: ArraySlice<TableLine>) -> TableLine? {
        let judge = HeaderJudge(lexicon: lexicon, known: known)
        return zip(lines, lines.dropFirst()).prefix(3).first { line, next in
            guard let cost = judge.cost([line]) else { return false }
            return cost <= 1 || next.kind.isFigure || judge.beginsProse(next)
        }?.0
    }

    /// One row has no other rows to tell what its columns hold.
    static let doubtOfOneRow = 4.0

    /// The margin below which a column is not sure: more where words stand among figures, which may head a column.
    private func doubt(_ cells: ArraySlice<TableLine>, isSingle: Bool) -> Double {
        if isSingle { return Self.doubtOfOneRow }
        let figures = cells.count { $0.kind.isNumeric || $0.kind == .dash }
        let words = cells.count {
            $0.kind == .text && !$0.signs.isClosed && !$0.scalars.contains(where: CellBoundary.isDigit)
        }
        return words > 0 && figures >= words ? 8 : 1
    }

    private func search(
        _ lines: [TableLine], from start: Int, fitter: ColumnFitter, awaitsNote: Bool
    ) -> ColumnSearch.Result {
        ColumnSearch(
            lines: lines, fitter: fitter, headers: HeaderJudge(lexicon: lexicon, known: known), awaitsNote: awaitsNote
        ).best(from: start)
    }
}
