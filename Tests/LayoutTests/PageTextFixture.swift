import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport

@testable import Layout

/// Bulletins in the shape of a PDF's page text, for tests: a blank line after every line, and one
/// space, without a blank line, before the first line of a page.
enum PageTextFixture {
    static let library = ProjectFolder.library

    static func file(_ pages: [String]...) -> SourceFile {
        var text = ""
        for (number, page) in pages.enumerated() {
            for (place, line) in page.enumerated() {
                if number > 0, place == 0 { text.removeLast() }
                text += (number > 0 && place == 0 ? " " : "") + line + "\n\n"
            }
        }
        return SourceFile(name: "gazette.txt", text: text)
    }

    static func layout(_ file: SourceFile) -> BulletinLayout {
        LayoutAnalyzer(library: library).layout(of: file)
    }

    /// The blocks of a file whose lines of a table, by their number - 1, are `taken`.
    static func blocks(_ file: SourceFile, taken: [Bool]) -> [TextBlock] {
        let lines = TextLine.read(
            PageScanner.scan(file, lexicon: library.layout), file: file, lexicon: library.layout)
        var finder = DocumentHeadFinder(
            file: file, lines: lines, lexicon: library.layout, isWrapped: ParagraphBreaks.isWrapped(lines))
        finder.find(SiteChrome(lines, in: file, lexicon: library.layout))
        var cut = CutNumbers(file: file)
        return LayoutWork.assembled(lines, finder, taken, &cut, in: file, lexicon: library.layout).1.blocks
    }

    static func layout(text: String) -> BulletinLayout {
        layout(SourceFile(name: "plan.txt", text: text))
    }
}

extension BulletinLayout {
    /// The text of all blocks but those of document heads.
    var prose: [String] {
        blocks.filter { $0.role != .documentHead }.map(\.text.string)
    }

    var heads: [String] {
        blocks.filter { $0.role == .documentHead }.map(\.text.string)
    }
}
