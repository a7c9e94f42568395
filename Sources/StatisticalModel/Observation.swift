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
    public var sources: [Statement]
    /// `nil` where no pipeline knows the indicator's name.
    public var pipeline: PipelineID?
    public var indicator: IndicatorCode?
    /// The catalogue's name, or the statement's own words.
    public var indicatorName: String
    public var qualifier: String
    public var area: ReferenceArea?
    public var kind: StatementKind
    public var measure: StatementMeasure
    public var comparator: Comparator
    /// In ``unit``; `nil` for a target in words.
    public var value: DecimalNumber?
    public var upper: DecimalNumber?
    /// `nil` where the printed unit is unknown; the statement then keeps the printed one.
    public var unit: UnitCode?
    public var year: Year?
    public var period: YearSpan?
    public var deadline: CalendarDate?
    public var baseYear: Year?
    public var attribute: TargetAttribute?
    public var responsible: String
    public var status: ObservationStatus
    /// True for a figure that statisticians brought themselves (baselines.csv, observations.csv).
    public var isSupplied: Bool
    /// The part of ``year`` that the figure is for; `nil` for a whole year.
    public var months: MonthSpan?
    /// The day of the document: of several the newest for a fact, the oldest for a target.
    public var published: CalendarDate?
    /// 累计 since a time that nothing says: no amount of ``year``, and no sum of a plan.
    public var isOpenTotal = false

    public init(
        sources: [Statement], pipeline: PipelineID? = nil, indicator: IndicatorCode? = nil, indicatorName: String,
        qualifier: String = "", area: ReferenceArea? = nil, kind: StatementKind, measure: StatementMeasure = .level,
        comparator: Comparator = .equal, value: DecimalNumber?, upper: DecimalNumber? = nil, unit: UnitCode?,
        year: Year?, period: YearSpan? = nil, deadline: CalendarDate? = nil, baseYear: Year? = nil,
        attribute: TargetAttribute? = nil, responsible: String = "", status: ObservationStatus = .normal,
        isSupplied: Bool = false, months: MonthSpan? = nil, published: CalendarDate? = nil
    ) {
        self.sources = sources
        self.pipeline = pipeline
        self.indicator = indicator
        self.indicatorName = indicatorName
        self.qualifier = qualifier
        self.area = area
        self.kind = kind
        self.measure = measure
        self.comparator = comparator
        self.value = value
        self.upper = upper
        self.unit = unit
        self.year = year
        self.period = period
        self.deadline = deadline
        self.baseYear = baseYear
        self.attribute = attribute
        self.responsible = responsible
        self.status = status
        self.isSupplied = isSupplied
        self.months = months
        self.published = published
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
