import StatisticalModel

/// A figure as the clause analysis leaves it, before paragraph, section and document are consulted.
struct StatementDraft: Sendable {
    /// Index into the sentence's quantities.
    var quantity: Int
    /// The quantity whose unit holds for this one too.
    var unitOf: Int?
    /// The percent that a part of a ratio comes to: 4.5:5.5 is 45 and 55.
    var share: DecimalNumber?
    /// Bytes of number and unit in the block.
    var range: Range<Int>
    var indicator = ""
    var qualifier = ""
    var comparator = Comparator.equal
    var measure = StatementMeasure.level
    var direction = 0
    var kind: StatementKind?
    var year: Int?
    var yearOrigin = ContextOrigin.none
    var span: YearSpan?
    var date: CalendarDate?
    var baseYear: Int?
    /// 比上年, 同比: against the year before the statement's own, whichever that turns out to be.
    var isAgainstLastYear = false
    /// 由A: the level before the one that the clause states.
    var isOldLevel = false
    /// Something in the clause speaks for a fact, unless section or document say otherwise.
    var hasFactCue = false
    /// 累计: the sum of what follows.
    var isTotal = false
    /// A minus sign stands before the number.
    var isNegative = false
    var rule = ReadingRule.clause
    /// Set where the figure qualifies something else and states nothing.
    var contextReason: ClaimReason?
}

/// What governs a statement from outside its sentence.
struct SentenceContext: Sendable {
    /// The year that the paragraph's earlier sentences opened with.
    var paragraphYear: Int?
    var sectionYear: Int?
    var documentYear: Int?
    /// The year in which the document was issued: what lies before it has happened.
    var issueYear: Int?
    var planEnd: Int?
    /// The document spans several years.
    var isPlan = false
    /// The indicator that the sentence before stated last.
    var topic = ""
    var kind: StatementKind?

    /// The paragraph's head gives its year to the whole paragraph, a later sentence only to the next one; in an
    /// annual document a later year in between (到2027年) holds for its own sentence alone.
    mutating func open(with year: Int?, isHead: Bool) {
        if isHead { headYear = year }
        paragraphYear = year ?? headYear
        if !isHead, !isPlan, let year, let documentYear, year > documentYear { paragraphYear = headYear }
    }
    private var headYear: Int?
}
