import Spreadsheet
import StatisticalModel

/// The formulas of one row of a pipeline sheet: the rules of Assessment (its article *Methods*) in the words of a
/// spreadsheet, for each kind of target.
///
/// What a row cannot show in cells is a constant of its formulas: whether the target's year is over at the as-of date,
/// at what moment a figure of half a year stands, what other years have shown.
struct ProgressFormulas {
    /// Cells of the row.
    struct Cells {
        let base, baseYear, latest, latestYear, target, targetYear: CellFormula
        let completion, elapsed, gap, lamp: CellFormula
        /// What several formulas ask for, so that none of them is longer than a person can read: ``ProgressFormulas/judged``,
        /// ``ProgressFormulas/reached``, ``ProgressFormulas/growth`` and ``ProgressFormulas/pace``.
        let judged, reached, growth, pace: CellFormula
        /// Cells of 界限 that hold the limits.
        let greenBehind, red, onTrack, moderate, faster, approximate: CellFormula
    }

    /// What the target asks of its figure.
    enum Aim {
        /// T itself.
        case level
        /// b·(1 + direction·T/100), or by growth a year b·(1 + direction·T/100)^n.
        case share(direction: Double, isYearly: Bool)
        /// b + direction·T, in the unit or in points.
        case amount(direction: Double)
    }

    /// A latest figure that stands for a part of its year, or is an estimate.
    struct Interim {
        let value: Double
        /// Its place on the scale of years: 2024.5 for half of 2025.
        let time: Double
    }

    let cells: Cells
    let form: TargetForm
    let aim: Aim
    let comparator: Comparator
    /// d: +1 where more is better, -1 where less is, 0 where only the number itself is.
    let direction: Double
    /// 左右 has a tolerance here.
    let isTolerant: Bool
    /// The end of the year before an amount or a printed change begins; `nil` for a rate of one year.
    let start: Double?
    /// The target's year has ended at the as-of date.
    let isOver: Bool
    let interim: Interim?
    /// The two ends of an interval, with the least and greatest figure of its other years.
    let interval: (lower: Double, upper: Double, least: Double?, greatest: Double?)?
    /// A figure of an earlier year has reached the target.
    let wasEarly: Bool
    /// The largest value of a share, 100 or 1000; `nil` where the figure has no bound.
    let whole: Double?
    /// What the last run found for the row beside figures: 待确认.
    let awaitsDecision: Bool
    /// Without a figure the target has not begun.
    let startsLater: Bool
    /// What is said of the row whatever is typed: its kind.
    let note: String
    /// What is said of the latest figure that the run found (已修订, 预计数).
    let latestNote: (value: Double, text: String)?
    let style: WorkbookStyle
    let words: ReportWords

    // MARK: parts

    private func has(_ parts: CellFormula...) -> CellFormula {
        .compare(.count(parts), .equal, .number(Double(parts.count)))
    }
    /// The cell of a question shows yes.
    private func holds(_ question: CellFormula) -> CellFormula { .compare(question, .equal, .number(1)) }
    private func lacks(_ part: CellFormula) -> CellFormula { .compare(.count([part]), .equal, .number(0)) }

    /// Counted from zero; a level is where half a year's is known alone.
    private var isAmount: Bool {
        switch form {
        case .cumulative, .withinYear: true
        case .level: !isChange && start != nil
        default: false
        }
    }
    /// A target by the end of some years, with a way from a base.
    private var isCourse: Bool {
        switch form {
        case .level, .reduction, .averageGrowth: !isAmount
        default: false
        }
    }
    private var isChange: Bool { if case .level = aim { false } else { true } }

    /// The latest figure is the one of a part of a year that the run found.
    private var isInterim: CellFormula {
        guard let interim else { return .truth(false) }
        return .compare(cells.latest, .equal, .number(interim.value))
    }

    /// t.
    private var time: CellFormula {
        guard let interim else { return cells.latestYear }
        return .choose(isInterim, then: .number(interim.time), otherwise: cells.latestYear)
    }

    /// Whether the figure may judge the target: there, of the right year, and not the last stand of a year gone by.
    private var isJudged: CellFormula {
        var tests: [CellFormula] = []
        switch form {
        case .withinYear: tests.append(.compare(cells.latestYear, .equal, cells.targetYear))
        case .yearRate: tests.append(.compare(cells.latestYear, .equal, cells.targetYear))
        case .reduction where start == nil && isChange:
            tests.append(.compare(cells.latestYear, .equal, cells.targetYear))
        default: tests.append(.compare(cells.latestYear, .atMost, cells.targetYear))
        }
        if isOver { tests.append(.compare(time, .atLeast, cells.targetYear)) }
        let known =
            interval == nil ? has(cells.latest, cells.latestYear, cells.target) : has(cells.latest, cells.latestYear)
        let begun: CellFormula =
            hasOwnStart
            ? .truth(true)
            : .choose(has(cells.baseYear), then: .compare(time, .more, cells.baseYear), otherwise: .truth(true))
        return .choose(known, then: .all(tests + [begun]), otherwise: .truth(false))
    }

    private var hasOwnStart: Bool { isAmount || form == .yearRate || form == .qualitative }

    private var closes: CellFormula {
        let late: CellFormula = .compare(time, .atLeast, cells.targetYear)
        guard interim != nil else { return late }
        return .choose(isInterim, then: .truth(false), otherwise: late)
    }

    private var hasBase: CellFormula { has(cells.base, cells.baseYear) }

    /// T as a level; for a change it needs the base.
    private var level: CellFormula {
        switch aim {
        case .level: return cells.target
        case .share(let direction, let isYearly):
            let rate: CellFormula = .sum(
                .number(1), .product(.number(direction), .quotient(cells.target, .number(100))))
            let factor = isYearly ? .power(rate, .difference(cells.targetYear, cells.baseYear)) : rate
            return .round(.product(cells.base, factor))
        case .amount(let direction):
            return .round(.sum(cells.base, .product(.number(direction), cells.target)))
        }
    }

    private func reaches(_ aim: CellFormula, direction: Double, comparator: Comparator) -> CellFormula {
        let (x, target) = (CellFormula.round(cells.latest), CellFormula.round(aim))
        switch comparator {
        case .atLeast: return .compare(x, .atLeast, target)
        case .moreThan: return .compare(x, .more, target)
        case .atMost: return .compare(x, .atMost, target)
        case .lessThan: return .compare(x, .less, target)
        case .equal, .approximately, .range: break
        }
        let hasSlack = comparator == .approximately && isTolerant
        let slack = cells.approximate
        let floor: CellFormula = .compare(x, .atLeast, hasSlack ? .round(.difference(aim, slack)) : target)
        let ceiling: CellFormula = .compare(x, .atMost, hasSlack ? .round(.sum(aim, slack)) : target)
        return direction > 0 ? floor : direction < 0 ? ceiling : .all([floor, ceiling])
    }

    /// Asked only where the row is judged.
    private var isReached: CellFormula {
        if let interval {
            return .all([
                .compare(cells.latest, .atLeast, .number(interval.lower)),
                .compare(cells.latest, .atMost, .number(interval.upper)),
            ])
        }
        switch aim {
        case .level: return reaches(cells.target, direction: direction, comparator: comparator)
        case .share(let way, _), .amount(let way):
            let printed = reaches(cells.target, direction: 1, comparator: comparator)
            if form == .yearRate { return printed }
            let byLevels = reaches(level, direction: way, comparator: way < 0 ? comparator.mirrored : comparator)
            return .choose(hasBase, then: byLevels, otherwise: printed)
        }
    }

    private func verdict(_ verdict: CellFormula, otherwise: CellFormula) -> CellFormula {
        .choose(holds(cells.judged), then: verdict, otherwise: otherwise)
    }

    // MARK: columns

    /// 1 where the figure may judge the target, else 0.
    var judged: CellFormula { .choose(isJudged, then: .number(1), otherwise: .number(0)) }

    /// 1 where the target is reached, else 0.
    var reached: CellFormula {
        verdict(.choose(isReached, then: .number(1), otherwise: .number(0)), otherwise: .number(0))
    }

    /// 1 where the growth a year is known, of which ``pace``, ``needed`` and ``expected`` are then computed; `nil` where
    /// none is asked for.
    var growth: CellFormula? {
        guard isCourse else { return nil }
        return verdict(.choose(hasGrowth, then: .number(1), otherwise: .number(0)), otherwise: .number(0))
    }

    /// R, else C/E; `nil` where neither is asked for.
    var pace: CellFormula? {
        let byParts: CellFormula = .choose(
            has(cells.completion, cells.elapsed),
            then: .choose(
                .compare(cells.elapsed, .more, .number(0)),
                then: .round(.quotient(cells.completion, cells.elapsed)), otherwise: missing), otherwise: missing)
        if isCourse {
            return verdict(.choose(holds(cells.growth), then: byGrowth, otherwise: byParts), otherwise: missing)
        }
        return isAmount || interval != nil ? verdict(byParts, otherwise: missing) : nil
    }

    var completion: CellFormula {
        let formula: CellFormula
        switch form {
        case .yearRate, .keep: return missing
        case .qualitative: formula = cells.reached
        case .interval: formula = .choose(holds(cells.reached), then: .number(1), otherwise: distance)
        case .cumulative, .withinYear: formula = ratio(cells.latest, cells.target)
        case .level where isAmount: formula = ratio(cells.latest, cells.target)
        case .level, .reduction, .averageGrowth:
            formula = .choose(
                has(cells.base), then: byLevels, otherwise: isChange ? byPrintedChange : missing)
        }
        return verdict(formula, otherwise: missing)
    }

    private func ratio(_ part: CellFormula, _ whole: CellFormula) -> CellFormula {
        .choose(.compare(whole, .equal, .number(0)), then: missing, otherwise: .round(.quotient(part, whole)))
    }

    private var byPrintedChange: CellFormula {
        guard form == .averageGrowth else { return ratio(cells.latest, cells.target) }
        func growth(_ part: CellFormula) -> CellFormula { .logarithm(.sum(.number(1), .quotient(part, .number(100)))) }
        return .choose(
            .any([.compare(cells.latest, .atMost, .number(-100)), .compare(cells.target, .equal, .number(0))]),
            then: missing,
            otherwise: .round(
                start.map { start in
                    // The average of a part of the years is that part of the way.
                    .product(
                        .quotient(growth(cells.latest), growth(cells.target)),
                        .greatest([
                            .number(0),
                            .least([
                                .number(1),
                                .quotient(
                                    .difference(time, .number(start)),
                                    .difference(cells.targetYear, .number(start))),
                            ]),
                        ]))
                } ?? .quotient(growth(cells.latest), growth(cells.target))))
    }

    private var byLevels: CellFormula {
        let (b, x) = (cells.base, cells.latest)
        switch (form, aim) {
        case (.reduction, _):
            return .choose(
                .compare(.product(b, cells.target), .equal, .number(0)), then: missing,
                otherwise: .round(
                    .quotient(
                        .difference(.number(1), .quotient(x, b)), .quotient(cells.target, .number(100)))))
        case (.averageGrowth, .share(let way, _)):
            let rate: CellFormula = .sum(.number(1), .product(.number(way), .quotient(cells.target, .number(100))))
            return .choose(
                .any([.compare(.product(b, x), .atMost, .number(0)), .compare(cells.target, .equal, .number(0))]),
                then: missing,
                otherwise: .round(
                    .quotient(
                        .logarithm(.quotient(x, b)),
                        .product(.difference(cells.targetYear, cells.baseYear), .logarithm(rate)))))
        default:
            return .choose(
                .compare(level, .equal, b), then: missing,
                otherwise: .round(.quotient(.difference(x, b), .difference(level, b))))
        }
    }

    /// 1 - (distance to the nearest end)/(the greatest distance that the series has shown), not under 0.
    private var distance: CellFormula {
        guard let interval else { return missing }
        let x = cells.latest
        let least: CellFormula = .least([x] + [interval.least].compactMap { $0.map(CellFormula.number) })
        let greatest: CellFormula = .greatest([x] + [interval.greatest].compactMap { $0.map(CellFormula.number) })
        let away: CellFormula = .greatest([
            .difference(.number(interval.lower), x), .difference(x, .number(interval.upper)),
        ])
        let most: CellFormula = .greatest([
            .difference(.number(interval.lower), least), .difference(greatest, .number(interval.upper)),
        ])
        return .round(.greatest([.number(0), .difference(.number(1), .quotient(away, most))]))
    }

    var elapsed: CellFormula {
        switch form {
        case .yearRate, .qualitative: return missing
        case .cumulative, .withinYear: return verdict(elapsed(from: .number(start ?? 0)), otherwise: missing)
        case .level where isAmount: return verdict(elapsed(from: .number(start ?? 0)), otherwise: missing)
        case .level, .reduction, .averageGrowth, .keep, .interval:
            let printed = isChange ? start.map { elapsed(from: .number($0)) } ?? missing : missing
            return verdict(
                .choose(hasBase, then: elapsed(from: cells.baseYear), otherwise: printed), otherwise: missing)
        }
    }

    private func elapsed(from start: CellFormula) -> CellFormula {
        let share: CellFormula = .quotient(.difference(time, start), .difference(cells.targetYear, start))
        return .choose(
            .compare(cells.targetYear, .atMost, start), then: missing,
            otherwise: .round(.least([.number(1), .greatest([.number(0), share])])))
    }

    var gap: CellFormula {
        if form == .keep { return missing }
        return .choose(
            has(cells.completion, cells.elapsed), then: .round(.difference(cells.completion, cells.elapsed)),
            otherwise: missing)
    }

    var lamp: CellFormula {
        let open: CellFormula
        switch form {
        case .keep: open = text(Lamp.red)
        case .yearRate: open = byDistance(shortfall)
        default:
            let printed: CellFormula = isChange && start == nil && isCourse ? byDistance(shortfall) : text(Lamp.none)
            open = .choose(has(cells.gap), then: byDistance(cells.gap), otherwise: printed)
        }
        return verdict(
            .choose(
                holds(cells.reached), then: text(Lamp.green),
                otherwise: .choose(closes, then: text(Lamp.red), otherwise: open)),
            otherwise: text(Lamp.none))
    }

    private func byDistance(_ gap: CellFormula) -> CellFormula {
        let behind: CellFormula = .round(.product(gap, .number(-100)))
        return .choose(
            .compare(gap, .atLeast, .number(0)), then: text(Lamp.green),
            otherwise: .choose(
                .compare(behind, .less, cells.greenBehind), then: text(Lamp.greenBehind),
                otherwise: .choose(
                    .compare(behind, .atMost, cells.red), then: text(Lamp.yellow), otherwise: text(Lamp.red))))
    }

    /// How far an open year's rate is from its target, as a share of the target.
    private var shortfall: CellFormula {
        let isCeiling =
            [.atMost, .lessThan].contains(comparator)
            || ![.atLeast, .moreThan].contains(comparator) && !isChange && direction < 0
        let way: CellFormula =
            isCeiling ? .difference(cells.target, cells.latest) : .difference(cells.latest, cells.target)
        return .choose(
            .compare(cells.target, .equal, .number(0)), then: .number(-1),
            otherwise: .round(.quotient(way, .magnitude(cells.target))))
    }

    var status: CellFormula {
        let reached: CellFormula
        switch form {
        case .keep:
            reached = .choose(closes, then: text(ProgressStatus.met), otherwise: text(ProgressStatus.keep))
        case .cumulative, .withinYear:
            reached = .choose(closes, then: text(ProgressStatus.met), otherwise: text(ProgressStatus.achieved))
        case .level where isAmount:
            reached = .choose(closes, then: text(ProgressStatus.met), otherwise: text(ProgressStatus.achieved))
        case .level, .reduction, .averageGrowth:
            reached = .choose(hasBase, then: text(ProgressStatus.achieved), otherwise: text(ProgressStatus.met))
        case .yearRate, .interval, .qualitative: reached = text(ProgressStatus.met)
        }
        let open = pace == nil ? text(ProgressStatus.notMet) : byPace
        return verdict(
            .choose(
                holds(cells.reached), then: reached,
                otherwise: .choose(closes, then: text(ProgressStatus.missed), otherwise: open)),
            otherwise: .choose(
                isNotStarted, then: text(ProgressStatus.notStarted), otherwise: text(ProgressStatus.notAssessable)))
    }

    private var isNotStarted: CellFormula {
        if startsLater { return lacks(cells.latest) }
        if hasOwnStart { return .truth(false) }
        return .choose(
            has(cells.latest, cells.latestYear, cells.baseYear),
            then: .compare(cells.latestYear, .atMost, cells.baseYear), otherwise: .truth(false))
    }

    private var byPace: CellFormula {
        .choose(
            has(cells.pace),
            then: .choose(
                .compare(cells.pace, .atLeast, cells.onTrack), then: text(ProgressStatus.onTrack),
                otherwise: .choose(
                    .compare(cells.pace, .atLeast, cells.moderate), then: text(ProgressStatus.moderate),
                    otherwise: .choose(
                        .compare(cells.pace, .atLeast, .number(0)), then: text(ProgressStatus.limited),
                        otherwise: text(ProgressStatus.deteriorating)))), otherwise: text(ProgressStatus.notMet))
    }

    /// R exists: a base, time gone by, and signs that agree.
    private var hasGrowth: CellFormula {
        let (b, x) = (cells.base, cells.latest)
        return .choose(
            hasBase,
            then: .all([
                .compare(time, .more, cells.baseYear), .compare(cells.targetYear, .more, cells.baseYear),
                .compare(.product(b, x), .more, .number(0)), .compare(.product(b, level), .more, .number(0)),
                .any([.compare(level, .less, b), .compare(level, .more, b)]),
            ]), otherwise: .truth(false))
    }

    private var way: Double {
        switch aim {
        case .level: direction == 0 ? 1 : direction
        case .share(let way, _), .amount(let way): way
        }
    }

    private var byGrowth: CellFormula {
        func yearly(_ end: CellFormula, _ years: CellFormula) -> CellFormula {
            .difference(.power(.quotient(end, cells.base), .quotient(.number(1), years)), .number(1))
        }
        let achieved = yearly(cells.latest, .difference(time, cells.baseYear))
        let required = yearly(level, .difference(cells.targetYear, cells.baseYear))
        return .round(
            .quotient(
                .product(.product(.sign(cells.base), .number(way)), achieved), .magnitude(required)))
    }

    /// 目标实现度 x/T.
    var realised: CellFormula {
        switch form {
        case .yearRate, .interval, .qualitative: return missing
        case .cumulative, .withinYear, .keep: return verdict(ratio(cells.latest, cells.target), otherwise: missing)
        case .level, .reduction, .averageGrowth:
            guard isChange else { return verdict(ratio(cells.latest, level), otherwise: missing) }
            return verdict(
                .choose(hasBase, then: ratio(cells.latest, level), otherwise: ratio(cells.latest, cells.target)),
                otherwise: missing)
        }
    }

    /// 提前实现, 快于预期, 符合预期, 滞后.
    var judgement: CellFormula {
        let early: CellFormula
        switch form {
        case .yearRate, .averageGrowth, .keep, .interval: early = .truth(false)
        case .level, .reduction:
            let ahead: CellFormula = wasEarly ? .truth(true) : .compare(time, .less, cells.targetYear)
            early = isChange ? .choose(hasBase, then: ahead, otherwise: .truth(false)) : ahead
        case .cumulative, .withinYear, .qualitative: early = .compare(time, .less, cells.targetYear)
        }
        let reached: CellFormula = .choose(
            early, then: text(ProgressVerdict.ahead), otherwise: text(ProgressVerdict.asExpected))
        let slow: CellFormula = .choose(
            .any([
                .compare(cells.lamp, .equal, text(Lamp.green)), .compare(cells.lamp, .equal, text(Lamp.greenBehind)),
            ]), then: text(ProgressVerdict.asExpected), otherwise: text(ProgressVerdict.behind))
        let open: CellFormula = .choose(
            has(cells.gap),
            then: .choose(
                .compare(.round(.product(cells.gap, .number(100))), .more, cells.faster),
                then: text(ProgressVerdict.faster), otherwise: slow), otherwise: slow)
        let judged: CellFormula = .choose(
            holds(cells.reached), then: reached,
            otherwise: .choose(closes, then: text(ProgressVerdict.behind), otherwise: open))
        return .choose(
            .compare(cells.lamp, .equal, text(Lamp.none)), then: none, otherwise: verdict(judged, otherwise: none))
    }

    /// Why there is no lamp.
    var ungraded: CellFormula {
        let lacking = text(isOver ? UngradedReason.dueNoData : .openNoData)
        let notJudged: CellFormula =
            awaitsDecision
            ? .choose(lacks(cells.latest), then: text(UngradedReason.toConfirm), otherwise: lacking) : lacking
        let reason: CellFormula = .choose(
            holds(cells.judged),
            then: isCourse || form == .interval ? text(UngradedReason.noBase) : text(UngradedReason.judgement),
            otherwise: notJudged)
        return .choose(.compare(cells.lamp, .equal, text(Lamp.none)), then: reason, otherwise: none)
    }

    /// The kind of target and what its year rests on; of a judged row what is to be known of its figure too.
    var remark: CellFormula {
        let plain: CellFormula = note.isEmpty ? none : .text(note)
        let stale: CellFormula = .joined([
            .text(words("remark.stand.before")), cells.latestYear,
            .text(words.joined([words("remark.stand.after"), note])),
        ])
        var said = plain
        if let latestNote {
            said = .choose(
                .compare(cells.latest, .equal, .number(latestNote.value)),
                then: .text(words.joined([note, latestNote.text])), otherwise: said)
        }
        let mayBeStale = form == .level || form == .keep || form == .interval
        guard mayBeStale || latestNote != nil else { return plain }
        let judged: CellFormula =
            mayBeStale
            ? .choose(.compare(cells.latestYear, .less, cells.targetYear), then: stale, otherwise: said) : said
        return .choose(.compare(cells.lamp, .equal, text(Lamp.none)), then: plain, otherwise: judged)
    }

    /// True where something is still to do and there is time for it.
    private var isOpen: CellFormula {
        verdict(
            .choose(
                holds(cells.reached), then: .truth(false), otherwise: .compare(time, .less, cells.targetYear)),
            otherwise: .truth(false))
    }

    /// Growth a year (a fraction) where ``growth`` says so, else the amount a year.
    var needed: CellFormula {
        let rest: CellFormula = .difference(cells.targetYear, time)
        let amount: CellFormula = .round(.quotient(.difference(level, cells.latest), rest))
        if isAmount { return .choose(isOpen, then: amount, otherwise: none) }
        guard isCourse else { return none }
        let growth: CellFormula = .round(
            .difference(.power(.quotient(level, cells.latest), .quotient(.number(1), rest)), .number(1)))
        return .choose(
            isOpen,
            then: .choose(
                holds(cells.growth), then: growth, otherwise: .choose(hasBase, then: amount, otherwise: none)),
            otherwise: none)
    }

    var expected: CellFormula {
        let rest: CellFormula = .difference(cells.targetYear, time)
        func linear(from base: CellFormula, _ start: CellFormula) -> CellFormula {
            .sum(
                cells.latest,
                .product(.quotient(.difference(cells.latest, base), .difference(time, start)), rest))
        }
        if isAmount {
            return verdict(
                .choose(
                    .compare(time, .less, cells.targetYear),
                    then: .round(linear(from: .number(0), .number(start ?? 0))), otherwise: none), otherwise: none)
        }
        guard isCourse else { return none }
        let growth: CellFormula = .product(
            cells.latest,
            .power(.quotient(cells.latest, cells.base), .quotient(rest, .difference(time, cells.baseYear))))
        return .choose(
            isOpen,
            then: .choose(
                hasBase,
                then: .choose(
                    holds(cells.growth), then: bounded(growth),
                    otherwise: bounded(linear(from: cells.base, cells.baseYear))),
                otherwise: none), otherwise: none)
    }

    /// A share stays between nothing and the whole.
    private func bounded(_ expected: CellFormula) -> CellFormula {
        guard let whole else { return .round(expected) }
        return .choose(
            .all([.compare(cells.latest, .atMost, .number(whole)), .compare(cells.latest, .atLeast, .number(0))]),
            then: .round(.least([.number(whole), .greatest([.number(0), expected])])), otherwise: .round(expected))
    }

    /// What a formula gives where a part is missing, and where there is nothing to say.
    private var missing: CellFormula { .text(BlankMark.notGiven.text(in: style)) }
    private var none: CellFormula { .text(BlankMark.notApplicable.text(in: style)) }

    private func text(_ lamp: Lamp) -> CellFormula { .text(words(lamp)) }
    private func text(_ status: ProgressStatus) -> CellFormula { .text(words(status)) }
    private func text(_ verdict: ProgressVerdict) -> CellFormula { .text(words("verdict.\(verdict.rawValue)")) }
    private func text(_ reason: UngradedReason) -> CellFormula { .text(words("ungraded.\(reason.rawValue)")) }
}
