import PipelineDefinition
import Reading
import StatisticalModel

/// The year that governs as a sentence goes on: a date holds until the next, but the year of an old level
/// (由2020年的25%) for that level only, and a base year (比2020年) for nothing.
struct GoverningYear {
    let bytes: [UInt8]
    let list: TokenList
    let context: SentenceContext
    let roles: RoleLexicon

    private(set) var year: Int?
    private(set) var origin = ContextOrigin.none
    private(set) var span: YearSpan?
    private(set) var date: CalendarDate?
    /// The part of the year: 1...6 for 上半年.
    private(set) var months: ClosedRange<Int>? {
        didSet { monthsCounted = nil }
    }
    /// The months up to the one at whose end was counted: 1...6 for 6月底.
    private(set) var monthsCounted: ClosedRange<Int>?
    /// The year is that of 今年.
    private(set) var isPresent = false
    /// The year that governs is one before a year that nobody knows.
    private(set) var isUnknown = false
    private(set) var form: YearForm?
    private(set) var reviewSpan: ReviewSpan?
    /// The year that the sentence opened with.
    private(set) var opening: OpeningYear?
    /// Every year that has governed.
    private(set) var governing: [Int] = []
    /// The years listed where a year governs: 2026 and 2028 of 到2026年和2028年; one alone is a list of one.
    private(set) var listed: [Int] = []
    /// The same of parts of the year, `nil` for the whole: 一季度、上半年和全年.
    private(set) var listedParts: [ClosedRange<Int>?] = []
    private var lastPart = 0
    private var before: (year: Int?, origin: ContextOrigin, span: YearSpan?)?
    /// The year that governs is that of the level before (由2020年的25%).
    private(set) var isOfOldLevel = false

    init(bytes: [UInt8], list: TokenList, context: SentenceContext, roles: RoleLexicon) {
        self.bytes = bytes
        self.list = list
        self.context = context
        self.roles = roles
        // 6月份，工业增加值增长6%。其中，采矿业增长1%
        let isOfParts = !list.tokens.isEmpty && list.roles(0).contains(.ofWhich)
        months = isOfParts ? context.sentenceMonths : context.paragraphMonths
    }

    /// Takes the year that a word stands for: 今年, 年末, 目前, 规划期末.
    mutating func observe(_ lexeme: Lexeme, at index: Int, hasFigures: Bool) {
        // 比上半年加快0.4个百分点: a base, which governs nothing.
        if isBase(index) { return }
        // 是上年的1.4倍
        if isMeasure(index) { return }
        if lexeme.roles.contains(.sameYear) { list(part: lexeme.months, at: index) }
        if let part = lexeme.months { months = part } else if lexeme.roles.contains(.sameYear) { months = nil }
        if lexeme.roles.contains(.sameYear) {
            if year == nil,
                let known = context.year
            {
                set(year: known, at: index)
            }
        } else if lexeme.roles.contains(.yearBefore) {
            let kept = (year, origin, span)
            guard
                let known = year ?? context.year
            else { return }
            set(year: known + lexeme.offset, at: index)
            if index > 0 { before = kept } else { open(with: known + lexeme.offset, at: index, hasFigures) }
        } else if lexeme.roles.contains(.relativeYear), let spokenYear = context.spokenYear {
            // 去年 of a text whose own year is only guessed at: the year it names most may be last year itself.
            if context.isYearGuessed, lexeme.offset < 0, lexeme.span == 0 {
                year = nil
                isUnknown = true
                return
            }
            let known = spokenYear + lexeme.offset
            set(year: known, at: index)
            months = nil
            isPresent = lexeme.offset == 0
            if lexeme.span > 0, lexeme.offset < 0 { reviewSpan = ReviewSpan(before: known - lexeme.span) }
            // 2022年…。今年…: this year holds for what follows, where another opened the paragraph.
            let isReturn = lexeme.offset == 0 && context.paragraphYear.map { $0 != known } == true
            if lexeme.offset != 0 || isReturn {
                open(with: known, at: index, hasFigures, holds: lexeme.span > 0 || isReturn)
            }
        } else if lexeme.roles.contains(.now), let issueYear = context.issueYear {
            set(year: issueYear, at: index)
        } else if lexeme.roles.contains(.fixedYear) {
            set(year: lexeme.offset, at: index)
            open(with: lexeme.offset, at: index, hasFigures)
        } else if lexeme.roles.contains(.planEnd), let planEnd = context.planEnd {
            set(year: planEnd, at: index)
        }
    }

    private mutating func list(part: ClosedRange<Int>?, at index: Int) {
        let isNext =
            !listedParts.isEmpty && lastPart + 2 == index
            && (list.mark(index - 1) == .list || list.mark(index - 1) == .listWord)
        listedParts = isNext ? listedParts + [part] : [part]
        lastPart = index
    }

    /// 比2020年, 与去年持平, 同2020年相比: what is compared with governs nothing.
    private func isBase(_ index: Int) -> Bool {
        index > 0 && list.roles(index - 1).contains(.base)
            || roles.joinsBase(before: list.tokens[index].range.lowerBound, in: bytes)
    }

    /// Stretches a single month to all months of the year up to it.
    mutating func accumulate() {
        if let month = months?.lowerBound, months?.count == 1 { months = 1...month }
    }

    private mutating func set(year new: Int, at index: Int) {
        rememberBefore(index)
        year = new
        isUnknown = false
        isPresent = false
        origin = .sentence
        form = nil
        span = nil
        date = nil
    }

    /// Whether the date at `index` is no part of a name: 列入2021年…名单, 按2020年价格, “十五五”开局之年.
    func governs(_ index: Int) -> Bool {
        let range = list.tokens[index].range
        if index > 0, list.roles(index - 1).contains(.yearNameBefore),
            list.tokens[index - 1].range.upperBound == range.lowerBound
        {
            return false
        }
        let next = index + 1
        guard next < list.tokens.count, list.roles(next).contains(.yearNameBehind) else { return true }
        return list.tokens[next].range.lowerBound - range.upperBound > Self.nameReach
    }
    /// 的 may stand between a year and what makes it a name.
    private static let nameReach = 3

    /// 已完成“十四五”交通发展规划编制: the plan at `index` is one that was written, no time.
    private func namesPlan(_ index: Int) -> Bool {
        for next in index + 1..<list.tokens.count {
            if list.isBoundary(next) || list.quantity(next) != nil { return false }
            if list.roles(next).contains(.planNameBehind) { return true }
        }
        return false
    }

    /// Takes a date as printed; true where it begins a new thought, which ends the kind before it.
    mutating func observe(_ scanned: ScannedDate, at index: Int, hasFigures: Bool) -> Bool {
        if isBase(index) || isMeasure(index) || !governs(index) || scanned.isPlan && namesPlan(index) { return false }
        if scanned.isSince || isSinceLaunch(scanned, index) {
            // 截至2024年，“十四五”以来: the end of the time was said before.
            let isEnded = scanned.isPlan && origin == .clause && year.map { $0 >= scanned.first ?? $0 } == true
            if !isEnded { year = nil }
            if scanned.isPlan, let first = scanned.first { reviewSpan = ReviewSpan(before: first - 1) }
            return hasFigures
        }
        months = part(of: scanned)
        monthsCounted = end(of: scanned)
        isPresent = false
        guard let new = scanned.year else {
            if scanned.month > 0, let known = year ?? context.documentYear {
                date = CalendarDate(year: known, month: scanned.month, day: scanned.day)
            }
            return false
        }
        if scanned.isStart { return false }
        rememberBefore(index)
        year = new
        isUnknown = false
        governing.append(new)
        listed = isListed(index) ? listed + [new] : [new]
        origin = .clause
        form = form(of: scanned, at: index)
        if scanned.isPlan, let first = scanned.first { reviewSpan = ReviewSpan(before: first - 1) }
        span = scanned.span
        date = scanned.month > 0 ? CalendarDate(year: new, month: scanned.month, day: scanned.day) : nil
        open(with: new, at: index, hasFigures, place: isPastTime(scanned, new, index) ? .anyClause : .opening)
        return hasFigures
    }

    /// A list mark stands between the date at `index` and the date before.
    private func isListed(_ index: Int) -> Bool {
        var position = index - 1
        if position > 0, list.roles(position).contains(.tail) { position -= 1 }
        guard position > 0, list.mark(position) == .list || list.mark(position) == .listWord,
            case .date = list.tokens[position - 1].kind
        else { return false }
        return true
    }

    /// 6月底, 6月末: what is counted then, for the year up to it.
    private func end(of scanned: ScannedDate) -> ClosedRange<Int>? {
        guard scanned.isEnd, (1..<Self.december).contains(scanned.month), scanned.day == 0, !scanned.isSince else {
            return nil
        }
        return 1...scanned.month
    }
    private static let december = 12

    /// 1—2月, 12月份: months without a limit behind them.
    private func part(of scanned: ScannedDate) -> ClosedRange<Int>? {
        guard scanned.month > 0, scanned.day == 0, !scanned.hasSuffix, !scanned.isSince, !scanned.isStart,
            !scanned.isNumericDay, scanned.firstMonth <= scanned.month
        else { return nil }
        return (scanned.firstMonth > 0 ? scanned.firstMonth : scanned.month)...scanned.month
    }

    private func form(of scanned: ScannedDate, at index: Int) -> YearForm {
        let range = list.tokens[index].range
        // 截至2023年 is a word of its own.
        if index > 0, list.roles(index - 1).contains(.clauseKind), list.lexeme(index - 1)?.kind == .actual {
            return .told
        }
        // 增至2024年: the verb of level leads to the figure, not to the year.
        let isOfVerb =
            index > 0 && list.roles(index - 1).contains(.level) && list.tokens[index - 1].range.count > 3
            && list.tokens[index - 1].range.upperBound == range.lowerBound
        let isAimed =
            !isOfVerb && UTF8Scanning.hasBefore("到", in: bytes, at: range.lowerBound)
            || !isOfVerb && UTF8Scanning.hasBefore("至", in: bytes, at: range.lowerBound)
            || UTF8Scanning.hasBefore("前", in: bytes, at: range.upperBound)
        if isAimed || scanned.isPlan { return .aimed }
        return UTF8Scanning.hasBefore("末", in: bytes, at: range.upperBound) ? .counted : .told
    }

    /// Bytes (eight characters, marks counted) before the date that may lead to it.
    static let introduction = 24

    /// A year before all figures of the sentence opens it, unless it belongs to the level before (由2020年的25%).
    /// 十四五规划实施以来
    private func isSinceLaunch(_ scanned: ScannedDate, _ index: Int) -> Bool {
        scanned.isPlan
            && roles.word(.planSince, in: bytes, at: list.tokens[index].range.upperBound, limit: bytes.count) != nil
    }

    /// Where a year must stand that a sentence opens with.
    private enum OpeningPlace {
        case opening, anyClause
    }

    /// 我市高度重视，“十三五”期间，完成各项任务。: a time that is over holds for what follows, whichever clause it opens.
    private func isPastTime(_ scanned: ScannedDate, _ last: Int, _ index: Int) -> Bool {
        guard scanned.isPlan, scanned.hasSuffix, context.issueYear.map({ last < $0 }) == true else { return false }
        return index == 0 || list.isBoundary(index - 1)
    }

    private mutating func open(
        with new: Int, at index: Int, _ hasFigures: Bool, holds: Bool = false, place: OpeningPlace = .opening
    ) {
        guard opening == nil, !hasFigures, !isOldLevel(index) else { return }
        // “一小”方面：截至2021年 and 《规划》提出，到2025年 open it too.
        let start = list.tokens[0].range.lowerBound
        let isFar = list.tokens[index].range.lowerBound - start > Self.introduction
        let holds = holds || place == .anyClause
        if place == .anyClause || !isFar
            || !(0..<index).contains(where: { list.isBoundary($0) && list.mark($0) != .colon })
        {
            opening = OpeningYear(year: new, holds: holds, reviewSpan: reviewSpan)
        }
    }

    /// 是2015年的1.7倍: the year whose figure is the measure, which governs nothing.
    private func isMeasure(_ index: Int) -> Bool {
        let next = index + 2
        guard next < list.tokens.count, list.quantity(next)?.measure?.dimension == "multiple" else { return false }
        let end = list.tokens[index].range.upperBound
        return UTF8Scanning.has("的", in: bytes, at: end) && list.tokens[next].range.lowerBound == end + 3
    }

    mutating func restore() {
        guard let before else { return }
        (year, origin, span) = before
        self.before = nil
        isOfOldLevel = false
    }

    private func isOldLevel(_ index: Int) -> Bool {
        index > 0 && (list.roles(index - 1).contains(.from) || restatesOldLevel(index))
            || isInset(index)
    }

    /// 2020年 of 2021年，收入3万元，2020年为2.8万元；支出2万元: an earlier year that its clause says nothing of but the same once
    /// more holds for that figure alone.
    private func isInset(_ index: Int) -> Bool {
        let verb = index + 1
        guard index > 0, list.isBoundary(index - 1), list.mark(index - 1) == .comma, verb + 1 < list.tokens.count,
            case .date(let number) = list.tokens[index].kind, let new = list.dates[number].year,
            let known = year ?? context.documentYear, new < known,
            list.roles(verb).contains(.level), list.quantity(verb + 1) != nil,
            list.tokens[verb].range.lowerBound == list.tokens[index].range.upperBound,
            list.tokens[verb + 1].range.lowerBound == list.tokens[verb].range.upperBound
        else { return false }
        return true
    }

    /// 由“十三五”末（2020年）的59%: the year in the bracket is the one before it once more.
    private func restatesOldLevel(_ index: Int) -> Bool {
        guard index > 2, list.mark(index - 1) == .open, case .date = list.tokens[index - 2].kind else { return false }
        return list.roles(index - 3).contains(.from)
    }

    /// Keeps the year that governed before 由2020年的25%: it governs again behind 提高到.
    private mutating func rememberBefore(_ index: Int) {
        if restatesOldLevel(index), isOfOldLevel { return }
        isOfOldLevel = isOldLevel(index)
        guard isOfOldLevel else {
            before = nil
            return
        }
        before = (year, origin, span)
    }
}
