import PipelineDefinition

/// Reads a flattened table that has no column of row numbers: equal columns under listed headers tell its rows.
struct UnnumberedPieceReader {
    let lexicon: TableLexicon
    let known: Set<String>

    /// Fewer columns of one length are chance.
    private static let fewestColumns = 3

    /// The piece whose first header is `lines[0]`; `nil` where the columns do not agree on a number of rows.
    func read(_ lines: [TableLine]) -> FlattenedPiece? {
        var best: (rows: Int, plan: ColumnSearch.Result)?
        for rows in rowCounts(lines) {
            let search = ColumnSearch(
                lines: lines, fitter: ColumnFitter(rows: rows, hasTotal: false),
                headers: HeaderJudge(lexicon: lexicon, known: known), awaitsNote: false)
            let plan = search.best(from: 0)
            if plan.cost < best?.plan.cost ?? 0 { best = (rows, plan) }
        }
        guard let best else { return nil }
        return piece(lines, rows: best.rows, plan: best.plan)
    }

    /// The distances between listed headers, the most frequent first; at most two.
    private func rowCounts(_ lines: [TableLine]) -> [Int] {
        let judge = HeaderJudge(lexicon: lexicon, known: known)
        let heads = lines.indices.filter { judge.cost(lines[$0..<$0 + 1]) == 0 }
        guard heads.count >= Self.fewestColumns else { return [] }
        var counts: [Int: Int] = [:]
        for (place, head) in heads.enumerated() {
            let next = place + 1 < heads.count ? heads[place + 1] : lines.count
            if next - head > 2 { counts[next - head - 1, default: 0] += 1 }
        }
        let frequent = counts.filter { $0.value > 1 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return frequent.prefix(2).map(\.key)
    }

    private func piece(_ lines: [TableLine], rows: Int, plan: ColumnSearch.Result) -> FlattenedPiece? {
        let fitter = ColumnFitter(rows: rows, hasTotal: false)
        var columns: [FlattenedPiece.Column] = []
        var notes: [[TableLine]] = []
        for (segment, margin) in zip(plan.segments, plan.margins) {
            switch segment {
            case .note(let range): notes.append(Array(lines[range]))
            case .column(let header, let cells):
                let fit = fitter.fit(lines[cells])
                // Nothing but the columns tells the rows, so each must be sure.
                guard case .assigned = fit.outcome, margin >= 1 else { return nil }
                columns.append(
                    FlattenedPiece.Column(
                        header: Array(lines[header]), cells: Array(lines[cells]), fit: fit, margin: margin))
            }
        }
        guard columns.count >= Self.fewestColumns, columns.contains(where: \.fit.isNumeric),
            let first = columns.first, !first.fit.isNumeric, plan.end > 0
        else { return nil }
        return FlattenedPiece(
            ordinalHeader: nil, numbers: [], rowCount: rows, firstNumber: 1, groups: [], total: nil, columns: columns,
            notes: notes, unread: nil, title: nil, unit: nil, lines: lines[0].number...lines[plan.end - 1].number)
    }
}
