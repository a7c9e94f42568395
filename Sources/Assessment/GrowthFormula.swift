import Glibc
public import StatisticalModel

/// The formulas of Methods, “Status” and “Forward look”, that need powers and logarithms.
///
/// The only place of the module where binary floating point is used: decimals go in as the nearest
/// binary number and come out rounded half to even to ten decimals. `nil` wherever the result is no
/// finite number, or where a ratio is negative.
public enum GrowthFormula {
    /// a or r: the yearly growth (last/first)^(1/years)-1, a fraction.
    public static func yearly(
        from first: DecimalNumber, to last: DecimalNumber, years: DecimalNumber
    ) -> DecimalNumber? {
        yearlyRatio(first, last, years).flatMap { decimal($0 - 1) }
    }

    /// The pace R = s·d·a/|r|: the growth so far against the growth that the target takes, 1 when equal.
    ///
    /// s is -1 for a base below zero; d is +1 where more is better, -1 where less is.
    /// `nil` for a base of zero, for signs that differ and for T = b. Source: Eurostat, Open SDG.
    public static func pace(
        base: DecimalNumber, latest: DecimalNumber, target: DecimalNumber, elapsed: DecimalNumber,
        years: DecimalNumber, direction: Int
    ) -> DecimalNumber? {
        guard let achieved = yearlyRatio(base, latest, elapsed), let required = yearlyRatio(base, target, years),
            required != 1
        else { return nil }
        let sign = base.isNegative ? -1.0 : 1.0
        return decimal(sign * Double(direction) * (achieved - 1) / abs(required - 1))
    }

    /// e: the value at the target year if the yearly growth so far goes on, x(1+a)^(t1-t).
    public static func expected(
        base: DecimalNumber, latest: DecimalNumber, elapsed: DecimalNumber, remaining: DecimalNumber
    ) -> DecimalNumber? {
        guard let ratio = yearlyRatio(base, latest, elapsed) else { return nil }
        return decimal(latest.doubleValue * pow(ratio, remaining.doubleValue))
    }

    /// The level that a yearly growth leads to: b(1+g)^years.
    public static func level(base: DecimalNumber, growth: DecimalNumber, years: DecimalNumber) -> DecimalNumber? {
        decimal(base.doubleValue * pow(1 + growth.doubleValue, years.doubleValue))
    }

    /// Completion of an average growth a year g*: ln(x/b)/(n·ln(1+g*)).
    public static func completion(
        base: DecimalNumber, latest: DecimalNumber, growth: DecimalNumber, years: DecimalNumber
    ) -> DecimalNumber? {
        guard let ratio = ratio(base, latest), ratio > 0 else { return nil }
        return decimal(log(ratio) / (years.doubleValue * log(1 + growth.doubleValue)))
    }

    /// Completion of an average growth where the growth itself is printed: ln(1+a)/ln(1+g*).
    public static func averages(_ growth: DecimalNumber, against target: DecimalNumber) -> DecimalNumber? {
        guard growth > -1, target > -1, !target.isZero else { return nil }
        return decimal(log(1 + growth.doubleValue) / log(1 + target.doubleValue))
    }

    /// The average of yearly growths in per cent, (Π(1+g))^(1/n)-1, in per cent; `nil` of none and of a fall to nothing.
    public static func average(of growths: [DecimalNumber], decimals: Int) -> DecimalNumber? {
        guard !growths.isEmpty, growths.allSatisfy({ $0 > -100 }) else { return nil }
        let product = growths.reduce(1.0) { $0 * (1 + $1.doubleValue / 100) }
        return decimal((pow(product, 1 / Double(growths.count)) - 1) * 100)?.rounded(toDecimals: decimals)
    }

    /// Years until the target is reached at the yearly growth so far: ln(T/x)/ln(1+a).
    ///
    /// `nil` where the series stands still or moves away from the target.
    public static func yearsToArrival(
        base: DecimalNumber, latest: DecimalNumber, target: DecimalNumber, elapsed: DecimalNumber
    ) -> DecimalNumber? {
        guard let yearly = yearlyRatio(base, latest, elapsed), yearly > 0, yearly != 1,
            let way = ratio(latest, target), way > 0
        else { return nil }
        let years = log(way) / log(yearly)
        return years >= 0 ? decimal(years) : nil
    }

    private static func yearlyRatio(_ first: DecimalNumber, _ last: DecimalNumber, _ years: DecimalNumber) -> Double? {
        guard let ratio = ratio(first, last), years > 0 else { return nil }
        return pow(ratio, 1 / years.doubleValue)
    }

    private static func ratio(_ first: DecimalNumber, _ last: DecimalNumber) -> Double? {
        guard !first.isZero, last.isZero || first.isNegative == last.isNegative else { return nil }
        return last.doubleValue / first.doubleValue
    }

    /// Ten decimals, half to even; `nil` for what is not finite or takes more than 37 digits.
    private static func decimal(_ value: Double) -> DecimalNumber? {
        let scaled = (value * 1e10).rounded(.toNearestOrEven)
        guard scaled.isFinite, abs(scaled) < 1e37 else { return nil }
        return DecimalNumber(significand: Int128(scaled), exponent: -CompletionFormula.decimals)
    }
}
