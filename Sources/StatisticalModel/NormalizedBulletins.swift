/// All bulletins of a run on one scale: what Normalization hands to Assessment and Publishing.
public struct NormalizedBulletins: Sendable {
    /// Every statement with its resolved context, in the order of bulletins and lines: statements.csv.
    public var statements: [NormalizedStatement]
    /// One for each indicator, area, qualifier, kind, measure and year: the figure that assessment uses.
    public var observations: [Observation]
    /// Where bulletins state different figures for the same thing.
    public var conflicts: [FigureConflict]
    public var notes: [FindingNote]
    /// The subjects of targets that no pipeline knows, for the pipeline ``NameSignature/pipeline``.
    public var others: [Indicator] = []
    /// Names for a person to decide on, at most three for a target.
    public var proposals: [NameProposal] = []

    public init(
        statements: [NormalizedStatement] = [], observations: [Observation] = [], conflicts: [FigureConflict] = [],
        notes: [FindingNote] = []
    ) {
        self.statements = statements
        self.observations = observations
        self.conflicts = conflicts
        self.notes = notes
    }

    /// The figures of conflicts that assessment does not use: they stand in the reports beside the others.
    public var setAside: [Observation] {
        conflicts.flatMap { conflict in
            conflict.observations.enumerated().filter { $0.offset != conflict.used }.map(\.element)
        }
    }
}

/// How a statement's figure is one of its indicator.
public enum FigureReading: Sendable, Hashable {
    case asPrinted
    /// A change of a year that is a level of a rate: 增长6% of 地区生产总值增长.
    case rate
    /// The same with the other sign: 下降4.3% of 地区生产总值增长.
    case negatedRate
    /// 新增 stood in the name: an amount that came to the indicator.
    case increment
}

/// A statement with what its bulletin leaves unsaid: area, indicator code, value in the base unit.
public struct NormalizedStatement: Sendable, Hashable {
    public var statement: Statement
    /// The qualifier, made distinct where a table has several rows of the same name.
    public var qualifier: String
    public var area: ReferenceArea?
    public var pipeline: PipelineID?
    public var indicator: IndicatorCode?
    public var reading = FigureReading.asPrinted
    /// Multipliers applied (5100万千瓦 is 51000000), in ``baseUnit``; `nil` for words and unknown units.
    public var baseValue: DecimalNumber?
    public var baseUpper: DecimalNumber?
    /// `nil` where the printed unit is unknown.
    public var baseUnit: UnitCode?
    /// When the document was published, as far as it says so.
    public var published: CalendarDate?
    /// A note of the document says that the figure stands on a changed base of statistics.
    public var isOnNewBase = false

    public init(
        statement: Statement, qualifier: String, area: ReferenceArea? = nil, pipeline: PipelineID? = nil,
        indicator: IndicatorCode? = nil, baseValue: DecimalNumber? = nil, baseUpper: DecimalNumber? = nil,
        baseUnit: UnitCode? = nil, published: CalendarDate? = nil
    ) {
        self.statement = statement
        self.qualifier = qualifier
        self.area = area
        self.pipeline = pipeline
        self.indicator = indicator
        self.baseValue = baseValue
        self.baseUpper = baseUpper
        self.baseUnit = baseUnit
        self.published = published
    }
}
