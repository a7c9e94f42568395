public import StatisticalModel

/// Methods, “Forward look”, as far as it is linear; growth is in ``GrowthFormula``.
public enum ForwardLook {
    /// h = x+(x-b)/(t-t0)·(t1-t): the value at the target year if the yearly amount so far goes on.
    public static func linear(
        base: DecimalNumber, latest: DecimalNumber, elapsed: DecimalNumber, remaining: DecimalNumber
    ) -> DecimalNumber? {
        latest.subtracting(base)?.multiplied(by: remaining)?
            .divided(by: elapsed, decimals: CompletionFormula.decimals)?.adding(latest)
    }

    /// The amount a year that the rest takes: (T-x)/(t1-t).
    public static func neededAmount(
        latest: DecimalNumber, target: DecimalNumber, remaining: DecimalNumber
    ) -> DecimalNumber? {
        target.subtracting(latest)?.divided(by: remaining, decimals: CompletionFormula.decimals)
    }

    /// Years until the target at the yearly amount so far; `nil` where the series stands still or moves away.
    public static func yearsToArrival(
        base: DecimalNumber, latest: DecimalNumber, target: DecimalNumber, elapsed: DecimalNumber
    ) -> DecimalNumber? {
        guard let gone = latest.subtracting(base), !gone.isZero, let way = target.subtracting(latest),
            way.isZero || way.isNegative == gone.isNegative
        else { return nil }
        return way.multiplied(by: elapsed)?.divided(by: gone, decimals: CompletionFormula.decimals)
    }

    /// The year in which a time on the scale of ``ElapsedShare`` falls: the next year's end.
    ///
    /// `nil` beyond a hundred years: such a figure says only that the series hardly moves.
    public static func arrivalYear(from time: DecimalNumber, after years: DecimalNumber) -> Year? {
        guard years <= 100, let arrival = time.adding(years) else { return nil }
        let whole = arrival.rounded(toDecimals: 0)
        let number = Int(truncatingIfNeeded: whole.shifted(by: 0).significand)
        return Year(whole < arrival ? number + 1 : number)
    }
}
