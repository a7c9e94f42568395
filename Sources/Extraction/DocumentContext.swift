import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// What a document's title and date say of the figures in it.
struct DocumentContext: Sendable {
    /// The year that the document is for: 2023年…计划 is 2023, a plan of the “十四五” 2025.
    var year: Int?
    var yearOrigin = ContextOrigin.none
    var issueYear: Int?
    var kind: StatementKind?
    /// The title spans several years, so that 今年 in its text is the year of issue.
    var isPlan = false
    var citation: String
    var titleYear: TitleYear?
    /// The first year that the title names.
    var firstYear: Int? {
        switch titleYear {
        case .plan(let first)?, .printed(let first)?: first.number
        case nil: nil
        }
    }

    /// The year that 今年 means: of an annual document its own, of a plan for several years that of its issue.
    var presentYear: Int? { isPlan ? issueYear ?? year : year }

    /// The year from which 去年 counts back: of news on a communiqué that of its issue.
    var spokenYear: Int? { announced == .communique && !isPartOfYear ? issueYear : presentYear }

    /// The year that 现有 and 目前 mean: a communiqué counts at the end of its own year, other texts when they are issued.
    var nowYear: Int? { register == .communique ? year ?? issueYear : issueYear }

    /// It looks back on one year and plans the next, which its title names.
    private(set) var plansAhead = false

    /// 2025 of 2025年预算执行情况和2026年预算草案: the year that is over, where the title names both.
    private(set) var reviewedYear: Int?

    /// The part of its year that it tells of, whose rest is still to come.
    private let partOfYear: ClosedRange<Int>?
    var isPartOfYear: Bool { partOfYear != nil }
    /// January to the month up to which its figures go, where the text says no other time.
    var monthsSoFar: ClosedRange<Int>? { partOfYear.flatMap { $0.lowerBound == 1 ? $0 : nil } }

    let register: DocumentRegister?
    private let announced: DocumentRegister?

    /// - Parameters:
    ///   - opening: The short lines above the text.
    ///   - text: The paragraph with which the text begins.
    init(_ document: BulletinDocument, opening: [TextBlock], text: TextBlock?, scanner: ProseScanner) {
        citation = document.citation
        register = document.register
        announced = document.announced
        issueYear = document.date?.year
        var marks = HeadingContext(text: Array(document.title.utf8), scanner: scanner, scope: .titleKind)
        // 《2023年计划执行情况与2024年计划草案的报告》解读: it tells of both years too.
        if marks.year == nil, let named = Self.named(in: Array(document.title.utf8)) {
            let report = HeadingContext(text: named, scanner: scanner, scope: .titleKind)
            if report.hasBothKinds, report.hasSeveralYears { marks = report }
        }
        // A file without a document head is titled by its own name; where that or the text says the year, the first lines
        // tell but the kind and the part of the year.
        let isNamed = document.title.utf8.contains { $0 >= 0x80 }
        for block in opening where !isNamed && marks.year == nil && marks.kind == nil {
            let line = HeadingContext(text: block.text.bytes, scanner: scanner, scope: .titleKind)
            let months = marks.months
            marks = document.year == nil ? line : line.withoutYear
            marks.months = marks.months ?? months
        }
        kind = Self.kind(of: document.register, titled: marks.kind)
        // 2019年预算执行情况及2020年预算编制: both sides, as in a work report.
        plansAhead = document.register == .report
        if marks.hasBothKinds, marks.hasSeveralYears {
            (kind, plansAhead, reviewedYear) = (nil, true, marks.earliestYear)
        }
        // “十三五”时期…增长7%, a headline of 2021: a time that is over, and no plan for it.
        if marks.isFivePlan, marks.kind == nil, let last = marks.year, let issued = issueYear, last < issued {
            kind = .actual
        }
        isPlan = marks.isPlan
        // 1—5月，全区…: a text that says of itself neither plan nor report, and begins with the months that are over.
        var months = marks.months
        if kind == nil, document.register == nil, !isPlan, !plansAhead {
            months = months ?? text.flatMap { Self.monthsTold(at: $0, scanner) }
            if months?.lowerBound == 1 { kind = .actual }
        }
        partOfYear = months
        titleYear = marks.firstYear.map { marks.isFivePlan ? .plan(first: Year($0)) : .printed(Year($0)) }
        if let titled = marks.year {
            year = titled
            yearOrigin = .title
            issueYear = issueYear ?? (marks.isFivePlan ? nil : marks.firstYear)
        } else if let told = document.year {
            year = told
            yearOrigin = .title
        } else if let counted = text.flatMap({ Self.yearCounted(in: $0, scanner) }) ?? document.date?.year {
            year = counted
            yearOrigin = .date
        }
        // News on the communiqué of a year appears in the next.
        if announced == .communique, document.date == nil, yearOrigin == .title { issueYear = year.map { $0 + 1 } }
        // 2009年，我市… of 13 January 2010: it tells of a year that is over.
        if kind == nil, !isPlan, !plansAhead, let year, let issueYear, year < issueYear { kind = .actual }
    }

    /// The first text that a title names between 《 and 》.
    private static func named(in title: [UInt8]) -> [UInt8]? {
        var start: Int?
        for index in title.indices {
            if UTF8Scanning.has("《", in: title, at: index) { start = start ?? index + 3 }
            if UTF8Scanning.has("》", in: title, at: index), let start { return Array(title[start..<index]) }
        }
        return nil
    }

    /// What a figure states where neither its words nor its section say; `nil` where the register has both sides
    /// (a work report, whose sections decide). A notice hands down what its title's words name.
    private static func kind(of register: DocumentRegister?, titled: StatementKind?) -> StatementKind? {
        switch register {
        case .communique, .review, .news: .actual
        case .plan: .target
        case .report: nil
        case .notice, nil: titled
        }
    }

    /// January to the month up to which the first clauses of a text tell.
    private static func monthsTold(at text: TextBlock, _ scanner: ProseScanner) -> ClosedRange<Int>? {
        let bytes = text.text.bytes
        let limit = min(bytes.count, ReadingPlaces.headLength)
        let end = bytes.count > limit ? UTF8Scanning.start(before: limit, in: bytes) : limit
        let marks = HeadingContext(
            text: Array(bytes[min(text.markerLength, end)..<end]), scanner: scanner, scope: .titleKind)
        return marks.isPlan ? nil : marks.months.flatMap { $0.lowerBound == 1 ? $0 : nil }
    }

    /// 2020 of 现将2020年11月1日零时人口情况公布如下：, the paragraph with which a text begins: the day on which was counted.
    private static func yearCounted(in text: TextBlock, _ scanner: ProseScanner) -> Int? {
        let bytes = text.text.bytes
        let isLead = bytes.last == 0x3A || UTF8Scanning.hasBefore("：", in: bytes, at: bytes.count)
        guard isLead, bytes.count <= ReadingPlaces.headLength * 3 else { return nil }
        return scanner.scan(bytes, 0..<bytes.count).dates.last { $0.day > 0 && $0.year != nil }?.year
    }

    /// A document without a year in title and date takes the year that its text names most, by ``years(in:scanner:)``.
    mutating func complete(from years: [Int: Int]) {
        guard year == nil else { return }
        year = years.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
        if year != nil { yearOrigin = .guess }
    }

    /// How often each year stands in `blocks`.
    static func years(in blocks: some Sequence<TextBlock>, scanner: ProseScanner) -> [Int: Int] {
        var counts: [Int: Int] = [:]
        for block in blocks {
            let bytes = block.text.bytes
            var index = 0
            while let start = bytes[index...].firstIndex(where: UTF8Scanning.isDigit) {
                let found = scanner.year(in: bytes, at: start)
                // 与2010年相比: the year that others are held against is not that of the text.
                let isBase = scanner.isBase(before: start, in: bytes)
                if let found, !isBase { counts[found.year, default: 0] += 1 }
                index = found?.end ?? start + 1
                while index < bytes.count, UTF8Scanning.isDigit(bytes[index]) { index += 1 }
            }
        }
        return counts
    }
}
