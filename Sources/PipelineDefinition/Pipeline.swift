public import StatisticalModel

/// One folder of Pipelines/: the indicators that an office follows, with its own figures and settings.
public struct Pipeline: Sendable {
    public var id: PipelineID
    /// 一老一小: the name of the pipeline's sheet.
    public var name: String
    public var englishName: String
    public var thresholds: AssessmentThresholds
    public var indicators: [Indicator]
    /// Those whose path is drawn, in this order; none leaves the choice to the charts.
    public var keyIndicators: [IndicatorCode]
    /// baselines.csv and observations.csv.
    public var suppliedFigures: [SuppliedFigure]
    public var corrections: [Correction]
    /// task-status.csv.
    public var taskStatuses: [TaskStatus]
    /// matches.csv.
    public var matches: [NameDecision] = []

    public init(
        id: PipelineID, name: String, englishName: String, thresholds: AssessmentThresholds = AssessmentThresholds(),
        indicators: [Indicator] = [], keyIndicators: [IndicatorCode] = [], suppliedFigures: [SuppliedFigure] = [],
        corrections: [Correction] = [], taskStatuses: [TaskStatus] = []
    ) {
        self.id = id
        self.name = name
        self.englishName = englishName
        self.thresholds = thresholds
        self.indicators = indicators
        self.keyIndicators = keyIndicators
        self.suppliedFigures = suppliedFigures
        self.corrections = corrections
        self.taskStatuses = taskStatuses
    }
}

/// The thresholds of lamp and status (Methods, “Lamp” and “Status”); settings of pipeline.yaml.
public struct AssessmentThresholds: Sendable, Hashable {
    /// Behind by up to this many percentage points: green with a mark. Beyond: yellow.
    public var greenBehind: DecimalNumber = 10
    /// Behind by more than this many percentage points: red.
    public var red: DecimalNumber = 30
    /// The same two for 约束性 targets; `nil` takes the ordinary ones.
    public var bindingGreenBehind: DecimalNumber?
    public var bindingRed: DecimalNumber?
    /// Pace R at least this: on track; at least `moderate`: moderate.
    public var onTrack = DecimalNumber(significand: 95, exponent: -2)
    public var moderate = DecimalNumber(significand: 60, exponent: -2)

    public init() {}
}

/// A figure that statisticians bring: a row of baselines.csv or observations.csv.
public struct SuppliedFigure: Sendable, Hashable {
    public enum Role: Sendable, Hashable {
        case baseline, observation
    }

    public var role: Role
    /// Empty until ``name`` has led to one.
    public var indicator: IndicatorCode
    /// The indicator's name where the row gives no code, or the words beside the code of a name without a pipeline.
    public var name = ""
    public var area: AreaCode?
    public var qualifier: String
    public var year: Year
    /// The day to which the figure counts, where it is not a whole year's.
    public var date: CalendarDate?
    public var value: DecimalNumber
    /// As printed; `nil` takes the indicator's unit.
    public var unit: String?
    public var status: ObservationStatus
    public var measure = FigureMeasure.level
    /// The years over which an increment adds up, or a change is; `nil` for those of one year.
    public var period: YearSpan?
    /// Where the office has it from.
    public var source: String
    /// The file and line of the row.
    public var path: String
    public var line: Int

    public init(
        role: Role, indicator: IndicatorCode, area: AreaCode?, qualifier: String = "", year: Year,
        date: CalendarDate? = nil, value: DecimalNumber, unit: String? = nil, status: ObservationStatus = .normal,
        source: String, path: String, line: Int
    ) {
        self.role = role
        self.indicator = indicator
        self.area = area
        self.qualifier = qualifier
        self.year = year
        self.date = date
        self.value = value
        self.unit = unit
        self.status = status
        self.source = source
        self.path = path
        self.line = line
    }
}

/// A row of corrections.csv: what to do with one statement, and the value that it must still have.
public struct Correction: Sendable, Hashable {
    public enum Action: String, Sendable, Hashable, CaseIterable {
        case drop, override, flag
    }

    public var action: Action
    public var bulletin: String
    public var line: Int
    /// The indicator's words as the statement has them; empty for any on that line.
    public var indicator: String
    /// The printed value that the correction expects to find.
    public var expected: String
    /// The field of statements.csv that an override sets, and its new value.
    public var field: String
    public var value: String
    public var reason: String
    public var path: String
    public var row: Int

    public init(
        action: Action, bulletin: String, line: Int, indicator: String, expected: String, field: String = "",
        value: String = "", reason: String, path: String, row: Int
    ) {
        self.action = action
        self.bulletin = bulletin
        self.line = line
        self.indicator = indicator
        self.expected = expected
        self.field = field
        self.value = value
        self.reason = reason
        self.path = path
        self.row = row
    }
}
