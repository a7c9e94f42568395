import Glibc
import StatisticalModel

/// What a row's formulas give, computed as a spreadsheet computes them: binary numbers, rounded to six decimals.
///
/// It is the stored result of the formulas of ``ProgressFormulas``, so that viewers which do not recalculate
/// show what LibreOffice and Excel would. Exact decimals stay with Assessment; the two must agree.
struct LiveProgress {
    var base: Double?
    var baseYear: Double?
    var latest: Double?
    var latestYear: Double?
    var target: Double?
    var targetYear: Double?
    var form: TargetForm
    /// d: +1 where more is better, -1 where less is.
    var direction: Double
    /// Limits in percentage points; pace as a ratio.
    var greenBehind: Double
    var red: Double
    var onTrack: Double
    var moderate: Double

    static func rounded(_ value: Double) -> Double? {
        guard value.isFinite else { return nil }
        let result = (value * 1e6).rounded(.toNearestOrAwayFromZero) / 1e6
        return result == 0 ? 0 : result
    }

    var completion: Double? {
        guard let latest, let target else { return nil }
        if form == .cumulative { return target == 0 ? nil : Self.rounded(latest / target) }
        guard let base else { return nil }
        switch form {
        case .reduction: return base * target == 0 ? nil : Self.rounded((1 - latest / base) / (target / 100))
        case .averageGrowth:
            guard let baseYear, let targetYear, base * latest > 0, target != 0, targetYear > baseYear else {
                return nil
            }
            return Self.rounded(log(latest / base) / ((targetYear - baseYear) * log(1 + target / 100)))
        default: return target == base ? nil : Self.rounded((latest - base) / (target - base))
        }
    }

    var elapsed: Double? {
        guard let baseYear, let latestYear, let targetYear, targetYear > baseYear else { return nil }
        return Self.rounded(min(1, max(0, (latestYear - baseYear) / (targetYear - baseYear))))
    }

    var gap: Double? {
        guard let completion, let elapsed else { return nil }
        return Self.rounded(completion - elapsed)
    }

    var lamp: Lamp {
        guard let gap else { return .none }
        if gap >= 0 { return .green }
        let behind = Self.rounded(-gap * 100) ?? 0
        if behind < greenBehind { return .greenBehind }
        return behind <= red ? .yellow : .red
    }

    /// T as a level, where the target is a change against the base.
    var targetLevel: Double? {
        guard let target else { return nil }
        switch form {
        case .reduction: return base.map { $0 * (1 - target / 100) }
        case .averageGrowth:
            guard let base, let baseYear, let targetYear else { return nil }
            return base * pow(1 + target / 100, targetYear - baseYear)
        default: return target
        }
    }

    var isReached: Bool? {
        guard let latest, let targetLevel else { return nil }
        return direction * latest >= direction * targetLevel
    }

    /// R, `nil` where base and target are of different sign or equal, or no time has passed.
    var pace: Double? {
        guard form != .cumulative, let base, let latest, let level = targetLevel, let baseYear, let latestYear,
            let targetYear, latestYear > baseYear, targetYear > baseYear, base * latest > 0, base * level > 0,
            level != base
        else { return nil }
        let achieved = pow(latest / base, 1 / (latestYear - baseYear)) - 1
        let required = pow(level / base, 1 / (targetYear - baseYear)) - 1
        return Self.rounded((base < 0 ? -1 : 1) * direction * achieved / abs(required))
    }

    var status: ProgressStatus {
        guard let isReached, let latestYear, let targetYear else { return .notAssessable }
        if latestYear > targetYear { return isReached ? .met : .missed }
        if base == nil && form != .cumulative {
            return isReached ? .met : latestYear == targetYear ? .missed : .notMet
        }
        if let baseYear, latestYear <= baseYear { return .notStarted }
        if isReached { return base == targetLevel && form != .cumulative ? .met : .achieved }
        if latestYear == targetYear { return .missed }
        guard let pace else { return .notMet }
        if pace >= onTrack { return .onTrack }
        if pace >= moderate { return .moderate }
        return pace >= 0 ? .limited : .deteriorating
    }

    /// True where something is still to do and there is time for it.
    private var isOpen: Bool {
        guard let isReached, let latestYear, let targetYear else { return false }
        return !isReached && latestYear < targetYear
    }

    /// Growth a year (a fraction) where a pace exists, else the amount a year.
    var needed: Double? {
        guard isOpen, let latest, let level = targetLevel, let latestYear, let targetYear else { return nil }
        if pace != nil { return Self.rounded(pow(level / latest, 1 / (targetYear - latestYear)) - 1) }
        return Self.rounded((level - latest) / (targetYear - latestYear))
    }

    var expected: Double? {
        guard isOpen, form != .cumulative, let base, let latest, let baseYear, let latestYear, let targetYear,
            latestYear > baseYear
        else { return nil }
        let passed = latestYear - baseYear
        let rest = targetYear - latestYear
        if pace != nil { return Self.rounded(latest * pow(latest / base, rest / passed)) }
        return Self.rounded(latest + (latest - base) / passed * rest)
    }
}
