import StatisticalModel

/// A level to keep (保持): stated so, equal to the base, or a floor or ceiling that the base already meets.
///
/// Completion is the share of the years since the base that met it; the verdict is met now, and the trend.
struct KeepRule {
    let context: TargetAssessment
    /// t1.
    let year: Int

    func fill(
        _ row: inout ProgressAssessment, course: TargetCourse, base: Observation, latest: DecimalNumber,
        time: DecimalNumber
    ) {
        let values = yearlyValues(after: course.start, upTo: time)
        row.form = .keep
        row.completion = CompletionFormula.yearsMet(values.count { course.isReached($0) }, of: values.count)
        row.elapsed = ElapsedShare.between(course.start, course.end, at: time)
        row.required = course.target
        let met = course.isReached(latest)
        row.lamp = met ? .green : .red
        row.trend = base.value.map { PaceStatus.trend(base: $0, latest: latest, direction: course.direction) }
        if row.latest.map({ $0.closes(year, asOf: context.asOf) }) ?? false {
            row.decide(met: met, final: true)
        } else {
            row.status = met ? .keep : .notMet
        }
    }

    /// One value a year: the last known of it.
    private func yearlyValues(after start: DecimalNumber, upTo end: DecimalNumber) -> [DecimalNumber] {
        let figures = context.series.levels(asOf: context.asOf).filter { figure in
            let time = figure.position(asOf: context.asOf)
            return time > start && time <= end
        }
        return Dictionary(grouping: figures) { $0.referenceYear }.values.compactMap { $0.latestPreferred?.value }
    }
}
