import PipelineDefinition
import StatisticalModel

/// What every assessed row gets at the end: the lamp of what is decided, the words of the verdict, 目标实现度, and why
/// a row without a lamp has none (Methods, “Lamp”, “Words” and “Ungraded”).
struct VerdictRule {
    let context: TargetAssessment

    func finish(_ row: inout ProgressAssessment) {
        switch row.status {
        case .met, .achieved, .keep: row.lamp = .green
        case .missed: row.lamp = .red
        default: break
        }
        row.isOver = context.isOver
        row.yearBasis = context.yearBasis
        row.time = row.latest?.position(asOf: context.asOf)
        row.isFinal = row.target.referenceYear.flatMap { row.latest?.closes($0.number, asOf: context.asOf) } ?? false
        row.realised = realised(row)
        row.verdict = verdict(row)
        row.ungraded = row.lamp == .none ? ungraded(row) : nil
    }

    /// x/T of levels and amounts, and of changes; a rate of a year is met or not.
    private func realised(_ row: ProgressAssessment) -> DecimalNumber? {
        guard let x = row.latest?.value, let target = row.targetLevel else { return nil }
        switch row.form {
        case .yearRate, .interval, .qualitative: return nil
        case .level, .keep, .cumulative, .withinYear, .reduction, .averageGrowth:
            return x.divided(by: target, decimals: CompletionFormula.decimals)
        }
    }

    private func verdict(_ row: ProgressAssessment) -> ProgressVerdict? {
        guard row.lamp != .none else { return nil }
        switch row.status {
        case .met, .achieved: return isEarly(row) ? .ahead : .asExpected
        case .keep: return .asExpected
        case .missed: return .behind
        default: break
        }
        if let points = row.gap?.shifted(by: 2), points > context.settings.fasterPoints { return .faster }
        return row.lamp == .green || row.lamp == .greenBehind ? .asExpected : .behind
    }

    /// Reached before the target's year is over, or by a level of an earlier year.
    private func isEarly(_ row: ProgressAssessment) -> Bool {
        guard let latest = row.latest, let year = row.target.referenceYear else { return false }
        switch row.form {
        case .yearRate, .averageGrowth, .keep, .interval: return false
        case .withinYear, .cumulative, .qualitative:
            return latest.position(asOf: context.asOf) < DecimalNumber(year.number)
        case .level, .reduction:
            guard latest.measure == .level, let aim = row.targetLevel else { return false }
            let start = row.base?.referenceYear
            return context.series.levels(asOf: context.asOf).contains { figure in
                guard let value = figure.value, let own = figure.referenceYear, own < year else { return false }
                return start.map { own > $0 } ?? (own == latest.referenceYear)
                    && context.reachesLevel(value, target: aim, base: row.base?.value)
            }
        }
    }

    private func ungraded(_ row: ProgressAssessment) -> UngradedReason {
        if row.status == .notStarted { return .openNoData }
        switch AssessmentReason(rawValue: row.reason) {
        case .noLatest?, .noFigures?, .gapInSeries?: return context.isOver ? .dueNoData : .openNoData
        case .noBase?: return .noBase
        default: return .judgement
        }
    }
}
