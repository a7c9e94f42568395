import PipelineDefinition
import StatisticalModel

/// The assessment of one target: what is known, and which rule of Methods, “Kinds of target”, decides.
struct TargetAssessment {
    let target: Observation
    let series: FigureSeries
    /// What the target's rate is the growth of: 一般公共预算收入 of 一般公共预算收入增长; `nil` where no level is known.
    let subject: FigureSeries?
    let indicator: Indicator
    let baseline: BaselineRule
    let thresholds: AssessmentThresholds
    let settings: AssessmentSettings
    let rule: TargetFormRule
    let form: TargetForm
    let asOf: CalendarDate
    let yearBasis: TargetYearBasis?

    /// d, from the indicator or else the comparator.
    var direction: Int { ImprovementDirection.sign(of: indicator.direction, comparator: target.comparator) }

    /// Whether the target's year has ended; what holds until another limit is set never ends.
    var isOver: Bool { yearBasis != .standing && target.referenceYear.map { asOf.year > $0.number } ?? false }

    var result: ProgressAssessment {
        var row = judged
        VerdictRule(context: self).finish(&row)
        return row
    }

    private var judged: ProgressAssessment {
        guard let year = target.referenceYear?.number else { return unassessable(.noTargetYear) }
        switch form {
        case .cumulative, .withinYear: return AmountAssessment(context: self, year: year).result
        case .qualitative: return QualitativeAssessment(context: self, year: year).result
        case .yearRate: return RateAssessment(context: self, year: year).result ?? unassessable(.noLatest)
        case .averageGrowth, .reduction, .level:
            // A printed change of the same years says more than two levels, which may be of other prices.
            if target.measure != .level || form == .averageGrowth,
                let row = RateAssessment(context: self, year: year).result
            {
                return row
            }
            if form == .averageGrowth, target.measure == .level { return unassessable(.noLatest) }
            return AmountAssessment.ofPart(in: self, year: year) ?? LevelAssessment(context: self, year: year).result
        case .keep, .interval: return LevelAssessment(context: self, year: year).result
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

    /// The status by C/E, the completion against the time gone by: where no yearly growth can be computed.
    func pace(of row: ProgressAssessment) -> ProgressStatus {
        guard let completion = row.completion, let elapsed = row.elapsed,
            let pace = completion.divided(by: elapsed, decimals: CompletionFormula.decimals)
        else { return .notMet }
        return PaceStatus.status(pace: pace, thresholds: thresholds)
    }

    /// A change counts in the target's direction: 下降4.3% is -4.3 of 增长6%.
    func signed(_ value: DecimalNumber, of figure: Observation) -> DecimalNumber {
        guard figure.measure != .level else { return value }
        let improving = indicator.direction
        let isSame = figure.changeDirection(improving: improving) == target.changeDirection(improving: improving)
        return isSame ? value : value.negated
    }

    /// Whether `value` reaches `figure`; 左右 allows a share half a point (a setting).
    func reaches(_ value: DecimalNumber, target figure: DecimalNumber, direction: Int) -> Bool {
        let isShare = target.unit.map { UnitCode.sharesAndPoints.contains($0) } ?? false
        return ImprovementDirection.reaches(
            value, target: figure, comparator: target.comparator, direction: direction,
            tolerance: isShare && target.measure != .increment ? settings.approximatePoints : 0)
    }

    /// Whether a level reaches the target's; which way is better may follow from the base.
    func reachesLevel(_ value: DecimalNumber, target level: DecimalNumber, base: DecimalNumber?) -> Bool {
        let change = target.measure == .level ? 0 : target.changeDirection(improving: indicator.direction)
        let way = base.map { $0 < level ? 1 : -1 } ?? 1
        let own = change != 0 ? change : direction != 0 ? direction : way
        guard change < 0 else { return reaches(value, target: level, direction: own) }
        return ImprovementDirection.reaches(
            value, target: level, comparator: target.comparator.mirrored, direction: own)
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
