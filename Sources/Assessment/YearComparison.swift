public import StatisticalModel

/// The years of one indicator side by side: a row of the sheet 年度对比.
public struct YearComparison: Sendable {
    public let pipeline: PipelineID
    public let indicator: IndicatorCode
    public let indicatorName: String
    public let englishName: String
    public let qualifier: String
    public let area: ReferenceArea?
    public let unit: UnitCode?
    public let direction: Direction
    /// In order; a year without a figure and without a target is not there.
    public let years: [YearFigures]
    /// From the first actual figure to the last, a year; `nil` with fewer than two, over a break, and of rates of
    /// growth, whose average is no change of theirs.
    public let average: YearChange?
    /// Whether the indicator is a rate of growth: 地区生产总值增长.
    public let isGrowthRate: Bool
    /// Whether the figures stand on two definitions, so that no change leads from one to the other.
    public let hasBreak: Bool
    /// The place among the rows that moved the same way for better or worse, all pipelines together, by the size of the
    /// newest change against the figure before: 1 the largest; equal sizes share a place. `nil` without a change,
    /// from zero, and of rates of growth, which may pass through zero.
    public internal(set) var rank: Int?

    /// The newest change on the year before.
    public var latestChange: YearChange? { years.last { $0.actual != nil }?.change }

    /// What the newest change means: less of an infant mortality is better. `nil` without a change, and where the
    /// indicator is to stay as it is.
    public var meaning: ChangeMeaning? {
        guard let change = latestChange?.amount else { return nil }
        if change.isZero { return .unchanged }
        switch direction {
        case .up: return change.isNegative ? .worse : .better
        case .down: return change.isNegative ? .better : .worse
        case .keep: return nil
        }
    }
}

/// What a change means by the indicator's direction.
public enum ChangeMeaning: String, Sendable, Hashable, CaseIterable {
    case better, worse, unchanged
}

/// One year of an indicator.
public struct YearFigures: Sendable {
    public let year: Year
    public let actual: Observation?
    /// The first of the year's targets, where bulletins contradict each other.
    public let target: Observation?
    /// On the year before; `nil` where that year has no figure, and over a break.
    public let change: YearChange?
}

/// A change between two years, or an average of changes, in the measure that suits the figure.
public struct YearChange: Sendable, Hashable {
    public enum Measure: Sendable, Hashable, CaseIterable {
        /// Amounts: a fraction of the earlier figure (0.05 is 5 %).
        case relative
        /// Shares: points.
        case points
        /// Small counts: in the figure's unit.
        case absolute
    }

    public let measure: Measure
    public let amount: DecimalNumber

    public init(measure: Measure, amount: DecimalNumber) {
        self.measure = measure
        self.amount = amount
    }
}
