import PipelineDefinition
import SourceText
import StatisticalModel

/// The items of a newspaper page: each a document of its own, so that none inherits a plan's title and headings.
///
/// An item begins with a dateline (`本报讯（记者 …）`) or ends with a line that names its writer
/// (`（某某 摄）`). Its headline stands above it or, in page text, below; which of the two a file does
/// shows at the file's end. A page with fewer than two such signs is no newspaper's.
struct NewspaperItems {
    struct Item {
        var lines: Range<Int>
        var headline: Range<Int>
    }

    private let lines: [TextLine]
    private let isHead: [Bool]
    private let lexicon: LayoutLexicon
    private let isWrapped: Bool
    private var datelines: [Int] = []
    private var isDateline: [Bool]
    private var bylines: Set<Int> = []
    private(set) var items: [Item] = []

    init(_ lines: [TextLine], isHead: [Bool], lexicon: LayoutLexicon, isWrapped: Bool) {
        (self.lines, self.isHead, self.lexicon, self.isWrapped) = (lines, isHead, lexicon, isWrapped)
        isDateline = Array(repeating: false, count: lines.count)
        for index in lines.indices where !isHead[index] {
            if opensItem(index) {
                datelines.append(index)
                isDateline[index] = true
            } else if isByline(index) {
                bylines.insert(index)
            }
        }
        guard datelines.count + bylines.count >= 2, !datelines.isEmpty else { return }
        if headlinesStandBelow { readBelow() } else { readAbove() }
    }

    private var headlinesStandBelow: Bool { lines.indices.last.map { isHeadline($0) } ?? false }

    private func opensItem(_ index: Int) -> Bool {
        // In the middle of a sentence 本报记者 names a witness.
        lexicon.starts(.dateline, lines[index].bytes)
            && (index == 0 || lines[index - 1].endsSentence || isShort(index - 1))
    }

    private func isShort(_ index: Int) -> Bool { lines[index].cells <= 44 && !lines[index].endsSentence }

    /// `（某某）`, `（某某 摄）`, `（本报记者 某某）`: a bracket of two to four characters, or with a word that names the trade.
    private func isByline(_ index: Int) -> Bool {
        let bytes = lines[index].bytes
        guard (8...60).contains(bytes.count), let close = Self.brackets[bytes.scalar(at: 0).value],
            lines[index].lastScalar == close, lines[index].marker == nil, index > 0, lines[index - 1].endsSentence
        else { return false }
        let width = bytes.scalar(at: 0).length
        let name = bytes[width..<(bytes.count - width)]
        let isPlain = name.allSatisfy { $0 >= 0x80 || $0 == 0x20 || $0 == UInt8(ascii: "/") }
        guard isPlain else { return false }
        // A name is of two to four characters; a longer one needs the word.
        return lexicon.contains(.byline, in: bytes) || (name.count <= 12 && !lexicon.ends(.titleEnd, Array(name)))
    }

    private static let brackets: [UInt32: UInt32] = [
        UInt32(scalar: "（"): UInt32(scalar: "）"), UInt32(scalar: "("): UInt32(scalar: ")"),
    ]

    /// A short line of words that is neither a sentence, a clause nor a dateline.
    private func isHeadline(_ index: Int) -> Bool {
        let line = lines[index]
        return !isHead[index] && line.marker == nil && isShort(index) && line.cells >= 8
            && !bylines.contains(index) && !lexicon.starts(.dateline, line.bytes)
            && DocumentDate.inMasthead(line) == nil && Self.brackets[line.bytes.scalar(at: 0).value] == nil
            && ![UInt32(scalar: "，"), UInt32(scalar: "、")].contains(line.lastScalar)
    }

    // MARK: - Headlines below

    private mutating func readBelow() {
        var start = firstStart
        var index = start
        while index < lines.count {
            if bylines.contains(index) {
                let headline = headlineLines(from: index + 1)
                items.append(Item(lines: start..<headline.upperBound, headline: headline))
                start = headline.upperBound
                index = start
                continue
            }
            if index > start, isDateline[index] {
                // What stands between may be nothing but the title of a plan.
                if (start..<index).contains(where: { !isHead[$0] }) {
                    items.append(Item(lines: start..<index, headline: headlineLines(endingAt: index, above: start)))
                }
                start = index
            }
            index += 1
        }
        guard start < lines.count else { return }
        let rest = headlineLines(endingAt: lines.count, above: start)
        if rest.lowerBound > start { items.append(Item(lines: start..<lines.count, headline: rest)) }
    }

    /// Where the first item begins: at its dateline, or, if only its byline shows, after the last clause above.
    private var firstStart: Int {
        let byline = bylines.min() ?? lines.count
        if let dateline = datelines.first, dateline < byline { return dateline }
        guard let clause = (0..<byline).last(where: { lines[$0].marker != nil || isHead[$0] }) else { return 0 }
        let opening = (clause + 1..<max(byline, clause + 1)).first {
            lines[$0 - 1].endsSentence && (lines[$0].followsBlank || !isWrapped)
        }
        return opening ?? byline
    }

    /// Up to three lines from `index` that make one headline; a line of its own after a blank is another's.
    private func headlineLines(from index: Int) -> Range<Int> {
        var end = index
        while end < lines.count, end - index < 3, isHeadline(end), end == index || !lines[end].followsBlank { end += 1 }
        return index..<end
    }

    private func headlineLines(endingAt end: Int, above lowest: Int) -> Range<Int> {
        var start = end
        while start > lowest, end - start < 3, isHeadline(start - 1), start == end || !lines[start].followsBlank {
            start -= 1
        }
        return start..<end
    }

    // MARK: - Headlines above

    private mutating func readAbove() {
        var starts: [(start: Int, headline: Range<Int>)] = []
        for index in lines.indices {
            if isDateline[index] {
                let headline = headlineLines(endingAt: index, above: starts.last?.headline.upperBound ?? 0)
                starts.append((headline.lowerBound, headline))
            } else if index > 0, bylines.contains(index - 1), isHeadline(index) {
                let headline = headlineLines(from: index)
                starts.append((index, headline))
            }
        }
        for (position, entry) in starts.enumerated() {
            let end = position + 1 < starts.count ? starts[position + 1].start : lines.count
            if entry.start < end { items.append(Item(lines: entry.start..<end, headline: entry.headline)) }
        }
    }
}
