import PipelineDefinition
import Reading
import StatisticalModel

/// Tells figures that qualify something else: an age class, a size class, a voltage, a condition, a count in a name.
struct ContextRule {
    let bytes: [UInt8]
    let list: TokenList
    let words: NameLexicon

    /// Why the quantity states nothing; `nil` where it does.
    func reason(_ index: Int, _ quantity: ScannedQuantity, _ part: ClausePart, _ position: Int) -> ClaimReason? {
        let dimension = quantity.measure?.dimension ?? ""
        let hasNoun = !part.right.isEmpty
        if !quantity.parts.isEmpty, !quantity.isRatioToOne { return .ratioPart }
        // 票价8折: how much of a price is asked, no share of anything.
        if quantity.unit == "折" { return .priceCut }
        if !quantity.hasUnit { return bare(quantity, part) }
        if quantity.measure == nil {
            return part.left.isLevel || part.left.hasVerb ? nil : .withoutKnownUnit
        }
        switch dimension {
        case "age":
            if part.left.isFrom || part.isPair { return nil }
            return hasNoun || part.left.name.isEmpty || part.hasNext ? .ageClass : nil
        case "voltage", "apparent-power":
            return hasNoun || !part.left.hasVerb && !part.left.isIncrement ? .voltage : nil
        case "time-year", "time-month", "time-week":
            if quantity.isChineseCount || part.left.name.isEmpty || hasNoun { return .duration }
        case "time-hour", "time-minute", "time-second", "time-day":
            if UTF8Scanning.has("前", in: bytes, at: list.tokens[index].range.upperBound) { return .dayOfMonth }
            if hasNoun, part.after.comparator == nil, part.left.comparator == nil, !isCompleted(index, part) {
                return .duration
            }
        default: break
        }
        if part.left.name == "含" || quantity.unit == "方面" { return .restated }
        if index + 1 < list.tokens.count, list.roles(index + 1).contains(.name), part.right.contains("亿级") {
            return .sizeGrade
        }
        if quantity.isChineseCount { return counted(index, quantity, part) }
        return size(quantity, part, dimension, hasNoun)
    }

    /// 抵押登记2小时办结: the time within which something is done.
    private func isCompleted(_ index: Int, _ part: ClausePart) -> Bool {
        let next = index + 1
        guard next < list.tokens.count, list.roles(next).contains(.completion), !part.left.name.isEmpty else {
            return false
        }
        return list.tokens[next].range.lowerBound == list.tokens[index].range.upperBound
    }

    private func bare(_ quantity: ScannedQuantity, _ part: ClausePart) -> ClaimReason? {
        // 以女性为100: the basis of an index.
        if part.left.name.hasPrefix("以") { return .withoutUnit }
        let isNamed = (part.left.isLevel || part.left.isFrom) && !part.left.name.isEmpty
        return (isNamed || part.isPair) && part.right.isEmpty && !quantity.isChineseCount
            ? nil : .withoutUnit
    }

    /// Chinese counting words mostly name (五大任务, 两个确立); with a comparator, 内 or 每 they count.
    private func counted(_ index: Int, _ quantity: ScannedQuantity, _ part: ClausePart) -> ClaimReason? {
        let isOne = quantity.value == 1
        if quantity.isShare || quantity.measure?.dimension == "multiple" { return nil }
        if words.nameCounters.contains(quantity.unit) { return .countInName }
        if part.after.comparator != nil || part.left.comparator != nil { return nil }
        if !part.left.per.isEmpty { return nil }
        if quantity.measure?.dimension.hasPrefix("time") == true { return .duration }
        if !isOne, part.left.hasVerb, part.right.isEmpty, !part.left.name.isEmpty { return nil }
        return .countInName
    }

    private func size(
        _ quantity: ScannedQuantity, _ part: ClausePart, _ dimension: String, _ hasNoun: Bool
    ) -> ClaimReason? {
        guard hasNoun || part.hasNext, !quantity.isShare, dimension != "point" else { return nil }
        let isBounded = part.after.comparator == .atLeast || part.after.comparator == .atMost
        if isBounded, part.followsQuantity { return .sizeClass }
        if isBounded, !quantity.isCounter, part.hasNext, hasNoun || part.touchesNext { return .sizeClass }
        if part.after.isAttribute, isBounded, !quantity.isCounter || part.hasNext { return .sizeClass }
        if isBounded, quantity.isCounter, part.after.isAttribute, quantity.unit == "人" { return .threshold }
        if part.left.comparator != nil, part.after.isAttribute, part.hasNext { return .threshold }
        if part.left.comparator != nil, !quantity.isCounter, hasNoun, part.leadsToCount { return .threshold }
        if isBounded, !quantity.isCounter, hasNoun, !part.left.hasVerb, !part.left.isIncrement,
            dimension == "power" || dimension == "mass"
        {
            return .sizeClass
        }
        return nil
    }
}
