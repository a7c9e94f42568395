import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Amounts that tell which things are meant, by their size or from how many on.
extension QuantityRoles {
    func size(
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
        if opensCondition(part) || isJoined(part) || isShareOfThose(quantity, part) { return true }
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

    /// 引进10亿元项目1个: an amount between a verb and a noun that is counted tells the size of each.
    private func sizesCount(_ quantity: ScannedQuantity, _ part: ClausePart, _ dimension: String) -> Bool {
        let left = part.left
        let isAction = left.head.contains(.action) && left.headLength == left.name.utf8.count
        return dimension == Self.money && part.leadsToCount && !part.touchesNext && !left.isLevel && !left.isChange
            && !left.isIncrement && part.relation == nil
            && (isAction || left.name.isEmpty && left.hasLead || part.followsSize)
    }
    static let money = "money"

    /// 一批10亿元以上项目签约: how large each of them is.
    func isOfBatch(_ index: Int, _ quantity: ScannedQuantity, _ part: ClausePart) -> Bool {
        let end = list.tokens[index].range.lowerBound
        return !quantity.isShare && !part.right.isEmpty
            && lexicon.word(.batch, in: bytes, before: end, from: part.words.lowerBound) != nil
    }

    /// 满意率低于90%的单位须整改: a share that tells which ones are spoken of.
    private func isShareOfThose(_ quantity: ScannedQuantity, _ part: ClausePart) -> Bool {
        guard quantity.isShare, part.after.isAttribute, !part.right.isEmpty, !part.hasNext, !part.left.name.isEmpty,
            !part.left.hasLead, !part.left.isChange, part.relation == nil, let comparator = part.left.comparator
        else { return false }
        return (comparator == .lessThan || comparator == .moreThan) && !lexicon.ends(part.right, with: .restating)
    }

    /// 年度被投诉3次以上或发生重大事件的；: a clause that ends in 的 names a case, not what is.
    private func isOfCase(_ quantity: ScannedQuantity, _ part: ClausePart) -> Bool {
        let end = namer.trimmed(part.clause).upperBound
        guard quantity.isCounter, !part.hasNext, part.after.comparator ?? part.left.comparator != nil,
            let of = lexicon.word(.of, in: bytes, before: end, from: part.after.end)
        else { return false }
        return end - of.bytes.count > part.after.end
    }

    /// 1.5倍 of 对能耗超过限额1.5倍以上且未整改的企业, 100吨 of 对浓度高于标准且年排放量超过100吨的企业: one of several bounds that
    /// tell who is spoken of.
    private func isJoined(_ part: ClausePart) -> Bool {
        guard part.left.comparator ?? part.after.comparator != nil else { return false }
        let end = part.after.end
        let isFirst = lexicon.word(.conditionJoin, in: bytes, at: end, limit: part.clause.upperBound) != nil
        let isLater =
            part.after.isAttribute && !part.right.isEmpty && !lexicon.ends(part.right, with: .restating)
            && lexicon.last(.conditionJoin, in: bytes, part.words) != nil
        guard isFirst || isLater else { return false }
        let figure = list.tokens[part.group[0]].range.lowerBound
        let near = max(part.clause.lowerBound, figure - Self.joinReach)..<figure
        guard lexicon.last(.condition, in: bytes, near) != nil else { return false }
        let behind = end..<min(part.clause.upperBound, end + Self.joinReach)
        return isLater || lexicon.last(.of, in: bytes, behind) != nil
    }
    /// Bytes (fifty characters) within which 对 and the noun stand that a bound is about.
    private static let joinReach = 150

    /// 对床位在10张以上且入住率超过60%的机构: bounds in a clause about those whom it concerns.
    private func opensCondition(_ part: ClausePart) -> Bool {
        let start = namer.trimmed(part.clause).lowerBound
        guard part.left.comparator ?? part.after.comparator != nil,
            lexicon.word(.condition, in: bytes, at: start, limit: part.clause.upperBound) != nil
        else { return false }
        if part.after.isAttribute { return !lexicon.ends(part.right, with: .restating) }
        return part.hasNext && lexicon.word(.conditionJoin, in: bytes, at: part.after.end, limit: bytes.count) != nil
    }
}
