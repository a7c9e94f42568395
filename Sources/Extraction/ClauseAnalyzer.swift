import PipelineDefinition
import StatisticalModel

/// Reads the figures of one sentence: a walk over its clauses that carries year, kind and indicator along.
///
/// In `到2025年，产量300万吨、产值40亿元，占全市的20%` the date governs all three figures, and the last takes up the
/// indicator before it.
struct ClauseAnalyzer {
    let bytes: [UInt8]
    let list: TokenList
    let context: SentenceContext
    private let namer: IndicatorNamer
    private(set) var drafts: [StatementDraft] = []

    /// The year that governs, and where it stood.
    private var year: Int?
    private var yearOrigin = ContextOrigin.none
    private var span: YearSpan?
    private var yearBefore: (year: Int?, origin: ContextOrigin, span: YearSpan?)?
    private var date: CalendarDate?
    private var kind: StatementKind?
    private var topic: String
    /// What the topic is about: 规上工业企业 of 规上工业企业净增.
    private var subject: String
    /// The indicators of this sentence by the base of their unit, latest last.
    private var topics: [(unit: String, name: String)] = []
    /// The year that the sentence opened with.
    private(set) var openingYear: Int?
    private var governing: [Int] = []
    /// The words of the clause before, where it stated no figure.
    private var silent = ""
    /// A figure stood since the last semicolon.
    private var hasStated = false
    /// The draft of a sum whose purpose is not said yet.
    private var unnamedFund: Int?

    init(bytes: [UInt8], list: TokenList, context: SentenceContext) {
        self.bytes = bytes
        self.list = list
        self.context = context
        namer = IndicatorNamer(bytes: bytes, list: list)
        topic = context.topic
        subject = context.topic
        kind = list.tokens.first.flatMap { _ in list.roles(0).contains(.ofWhich) ? context.kind : nil }
    }

    var lastTopic: String { topic }
    var lastKind: StatementKind? { kind }

    mutating func analyze(_ range: Range<Int>) {
        var first = 0
        var start = range.lowerBound
        var index = 0
        var brackets: [(Int, Int)] = []
        defer { completeTotals() }
        while index <= list.tokens.count {
            if index < list.tokens.count, list.mark(index) == .open, let close = list.partners[index] {
                if hasQuantity(index, close) { brackets.append((index, close)) }
                index = close + 1
                continue
            }
            let isEnd = index == list.tokens.count || isBoundary(index)
            guard isEnd else {
                index += 1
                continue
            }
            let end = index < list.tokens.count ? list.tokens[index].range.lowerBound : range.upperBound
            clause(first, index, start..<end)
            for bracket in brackets { self.bracket(bracket.0, bracket.1) }
            brackets.removeAll(keepingCapacity: true)
            guard index < list.tokens.count else { break }
            if list.mark(index) == .semicolon { hasStated = false }
            start = list.tokens[index].range.upperBound
            first = index + 1
            index += 1
        }
    }

    /// 累计…10000人次，其中2023年…，2025年…: the total counts to the last of the years.
    private mutating func completeTotals() {
        guard let last = governing.max() else { return }
        for index in drafts.indices where drafts[index].year == nil && drafts[index].isTotal {
            drafts[index].year = last
            drafts[index].yearOrigin = .sentence
        }
    }

    private func hasQuantity(_ first: Int, _ last: Int) -> Bool {
        (first..<last).contains { list.quantity($0) != nil }
    }

    private func isBoundary(_ index: Int) -> Bool {
        switch list.mark(index) {
        case .comma, .semicolon, .colon, .stop: true
        default: false
        }
    }

    /// A bracket with figures of its own: 296个重点项目（总投资2400亿元）.
    private mutating func bracket(_ open: Int, _ close: Int) {
        let saved = (topic, subject)
        var first = open + 1
        var start = list.tokens[open].range.upperBound
        for index in first...close where index == close || isBoundary(index) {
            clause(first, index, start..<list.tokens[index].range.lowerBound)
            first = index + 1
            start = list.tokens[index].range.upperBound
        }
        (topic, subject) = saved
    }

    // MARK: A clause

    private mutating func clause(_ first: Int, _ last: Int, _ range: Range<Int>) {
        let quantities = outer(first, last)
        var cursor = first
        var leftStart = range.lowerBound
        var leftToken = first
        var clauseKind: StatementKind?
        var fromPair: StatementDraft?
        var position = 0
        while position < quantities.count {
            let index = quantities[position]
            let (start, before) = (leftStart, leftToken)
            let group = self.group(quantities, position)
            observe(cursor, index, first, &clauseKind)
            let token = list.tokens[index]
            let left = namer.left(leftStart..<token.range.lowerBound, tokens: leftToken, index)
            let tail = group.last ?? index
            let after = comparatorAfter(tail)
            let next = position + group.count < quantities.count ? quantities[position + group.count] : nil
            let bound = rightBound(after.end, next: next, clauseEnd: range.upperBound, last: last)
            let right = namer.right(after.end..<bound.end, tokens: after.token, bound.token, cutTail: next != nil)
            if next == nil {
                observe(tail + 1, last, first, &clauseKind)
            } else {
                kindAfter(tail + 1, bound.token, &clauseKind)
            }
            let part = Part(
                left: left, right: right, group: group, after: after, clauseKind: clauseKind,
                hasNext: next != nil,
                touchesNext: next.map { after.end >= list.tokens[$0].range.lowerBound - 1 } ?? false,
                followsQuantity: position > 0 && leftStart >= token.range.lowerBound - 1 && leftStart > range.lowerBound
            )
            take(part, from: &fromPair)
            leftStart = bound.nextStart
            leftToken = tail + 1
            while leftToken < last, list.tokens[leftToken].range.lowerBound < leftStart { leftToken += 1 }
            if next != nil, bound.nextStart == after.end { leftToken = tail + 1 }
            cursor = tail + 1
            if drafts.last?.contextReason != nil, !part.right.isEmpty, token.range.lowerBound - start < 300 {
                leftStart = start
                leftToken = before
            }
            position += group.count
        }
        if quantities.isEmpty { observe(first, last, first, &clauseKind) }
        restoreYear()
        if quantities.isEmpty, first < last || !range.isEmpty {
            silent = namer.left(range, tokens: first, last).name
            namePurpose(first, last, range)
        } else {
            silent = ""
        }
    }

    /// 安排资金400万元，发放消费券: the money is named after what the next clause does with it.
    private mutating func namePurpose(_ first: Int, _ last: Int, _ range: Range<Int>) {
        guard let draft = unnamedFund, !silent.isEmpty, first < last,
            list.tokens[first].range.lowerBound == range.lowerBound,
            !list.roles(first).isDisjoint(with: [.lead, .leadFirst])
        else { return }
        drafts[draft].indicator = silent + drafts[draft].indicator
        unnamedFund = nil
    }

    /// The quantities of the clause that stand outside brackets.
    private mutating func outer(_ first: Int, _ last: Int) -> [Int] {
        var result: [Int] = []
        var embedded: [Int] = []
        defer {
            for index in embedded {
                guard case .quantity(let number) = list.tokens[index].kind else { continue }
                var draft = StatementDraft(quantity: number, range: list.tokens[index].range)
                draft.contextReason = "size class"
                drafts.append(draft)
            }
        }
        var index = first
        while index < last {
            if list.mark(index) == .open, let close = list.partners[index] {
                index = close + 1
                continue
            }
            if let quantity = list.quantity(index) {
                if let previous = result.last, isEmbedded(index, quantity, after: previous) {
                    embedded.append(index)
                } else {
                    result.append(index)
                }
            }
            index += 1
        }
        return result
    }

    /// 13个50亿元以上产业项目: a bounded size directly behind a count tells which ones are counted.
    private func isEmbedded(_ index: Int, _ quantity: ScannedQuantity, after previous: Int) -> Bool {
        guard !quantity.isShare, !quantity.isCounter, list.quantity(previous)?.isCounter == true else { return false }
        let between = list.tokens[previous].range.upperBound..<list.tokens[index].range.lowerBound
        let after = comparatorAfter(index)
        return namer.trimmed(between).isEmpty && (after.comparator == .atLeast || after.comparator == .atMost)
    }

    /// Quantities with nothing but a list mark between them: 75%、67%.
    private func group(_ quantities: [Int], _ position: Int) -> [Int] {
        var group = [quantities[position]]
        var next = position + 1
        while next < quantities.count {
            var index = group[group.count - 1] + 1
            while index < quantities[next], list.roles(index).contains(.comparatorAfter) { index += 1 }
            guard index + 1 == quantities[next], list.mark(index) == .list || list.mark(index) == .listWord else {
                break
            }
            let previous = list.tokens[index - 1].range.upperBound
            guard namer.trimmed(previous..<list.tokens[index].range.lowerBound).isEmpty,
                namer.trimmed(list.tokens[index].range.upperBound..<list.tokens[quantities[next]].range.lowerBound)
                    .isEmpty
            else { break }
            group.append(quantities[next])
            next += 1
        }
        return group
    }

    struct After {
        var comparator: Comparator?
        var end: Int
        var token: Int
        /// 的 follows: the figure qualifies a noun.
        var isAttribute = false
    }

    private func comparatorAfter(_ index: Int) -> After {
        var after = After(end: list.tokens[index].range.upperBound, token: index + 1)
        while after.token < list.tokens.count, list.roles(after.token).contains(.comparatorAfter),
            namer.trimmed(after.end..<list.tokens[after.token].range.lowerBound).isEmpty,
            let lexeme = list.lexeme(after.token)
        {
            after.comparator = after.comparator ?? lexeme.comparator
            after.end = list.tokens[after.token].range.upperBound
            after.token += 1
        }
        after.isAttribute = UTF8Scanning.has("的", in: bytes, at: after.end)
        return after
    }

    private struct Bound {
        var end: Int
        var token: Int
        var nextStart: Int
    }

    /// Where the words behind a figure end and those before the next begin.
    private func rightBound(_ start: Int, next: Int?, clauseEnd: Int, last: Int) -> Bound {
        guard let next else { return Bound(end: clauseEnd, token: last, nextStart: clauseEnd) }
        let limit = list.tokens[next].range.lowerBound
        var mark: Int?
        for index in stride(from: next - 1, through: 0, by: -1) {
            let token = list.tokens[index]
            guard token.range.lowerBound >= start else { break }
            if list.mark(index) == .listWord {
                let between = token.range.upperBound..<limit
                let isLast = namer.left(between, tokens: index + 1, next).name.isEmpty
                if isLast || token.range.lowerBound == namer.trimmed(start..<limit).lowerBound { mark = index }
                if isLast { break }
            }
            if list.mark(index) == .list {
                mark = index
                if namer.trimmed(start..<limit).lowerBound != token.range.lowerBound, token.range.lowerBound > start {
                    break
                }
            }
        }
        guard let mark else { return Bound(end: limit, token: next, nextStart: start) }
        let token = list.tokens[mark].range
        return Bound(end: token.lowerBound, token: mark, nextStart: token.upperBound)
    }

    // MARK: Dates and kinds on the way

    private mutating func observe(_ from: Int, _ to: Int, _ clauseStart: Int, _ clauseKind: inout StatementKind?) {
        guard from < to else { return }
        for index in from..<to {
            switch list.tokens[index].kind {
            case .date(let date): govern(list.dates[date], at: index)
            case .word(let word): observe(list.words[word], at: index, &clauseKind)
            default: break
            }
        }
    }

    private func kindAfter(_ from: Int, _ to: Int, _ clauseKind: inout StatementKind?) {
        guard from < to else { return }
        for index in from..<to {
            if let lexeme = list.lexeme(index), lexeme.roles.contains(.clauseKind), let kind = lexeme.kind {
                clauseKind = kind
            }
        }
    }

    private mutating func observe(_ lexeme: Lexeme, at index: Int, _ clauseKind: inout StatementKind?) {
        if lexeme.roles.contains(.clauseKind), let found = lexeme.kind { clauseKind = found }
        if lexeme.roles.contains(.sentenceKind), let found = lexeme.kind { kind = found }
        if lexeme.roles.contains(.sameYear) {
            if year == nil, let known = context.paragraphYear ?? context.sectionYear ?? context.documentYear {
                set(year: known, at: index)
            }
        } else if lexeme.roles.contains(.relativeYear), let documentYear = context.documentYear {
            set(year: documentYear + lexeme.offset, at: index)
            if lexeme.offset != 0 { open(with: documentYear + lexeme.offset, at: index) }
        } else if lexeme.roles.contains(.now), let issueYear = context.issueYear {
            set(year: issueYear, at: index)
        } else if lexeme.roles.contains(.fixedYear) {
            set(year: lexeme.offset, at: index)
        } else if lexeme.roles.contains(.planEnd), let planEnd = context.planEnd {
            set(year: planEnd, at: index)
        }
    }

    private mutating func set(year new: Int, at index: Int) {
        rememberBefore(index)
        year = new
        yearOrigin = .sentence
        span = nil
        date = nil
    }

    private mutating func govern(_ scanned: ScannedDate, at index: Int) {
        if index > 0, list.roles(index - 1).contains(.base) { return }
        if UTF8Scanning.hasBefore("与", in: bytes, at: list.tokens[index].range.lowerBound) { return }
        guard let new = scanned.year else {
            if scanned.month > 0, let known = year ?? context.documentYear {
                date = CalendarDate(year: known, month: scanned.month, day: scanned.day)
            }
            return
        }
        if scanned.isStart { return }
        rememberBefore(index)
        if year != nil || kind != nil, drafts.isEmpty == false { kind = nil }
        year = new
        governing.append(new)
        yearOrigin = .clause
        span = scanned.span
        date = scanned.month > 0 ? CalendarDate(year: new, month: scanned.month, day: scanned.day) : nil
        open(with: new, at: index)
    }

    /// A year before all figures of the sentence opens it, unless it belongs to the level before (由2020年的25%).
    private mutating func open(with new: Int, at index: Int) {
        guard openingYear == nil, drafts.isEmpty, !isOldLevel(index) else { return }
        if !(0..<index).contains(where: isBoundary) { openingYear = new }
    }

    private mutating func restoreYear() {
        guard let before = yearBefore else { return }
        (year, yearOrigin, span) = before
        yearBefore = nil
    }

    private func isOldLevel(_ index: Int) -> Bool { index > 0 && list.roles(index - 1).contains(.from) }

    /// Keeps the year that governed before 由2020年的25%: it governs again behind 提高到.
    private mutating func rememberBefore(_ index: Int) {
        guard isOldLevel(index) else { return yearBefore = nil }
        yearBefore = (year, yearOrigin, span)
    }

    // MARK: Statements

    struct Part {
        var left: IndicatorNamer.Left
        var right: String
        var group: [Int]
        var after: After
        var clauseKind: StatementKind?
        var hasNext: Bool
        var touchesNext: Bool
        var followsQuantity: Bool
        /// The new level behind the old: 由2.25缩小至2.21.
        var isPair = false
    }

    private mutating func take(_ part: Part, from pair: inout StatementDraft?) {
        let names = names(part)
        var part = part
        let isPair = pair != nil && part.left.isLevel && part.left.name.isEmpty
        if isPair { restoreYear() }
        part.isPair = isPair
        for (position, index) in part.group.enumerated() {
            guard let quantity = list.quantity(index) else { continue }
            let reason = ContextRule(bytes: bytes, list: list).reason(index, quantity, part, position)
            var draft = self.draft(index, quantity, part)
            draft.contextReason = reason
            if reason != nil {
                drafts.append(draft)
                continue
            }
            let shared =
                part.group.count > 1 && names.count >= part.group.count
                ? [names[names.count - part.group.count + position]] : names
            if isPair, let pair {
                draft.comparator = draft.comparator == .equal ? pair.comparator : draft.comparator
                draft.measure = .level
            }
            for name in shared {
                draft.indicator = name
                drafts.append(draft)
                unnamedFund = part.left.awaitsPurpose ? drafts.count - 1 : nil
                remember(name, quantity, part.left)
            }
            pair = part.left.isFrom ? draft : nil
        }
    }

    private mutating func remember(_ name: String, _ quantity: ScannedQuantity, _ left: IndicatorNamer.Left) {
        guard !name.isEmpty else { return }
        silent = ""
        hasStated = true
        topic = name
        if !left.isContinuation {
            subject = name.hasSuffix(left.trailing) ? String(name.dropLast(left.trailing.count)) : name
        }
        if topics.count > 15 { topics.removeFirst() }
        topics.append((quantity.measure?.base.name ?? quantity.unit, name))
    }

    private func draft(_ index: Int, _ quantity: ScannedQuantity, _ part: Part) -> StatementDraft {
        guard case .quantity(let number) = list.tokens[index].kind else {
            return StatementDraft(quantity: 0, range: list.tokens[index].range)
        }
        var draft = StatementDraft(quantity: number, range: list.tokens[index].range)
        draft.qualifier = part.left.qualifier.isEmpty ? part.left.per : part.left.qualifier
        draft.comparator = comparator(index, quantity, part)
        draft.measure = part.left.isIncrement ? .increment : part.left.isChange ? .change : .level
        draft.direction = part.left.direction
        draft.isTotal = part.left.isTotal
        draft.kind = kind(of: part)
        draft.isOldLevel = part.left.isFrom
        draft.year = year
        draft.yearOrigin = yearOrigin
        draft.span = span
        draft.date = date
        if part.left.isChange { setBase(&draft, before: index) }
        draft.hasFactCue = hasFactCue(before: index)
        return draft
    }

    private func kind(of part: Part) -> StatementKind? {
        if part.left.isFrom { return .actual }
        // 预计…将达到 stays a forecast.
        return kind == .forecast && part.clauseKind == .target ? kind : part.clauseKind ?? kind
    }

    private func comparator(_ index: Int, _ quantity: ScannedQuantity, _ part: Part) -> Comparator {
        if quantity.upper != nil { return .range }
        if let before = part.left.comparator { return before }
        if let inner = quantity.innerComparator { return inner }
        let own = comparatorAfter(index)
        if let comparator = own.comparator { return comparator }
        return part.after.comparator == .approximately ? .approximately : .equal
    }

    private func hasFactCue(before index: Int) -> Bool {
        var position = index - 1
        while position >= max(0, index - 40), !isBoundary(position) {
            if list.roles(position).contains(.kindCue) { return true }
            position -= 1
        }
        return false
    }

    /// The year behind 比 or 较 before the figure, or the year before its own.
    private func setBase(_ draft: inout StatementDraft, before index: Int) {
        var position = index - 1
        while position >= max(0, index - 40), !isBoundary(position) {
            if case .date(let date) = list.tokens[position].kind, position > 0, list.roles(position - 1).contains(.base)
            {
                draft.baseYear = list.dates[date].year
                return
            }
            if !list.roles(position).isDisjoint(with: [.baseLastYear, .base]) { draft.isAgainstLastYear = true }
            if draft.isAgainstLastYear { return }
            position -= 1
        }
    }

    // MARK: Names

    /// Words that name nothing by themselves.
    private static let adverbs: Set<String> = ["累计", "年均", "平均", "合计", "共", "总", "每", "我们", "达", "末", "数"]

    private func names(_ part: Part) -> [String] {
        let left = Self.adverbs.contains(part.left.name) ? "" : part.left.name
        let name: String
        if left.isEmpty, part.right.isEmpty {
            name = recalled(part)
        } else if part.right.isEmpty {
            name = completed(left, part)
        } else if left.isEmpty {
            name = part.right
        } else {
            name = left + part.right
        }
        if part.right.isEmpty, part.group.count > 1 {
            let parts = IndicatorList.completed(IndicatorList.parts(of: name))
            if parts.count >= part.group.count { return parts }
        }
        return part.right.isEmpty ? IndicatorList.shared(name, isMarked: part.left.isShared) : [name]
    }

    /// The indicator taken up again where a figure names none.
    private func recalled(_ part: Part) -> String {
        let unit = list.quantity(part.group[0]).map { $0.measure?.base.name ?? $0.unit } ?? ""
        if part.left.isChange, !topics.isEmpty { return topic }
        if !silent.isEmpty, !part.left.isOfWhich { return silent }
        return topics.last { $0.unit == unit }?.name ?? topic
    }

    /// 占全市的, 占比, 培育: words that need the indicator before them.
    private func completed(_ name: String, _ part: Part) -> String {
        if part.left.isContinuation {
            let known = !hasStated && !silent.isEmpty ? silent : subject
            return known.hasSuffix(name) ? known : known + name
        }
        guard name.utf8.count <= 6, !topics.isEmpty else { return name }
        let unit = list.quantity(part.group[0]).map { $0.measure?.base.name ?? $0.unit } ?? ""
        if let known = topics.last(where: { $0.unit == unit && $0.name.contains(name) }) { return known.name }
        return name
    }
}
