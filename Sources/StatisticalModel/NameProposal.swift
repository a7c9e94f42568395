/// A figure that might be a target's outturn: its name and the target's differ in what one of them leaves unsaid.
///
/// A person decides once, in a `matches.csv`; a run writes undecided ones to `matches-proposed.csv`.
public struct NameProposal: Sendable, Hashable {
    /// The series whose target waits.
    public var series: SeriesKey
    /// The names as printed, the qualifier before them.
    public var target: String
    public var outturn: String
    /// `settlement: urban>city ? urban>city>core`
    public var differences: [String]
    /// The statement of each that shows it best.
    public var targetExample: Statement
    public var outturnExample: Statement

    public init(
        series: SeriesKey, target: String, outturn: String, differences: [String], targetExample: Statement,
        outturnExample: Statement
    ) {
        self.series = series
        self.target = target
        self.outturn = outturn
        self.differences = differences
        self.targetExample = targetExample
        self.outturnExample = outturnExample
    }
}
