/// What a quantity of prose is to its sentence, decided before it is named.
///
/// In `17个重点产业增加值增长5.3%，高于目标0.3个百分点` the 17 is the extent, 5.3 a change and 0.3 a gap: the last two
/// are stated, the first goes to the ledger.
public enum QuantityRole: String, Sendable, Hashable, CaseIterable {
    /// 产值达到300亿元.
    case value
    /// 由A in 由A提高到B.
    case oldLevel = "old-level"
    /// 增长6%.
    case change
    /// 高于目标1.4个百分点, 比城镇居民快2.3个百分点.
    case gap
    /// 完成预算的97%.
    case planShare = "plan-share"
    /// 8.1 of 8.1:42.6:49.3.
    case ratioPart = "ratio-part"
    /// 17个 of 17个重点产业增加值增长5.3%: of how many things the figure behind it speaks.
    case extent
    /// 不足60名 of 在校生不足60名的教学点: from where on a rule holds.
    case threshold
    /// 50亿元以上 of 13个50亿元以上项目.
    case sizeClass = "size-class"
    /// 1欧元 of 按1欧元兑7.64元人民币计算: what figures are reckoned by.
    case denominator
    /// 26条 of 出台26条措施: parts of a text, names, people called to a sitting.
    case count
    /// 连续5个季度, 有效期3年.
    case duration
    /// 位次前移3位.
    case rank
    /// 票价8折.
    case price

    /// True for the roles that state something; the others go to the ledger.
    public var states: Bool {
        switch self {
        case .value, .oldLevel, .change, .gap, .planShare: true
        default: false
        }
    }
}
