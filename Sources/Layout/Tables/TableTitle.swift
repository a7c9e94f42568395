import PipelineDefinition
import Reading
import SourceText

/// The title of a table with the lines that it stands on.
struct TableTitle: Sendable {
    let text: String
    let lines: ClosedRange<Int>

    /// True for 表3 …, 专栏1 …, or a short line without sentence marks that ends as titles do.
    static func isTitle(_ line: TableLine, lexicon: TableLexicon) -> Bool {
        guard line.scalars.count <= 48, line.kind == .text || line.kind == .labelled else { return false }
        if line.scalars.contains(where: { ["。", ";", ","].contains($0) }) { return false }
        if isCaption(line, lexicon: lexicon) || isContinuation(line.text, lexicon: lexicon) {
            return true
        }
        var text = line.text
        while text.ends(with: ":") { text.removeLast() }
        return lexicon.suffix(of: text, as: .titleEnd) != nil
    }

    /// True for 续表, 续表3, 表3 …（续）: the table of the page before goes on.
    static func isContinuation(_ text: String, lexicon: TableLexicon) -> Bool {
        let folded = TableLine.folded(text)
        return lexicon.prefix(of: folded, as: .continued) != nil || lexicon.suffix(of: folded, as: .continuedEnd) != nil
    }

    /// True for 表3 …: a caption word with a number.
    static func isCaption(_ line: TableLine, lexicon: TableLexicon) -> Bool {
        guard line.scalars.count <= 60, let word = lexicon.prefix(of: line.text, as: .caption) else { return false }
        guard let next = line.scalars.dropFirst(word.unicodeScalars.count).first else { return false }
        return CellBoundary.isDigit(next) || ClauseMarker.isIdeograph(next.value)
    }
}
