import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport

@testable import Layout

/// Runs table recovery on page text written as a list of lines; `⏎` opens a page.
enum TableFixture {
    static let library = ProjectFolder.library

    static func recover(_ text: String) -> [RecoveredTable] {
        let file = SourceFile(name: "fixture.txt", text: text)
        let lines = sourceLines(file)
        return TableRecovery(library: library).recover(file, lines: lines).tables
    }

    /// Lines as the page scanner gives them for page text: a blank line after each, one space before a page's first.
    static func pageText(_ lines: [String]) -> String {
        var text = ""
        for line in lines {
            if line.hasPrefix("⏎") {
                if text.hasSuffix("\n\n") { text.removeLast() }
                text += " " + line.dropFirst() + "\n\n"
            } else {
                text += line + "\n\n"
            }
        }
        return text
    }

    private static func sourceLines(_ file: SourceFile) -> [SourceLine] {
        var (page, followsBlank) = (0, true)
        return (1...file.lineCount).map { number in
            let whole = file.rangeOfLine(number)
            let range = PageScanner.trimmed(whole, in: file.bytes)
            let opens = !followsBlank && !range.isEmpty && file.bytes[whole.lowerBound] == 0x20
            if opens { page += 1 }
            defer { followsBlank = range.isEmpty }
            // Blank lines are of no page.
            return SourceLine(
                number: number, range: range, role: range.isEmpty ? .blank : .text, page: range.isEmpty ? 0 : page,
                startsPage: opens, followsBlank: followsBlank)
        }
    }

    static func cells(_ table: RecoveredTable) -> [[String]] { table.rows.map { $0.cells.map(\.string) } }
}
