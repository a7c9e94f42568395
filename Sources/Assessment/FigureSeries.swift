import PipelineDefinition
import StatisticalModel

/// The figures of one indicator, area and qualifier: what was observed, and what is aimed at.
struct FigureSeries {
    let key: SeriesKey
    /// Figures with a value and a year, oldest first; of one year the preferred one first.
    private(set) var actuals: [Observation] = []
    /// By year, then as the bulletins' names and lines have it.
    private(set) var targets: [Observation] = []

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
        case .actual, .forecast, .reference, .undetermined: break
        }
    }

    private var sorted: FigureSeries {
        var copy = self
        copy.actuals.sort { FigureOrder.precedes($0, $1) }
        copy.targets.sort { FigureOrder.precedes($0, $1) }
        return copy
    }

    /// The level figures known at `date`, oldest first.
    func levels(asOf date: CalendarDate) -> [Observation] {
        actuals.filter { $0.measure == .level && $0.isKnown(asOf: date) }
    }
}

extension [Observation] {
    /// Of figures in the order of ``FigureOrder``: the preferred one of the latest time.
    var latestPreferred: Observation? {
        last.flatMap { last in
            first { $0.referenceYear == last.referenceYear && $0.deadline?.lastDay == last.deadline?.lastDay }
        }
    }
}

/// A total order of figures that does not depend on the order of files: year, supplied first, then place.
enum FigureOrder {
    static func precedes(_ left: Observation, _ right: Observation) -> Bool {
        let (a, b) = (left.referenceYear?.number ?? Int.max, right.referenceYear?.number ?? Int.max)
        if a != b { return a < b }
        if left.deadline?.lastDay != right.deadline?.lastDay {
            guard let leftDay = left.deadline?.lastDay else { return false }
            return right.deadline.map { leftDay < $0.lastDay } ?? true
        }
        if left.isSupplied != right.isSupplied { return left.isSupplied }
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

    /// The day to which an actual figure counts, where it is within the figure's year.
    private var countingDay: CalendarDate? {
        guard let deadline, deadline.month > 0, deadline.year == referenceYear?.number else { return nil }
        return deadline
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
