import PipelineDefinition
import StatisticalModel

/// Targets set against a level: level, keep, interval, and changes where no bulletin prints the change itself.
struct LevelAssessment {
    let context: TargetAssessment
    /// t1.
    let year: Int

    private var target: Observation { context.target }

    var result: ProgressAssessment {
        let base = context.baseline.base(of: target, year: year, asOf: context.asOf)
        guard let latest = latest(after: base) else {
            guard let base else { return context.unassessable(.noFigures) }
            let start = base.referenceYear.map { _ in base.position(asOf: context.asOf) }
            let started = start.map { $0 < ElapsedShare.position(of: context.asOf) } ?? true
            if let stand = stand(base), !context.isOver { return notStarted(base, latest: stand) }
            return started ? context.unassessable(.noLatest, base: base) : notStarted(base)
        }
        if let fault = fault(base: base, latest: latest) {
            return context.unassessable(fault, base: base, latest: latest)
        }
        // The year is over and no figure of it is known: the last stand is shown, and nothing is carried forward.
        if context.isOver, latest.isBefore(year: year) {
            return context.unassessable(.noLatest, base: base, latest: latest)
        }
        return verdict(base: base, latest: latest)
    }

    /// The latest figure after the base, of the target's year or an earlier one. Half a year's share stands only
    /// where the year's is not known.
    private func latest(after base: Observation?) -> Observation? {
        let start = base?.referenceYear.map { _ in base?.position(asOf: context.asOf) ?? 0 }
        let figures = context.series.levels(asOf: context.asOf).filter { figure in
            figure.referenceYear.map { $0.number <= year } ?? false
                && start.map { figure.position(asOf: context.asOf) > $0 } ?? true
        }
        guard let latest = figures.latestPreferred, latest.isOpenTotal else { return figures.latestPreferred }
        // 累计上线52个，今年上线31个: the second is of the year, whichever stands first.
        return figures.filter { !$0.isOpenTotal && $0.isOfTime(latest) }.latestPreferred ?? latest
    }

    /// What a report says of the year before in prose, and builds its target on, is the latest stand as well as the base.
    private func stand(_ base: Observation) -> Observation? {
        guard base.referenceYear?.number == year - 1, !base.isSupplied,
            base.sources.contains(where: { $0.source == .prose })
        else { return nil }
        return base
    }

    private func notStarted(_ base: Observation, latest: Observation? = nil) -> ProgressAssessment {
        var row = context.blank
        row.base = base
        row.latest = latest
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
        guard let base, base.referenceYear != nil else { return nil }
        return hasBreak(from: base, to: latest) ? .breakInSeries : nil
    }

    /// A break of the series after the base, or a definition that holds for one end only.
    private func hasBreak(from base: Observation, to latest: Observation) -> Bool {
        if (base.status == .definitionDiffers) != (latest.status == .definitionDiffers) { return true }
        let (start, end) = (base.position(asOf: context.asOf), latest.position(asOf: context.asOf))
        return context.series.actuals.contains { figure in
            let time = figure.position(asOf: context.asOf)
            return figure.isBreak(context.settings) && time > start && time <= end
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
        guard let base, base.referenceYear != nil, let b = base.value else {
            return onePoint(row, latest: x, target: aim)
        }
        let start = base.position(asOf: context.asOf)
        guard let course = TargetCourse(context: context, base: b, from: start, to: DecimalNumber(year), figure: aim)
        else { return context.unassessable(.growthUndefined, base: base, latest: latest) }
        row.targetLevel = course.target
        if context.form == .keep || course.isReached(b) {
            KeepRule(context: context, year: year).fill(&row, course: course, base: base, latest: x, time: time)
        } else {
            course.fill(&row, latest: x, time: time)
        }
        return row
    }

    /// Without a base, or with one of an unknown year, only met or not met can be said, and nothing of a change.
    private func onePoint(
        _ unset: ProgressAssessment, latest: DecimalNumber, target aim: DecimalNumber
    ) -> ProgressAssessment {
        var row = unset
        row.reason = AssessmentReason.noBase.rawValue
        guard target.measure == .level else { return row }
        row.targetLevel = aim
        row.completion = unset.base?.value.flatMap { base in
            CompletionFormula.level(base: base, latest: latest, target: aim)
        }
        let met = context.reachesLevel(latest, target: aim, base: unset.base?.value)
        row.decide(met: met, final: row.latest.map { $0.closes(year, asOf: context.asOf) } ?? false)
        return row
    }
}

extension Observation {
    /// The figure stands on another base of statistics than those before it: status B, or words such as 可比口径.
    func isBreak(_ settings: AssessmentSettings) -> Bool {
        status == .breakInSeries
            || measure == .level
                && sources.contains { source in
                    let quote = Array(source.provenance.quote.utf8)[...]
                    return settings.holds(quote, .newBase) || settings.isRevision(quote)
                }
    }
}
