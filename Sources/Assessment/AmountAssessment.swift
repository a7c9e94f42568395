import PipelineDefinition
import StatisticalModel

/// Amounts that add up from zero: over a plan (累计, 新增…个) or within one year.
struct AmountAssessment {
    let context: TargetAssessment
    /// t1.
    let year: Int
    /// The figures that count: increments; or the part of a year that a level has built up.
    private let figures: [Observation]

    private let isOfOneYear: Bool

    init(context: TargetAssessment, year: Int) {
        self.init(
            context, year, figures: context.series.actuals.filter { $0.measure == .increment },
            isOfOneYear: context.form == .withinYear)
    }

    private init(_ context: TargetAssessment, _ year: Int, figures: [Observation], isOfOneYear: Bool) {
        self.context = context
        self.year = year
        // 累计 since an unsaid time is neither a year's amount nor the plan's.
        self.figures = figures.filter { $0.isKnown(asOf: context.asOf) && !$0.isOpenTotal }
        self.isOfOneYear = isOfOneYear
    }

    /// A level that builds up within each year (粮食产量) and is known for a part of the target's year alone: half a
    /// year's against half the year. `nil` elsewhere.
    static func ofPart(in context: TargetAssessment, year: Int) -> ProgressAssessment? {
        guard context.form == .level, context.target.measure == .level,
            context.settings.ends(context.indicator.name, with: .accrues)
        else { return nil }
        let own = context.series.actuals.filter { figure in
            figure.measure == .level && figure.referenceYear?.number == year && figure.isKnown(asOf: context.asOf)
                && figure.unit.map { !UnitCode.sharesAndPoints.contains($0) } ?? false
        }
        guard !own.isEmpty, own.allSatisfy({ $0.months != nil }) else { return nil }
        return AmountAssessment(context, year, figures: own, isOfOneYear: true).result
    }

    /// The first year that counts.
    private var firstYear: Int {
        if isOfOneYear { return year }
        return context.target.period?.first.number ?? context.target.baseYear.map { $0.number + 1 } ?? year
    }

    var result: ProgressAssessment {
        let sum = AmountSum(figures: figures, firstYear: firstYear, lastYear: year)
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
        // The year is over and the sum ends before it: shown, and not carried forward.
        if context.isOver, total.isBefore(year: year) || total.months != nil {
            return context.unassessable(.noLatest, latest: total)
        }
        var row = context.blank
        row.latest = total
        row.targetLevel = aim
        row.isProvisional = sum.isPreliminary
        fill(&row, sum: sumValue, target: aim, time: total.position(asOf: context.asOf))
        return row
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
        let reached = context.reaches(sum, target: target, direction: context.direction != 0 ? context.direction : 1)
        let isOver = row.latest.map { $0.closes(year, asOf: context.asOf) } ?? false
        if reached, context.direction >= 0, !isOver {
            row.status = .achieved
        } else {
            row.decide(met: reached, final: isOver)
            if !isOver { row.status = context.pace(of: row) }
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
}
