import PipelineDefinition
import Spreadsheet
import StatisticalModel

/// Which rows of a pipeline sheet are live, and what their formulas refer to and give.
extension PipelineSheet {
    /// True where the row's formulas give the completion, elapsed share, lamp and status that Assessment found.
    func isLive(_ row: ProgressAssessment) -> Bool {
        switch row.form {
        case .level, .cumulative, .reduction, .averageGrowth: break
        case .keep, .interval, .withinYear, .yearRate, .qualitative: return false
        }
        guard row.target.value != nil, row.target.upper == nil, row.target.measure == .level || row.form != .level
        else { return false }
        let live = live(row)
        return live.lamp == row.lamp && live.status == row.status && Self.agree(live.completion, row.completion)
            && Self.agree(live.elapsed, row.elapsed)
    }

    /// A latest figure of a day within the year, or a base that only Assessment knows, shows as a difference here.
    private static func agree(_ live: Double?, _ exact: DecimalNumber?) -> Bool {
        guard let live, let exact else { return live == nil && exact == nil }
        return abs(live - exact.doubleValue) < 0.000_001
    }

    /// What the sheet's cell shows: the formula's result, or Assessment's own.
    func completion(_ row: ProgressAssessment) -> Double? {
        isLive(row) ? live(row).completion : row.completion?.doubleValue
    }

    func elapsed(_ row: ProgressAssessment) -> Double? {
        isLive(row) ? live(row).elapsed : row.elapsed?.doubleValue
    }

    func live(_ row: ProgressAssessment) -> LiveProgress {
        let limits = limits(row)
        return LiveProgress(
            base: scale(row).shown(row.base)?.doubleValue, baseYear: baseYear(row).map(Double.init),
            latest: scale(row).shown(row.latest)?.doubleValue, latestYear: row.latest?.year.map { Double($0.number) },
            target: scale(row).shown(row.target)?.doubleValue, targetYear: row.target.year.map { Double($0.number) },
            form: row.form, direction: isUp(row) ? 1 : -1, greenBehind: limits.green.doubleValue,
            red: limits.red.doubleValue, onTrack: pipeline.thresholds.onTrack.doubleValue,
            moderate: pipeline.thresholds.moderate.doubleValue)
    }

    private func limits(_ row: ProgressAssessment) -> (green: DecimalNumber, red: DecimalNumber) {
        let thresholds = pipeline.thresholds
        guard row.attribute == .binding else { return (thresholds.greenBehind, thresholds.red) }
        return (thresholds.bindingGreenBehind ?? thresholds.greenBehind, thresholds.bindingRed ?? thresholds.red)
    }

    /// The comparator decides where it sets a floor or a ceiling, then the indicator, then the way to the target.
    private func isUp(_ row: ProgressAssessment) -> Bool {
        if row.form == .reduction { return false }
        switch row.comparator {
        case .atLeast, .moreThan: return true
        case .atMost, .lessThan: return false
        case .equal, .approximately, .range: break
        }
        guard row.direction == .keep else { return row.direction == .up }
        guard let base = row.base?.value, let target = row.target.value else { return true }
        return base <= target
    }

    func formulas(_ row: ProgressAssessment, line: Int) -> ProgressFormulas {
        func cell(_ column: Column) -> String { CellReference(line, column.rawValue).name }
        func limit(_ limit: LimitsSheet.Limit) -> String {
            LimitsSheet.cell(limit, pipeline: index, words: words)
        }
        let binding = row.attribute == .binding
        return ProgressFormulas(
            base: cell(.base), baseYear: cell(.baseYear), latest: cell(.latest), latestYear: cell(.latestYear),
            target: cell(.target), targetYear: cell(.targetYear), completion: cell(.completion),
            elapsed: cell(.elapsed), gap: cell(.gap), greenBehind: limit(binding ? .bindingGreen : .green),
            red: limit(binding ? .bindingRed : .red), onTrack: limit(.onTrack), moderate: limit(.moderate),
            form: row.form, isUp: isUp(row), style: style, words: words)
    }
}
