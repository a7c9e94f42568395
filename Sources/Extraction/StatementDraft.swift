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
    /// 前三季度 where the figure's own words name it: a part of ``qualifier``.
    var partOfYear = ""
    var comparator = Comparator.equal
    var measure = StatementMeasure.level
    var direction = 0
    var clauseWord: SpokenKind?
    var sentenceWord: SpokenKind?
    var paragraphWord: SpokenKind?
    /// Signs of a fact or an intention in the figure's clause and in the rest of its sentence.
    var cues = KindCues()
    var year: Int?
    var yearOrigin = ContextOrigin.none
    /// 去年 where nobody says which year is this one.
    var isOfUnknownYear = false
    var span: YearSpan?
    var date: CalendarDate?
    var baseYear: Int?
    /// 比上年, 同比: against the year before the statement's own, whichever that turns out to be.
    var isAgainstLastYear = false
    /// 由A: the level before the one that the clause states.
    var isOldLevel = false
    /// 由2020年的25%: the year is that of the old level itself.
    var isOwnYear = false
    var yearForm: YearForm?
    /// 将达到: whatever else the sentence says.
    var isProspective = false
    /// The part of the year that it is for.
    var months: ClosedRange<Int>?
    /// January to the month at whose end it was counted (6月底): no part of the year that anything is planned for.
    var monthsCounted: ClosedRange<Int>?
    /// 今年: the year so far, in a document that tells of a part of it.
    var isOfPresentYear = false
    var reviewSpan: ReviewSpan?
    /// 累计: the sum of what follows.
    var isTotal = false
    /// A minus sign stands before the number.
    var isNegative = false
    var rule = ReadingRule.clause
    /// What the figure is to its sentence.
    var role = QuantityRole.value
    /// Set where the figure qualifies something else and states nothing.
    var contextReason: ClaimReason?
}

/// How a year is put: 2024年产值… is told of it, 2024年末人口… counted at its end, 到2025年产值… aims at it.
enum YearForm: Sendable {
    case told, counted, aimed
}

/// What governs a statement from outside its sentence.
struct SentenceContext: Sendable {
    /// The year that the paragraph's earlier sentences opened with.
    var paragraphYear: Int?
    /// January to some month, of which the sentence before spoke to its end (上半年): it holds until another time is said.
    var paragraphMonths: ClosedRange<Int>?
    /// The part of the year on which the sentence before ended.
    var sentenceMonths: ClosedRange<Int>?
    var sectionYear: Int?
    /// The one of a title's two years, one over and one planned, that the text named last.
    var toldYear: Int?
    var documentYear: Int?
    /// The year from which 去年 counts back.
    var spokenYear: Int?
    /// ``documentYear`` is only the year that the text names most.
    var isYearGuessed = false
    /// The year in which the document was issued: what lies before it has happened.
    var issueYear: Int?
    var planEnd: Int?
    /// The document is for one year, which its title names: later years in it are asides.
    var isAnnual = false
    /// The review of several years that section or paragraph look back on.
    var reviewSpan: ReviewSpan?
    /// The year of the paragraph or head that leads in.
    var leadYear: Int?
    /// What the sentences before have named.
    var names = ParagraphNames()
    var kind: SpokenKind?
    var paragraphKind: SpokenKind?
    /// The kind of the figure that the paragraph stated last.
    var neighbour: StatementKind?

    /// The year of the nearest that names one.
    var year: Int? { paragraphYear ?? leadYear ?? sectionYear ?? toldYear ?? documentYear }

    /// Months from January on hold for the sentences behind until another time is said; a part of them (二季度) holds
    /// for its own sentence and one that begins with 其中, then they come back: 上半年…。二季度…。分产业看…
    mutating func close(months: ClosedRange<Int>?) {
        sentenceMonths = months
        guard let months else {
            paragraphMonths = nil
            return
        }
        if months.lowerBound == 1, months.upperBound > 1 {
            paragraphMonths = months
        } else if paragraphMonths.map({ $0.upperBound < months.upperBound }) ?? true {
            paragraphMonths = nil
        }
    }

    /// The paragraph's head gives its year to the whole paragraph, a later sentence only to the next one; in an
    /// annual document a later year in between (到2027年) holds for its own sentence alone.
    /// In a document for several years a year to come holds until the next.
    mutating func open(with opening: OpeningYear?, isHead: Bool) {
        let year = opening?.year
        if isHead || opening?.holds == true { headYear = year }
        if let span = opening?.reviewSpan { reviewSpan = span }
        let stays = !isAnnual && issueYear.map { paragraphYear ?? 0 > $0 } == true
        paragraphYear = year ?? headYear ?? (stays ? paragraphYear : nil)
        if !isHead, isAnnual, opening?.holds != true, let year, let documentYear, year > documentYear {
            paragraphYear = headYear
        }
    }
    private var headYear: Int?
}
