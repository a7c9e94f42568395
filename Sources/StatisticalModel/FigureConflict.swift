/// Different figures for one indicator, area, qualifier, kind, measure and year: shown side by side, never settled in silence.
public struct FigureConflict: Sendable, Hashable {
    /// Why assessment uses one figure and not another.
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        /// A figure that the office brings stands before those of bulletins.
        case supplied
        /// A figure stands before an estimate (预计), whichever is newer.
        case finalFigure = "final-figure"
        /// The average of a year stands before the figure of its end.
        case yearlyAverage = "yearly-average"
        /// The document published later stands.
        case laterDocument = "later-document"
        /// Of figures published on one day, or without a date, a table's stands before one in prose.
        case tableBeforeProse = "table-before-prose"
        /// Nothing decides: the first stated is used.
        case firstStated = "first-stated"
    }

    /// Two or more, the one in use first.
    public var observations: [Observation]
    /// Index into ``observations`` of the figure that assessment uses.
    public var used: Int
    public var rule: Rule

    public init(observations: [Observation], used: Int = 0, rule: Rule) {
        self.observations = observations
        self.used = used
        self.rule = rule
    }
}
