import PipelineDefinition
import StatisticalModel

/// The assessment of one target: what is known, and which rule of Methods, “Kinds of target”, decides.
struct TargetAssessment {
    let target: Observation
    let series: FigureSeries
    let indicator: Indicator
    let baseline: BaselineRule
    let thresholds: AssessmentThresholds
    let form: TargetForm
    let isYesOrNo: Bool
    let asOf: CalendarDate

    /// d, from the indicator or else the comparator.
    var direction: Int { ImprovementDirection.sign(of: indicator.direction, comparator: target.comparator) }

    var result: ProgressAssessment {
        guard let year = target.referenceYear else { return unassessable(.noTargetYear) }
        switch form {
        case .cumulative, .withinYear: return AmountAssessment(context: self, year: year.number).result
        case .qualitative: return QualitativeAssessment(context: self, year: year.number).result
        case .level, .averageGrowth, .reduction, .keep, .interval:
            return LevelAssessment(context: self, year: year.number).result
        }
    }

    /// The row without any verdict: who, what and the target.
    var blank: ProgressAssessment {
        ProgressAssessment(
            pipeline: indicator.pipeline, indicator: indicator.code, indicatorName: indicator.name,
            englishName: indicator.englishName, qualifier: target.qualifier, area: target.area,
            unit: target.unit ?? indicator.unit, attribute: target.attribute, direction: indicator.direction,
            form: form, comparator: target.comparator, target: target, status: .notAssessable)
    }

    func unassessable(
        _ reason: AssessmentReason, base: Observation? = nil, latest: Observation? = nil
    ) -> ProgressAssessment {
        var row = blank
        row.base = base
        row.latest = latest
        row.reason = reason.rawValue
        if reason == .breakInSeries { row.status = .notComparable }
        return row
    }

    func lamp(gap: DecimalNumber) -> Lamp {
        LampRule.lamp(gap: gap, attribute: target.attribute, thresholds: thresholds)
    }
}

extension ProgressAssessment {
    /// Fills completion, elapsed share, their gap and the lamp that follows from it.
    mutating func set(completion: DecimalNumber?, elapsed: DecimalNumber?, in context: TargetAssessment) {
        self.completion = completion
        self.elapsed = elapsed
        gap = completion.flatMap { completion in elapsed.flatMap { completion.subtracting($0) } }
        lamp = gap.map { context.lamp(gap: $0) } ?? .none
    }

    /// The verdict of a single point or of a target whose time is over.
    mutating func decide(met: Bool, final: Bool) {
        status = met ? .met : final ? .missed : .notMet
    }
}

extension Observation {
    /// True for figures that may still change.
    var isPreliminary: Bool { status == .provisional || status == .estimated }
}
