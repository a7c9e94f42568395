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
    public var id: StatementID {
        get { shared.value.id }
        _modify { yield &shared.value.id }
    }
    public var provenance: Provenance {
        get { shared.value.provenance }
        _modify { yield &shared.value.provenance }
    }
    public var source: StatementSource {
        get { shared.value.source }
        _modify { yield &shared.value.source }
    }
    /// The words that name what is measured.
    public var indicator: String {
        get { shared.value.indicator }
        _modify { yield &shared.value.indicator }
    }
    /// Sub-population or place.
    public var qualifier: String {
        get { shared.value.qualifier }
        _modify { yield &shared.value.qualifier }
    }
    public var kind: StatementKind {
        get { shared.value.kind }
        _modify { yield &shared.value.kind }
    }
    public var measure: StatementMeasure {
        get { shared.value.measure }
        _modify { yield &shared.value.measure }
    }
    public var comparator: Comparator {
        get { shared.value.comparator }
        _modify { yield &shared.value.comparator }
    }
    /// `nil` for a target in words.
    public var quantity: Quantity? {
        get { shared.value.quantity }
        _modify { yield &shared.value.quantity }
    }
    /// A target in words (明显增长); `nil` where ``quantity`` is set.
    public var wording: String? {
        get { shared.value.wording }
        _modify { yield &shared.value.wording }
    }
    public var year: Year? {
        get { shared.value.year }
        _modify { yield &shared.value.year }
    }
    public var yearOrigin: ContextOrigin {
        get { shared.value.yearOrigin }
        _modify { yield &shared.value.yearOrigin }
    }
    public var period: YearSpan? {
        get { shared.value.period }
        _modify { yield &shared.value.period }
    }
    public var deadline: CalendarDate? {
        get { shared.value.deadline }
        _modify { yield &shared.value.deadline }
    }
    /// The year that a change is against: 2020 in 比2020年下降12%.
    public var baseYear: Year? {
        get { shared.value.baseYear }
        _modify { yield &shared.value.baseYear }
    }
    /// The direction of a change: +1 for 增长, 提高; -1 for 下降, 减少; 0 elsewhere.
    public var changeDirection: Int {
        get { shared.value.changeDirection }
        _modify { yield &shared.value.changeDirection }
    }
    public var attribute: TargetAttribute? {
        get { shared.value.attribute }
        _modify { yield &shared.value.attribute }
    }
    /// Responsible units as printed, those that lead first, joined by 、.
    public var responsible: String {
        get { shared.value.responsible }
        _modify { yield &shared.value.responsible }
    }
    /// Of ``responsible`` those that lead where the text tells them apart (牵头单位); else empty.
    public var leadUnit: String {
        get { shared.value.leadUnit }
        _modify { yield &shared.value.leadUnit }
    }
    /// Units that help (配合单位), as printed.
    public var cooperating: String {
        get { shared.value.cooperating }
        _modify { yield &shared.value.cooperating }
    }
    /// An area that the text itself names; `nil` leaves it to the bulletin's issuer and title.
    public var areaMention: String? {
        get { shared.value.areaMention }
        _modify { yield &shared.value.areaMention }
    }
    /// The raw byte ranges of the numerals of the quantity: what the ledger marks as taken.
    public var numeralRanges: [Range<Int>] {
        get { shared.value.numeralRanges }
        _modify { yield &shared.value.numeralRanges }
    }
    /// The part of ``year`` that the figure is for; `nil` for a whole year.
    public var months: MonthSpan? {
        get { shared.value.months }
        _modify { yield &shared.value.months }
    }
    /// Estimated (预计 of the year reported), provisional (初步核算), forecast or normal.
    public var status: ObservationStatus {
        get { shared.value.status }
        _modify { yield &shared.value.status }
    }
    public var role: QuantityRole {
        get { shared.value.role }
        _modify { yield &shared.value.role }
    }
    /// What decided year and kind, and what spoke against it; `nil` outside prose.
    public var evidence: StatementEvidence? {
        get { shared.value.evidence }
        _modify { yield &shared.value.evidence }
    }

    /// What is kept once however often the value is copied.
    private struct Fields: Sendable, Hashable {
        var id: StatementID
        var provenance: Provenance
        var source: StatementSource
        var indicator: String
        var qualifier: String
        var kind: StatementKind
        var measure: StatementMeasure
        var comparator: Comparator
        var quantity: Quantity?
        var wording: String?
        var year: Year?
        var yearOrigin: ContextOrigin
        var period: YearSpan?
        var deadline: CalendarDate?
        var baseYear: Year?
        var changeDirection: Int
        var attribute: TargetAttribute?
        var responsible: String
        var leadUnit = ""
        var cooperating = ""
        var areaMention: String?
        var numeralRanges: [Range<Int>]
        var months: MonthSpan?
        var status: ObservationStatus
        var role: QuantityRole
        var evidence: StatementEvidence?
    }

    private var shared: Shared<Fields>

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
        shared = Shared(
            Fields(
                id: id, provenance: provenance, source: source, indicator: indicator, qualifier: qualifier,
                kind: kind, measure: measure, comparator: comparator, quantity: quantity, wording: wording,
                year: year, yearOrigin: yearOrigin, period: period, deadline: deadline, baseYear: baseYear,
                changeDirection: changeDirection, attribute: attribute, responsible: responsible,
                areaMention: areaMention, numeralRanges: numeralRanges, months: months, status: status,
                role: role, evidence: evidence))
    }
}

extension Statement {
    /// `[320]` in a plan's table: the total over the plan's years.
    public var isPlanTotal: Bool {
        guard source == .table, let last = provenance.quote.unicodeScalars.last else { return false }
        return ["]", "］", "〕", "】"].contains(last)
    }
}
