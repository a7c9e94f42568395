import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// The heads and the lead-in paragraph under which a block stands, kept up to date block by block.
///
/// `到2026年，实现以下目标。` leads in: its year holds for the bullets behind it (——规模壮大。产值达到600亿元), where it
/// states no figure for the paragraphs behind too, until the next head.
struct ReadingPlaces {
    private let scanner: ProseScanner
    private(set) var scope = RegisterScope()
    private var lead: (year: Int, holds: Bool)?
    /// The years that open lines and paragraphs, the latest last.
    private var told: [Int] = []
    private var document = -1
    /// The first sentence of the block, where it was looked through for a year that leads in.
    private var opening: (range: Range<Int>, list: TokenList)?
    /// The numbered block before ended in a semicolon: the next is an item of the same list.
    private var isInList = false
    /// 失业保险基金 of the heading （七）失业保险基金, until the next one.
    private(set) var subject = ""

    /// In bytes: the word that opens a duty is no longer.
    private static let longestLabel = 90

    init(scanner: ProseScanner) { self.scanner = scanner }

    mutating func enter(_ block: TextBlock) {
        if block.document != document {
            document = block.document
            scope = RegisterScope()
            lead = nil
            told = []
            isInList = false
            subject = ""
        }
        opening = nil
        note(block)
        switch block.role {
        case .heading(let level): if !isOfList(block) { enterHeading(block, level) }
        case .paragraph: enterParagraph(block)
        case .note, .documentHead: break
        }
        isInList = block.markerLength > 0 && goesOn(block.text.bytes)
    }

    /// 一、2023年工作回顾；二、2024年工作安排。 on lines of their own tell what another text is made of: no heads.
    private func isOfList(_ block: TextBlock) -> Bool {
        block.markerLength > 0 && (isInList || goesOn(block.text.bytes))
    }

    private func goesOn(_ bytes: [UInt8]) -> Bool {
        UTF8Scanning.hasBefore("；", in: bytes, at: bytes.count) || bytes.last == 0x3B
    }

    /// The tokens of `range` of the block, where it has been scanned.
    func tokens(of range: Range<Int>) -> TokenList? { opening?.range == range ? opening?.list : nil }

    /// The year of the paragraph that leads in to `block`, if any does.
    func leadYear(of block: TextBlock) -> Int? {
        guard let lead, lead.holds || isItem(block) else { return nil }
        return lead.year
    }

    /// In 2025年预算执行情况和2026年预算草案 the year of the two that the text named last before a list:
    /// 2025年，全市税收完成47亿元。 governs the list 一、税收项目 behind it.
    func toldYear(of document: DocumentContext?) -> Int? {
        guard let last = document?.year, let first = document?.reviewedYear, first < last else { return nil }
        return told.last { first...last ~= $0 }
    }

    /// The first year of a line or of a paragraph's first sentence, but none that it is compared with.
    private mutating func note(_ block: TextBlock) {
        let bytes = block.text.bytes
        let end = min(bytes.count, UTF8Scanning.start(before: min(bytes.count, Self.headLength), in: bytes))
        var index = 0
        while index < end, let start = bytes[index..<end].firstIndex(where: UTF8Scanning.isDigit) {
            if let found = scanner.year(in: bytes, at: start) {
                if start < 3 || !scanner.isBase(before: start, in: bytes) { told.append(found.year) }
                break
            }
            index = start + 1
            while index < end, UTF8Scanning.isDigit(bytes[index]) { index += 1 }
        }
        if told.count > Self.toldLimit { told.removeFirst(told.count - Self.toldLimit) }
    }
    /// Years named earlier than so many lines before are not asked for.
    private static let toldLimit = 4

    private mutating func enterHeading(_ block: TextBlock, _ level: Int) {
        let context = HeadingContext(text: block.text.bytes, markerLength: block.markerLength, scanner: scanner)
        lead = nil
        subject = String(decoding: block.text.bytes[min(block.markerLength, block.text.bytes.count)...], as: UTF8.self)
        scope.enter(context, level: Self.level(of: context, block.markerLength, level))
    }

    /// Headings without a number keep the level that Layout saw, but one that says what begins stands above all.
    private static func level(of context: HeadingContext, _ markerLength: Int, _ level: Int) -> Int {
        guard markerLength == 0 else { return level }
        if context.kind != nil, context.year != nil { return RegisterScope.unnumbered }
        return level
    }

    private mutating func enterParagraph(_ block: TextBlock) {
        let bytes = block.text.bytes
        let sentences = SentenceSplitter.sentences(bytes, numerals: scanner.numerals)
        guard let first = sentences.first, !isDuty(bytes) else { return }
        let isItem = isItem(block)
        if !isItem { scope.leave(from: RegisterScope.bullet) }
        let ends = UTF8Scanning.hasBefore("。", in: bytes, at: first.range.upperBound)
        if first.range.count <= Self.headLength, !first.holdsNumeral || !hasFigures(scanner.scan(bytes, first.range)) {
            let context = HeadingContext(
                text: Array(bytes[first.range]), markerLength: block.markerLength, scanner: scanner)
            if sentences.count == 1, !ends, !isItem, !context.isSilent {
                enterLine(context, bytes)
                return
            }
            if isItem, !isOfList(block), !goesOn(bytes), ends || sentences.count == 1 {
                scope.enter(context, level: block.markerLength > 0 ? RegisterScope.runIn : RegisterScope.bullet)
            }
        }
        if !isItem { leadIn(bytes, sentences) }
    }

    /// 完成时限：2023年6月: it says when the measure before it is due, and leads in nothing.
    private func isDuty(_ bytes: [UInt8]) -> Bool {
        let end =
            bytes.count <= Self.longestLabel ? bytes.count : UTF8Scanning.start(before: Self.longestLabel, in: bytes)
        return !scanner.openingRoles(of: bytes, limit: end)
            .isDisjoint(with: [.deadline, .responsible, .cooperating, .leadUnit])
    }

    /// A line without a number that Layout left a paragraph: 2023年全市工作回顾.
    private mutating func enterLine(_ context: HeadingContext, _ bytes: [UInt8]) {
        if context.kind != nil {
            lead = nil
            scope.enter(context, level: RegisterScope.unnumbered)
        } else if let year = context.year, !isCaption(bytes) {
            lead = (year, true)
        }
    }

    private mutating func leadIn(_ bytes: [UInt8], _ sentences: [SentenceSplitter.Sentence]) {
        guard let first = sentences.first, first.holdsNumeral else {
            if lead?.holds == false { lead = nil }
            return
        }
        let list = scanner.scan(bytes, first.range)
        opening = (first.range, list)
        var year: Int?
        for index in list.tokens.indices {
            guard case .date(let number) = list.tokens[index].kind else { continue }
            let date = list.dates[number]
            let isFar = list.tokens[index].range.lowerBound - first.range.lowerBound > Self.headLength * 2
            if isFar || date.isSince || date.isStart || date.isNumericDay || date.day > 0 { continue }
            let isAimed =
                UTF8Scanning.hasBefore("到", in: bytes, at: list.tokens[index].range.lowerBound)
                || UTF8Scanning.hasBefore("至", in: bytes, at: list.tokens[index].range.lowerBound)
            guard isAimed || list.tokens[index].range.lowerBound <= first.range.lowerBound + 6 else { continue }
            if let found = date.year { year = found }
        }
        guard let year else {
            if lead?.holds == false { lead = nil }
            return
        }
        lead = (year, sentences.count == 1 && !hasFigures(list))
    }

    private func hasFigures(_ list: TokenList) -> Bool {
        list.quantities.contains { !$0.isChineseCount && $0.hasUnit }
    }

    /// ——产业规模: a bullet, or a numbered paragraph.
    private func isItem(_ block: TextBlock) -> Bool {
        block.markerLength > 0 || UTF8Scanning.has("——", in: block.text.bytes, at: 0)
            || UTF8Scanning.has("—", in: block.text.bytes, at: 0)
    }

    /// 图1：2017—2021年…: it names the years of a drawing.
    private func isCaption(_ bytes: [UInt8]) -> Bool {
        UTF8Scanning.has("图", in: bytes, at: 0) || UTF8Scanning.has("表", in: bytes, at: 0)
            || UTF8Scanning.has("来源", in: bytes, at: 0)
    }

    /// Thirty characters: a longer line or first sentence is no head.
    static let headLength = 90
}
