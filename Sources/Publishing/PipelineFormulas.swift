import PipelineDefinition
import Spreadsheet
import StatisticalModel

/// Which rows of a pipeline sheet are live, and what their formulas refer to and give.
extension PipelineSheet {
    /// What the row's formulas give where that is what Assessment found, so that a value typed over the latest one is
    /// judged by the same rules; `nil` for other rows, whose cells for input are locked.
    func agreed(_ row: ProgressAssessment) -> Live? {
        guard canBeTyped(row) else { return nil }
        let live = live(row)
        let hasLatest = row.latest != nil && row.status != .notStarted
        let agrees =
            live.lamp == words(row.lamp) && live.status == words(row.status)
            && (live.judgement ?? "") == (row.verdict.map { words("verdict.\($0.rawValue)") } ?? "")
            && (row.form == .keep || Self.agree(live.completion, row.completion))
            && (!hasLatest || Self.agree(live.elapsed, row.elapsed))
        return agrees ? live : nil
    }

    /// A target in words is for people to judge; faults of units and breaks are not mended by typing.
    private func canBeTyped(_ row: ProgressAssessment) -> Bool {
        guard row.target.value != nil, row.target.year != nil else { return false }
        let typed = ["", "no-base", "no-latest", "no-figures", "gap-in-series", "pace-undefined"]
        guard typed.contains(row.reason) else { return false }
        return !(row.form == .cumulative || row.form == .withinYear) || row.direction != .down
    }

    private static func agree(_ live: Double?, _ exact: DecimalNumber?) -> Bool {
        guard let live, let exact else { return live == nil && exact == nil }
        return abs(live - exact.doubleValue) < 0.000_001
    }

    /// What the formulas of a row show.
    struct Live {
        var completion, realised, elapsed, gap, needed, expected: Double?
        var judged, reached, growth, pace: Double?
        var lamp, judgement, status, ungraded, remark: String?
    }

    /// What the sheet's cell shows: the formula's result, or Assessment's own.
    func completion(_ index: Int) -> Double? {
        let row = rows[index]
        if row.form != .keep, let live = lives[index] { return live.completion }
        return row.completion?.doubleValue
    }

    func elapsed(_ index: Int) -> Double? {
        if let live = lives[index] { return live.elapsed }
        return rows[index].elapsed?.doubleValue
    }

    /// Computes the formulas as they stand on the row's figures.
    func live(_ row: ProgressAssessment) -> Live {
        let formulas = formulas(row, line: 0)
        var cells = inputs(row)
        func number(_ formula: CellFormula, as column: Column? = nil) -> Double? {
            let value = formula.value(cells)
            if let column { cells[Self.cell(column, 0)] = value }
            if case .number(let number) = value { return number }
            return nil
        }
        func text(_ formula: CellFormula, as column: Column? = nil) -> String? {
            let value = formula.value(cells)
            if let column { cells[Self.cell(column, 0)] = value }
            if case .text(let text) = value { return text.isEmpty || text.hasPrefix("[") ? nil : text }
            return nil
        }
        // In the order in which they refer to each other.
        let judged = number(formulas.judged, as: .judged)
        let reached = number(formulas.reached, as: .reached)
        let completion = number(formulas.completion, as: .completion)
        let elapsed = number(formulas.elapsed, as: .elapsed)
        let gap = number(formulas.gap, as: .gap)
        let lamp = text(formulas.lamp, as: .lamp)
        let growth = formulas.growth.flatMap { number($0, as: .growth) }
        let pace = formulas.pace.flatMap { number($0, as: .pace) }
        return Live(
            completion: completion, realised: number(formulas.realised), elapsed: elapsed, gap: gap,
            needed: number(formulas.needed), expected: number(formulas.expected), judged: judged, reached: reached,
            growth: growth, pace: pace, lamp: lamp, judgement: text(formulas.judgement),
            status: text(formulas.status), ungraded: text(formulas.ungraded), remark: text(formulas.remark))
    }

    private func inputs(_ row: ProgressAssessment) -> [String: CellFormula.Value] {
        var cells = limits.values
        func set(_ column: Column, _ value: Double?) {
            if let value { cells[Self.cell(column, 0)] = .number(value) }
        }
        set(.base, scale(row).shown(row.base)?.doubleValue)
        set(.baseYear, baseYear(row).map(Double.init))
        set(.latest, scale(row).shown(row.latest)?.doubleValue)
        set(.latestYear, latestYear(row).map(Double.init))
        if row.target.upper == nil { set(.target, scale(row).shown(row.target)?.doubleValue) }
        set(.targetYear, row.target.year.map { Double($0.number) })
        return cells
    }

    private static func cell(_ column: Column, _ line: Int) -> String { CellReference(line, column.rawValue).name }

    func formulas(_ row: ProgressAssessment, line: Int) -> ProgressFormulas {
        func cell(_ column: Column) -> CellFormula { .cell(Self.cell(column, line)) }
        func limit(_ limit: LimitsSheet.Limit) -> CellFormula { .cell(limits.names[limit] ?? "") }
        let isBinding = row.attribute == .binding
        return ProgressFormulas(
            cells: ProgressFormulas.Cells(
                base: cell(.base), baseYear: cell(.baseYear), latest: cell(.latest), latestYear: cell(.latestYear),
                target: cell(.target), targetYear: cell(.targetYear), completion: cell(.completion),
                elapsed: cell(.elapsed), gap: cell(.gap), lamp: cell(.lamp), judged: cell(.judged),
                reached: cell(.reached), growth: cell(.growth), pace: cell(.pace),
                greenBehind: limit(isBinding ? .bindingGreen : .green), red: limit(isBinding ? .bindingRed : .red),
                onTrack: limit(.onTrack), moderate: limit(.moderate), faster: limit(.faster),
                approximate: limit(.approximate)),
            form: row.form, aim: aim(row), comparator: row.comparator, direction: direction(row),
            isTolerant: row.target.unit.map { UnitCode.sharesAndPoints.contains($0) } ?? false, start: start(row),
            isOver: row.isOver, interim: interim(row), interval: interval(row),
            wasEarly: row.verdict == .ahead && row.isFinal, whole: whole(row),
            awaitsDecision: row.ungraded == .toConfirm, startsLater: row.status == .notStarted && row.latest == nil,
            note: note(row), latestNote: latestNote(row), style: style, words: words)
    }

    // MARK: constants of a row

    private func aim(_ row: ProgressAssessment) -> ProgressFormulas.Aim {
        let way = Double(row.target.changeDirection(improving: row.direction))
        switch (row.form, row.target.measure) {
        case (.averageGrowth, _): return .share(direction: way, isYearly: true)
        case (.cumulative, _), (.withinYear, _), (_, .level): return .level
        case (.reduction, _): return .share(direction: -1, isYearly: false)
        default:
            return row.target.unit == .percent
                ? .share(direction: way, isYearly: false) : .amount(direction: way)
        }
    }

    /// The comparator decides where it sets a floor or a ceiling, then the indicator, then the way to the target.
    private func direction(_ row: ProgressAssessment) -> Double {
        switch row.comparator {
        case .atLeast, .moreThan: return 1
        case .atMost, .lessThan: return -1
        case .equal, .approximately, .range: break
        }
        switch row.direction {
        case .up: return 1
        case .down: return -1
        case .keep: break
        }
        if row.form == .qualitative { return -1 }
        guard let base = row.base?.value, let target = row.target.value else { return 1 }
        return base < target ? 1 : -1
    }

    private func start(_ row: ProgressAssessment) -> Double? {
        switch row.form {
        case .withinYear: row.target.year.map { Double($0.number - 1) }
        case .cumulative:
            (row.target.period.map { $0.first.number - 1 } ?? row.target.baseYear?.number
                ?? row.target.year.map {
                    $0.number - 1
                }).map(Double.init)
        case .level where row.target.measure == .level:
            // Half a year's amount of a level that builds up within the year.
            row.base == nil && row.elapsed != nil ? row.target.year.map { Double($0.number - 1) } : nil
        default: row.target.changeSpan.map { Double($0.first.number - 1) }
        }
    }

    private func interim(_ row: ProgressAssessment) -> ProgressFormulas.Interim? {
        guard let time = row.time?.doubleValue, let value = scale(row).shown(row.latest)?.doubleValue,
            let year = latestYear(row), let end = row.target.year?.number
        else { return nil }
        let isWhole = time == Double(year) && (row.isFinal || year < end)
        return isWhole ? nil : ProgressFormulas.Interim(value: value, time: time)
    }

    private func interval(
        _ row: ProgressAssessment
    ) -> (lower: Double, upper: Double, least: Double?, greatest: Double?)? {
        guard row.form == .interval, let lower = scale(row).shown(row.target), let upper = row.target.upper else {
            return nil
        }
        let observed = row.observed
        return (
            lower.doubleValue, scale(row).shown(upper).doubleValue,
            observed.map { scale(row).shown($0.lowerBound).doubleValue },
            observed.map { scale(row).shown($0.upperBound).doubleValue }
        )
    }

    /// 100 for shares in %, 1000 in ‰, where base and target are within.
    private func whole(_ row: ProgressAssessment) -> Double? {
        guard row.target.measure == .level, let unit = row.target.unit,
            let whole: DecimalNumber = [.percent: 100, "‰": 1000][unit],
            [row.base?.value, row.target.value].allSatisfy({ $0.map { $0 >= 0 && $0 <= whole } ?? true })
        else { return nil }
        return whole.doubleValue
    }

    private func latestNote(_ row: ProgressAssessment) -> (value: Double, text: String)? {
        guard let latest = row.latest, let value = scale(row).shown(latest)?.doubleValue else { return nil }
        let key: String? =
            switch latest.status {
            case .revised: "remark.revised"
            case .estimated: "remark.estimated"
            case .provisional: "remark.provisional"
            default: latest.months == nil ? nil : "remark.part"
            }
        return key.map { (value, words($0)) }
    }

    func latestYear(_ row: ProgressAssessment) -> Int? { (row.latest?.year ?? row.latest?.period?.last)?.number }
}
