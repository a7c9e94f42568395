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
    var numbers: [TableLine]
    var rowCount: Int
    var firstNumber: Int
    var groups: [OrdinalColumn.Group]
    var total: TableLine?
    var columns: [Column]
    var notes: [[TableLine]]
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
        var fitter = ColumnFitter(rows: ordinals.rows.count, hasTotal: ordinals.total != nil)
        var plans = [search(lines, from: ordinals.end, fitter: fitter, awaitsNote: false)]
        if ordinals.end < lines.count, lexicon.contains(lines[ordinals.end].text, as: .note) {
            plans.append(search(lines, from: ordinals.end + 1, fitter: fitter, awaitsNote: true))
        }
        guard var plan = plans.min(by: { $0.cost < $1.cost }), plan.end > ordinals.end else { return nil }
        fitter.names = names(in: plan.segments, of: lines, fitter: fitter)
        // Two values in one cell are known by the row's name, which only the first search finds.
        if lines.contains(where: { $0.kind == .labelled }), !fitter.names.isEmpty {
            let start = plan.start
            plan = search(lines, from: start, fitter: fitter, awaitsNote: start > ordinals.end)
            guard plan.end > start else { return nil }
        }
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
            unread: unread(lines[plan.end...]), title: nil, unit: nil,
            lines: lines[0].number...lines[plan.end - 1].number)
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

    /// The cells of the first column of words.
    private func names(
        in segments: [ColumnSearch.Segment], of lines: [TableLine], fitter: ColumnFitter
    ) -> [[Unicode.Scalar]] {
        for case .column(_, let cells) in segments where lines[cells].contains(where: { $0.kind == .text }) {
            return names(in: lines[cells], fit: fitter.fit(lines[cells]))
        }
        return []
    }

    private func names(in lines: ArraySlice<TableLine>, fit: ColumnFit) -> [[Unicode.Scalar]] {
        guard case .assigned(let cells, _) = fit.outcome else { return [] }
        return cells.map { cell in cell.flatMap { lines[lines.startIndex + $0].scalars } }
    }
}
