/// The traffic light of city governments' supervision (红黄绿灯). Every lamp has a word.
public enum Lamp: String, Sendable, Hashable, CaseIterable {
    case green
    case greenBehind = "green-behind"
    case yellow, red, none
}

/// The verdict beside the lamp (Methods, “Status”).
public enum ProgressStatus: String, Sendable, Hashable, CaseIterable {
    case achieved
    case onTrack = "on-track"
    case moderate, limited, deteriorating
    case met
    case notMet = "not-met"
    case missed
    case notStarted = "not-started"
    case keep
    case notAssessable = "not-assessable"
    case notComparable = "not-comparable"
}

/// The kind of a target: it decides by which figures the target may be judged (Methods, “Kinds of target” and “Which
/// figure may judge which target”).
public enum TargetForm: String, Sendable, Hashable, CaseIterable {
    /// A level by a year (到2025年达到38张).
    case level
    /// An amount over the years of a plan (累计新增4200个).
    case cumulative
    /// An amount of one year (2025年新增800个).
    case withinYear = "within-year"
    /// A rate of one year (增长6%, 失业率5.5%).
    case yearRate = "year-rate"
    /// A growth a year over several (年均增长6%).
    case averageGrowth = "average-growth"
    /// A fall by a share (能耗降低14%).
    case reduction
    /// A level to stay at.
    case keep
    /// Two ends to stay between.
    case interval
    /// Words, ranks, yes or no.
    case qualitative
}

/// The words of China’s evaluations of plans, beside the lamp (Methods, “Words”).
public enum ProgressVerdict: String, Sendable, Hashable, CaseIterable {
    /// 提前实现: reached before its year.
    case ahead
    /// 快于预期.
    case faster
    /// 符合预期.
    case asExpected = "as-expected"
    /// 滞后.
    case behind
}

/// Why a target has no lamp: what the office has to do about it (Methods, “Ungraded”).
public enum UngradedReason: String, Sendable, Hashable, CaseIterable {
    /// 已到期缺数据: the target's time is over and no figure of it is known, the list to chase.
    case dueNoData = "due-no-data"
    /// 未到期缺数据.
    case openNoData = "open-no-data"
    /// 缺基期.
    case noBase = "no-base"
    /// 待确认: a figure of nearly the same name waits for a decision.
    case toConfirm = "to-confirm"
    /// 须人工判断.
    case judgement
}

/// What a target's year rests on where no words near the figure state it (Methods, “Years that are not printed”).
public enum TargetYearBasis: String, Sendable, Hashable, CaseIterable {
    /// 年份据发文日期: the day of the document.
    case published
    /// The last year of the plan that the document's title names.
    case planEnd = "plan-end"
    /// The year that the text names most.
    case guess
    /// 长期有效: a limit of service (5个工作日内办结) that holds until another is set. It never falls due.
    case standing
}

/// One target set against its baseline and the latest figure, with all parts shown.
public struct ProgressAssessment: Sendable {
    public var pipeline: PipelineID
    public var indicator: IndicatorCode
    public var indicatorName: String
    public var englishName: String
    public var qualifier: String
    public var area: ReferenceArea?
    public var unit: UnitCode?
    public var attribute: TargetAttribute?
    public var direction: Direction
    public var form: TargetForm
    public var comparator: Comparator
    public var base: Observation?
    public var latest: Observation?
    public var target: Observation
    /// Fractions, 0.6 for 60 %; `nil` where the rules forbid the division.
    public var completion: DecimalNumber?
    public var elapsed: DecimalNumber?
    /// completion - elapsed, a fraction.
    public var gap: DecimalNumber?
    /// R of Methods, “Status”.
    public var pace: DecimalNumber?
    public var neededPerYear: DecimalNumber?
    /// True where ``neededPerYear`` is a yearly growth (a fraction), false where it is an amount in ``unit``.
    public var neededIsGrowth: Bool
    public var expectedByGrowth: DecimalNumber?
    public var expectedLinear: DecimalNumber?
    public var arrivalYear: Year?
    public var lamp: Lamp
    public var status: ProgressStatus
    /// The status that the pace alone would give, where ``status`` is achieved.
    public var trend: ProgressStatus?
    /// Why there is no verdict: `no-base`, `no-latest`, `unit-differs` …; empty where there is one.
    public var reason: String
    public var isProvisional: Bool
    /// T as a level in ``unit``, computed from the base where the target states a change; `nil` without one.
    public var targetLevel: DecimalNumber?
    /// Where the figure should stand at the time of ``latest``.
    public var required: DecimalNumber?
    /// 目标实现度 x/T, a fraction; `nil` where a ratio says nothing: rates, intervals, T = 0.
    public var realised: DecimalNumber?
    public var verdict: ProgressVerdict?
    /// `nil` where there is a lamp.
    public var ungraded: UngradedReason?
    /// Where ``latest`` stands in time: 2023 for the end of 2023, 2024.5 for half of 2025.
    public var time: DecimalNumber?
    /// Whether ``latest`` can decide the target for good.
    public var isFinal = false
    /// Whether the target's year has ended at the as-of date.
    public var isOver = false
    /// `nil` where the text states the target's year.
    public var yearBasis: TargetYearBasis?
    /// The least and the greatest figure of the series, for an interval.
    public var observed: ClosedRange<DecimalNumber>?

    public init(
        pipeline: PipelineID, indicator: IndicatorCode, indicatorName: String, englishName: String = "",
        qualifier: String = "", area: ReferenceArea?, unit: UnitCode?, attribute: TargetAttribute? = nil,
        direction: Direction, form: TargetForm, comparator: Comparator = .equal, base: Observation? = nil,
        latest: Observation? = nil, target: Observation, completion: DecimalNumber? = nil,
        elapsed: DecimalNumber? = nil, gap: DecimalNumber? = nil, pace: DecimalNumber? = nil,
        neededPerYear: DecimalNumber? = nil, neededIsGrowth: Bool = true, expectedByGrowth: DecimalNumber? = nil,
        expectedLinear: DecimalNumber? = nil, arrivalYear: Year? = nil, lamp: Lamp = .none, status: ProgressStatus,
        trend: ProgressStatus? = nil, reason: String = "", isProvisional: Bool = false,
        targetLevel: DecimalNumber? = nil, required: DecimalNumber? = nil
    ) {
        self.pipeline = pipeline
        self.indicator = indicator
        self.indicatorName = indicatorName
        self.englishName = englishName
        self.qualifier = qualifier
        self.area = area
        self.unit = unit
        self.attribute = attribute
        self.direction = direction
        self.form = form
        self.comparator = comparator
        self.base = base
        self.latest = latest
        self.target = target
        self.completion = completion
        self.elapsed = elapsed
        self.gap = gap
        self.pace = pace
        self.neededPerYear = neededPerYear
        self.neededIsGrowth = neededIsGrowth
        self.expectedByGrowth = expectedByGrowth
        self.expectedLinear = expectedLinear
        self.arrivalYear = arrivalYear
        self.lamp = lamp
        self.status = status
        self.trend = trend
        self.reason = reason
        self.isProvisional = isProvisional
        self.targetLevel = targetLevel
        self.required = required
    }
}
