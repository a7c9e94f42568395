import StatisticalModel

/// Targets of met or not met: yes or no, ranks, and targets in words.
///
/// A rank is compared with its bound (a smaller place is better unless the indicator says otherwise).
/// A target in words (明显增长) needs a figure that says yes (1) or no (0); no other figure decides it.
struct QualitativeAssessment {
    let context: TargetAssessment
    /// t1.
    let year: Int

    var result: ProgressAssessment {
        let levels = context.series.levels(asOf: context.asOf).filter {
            $0.referenceYear.map { $0.number <= year } ?? false
        }
        let base = context.baseline.base(of: context.target, year: year, asOf: context.asOf)
        let later = levels.filter { figure in
            base.map { figure.position(asOf: context.asOf) > $0.position(asOf: context.asOf) } ?? true
        }
        guard let latest = later.latestPreferred, let x = latest.value else {
            let reason: AssessmentReason =
                context.target.value == nil ? .inWords : base == nil ? .noFigures : .noLatest
            return context.unassessable(reason, base: base)
        }
        guard let met = isMet(x, latest) else {
            return context.unassessable(.inWords, base: base, latest: latest)
        }
        var row = context.blank
        row.base = base
        row.latest = latest
        row.targetLevel = context.target.value
        row.completion = met ? 1 : 0
        row.lamp = met ? .green : .none
        row.isProvisional = latest.isPreliminary
        row.decide(met: met, final: latest.closes(year, asOf: context.asOf))
        return row
    }

    private func isMet(_ value: DecimalNumber, _ latest: Observation) -> Bool? {
        if let aim = context.target.value {
            guard latest.unit == context.target.unit else { return nil }
            let direction = context.direction != 0 ? context.direction : -1
            return ImprovementDirection.reaches(
                value, target: aim, comparator: context.target.comparator, direction: direction)
        }
        guard context.rule.isYesOrNo(context.indicator.unit), value == 0 || value == 1 else { return nil }
        return value == 1
    }
}
