import PipelineDefinition
import Reading
import StatisticalModel

/// A figure held against a plan, a target, an average or another group: 高于年初目标1.4个百分点, 完成预算的97%.
struct FigureRelation: Sendable {
    /// Gap, share of a plan, or a change against an earlier time (高于上年同期).
    var role: QuantityRole
    /// Where its words begin: byte and token.
    var start: Int
    var token: Int
    /// What it adds to the name, one for each member of the base (高于全国, 高于全省); empty for a change.
    var names: [String] = []
    var direction = 0
    var comparator: Comparator?
    /// 快于, 慢于: of whatever is named, it is the rate that is held.
    var isOfRate = false

    /// Turns the words before the relation into those of the figure.
    func apply(to left: inout LeftWords) {
        left.predicate = role == .planShare ? .level : .change
        left.increase = .none
        left.isFrom = false
        (left.opensWithChange, left.objectChange) = (false, 0)
        left.direction = direction
        left.comparator = comparator
        left.comparatorYields = false
    }

    /// 网络零售额 as 网络零售额增速高于目标 where the figure before was a rate of change.
    func name(
        of indicator: String, _ position: Int, in part: ClausePart, rate: String, chart: SentenceChart
    ) -> String {
        guard !names.isEmpty else { return indicator }
        let suffix = names.count == part.group.count ? names[position] : names.joined()
        let isGrowth = role == .gap && (isOfRate || part.left.name.isEmpty && chart.lastWasGrowth)
        return indicator + (isGrowth && !chart.isRate(indicator) ? rate : "") + suffix
    }
}

/// Finds the words of a relation before a figure.
///
/// `网络零售额增长6.4%，高于年初目标1.4个百分点`: 高于 opens, 年初目标 is the base, and the figure is a gap that
/// goes on about 网络零售额 under the name 网络零售额增速高于目标.
struct RelationReader {
    let bytes: [UInt8]
    let list: TokenList
    let shared: SharedLibrary
    let namer: IndicatorNamer

    var lexicon: RoleLexicon { shared.library.roles }

    /// Bytes (fifteen characters) that a base with its verb may take: 较全市规模以上工业平均水平至少高.
    static let baseReach = 54
    /// Bytes (ten characters) from the verb to the end of the plan: 完成年初人代会批准预算.
    static let planReach = 36

    /// The relation that ends before the figure at token `index`, or before the group that `tail` ends with its unit
    /// (3.1个、1.2个百分点); `start` and `first` are where its words begin.
    func read(_ index: Int, as tail: Int, from start: Int, token first: Int) -> FigureRelation? {
        guard let quantity = list.quantity(tail) else { return nil }
        var end = namer.trimmed(start..<max(start, list.tokens[index].range.lowerBound)).upperBound
        var comparator: Comparator?
        let last = index - 1
        if last >= first, list.tokens[last].range.upperBound == end, let lexeme = list.lexeme(last),
            lexeme.roles.contains(.comparatorAdjacent), lexeme.comparator == .approximately
        {
            comparator = lexeme.comparator
            end = namer.trimmed(start..<max(start, list.tokens[last].range.lowerBound)).upperBound
        }
        guard end > start else { return nil }
        var relation =
            quantity.isShare
            ? planShare(start, end) ?? gap(quantity, start, end) : gap(quantity, start, end)
        relation?.comparator = comparator
        return relation
    }

    // MARK: A share of a plan

    private func planShare(_ start: Int, _ end: Int) -> FigureRelation? {
        var end = end
        let of = lexicon.word(.of, in: bytes, before: end, from: start)
        end -= of?.bytes.count ?? 0
        // 完成年初预算数6亿元的40%: the plan in figures of its own.
        let last = list.firstToken(from: end) - 1
        if of != nil, last >= 0, list.quantity(last) != nil, list.tokens[last].range.upperBound == end {
            end = max(start, list.tokens[last].range.lowerBound)
        }
        guard let plan = lexicon.word(.plan, in: bytes, before: end, from: start) else { return nil }
        let low = max(start, end - Self.planReach)
        guard let verb = lexicon.last(.planVerb, in: bytes, low..<end - plan.bytes.count + 1) else { return nil }
        var rest = verb.at + verb.word.bytes.count
        // 完成全年1.8万亿元投资目标的53.7%: what the plan comes to is no part of its name.
        var when = rest..<rest
        if let figure = tokens(rest..<end).last(where: { list.quantity($0) != nil }) {
            guard of != nil, !holdsFigure(rest..<list.tokens[figure].range.lowerBound) else { return nil }
            when = rest..<list.tokens[figure].range.lowerBound
            rest = list.tokens[figure].range.upperBound
        }
        // 占年计划68%, 完成年初预算37%; behind 为 or 达到 a figure without 的 is the plan's own.
        if of == nil, lexicon.word(.planVerbBare, in: bytes, at: verb.at, limit: end) == nil { return nil }
        let head = plan.name.isEmpty ? verb.word.bytes : Array(plan.name.utf8)
        let name = String(decoding: head + bytes[when] + bytes[rest..<end], as: UTF8.self)
        return FigureRelation(
            role: .planShare, start: verb.at, token: list.firstToken(from: verb.at), names: [name])
    }

    // MARK: A gap

    private func gap(_ quantity: ScannedQuantity, _ start: Int, _ end: Int) -> FigureRelation? {
        let low = max(start, end - Self.baseReach)
        if let ending = lexicon.word(.gapEnd, in: bytes, before: end, from: start) {
            let limit = end - ending.bytes.count
            guard isWord(limit, ending), let opening = lexicon.last(.gapOpening, in: bytes, low..<limit),
                isWord(opening.at, opening.word), opensOrCompares(opening.at, start)
            else { return nil }
            let base = opening.at + opening.word.bytes.count..<limit
            guard !isTime(base), !quantity.isCounter else { return nil }
            return relation(ending, opening.at, base)
        }
        guard let verb = lexicon.last(.gapVerb, in: bytes, low..<end), isWord(verb.at, verb.word) else { return nil }
        let base = verb.at + verb.word.bytes.count..<end
        if isTime(base) {
            return FigureRelation(
                role: .change, start: verb.at, token: list.firstToken(from: verb.at), direction: verb.word.direction)
        }
        guard quantity.measure?.dimension == "point" || lexicon.last(.gapBase, in: bytes, base) != nil else {
            return nil
        }
        return relation(verb.word, verb.at, base)
    }

    private func relation(_ word: RoleWord, _ start: Int, _ base: Range<Int>) -> FigureRelation? {
        let base = withoutFigure(withoutBracket(base))
        guard !base.isEmpty, !holdsFigure(base), lexicon.last(.of, in: bytes, base) == nil else { return nil }
        let names = members(base)
        guard !names.isEmpty else { return nil }
        return FigureRelation(
            role: .gap, start: start, token: list.firstToken(from: start), names: names.map { word.name + $0 },
            direction: word.direction, isOfRate: lexicon.holds(.paced, word.name))
    }

    /// 全省平均 of 全省平均（15%）.
    private func withoutBracket(_ base: Range<Int>) -> Range<Int> {
        let last = list.firstToken(from: base.upperBound) - 1
        guard last >= 0, list.mark(last) == .close, list.tokens[last].range.upperBound == base.upperBound,
            let open = (0..<last).last(where: { list.partners[$0] == last }),
            list.tokens[open].range.lowerBound > base.lowerBound
        else { return base }
        return base.lowerBound..<list.tokens[open].range.lowerBound
    }

    /// 年初计划 of 年初计划7.5%, where the plan's own figure stands behind it.
    private func withoutFigure(_ base: Range<Int>) -> Range<Int> {
        let last = list.firstToken(from: base.upperBound) - 1
        guard last > 0, list.quantity(last)?.isShare == true, list.tokens[last].range.upperBound == base.upperBound,
            list.tokens[last].range.lowerBound > base.lowerBound
        else { return base }
        return base.lowerBound..<list.tokens[last].range.lowerBound
    }

    /// 全国、全省平均水平 as 全国 and 全省.
    private func members(_ base: Range<Int>) -> [String] {
        var result: [String] = []
        var start = base.lowerBound
        for index in list.firstToken(from: start)...list.tokens.count {
            let isEnd = index == list.tokens.count || list.tokens[index].range.lowerBound >= base.upperBound
            guard isEnd || list.mark(index) == .list || list.mark(index) == .listWord else { continue }
            let end = isEnd ? base.upperBound : list.tokens[index].range.lowerBound
            if let name = name(start..<max(start, end)) { result.append(name) }
            if isEnd { break }
            start = list.tokens[index].range.upperBound
        }
        return result
    }

    /// 年初目标 as 目标, 全市平均水平 as 全市; `nil` where nothing is left.
    private func name(_ range: Range<Int>) -> String? {
        var range = namer.trimmed(range)
        while let tail = lexicon.word(.baseTail, in: bytes, before: range.upperBound, from: range.lowerBound) {
            range = range.lowerBound..<range.upperBound - tail.bytes.count
        }
        if let lead = lexicon.word(.baseLead, in: bytes, at: range.lowerBound, limit: range.upperBound) {
            range = range.lowerBound + lead.bytes.count..<range.upperBound
        }
        return range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
    }

    /// 比 and 较 stand anywhere, as words of their own; 距 and 离 only where the words begin.
    private func opensOrCompares(_ at: Int, _ start: Int) -> Bool {
        let token = list.firstToken(from: at)
        if token < list.tokens.count, list.tokens[token].range.lowerBound == at, list.roles(token).contains(.base) {
            return true
        }
        return namer.trimmed(start..<at + 1).lowerBound == at
    }

    /// False inside a longer word of the lists: 超 of 超额, 比 of 比上年.
    private func isWord(_ at: Int, _ word: RoleWord) -> Bool {
        let token = list.firstToken(from: at)
        if token > 0, list.tokens[token - 1].range.upperBound > at { return false }
        guard token < list.tokens.count, list.tokens[token].range.lowerBound == at else { return true }
        if list.tokens[token].range.count <= word.bytes.count { return true }
        // 比年初 is a word of time, but not in 比年初计划.
        return list.roles(token).contains(.base)
            && lexicon.word(.plan, in: bytes, at: list.tokens[token].range.upperBound, limit: bytes.count) != nil
    }

    private func isTime(_ range: Range<Int>) -> Bool {
        tokens(range).contains { index in
            if case .date = list.tokens[index].kind { return true }
            return !list.roles(index).isDisjoint(with: [.relativeYear, .baseLastYear, .partOfYear])
        }
    }

    private func holdsFigure(_ range: Range<Int>) -> Bool { tokens(range).contains { list.quantity($0) != nil } }

    private func tokens(_ range: Range<Int>) -> Range<Int> {
        let first = list.firstToken(from: range.lowerBound)
        return first..<max(first, list.firstToken(from: range.upperBound))
    }
}
