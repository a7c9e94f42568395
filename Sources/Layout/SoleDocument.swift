import PipelineDefinition
import SourceText
import StatisticalModel

/// The one document of a file that has no document number: its title and the lines that the title takes.
///
/// The title is the file's first line or lines (`某市2026年…方案`, `（征求意见稿）`), else a line that stands
/// alone, begins with 关于 and ends like a title (a newspaper prints it after the text), else the file's name.
enum SoleDocument {
    static func find(
        _ range: Range<Int>, of lines: [TextLine], in file: SourceFile, lexicon: LayoutLexicon
    ) -> (document: BulletinDocument, head: Range<Int>) {
        var document = BulletinDocument(title: "", firstLine: 1, lastLine: file.lineCount)
        if let page = TitlePage(lines, from: range.lowerBound, lexicon: lexicon, limit: range.upperBound) {
            (document.title, document.issuer, document.date) = (page.title, page.issuer, page.date)
            return (document, page.lines)
        }
        if let index = standaloneTitle(lines[range], lexicon: lexicon) {
            document.title = lines[index].text.string
            return (document, index..<index + 1)
        }
        document.title = BulletinName(file.name).title
        return (document, range.lowerBound..<range.lowerBound)
    }

    private static func standaloneTitle(_ lines: ArraySlice<TextLine>, lexicon: LayoutLexicon) -> Int? {
        let starts = lexicon.words(.titleStart)
        for index in lines.indices {
            let bytes = lines[index].bytes
            guard starts.longestMatch(in: bytes, at: 0) != nil, lexicon.ends(.titleEnd, bytes) else { continue }
            let above = index > lines.startIndex ? lines[index - 1].cells : 0
            if index == lines.startIndex || lines[index - 1].endsSentence || above * 4 < lines[index].cells * 3 {
                return index
            }
        }
        return nil
    }
}
