import StatisticalModel

/// Targets set against a rate as a bulletin prints it: the growth of a year (增长6%), a yearly rate (失业率5.5%), a change
/// over several years (比2020年下降14%), an average growth (年均增长6%).
///
/// A rate is judged by figures of its own years alone: 2025's by 2025's, half a year's for the time being; that of
/// 2021/2025 by the change over the same years, before its end by the change so far. No base is needed.
struct RateAssessment {
    let context: TargetAssessment
    /// t1.
    let year: Int

    private var target: Observation { context.target }
    private var span: YearSpan? { target.changeSpan }

    /// `nil` where no such figure is known.
    var result: ProgressAssessment? {
        guard let aim = target.value else { return nil }
        var outturn = outturn
        if outturn == nil, context.form == .averageGrowth, let span {
            switch AverageGrowthFigure(context: context, span: span).found {
            case .figure(let figure)?: outturn = figure
            case .brokenSeries(let base, let latest)?:
                return context.unassessable(.breakInSeries, base: base, latest: latest)
            case nil: break
            }
        }
        guard let latest = outturn, let printed = latest.value else { return nil }
        // The year is over and only a part of it is known: shown, and not carried forward.
        if context.isOver, latest.months != nil || span != nil && latest.isBefore(year: year) {
            return context.unassessable(.noLatest, latest: latest)
        }
        let x = context.signed(printed, of: latest)
        let isFinal = latest.closes(year, asOf: context.asOf)
        let met = context.reaches(x, target: aim, direction: direction)
        var row = context.blank
        row.latest = latest
        row.latest?.value = x
        row.targetLevel = aim
        row.isProvisional = latest.isPreliminary
        let elapsed = span.flatMap { span in
            ElapsedShare.between(
                DecimalNumber(span.first.number - 1), DecimalNumber(year), at: latest.position(asOf: context.asOf))
        }
        if context.form != .yearRate { row.completion = completion(x, aim, elapsed: elapsed) }
        if span != nil {
            row.set(completion: row.completion, elapsed: elapsed, in: context)
        } else if let gap = shortfall(x, aim) {
            row.lamp = context.lamp(gap: gap)
        }
        row.decide(met: met, final: isFinal)
        return row
    }

    /// The figure of the same years, unit, measure and wording that is the latest.
    private var outturn: Observation? {
        let average = context.rule.isAverage(target)
        return context.series.actuals.filter { figure in
            figure.isKnown(asOf: context.asOf) && figure.unit == target.unit
                && (figure.measure == .level) == (target.measure == .level) && isOfItsYears(figure)
                && context.rule.isAverage(figure) == average
        }.latestPreferred
    }

    private func isOfItsYears(_ figure: Observation) -> Bool {
        guard let span else {
            return figure.changeSpan == nil && figure.referenceYear?.number == year
                && figure.baseYear.map { $0.number >= year - 1 } ?? true
        }
        guard let other = figure.changeSpan else { return false }
        return other.first == span.first && other.last <= span.last && figure.months == nil
    }

    /// A change is to come to as much as stated; a rate has the indicator's direction.
    private var direction: Int {
        if target.measure != .level { return 1 }
        return context.direction != 0 ? context.direction : 1
    }

    /// The average of a part of the years is that part of the way: ln(x/b) grows with the years.
    private func completion(_ x: DecimalNumber, _ aim: DecimalNumber, elapsed: DecimalNumber?) -> DecimalNumber? {
        guard context.form == .averageGrowth else { return CompletionFormula.amount(sum: x, target: aim) }
        let whole = GrowthFormula.averages(x.shifted(by: -2), against: aim.shifted(by: -2))
        guard let whole, let elapsed else { return whole }
        return whole.multiplied(by: elapsed)?.rounded(toDecimals: CompletionFormula.decimals)
    }

    /// How far the rate is from its target, as a share of the target: what the lamp of an open year goes by.
    private func shortfall(_ x: DecimalNumber, _ aim: DecimalNumber) -> DecimalNumber? {
        let isCeiling = ImprovementDirection.sign(of: target.comparator).map { $0 < 0 } ?? (direction < 0)
        let way = isCeiling ? aim.subtracting(x) : x.subtracting(aim)
        return way?.divided(by: aim.magnitude, decimals: CompletionFormula.decimals)
    }
}
