/// The key of a statement: `<bulletin's name without its ending>:<line>.<n>`, n counting the statements that begin
/// on that line.
public struct StatementID: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) { self.text = text }
    public static func < (left: Self, right: Self) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }
    public var description: String { text }

    /// The bulletin's name without its ending (`2023/plan`); `nil` where the text has not the form of an id.
    public var bulletinStem: String? {
        guard let colon = text.lastIndex(of: ":"), colon != text.startIndex else { return nil }
        let place = text[text.index(after: colon)...].split(separator: ".", omittingEmptySubsequences: false)
        guard place.count == 2, Int(place[0]) != nil, !place[1].isEmpty else { return nil }
        return String(text[..<colon])
    }
}

/// Where the year, the area or the kind of a statement was found.
///
/// `guess` is the year that a document names most, where neither title nor date says one.
public enum ContextOrigin: String, Sendable, Hashable, CaseIterable {
    case clause, sentence, paragraph
    case leadIn = "lead-in"
    case section, bracket, header, title, date, guess, none
}

/// One figure (or one qualitative target) as a bulletin states it.
public struct Statement: Sendable, Hashable {
    public var id: StatementID
    public var provenance: Provenance
    public var source: StatementSource
    /// The words that name what is measured.
    public var indicator: String
    /// Sub-population or place.
    public var qualifier: String
    public var kind: StatementKind
    public var measure: StatementMeasure
    public var comparator: Comparator
    /// `nil` for a target in words.
    public var quantity: Quantity?
    /// A target in words (明显增长); `nil` where ``quantity`` is set.
    public var wording: String?
    public var year: Year?
    public var yearOrigin: ContextOrigin
    public var period: YearSpan?
    public var deadline: CalendarDate?
    /// The year that a change is against: 2020 in 比2020年下降12%.
    public var baseYear: Year?
    /// The direction of a change: +1 for 增长, 提高; -1 for 下降, 减少; 0 elsewhere.
    public var changeDirection: Int
    public var attribute: TargetAttribute?
    /// Responsible units as printed, those that lead first, joined by 、.
    public var responsible: String
    /// Of ``responsible`` those that lead where the text tells them apart (牵头单位); else empty.
    public var leadUnit = ""
    /// Units that help (配合单位), as printed.
    public var cooperating = ""
    /// An area that the text itself names; `nil` leaves it to the bulletin's issuer and title.
    public var areaMention: String?
    /// The raw byte ranges of the numerals of the quantity: what the ledger marks as taken.
    public var numeralRanges: [Range<Int>]
    /// The part of ``year`` that the figure is for; `nil` for a whole year.
    public var months: MonthSpan?
    /// Estimated (预计 of the year reported), provisional (初步核算), forecast or normal.
    public var status: ObservationStatus
    public var role: QuantityRole
    /// What decided year and kind, and what spoke against it; `nil` outside prose.
    public var evidence: StatementEvidence?

    /// A forecast is one whatever its words.
    public var observationStatus: ObservationStatus { kind == .forecast ? .forecast : status }

    public init(
        id: StatementID = StatementID(""), provenance: Provenance, source: StatementSource, indicator: String,
        qualifier: String = "", kind: StatementKind, measure: StatementMeasure = .level,
        comparator: Comparator = .equal, quantity: Quantity?, wording: String? = nil, year: Year? = nil,
        yearOrigin: ContextOrigin = .none, period: YearSpan? = nil, deadline: CalendarDate? = nil,
        baseYear: Year? = nil, changeDirection: Int = 0, attribute: TargetAttribute? = nil, responsible: String = "",
        areaMention: String? = nil, numeralRanges: [Range<Int>] = [], months: MonthSpan? = nil,
        status: ObservationStatus = .normal, role: QuantityRole = .value, evidence: StatementEvidence? = nil
    ) {
        self.id = id
        self.provenance = provenance
        self.source = source
        self.indicator = indicator
        self.qualifier = qualifier
        self.kind = kind
        self.measure = measure
        self.comparator = comparator
        self.quantity = quantity
        self.wording = wording
        self.year = year
        self.yearOrigin = yearOrigin
        self.period = period
        self.deadline = deadline
        self.baseYear = baseYear
        self.changeDirection = changeDirection
        self.attribute = attribute
        self.responsible = responsible
        self.areaMention = areaMention
        self.numeralRanges = numeralRanges
        self.months = months
        self.status = status
        self.role = role
        self.evidence = evidence
    }
}
