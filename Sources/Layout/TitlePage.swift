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
        guard start < limit, let end = Self.titleEnd(text, from: start, limit: limit, lexicon) else { return nil }
        lines = start..<end
        title = Self.words(of: text[start..<end])
        // 目录 and 通知 alone are no titles.
        guard title.utf8.count >= 12 else { return nil }
        readImprint(text, limit: min(limit, end + 8), lexicon)
        while let again = Self.repeated(title, in: text, from: lines.upperBound, limit: limit, lexicon) {
            lines = start..<again.upperBound
            readImprint(text, limit: min(limit, again.upperBound + 8), lexicon)
        }
    }

    /// Reads organs, a date or a session that stand without a title; `nil` where none does.
    init?(imprintOf text: [TextLine], from start: Int, lexicon: LayoutLexicon) {
        lines = start..<start
        readImprint(text, limit: min(text.count, start + 8), lexicon)
        guard !lines.isEmpty, date != nil else { return nil }
    }

    /// True for a title that needs no line above it: it names a year, or what it is about behind 关于.
    static func isWhole(_ title: String, _ lexicon: LayoutLexicon) -> Bool {
        let bytes = Array(title.utf8)
        return DocumentTitle.year(in: bytes) != nil || lexicon.contains(.titleStart, in: bytes)
    }

    private static func words(of lines: ArraySlice<TextLine>) -> String {
        lines.reduce(into: "") { title, line in
            let words = line.bytes
            if isFootnoteMark(words) { return }
            title += String(decoding: words[..<(words.count - words.footnoteMarkLength)], as: UTF8.self)
        }
    }

    /// `[1]` on a line of its own.
    private static func isFootnoteMark(_ bytes: [UInt8]) -> Bool {
        bytes.count > 2 && bytes.first == UInt8(ascii: "[") && bytes.last == UInt8(ascii: "]")
            && bytes[1..<(bytes.count - 1)].allSatisfy { UInt32($0).isDigit }
    }

    /// The lines from `start` that print the title once more, as the page after a cover does.
    private static func repeated(
        _ title: String, in text: [TextLine], from start: Int, limit: Int, _ lexicon: LayoutLexicon
    ) -> Range<Int>? {
        for count in 1...5 where start + count <= limit {
            let words = Self.words(of: text[start..<start + count])
            if words == title { return start..<start + count }
            if !title.hasPrefix(words) { return nil }
        }
        return nil
    }

    /// The index after the title's last line.
    private static func titleEnd(
        _ text: [TextLine], from start: Int, limit: Int, _ lexicon: LayoutLexicon
    ) -> Int? {
        for index in start..<max(start, min(limit, start + 5)) {
            guard isTitleLine(text[index]) else { return nil }
            guard lexicon.ends(.titleEnd, text[index].bytes) else { continue }
            var end = index + 1
            // `…预算执行情况 | 和2026年预算草案的报告`
            if end < limit, joins(text[end].bytes), isTitleLine(text[end]), lexicon.ends(.titleEnd, text[end].bytes) {
                end += 1
            }
            while end < limit, end - index <= 3, goesOn(text[end], lexicon) { end += 1 }
            return end
        }
        return nil
    }

    private static func joins(_ bytes: [UInt8]) -> Bool {
        ["和", "与", "及", "的"].contains(Unicode.Scalar(bytes.scalar(at: 0).value))
    }

    /// Neither a sentence, a clause, a caption, a row of a table nor a contents page's line.
    private static func isTitleLine(_ line: TextLine) -> Bool {
        !line.endsSentence && line.marker == nil && line.bytes.count <= 200 && line.captionLength == 0 && !line.hasTab
            && line.bytes.firstIndex(of: Array("··".utf8)) == nil && line.bytes.firstIndex(of: Array("……".utf8)) == nil
            && DocumentDate.ofLine(line.bytes) == nil && DocumentNumber.parse(line.bytes) == nil
    }

    /// `（征求意见稿）`, `（2023—2025年）的通知`, `——常住人口情况`: lines that a title goes on with.
    private static func goesOn(_ line: TextLine, _ lexicon: LayoutLexicon) -> Bool {
        guard isTitleLine(line), line.bytes.count <= 90, !opensSession(line.bytes),
            DocumentDate.ofSession(line.bytes, lexicon: lexicon) == nil,
            !lexicon.contains(.publicMark, in: line.bytes)
        else { return false }
        let isBracket = ["（", "("].contains(Unicode.Scalar(line.bytes.scalar(at: 0).value))
        let last = line.lastScalar
        return isBracket && (last == UInt32(scalar: "）") || last == 0x29 || lexicon.ends(.titleEnd, line.bytes))
            || line.bytes.hasPrefix(Array("——".utf8), at: 0)
    }

    /// `——2026年1月26日在某省第十四届`: a date behind a dash, whose session may end lines below.
    private static func opensSession(_ bytes: [UInt8]) -> Bool {
        let dash = Array("——".utf8)
        return bytes.hasPrefix(dash, at: 0) && DocumentDate.parse(bytes, from: dash.count) != nil
    }

    /// The session that one to three lines from `index` name, and how many they are.
    private static func session(
        _ text: [TextLine], from index: Int, limit: Int, _ lexicon: LayoutLexicon
    ) -> (date: CalendarDate, count: Int)? {
        var words: [UInt8] = []
        for count in 1...3 where index + count <= limit {
            let line = text[index + count - 1]
            if line.endsSentence || line.marker != nil { return nil }
            words += line.bytes
            if let date = DocumentDate.ofSession(words, lexicon: lexicon) { return (date, count) }
        }
        return nil
    }

    private mutating func readImprint(_ text: [TextLine], limit: Int, _ lexicon: LayoutLexicon) {
        var issuers: [String] = []
        while lines.upperBound < limit {
            let line = text[lines.upperBound]
            if let found = DocumentDate.ofLine(line.bytes) {
                date = date ?? found
            } else if let found = Self.session(text, from: lines.upperBound, limit: limit, lexicon) {
                (date, namesSession) = (date ?? found.date, true)
                lines = lines.lowerBound..<lines.upperBound + found.count - 1
            } else if Self.isOrgan(line, lexicon) {
                issuers.append(line.text.string)
            } else if !(namesSession && Self.isAddress(line, lexicon)) {
                break
            }
            lines = lines.lowerBound..<lines.upperBound + 1
        }
        if issuer == nil, !issuers.isEmpty { issuer = issuers.joined(separator: "、") }
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

/// The lines of the title that stands over a document number, or under one that stands first.
struct NumberedTitle {
    let lines: [TextLine]
    /// True for the lines of heads before.
    let isHead: [Bool]
    let lexicon: LayoutLexicon

    /// The lines over a number that are its title: they end like one, or hold 关于.
    func above(_ index: Int) -> Range<Int>? {
        let range = start(above: index)..<index
        guard let last = range.last else { return nil }
        let isTitle =
            lexicon.ends(.titleEnd, lines[last].bytes)
            || lexicon.contains(.titleStart, in: lines[range.lowerBound].bytes)
        return isTitle ? range : nil
    }

    /// The title under a number that stands first.
    func below(_ index: Int) -> Range<Int>? {
        for end in index + 1..<max(index + 1, min(lines.count, index + 6)) {
            let line = lines[end]
            if line.endsSentence || line.marker != nil || line.bytes.count > 240 { return nil }
            guard lexicon.ends(.titleEnd, line.bytes) else { continue }
            // `…行动计划 | （2023—2025年）的通知`
            let next = end + 1 < lines.count ? lines[end + 1] : line
            let isOpen = end + 1 < lines.count && next.bytes.scalar(at: 0).value == UInt32(scalar: "（")
            return index + 1..<(isOpen && !next.endsSentence && lexicon.ends(.titleEnd, next.bytes) ? end + 2 : end + 1)
        }
        return nil
    }

    /// The first line of the title that ends above `index`.
    private func start(above index: Int) -> Int {
        let lowest = max(0, index - 6)
        var start = index
        while start > lowest, !isHead[start - 1] {
            let line = lines[start - 1]
            if line.endsSentence || line.marker != nil || DocumentDate.ofLine(line.bytes) != nil { break }
            start -= 1
            if line.markdownLevel > 0 || lexicon.contains(.titleStart, in: line.bytes) {
                let beginsWithIssuer = !lexicon.starts(.titleStart, line.bytes)
                if !beginsWithIssuer, start > lowest, lexicon.ends(.issuer, lines[start - 1].bytes) { start -= 1 }
                return start
            }
            if line.startsPage { return start }
        }
        return index - start <= 3 ? start : index - 1
    }
}
