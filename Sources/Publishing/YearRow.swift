public import StatisticalModel

/// The years of one indicator side by side, as the sheet 年度对比 shows them.
public struct YearRow: Sendable {
    /// How a change is measured.
    public enum Measure: Sendable, Hashable {
        /// A fraction of the earlier figure.
        case relative
        case points
        /// In the row's unit.
        case absolute
    }

    /// Whether a change is for the better.
    public enum Meaning: String, Sendable, Hashable, CaseIterable {
        case better, worse, unchanged
    }

    public struct Figures: Sendable {
        public var year: Year
        public var actual: DecimalNumber?
        public var target: DecimalNumber?
        /// The statements that the two come from.
        public var actualSource: Statement?
        public var targetSource: Statement?

        public init(
            year: Year, actual: DecimalNumber?, target: DecimalNumber?, actualSource: Statement? = nil,
            targetSource: Statement? = nil
        ) {
            self.year = year
            self.actual = actual
            self.target = target
            self.actualSource = actualSource
            self.targetSource = targetSource
        }
    }

    public struct Change: Sendable {
        public var measure: Measure
        public var amount: DecimalNumber

        public init(measure: Measure, amount: DecimalNumber) {
            self.measure = measure
            self.amount = amount
        }
    }

    public var indicatorName: String
    public var englishName: String
    public var qualifier: String
    public var area: ReferenceArea?
    public var unit: UnitCode?
    public var years: [Figures]
    /// The newest figure on the year before.
    public var change: Change?
    /// From the first figure to the last, a year.
    public var average: Change?
    /// What the newest change means for the indicator.
    public var meaning: Meaning?
    /// Among the rows of the same meaning.
    public var rank: Int?
    /// Whether a new definition parts the figures.
    public var hasBreak: Bool

    public init(
        indicatorName: String, englishName: String = "", qualifier: String = "", area: ReferenceArea?,
        unit: UnitCode?, years: [Figures], change: Change? = nil, average: Change? = nil, meaning: Meaning? = nil,
        rank: Int? = nil, hasBreak: Bool = false
    ) {
        self.indicatorName = indicatorName
        self.englishName = englishName
        self.qualifier = qualifier
        self.area = area
        self.unit = unit
        self.years = years
        self.change = change
        self.average = average
        self.meaning = meaning
        self.rank = rank
        self.hasBreak = hasBreak
    }
}
