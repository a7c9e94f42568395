import StatisticalModel

/// Targets set against a level: level, reduction, average growth, keep, interval.
struct LevelAssessment {
    let context: TargetAssessment
    /// t1.
    let year: Int

    private var target: Observation { context.target }

    var result: ProgressAssessment {
        let base = context.baseline.base(of: target, year: year, asOf: context.asOf)
        let latest = latest(after: base)
        guard let latest else {
            guard let base else { return context.unassessable(.noFigures) }
            let started = base.position(asOf: context.asOf) < ElapsedShare.position(of: context.asOf)
            return started ? context.unassessable(.noLatest, base: base) : notStarted(base)
        }
        if let fault = fault(base: base, latest: latest) {
            return context.unassessable(fault, base: base, latest: latest)
        }
        return verdict(base: base, latest: latest)
    }

    /// The latest figure after the base. A target whose year is over is judged by the figure of that
    /// year where there is one.
    private func latest(after base: Observation?) -> Observation? {
        let start = base?.position(asOf: context.asOf)
        let later = context.series.levels(asOf: context.asOf).filter { figure in
            start.map { figure.position(asOf: context.asOf) > $0 } ?? true
        }
        let atEnd = later.filter { $0.position(asOf: context.asOf) == DecimalNumber(year) }
        return atEnd.latestPreferred ?? later.latestPreferred
    }

    private func notStarted(_ base: Observation) -> ProgressAssessment {
        var row = context.blank
        row.base = base
        row.elapsed = 0
        row.status = .notStarted
        return row
    }

    private func fault(base: Observation?, latest: Observation) -> AssessmentReason? {
        let figures = [base, latest].compactMap { $0 }
        let isRelative = target.measure == .change && target.unit == .percent
        let isPoints = target.measure != .level && target.unit == .percentagePoint
        let aim = isRelative ? latest.unit : isPoints ? .percent : target.unit
        let units = figures.map(\.unit) + [aim]
        if units.contains(nil) { return .unitUnknown }
        if Set(units).count > 1 { return .unitDiffers }
        return base.map { hasBreak(from: $0, to: latest) } ?? false ? .breakInSeries : nil
    }

    /// A break of the series after the base, or a definition that holds for one end only.
    private func hasBreak(from base: Observation, to latest: Observation) -> Bool {
        if (base.status == .definitionDiffers) != (latest.status == .definitionDiffers) { return true }
        let (start, end) = (base.position(asOf: context.asOf), latest.position(asOf: context.asOf))
        return context.series.actuals.contains { figure in
            let time = figure.position(asOf: context.asOf)
            return figure.status == .breakInSeries && time > start && time <= end
        }
    }

    private func verdict(base: Observation?, latest: Observation) -> ProgressAssessment {
        var row = context.blank
        row.base = base
        row.latest = latest
        row.isProvisional = latest.isPreliminary || base.map(\.isPreliminary) ?? false
        guard let x = latest.value, let aim = target.value else { return context.unassessable(.inWords) }
        let time = latest.position(asOf: context.asOf)
        if context.form == .interval {
            IntervalRule(context: context, year: year).fill(&row, base: base, latest: x, time: time)
            return row
        }
        guard let base, let b = base.value else {
            return onePoint(row, latest: x, target: aim, time: time)
        }
        let start = base.position(asOf: context.asOf)
        guard let course = TargetCourse(context: context, base: b, from: start, to: DecimalNumber(year), figure: aim)
        else { return context.unassessable(.growthUndefined, base: base, latest: latest) }
        row.targetLevel = course.target
        if context.form == .keep || course.isReached(b) {
            KeepRule(context: context).fill(&row, course: course, base: base, latest: x, time: time)
        } else {
            course.fill(&row, latest: x, time: time)
        }
        return row
    }

    /// Without a base only met or not met can be said, and nothing of a change against a base.
    private func onePoint(
        _ unset: ProgressAssessment, latest: DecimalNumber, target aim: DecimalNumber, time: DecimalNumber
    ) -> ProgressAssessment {
        var row = unset
        row.reason = AssessmentReason.noBase.rawValue
        guard target.measure == .level else { return row }
        row.targetLevel = aim
        let met = ImprovementDirection.reaches(
            latest, target: aim, comparator: target.comparator, direction: context.direction)
        row.decide(met: met, final: time >= DecimalNumber(year))
        return row
    }
}
