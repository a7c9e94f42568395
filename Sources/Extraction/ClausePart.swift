import Reading
import StatisticalModel

/// A figure, or several that share their words, with the words to its left and right.
struct ClausePart {
    var left: LeftWords
    var right: String
    var group: [Int]
    var after: ClauseFigures.After
    var clauseKind: SpokenKind?
    /// The bytes of its clause, and those between the figure before and its own number.
    var clause: Range<Int>
    var words: Range<Int>
    /// The token of the next figure of the clause.
    var next: Int?
    /// The plan, target or average that it is held against.
    var relation: FigureRelation?
    /// It is the level that others are held against.
    var comparand: ComparisonBase.Comparand?
    var hasNext: Bool { next != nil }
    var touchesNext: Bool
    var followsQuantity: Bool
    /// A figure stands before it in the same clause.
    var isLater: Bool
    /// Its words to the right are those of a count that follows: 超100亿元企业3户.
    var leadsToCount = false
    /// The figure before was the size of what was counted, and a list mark parts them: 10亿元项目1个、5亿元项目3个.
    var followsSize = false
    /// A list mark parts it from a count that states something: 5个千亿级产业集群、10个百亿级企业.
    var followsCounted = false
    /// The figure before says of how many things this one is: 57个县生产总值超百亿元.
    var followsExtent = false
    /// 内办结 stands behind it: the time within which something is done.
    var isCompletion = false
    /// Its verb of increase is that of the first of the list.
    var hasListVerb = false
    /// The figure before has no unit, so that this one needs none: 收入比为1.83，比上年缩小0.03.
    var continuesBare = false
    /// The new level behind the old: 由2.25缩小至2.21.
    var isPair = false
    /// 4.3米 of 6个炭化室高度4.3米的焦化项目: it tells which ones were counted.
    var isSizeOfCounted = false
    /// 对符合…: the clauses say for whom what comes behind them holds.
    var isConditioned = false
    /// 15日以上期限是指自然日: the clause says what a word means.
    var isOfDefinition = false
}

extension ClausePart {
    /// 占比提高5个百分点; not 发放技能提升补贴175万元, where the verb belongs to a noun and the figure is an amount.
    func tellsChange(_ quantity: ScannedQuantity) -> Bool {
        let isAmount = quantity.isCounter || quantity.measure?.dimension == "money"
        return left.isChange && !(left.changesWithinNoun && isAmount)
    }
}
