import PipelineDefinition
import SourceText
import StatisticalModel

/// The one document of a file that has no document number: its title and the lines that the title takes.
///
/// The title is the file's first line or lines (`某市2026年…方案`, `（征求意见稿）`), else a line that stands
/// alone, begins with 关于 and ends like a title (a newspaper prints it after the text), else the file's name.
enum SoleDocument {
    static func find(
        _ lines: ArraySlice<TextLine>, in file: SourceFile, finder: DocumentHeadFinder, lexicon: LayoutLexicon
    ) -> (document: BulletinDocument, head: Range<Int>) {
        let head = leadingTitle(lines, finder: finder) ?? standaloneTitle(lines, finder: finder, lexicon: lexicon)
        let title = head.map { $0.reduce(into: "") { $0 += lines[$1].text.string } }
        var name = file.name[...]
        if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = name[..<dot] }
        let document = BulletinDocument(title: title ?? String(name), firstLine: 1, lastLine: file.lineCount)
        return (document, head ?? lines.startIndex..<lines.startIndex)
    }

    /// One to four lines at the file's start that end like a title, and a bracket line under them.
    private static func leadingTitle(_ lines: ArraySlice<TextLine>, finder: DocumentHeadFinder) -> Range<Int>? {
        for end in lines.indices.prefix(4) {
            let line = lines[end]
            if line.endsSentence || line.marker != nil || line.bytes.count > 200 { return nil }
            guard finder.ends(.titleEnd, line.bytes) else { continue }
            let next = end + 1
            if next < lines.endIndex, lines[next].bytes.count <= 60,
                lines[next].bytes.scalar(at: 0).value == UInt32(scalar: "（"),
                lines[next].lastScalar == UInt32(scalar: "）")
            {
                return lines.startIndex..<next + 1
            }
            return lines.startIndex..<next
        }
        return nil
    }

    private static func standaloneTitle(
        _ lines: ArraySlice<TextLine>, finder: DocumentHeadFinder, lexicon: LayoutLexicon
    ) -> Range<Int>? {
        let starts = lexicon.words(.titleStart)
        for index in lines.indices {
            let bytes = lines[index].bytes
            guard starts.longestMatch(in: bytes, at: 0) != nil, finder.ends(.titleEnd, bytes) else { continue }
            let above = index > lines.startIndex ? lines[index - 1].cells : 0
            if index == lines.startIndex || lines[index - 1].endsSentence || above * 4 < lines[index].cells * 3 {
                return index..<index + 1
            }
        }
        return nil
    }
}
