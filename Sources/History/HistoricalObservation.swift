/// What makes a figure the same from run to run: all that indicators.csv says of it but its value and source.
///
/// Fields are as indicators.csv has them: `EC-1`, `150600`, `2025`, `target`, `level`.
public struct ObservationKey: Sendable, Hashable {
    /// The catalogue's code, or the indicator's own words where no catalogue knows it.
    public var indicator: String
    /// GB/T 2260; empty where the bulletin names no area.
    public var area: String
    public var year: String
    public var period: String
    public var kind: String
    public var measure: String
    public var unit: String
    public var qualifier: String

    public init(
        indicator: String, area: String = "", year: String = "", period: String = "", kind: String = "target",
        measure: String = "level", unit: String = "", qualifier: String = ""
    ) {
        self.indicator = indicator
        self.area = area
        self.year = year
        self.period = period
        self.kind = kind
        self.measure = measure
        self.unit = unit
        self.qualifier = qualifier
    }
}

/// A figure as one run believes it: its key, and what a later run may say otherwise.
public struct HistoricalObservation: Sendable, Hashable {
    public var key: ObservationKey
    /// The indicator's name; a new name alone is no new vintage.
    public var name: String
    public var comparator: String
    /// As indicators.csv prints it: `93`, or the words of a target in words.
    public var value: String
    public var upper: String
    /// SDMX: `A`, `P` …
    public var status: String
    /// Where it was read: the ids of its statements. A new place alone is no new vintage.
    public var source: String

    public init(
        key: ObservationKey, name: String, comparator: String = "eq", value: String, upper: String = "",
        status: String = "A", source: String = ""
    ) {
        self.key = key
        self.name = name
        self.comparator = comparator
        self.value = value
        self.upper = upper
        self.status = status
        self.source = source
    }

    /// True where both say the same of their figure.
    func agrees(with other: HistoricalObservation) -> Bool {
        (comparator, value, upper, status) == (other.comparator, other.value, other.upper, other.status)
    }
}

/// A figure with the days on which it was believed, as ALFRED keeps them.
public struct Vintage: Sendable, Hashable {
    public let observation: HistoricalObservation
    /// The first day, ISO 8601: the date of the run that brought it.
    public let realtimeStart: String
    /// The last day; `9999-12-31` while nothing has superseded it.
    public let realtimeEnd: String
    /// The line of history that believes it: empty for the editions named by their year.
    public let series: String

    public var isCurrent: Bool { realtimeEnd == RealtimeDay.open }
}
