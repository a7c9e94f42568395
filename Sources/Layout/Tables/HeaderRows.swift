import PipelineDefinition
import SourceText
import StatisticalModel

/// Tells how many rows of a table whose rows are lines are headers, and joins them to levels.
struct HeaderRows {
    let lexicon: TableLexicon

    /// 2 where the second row names what stands under the merged heads of the first, else 1.
    func count(in rows: [[RecoveredTable.Cell]]) -> Int {
        guard rows.count > 2, isSecondLevel(rows[1], under: rows[0], over: rows[2]) else { return 1 }
        return 2
    }

    private func isSecondLevel(
        _ row: [RecoveredTable.Cell], under first: [RecoveredTable.Cell], over next: [RecoveredTable.Cell]
    ) -> Bool {
        let names = first.map { TableLine.folded($0.string) }
        let below = row.map { TableLine.folded($0.string) }
        guard let corner = names.first, let under = below.first, under.isEmpty || under == corner else { return false }
        // A merged head is printed once and blank beside it, or printed again.
        let isMerged = names.indices.dropFirst().contains { names[$0].isEmpty || names[$0] == names[$0 - 1] }
        let heads = below.indices.filter { !below[$0].isEmpty && below[$0] != names[min($0, names.count - 1)] }
        guard isMerged, !heads.isEmpty else { return false }
        func isFigure(_ text: String) -> Bool { CellKind(Array(text.unicodeScalars)).isFigure }
        let figures = heads.filter { $0 < next.count && isFigure(TableLine.folded(next[$0].string)) }
        // Words over figures are heads, whatever the words.
        return heads.allSatisfy { isHead(below[$0]) }
            || figures.count == heads.count && under.isEmpty && !heads.contains { isFigure(below[$0]) }
    }

    private func isHead(_ text: String) -> Bool {
        if lexicon.contains(HeaderJudge.base(text), as: .header) || lexicon.contains(text, as: .measure) { return true }
        let kind = CellKind(Array(text.unicodeScalars))
        if kind == .span { return text.ends(with: "年") }
        return kind == .text && (text.contains("年") || lexicon.suffix(of: text, as: .headerEnd) != nil)
    }

    /// True for a row under the heads that counts the columns or says how one is made of others:
    /// 栏次 | 1 | 2 | 3=2/1, 公式 | A=B+C | B | C, 甲 | 1 | 2.
    func isCount(_ row: [RecoveredTable.Cell]) -> Bool {
        let texts = row.map { TableLine.folded($0.string) }
        guard let first = texts.first else { return false }
        let others = texts.dropFirst().filter { !$0.isEmpty }
        let marks = others.map(ColumnMark.init)
        guard marks.count > 1, marks.allSatisfy({ $0.kind != .none }) else { return false }
        if marks.contains(where: { $0.kind == .formula }) { return true }
        // Without a formula the numbers go on from one another, those of the first column with them.
        let own = ColumnMark(first)
        let all = own.kind == .number || own.kind == .letter ? [own] + marks : marks
        let isInOrder = zip(all, all.dropFirst()).allSatisfy { $0.place + 1 == $1.place && $0.kind == $1.kind }
        guard isInOrder, all[0].place == 1 else { return false }
        let isLabel = lexicon.contains(first, as: .ordinal) || ["甲", "乙"].contains(first)
        return isLabel || all.count > (first.isEmpty ? 2 : 3)
    }

    /// The columns of one or two header rows; a head that spans columns stands over each.
    static func columns(
        _ rows: [[RecoveredTable.Cell]], width: Int, line: Int
    ) -> [RecoveredTable.Column] {
        guard !rows.isEmpty else { return [] }
        var columns: [RecoveredTable.Column] = []
        var parent: RecoveredTable.Cell?
        for index in 0..<width {
            let top = index < rows[0].count ? rows[0][index] : RecoveredTable.Cell()
            let low = rows.count > 1 && index < rows[1].count ? rows[1][index] : RecoveredTable.Cell()
            if !top.text.isEmpty { parent = top }
            let upper = top.text.isEmpty && !low.text.isEmpty && index > 0 ? parent ?? top : top
            var column = RecoveredTable.Column(levels: [upper.string], text: upper.text, line: line)
            if !low.text.isEmpty, low.string != upper.string {
                column.levels = upper.text.isEmpty ? [low.string] : [upper.string, low.string]
                column.text.append(low.text)
            }
            columns.append(column)
        }
        return columns
    }
}

/// How a row under the heads names a column: 3, C, 3=2/1, (2)/(1).
private struct ColumnMark {
    enum Kind {
        case number, letter, formula
        case none
    }

    let kind: Kind
    /// From 1: that of 3 is 3, that of C as well.
    let place: Int

    private static let operators: Set<Unicode.Scalar> = ["=", "+", "-", "*", "/", "×", "÷"]

    init(_ text: String) {
        let scalars = text.unicodeScalars.filter { !["(", ")", "[", "]"].contains($0) }
        if scalars.count <= 2, let number = Int(String(scalars: scalars)), number > 0 {
            (kind, place) = (.number, number)
        } else if scalars.count == 1, let letter = scalars.first, Self.isLetter(letter) {
            (kind, place) = (.letter, Int(letter.value | 0x20) - 0x60)
        } else if scalars.count <= 30, scalars.contains(where: { $0 == "=" }),
            scalars.allSatisfy({
                Self.operators.contains($0) || CellBoundary.isDigit($0) || Self.isLetter($0) || $0 == "%" || $0 == "."
            })
        {
            (kind, place) = (.formula, 0)
        } else {
            (kind, place) = (.none, 0)
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { (0x61...0x7A).contains(scalar.value | 0x20) }
}
