import PipelineDefinition
import SourceText
import StatisticalModel

/// Checks totals against their columns, over all pages of a table, and decides what they alone can decide.
///
/// A column with as many figures as rows, in a table with a total row, either has no total or lacks
/// a figure: it lacks one where the last figure is the sum of the others.
struct TotalsCheck {
    enum Outcome {
        case assigned([Range<Int>], total: Range<Int>?)
        case unassigned(total: Range<Int>?)
        case empty
    }

    private let pieces: [FlattenedPiece]
    private let judge: HeaderJudge
    /// The lowest level of each column's head.
    private let heads: [String]
    /// Cells that the row's name gave, by column: rows from 1.
    private var named: [(column: Int, row: Int)] = []
    private var outcomes: [[Outcome]] = []
    private var mismatches: [(column: Int, sum: DecimalNumber, printed: DecimalNumber)] = []

    init(pieces: [FlattenedPiece], lexicon: TableLexicon) {
        self.pieces = pieces
        judge = HeaderJudge(lexicon: lexicon, known: [])
        heads = HeaderLevels(lexicon: lexicon).levels(of: pieces[0]).map { HeaderJudge.base($0.last ?? "") }
        for (index, piece) in pieces.enumerated() {
            outcomes.append(piece.columns.indices.map { decide(piece: index, column: $0) })
        }
    }

    func outcome(piece: Int, column: Int) -> Outcome { outcomes[piece][column] }

    private mutating func decide(piece: Int, column: Int) -> Outcome {
        let cells = pieces[piece].columns[column]
        let hasTotal = pieces[piece].total != nil && cells.couldHaveTotal(judge)
        let last = cells.cells.count - 1
        switch cells.fit.outcome {
        case .empty: return .empty
        case .unassigned:
            guard hasTotal, isSum(piece, column, last) == true else { return .unassigned(total: nil) }
            if last == 1, let row = namedRow(piece, column) {
                named.append((column, pieces[..<piece].reduce(row + 1) { $0 + $1.rowCount }))
                let cells = (0..<pieces[piece].rowCount).map { $0 == row ? 0..<1 : 0..<0 }
                return .assigned(cells, total: last..<last + 1)
            }
            return .unassigned(total: last..<last + 1)
        case .assigned(let ranges, let total?):
            if isSum(piece, column, last) == false { note(piece, column, last) }
            return .assigned(ranges, total: total)
        case .assigned(let ranges, nil):
            guard hasTotal, ranges.count == cells.cells.count, let check = isSum(piece, column, last) else {
                return .assigned(ranges, total: nil)
            }
            if check { return .unassigned(total: last..<last + 1) }
            return couldBeTotal(cells.cells) ? .unassigned(total: nil) : .assigned(ranges, total: nil)
        }
    }

    /// 生物质 has one value: it is that of 生物质发电项目, where no other row of the table is named so.
    private func namedRow(_ piece: Int, _ column: Int) -> Int? {
        guard column < heads.count, heads[column].unicodeScalars.count > 1 else { return nil }
        var found: [(piece: Int, row: Int)] = []
        for (index, own) in pieces.enumerated() {
            guard !own.numbers.isEmpty else { return nil }
            for row in 0..<own.rowCount where own.columns.contains(where: { names($0, row, heads[column]) }) {
                found.append((index, row))
            }
        }
        return found.count == 1 && found[0].piece == piece ? found[0].row : nil
    }

    private func names(_ column: FlattenedPiece.Column, _ row: Int, _ head: String) -> Bool {
        guard !column.fit.isNumeric, case .assigned(let cells, _) = column.fit.outcome else { return false }
        return column.cells[cells[row]].map(\.text).joined().contains(head)
    }

    private func couldBeTotal(_ cells: [TableLine]) -> Bool {
        guard let last = Self.number(cells[cells.count - 1]) else { return false }
        return cells.dropLast().allSatisfy { Self.number($0).map { $0 <= last } ?? true }
    }

    /// Whether the cell is the sum of those before it on all pages; `nil` where they are no plain figures.
    private func isSum(_ piece: Int, _ column: Int, _ last: Int) -> Bool? {
        guard let printed = Self.number(pieces[piece].columns[column].cells[last]),
            let sum = sum(piece, column, last)
        else { return nil }
        return sum == printed
    }

    private func sum(_ piece: Int, _ column: Int, _ last: Int) -> DecimalNumber? {
        var sum: DecimalNumber = 0
        var cells = pieces[..<piece].flatMap { column < $0.columns.count ? $0.columns[column].cells : [] }
        cells += pieces[piece].columns[column].cells[..<last]
        guard !cells.isEmpty else { return nil }
        for cell in cells where cell.kind != .dash {
            guard let value = Self.number(cell), let next = sum.adding(value) else { return nil }
            sum = next
        }
        return sum
    }

    private mutating func note(_ piece: Int, _ column: Int, _ last: Int) {
        guard let sum = sum(piece, column, last), let printed = Self.number(pieces[piece].columns[column].cells[last])
        else { return }
        mismatches.append((column, sum, printed))
    }

    /// The figure of a cell, a bracket after it left out: 10（域内） is 10, 2×66 is 132.
    private static func number(_ line: TableLine) -> DecimalNumber? {
        let text = HeaderJudge.base(line.text)
        var product: DecimalNumber = 1
        for factor in text.split(separator: "×", omittingEmptySubsequences: false) {
            guard let value = DecimalNumber(factor), let next = product.multiplied(by: value) else { return nil }
            product = next
        }
        return product
    }

    /// What could not be assigned, and totals that do not add up.
    func notes(columns: [RecoveredTable.Column]) -> [TableNote] {
        var notes: [TableNote] = []
        for (index, piece) in pieces.enumerated() {
            for (column, outcome) in outcomes[index].enumerated() {
                guard column + 1 < columns.count else { continue }
                let cells = piece.columns[column].cells
                if case .empty = outcome, let head = piece.columns[column].header.first {
                    notes.append(.emptyColumn(columns[column + 1].name, line: head.number))
                }
                guard case .unassigned = outcome else { continue }
                let values = cells.map(\.printed).joined(separator: " ")
                notes.append(
                    .unassignedColumn(columns[column + 1].name, line: cells.first?.number, values: values))
            }
        }
        notes += named.map { .doubtfulCells(column: columns[$0.column + 1].name, rows: [$0.row], sign: .name) }
        for mismatch in mismatches {
            notes.append(
                .wrongTotal(
                    column: columns[mismatch.column + 1].name, sum: mismatch.sum, printed: mismatch.printed))
        }
        return notes
    }
}
