import StatisticalModel

/// Amounts that add up from zero: over a plan (累计, 新增…个) or within one year.
struct AmountAssessment {
    let context: TargetAssessment
    /// t1.
    let year: Int

    private var isWithinYear: Bool { context.form == .withinYear }

    /// The first year that counts.
    private var firstYear: Int {
        if isWithinYear { return year }
        return context.target.period?.first.number ?? context.target.baseYear.map { $0.number + 1 } ?? year
    }

    var result: ProgressAssessment {
        let sum = sum
        guard let aim = context.target.value else { return context.unassessable(.inWords) }
        guard let total = sum.total, let sumValue = total.value else {
            // Without a period 到2025年新增 and 2025年新增 look the same: then nothing is said of the start.
            let isSpanKnown = context.target.period != nil || context.target.baseYear != nil
            if context.asOf.year < firstYear, isSpanKnown { return notStarted }
            return context.unassessable(sum.hasGap ? .gapInSeries : .noLatest)
        }
        guard let unit = context.target.unit, let latestUnit = total.unit else {
            return context.unassessable(.unitUnknown, latest: total)
        }
        guard unit == latestUnit, sum.hasOneUnit else { return context.unassessable(.unitDiffers, latest: total) }
        guard !sum.hasBreak else { return context.unassessable(.breakInSeries, latest: total) }
        var row = context.blank
        row.latest = total
        row.targetLevel = aim
        row.isProvisional = sum.isPreliminary
        fill(&row, sum: sumValue, target: aim, time: total.position(asOf: context.asOf))
        return row
    }

    private var sum: AmountSum {
        let known = context.series.actuals.filter { $0.isKnown(asOf: context.asOf) }
        let added = AmountSum(
            figures: known.filter { $0.measure == .increment }, firstYear: firstYear, lastYear: year)
        guard added.total == nil, !added.hasGap else { return added }
        return AmountSum(levels: known.filter { $0.measure == .level }, firstYear: firstYear, lastYear: year)
    }

    private var notStarted: ProgressAssessment {
        var row = context.blank
        row.elapsed = 0
        row.status = .notStarted
        return row
    }

    /// An amount starts at zero and has no yearly growth: its status comes from the amount a year so far
    /// against the amount a year that the target takes, which is C/E.
    private func fill(_ row: inout ProgressAssessment, sum: DecimalNumber, target: DecimalNumber, time: DecimalNumber) {
        let (start, end) = (DecimalNumber(firstYear - 1), DecimalNumber(year))
        row.set(
            completion: CompletionFormula.amount(sum: sum, target: target),
            elapsed: ElapsedShare.between(start, end, at: time), in: context)
        row.required = row.elapsed.flatMap { RequiredLevel.linear(base: 0, target: target, elapsed: $0) }
        row.neededIsGrowth = false
        let reached = ImprovementDirection.reaches(
            sum, target: target, comparator: context.target.comparator,
            direction: context.direction != 0 ? context.direction : 1)
        let isOver = time >= end
        if reached, context.direction >= 0, !isOver {
            row.status = .achieved
        } else {
            row.decide(met: reached, final: isOver)
            if !isOver { row.status = status(completion: row.completion, elapsed: row.elapsed) }
        }
        guard let rest = end.subtracting(time), rest > 0, let elapsed = time.subtracting(start), elapsed > 0 else {
            return
        }
        row.expectedLinear = ForwardLook.linear(base: 0, latest: sum, elapsed: elapsed, remaining: rest)
        guard !reached else { return }
        row.neededPerYear = ForwardLook.neededAmount(latest: sum, target: target, remaining: rest)
        row.arrivalYear = ForwardLook.yearsToArrival(base: 0, latest: sum, target: target, elapsed: elapsed)
            .flatMap { ForwardLook.arrivalYear(from: time, after: $0) }
    }

    private func status(completion: DecimalNumber?, elapsed: DecimalNumber?) -> ProgressStatus {
        guard let completion, let elapsed,
            let pace = completion.divided(by: elapsed, decimals: CompletionFormula.decimals)
        else { return .notMet }
        return PaceStatus.status(pace: pace, thresholds: context.thresholds)
    }
}
