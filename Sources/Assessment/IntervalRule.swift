import StatisticalModel

/// An interval [q1, q2] to be in: inside is met; outside, the nearest end is required.
struct IntervalRule {
    let context: TargetAssessment
    /// t1.
    let year: Int

    func fill(
        _ row: inout ProgressAssessment, base: Observation?, latest: DecimalNumber, time: DecimalNumber
    ) {
        guard let lower = context.target.value, let upper = context.target.upper else { return }
        let observed = context.series.levels(asOf: context.asOf).compactMap(\.value)
        if let least = observed.min(), let greatest = observed.max() { row.observed = least...greatest }
        let elapsed = base.flatMap { base in
            ElapsedShare.between(base.position(asOf: context.asOf), DecimalNumber(year), at: time)
        }
        row.set(
            completion: CompletionFormula.interval(lower, upper, latest: latest, observed: observed),
            elapsed: elapsed, in: context)
        let inside = latest >= lower && latest <= upper
        row.required = inside ? latest : latest < lower ? lower : upper
        row.targetLevel = row.required
        if inside { row.lamp = .green }
        if base == nil { row.reason = AssessmentReason.noBase.rawValue }
        let isOver = row.latest.map { $0.closes(year, asOf: context.asOf) } ?? false
        row.decide(met: inside, final: isOver)
        if !inside, !isOver { row.status = context.pace(of: row) }
    }
}
