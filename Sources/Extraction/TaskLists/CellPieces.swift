import PipelineDefinition
import SourceText
import StatisticalModel

/// The several values of one cell: as parts of the markup, or joined by blanks.
struct CellPieces {
    let lexicon: ListColumnLexicon

    /// Projects of a cell: parts, or stretches between blanks that end as names of projects do.
    func projects(_ cell: RecoveredTable.Cell) -> [String] {
        if cell.parts.count > 1 { return cell.parts.map { Self.compact($0.string) } }
        var names: [String] = []
        var open = ""
        for piece in cell.string.split(separator: " ") {
            open += piece
            if endsName(open) {
                names.append(open)
                open = ""
            }
        }
        if !open.isEmpty { names.append(open) }
        return names
    }

    /// Values beside several projects; numbers stay with the word behind them (`2023 年底`), not with other numbers.
    func values(_ cell: RecoveredTable.Cell) -> [String] {
        if cell.parts.count > 1 { return cell.parts.map { Self.compact($0.string) } }
        var values: [String] = []
        var open = ""
        for piece in cell.string.split(separator: " ") {
            if !open.isEmpty, piece.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false {
                values.append(open)
                open = ""
            }
            open += piece
            if piece.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { continue }
            values.append(open)
            open = ""
        }
        if !open.isEmpty { values.append(open) }
        return values
    }

    private func endsName(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        let endings = lexicon.projectEndings
        return (1...min(18, max(1, bytes.count))).contains { endings.value(of: bytes.suffix($0)) != nil }
    }

    /// Without the blanks of justified lines.
    static func compact(_ text: String) -> String {
        text.utf8.contains(0x20) ? String(decoding: text.utf8.filter { $0 != 0x20 }, as: UTF8.self) : text
    }
}
