import PipelineDefinition
import Reading
import StatisticalModel

/// A word that speaks for a kind, with the bytes of its block where it stands.
struct SpokenKind: Sendable {
    var kind: StatementKind
    var status: ObservationStatus?
    var range: Range<Int>
}

/// What a sentence itself says of its figures' year, months and kind, as its clauses go by.
///
/// In `预计2024年产值300亿元，力争2026年达到400亿元` 预计 and 2024年 hold for the first figure; the new date ends both.
struct SentenceEvidence {
    private let bytes: [UInt8]
    private let list: TokenList
    private let context: SentenceContext
    private var time: GoverningYear
    /// Holds until the sentence ends or a new date comes.
    private(set) var kind: SpokenKind?
    /// 五年来: holds to the end of the paragraph.
    private(set) var paragraphKind: SpokenKind?

    init(bytes: [UInt8], list: TokenList, context: SentenceContext, roles: RoleLexicon) {
        self.bytes = bytes
        self.list = list
        self.context = context
        time = GoverningYear(bytes: bytes, list: list, context: context, roles: roles)
        kind = list.tokens.first.flatMap { _ in list.roles(0).contains(.ofWhich) ? context.kind : nil }
        paragraphKind = context.paragraphKind
    }

    /// The part of the year on which the sentence ends.
    var months: ClosedRange<Int>? { time.months }
    /// The year that the sentence opened with, and whether it holds for the sentences behind (今后五年).
    var opening: OpeningYear? { time.opening }
    var span: YearSpan? { time.span }
    /// The years that stand listed last: 2026年和2028年.
    var listedYears: [Int] { time.listed }
    /// The parts of the year that stand listed last, `nil` for the whole: 一季度、上半年和全年.
    var listedParts: [ClosedRange<Int>?] { time.listedParts }

    mutating func observe(_ from: Int, _ to: Int, _ clauseKind: inout SpokenKind?, hasFigures: Bool) {
        guard from < to else { return }
        for index in from..<to {
            switch list.tokens[index].kind {
            case .date(let date):
                if time.observe(list.dates[date], at: index, hasFigures: hasFigures) { kind = nil }
                if list.dates[date].isSince {
                    kind = SpokenKind(kind: .actual, range: list.tokens[index].range)
                }
            case .word(let word):
                let lexeme = list.words[word]
                // “老伙伴”计划 is a name, no intention.
                if UTF8Scanning.hasBefore("”", in: bytes, at: list.tokens[index].range.lowerBound) { break }
                take(lexeme, at: index, &clauseKind)
                label(lexeme, at: index)
                time.observe(lexeme, at: index, hasFigures: hasFigures)
            default: break
            }
        }
    }

    /// 任务目标：新增停车位3000个: the label of the sentence says what its figures state.
    private mutating func label(_ lexeme: Lexeme, at index: Int) {
        guard index == 0, lexeme.roles.contains(.labelKind), index + 1 < list.tokens.count,
            list.mark(index + 1) == .colon, let found = lexeme.kind
        else { return }
        kind = SpokenKind(kind: found, range: list.tokens[index].range)
    }

    private mutating func take(_ lexeme: Lexeme, at index: Int, _ clauseKind: inout SpokenKind?) {
        guard let found = lexeme.kind, lexeme.roles.contains(.clauseKind) else { return }
        // 已争取到位, 已将标准提高: what was aimed at or to be done has been.
        if found == .target, index > 0, list.roles(index - 1).contains(.done),
            list.tokens[index - 1].range.upperBound == list.tokens[index].range.lowerBound
        {
            return
        }
        var spoken = SpokenKind(kind: found, status: lexeme.status, range: list.tokens[index].range)
        // 初步统计，全年总产值预计完成500亿元: what statistics estimate has happened.
        if found == .forecast, lexeme.status == .estimated, kind?.kind == .actual, kind?.status != nil {
            spoken.kind = .actual
        }
        if !lexeme.roles.contains(.kindOfEarlier) { clauseKind = spoken }
        if lexeme.roles.contains(.sentenceKind) { kind = spoken }
        if lexeme.roles.contains(.paragraphKind) { paragraphKind = spoken }
    }

    /// 推出115项事项的基础上: words behind a figure that tell its kind.
    func observeBehind(_ from: Int, _ to: Int, _ clauseKind: inout SpokenKind?) {
        guard from < to else { return }
        for index in from..<to {
            guard let lexeme = list.lexeme(index), lexeme.roles.contains(.clauseKind), let kind = lexeme.kind else {
                continue
            }
            clauseKind = SpokenKind(kind: kind, status: lexeme.status, range: list.tokens[index].range)
        }
    }

    /// 完成预算的97%: what is held against a plan has happened, where no word says otherwise.
    func holdAgainstPlan(_ figure: Range<Int>, _ clauseKind: inout SpokenKind?) {
        if clauseKind == nil, kind == nil { clauseKind = SpokenKind(kind: .actual, range: figure) }
    }

    mutating func restoreYear() { time.restore() }

    /// 4月，收入累计完成2亿元: from January on.
    mutating func accumulate() { time.accumulate() }

    /// 建设25万吨储气库，力争2026年前投运: a limit in a clause without figures holds for what stands before it.
    /// Behind the figures of its own clause it holds for those `from` on: 1200万千瓦项目、400万千瓦项目力争2025年投产.
    func closeClause(_ first: Int, _ last: Int, _ drafts: inout [StatementDraft], from start: Int = 0) {
        guard start < drafts.count, let year = limit(first, last) else { return }
        for index in start..<drafts.count where drafts[index].year == nil && !drafts[index].isOldLevel {
            (drafts[index].year, drafts[index].yearOrigin) = (year, .sentence)
        }
    }

    private func limit(_ first: Int, _ last: Int) -> Int? {
        var hasAim = false
        for index in first..<max(first, last) {
            if list.lexeme(index)?.kind == .target { hasAim = true }
            guard case .date(let number) = list.tokens[index].kind, let year = list.dates[number].year else { continue }
            let date = list.dates[number]
            if date.isSince || date.isStart || date.isPlan || !time.governs(index) { continue }
            let end = list.tokens[index].range.upperBound
            let isLimit =
                UTF8Scanning.hasBefore("前", in: bytes, at: end) || UTF8Scanning.hasBefore("底", in: bytes, at: end)
            if isLimit || hasAim { return year }
        }
        return nil
    }

    /// 累计…10000人次，其中2023年…，2025年…: the total counts to the last of the years.
    func completeTotals(_ drafts: inout [StatementDraft]) {
        guard let last = time.governing.max() else { return }
        var isOfTotal = false
        for index in drafts.indices {
            // 累计培训10000人次、培育2000名，其中2023年…: what is listed behind a total is one too.
            isOfTotal = drafts[index].year == nil && (isOfTotal || drafts[index].isTotal)
            if isOfTotal { (drafts[index].year, drafts[index].yearOrigin) = (last, .sentence) }
        }
    }

    /// Gives the draft what governs where its figure stands.
    func fill(_ draft: inout StatementDraft, at index: Int, _ part: ClausePart) {
        draft.isOldLevel = part.left.isFrom
        draft.year = time.year
        draft.isOfUnknownYear = time.isUnknown
        draft.yearOrigin = time.origin
        draft.isOwnYear = time.isOfOldLevel
        draft.yearForm = time.form
        draft.months = time.months
        draft.monthsCounted = time.monthsCounted
        draft.isOfPresentYear = time.isPresent
        draft.reviewSpan = time.reviewSpan ?? context.reviewSpan
        draft.span = time.span
        draft.date = time.date
        let base = ComparisonBase(list: list)
        if part.left.isChange, part.relation?.role != .gap { base.setBase(&draft, before: index) }
        draft.cues = base.cues(around: index)
        draft.sentenceWord = kind
        draft.clauseWord = part.clauseKind
        draft.paragraphWord = paragraphKind
        // 预计…将达到 stays a forecast.
        draft.isProspective = part.clauseKind?.kind == .target
        if kind?.kind == .forecast, draft.isProspective { draft.clauseWord = kind }
    }
}

/// The year that a sentence opens with.
struct OpeningYear: Sendable {
    var year: Int
    /// 今后五年: it holds for the rest of the paragraph whatever the document is.
    var holds = false
    /// The first year of what a review of several years looks back on (五年来), less one.
    var reviewSpan: ReviewSpan?
}

/// A review of several years: 五年来 in a report of 2024 starts from the level of 2018.
struct ReviewSpan: Sendable, Hashable {
    var before: Int
}
