public import StatisticalModel

/// What one run believes, and the edition that says so.
public struct HistoricalRun: Sendable {
    public var asOf: CalendarDate
    public var observations: [HistoricalObservation]
    /// Kept beside the run, so that an edition is taken up once; `nil` for figures of no edition.
    public var edition: EditionMark?

    public init(asOf: CalendarDate, observations: [HistoricalObservation], edition: EditionMark? = nil) {
        self.asOf = asOf
        self.observations = observations
        self.edition = edition
    }
}
