import PipelineDefinition
import Reading
import SourceText
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

    private let figures: ClauseFigures
    private(set) var evidence: SentenceEvidence
    private var chart: SentenceChart
    private var isInBracket = false
    /// The draft of a sum whose purpose is not said yet.
    private var unnamedFund: Int?
    /// The sum stated last that is one of things counted, and what they are.
    private var countedSum: (name: String, of: String)?
    /// 水源断面 of 902个水源断面中: of what those counted next are some.
    private var extent = ""
    /// What the bounds of the sentence are bounds of: 年营业收入.
    private var boundSubject = ""
    /// 的百亿级产业集群 behind the bound, where the clause before names a batch of them.
    private var boundNoun = ""
    /// 对符合… opened clauses that say for whom what follows holds.
    private var isConditioned = false
    private let shared: SharedLibrary
    private let roles: QuantityRoles
    private let relations: RelationReader

    init(bytes: [UInt8], list: TokenList, context: SentenceContext, shared: SharedLibrary) {
        self.bytes = bytes
        self.list = list
        self.context = context
        namer = IndicatorNamer(bytes: bytes, list: list)
        figures = ClauseFigures(bytes: bytes, list: list, namer: namer, shared: shared)
        evidence = SentenceEvidence(bytes: bytes, list: list, context: context, roles: shared.library.roles)
        relations = RelationReader(bytes: bytes, list: list, shared: shared, namer: namer)
        roles = QuantityRoles(bytes: bytes, list: list, shared: shared, namer: namer)
        self.shared = shared
        chart = SentenceChart(list: list, shared: shared, paragraph: context.names)
    }

    private var words: NameLexicon { shared.library.names }
    private var collectives: CollectiveHeads { shared.library.collectives }

    var lastTopic: ParagraphNames { chart.paragraph }

    mutating func analyze(_ range: Range<Int>) {
        var first = 0
        var start = range.lowerBound
        var index = 0
        var brackets: [(Int, Int)] = []
        defer {
            evidence.completeTotals(&drafts)
            withholdNameless()
        }
        while index <= list.tokens.count {
            if index < list.tokens.count, list.mark(index) == .open, let close = list.partners[index] {
                if hasQuantity(index, close) { brackets.append((index, close)) }
                index = close + 1
                continue
            }
            let isEnd = index == list.tokens.count || list.isBoundary(index)
            guard isEnd else {
                index += 1
                continue
            }
            let end = index < list.tokens.count ? list.tokens[index].range.lowerBound : range.upperBound
            clause(first, index, start..<end)
            for (open, close) in brackets where !isAside(open, close, from: start) {
                let base = namer.base(ofBracket: open, first)
                bracket(
                    open, close,
                    head: base.map { "\(chart.lastName(in: list.quantity(open + 1)))（\($0)）" }
                        ?? namer.head(ofBracket: open, first, start))
            }
            brackets.removeAll(keepingCapacity: true)
            guard index < list.tokens.count else { break }
            if list.mark(index) == .semicolon { chart.passSemicolon() }
            start = list.tokens[index].range.upperBound
            first = index + 1
            index += 1
        }
    }

    /// 安排48亿元: without a name a figure states nothing.
    private mutating func withholdNameless() {
        for index in drafts.indices where drafts[index].indicator.isEmpty && drafts[index].contextReason == nil {
            drafts[index].contextReason = .withoutName
        }
    }

    private func hasQuantity(_ first: Int, _ last: Int) -> Bool {
        (first..<last).contains { list.quantity($0) != nil }
    }

    /// 全省（17.3%）, 昨天（1日）: a figure in a bracket that states nothing of what the clause is about.
    private mutating func isAside(_ open: Int, _ close: Int, from start: Int) -> Bool {
        let base = ComparisonBase(list: list)
        if let figure = base.ofOthers(open, close, from: start, in: bytes, roles.lexicon) {
            setAside(figure, .denominator)
        } else if let figure = base.ofDay(open, close, from: start, in: bytes, roles.lexicon) {
            setAside(figure, .dayOfMonth)
        } else if let figure = base.ofBound(open, close, in: bytes, roles.lexicon) {
            setAside(figure, .restated)
        } else {
            return false
        }
        return true
    }

    /// A bracket with figures of its own: 296个重点项目（总投资2400亿元）.
    private mutating func bracket(_ open: Int, _ close: Int, head: String) {
        let saved = chart.mark
        if !head.isEmpty { chart.silent = head }
        isInBracket = true
        chart.isInBracket = true
        defer { (isInBracket, chart.isInBracket) = (false, false) }
        var first = open + 1
        var start = list.tokens[open].range.upperBound
        for index in first...close where index == close || list.isBoundary(index) {
            clause(first, index, start..<list.tokens[index].range.lowerBound)
            first = index + 1
            start = list.tokens[index].range.upperBound
        }
        chart.mark = saved
    }

    // MARK: A clause

    private mutating func clause(_ first: Int, _ last: Int, _ range: Range<Int>) {
        let (quantities, embedded) = figures.outer(first, last)
        if roles.lexicon.word(.extentEnd, in: bytes, before: range.upperBound, from: range.lowerBound) != nil,
            !quantities.isEmpty
        {
            chart.divide(.some)
        }
        for index in embedded { size(index) }
        let opening = namer.trimmed(range).lowerBound
        if roles.lexicon.word(.conditionOpening, in: bytes, at: opening, limit: range.upperBound) != nil {
            isConditioned = true
        } else if quantities.isEmpty {
            isConditioned = false
        }
        var walk = ClauseWalk(first: first, start: range.lowerBound)
        walk.isDefinition = !quantities.isEmpty && roles.lexicon.last(.definition, in: bytes, range) != nil
        let count = drafts.count
        while walk.position < quantities.count { step(&walk, quantities, last, range) }
        ListedThings(roles: roles).complete(&drafts, of: walk.things)
        if let final = quantities.last { evidence.closeClause(final + 1, last, &drafts, from: count) }
        enumerate(quantities.last.map { $0 + 1 } ?? first, last, range, from: count)
        if quantities.isEmpty {
            evidence.observe(first, last, &walk.kind, hasFigures: !drafts.isEmpty)
            evidence.closeClause(first, last, &drafts)
        }
        evidence.restoreYear()
        if quantities.isEmpty, first < last || !range.isEmpty {
            if let division = namer.division(first, last, range, words) { chart.divide(division) }
            guard !namer.isAside(last, range, words) else {
                if let whole = namer.divided(last, range, words) { chart.divide(whole: whole) }
                return
            }
            chart.silent = namer.silentName(first, last, range)
            if roles.lexicon.ends(chart.silent, with: .extentEnd) {
                chart.divide(whole: String(chart.silent.dropLast()))
            }
            namePurpose(first, last, range)
        } else {
            chart.silent = extent
            extent = ""
        }
    }

    /// 规模最大的三个行业依次是化工、钢铁、纺织: what the lists behind give the figures of; their number states nothing.
    private mutating func enumerate(_ first: Int, _ last: Int, _ range: Range<Int>, from count: Int) {
        guard first < last, (first..<last).contains(where: { list.mark($0) == .list || list.mark($0) == .listWord }),
            let found = roles.lexicon.last(.enumerating, in: bytes, range),
            found.at >= list.tokens[max(0, first - 1)].range.lowerBound
        else { return }
        let names = String(decoding: bytes[(found.at + found.word.bytes.count)..<range.upperBound], as: UTF8.self)
        let members = NameList(shared: shared).parts(of: names)
        guard members.count > 1 else { return }
        let opening = namer.trimmed(range.lowerBound..<found.at)
        let ranked = roles.lexicon.last(.superlative, in: bytes, opening).map {
            namer.trimmed(opening.lowerBound..<$0.at)
        }
        chart.enumerate(members, rankedBy: ranked.map { String(decoding: bytes[$0], as: UTF8.self) } ?? "")
        for index in drafts[count...].indices
        where list.quantities[drafts[index].quantity].value == DecimalNumber(members.count) {
            (drafts[index].contextReason, drafts[index].role) = (.extent, .extent)
        }
    }

    /// Takes the next figure of a clause, or the next few that share their words.
    private mutating func step(_ walk: inout ClauseWalk, _ quantities: [Int], _ last: Int, _ range: Range<Int>) {
        let group = figures.group(quantities, walk.position)
        let index = group[0]
        let tail = group[group.count - 1]
        let token = list.tokens[index]
        let relation = relations.read(index, as: tail, from: walk.start, token: walk.token)
        let kindBefore = walk.kind
        // What a figure is held against says nothing of its kind: 为年初计划的103%.
        evidence.observe(
            walk.cursor, min(index, relation?.token ?? index), &walk.kind, hasFigures: !drafts.isEmpty)
        if relation?.role == .planShare { evidence.holdAgainstPlan(token.range, &walk.kind) }
        let start = FigureSign.minus(before: token.range.lowerBound, in: bytes) ?? token.range.lowerBound
        let words = walk.start..<max(walk.start, start)
        var left = namer.left(
            words.lowerBound..<min(words.upperBound, max(walk.start, relation?.start ?? start)), tokens: walk.token,
            min(index, relation?.token ?? index))
        relation?.apply(to: &left)
        let comparand =
            relation == nil && group.count == 1
            ? ComparisonBase(list: list).comparand(index, words, in: bytes, roles.lexicon) : nil
        if let comparand {
            let token = list.firstToken(from: comparand.start)
            left = namer.left(words.lowerBound..<comparand.start, tokens: walk.token, max(walk.token, token))
            left.isFrom = true
        }
        if left.isTotal { evidence.accumulate() }
        let after = figures.comparatorAfter(tail)
        let position = walk.position + group.count
        let next = position < quantities.count ? quantities[position] : nil
        let bound = figures.rightBound(after.end, next: next, clauseEnd: range.upperBound, last: last)
        var right = namer.right(after.end..<bound.end, tokens: after.token, bound.token, cutTail: next != nil)
        if list.quantity(tail)?.isCounter == false { right = roles.withoutStage(right) }
        if comparand != nil { right = "" }
        settle(&left, &right, of: tail, relation, bound: walk.bound, in: range)
        let counted =
            group.count == 1 && !left.isLevel
            ? roles.countedBySize(quantities, walk.position, limit: range.upperBound) : nil
        if let counted {
            right = counted.name
            walk.sizesEnd = counted.last
        }
        let hasListVerb = walk.increment.complete(&left, right: right, list.quantity(index), shared)
        evidence.observeBehind(tail + 1, next == nil ? last : bound.token, &walk.kind)
        if next == nil { evidence.observe(tail + 1, last, &walk.kind, hasFigures: !drafts.isEmpty) }
        let isLater = walk.position > 0
        var part = ClausePart(
            left: left, right: right, group: group, after: after, clauseKind: walk.kind, clause: range, words: words,
            next: next, relation: relation, comparand: comparand,
            touchesNext: next.map { after.end >= list.tokens[$0].range.lowerBound - 1 } ?? false,
            followsQuantity: isLater && walk.start >= token.range.lowerBound - 1 && walk.start > range.lowerBound,
            isLater: isLater,
            leadsToCount: next.map { bound.nextStart == after.end && list.quantity($0)?.isCounter == true } ?? false,
            followsSize: walk.increment.isListed && drafts.dropLast().last?.contextReason == .sizeClass,
            followsCounted: isLater && walk.increment.isListed && drafts.last?.contextReason == nil,
            followsExtent: isLater && drafts.last?.contextReason == .extent,
            isCompletion: after.token < list.tokens.count && list.roles(after.token).contains(.completion)
                && list.tokens[after.token].range.lowerBound == after.end,
            hasListVerb: hasListVerb, continuesBare: chart.lastIsBare,
            isSizeOfCounted: isLater && counted == nil && walk.position <= walk.sizesEnd,
            isConditioned: isConditioned, isOfDefinition: walk.isDefinition)
        let count = drafts.count
        let isListed = walk.increment.isListed && isLater
        let resumption = take(&part, from: &walk.pair)
        walk.things.append(ListedThings.Thing(drafts: count..<drafts.count, part, list.quantity(tail), isListed))
        walk.increment.isListed = bound.nextStart > after.end
        walk.position = position
        walk.cursor = tail + 1
        if let resumption {
            (walk.start, walk.token) = (resumption, tail + 1)
            return
        }
        // The words before a figure that states nothing belong to the next one.
        let reason = drafts.last?.contextReason
        walk.bound = boundWords(part, reason)
        if reason == .denominator, after.isAttribute { walk.kind = kindBefore }
        let keeps =
            reason != nil
            && (reason == .duration || reason == .denominator && (after.isAttribute || roles.isComparedWith(part))
                || !right.isEmpty)
        if keeps, token.range.lowerBound - walk.start < 300 { return }
        walk.start = bound.nextStart
        walk.token = tail + 1
        if next != nil, bound.nextStart == after.end { return }
        while walk.token < last, list.tokens[walk.token].range.lowerBound < walk.start { walk.token += 1 }
    }

    /// Leaves out of the words around the figure `tail` what says how, where or of what part, and no name: `bound` is what a
    /// bound before it was a bound of.
    private mutating func settle(
        _ left: inout LeftWords, _ right: inout String, of tail: Int, _ relation: FigureRelation?, bound: String,
        in range: Range<Int>
    ) {
        // 客运车辆6694辆，含公交车2990辆
        // 累计结存14亿元（含储备金1.6亿元）
        if isInBracket || list.quantity(tail)?.isCounter == true && !drafts.isEmpty,
            left.range.lowerBound == range.lowerBound,
            let word = roles.lexicon.word(.containing, in: bytes, at: range.lowerBound, limit: left.range.upperBound),
            roles.lexicon.word(.excluding, in: bytes, at: range.lowerBound, limit: left.range.upperBound) == nil,
            left.range.count > word.bytes.count, left.name.utf8.starts(with: word.bytes)
        {
            left.name = String(decoding: Array(left.name.utf8).dropFirst(word.bytes.count), as: UTF8.self)
            left.scope = .part
        }
        // 根据资源禀赋打造14个特色服务区
        if !right.isEmpty, left.hasVerb, roles.lexicon.starts(left.name, with: .adverbial) { left.name = "" }
        if roles.lexicon.ends(right, with: .extentEnd) { extent = String(right.dropLast()) }
        // 火电项目、恒业二期30万吨硅单体: what stands before the last of the list is a thing of its own.
        if !right.isEmpty { left.name = roles.lastOfThings(left.name) }
        if right.isEmpty { roles.withoutManner(&left) }
        if right.isEmpty, relation == nil, let share = roles.shareOfBound(left, tail) { left.name = share }
        // 人均产值11万元，按平均汇率计算为1.6万美元: the same once more.
        if roles.isConversion(left, range) { left.name = "" }
        // 营业收入超1000亿元的2个
        if left.name.isEmpty, right.isEmpty, !bound.isEmpty, list.quantity(tail)?.isCounter == true {
            left.name = bound
        }
    }

    /// 年营业收入超1000亿元 of 年营业收入超1000亿元的2个, or 年营业收入超500亿元 where 超500亿元的5个 goes on; empty for
    /// figures that bound nothing.
    private mutating func boundWords(_ part: ClausePart, _ reason: ClaimReason?) -> String {
        guard reason == .threshold || reason == .sizeClass, part.after.isAttribute, let next = part.next,
            list.quantity(next)?.isCounter == true
        else { return "" }
        let figure = list.tokens[part.group[0]].range.lowerBound
        let start = part.left.comparator == nil ? figure : namer.trimmed(part.words).upperBound
        if !part.left.name.isEmpty {
            boundSubject = part.left.name
            let batch = Array(chart.silent.utf8)
            boundNoun =
                roles.lexicon.last(.batch, in: batch, 0..<batch.count).map {
                    words.of + String(decoding: batch[($0.at + $0.word.bytes.count)...], as: UTF8.self)
                } ?? ""
        }
        guard !boundSubject.isEmpty else { return "" }
        let word = part.left.comparator.flatMap { _ in
            list.tokens[..<part.group[0]].last(where: { $0.range.upperBound <= figure })
        }
        let from = word.map { $0.range.upperBound == figure ? $0.range.lowerBound : start } ?? start
        return boundSubject + String(decoding: bytes[min(from, figure)..<part.after.end], as: UTF8.self) + boundNoun
    }

    /// 13个50亿元以上产业项目: the size states nothing by itself.
    private mutating func size(_ index: Int) { setAside(index, .sizeClass) }

    private mutating func setAside(_ index: Int, _ reason: ClaimReason) {
        guard case .quantity(let number) = list.tokens[index].kind else { return }
        var draft = StatementDraft(quantity: number, range: list.tokens[index].range)
        draft.contextReason = reason
        draft.role = reason.role
        drafts.append(draft)
    }

    /// 安排资金400万元，发放消费券: the money is named after what the next clause does with it.
    private mutating func namePurpose(_ first: Int, _ last: Int, _ range: Range<Int>) {
        guard let draft = unnamedFund, !chart.silent.isEmpty, first < last,
            opensWithDeed(first, last, range)
        else { return }
        drafts[draft].indicator = chart.silent + drafts[draft].indicator
        drafts[draft].rule = .purpose
        unnamedFund = nil
    }

    /// 发放消费券, 持续深入推进保卫战: the clause says what is done, at once or behind a word or two of manner.
    private func opensWithDeed(_ first: Int, _ last: Int, _ range: Range<Int>) -> Bool {
        (first..<last).first { !list.roles($0).isDisjoint(with: [.lead, .leadFirst]) }.map {
            let before = list.tokens[$0].range.lowerBound - range.lowerBound
            return before == 0 || before <= Self.manner && list.roles(first).contains(.tail)
        } ?? false
    }
    /// Bytes (four characters) of the words of manner before what is done, and of what was done between two levels.
    static let manner = 12

    // MARK: Statements

    /// States the figures of `part`; gives where the words of the next figure begin if not where they would.
    private mutating func take(_ part: inout ClausePart, from pair: inout StatementDraft?) -> Int? {
        let naming = names(part)
        let names = naming.names
        var resumption: Int?
        // 学校由71所优化整合为47所: what was done stands between the levels.
        let isDeed = part.left.name.utf8.count <= Self.manner && part.isLater && !part.left.hasLead
        let isPair = pair != nil && part.left.isLevel && (part.left.name.isEmpty || isDeed) && part.relation == nil
        if isPair { evidence.restoreYear() }
        part.isPair = isPair
        for (position, index) in part.group.enumerated() {
            guard var quantity = list.quantity(index) else { continue }
            if let full = figures.unitOf(index, quantity, part) {
                quantity.unit = list.quantities[full].unit
                quantity.measure = list.quantities[full].measure
            }
            if !quantity.parts.isEmpty, shareOut(quantity, index, names.last ?? "", part, &pair, isPair) { continue }
            let decision = roles.decide(index, quantity, part)
            var draft = self.draft(index, quantity, part)
            (draft.role, draft.contextReason) = (decision.role, decision.reason)
            let listedYear = yearOfList(part, position)
            if let listedYear { (draft.year, draft.span) = (listedYear, nil) }
            let isOfParts = part.group.count > 1 && part.left.isShared && evidence.listedParts.count == part.group.count
            if isOfParts, listedYear == nil {
                draft.months = evidence.listedParts[position]
                (draft.monthsCounted, draft.partOfYear, draft.qualifier) = (nil, "", part.left.per)
            }
            if let comparand = part.comparand, comparand.isLastYear {
                draft.isAgainstLastYear = true
            } else if let comparand = part.comparand {
                (draft.year, draft.yearOrigin, draft.span) = (comparand.year, .clause, nil)
                (draft.isOwnYear, draft.isOfUnknownYear, draft.months) = (true, comparand.year == nil, nil)
                // 与2010年普查的300万人相比，人口增长7%: what it is of comes behind.
                if part.left.name.isEmpty, drafts.isEmpty { draft.contextReason = .withoutName }
            }
            // 四项指标分别增长12%、17%、28%、34%: which is which is not said.
            if naming.isUnmatched || part.left.isShared && part.left.isChange, part.group.count > 1, names.count == 1,
                listedYear == nil, !isOfParts, decision.reason == nil
            {
                draft.contextReason = .withoutName
                drafts.append(draft)
                continue
            }
            if decision.reason != nil {
                drafts.append(draft)
                resumption = roles.resumption(decision, part)
                continue
            }
            let isListed = part.group.count > 1 && names.count >= part.group.count
            let shared = isListed ? [names[names.count - part.group.count + position]] : names
            draft.rule = rule(of: part, naming: naming.rule, names: shared.count)
            if position > 0, let verb = figures.ownVerb(index) {
                (draft.measure, draft.direction) = (.change, verb.direction)
            }
            if isPair, let pair {
                draft.comparator = draft.comparator == .equal ? pair.comparator : draft.comparator
                draft.measure = .level
                // 标准从每人每月2375元提高到2423元
                if draft.qualifier.isEmpty { draft.qualifier = pair.qualifier }
            }
            if naming.isIncrement, draft.measure == .level { draft.measure = .increment }
            for name in shared {
                draft.indicator = roles.providedName(index, part) ?? roles.countedBehind(part) ?? name
                let counted = chart.counted(name)
                if !counted.isEmpty { countedSum = (name, counted) }
                // 服务业企业8户，营业收入14亿元，下降24%: the change is of the same ones.
                let isSame = draft.measure == .change && naming.rule == .recalledName && countedSum?.name == name
                if draft.qualifier.isEmpty { draft.qualifier = isSame ? countedSum?.of ?? "" : counted }
                // 中心城区绿地率41%，建成碧道300公里: what is done need not be done there.
                if draft.qualifier.isEmpty, !part.left.hasLead { draft.qualifier = chart.scope(of: name) }
                if FigureSign.minus(before: list.tokens[index].range.lowerBound, in: bytes) != nil {
                    settleSign(&draft, part.left, quantity)
                }
                if let relation = part.relation {
                    draft.indicator = relation.name(
                        of: name, position, in: part, rate: roles.lexicon.rate, chart: chart)
                }
                // 新增劳动力受教育年限13.8年: nothing adds years.
                if draft.measure == .increment,
                    quantity.isShare || quantity.measure?.dimension == "time-year"
                        || quantity.unit.utf8.contains(UInt8(ascii: "/"))
                {
                    draft.measure = .level
                }
                let done = roles.planned(part, draft.indicator)
                if done != nil { draft.clauseWord = SpokenKind(kind: .target, range: draft.range) }
                drafts.append(draft)
                unnamedFund = part.left.awaitsPurpose ? drafts.count - 1 : nil
                // A relation leaves what it goes on about: 收入30亿元，完成预算的97%，增长5%.
                if part.relation == nil || !part.left.name.isEmpty { chart.remember(done ?? name, quantity, part.left) }
            }
            pair = part.left.isFrom ? draft : nil
        }
        return resumption
    }

    /// The indicators of `part`; a figure held against a plan or an average goes on about the one before.
    private mutating func names(_ part: ClausePart) -> SentenceChart.Naming {
        guard let relation = part.relation, part.left.name.isEmpty, part.right.isEmpty, !chart.heldAgainst.isEmpty
        else {
            return chart.names(part)
        }
        // 增值税21亿元，企业所得税9亿元，分别为预算的83%和106%
        if relation.names.count < part.group.count, let parties = chart.levels(part.group.count) {
            return SentenceChart.Naming(names: parties, rule: .respectively)
        }
        return SentenceChart.Naming(names: [chart.heldAgainst], rule: .recalledName)
    }

    /// The most telling of the rules by which a figure of `part` was found and named.
    private func rule(of part: ClausePart, naming: ReadingRule, names: Int) -> ReadingRule {
        if part.isPair || part.left.isFrom { return .fromTo }
        if isInBracket { return .bracket }
        if names > 1 { return .sharedFigure }
        return naming == .clause && part.hasListVerb ? .listVerb : naming
    }

    /// 三次产业结构由8.1:42.6:49.3调整为7.9:41.8:50.3: a share for each part of the ratio under a collective head.
    private mutating func shareOut(
        _ quantity: ScannedQuantity, _ index: Int, _ name: String, _ part: ClausePart, _ pair: inout StatementDraft?,
        _ isPair: Bool
    ) -> Bool {
        guard let shares = collectives.shares(of: quantity.parts, under: name) else { return false }
        var draft = self.draft(index, quantity, part)
        if isPair, let pair, draft.comparator == .equal { draft.comparator = pair.comparator }
        draft.measure = .level
        let first = draft.quantity + 1
        for (position, share) in shares.enumerated() {
            (draft.quantity, draft.indicator, draft.share) = (first + position, share.name, share.value)
            drafts.append(draft)
        }
        chart.remember(name, quantity, part.left)
        pair = part.left.isFrom ? draft : nil
        return true
    }

    /// 2022年至2025年分别新增300个、400个、450个、450个: a year of the span for each figure.
    private func yearOfList(_ part: ClausePart, _ position: Int) -> Int? {
        guard part.left.isShared, part.group.count > 1 else { return nil }
        // 到2026年和2028年，占比分别达到58%和65%
        if evidence.listedYears.count == part.group.count { return evidence.listedYears[position] }
        guard let span = evidence.span,
            span.last.number - span.first.number + 1 == part.group.count
        else { return nil }
        return span.first.number + position
    }

    /// A rate or an amount may be below zero (上解支出-9820万元); a share behind anything else says that it fell.
    private func settleSign(_ draft: inout StatementDraft, _ left: LeftWords, _ quantity: ScannedQuantity) {
        let isAmount = !quantity.isShare && quantity.measure?.dimension != "point" && !left.isChange
        if left.isLevel || isAmount || chart.isRate(draft.indicator) {
            draft.isNegative = true
        } else {
            draft.measure = .change
            draft.direction = -1
        }
    }

    /// `mark` ends the clause before `clause`.
    private func follows(_ mark: ProseToken.Mark, _ clause: Range<Int>) -> Bool {
        let first = list.firstToken(from: clause.lowerBound)
        return first > 0 && list.mark(first - 1) == mark
    }

    private func draft(_ index: Int, _ quantity: ScannedQuantity, _ part: ClausePart) -> StatementDraft {
        guard case .quantity(let number) = list.tokens[index].kind else {
            return StatementDraft(quantity: 0, range: list.tokens[index].range)
        }
        var draft = StatementDraft(quantity: number, range: list.tokens[index].range)
        // 每万人口专利由12件提高到16件: what the name begins with is said.
        let per = part.left.name.holds(part.left.per) ? "" : part.left.per
        draft.qualifier = per + part.left.partOfYear
        draft.partOfYear = part.left.partOfYear
        draft.comparator = figures.comparator(index, quantity, part)
        let isDone = part.left.leadsToCount && quantity.isCounter && part.left.name.isEmpty && !part.right.isEmpty
        draft.measure =
            part.tellsChange(quantity) && !isDone && (quantity.isShare || !part.left.isIncrement)
            ? .change : part.left.isIncrement ? .increment : .level
        // 内需对增长的贡献率由66.7%提高到91.1%: where it stood.
        if part.left.isFrom { draft.measure = .level }
        draft.unitOf = list.quantity(index).flatMap { figures.unitOf(index, $0, part) }
        draft.direction = part.left.direction
        if part.left.opensWithChange, !part.left.isLevel, draft.measure == .level {
            if quantity.isShare || part.left.objectChange != 0 { draft.measure = .change }
            if !quantity.isShare, part.left.objectChange != 0 { draft.direction = part.left.objectChange }
        }
        draft.isTotal = part.left.isTotal
        evidence.fill(&draft, at: index, part)
        // 计划种植38万亩，其中水稻29万亩: a part of what is planned is planned, where nothing says otherwise.
        if part.left.isOfWhich, !part.left.hasVerb, draft.clauseWord == nil, draft.sentenceWord == nil,
            draft.cues.clause == nil, let whole = drafts.last(where: { $0.contextReason == nil }),
            whole.clauseWord?.kind == .target
        {
            draft.clauseWord = whole.clauseWord
        }
        // 将完成吞吐量48亿吨，集装箱吞吐量7400万标箱: the verb of an intention holds over the comma.
        if !part.isLater, !part.left.hasVerb, !part.left.hasLead, !part.left.name.isEmpty, part.right.isEmpty,
            !part.left.isChange, draft.measure == .level, draft.clauseWord == nil, draft.sentenceWord == nil,
            draft.cues.clause == nil,
            let last = drafts.last, last.contextReason == nil, last.isProspective, last.year == draft.year,
            follows(.comma, part.clause)
        {
            (draft.clauseWord, draft.isProspective) = (last.clauseWord, true)
        }
        return draft
    }
}
