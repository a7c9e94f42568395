import StatisticalModel

/// A figure, or several that share their words, with the words to its left and right.
struct ClausePart {
    var left: LeftWords
    var right: String
    var group: [Int]
    var after: ClauseFigures.After
    var clauseKind: SpokenKind?
    var hasNext: Bool
    var touchesNext: Bool
    var followsQuantity: Bool
    /// A figure stands before it in the same clause.
    var isLater: Bool
    /// Its words to the right are those of a count that follows: 超100亿元企业3户.
    var leadsToCount = false
    /// Its verb of increase is that of the first of the list.
    var hasListVerb = false
    /// The new level behind the old: 由2.25缩小至2.21.
    var isPair = false
}
