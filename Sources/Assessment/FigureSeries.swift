import PipelineDefinition
import StatisticalModel

/// The figures of one indicator, area and qualifier: what was observed, and what is aimed at.
struct FigureSeries {
    let key: SeriesKey
    /// Figures with a value and a year, oldest first; of one year the preferred one first.
    private(set) var actuals: [Observation] = []
    /// By year, then as the bulletins' names and lines have it.
    private(set) var targets: [Observation] = []
    /// The old level of 由3个工作日压缩到1个, without a year: what stood before a plan, never an outturn.
    private(set) var oldLevels: [Observation] = []

    /// Groups by ``SeriesKey``; observations without a code stay out.
    static func grouped(_ observations: [Observation]) -> [SeriesKey: FigureSeries] {
        var series: [SeriesKey: FigureSeries] = [:]
        for observation in observations {
            guard let key = observation.seriesKey else { continue }
            series[key, default: FigureSeries(key: key)].insert(observation)
        }
        return series.mapValues(\.sorted)
    }

    private mutating func insert(_ observation: Observation) {
        switch observation.kind {
        case .target: targets.append(observation)
        // What a single month or quarter came to says nothing of how far the year is.
        case .actual
        where observation.value != nil && observation.referenceYear != nil
            && observation.months?.isFromJanuary != false:
            actuals.append(observation)
        case .actual where observation.value != nil && observation.sources.first?.role == .oldLevel:
            if observation.referenceYear == nil { oldLevels.append(observation) }
        case .actual, .forecast, .reference, .undetermined: break
        }
    }

    private var sorted: FigureSeries {
        var copy = self
        copy.actuals.sort { FigureOrder.precedes($0, $1) }
        copy.targets.sort { FigureOrder.precedes($0, $1) }
        return copy
    }

    /// The level figures known at `date`, oldest first. A part of a year is no level of it, save of a share.
    func levels(asOf date: CalendarDate) -> [Observation] {
        actuals.filter { figure in
            figure.measure == .level && figure.isKnown(asOf: date) && figure.changeSpan == nil
                && (figure.months == nil || figure.unit.map { UnitCode.sharesAndPoints.contains($0) } ?? false)
        }
    }
}

extension [Observation] {
    /// Of figures in the order of ``FigureOrder``: the preferred one of the latest time.
    var latestPreferred: Observation? {
        last.flatMap { last in
            first { $0.referenceYear == last.referenceYear && $0.lastDay == last.lastDay }
        }
    }
}

/// A total order of figures that does not depend on the order of files: by year and by the part of the year, the whole
/// year last; of one time the office's own first, estimates last, the newest document before older ones, then by place.
enum FigureOrder {
    static func precedes(_ left: Observation, _ right: Observation) -> Bool {
        let (a, b) = (left.referenceYear?.number ?? Int.max, right.referenceYear?.number ?? Int.max)
        if a != b { return a < b }
        if left.lastDay != right.lastDay {
            guard let leftDay = left.lastDay else { return false }
            return right.lastDay.map { leftDay < $0 } ?? true
        }
        if left.isSupplied != right.isSupplied { return left.isSupplied }
        if left.isEstimate != right.isEstimate { return right.isEstimate }
        if left.published != right.published {
            guard let first = left.published else { return false }
            return right.published.map { first > $0 } ?? true
        }
        return place(left) < place(right)
    }

    private static func place(_ observation: Observation) -> (String, Int, Int, Int) {
        guard let source = observation.sources.first?.provenance else { return ("", 0, 0, 0) }
        return (source.bulletin, source.line, source.row ?? 0, source.column ?? 0)
    }
}

extension Observation {
    /// The year that the figure is for: as stated, else the last of its period, else that of its day.
    var referenceYear: Year? { year ?? period?.last ?? deadline.map { Year($0.year) } }

    /// The day to which an actual figure counts, where it is within the figure's year: the end of its months.
    private var countingDay: CalendarDate? {
        if let months { return months.end }
        guard let deadline, deadline.month > 0, deadline.year == referenceYear?.number else { return nil }
        return deadline
    }

    /// The last day of the part of the year that the figure is for; `nil` for a whole year.
    fileprivate var lastDay: CalendarDate? { (months?.end ?? deadline)?.lastDay }

    func isOfTime(_ other: Observation) -> Bool {
        referenceYear == other.referenceYear && lastDay == other.lastDay
    }

    /// 预计: it stands until the figure is known.
    var isEstimate: Bool { status == .estimated }

    /// True for figures that may still change: estimates, first results, parts of a year.
    var isPreliminary: Bool { status == .provisional || isEstimate || months != nil }

    /// Whether the figure can decide a target of `year` for good: the whole year's, and no estimate.
    func closes(_ year: Int, asOf date: CalendarDate) -> Bool {
        !isEstimate && months == nil && position(asOf: date) >= DecimalNumber(year)
    }

    /// Whether the figure can be known at `date`: its day, or its year, has come.
    func isKnown(asOf date: CalendarDate) -> Bool {
        if let countingDay { return countingDay.lastDay <= date.lastDay }
        return referenceYear.map { $0.number <= date.year } ?? false
    }

    /// Where the figure stands in time (``ElapsedShare``). A figure of the as-of year without a day of its
    /// own can count only up to the as-of day.
    func position(asOf date: CalendarDate) -> DecimalNumber {
        if let countingDay { return ElapsedShare.position(of: countingDay) }
        let year = referenceYear?.number ?? date.year
        return year == date.year ? ElapsedShare.position(of: date) : DecimalNumber(year)
    }
}
