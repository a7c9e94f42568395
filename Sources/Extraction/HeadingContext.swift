import PipelineDefinition
import Reading
import StatisticalModel

/// The year and the kind that a heading or a title gives to what stands under it.
struct HeadingContext: Sendable {
    var year: Int?
    var firstYear: Int?
    /// It names a span of years: “十四五”, 2023—2025年.
    var isPlan = false
    /// It names a five-year plan, which tells nothing of the year of issue.
    var isFivePlan = false
    var kind: StatementKind?
    /// The word that gave ``kind``.
    var word = ""
    /// 更加牢固, 持续增进: it tells a state, reached in a report, aimed at in a plan.
    var stateWord = ""
    /// It looks back on several years (过去五年, “十四五”时期).
    var reviewSpan: ReviewSpan?
    /// The part of a year that it names first (上半年, 1—4月).
    var months: ClosedRange<Int>?
    var isPartOfYear: Bool { months != nil }
    /// It names both what was done and what is planned (执行情况…和…预算草案).
    var hasBothKinds = false
    /// The earliest of the years that it names each for itself.
    private(set) var earliestYear: Int?
    /// It names more than one year, each for itself.
    private(set) var hasSeveralYears = false

    /// Chinese names end with their head, so the last word of kind decides (…计划执行情况), but a heading that opens
    /// with a verb of aim is one of action whatever follows (夯实发展基础).
    init(text: [UInt8], markerLength: Int = 0, scanner: ProseScanner, scope: LexemeRoles = .headingKind) {
        let list = scanner.scan(text, 0..<text.count)
        var isAction = false
        var day: ScannedDate?
        var counted: Int?
        defer { if endsOpen { hasBothKinds = true } }
        for token in list.tokens {
            switch token.kind {
            case .date(let index):
                let date = list.dates[index]
                if date.isSince {
                    // “十四五”以来 looks back from the day of the document, whatever the plan's last year.
                    (kind, word) = (.actual, String(decoding: text[token.range], as: UTF8.self))
                } else if date.day == 0 {
                    note(date)
                } else if scope != .headingKind {
                    // 某市统计局 2025年3月2日, a line under the title, says when the text was issued.
                    day = date
                }
            case .word(let index):
                let lexeme = list.words[index]
                if lexeme.roles.contains(.headingOpening), token.range.lowerBound <= markerLength + 1 {
                    isAction = true
                }
                if lexeme.roles.contains(scope), !isAction, let found = lexeme.kind {
                    hasBothKinds = hasBothKinds || kind != nil && kind != found
                    (kind, word) = (found, String(decoding: text[token.range], as: UTF8.self))
                    endsOpen = false
                }
                // 第七次全国人口普查主要数据: of the year on which was counted, whenever it was issued.
                if lexeme.roles.contains(.fixedYear), scope == .titleKind { counted = lexeme.offset }
                if lexeme.roles.contains(.partOfYear) { months = months ?? lexeme.months }
                if lexeme.roles.contains(.headingState), !isAction {
                    stateWord = String(decoding: text[token.range], as: UTF8.self)
                }
                if lexeme.span > 0, lexeme.offset < 0 { lookBackYears = lexeme.span }
            default: break
            }
        }
        if year == nil, let counted { (year, firstYear, earliestYear) = (counted, counted, counted) }
        if year == nil, let day { note(day) }
    }

    /// 2019年预算执行情况和2020年预算: what is said of the year before says nothing of the one behind.
    private var endsOpen = false
    /// 5 of 过去五年.
    private(set) var lookBackYears = 0
    /// The same kind and part of a year, of no year.
    var withoutYear: HeadingContext {
        var result = self
        (result.year, result.firstYear, result.earliestYear, result.reviewSpan) = (nil, nil, nil, nil)
        (result.isPlan, result.isFivePlan, result.hasSeveralYears) = (false, false, false)
        return result
    }

    /// Nothing in it tells year or kind.
    var isSilent: Bool { year == nil && kind == nil && stateWord.isEmpty && lookBackYears == 0 }

    private mutating func note(_ date: ScannedDate) {
        guard !date.isNumericDay else { return }
        if date.firstMonth > 0, date.day == 0, date.firstMonth <= date.month {
            months = months ?? date.firstMonth...date.month
        }
        guard let found = date.year else { return }
        // The far outlook behind a five-year plan (…和二〇三五年远景目标纲要) has figures of its own year only where they say so.
        if isFivePlan, !date.isPlan, date.span == nil, let plan = year, found > plan { return }
        let isAnother = year != nil && year != found && date.span == nil
        hasSeveralYears = hasSeveralYears || isAnother
        if isAnother, kind != nil { endsOpen = true }
        year = year.map { max($0, found) } ?? found
        earliestYear = earliestYear.map { min($0, found) } ?? found
        let first = date.first ?? found
        firstYear = date.span == nil ? max(firstYear ?? first, first) : first
        isPlan = isPlan || date.isPlan || date.span != nil
        isFivePlan = isFivePlan || date.isPlan
        if date.isPlan { reviewSpan = ReviewSpan(before: first - 1) }
    }
}

/// The heads that govern a place in a document, from the outermost: each holds until the next of its level.
///
/// `一、2023年工作回顾` governs `（一）提升产业能级` too: what looks like an aim inside a review is one that was reached.
struct RegisterScope {
    struct Head {
        var level: Int
        var context: HeadingContext
    }

    private(set) var heads: [Head] = []

    /// A printed line without a number that says that a review or a plan begins: above all numbered heads.
    static let unnumbered = 0
    /// The sentence with which a numbered paragraph begins: （一）产业根基更加牢固。 It holds for what follows.
    static let runIn = 95
    /// The same of a bullet (——产业规模全国领先。), which the next paragraph leaves.
    static let bullet = 99

    /// A line that names one year as told and another as planned (…2023年计划执行情况与2024年计划草案) decides neither.
    mutating func enter(_ context: HeadingContext, level: Int) {
        heads.removeAll { $0.level >= level }
        guard !context.hasBothKinds || !context.hasSeveralYears else { return }
        heads.append(Head(level: level, context: context))
    }

    /// Leaves heads of `level` and below.
    mutating func leave(from level: Int) { heads.removeAll { $0.level >= level } }

    var year: Int? { heads.last { $0.context.year != nil }?.context.year }
    var stateWord: String? { heads.last { !$0.context.stateWord.isEmpty }?.context.stateWord }
    var reviewSpan: ReviewSpan? { heads.last { $0.context.reviewSpan != nil }?.context.reviewSpan }
    var lookBackYears: Int { heads.last { $0.context.lookBackYears > 0 }?.context.lookBackYears ?? 0 }

    /// The head whose word of kind holds: the innermost, but an aim inside a review only with a later year of its own.
    var kind: HeadingContext? {
        var result: HeadingContext?
        for head in heads where head.context.kind != nil {
            if let outer = result, outer.kind == .actual, head.context.kind == .target {
                guard let year = head.context.year, year > outer.year ?? year else { continue }
            }
            result = head.context
        }
        return result
    }
}
