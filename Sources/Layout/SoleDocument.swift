import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// The one document of a file that has no document number: its title, what the title's lines are, its year and register.
///
/// The title is, in this order:
/// 1. the title page at the head, behind a cover's or a contents page's lines (`某市2026年…方案`, `（征求意见稿）`);
/// 2. a line that stands alone, begins with 关于 and ends like a title (a newspaper prints it after the text);
/// 3. the headline over a text of sentences;
/// 4. the text that the first sentence announces (`某委发布《2023年…统计公报》`);
/// 5. the file's name.
///
/// A caption, a source line, an organ's name or the first line of a cut sentence is none of these.
struct SoleDocument {
    private(set) var document: BulletinDocument
    /// The lines of the title and its imprint, as indices.
    private(set) var head: [Int] = []

    private let range: Range<Int>
    private let lines: [TextLine]
    private let lexicon: LayoutLexicon
    private let isWrapped: Bool

    init(
        _ range: Range<Int>, of lines: [TextLine], in file: SourceFile, lexicon: LayoutLexicon, isWrapped: Bool,
        site: SiteChrome
    ) {
        (self.range, self.lines, self.lexicon, self.isWrapped) = (range, lines, lexicon, isWrapped)
        document = BulletinDocument(title: "", firstLine: 1, lastLine: file.lineCount)
        var body = range.lowerBound
        var namesSession = false
        if let page = titlePage() {
            (document.title, document.issuer, document.date) = (page.title, page.issuer, page.date)
            head = Array(page.lines)
            body = page.lines.upperBound
            namesSession = page.namesSession
        } else if let imprint = TitlePage(imprintOf: lines, from: body, lexicon: lexicon) {
            (document.issuer, document.date) = (imprint.issuer, imprint.date)
            head = Array(imprint.lines)
            body = imprint.lines.upperBound
        }
        let announced = announcedTitle(from: body)
        if document.title.isEmpty, let index = standaloneTitle() {
            document.title = lines[index].text.string
            head.append(index)
        } else if document.title.isEmpty, body < range.upperBound,
            lines[body].number == site.headline || isHeadline(body)
        {
            document.title = lines[body].text.string
            document.register = DocumentTitle.register(of: lines[body].bytes, lexicon: lexicon)
            if document.register == nil, let announced {
                document.register = .news
                document.announced = DocumentTitle.register(of: Array(announced.utf8), lexicon: lexicon)
            }
            // News appears on the day that it is written.
            if lines[body].number == site.headline, document.date == nil,
                document.register == nil || document.register == .news
            {
                document.date = site.published
            }
            // A figure in a headline is stated there as well.
            let states = lines[body].bytes.contains { UInt32($0).isDigit }
            if !states { head.append(body) }
        } else if document.title.isEmpty, let announced {
            document.title = announced
            document.announced = DocumentTitle.register(of: Array(announced.utf8), lexicon: lexicon)
        }
        let title = Array(document.title.utf8)
        document.register =
            document.register ?? DocumentTitle.register(of: title, lexicon: lexicon) ?? registerOfText(from: body)
        document.year = DocumentTitle.year(in: title) ?? announced.flatMap { DocumentTitle.year(in: Array($0.utf8)) }
        if document.year == nil, namesSession { document.year = document.date?.year }
        let name = BulletinName(file.name).title
        document.year =
            document.year ?? yearOfText(from: body) ?? DocumentTitle.year(inFileName: name)
            ?? site.published.flatMap { yearOfMonths(from: body, published: $0) }
        if document.title.isEmpty { document.title = name }
        if document.date == nil, document.year == nil { document.date = mastheadDate(from: body) }
    }

    /// The day of a newspaper's masthead that stands among the short lines above the text: `某某日报 2022-07-27 第A03版`.
    private func mastheadDate(from body: Int) -> CalendarDate? {
        let opening = lines[range.lowerBound..<range.upperBound].prefix { !$0.endsSentence && $0.marker == nil }.prefix(
            4)
        return opening.lazy.filter { lexicon.contains(.masthead, in: $0.bytes) }
            .compactMap { DocumentDate.inMasthead($0) }.first
    }

    // MARK: - Title

    /// The title page at the head, or the first behind what stands before one: a cover, a contents page.
    private func titlePage() -> TitlePage? {
        let (first, end) = (range.lowerBound, range.upperBound)
        if let page = TitlePage(lines, from: first, lexicon: lexicon, limit: end) { return page }
        var isContents = false
        for index in range.prefix(160) {
            let line = lines[index]
            if line.bytes.count <= 12, lexicon.starts(.contents, line.bytes) { isContents = true }
            // Of a contents page the title is found where the next page begins; elsewhere sentences end the search.
            if isContents ? false : (line.endsSentence || line.marker != nil || index - first > 8) { return nil }
            guard index > first, !isContents || line.followsFurniture,
                let page = TitlePage(lines, from: index, lexicon: lexicon, limit: end)
            else { continue }
            if TitlePage.isWhole(page.title, lexicon) || page.namesSession { return page }
        }
        return nil
    }

    private func standaloneTitle() -> Int? {
        let starts = lexicon.words(.titleStart)
        for index in range {
            let bytes = lines[index].bytes
            guard starts.longestMatch(in: bytes, at: 0) != nil, lexicon.ends(.titleEnd, bytes) else { continue }
            let above = index > range.lowerBound ? lines[index - 1].cells : 0
            if index == range.lowerBound || lines[index - 1].endsSentence || above * 4 < lines[index].cells * 3 {
                return index
            }
        }
        return nil
    }

    /// A short line of words over a much longer sentence, a paragraph of its own.
    private func isHeadline(_ index: Int) -> Bool {
        guard index + 1 < range.upperBound else { return false }
        let (line, next) = (lines[index], lines[index + 1])
        guard line.marker == nil, !line.endsSentence, line.captionLength == 0, !line.hasTab, !line.isLabel,
            (16...96).contains(line.cells), !line.lastScalar.joinsItems, !TitlePage.isOrgan(line, lexicon),
            DocumentDate.ofLine(line.bytes) == nil, line.bytes.firstIndex(of: Array("，".utf8)) == nil,
            !lexicon.starts(.note, line.bytes), !lexicon.starts(.dateline, line.bytes)
        else { return false }
        return next.endsSentence && next.marker == nil && next.cells >= max(80, line.cells * 2) && !isWrapped
    }

    /// The name in 《》 that ends like a title, which the first lines say is published.
    private func announcedTitle(from body: Int) -> String? {
        for index in body..<min(body + 3, range.upperBound) {
            let bytes = lines[index].bytes
            guard lexicon.contains(.announce, in: bytes) else { continue }
            if let name = DocumentTitle.quotedNames(bytes).first(where: { lexicon.ends(.titleEnd, $0) }) {
                return String(decoding: name, as: UTF8.self)
            }
        }
        return nil
    }

    // MARK: - Register and year of a text whose title does not say

    /// Of a text that greets delegates a report; else what it calls itself (本公报) or what its first short lines name.
    private func registerOfText(from body: Int) -> DocumentRegister? {
        let opening = lines[body..<min(body + 4, range.upperBound)]
        if opening.contains(where: { lexicon.starts(.salutation, $0.bytes) }) { return .report }
        for line in lines[range] { if let register = ownName(in: line.bytes) { return register } }
        for line in opening where !line.endsSentence && line.marker == nil && line.cells <= 60 && !line.hasTab {
            if let register = DocumentTitle.register(of: line.bytes, lexicon: lexicon) { return register }
        }
        return nil
    }

    /// The register of 本公报, 本规划.
    private func ownName(in bytes: [UInt8]) -> DocumentRegister? {
        let own = lexicon.words(.ownName)
        for index in bytes.indices where bytes[index] >= 0xE0 {
            guard let match = own.longestMatch(in: bytes, at: index) else { continue }
            return DocumentTitle.register(of: Array(bytes[index..<index + match.length]), lexicon: lexicon)
        }
        return nil
    }

    /// The year of the months up to now that title or first line tell of (1—4月, no year) where the site published them
    /// within ``soon`` months behind the last of them. A page that was moved years later seldom falls there.
    private func yearOfMonths(from body: Int, published: CalendarDate) -> Int? {
        let first = body < range.upperBound ? lines[body].bytes : []
        guard
            let last = [Array(document.title.utf8), first].lazy.compactMap({ DocumentTitle.monthsSoFar(in: $0) }).first
        else { return nil }
        let isNextYear = published.month <= last
        let distance = published.month - last + (isNextYear ? 12 : 0)
        return distance <= Self.soon ? published.year - (isNextYear ? 1 : 0) : nil
    }
    private static let soon = 3

    /// The year that the text opens with (`2025年是…`), or that its first chart ends with (`图3 2018-2022年…`), or of a
    /// report the one after that it looks back on.
    private func yearOfText(from body: Int) -> Int? {
        for line in lines[body..<range.upperBound].prefix(12) {
            let bytes = line.bytes
            if let marker = line.marker, document.register == .report || document.register == .review {
                // 一、2023年工作回顾；: an item that tells what another text is made of.
                let end = line.lastScalar
                let isItem = end == UInt32(scalar: "；") || end == UInt32(scalar: ";")
                guard !isItem, lexicon.contains(.reviewWord, in: bytes),
                    let year = DocumentTitle.year(in: Array(bytes[marker.length...]))
                else { continue }
                return document.register == .report ? year + 1 : year
            }
            // The day of issue on a line of its own opens no text.
            if DocumentDate.ofLine(bytes) != nil { continue }
            // A chart's years end with the year of the text.
            if line.captionLength > 0, let year = DocumentTitle.year(in: bytes) { return year }
            let isOpening = bytes.count > 4 && UInt32(bytes[0]).isDigit && document.register != .plan
            if isOpening, let year = DocumentTitle.year(in: Array(bytes.prefix(7))) { return year }
        }
        return nil
    }
}
