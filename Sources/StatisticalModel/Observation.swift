/// SDMX observation status (CL_OBS_STATUS), as far as gongbao states it.
public enum ObservationStatus: String, Sendable, Hashable, CaseIterable {
    case normal = "A"
    case breakInSeries = "B"
    case definitionDiffers = "D"
    case estimated = "E"
    case forecast = "F"
    case provisional = "P"
    case missing = "O"
    case lowReliability = "U"
    /// A newer document states another figure for the year than an older one.
    case revised = "R"
}

/// A statement on the common scale: base unit, year, area and, where one is known, the indicator's code.
public struct Observation: Sendable, Hashable {
    /// The statement or the supplied row that the figure comes from; further sources of the same figure follow.
    public var sources: [Statement] {
        get { shared.value.sources }
        _modify { yield &shared.value.sources }
    }
    /// `nil` where no pipeline knows the indicator's name.
    public var pipeline: PipelineID? {
        get { shared.value.pipeline }
        _modify { yield &shared.value.pipeline }
    }
    public var indicator: IndicatorCode? {
        get { shared.value.indicator }
        _modify { yield &shared.value.indicator }
    }
    /// The catalogue's name, or the statement's own words.
    public var indicatorName: String {
        get { shared.value.indicatorName }
        _modify { yield &shared.value.indicatorName }
    }
    public var qualifier: String {
        get { shared.value.qualifier }
        _modify { yield &shared.value.qualifier }
    }
    public var area: ReferenceArea? {
        get { shared.value.area }
        _modify { yield &shared.value.area }
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
    /// In ``unit``; `nil` for a target in words.
    public var value: DecimalNumber? {
        get { shared.value.value }
        _modify { yield &shared.value.value }
    }
    public var upper: DecimalNumber? {
        get { shared.value.upper }
        _modify { yield &shared.value.upper }
    }
    /// `nil` where the printed unit is unknown; the statement then keeps the printed one.
    public var unit: UnitCode? {
        get { shared.value.unit }
        _modify { yield &shared.value.unit }
    }
    public var year: Year? {
        get { shared.value.year }
        _modify { yield &shared.value.year }
    }
    public var period: YearSpan? {
        get { shared.value.period }
        _modify { yield &shared.value.period }
    }
    public var deadline: CalendarDate? {
        get { shared.value.deadline }
        _modify { yield &shared.value.deadline }
    }
    public var baseYear: Year? {
        get { shared.value.baseYear }
        _modify { yield &shared.value.baseYear }
    }
    public var attribute: TargetAttribute? {
        get { shared.value.attribute }
        _modify { yield &shared.value.attribute }
    }
    public var responsible: String {
        get { shared.value.responsible }
        _modify { yield &shared.value.responsible }
    }
    public var status: ObservationStatus {
        get { shared.value.status }
        _modify { yield &shared.value.status }
    }
    /// True for a figure that statisticians brought themselves (baselines.csv, observations.csv).
    public var isSupplied: Bool {
        get { shared.value.isSupplied }
        _modify { yield &shared.value.isSupplied }
    }
    /// The part of ``year`` that the figure is for; `nil` for a whole year.
    public var months: MonthSpan? {
        get { shared.value.months }
        _modify { yield &shared.value.months }
    }
    /// The day of the document: of several the newest for a fact, the oldest for a target.
    public var published: CalendarDate? {
        get { shared.value.published }
        _modify { yield &shared.value.published }
    }
    /// 累计 since a time that nothing says: no amount of ``year``, and no sum of a plan.
    public var isOpenTotal: Bool {
        get { shared.value.isOpenTotal }
        _modify { yield &shared.value.isOpenTotal }
    }

    /// What is kept once however often the value is copied.
    private struct Fields: Sendable, Hashable {
        var sources: [Statement]
        var pipeline: PipelineID?
        var indicator: IndicatorCode?
        var indicatorName: String
        var qualifier: String
        var area: ReferenceArea?
        var kind: StatementKind
        var measure: StatementMeasure
        var comparator: Comparator
        var value: DecimalNumber?
        var upper: DecimalNumber?
        var unit: UnitCode?
        var year: Year?
        var period: YearSpan?
        var deadline: CalendarDate?
        var baseYear: Year?
        var attribute: TargetAttribute?
        var responsible: String
        var status: ObservationStatus
        var isSupplied: Bool
        var months: MonthSpan?
        var published: CalendarDate?
        var isOpenTotal: Bool = false
    }

    private var shared: Shared<Fields>

    public init(
        sources: [Statement], pipeline: PipelineID? = nil, indicator: IndicatorCode? = nil, indicatorName: String,
        qualifier: String = "", area: ReferenceArea? = nil, kind: StatementKind, measure: StatementMeasure = .level,
        comparator: Comparator = .equal, value: DecimalNumber?, upper: DecimalNumber? = nil, unit: UnitCode?,
        year: Year?, period: YearSpan? = nil, deadline: CalendarDate? = nil, baseYear: Year? = nil,
        attribute: TargetAttribute? = nil, responsible: String = "", status: ObservationStatus = .normal,
        isSupplied: Bool = false, months: MonthSpan? = nil, published: CalendarDate? = nil
    ) {
        shared = Shared(
            Fields(
                sources: sources, pipeline: pipeline, indicator: indicator, indicatorName: indicatorName,
                qualifier: qualifier, area: area, kind: kind, measure: measure, comparator: comparator,
                value: value, upper: upper, unit: unit, year: year, period: period, deadline: deadline,
                baseYear: baseYear, attribute: attribute, responsible: responsible, status: status,
                isSupplied: isSupplied, months: months, published: published))
    }

    /// The several years over which a change is: 2021/2025 for 比2020年下降12.6%; `nil` for a change within a year.
    public var changeSpan: YearSpan? {
        guard sources.first?.measure == .change, let period, period.first < period.last else { return nil }
        return period
    }

    /// +1 for 提高, -1 for 下降: as a statement says, else as the indicator improves.
    public func changeDirection(improving direction: Direction) -> Int {
        if let stated = sources.lazy.map(\.changeDirection).first(where: { $0 != 0 }) { return stated }
        return direction == .down ? -1 : 1
    }
}
