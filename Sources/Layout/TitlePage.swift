import PipelineDefinition
import SourceText
import StatisticalModel

/// A title and the lines under it that say who issued the text and when.
///
///     某市2024年                        some lines that together end like a title
///     国民经济和社会发展统计公报
///     某市统计局                        organs
///     （2025年3月20日）                 a date, or the session that a report was read to
struct TitlePage {
    private(set) var title = ""
    /// The title's lines and those under it.
    private(set) var lines: Range<Int>
    private(set) var issuer: String?
    private(set) var date: CalendarDate?
    /// True where the title names the session that heard it.
    private(set) var namesSession = false

    /// Reads the title that begins at `start`; `nil` where none does.
    init?(_ text: [TextLine], from start: Int, lexicon: LayoutLexicon, limit: Int? = nil) {
        let limit = min(limit ?? text.count, text.count)
        guard let end = Self.titleEnd(text, from: start, limit: limit, lexicon) else { return nil }
        lines = start..<end
        for index in lines {
            let words = text[index].bytes
            title += String(decoding: words[..<(words.count - words.footnoteMarkLength)], as: UTF8.self)
        }
        readImprint(text, limit: min(limit, end + 7), lexicon)
    }

    /// The index after the title's last line.
    private static func titleEnd(
        _ text: [TextLine], from start: Int, limit: Int, _ lexicon: LayoutLexicon
    ) -> Int? {
        for index in start..<max(start, min(limit, start + 5)) {
            guard isTitleLine(text[index]) else { return nil }
            guard lexicon.ends(.titleEnd, text[index].bytes) else { continue }
            var end = index + 1
            while end < limit, end - index <= 3, goesOn(text[end], lexicon) { end += 1 }
            return end
        }
        return nil
    }

    private static func isTitleLine(_ line: TextLine) -> Bool {
        !line.endsSentence && line.marker == nil && line.bytes.count <= 200
            && DocumentDate.ofLine(line.bytes) == nil && DocumentNumber.parse(line.bytes) == nil
    }

    /// `（征求意见稿）`, `（2023—2025年）的通知`, `——常住人口情况`: lines that a title goes on with.
    private static func goesOn(_ line: TextLine, _ lexicon: LayoutLexicon) -> Bool {
        guard isTitleLine(line), line.bytes.count <= 90, DocumentDate.ofSession(line.bytes, lexicon: lexicon) == nil,
            !lexicon.contains(.publicMark, in: line.bytes)
        else { return false }
        let isBracket = ["（", "("].contains(Unicode.Scalar(line.bytes.scalar(at: 0).value))
        let last = line.lastScalar
        return isBracket && (last == UInt32(scalar: "）") || last == 0x29 || lexicon.ends(.titleEnd, line.bytes))
            || line.bytes.hasPrefix(Array("——".utf8), at: 0)
    }

    private mutating func readImprint(_ text: [TextLine], limit: Int, _ lexicon: LayoutLexicon) {
        var issuers: [String] = []
        while lines.upperBound < limit {
            let line = text[lines.upperBound]
            if let found = DocumentDate.ofLine(line.bytes) {
                date = date ?? found
            } else if let found = DocumentDate.ofSession(line.bytes, lexicon: lexicon) {
                (date, namesSession) = (date ?? found, true)
            } else if Self.isOrgan(line, lexicon) {
                issuers.append(line.text.string)
            } else if !(namesSession && Self.isAddress(line, lexicon)) {
                break
            }
            lines = lines.lowerBound..<lines.upperBound + 1
        }
        if !issuers.isEmpty { issuer = issuers.joined(separator: "、") }
    }

    /// A short line that ends with an organ's name: `某市统计局`.
    static func isOrgan(_ line: TextLine, _ lexicon: LayoutLexicon) -> Bool {
        line.marker == nil && !line.endsSentence && (9...120).contains(line.bytes.count)
            && (lexicon.ends(.issuer, line.bytes) || lexicon.ends(.organ, line.bytes))
    }

    /// `某市市长 某某`, `各位代表：`
    private static func isAddress(_ line: TextLine, _ lexicon: LayoutLexicon) -> Bool {
        guard line.bytes.count <= 75, line.marker == nil else { return false }
        if lexicon.starts(.salutation, line.bytes) { return line.lastScalar == UInt32(scalar: "：") }
        return !line.endsSentence && lexicon.contains(.speaker, in: line.bytes)
    }
}
