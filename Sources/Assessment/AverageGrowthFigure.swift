import PipelineDefinition
import StatisticalModel

/// The average growth a year over a plan where no bulletin prints it: of the growths that its years print, else of
/// two levels of what grows.
///
/// 增长8.1%, 4.2%, 5.6%, 5.4% and 5.3% of 2021 to 2025 are 5.71% a year; a revenue of 45亿元 in 2020 and of 52.9亿元 in
/// 2025 grew by 3.29% a year. The years run from the plan's first without a gap. What grows at constant prices
/// (地区生产总值) is never judged by levels, which are at current ones.
struct AverageGrowthFigure {
    let context: TargetAssessment
    let span: YearSpan

    enum Found {
        case figure(Observation)
        /// The levels stand on two bases of statistics.
        case brokenSeries(base: Observation, latest: Observation)
    }

    /// Decimals of the average: one more than growths are printed with.
    private static let decimals = 2

    var found: Found? { ofGrowths.map(Found.figure) ?? ofLevels }

    private var ofGrowths: Observation? {
        let own = context.series.actuals.filter { figure in
            figure.unit == .percent && figure.changeSpan == nil && figure.months == nil
                && (figure.measure == .level) == (context.target.measure == .level)
                && figure.isKnown(asOf: context.asOf) && !context.rule.isAverage(figure)
        }
        var parts: [Observation] = []
        for year in span.first.number...span.last.number {
            guard let part = own.first(where: { $0.referenceYear?.number == year }) else { break }
            parts.append(part)
        }
        let growths = parts.compactMap { part in part.value.map { context.signed($0, of: part) } }
        guard let value = GrowthFormula.average(of: growths, decimals: Self.decimals) else { return nil }
        return figure(value, of: parts.reversed())
    }

    private var ofLevels: Found? {
        guard let levels = context.subject?.levels(asOf: context.asOf).filter({ $0.months == nil }),
            let base = levels.first(where: { $0.referenceYear?.number == span.first.number - 1 }),
            let latest = levels.filter({ $0.referenceYear.map { $0 >= span.first && $0 <= span.last } ?? false })
                .latestPreferred,
            let start = base.value, let end = latest.value, base.unit == latest.unit, let year = latest.referenceYear
        else { return nil }
        let isBroken = levels.contains { figure in
            guard let own = figure.referenceYear else { return false }
            return own >= span.first && own <= year && figure.isBreak(context.settings)
        }
        if isBroken { return .brokenSeries(base: base, latest: latest) }
        let years = DecimalNumber(year.number - span.first.number + 1)
        guard let growth = GrowthFormula.yearly(from: start, to: end, years: years)?.shifted(by: 2) else { return nil }
        let falls =
            context.target.measure != .level
            && context.target.changeDirection(improving: context.indicator.direction) < 0
        let value = (falls ? growth.negated : growth).rounded(toDecimals: Self.decimals)
        return .figure(figure(value, of: [latest, base]))
    }

    /// `parts` begin with the newest.
    private func figure(_ value: DecimalNumber, of parts: [Observation]) -> Observation {
        let newest = parts[0]
        var result = context.target
        result.sources = parts.flatMap(\.sources)
        result.kind = .actual
        result.measure = .level
        result.comparator = .equal
        (result.value, result.upper, result.unit) = (value, nil, .percent)
        (result.year, result.period) = (newest.referenceYear, newest.referenceYear.map { YearSpan(span.first, $0) })
        (result.deadline, result.baseYear, result.months) = (nil, nil, nil)
        result.status = parts.lazy.map(\.status).first { $0 == .estimated || $0 == .provisional } ?? newest.status
        result.isSupplied = false
        result.published = newest.published
        return result
    }
}
