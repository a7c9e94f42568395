import StatisticalModel

/// The way from a base to a target: b at t0, T at t1, and how a figure on it is judged.
struct TargetCourse {
    let context: TargetAssessment
    let base: DecimalNumber
    /// T as a level, computed from the base where the target states a change.
    let target: DecimalNumber
    /// g* or r, a fraction, where the target states one.
    let rate: DecimalNumber?
    let start: DecimalNumber
    let end: DecimalNumber
    let years: DecimalNumber
    /// d: as the comparator bounds, else as the indicator improves, else the way to the target.
    let direction: Int

    /// `figure` is the number that the target prints. `nil` where no level follows from it.
    init?(
        context: TargetAssessment, base: DecimalNumber, from start: DecimalNumber, to end: DecimalNumber,
        figure: DecimalNumber
    ) {
        guard let years = end.subtracting(start), years > 0 else { return nil }
        let change = context.target.changeDirection(improving: context.indicator.direction)
        let fraction = figure.shifted(by: -2)
        let level: DecimalNumber?
        switch (context.form, context.target.measure) {
        case (.averageGrowth, _):
            rate = change < 0 ? fraction.negated : fraction
            level = rate.flatMap { GrowthFormula.level(base: base, growth: $0, years: years) }
        case (.reduction, _):
            rate = fraction
            level = RequiredLevel.afterChange(base: base, by: figure, isRelative: true, direction: -1)
        case (_, .level):
            rate = nil
            level = figure
        case (_, .change), (_, .increment):
            rate = nil
            level = RequiredLevel.afterChange(
                base: base, by: figure, isRelative: context.target.unit == .percent, direction: change)
        }
        guard let level else { return nil }
        self.context = context
        self.base = base
        self.start = start
        self.end = end
        self.years = years
        target = level
        if context.target.measure != .level {
            direction = change
        } else if let bound = ImprovementDirection.sign(of: context.target.comparator) {
            // A floor or ceiling that the base has not met asks to move that way, whatever improves the indicator.
            direction = bound
        } else {
            direction = context.direction != 0 ? context.direction : base < level ? 1 : -1
        }
    }

    /// Whether `value` reaches the target. A bound on a reduction (下降12%以上) bounds the change, not the level.
    func isReached(_ value: DecimalNumber) -> Bool {
        guard context.target.measure != .level else {
            return context.reaches(value, target: target, direction: direction)
        }
        let comparator = direction < 0 ? context.target.comparator.mirrored : context.target.comparator
        return ImprovementDirection.reaches(value, target: target, comparator: comparator, direction: direction)
    }

    /// All parts of the assessment of `latest` at `time`.
    func fill(_ row: inout ProgressAssessment, latest: DecimalNumber, time: DecimalNumber) {
        row.set(
            completion: completion(latest), elapsed: ElapsedShare.between(start, end, at: time), in: context)
        row.required = row.elapsed.flatMap(required)
        guard let elapsed = time.subtracting(start) else { return }
        row.pace = GrowthFormula.pace(
            base: base, latest: latest, target: target, elapsed: elapsed, years: years, direction: direction)
        look(ahead: &row, latest: latest, time: time, elapsed: elapsed)
        judge(&row, latest: latest, time: time)
    }

    private func completion(_ latest: DecimalNumber) -> DecimalNumber? {
        switch (context.form, rate) {
        case (.averageGrowth, let rate?):
            GrowthFormula.completion(base: base, latest: latest, growth: rate, years: years)
        case (.reduction, let rate?): CompletionFormula.reduction(base: base, latest: latest, rate: rate)
        default: CompletionFormula.level(base: base, latest: latest, target: target)
        }
    }

    private func required(_ elapsed: DecimalNumber) -> DecimalNumber? {
        switch (context.form, rate) {
        case (.averageGrowth, let rate?):
            elapsed.multiplied(by: years).flatMap { GrowthFormula.level(base: base, growth: rate, years: $0) }
        case (.reduction, let rate?): RequiredLevel.reduced(base: base, rate: rate, elapsed: elapsed)
        default: RequiredLevel.linear(base: base, target: target, elapsed: elapsed)
        }
    }

    private func look(
        ahead row: inout ProgressAssessment, latest: DecimalNumber, time: DecimalNumber, elapsed: DecimalNumber
    ) {
        guard !isReached(latest) else { return }
        row.arrivalYear = arrival(latest, time: time, elapsed: elapsed, byGrowth: row.pace != nil)
        guard let rest = end.subtracting(time), rest > 0 else { return }
        row.expectedLinear = bounded(
            ForwardLook.linear(base: base, latest: latest, elapsed: elapsed, remaining: rest), by: latest)
        guard row.pace != nil else {
            row.neededPerYear = ForwardLook.neededAmount(latest: latest, target: target, remaining: rest)
            row.neededIsGrowth = false
            return
        }
        row.expectedByGrowth = bounded(
            GrowthFormula.expected(base: base, latest: latest, elapsed: elapsed, remaining: rest), by: latest)
        row.neededPerYear = GrowthFormula.yearly(from: latest, to: target, years: rest)
    }

    /// A share stays between nothing and the whole, unless it has left them already (自给率120%).
    private func bounded(_ expected: DecimalNumber?, by latest: DecimalNumber) -> DecimalNumber? {
        let wholes: [UnitCode: DecimalNumber] = [.percent: 100, "‰": 1000]
        guard let unit = context.target.measure == .level ? context.target.unit : nil, let whole = wholes[unit],
            [base, latest, target].allSatisfy({ $0 >= 0 && $0 <= whole })
        else { return expected }
        return expected.map { min(max($0, 0), whole) }
    }

    private func arrival(_ latest: DecimalNumber, time: DecimalNumber, elapsed: DecimalNumber, byGrowth: Bool) -> Year?
    {
        let years =
            byGrowth
            ? GrowthFormula.yearsToArrival(base: base, latest: latest, target: target, elapsed: elapsed)
            : ForwardLook.yearsToArrival(base: base, latest: latest, target: target, elapsed: elapsed)
        return years.flatMap { ForwardLook.arrivalYear(from: time, after: $0) }
    }

    /// Achieved overrides and keeps the trend; a figure that closes the target's year without reaching it misses.
    private func judge(_ row: inout ProgressAssessment, latest: DecimalNumber, time: DecimalNumber) {
        let trend = row.pace.map { PaceStatus.status(pace: $0, thresholds: context.thresholds) }
        if row.pace == nil { row.reason = AssessmentReason.paceUndefined.rawValue }
        if isReached(latest) {
            row.status = .achieved
            row.trend = trend
        } else if row.latest.map({ $0.closes(context.target.referenceYear?.number ?? 0, asOf: context.asOf) }) ?? false
        {
            row.decide(met: false, final: true)
        } else {
            row.status = trend ?? context.pace(of: row)
        }
    }
}
