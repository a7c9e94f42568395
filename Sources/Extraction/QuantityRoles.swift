import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Decides what each quantity is to its sentence, before it is named.
///
/// `17个重点产业增加值增长5.3%，位次前移3位`: 17 is the extent of what is measured, 5.3 a change, 3 a rank. Only
/// values, levels, changes, gaps and shares of a plan are stated; the rest goes to the ledger with its reason.
struct QuantityRoles {
    let bytes: [UInt8]
    let list: TokenList
    let shared: SharedLibrary
    let namer: IndicatorNamer

    private var words: NameLexicon { shared.library.names }
    var lexicon: RoleLexicon { shared.library.roles }
    private var numerals: NumeralLexicon { shared.library.prose.numerals }

    /// Bytes (fifteen characters) that 计算 may stand behind the figure of 按1欧元兑7.64元人民币计算.
    static let reckoningReach = 45
    /// Bytes (ten characters) that 位次 or 应到 may stand before the figure.
    static let wordReach = 30
    /// Bytes (one character) of the first member in 39个国、省控断面, a list with one noun behind it; 5个园区、绿化率
    /// is a list of two things.
    static let memberLimit = 3

    struct Decision {
        var role: QuantityRole
        /// Why the quantity states nothing; `nil` where it does.
        var reason: ClaimReason?
    }

    func decide(_ index: Int, _ quantity: ScannedQuantity, _ part: ClausePart) -> Decision {
        if let reason = reason(index, quantity, part) { return Decision(role: reason.role, reason: reason) }
        if let relation = part.relation { return Decision(role: relation.role) }
        if part.left.isFrom { return Decision(role: .oldLevel) }
        return Decision(role: part.tellsChange(quantity) ? .change : .value)
    }

    /// Where the words of the next figure begin behind one that states nothing, where not before it: behind the
    /// count of an extent, at the noun of 2万人以上的社区设立1个警务室.
    func resumption(_ decision: Decision, _ part: ClausePart) -> Int? {
        guard let next = part.next else { return nil }
        let end = part.after.end
        switch decision.role {
        case .extent: return end
        case .threshold:
            guard let of = lexicon.word(.of, in: bytes, at: end, limit: bytes.count),
                endsInProvision(end..<list.tokens[next].range.lowerBound, before: next)
            else { return nil }
            return end + of.bytes.count
        default: return nil
        }
    }

    /// 设有500平方米以上的健身场地: the noun and what the unit measures of it; `nil` for other figures.
    func providedName(_ index: Int, _ part: ClausePart) -> String? {
        guard part.after.isAttribute, !part.right.isEmpty, isProvided(index, part),
            let dimension = list.quantity(index)?.measure?.dimension
        else { return nil }
        return lexicon.word(.dimension, named: dimension).map { part.right + $0 }
    }

    /// What a count with the sizes of the counted behind it counts, and the last of those figures by its place among the
    /// clause's: 焦化项目 of 6个炭化室高度4.3米、产能100万吨以下的焦化项目.
    func countedBySize(_ quantities: [Int], _ position: Int, limit: Int) -> (name: String, last: Int)? {
        let index = quantities[position]
        guard list.quantity(index)?.isCounter == true, position + 1 < quantities.count else { return nil }
        var last = position
        var end = list.tokens[index].range.upperBound
        while last + 1 < quantities.count, last - position < Self.mostSizes {
            let next = quantities[last + 1]
            guard let quantity = list.quantity(next), !quantity.isCounter, !quantity.isShare, quantity.hasUnit else {
                break
            }
            let words = namer.trimmed(end..<list.tokens[next].range.lowerBound)
            let isNoun = lexicon.word(.sizeNoun, in: bytes, before: words.upperBound, from: words.lowerBound) != nil
            guard isNoun || last > position && words.isEmpty else { break }
            last += 1
            end = list.tokens[next].range.upperBound
        }
        guard last > position else { return nil }
        let first = list.firstToken(from: end)
        var stop = limit
        if last + 1 < quantities.count { stop = list.tokens[quantities[last + 1]].range.lowerBound }
        let mark = (first..<list.tokens.count).first {
            list.tokens[$0].range.lowerBound >= stop || list.mark($0) == .list || list.isBoundary($0)
        }
        stop = min(stop, mark.map { list.tokens[$0].range.lowerBound } ?? stop)
        let name = namer.right(end..<max(end, stop), tokens: first, list.firstToken(from: stop), cutTail: true)
        return name.isEmpty ? nil : (withoutStage(name), last)
    }
    /// Sizes of one thing: more are a list of something else.
    static let mostSizes = 3

    /// 按平均汇率计算 before a level, alone in its clause.
    func isConversion(_ left: LeftWords, _ clause: Range<Int>) -> Bool {
        left.isLevel && lexicon.ends(left.name, with: .reckoned)
            && lexicon.word(.reckonedBy, in: bytes, at: namer.trimmed(clause).lowerBound, limit: clause.upperBound)
                != nil
    }

    /// 投放金额占总投资 of 投放金额不超过总投资的30%: what is bounded stands before the comparator, its measure behind.
    func shareOfBound(_ left: LeftWords, _ index: Int) -> String? {
        guard list.quantity(index)?.isShare == true, left.comparator != nil,
            lexicon.word(.of, in: bytes, before: list.tokens[index].range.lowerBound, from: left.range.lowerBound)
                != nil
        else { return nil }
        let first = list.firstToken(from: left.range.lowerBound)
        let bound = (first..<max(first, index)).last { list.roles($0).contains(.comparatorBefore) }
        guard let bound, list.tokens[bound].range.lowerBound > left.range.lowerBound,
            list.tokens[bound].range.upperBound < left.range.upperBound
        else { return nil }
        let part = namer.left(left.range.lowerBound..<list.tokens[bound].range.lowerBound, tokens: first, bound).name
        let whole = namer.left(
            list.tokens[bound].range.upperBound..<left.range.upperBound, tokens: bound + 1, index
        ).name
        return part.isEmpty || whole.isEmpty ? nil : part + String(words.shareSign) + whole
    }

    /// 储能电站 of 以分散式接入建设储能电站10座: how it is done is no part of what it is.
    func withoutManner(_ left: inout LeftWords) {
        guard lexicon.starts(left.name, with: .adverbial) || lexicon.starts(left.name, with: .basis) else { return }
        let first = list.firstToken(from: left.range.lowerBound)
        let verb = (first..<list.tokens.count).prefix { list.tokens[$0].range.upperBound <= left.range.upperBound }
            .last { !list.roles($0).isDisjoint(with: [.lead, .leadFirst]) && list.tokens[$0].range.count > 3 }
        guard let verb, list.tokens[verb].range.upperBound < left.range.upperBound else { return }
        left.range = namer.trimmed(list.tokens[verb].range.upperBound..<left.range.upperBound)
        left.name = namer.left(left.range, tokens: verb + 1, list.firstToken(from: left.range.upperBound)).name
        left.hasLead = true
    }

    /// 农田建设 of 农田建设任务30万亩, where no verb says that it was done; `nil` for other names.
    func planned(_ part: ClausePart, _ name: String) -> String? {
        guard !part.left.hasVerb, !part.left.hasLead, part.relation == nil, part.right.isEmpty != part.left.name.isEmpty
        else { return nil }
        let text = Array(name.utf8)
        guard let noun = lexicon.word(.plannedNoun, in: text, before: text.count, from: 1) else { return nil }
        return String(decoding: text.dropLast(noun.bytes.count), as: UTF8.self)
    }

    /// 恒业二期 of 火电项目、恒业二期: a list whose members before are things of their own (项目); the whole of other names.
    func lastOfThings(_ name: String) -> String {
        guard let mark = name.lastIndex(of: "、"), mark != name.startIndex,
            lexicon.ends(String(name[..<mark]), with: .thing)
        else { return name }
        return String(name[name.index(after: mark)...])
    }

    /// 有机硅项目 of 有机硅项目一期建成投产: how far a thing is says nothing of what its capacity is of.
    func withoutStage(_ name: String) -> String {
        var rest = Array(name.utf8)
        while let stage = lexicon.word(.stage, in: rest, before: rest.count, from: 0), stage.bytes.count < rest.count {
            rest.removeLast(stage.bytes.count)
            if lexicon.word(.thing, in: rest, before: rest.count, from: 0) != nil {
                return String(decoding: rest, as: UTF8.self)
            }
        }
        return name
    }

    /// 光伏项目 of 总装机5万千瓦的21个光伏项目并网发电: what is counted behind a figure that says what it measures of it;
    /// `nil` for other figures.
    func countedBehind(_ part: ClausePart) -> String? {
        // 引进总投资21亿元的锂盐生产项目
        if part.after.isAttribute, part.next == nil, !part.right.isEmpty,
            let sum = words.sums.filter({ part.left.name.ends(with: $0) }).max(by: { $0.count < $1.count }),
            part.left.name.count <= sum.count + Self.verbLimit
        {
            return withoutStage(part.right) + sum
        }
        guard part.after.isAttribute, let next = part.next, list.quantity(next)?.isCounter == true,
            words.bareMeasure(part.left.name) != nil || words.sums.contains(part.left.name),
            let of = lexicon.word(.of, in: bytes, at: part.after.end, limit: bytes.count),
            list.tokens[next].range.lowerBound <= part.after.end + of.bytes.count + 1
        else { return nil }
        let start = list.tokens[next].range.upperBound
        let limit = min(part.clause.upperBound, start + Self.nounReach)
        let first = list.firstToken(from: start)
        let last = (first..<list.tokens.count).first { list.tokens[$0].range.upperBound > limit } ?? list.tokens.count
        let end = last < list.tokens.count ? min(limit, list.tokens[last].range.lowerBound) : limit
        let name = withoutStage(namer.right(start..<max(start, end), tokens: first, last, cutTail: true))
        return name.isEmpty ? nil : name + part.left.name
    }
    /// Characters of the verbs before a sum: 引进落地总投资.
    static let verbLimit = 4
    /// Bytes (twenty characters) of the longest such noun.
    static let nounReach = 60

    private func reason(_ index: Int, _ quantity: ScannedQuantity, _ part: ClausePart) -> ClaimReason? {
        let dimension = quantity.measure?.dimension ?? ""
        if part.isSizeOfCounted || isOfBatch(index, quantity, part) { return .sizeClass }
        if isReachedByEach(part) { return .threshold }
        let hasNoun = !part.right.isEmpty
        if !quantity.parts.isEmpty, !quantity.isRatioToOne { return .ratioPart }
        // 票价8折: how much of a price is asked, no share of anything.
        if lexicon.holds(.priceUnit, quantity.unit) { return .priceCut }
        if isReckoning(index, part) { return .denominator }
        if part.isOfDefinition { return .threshold }
        if isPlanned(quantity, part) { return .denominator }
        if isAttained(part) { return .restated }
        if quantity.isShare,
            lexicon.word(.portion, in: bytes, at: list.tokens[index].range.upperBound, limit: bytes.count) != nil
        {
            return .ratioPart
        }
        if !quantity.hasUnit { return bare(quantity, part) }
        if quantity.measure == nil {
            return part.left.isLevel || part.left.hasVerb ? nil : .withoutKnownUnit
        }
        if isSpan(index, quantity, part) { return .duration }
        switch dimension {
        case "age":
            if part.left.isFrom || part.isPair { return nil }
            return hasNoun || part.left.name.isEmpty || part.hasNext ? .ageClass : nil
        case "voltage", "apparent-power":
            return hasNoun || !part.left.hasVerb && !part.left.isIncrement ? .voltage : nil
        case "time-year", "time-month", "time-week":
            // 分别达到88%和13.2年: an item of a list is a value like the others.
            let isItem = part.left.isShared && part.group.count > 1
            if quantity.isChineseCount || part.left.name.isEmpty && !isItem && !part.isPair || hasNoun {
                return .duration
            }
        case "time-hour", "time-minute", "time-second", "time-day":
            let end = list.tokens[index].range.upperBound
            if lexicon.word(.ahead, in: bytes, at: end, limit: bytes.count) != nil { return .dayOfMonth }
            if hasNoun, part.after.comparator == nil, part.left.comparator == nil, !isCompleted(part) {
                return .duration
            }
            // 火灾事故发生后3日内: what is to be done stands in another clause.
            if !hasNoun, !part.isCompletion, lexicon.ends(part.left.name, with: .after) { return .duration }
        default: break
        }
        if lexicon.holds(.containing, part.left.name) || lexicon.holds(.aspect, quantity.unit) { return .restated }
        if quantity.isCounter, let reason = counting(index, quantity, part) { return reason }
        if isClass(index, part) { return .sizeGrade }
        if quantity.isChineseCount { return counted(index, quantity, part) }
        return size(index, quantity, part, dimension, hasNoun)
    }

    /// 超额完成能耗强度下降14%的目标: the figure is the target's, and what was reached is not said.
    private func isAttained(_ part: ClausePart) -> Bool {
        part.after.isAttribute && lexicon.ends(part.right, with: .restating)
            && lexicon.last(.attained, in: bytes, part.words) != nil
    }

    /// 完成年初预算数6亿元的40%: the plan of which the share behind it is told.
    private func isPlanned(_ quantity: ScannedQuantity, _ part: ClausePart) -> Bool {
        guard !quantity.isShare, let next = part.next, list.quantity(next)?.isShare == true else { return false }
        let share = list.tokens[next].range.lowerBound
        let words = namer.trimmed(part.words)
        guard let of = lexicon.word(.of, in: bytes, before: share, from: part.after.end) else { return false }
        let end = share - of.bytes.count
        if end == part.after.end {
            return lexicon.word(.plan, in: bytes, before: words.upperBound, from: words.lowerBound) != nil
        }
        // 完成全年1.8万亿元投资目标的53.7%
        return lexicon.word(.plan, in: bytes, before: end, from: part.after.end) != nil
            && lexicon.last(.planVerb, in: bytes, words) != nil
            && (list.firstToken(from: part.after.end)..<next).allSatisfy { list.mark($0) == nil }
    }

    // MARK: Reckoning and time

    /// 按1欧元兑7.64元人民币计算, 以抽样比6‰的调查结果推算.
    private func isReckoning(_ index: Int, _ part: ClausePart) -> Bool {
        // 城市社区每300户左右划分为一个网格
        let token = list.tokens[index].range
        if list.quantity(index)?.isCounter == true,
            lexicon.word(.perCount, in: bytes, before: token.lowerBound, from: part.words.lowerBound) != nil
        {
            return true
        }
        let start = namer.trimmed(part.clause).lowerBound
        let end = token.upperBound
        guard end < part.clause.upperBound else { return false }
        let behind = end..<min(part.clause.upperBound, end + Self.reckoningReach)
        let opens = lexicon.word(.reckonedBy, in: bytes, at: start, limit: part.clause.upperBound) != nil
        // 按售价20%给予补贴, 对中小企业按3%给予补助; 按每人300元给予补贴 says how much.
        if list.quantity(index)?.isShare == true, lexicon.last(.granted, in: bytes, behind) != nil {
            let words = namer.trimmed(part.words)
            if opens || lexicon.word(.reckonedBy, in: bytes, before: words.upperBound, from: words.lowerBound) != nil {
                return true
            }
        }
        guard opens else { return false }
        return lexicon.last(.reckoned, in: bytes, behind) != nil
    }

    /// 12年来, 连续5个季度, 有效期3年.
    private func isSpan(_ index: Int, _ quantity: ScannedQuantity, _ part: ClausePart) -> Bool {
        let token = list.tokens[index].range
        let dimension = quantity.measure?.dimension ?? ""
        let isLong = dimension == "time-year" || dimension == "time-month"
        guard isLong || lexicon.word(.spanNoun, in: bytes, at: token.upperBound, limit: bytes.count) != nil else {
            return false
        }
        let end = namer.trimmed(part.words).upperBound
        if lexicon.word(.running, in: bytes, before: end, from: part.words.lowerBound) != nil { return true }
        guard isLong else { return false }
        return lexicon.word(.since, in: bytes, at: token.upperBound, limit: bytes.count) != nil
            || lexicon.word(.term, in: bytes, before: end, from: part.words.lowerBound) != nil
    }

    /// 抵押登记2小时办结: the time within which something is done.
    private func isCompleted(_ part: ClausePart) -> Bool {
        part.isCompletion && !part.left.name.isEmpty
    }

    private func bare(_ quantity: ScannedQuantity, _ part: ClausePart) -> ClaimReason? {
        // 以女性为100: the basis of an index.
        if lexicon.starts(part.left.name, with: .basis) { return .withoutUnit }
        let isNamed = (part.left.isLevel || part.left.isFrom || isUnitless(part)) && !part.left.name.isEmpty
        if part.continuesBare, part.left.isChange, part.left.name.isEmpty, part.right.isEmpty { return nil }
        return (isNamed || part.isPair) && part.right.isEmpty && !quantity.isChineseCount
            ? nil : .withoutUnit
    }

    /// 利用系数0.575: directly behind a name whose figures have no unit.
    private func isUnitless(_ part: ClausePart) -> Bool {
        lexicon.word(
            .unitless, in: bytes, before: list.tokens[part.group[0]].range.lowerBound, from: part.words.lowerBound)
            != nil
    }

    // MARK: Counts

    /// A counter that counts no indicator: parts of a text, those present, places in a rank, the extent of a measure.
    private func counting(_ index: Int, _ quantity: ScannedQuantity, _ part: ClausePart) -> ClaimReason? {
        let near = max(part.words.lowerBound, part.words.upperBound - Self.wordReach)..<part.words.upperBound
        let end = namer.trimmed(part.words).upperBound
        if lexicon.holds(.rankUnit, quantity.unit),
            lexicon.last(.ranking, in: bytes, near) != nil
                || lexicon.word(.rankBefore, in: bytes, before: end, from: near.lowerBound) != nil
        {
            return .rank
        }
        // 上升4个位次
        if lexicon.starts(part.right, with: .ranking) { return .rank }
        if lexicon.holds(.textUnit, quantity.unit), part.right.isEmpty { return .count }
        if lexicon.holds(.textCounter, quantity.unit),
            lexicon.ends(NameSpan.withoutRemark(part.right.isEmpty ? part.left.name : part.right), with: .textPart)
        {
            return .count
        }
        if lexicon.last(.attendance, in: bytes, near) != nil { return .count }
        let clauseEnd = namer.trimmed(part.clause).upperBound
        // 入选全国首批20个示范区
        if lexicon.word(.firstOf, in: bytes, before: end, from: part.words.lowerBound) != nil,
            lexicon.last(.entered, in: bytes, part.words) != nil
        {
            return .extent
        }
        // 成为25个试点城市之一, 30个试点之一落户我市
        if !part.hasNext, part.after.end < clauseEnd,
            lexicon.last(.membership, in: bytes, part.after.end..<clauseEnd) != nil
        {
            return .extent
        }
        if lexicon.word(.membership, in: bytes, before: clauseEnd, from: part.after.end) != nil { return .extent }
        return !quantity.isChineseCount && isExtent(part) ? .extent : nil
    }

    /// 17个重点产业增加值增长5.3%, 339个城市平均…, 等9家企业14个产品, 16个商品类值中.
    private func isExtent(_ part: ClausePart) -> Bool {
        let left = part.left
        guard part.group.count == 1, left.comparator == nil, part.after.comparator == nil, !left.isIncrement,
            part.relation == nil
        else { return false }
        // 41个行业中有29个行业增长
        if lexicon.ends(part.right, with: .extentEnd) { return true }
        // 14个区分别建立服务中心
        if let place = placeNoun(at: part.after.end, limit: part.clause.upperBound),
            lexicon.word(.every, in: bytes, at: place, limit: part.clause.upperBound) != nil
        {
            return true
        }
        guard let next = part.next, let following = list.quantity(next) else { return false }
        let start = part.after.end
        let limit = list.tokens[next].range.lowerBound
        let first = list.firstToken(from: start)
        guard start < limit else { return false }
        let isActed = left.hasVerb || left.hasLead
        for index in first..<max(first, next) {
            // 7个县区财政收入完成9亿元 is how far it reaches; 383个重点项目完成投资2151亿元 counts.
            if list.roles(index).isSuperset(of: [.level, .lead]) {
                let end = list.tokens[index].range.lowerBound
                let name = namer.right(start..<end, tokens: part.after.token, index, cutTail: true)
                return index == next - 1 && !isActed && lexicon.ends(name, with: .measured)
                    && !lexicon.holds(.measured, name)
            }
            guard list.mark(index) == .list || list.mark(index) == .listWord else { continue }
            let mark = list.tokens[index].range
            // 达到或好于, 一、二类: no list of things.
            if lexicon.word(.alternative, in: bytes, at: mark.lowerBound, limit: limit) != nil { continue }
            if isNumeral(before: mark.lowerBound) { continue }
            let member = mark.lowerBound - start
            if isActed || member == 0 || member > Self.memberLimit { return false }
        }
        if following.isCounter {
            let end = namer.trimmed(part.words).upperBound
            return lexicon.word(.enumerated, in: bytes, before: end, from: part.words.lowerBound) != nil
        }
        if isActed, !following.isShare { return false }
        if lexicon.last(.average, in: bytes, start..<limit) != nil { return true }
        let name = namer.right(start..<limit, tokens: part.after.token, next, cutTail: true)
        if lexicon.ends(name, with: .measured) { return !lexicon.holds(.measured, name) }
        return (following.isShare || following.measure?.dimension == "point")
            && lexicon.ends(name, with: .measuredChange) && !lexicon.holds(.measuredChange, name)
    }

    /// Where the noun of place that begins at `offset` ends.
    private func placeNoun(at offset: Int, limit: Int) -> Int? {
        lexicon.word(.placeNoun, in: bytes, at: offset, limit: limit).map { offset + $0.bytes.count }
    }

    /// 57个县（市）生产总值超百亿元: what each of the places counted before has reached, or is short of.
    private func isReachedByEach(_ part: ClausePart) -> Bool {
        guard part.followsExtent, part.left.comparator == .moreThan || part.left.comparator == .lessThan else {
            return false
        }
        return placeNoun(at: part.words.lowerBound, limit: part.words.upperBound) != nil
    }

    private func isNumeral(before offset: Int) -> Bool {
        if case .digit? = numerals[UTF8Scanning.scalar(before: offset, in: bytes)] { return true }
        return false
    }

    /// 打造现代煤化工2个千亿级产业集群 restates what stands before it; 形成5个百亿级产业集群 counts.
    private func isClass(_ index: Int, _ part: ClausePart) -> Bool {
        guard index + 1 < list.tokens.count, list.roles(index + 1).contains(.name) else { return false }
        let range = list.tokens[index + 1].range
        guard lexicon.word(.classEnding, in: bytes, before: range.upperBound, from: range.lowerBound) != nil else {
            return false
        }
        return !(part.left.name.isEmpty && (part.left.hasVerb || part.left.hasLead || part.followsCounted))
    }

    /// Chinese counting words mostly name (五大任务, 两个确立); with a comparator, 内 or 每 they count, and where
    /// something is to be provided.
    private func counted(_ index: Int, _ quantity: ScannedQuantity, _ part: ClausePart) -> ClaimReason? {
        let isOne = quantity.value == 1
        if quantity.isShare || quantity.measure?.dimension == "multiple" { return nil }
        if words.nameCounters.contains(quantity.unit) { return .countInName }
        if part.after.comparator != nil || part.left.comparator != nil { return nil }
        if !part.left.per.isEmpty || part.isPair { return nil }
        if part.left.isLevel, !part.left.name.isEmpty, part.right.isEmpty { return nil }
        if quantity.measure?.dimension.begins(with: "time") == true { return .duration }
        if isProvided(index, part) { return nil }
        if !isOne, part.left.hasVerb, part.right.isEmpty, !part.left.name.isEmpty { return nil }
        return .countInName
    }

    /// 每个行政村配备一名村医, 街道均须设有500平方米以上的健身场地: a verb of provision under an obligation.
    private func isProvided(_ index: Int, _ part: ClausePart) -> Bool {
        let low = part.clause.lowerBound
        let limit = list.tokens[index].range.lowerBound
        guard let start = provision(low..<limit, before: index) else { return false }
        return lexicon.last(.obligation, in: bytes, max(low, start - RelationReader.baseReach)..<start) != nil
    }

    private func endsInProvision(_ range: Range<Int>, before index: Int) -> Bool {
        provision(range, before: index) != nil
    }

    /// Where a verb of provision begins that ends `range`, comparators behind it left out.
    private func provision(_ range: Range<Int>, before index: Int) -> Int? {
        var end = namer.trimmed(range).upperBound
        var token = index - 1
        while token >= 0, list.tokens[token].range.upperBound == end,
            list.tokens[token].range.lowerBound > range.lowerBound,
            !list.roles(token).isDisjoint(with: [.comparatorBefore, .comparatorAdjacent])
        {
            end = namer.trimmed(range.lowerBound..<list.tokens[token].range.lowerBound).upperBound
            token -= 1
        }
        guard let word = lexicon.word(.provision, in: bytes, before: end, from: range.lowerBound) else { return nil }
        return end - word.bytes.count
    }

    // MARK: Sizes and thresholds

    private func size(
        _ index: Int, _ quantity: ScannedQuantity, _ part: ClausePart, _ dimension: String, _ hasNoun: Bool
    ) -> ClaimReason? {
        if isCondition(quantity, part) { return .threshold }
        if sizesCount(quantity, part, dimension) { return .sizeClass }
        if dimension.begins(with: "time"), part.isCompletion { return nil }
        guard hasNoun || part.hasNext, !quantity.isShare, dimension != "point" else { return nil }
        if isProvided(index, part) { return nil }
        let isBounded = part.after.comparator == .atLeast || part.after.comparator == .atMost
        if isBounded, part.followsQuantity { return .sizeClass }
        if isBounded, !quantity.isCounter, part.hasNext, hasNoun || part.touchesNext { return .sizeClass }
        if part.after.isAttribute, isBounded, !quantity.isCounter || part.hasNext { return .sizeClass }
        if isBounded, quantity.isCounter, part.after.isAttribute, lexicon.holds(.personUnit, quantity.unit) {
            return .threshold
        }
        if part.left.comparator != nil, part.after.isAttribute, part.hasNext { return .threshold }
        if part.left.comparator != nil, !quantity.isCounter, hasNoun, part.leadsToCount { return .threshold }
        if isBounded, !quantity.isCounter, hasNoun, !part.left.hasVerb, !part.left.isIncrement,
            dimension == "power" || dimension == "mass"
        {
            return .sizeClass
        }
        // 提供14.5微米以下种公羊: nobody has so much of a length so small.
        if isBounded, hasNoun, Self.fineLengths.contains(dimension) { return .sizeClass }
        return nil
    }

    private static let fineLengths: Set<String> = ["length-um", "length-mm", "length-cm"]

    /// 在校生不足60名或专任教师少于5人的教学点: from how many on, of what the noun behind 的 is told by.
    private func isCondition(_ quantity: ScannedQuantity, _ part: ClausePart) -> Bool {
        let left = part.left
        if isOfCase(quantity, part) { return true }
        if part.isConditioned, left.comparator ?? part.after.comparator != nil,
            lexicon.last(.granted, in: bytes, part.words) == nil
        {
            return true
        }
        if opensCondition(part) || isShareOfThose(quantity, part) { return true }
        guard quantity.isCounter, left.comparator ?? part.after.comparator != nil, !left.name.isEmpty,
            !left.hasVerb, !left.hasLead, !left.isIncrement, part.relation == nil,
            !words.frame.leads.contains(Array(left.name.utf8))
        else { return false }
        if part.after.isAttribute, !part.right.isEmpty { return !lexicon.ends(part.right, with: .restating) }
        guard let next = part.next,
            lexicon.word(.alternative, in: bytes, at: part.after.end, limit: bytes.count) != nil
        else { return false }
        let end = list.tokens[next].range.upperBound
        return lexicon.word(.of, in: bytes, at: end, limit: bytes.count) != nil
    }
}

extension QuantityRoles {
    /// 引进10亿元项目1个: an amount between a verb and a noun that is counted tells the size of each.
    fileprivate func sizesCount(_ quantity: ScannedQuantity, _ part: ClausePart, _ dimension: String) -> Bool {
        let left = part.left
        let isAction = left.head.contains(.action) && left.headLength == left.name.utf8.count
        return dimension == Self.money && part.leadsToCount && !part.touchesNext && !left.isLevel && !left.isChange
            && !left.isIncrement && part.relation == nil
            && (isAction || left.name.isEmpty && left.hasLead || part.followsSize)
    }
    private static let money = "money"

    /// 一批10亿元以上项目签约: how large each of them is.
    fileprivate func isOfBatch(_ index: Int, _ quantity: ScannedQuantity, _ part: ClausePart) -> Bool {
        let end = list.tokens[index].range.lowerBound
        return !quantity.isShare && !part.right.isEmpty
            && lexicon.word(.batch, in: bytes, before: end, from: part.words.lowerBound) != nil
    }

    /// 满意率低于90%的单位须整改: a share that tells which ones are spoken of.
    fileprivate func isShareOfThose(_ quantity: ScannedQuantity, _ part: ClausePart) -> Bool {
        guard quantity.isShare, part.after.isAttribute, !part.right.isEmpty, !part.hasNext, !part.left.name.isEmpty,
            !part.left.hasLead, !part.left.isChange, part.relation == nil, let comparator = part.left.comparator
        else { return false }
        return (comparator == .lessThan || comparator == .moreThan) && !lexicon.ends(part.right, with: .restating)
    }

    /// 年度被投诉3次以上或发生重大事件的；: a clause that ends in 的 names a case, not what is.
    fileprivate func isOfCase(_ quantity: ScannedQuantity, _ part: ClausePart) -> Bool {
        let end = namer.trimmed(part.clause).upperBound
        guard quantity.isCounter, !part.hasNext, part.after.comparator ?? part.left.comparator != nil,
            let of = lexicon.word(.of, in: bytes, before: end, from: part.after.end)
        else { return false }
        return end - of.bytes.count > part.after.end
    }

    /// 对床位在10张以上且入住率超过60%的机构: bounds in a clause about those whom it concerns.
    fileprivate func opensCondition(_ part: ClausePart) -> Bool {
        let start = namer.trimmed(part.clause).lowerBound
        guard part.left.comparator ?? part.after.comparator != nil,
            lexicon.word(.condition, in: bytes, at: start, limit: part.clause.upperBound) != nil
        else { return false }
        if part.after.isAttribute { return !lexicon.ends(part.right, with: .restating) }
        return part.hasNext && lexicon.word(.conditionJoin, in: bytes, at: part.after.end, limit: bytes.count) != nil
    }
}

extension ClaimReason {
    /// The role of a quantity that states nothing for this reason.
    var role: QuantityRole {
        switch self {
        case .ageClass, .sizeClass, .sizeGrade, .voltage: .sizeClass
        case .threshold: .threshold
        case .duration, .dayOfMonth: .duration
        case .ratioPart: .ratioPart
        case .priceCut: .price
        case .extent: .extent
        case .denominator: .denominator
        case .rank: .rank
        default: .count
        }
    }
}
