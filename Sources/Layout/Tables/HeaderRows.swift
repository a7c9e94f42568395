import PipelineDefinition
import SourceText
import StatisticalModel

/// Tells how many rows of a table whose rows are lines are headers, and joins them to levels.
struct HeaderRows {
    let lexicon: TableLexicon

    /// 2 where the second row names what stands under the merged heads of the first, else 1.
    func count(in rows: [[RecoveredTable.Cell]]) -> Int {
        guard rows.count > 2, isSecondLevel(rows[1], under: rows[0]) else { return 1 }
        return 2
    }

    private func isSecondLevel(_ row: [RecoveredTable.Cell], under first: [RecoveredTable.Cell]) -> Bool {
        let names = first.map { TableLine.folded($0.string) }
        let below = row.map { TableLine.folded($0.string) }
        guard let corner = names.first, let under = below.first, under.isEmpty || under == corner else { return false }
        // A merged head is printed once and blank beside it, or printed again.
        let isMerged = names.indices.dropFirst().contains { names[$0].isEmpty || names[$0] == names[$0 - 1] }
        let heads = below.indices.filter { !below[$0].isEmpty && below[$0] != names[min($0, names.count - 1)] }
        return isMerged && !heads.isEmpty && heads.allSatisfy { isHead(below[$0]) }
    }

    private func isHead(_ text: String) -> Bool {
        if lexicon.contains(HeaderJudge.base(text), as: .header) || lexicon.contains(text, as: .measure) { return true }
        let kind = CellKind(Array(text.unicodeScalars))
        if kind == .span { return text.hasSuffix("年") }
        return kind == .text && (text.contains("年") || lexicon.suffix(of: text, as: .headerEnd) != nil)
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
