public import StatisticalModel

/// What one run believes, and the edition that says so.
public struct HistoricalRun: Sendable {
    public var asOf: CalendarDate
    public var observations: [HistoricalObservation]
    /// The line of history: runs of one end the beliefs of no other.
    public var series: String
    /// Kept beside the run, so that an edition is taken up once; `nil` for figures of no edition.
    public var edition: EditionMark?

    /// Of the series of `edition`, the unnamed one without it.
    public init(asOf: CalendarDate, observations: [HistoricalObservation], edition: EditionMark? = nil) {
        series = edition?.series ?? ""
        self.asOf = asOf
        self.observations = observations
        self.edition = edition
    }
}
