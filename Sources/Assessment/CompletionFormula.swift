public import StatisticalModel

/// The column “completion C” of Methods, “Kinds of target”: exact, rounded half to even to ten decimals.
///
/// Every function gives a fraction (0.6 is 60 %), and `nil` where the rules forbid the division.
public enum CompletionFormula {
    /// Decimals of all derived figures.
    public static let decimals = 10

    /// A level to reach by a year, up or down: (x-b)/(T-b). `nil` where T = b: that is a target to keep.
    public static func level(base: DecimalNumber, latest: DecimalNumber, target: DecimalNumber) -> DecimalNumber? {
        guard let way = target.subtracting(base), let gone = latest.subtracting(base) else { return nil }
        return gone.divided(by: way, decimals: decimals)
    }

    /// An amount that adds up over a plan (Σx/T) or within a year (x to date/T).
    public static func amount(sum: DecimalNumber, target: DecimalNumber) -> DecimalNumber? {
        sum.divided(by: target, decimals: decimals)
    }

    /// A reduction by the fraction `rate`: (1-x/b)/r, computed as (b-x)/(b·r) so that it rounds once.
    public static func reduction(base: DecimalNumber, latest: DecimalNumber, rate: DecimalNumber) -> DecimalNumber? {
        guard let saved = base.subtracting(latest), let whole = base.multiplied(by: rate) else { return nil }
        return saved.divided(by: whole, decimals: decimals)
    }

    /// An interval [q1, q2]: 1 inside, else 1-(distance to the nearest end)/max(q1-m, M-q2), not under 0.
    ///
    /// `observed` are the figures known of the series; m and M are the least and the greatest of them.
    public static func interval(
        _ lower: DecimalNumber, _ upper: DecimalNumber, latest: DecimalNumber, observed: [DecimalNumber]
    ) -> DecimalNumber? {
        if latest >= lower, latest <= upper { return 1 }
        let least = min(observed.min() ?? latest, latest)
        let greatest = max(observed.max() ?? latest, latest)
        guard let distance = latest < lower ? lower.subtracting(latest) : latest.subtracting(upper),
            let below = lower.subtracting(least), let above = greatest.subtracting(upper),
            let share = distance.divided(by: max(below, above), decimals: decimals),
            let completion = DecimalNumber(1).subtracting(share)
        else { return nil }
        return max(completion, 0)
    }

    /// A target to keep every year: the share of the years in which it was met.
    public static func yearsMet(_ met: Int, of years: Int) -> DecimalNumber? {
        DecimalNumber(met).divided(by: DecimalNumber(years), decimals: decimals)
    }
}
