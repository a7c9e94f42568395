import PipelineDefinition
import Reading
import SourceText

/// A line of text after cleaning, with what the later steps ask of it.
struct TextLine: Sendable {
    var number: Int
    var page: Int
    var startsPage: Bool
    /// True where page furniture or a page break stands directly above.
    var followsFurniture: Bool
    /// True where a table or a rotated stretch was taken out directly above.
    var followsGap: Bool
    var text: PlacedText
    /// The printed width: a Chinese character counts two.
    var cells: Int
    /// The count of Markdown `#`, 0 without.
    var markdownLevel: Int
    var marker: ClauseMarker?
    /// A row of a TAB-separated table: never joined with its neighbours.
    var hasTab: Bool
    var followsBlank: Bool
    /// `牵头单位：…`, `完成时限：…`
    var isLabel: Bool
    /// The bytes of a caption's word and number: `专栏1`, `表3`; 0 for other lines.
    var captionLength = 0
    /// HTML tags or a bullet set it apart from the line above.
    var opensParagraph = false
    /// The bytes of the bullet that it begins with: `●`; 0 without.
    var bulletLength = 0

    var bytes: [UInt8] { text.bytes }
    var lastScalar: UInt32 { bytes.isEmpty ? 0 : bytes.lastScalar(before: bytes.count) }

    /// True where the line ends with the end of a sentence, closing quotes and brackets looked through.
    var endsSentence: Bool {
        var end = bytes.count
        while end >= 3 {
            let last = bytes.lastScalar(before: end)
            if last.endsSentence { return true }
            guard
                last == UInt32(scalar: "”") || last == UInt32(scalar: "）") || last == UInt32(scalar: "》")
                    || last == UInt32(scalar: "’")
            else { break }
            end -= 3
        }
        return false
    }

    /// The text lines of a file in order.
    static func read(_ lines: [SourceLine], file: SourceFile, lexicon: LayoutLexicon) -> [TextLine] {
        let labels = lexicon.words(.label)
        let cleaner = LineCleaner(file: file)
        var result: [TextLine] = []
        var (followsFurniture, followsGap, isClosed) = (true, false, false)
        for line in lines where line.role != .blank {
            guard line.role == .text else {
                if line.role == .furniture { followsFurniture = true } else { followsGap = true }
                continue
            }
            for part in cleaner.paragraphs(line.range) {
                let (text, level) = cleaner.clean(part.range)
                if part.opens { isClosed = true }
                if text.isEmpty { continue }
                let measure = LineMeasure(text.bytes, 0..<text.bytes.count)
                result.append(
                    TextLine(
                        number: line.number, page: line.page, startsPage: line.startsPage,
                        followsFurniture: followsFurniture || line.startsPage, followsGap: followsGap, text: text,
                        cells: measure.cells, markdownLevel: max(level, part.level), marker: ClauseMarker(text.bytes),
                        hasTab: file.bytes[part.range].contains(0x09), followsBlank: line.followsBlank,
                        isLabel: labels.longestMatch(in: text.bytes, at: 0) != nil, opensParagraph: isClosed))
                result[result.count - 1].readCaption(lexicon.words(.caption))
                result[result.count - 1].readBullet()
                (followsFurniture, followsGap, isClosed) = (false, false, part.closes)
            }
        }
        return result
    }

    /// `●粮食总产达到557亿斤`: an item of a list, however the line above it ends.
    private mutating func readBullet() {
        guard bytes.count > 3, Self.bullets.contains(bytes.scalar(at: 0).value) else { return }
        bulletLength = 3
        opensParagraph = true
    }

    private static let bullets: Set<UInt32> = Set("●◆◇■□▲△★☆►▶◎○".unicodeScalars.map(\.value))

    /// The lines but those that `isOut` names: what stands under one follows furniture or the gap of a table.
    static func remaining(_ lines: [TextLine], without isOut: [Bool], asFurniture: Bool) -> [TextLine] {
        var result: [TextLine] = []
        var followsOut = false
        for (line, isOut) in zip(lines, isOut) {
            if isOut {
                followsOut = true
                continue
            }
            result.append(line)
            if followsOut {
                if asFurniture { result[result.count - 1].followsFurniture = true }
                if !asFurniture { result[result.count - 1].followsGap = true }
            }
            followsOut = false
        }
        return result
    }

    /// A caption is a short line of a word, a number and a title: `专栏1 重点项目`, `表3 建设计划表`.
    private mutating func readCaption(_ words: WordTrie<Bool>) {
        guard cells <= 70, let word = words.longestMatch(in: bytes, at: 0), !endsSentence else { return }
        var end = word.length
        while end < bytes.count, UInt32(bytes[end]).isDigit { end += 1 }
        if end > word.length, end + 6 <= bytes.count { captionLength = end }
    }
}
