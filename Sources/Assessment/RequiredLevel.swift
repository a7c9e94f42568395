public import StatisticalModel

/// The column “required at t” of Methods, “Kinds of target”: where the figure should stand by now.
public enum RequiredLevel {
    /// b+(T-b)E; with b = 0 the T·E of an amount that adds up.
    public static func linear(base: DecimalNumber, target: DecimalNumber, elapsed: DecimalNumber) -> DecimalNumber? {
        target.subtracting(base)?.multiplied(by: elapsed)?.adding(base)?.rounded(
            toDecimals: CompletionFormula.decimals)
    }

    /// b(1-rE) for a reduction by the fraction `rate`.
    public static func reduced(base: DecimalNumber, rate: DecimalNumber, elapsed: DecimalNumber) -> DecimalNumber? {
        rate.multiplied(by: elapsed).flatMap { DecimalNumber(1).subtracting($0) }?.multiplied(by: base)?.rounded(
            toDecimals: CompletionFormula.decimals)
    }

    /// The target level of a change that the target states against the base.
    ///
    /// Percent and percentage points are two units: 提高2% is b·1.02, 提高2个百分点 is b+2.
    /// - Parameter direction: +1 for 提高, -1 for 下降.
    public static func afterChange(
        base: DecimalNumber, by amount: DecimalNumber, isRelative: Bool, direction: Int
    ) -> DecimalNumber? {
        let signed = direction < 0 ? amount.negated : amount
        guard isRelative else { return base.adding(signed) }
        return signed.shifted(by: -2).adding(1)?.multiplied(by: base)
    }
}
