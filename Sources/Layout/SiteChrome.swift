import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// What a site sets around a text that somebody copied from its page, and what its index table says of the text.
///
///     政务公开                                   menus: short lines without a sentence
///     当前位置：首页 > 统计信息                    the path to the page
///     索引号 | 33001/2026-118 | 发文字号 | …       the index table, as lines, with TABs, as Markdown or HTML
///     2025年某市国民经济和社会发展统计公报          the title, which is none of it
///     来源：某市统计局 2026-03-28 浏览次数：310    source, the site's date, counters, font switches
///     03/17                                      the place among pages
///     …
///     扫一扫在手机打开当前页                       from here on menus, links and imprint of the site
///
/// All lines up to the last certain sign before the first sentence, and all from the first certain sign of the
/// foot that no text follows, are furniture: no figure, year or title is read from them. One sign alone that may
/// open any line (`来源：`) is no proof.
struct SiteChrome {
    /// True for the lines, by their index, that are the site's.
    private(set) var isChrome: [Bool]
    /// The document's number, its organ and the day that it was made, as the index table has them.
    private(set) var number: String?
    private(set) var issuer: String?
    private(set) var date: CalendarDate?
    /// The day on which the site put the text on its pages: mostly soon after it was made, but no day of its own.
    private(set) var published: CalendarDate?
    /// Whom the head names as the source of the text.
    private(set) var source: String?
    /// The number of the headline's line, which the source and the day stand under.
    private(set) var headline: Int?

    private let file: SourceFile
    private let lines: [TextLine]
    private let lexicon: LayoutLexicon

    init(_ lines: [TextLine], in file: SourceFile, lexicon: LayoutLexicon) {
        (self.lines, self.file, self.lexicon) = (lines, file, lexicon)
        isChrome = Array(repeating: false, count: lines.count)
        let body = markHead()
        markFoot(from: body)
        let cells = lines.indices.filter { isChrome[$0] }.map { self.cells(of: $0) }
        for index in 0..<body where isChrome[index] && published == nil { published = Self.day(in: lines[index].bytes) }
        for (row, cell) in cells.enumerated() { readIndex(cell, below: row + 1 < cells.count ? cells[row + 1] : []) }
    }

    /// The day that a line of the site names first.
    private static func day(in bytes: [UInt8]) -> CalendarDate? {
        for index in bytes.indices where UInt32(bytes[index]).isDigit {
            if index > 0, UInt32(bytes[index - 1]).isDigit { continue }
            if let found = DocumentDate.parse(bytes, from: index), found.date.day > 0 { return found.date }
        }
        return nil
    }

    // MARK: - The head

    private enum Sign {
        /// Nothing but a site prints it.
        case certain
        /// A label that opens lines of other texts too.
        case likely
    }

    /// Marks the head and returns the index of the first line after it.
    private mutating func markHead() -> Int {
        var (last, certain, likely): (Int?, Int, Int) = (nil, 0, 0)
        for index in lines.indices {
            if let sign = sign(of: index) {
                if sign == .certain { certain += 1 } else { likely += 1 }
                last = index
            } else if last.map({ isBareLabel($0) }) == true, lines[index].cells <= 60 {
                // The value under a label of an index table that lost its lines.
                last = index
            } else if isText(index), !isHeadline(index) {
                break
            }
        }
        guard var last, certain > 0 || likely > 1 else { return 0 }
        // Letters of an icon font.
        while last + 1 < lines.count, LineMeasure(lines[last + 1].bytes).isWordless { last += 1 }
        let title = titleLines(upTo: last)
        if title.count == 1, let index = title.first, isHeadline(index) { headline = lines[index].number }
        for index in 0...last where !title.contains(index) && !isNumberLine(index) { isChrome[index] = true }
        return last + 1
    }

    /// The title among the head's lines: the one that stands nearest to the text, unless another follows the head.
    private func titleLines(upTo last: Int) -> Range<Int> {
        if TitlePage(lines, from: last + 1, lexicon: lexicon) != nil { return 0..<0 }
        var end = last + 1
        while end > 0 {
            while end > 0, isSite(end - 1) { end -= 1 }
            let lowest = max(0, end - 8)
            for start in (lowest..<max(lowest, end)).reversed() {
                if isSite(start) { break }
                guard let page = TitlePage(lines, from: start, lexicon: lexicon, limit: end),
                    page.lines.upperBound == end,
                    TitlePage.isWhole(page.title, lexicon) || end == last + 1 || isSite(end)
                else { continue }
                return withLinesAbove(page, lexicon)
            }
            // Menus stand above: only a whole title is looked for in them.
            end -= 1
        }
        return headline(upTo: last)
    }

    /// The headline of a news item: a long line of words with the source and the day of issue directly under it.
    private func headline(upTo last: Int) -> Range<Int> {
        for index in (0..<max(last, 0)).reversed() {
            if isHeadline(index) { return index..<index + 1 }
        }
        return 0..<0
    }

    private func isHeadline(_ index: Int) -> Bool {
        let line = lines[index]
        return index + 1 < lines.count && !isSite(index) && standsOverSite(index)
            && line.cells <= Self.longestHeadline
            && !line.endsSentence && line.marker == nil && !TitlePage.isOrgan(line, lexicon)
            && isLongEnough(line)
    }

    /// Menus and names of sites are shorter than a headline; one that opens with its year is told by that.
    private func isLongEnough(_ line: TextLine) -> Bool {
        let isDated = DocumentTitle.year(in: Array(line.bytes.prefix(7))) != nil
        return line.cells >= (isDated ? Self.shortestDated : Self.shortestHeadline)
            && LineMeasure(line.bytes).ideographs >= (isDated ? Self.wordsOfDated : Self.words)
    }
    /// The source and the day stand under it, a dateline (新华社，北京) between.
    private func standsOverSite(_ index: Int) -> Bool {
        if isSite(index + 1) { return true }
        return index + 2 < lines.count && isSite(index + 2) && lines[index + 1].cells < Self.shortestHeadline
            && lexicon.starts(.dateline, lines[index + 1].bytes)
    }
    /// Cells of a line: sentences are longer than a headline.
    private static let (shortestHeadline, longestHeadline) = (28, 160)
    /// Chinese characters of a headline at least.
    private static let words = 12
    /// Cells and characters of 2023年全县经济运行情况 at least.
    private static let (shortestDated, wordsOfDated) = (20, 9)

    private func isSite(_ index: Int) -> Bool { sign(of: index) != nil || (index > 0 && isBareLabel(index - 1)) }

    /// `2025年某市 | 国民经济和社会发展统计公报`: the line above belongs to a title that names neither year nor subject.
    private func withLinesAbove(_ page: TitlePage, _ lexicon: LayoutLexicon) -> Range<Int> {
        let start = page.lines.lowerBound
        guard start > 0, !TitlePage.isWhole(page.title, lexicon) else { return page.lines }
        let above = lines[start - 1]
        let isPart = TitlePage.isWhole(above.text.string, lexicon) && !lexicon.ends(.titleEnd, above.bytes)
        return isPart && !isSite(start - 1) ? start - 1..<page.lines.upperBound : page.lines
    }

    private func isNumberLine(_ index: Int) -> Bool {
        DocumentNumber.parse(lines[index].bytes) != nil && !isSite(index)
    }

    /// True for a line that no head of a page holds: a sentence, a clause, a figure, a caption, an addressee.
    private func isText(_ index: Int) -> Bool {
        let line = lines[index]
        if line.marker != nil || line.captionLength > 0 || line.isLabel || line.hasTab { return true }
        if lexicon.starts(.contents, line.bytes) && line.bytes.count <= 12 { return true }
        if lexicon.starts(.note, line.bytes) || lexicon.starts(.salutation, line.bytes) { return true }
        if Addressee.length(at: index, of: lines, lexicon: lexicon) > 0 { return true }
        if line.bytes.holdsFullStop { return true }
        if line.bytes.contains(UInt8(ascii: "%")) { return true }
        // A cell of numbers; a menu may begin with a hotline (12345平台).
        if line.bytes.allSatisfy({ UInt32($0).isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }) {
            return true
        }
        return line.cells > 50 && line.bytes.firstIndex(of: Array("，".utf8)) != nil
    }

    // MARK: - Signs

    private func sign(of index: Int) -> Sign? {
        let line = lines[index]
        let bytes = line.bytes
        if isPath(index) || Self.isPageIndex(bytes) || opensIndexRow(index) || isControl(bytes) || isFoot(line) {
            return .certain
        }
        if isBareLabel(index) { return .certain }
        guard line.cells <= 160, !bytes.holdsFullStop else { return nil }
        let clock = Self.hasClock(bytes)
        if clock, DocumentDate.parse(bytes, from: 0) != nil { return .certain }
        guard labelLength(bytes) != nil else { return nil }
        return clock || line.marker == nil && labels(in: bytes) > 1 ? .certain : .likely
    }

    /// `当前位置：首页 > 统计信息`, `首页 > 信息公开`, `您的位置：`, and under such a line `> 政务公开`.
    private func isPath(_ index: Int) -> Bool {
        let bytes = lines[index].bytes
        guard bytes.count <= 240, !bytes.holdsFullStop else { return false }
        // A quotation's lines begin with the sign too: nothing but steps leads up to the path's first line.
        var first = index
        while first > 0, index - first < 8, Self.isPathSign(lines[first].bytes.scalar(at: 0).value) { first -= 1 }
        if first < index { return lexicon.contains(.sitePath, in: lines[first].bytes) }
        guard lexicon.contains(.sitePath, in: bytes) else { return false }
        let end = bytes.lastScalar(before: bytes.count)
        if end == UInt32(scalar: "：") || end == UInt32(scalar: ":") { return true }
        var index = 0
        while index < bytes.count {
            let scalar = bytes.scalar(at: index)
            if Self.isPathSign(scalar.value) { return true }
            index += scalar.length
        }
        return false
    }

    private static func isPathSign(_ value: UInt32) -> Bool {
        [">", "＞", "»", "›"].contains { value == UInt32(scalar: $0) }
    }

    /// `03/17`: two numbers of one to three digits, the first not above the second, and nothing else.
    private static func isPageIndex(_ bytes: [UInt8]) -> Bool {
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), (1...3).contains(slash),
            (1...3).contains(bytes.count - slash - 1)
        else { return false }
        var values = [0, 0]
        for (index, byte) in bytes.enumerated() where index != slash {
            guard UInt32(byte).isDigit else { return false }
            let part = index < slash ? 0 : 1
            values[part] = values[part] * 10 + Int(byte - 0x30)
        }
        // 1/2 may be a fraction.
        return values[0] > 0 && values[0] <= values[1] && values[1] > 9
    }

    /// A line that a word of the site's switches opens, with nothing behind it but signs, digits and such words.
    private func isControl(_ bytes: [UInt8]) -> Bool {
        let words = lexicon.words(.siteControl)
        guard bytes.count <= 240, !bytes.holdsFullStop else { return false }
        var index = 0
        var found = false
        while index < bytes.count {
            if let match = words.longestMatch(in: bytes, at: index) {
                index += match.length
                found = true
                // What a word such as 扫一扫 or 发布于： opens is the site's whatever follows.
                if bytes.lastScalar(before: index) == UInt32(scalar: "：") { return true }
                continue
            }
            let scalar = bytes.scalar(at: index)
            if (0x4E00...0x9FFF).contains(scalar.value) { return false }
            index += scalar.length
        }
        return found
    }

    private func isFoot(_ line: TextLine) -> Bool {
        line.bytes.count <= 360 && line.marker == nil
            && (lexicon.starts(.siteFoot, line.bytes) || lexicon.contains(.siteImprint, in: line.bytes))
    }

    /// `10:20`
    private static func hasClock(_ bytes: [UInt8]) -> Bool {
        for index in bytes.indices.dropFirst(2).dropLast(2) where bytes[index] == UInt8(ascii: ":") {
            let digits = [bytes[index - 1], bytes[index - 2], bytes[index + 1], bytes[index + 2]]
            if digits.allSatisfy({ UInt32($0).isDigit }) { return true }
        }
        return false
    }

    // MARK: - The index table

    private func labelLength(_ bytes: [UInt8]) -> Int? {
        for role in Self.labelRoles {
            guard let word = lexicon.words(role).longestMatch(in: bytes, at: 0) else { continue }
            if bytes.lastScalar(before: word.length) == UInt32(scalar: "：") { return word.length }
            guard word.length < bytes.count else { continue }
            if let length = Self.colonLength(bytes, word.length) { return word.length + length }
        }
        return nil
    }

    private static let labelRoles: [LayoutLexicon.Role] = [.metadataIssuer, .metadataDate, .metadata]

    /// How many labels with a colon a line holds: `发布时间：2026-04-11 字体：大 中 小`.
    private func labels(in bytes: [UInt8]) -> Int {
        var (count, index) = (0, 0)
        while index < bytes.count {
            let length = labelLength(Array(bytes[index..<min(bytes.count, index + 48)]))
            if length != nil { count += 1 }
            index += length ?? bytes.scalar(at: index).length
        }
        return count
    }

    /// True for a line that is a label of three characters or more and nothing else: `索引号`.
    private func isBareLabel(_ index: Int) -> Bool { isIndexLabel(lines[index].bytes) }

    private func isIndexLabel(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 9 && isLabel(bytes)
    }

    /// `索引号 | 33001/2026-118 | 分类 | 统计公报`: a row whose first cell is a label of the index table, and below
    /// such a row one that opens with any label (`标题 | …`).
    private func opensIndexRow(_ index: Int) -> Bool {
        let cells = cells(of: index)
        guard let first = cells.first, cells.count > 1 else { return false }
        if isIndexLabel(first) { return true }
        // Markdown rules the first row off.
        let above = [index - 1, index - 2].lazy.filter { $0 >= 0 }.map { self.cells(of: $0) }
        return isLabel(first) && above.contains { $0.count > 1 && isIndexLabel($0[0]) }
    }

    private func isLabel(_ bytes: [UInt8]) -> Bool {
        Self.labelRoles.contains { lexicon.words($0).longestMatch(in: bytes, at: 0)?.length == bytes.count }
    }

    /// The cells of a row with TABs, of Markdown or of HTML, without blanks; one for a line without such signs.
    private func cells(of index: Int) -> [[UInt8]] {
        let range = file.rangeOfLine(lines[index].number)
        var (cells, cell): ([[UInt8]], [UInt8]) = ([], [])
        var isTag = false
        for byte in file.bytes[range] {
            switch byte {
            case UInt8(ascii: "<"), 0x09, UInt8(ascii: "|"):
                isTag = byte == UInt8(ascii: "<")
                if !cell.isEmpty { cells.append(cell) }
                cell = []
            case UInt8(ascii: ">") where isTag: isTag = false
            default: if !isTag, byte != 0x20 { cell.append(byte) }
            }
        }
        if !cell.isEmpty { cells.append(cell) }
        return cells.count > 1 ? cells : [lines[index].bytes]
    }

    /// Takes what a row's labels say: of cells the next, of a line what stands behind the colon or on the line below.
    private mutating func readIndex(_ cells: [[UInt8]], below: [[UInt8]]) {
        for (column, cell) in cells.enumerated() {
            let isIssuer = lexicon.starts(.metadataIssuer, cell)
            let isDate = lexicon.starts(.metadataDate, cell)
            source = source ?? self.source(in: cell)
            guard isIssuer || isDate || lexicon.starts(.metadata, cell) else { continue }
            var value: [UInt8] = []
            if let length = labelLength(cell), length < cell.count {
                value = Array(cell[length...])
            } else if isIndexLabel(cell) || labelLength(cell) != nil {
                value = column + 1 < cells.count ? cells[column + 1] : cells.count == 1 ? below.first ?? [] : []
            }
            if isIssuer, issuer == nil, !value.isEmpty { issuer = String(decoding: value, as: UTF8.self) }
            if isDate { date = date ?? DocumentDate.parse(value, from: 0)?.date }
            if number == nil, let found = DocumentNumber.parse(value) { number = found.text }
        }
    }

    /// What stands behind 来源： up to the next blank or label.
    private func source(in bytes: [UInt8]) -> String? {
        for index in bytes.indices where bytes[index] >= 0xE0 {
            guard let word = lexicon.words(.metadataSource).longestMatch(in: bytes, at: index) else { continue }
            let sign = index + word.length
            guard sign < bytes.count, let length = Self.colonLength(bytes, sign) else { continue }
            return name(in: bytes, from: sign + length)
        }
        return nil
    }

    /// The Chinese characters from `start` to the next label: 云溪市统计局 of 云溪市统计局浏览次数：310.
    private func name(in bytes: [UInt8], from start: Int) -> String? {
        var end = start
        while end < bytes.count, bytes[end] >= 0x80, labelLength(Array(bytes[end..<min(bytes.count, end + 48)])) == nil
        {
            end += bytes.scalar(at: end).length
        }
        return end > start ? String(decoding: bytes[start..<end], as: UTF8.self) : nil
    }

    private static func colonLength(_ bytes: [UInt8], _ index: Int) -> Int? {
        let sign = bytes.scalar(at: index)
        return sign.value == UInt32(scalar: "：") || sign.value == UInt32(scalar: ":") ? sign.length : nil
    }

    // MARK: - The foot

    /// Marks the lines from the first sign of the foot that no text of the document follows.
    private mutating func markFoot(from body: Int) {
        var start: Int?
        var sentences = 0
        for index in lines[body...].indices.reversed() {
            let line = lines[index]
            if isFoot(line) || isControl(line.bytes) {
                // A site's foot may hold a sentence of its own, a long one some.
                if sentences <= 1 || sentences * 10 <= lines.count - index { start = index }
            } else if line.endsSentence, line.cells >= 30 {
                sentences += 1
                if sentences > 4 { break }
            }
            if endsFoot(index) { break }
        }
        guard let start else { return }
        for index in start..<lines.count { isChrome[index] = true }
    }

    /// A heading of the text, a document's number, a caption or a row of a table stands in no foot.
    private func endsFoot(_ index: Int) -> Bool {
        let line = lines[index]
        if line.captionLength > 0 || line.hasTab || line.isLabel { return true }
        if let marker = line.marker, marker.kind <= .ideograph, !marker.isDoubtful { return true }
        return DocumentNumber.parse(line.bytes) != nil
    }
}

extension LineMeasure {
    fileprivate init(_ bytes: [UInt8]) { self.init(bytes, 0..<bytes.count) }
    fileprivate var isWordless: Bool { ideographs == 0 && digits == 0 && cells > 0 && cells <= 24 }
}

extension [UInt8] {
    /// True where a sentence ends in the line.
    fileprivate var holdsFullStop: Bool {
        firstIndex(of: Array("。".utf8)) != nil || firstIndex(of: Array("！".utf8)) == count - 3 && count > 60
    }
}
