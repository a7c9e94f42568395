import PipelineDefinition
import SourceText

/// Lines, pages, page furniture and rotated stretches of a bulletin.
///
/// Page text of a PDF puts a blank line after every line; a line that follows another directly and
/// begins with one space opens a new page. Other files (Markdown, a paragraph a line, newspaper
/// columns) have no pages. Which shape a file has is read from the file itself.
struct PageScanner {
    private let file: SourceFile
    private let lexicon: LayoutLexicon
    private var lines: [SourceLine] = []
    private var measures: [LineMeasure] = []

    /// All lines of `file`, blank ones too, so that line n stands at index n-1.
    static func scan(_ file: SourceFile, lexicon: LayoutLexicon) -> [SourceLine] {
        var scanner = PageScanner(file: file, lexicon: lexicon)
        scanner.readLines()
        let furniture = FurnitureFinder(file: file, lexicon: lexicon, measures: scanner.measures)
        furniture.markVerticalHeads(&scanner.lines)
        scanner.findRotatedStretches()
        if PageScanner.isPageText(scanner.lines, in: file) { scanner.findPages() }
        furniture.mark(&scanner.lines)
        return scanner.lines
    }

    private init(file: SourceFile, lexicon: LayoutLexicon) {
        self.file = file
        self.lexicon = lexicon
    }

    private mutating func readLines() {
        lines.reserveCapacity(file.lineCount)
        measures.reserveCapacity(file.lineCount)
        var followsBlank = true
        for number in 1...file.lineCount {
            let range = Self.trimmed(file.rangeOfLine(number), in: file.bytes)
            lines.append(
                SourceLine(
                    number: number, range: range, role: range.isEmpty ? .blank : .text, page: 0,
                    startsPage: false, followsBlank: followsBlank))
            measures.append(LineMeasure(file.bytes, range))
            followsBlank = range.isEmpty
        }
        if let first = lines.firstIndex(where: { $0.role != .blank }) { lines[first].startsPage = true }
    }

    /// The range without spaces, tabs, no-break and ideographic spaces at its ends.
    static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end {
            let length = blankLength(bytes, at: start, end: end)
            if length == 0 { break }
            start += length
        }
        while end > start {
            if bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 || bytes[end - 1] == 0x0C {
                end -= 1
            } else if end - start >= 3, bytes[end - 1] == 0x80, bytes[end - 2] == 0x80, bytes[end - 3] == 0xE3 {
                end -= 3
            } else if end - start >= 2, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }

    /// The bytes of the blank character at `index`, 0 where none stands there.
    static func blankLength(_ bytes: [UInt8], at index: Int, end: Int) -> Int {
        switch bytes[index] {
        case 0x20, 0x09, 0x0C: 1
        case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0: 2
        case 0xE3 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80: 3
        default: 0
        }
    }

    /// True for page text of a PDF: most lines stand apart, and some open a page.
    static func isPageText(_ lines: [SourceLine], in file: SourceFile) -> Bool {
        var (apart, ordinary, openings, markup) = (0, 0, 0, 0)
        for line in lines where line.role == .text || line.role == .furniture {
            ordinary += 1
            if line.followsBlank { apart += 1 } else if opensPage(line, in: file) { openings += 1 }
            if file.bytes[line.range.lowerBound] == UInt8(ascii: "#") { markup += 1 }
        }
        return openings > 0 && (apart + openings) * 4 >= ordinary * 3 && apart * 2 >= ordinary && markup * 50 < ordinary
    }

    private static func opensPage(_ line: SourceLine, in file: SourceFile) -> Bool {
        let start = file.lineStarts[line.number - 1]
        return !line.followsBlank && file.bytes[start] == 0x20 && line.range.lowerBound == start + 1
    }

    /// In a rotated stretch single characters may begin with a space too: a page there has more than a few lines.
    private mutating func findPages() {
        var page = 0
        var count = 0
        var previousIsRotated = false
        for index in lines.indices where lines[index].role != .blank {
            let isRotated = lines[index].role == .rotated
            if Self.opensPage(lines[index], in: file), count >= 8 || !(isRotated && previousIsRotated) {
                page += 1
                count = 0
                lines[index].startsPage = true
            }
            count += 1
            previousIsRotated = isRotated
            lines[index].page = page
        }
    }

    /// Stretches of lines with one to three characters that often stand without blank lines between.
    ///
    /// Flattened table columns hold short lines as well, but each stands apart and few are words cut up.
    private mutating func findRotatedStretches() {
        let filled = lines.indices.filter { lines[$0].role == .text }
        var index = 0
        while index < filled.count {
            guard isShort(filled[index]) else {
                index += 1
                continue
            }
            var (end, gap, cursor) = (index + 1, 0, index + 1)
            while cursor < filled.count, gap < 3 {
                if isShort(filled[cursor]) {
                    (end, gap) = (cursor + 1, 0)
                } else {
                    gap += 1
                }
                cursor += 1
            }
            markRotated(filled[index..<end])
            index = end
        }
    }

    private func isShort(_ index: Int) -> Bool { (1...3).contains(measures[index].characters) }

    private mutating func markRotated(_ stretch: ArraySlice<Int>) {
        let core = trimmedToCrowdedLines(stretch)
        guard core.count >= 24 else { return }
        var (single, crowded) = (0, 0)
        for index in core {
            if measures[index].ideographs > 0, isShort(index) { single += 1 }
            if !lines[index].followsBlank { crowded += 1 }
        }
        guard single * 2 >= core.count, crowded * 4 >= core.count else { return }
        for index in core where measures[index].characters <= 9 || !isSentencePart(index) {
            lines[index].role = .rotated
        }
    }

    /// A long line in the middle of a rotated stretch is a header or furniture; neither has this many ideographs.
    private func isSentencePart(_ index: Int) -> Bool { measures[index].ideographs > 16 }

    /// Cuts off lines at both ends that stand apart, such as a table column before a rotated page.
    private func trimmedToCrowdedLines(_ stretch: ArraySlice<Int>) -> ArraySlice<Int> {
        var part = stretch
        func isCrowded(_ window: ArraySlice<Int>) -> Bool { window.count { !lines[$0].followsBlank } >= 2 }
        while part.count >= 8, !isCrowded(part.prefix(8)) { part = part.dropFirst() }
        while part.count >= 8, !isCrowded(part.suffix(8)) { part = part.dropLast() }
        return part
    }
}
