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

    var words: NameLexicon { shared.library.names }
    var lexicon: RoleLexicon { shared.library.roles }
    var numerals: NumeralLexicon { shared.library.prose.numerals }

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

    /// 按平均汇率计算 before a level, alone in its clause.
    func isConversion(_ left: LeftWords, _ clause: Range<Int>) -> Bool {
        left.isLevel && lexicon.ends(left.name, with: .reckoned)
            && lexicon.word(.reckonedBy, in: bytes, at: namer.trimmed(clause).lowerBound, limit: clause.upperBound)
                != nil
    }

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
        if isPlanned(quantity, part) || isComparedWith(part) { return .denominator }
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

    /// 7.5% of 比年初计划7.5%低1.5个百分点: what the gap behind it is measured from.
    func isComparedWith(_ part: ClausePart) -> Bool {
        guard let next = part.next, list.quantity(part.group[0])?.isShare == true else { return false }
        let (end, limit) = (part.after.end, list.tokens[next].range.lowerBound)
        guard let word = lexicon.word(.gapEnd, in: bytes, at: end, limit: limit), end + word.bytes.count == limit else {
            return false
        }
        return lexicon.last(.gapOpening, in: bytes, part.words) != nil
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
