import StatisticalModel

/// Which measure suits a change, and how large it is.
enum YearChangeRule {
    /// Whole numbers below this are small counts: from 2 to 3 is one more, not 50 %.
    private static let smallCount: DecimalNumber = 100

    static func measure(of values: [DecimalNumber], unit: UnitCode?) -> YearChange.Measure {
        if let unit, UnitCode.sharesAndPoints.contains(unit) { return .points }
        let isSmall = values.allSatisfy { $0.magnitude < smallCount && $0.canonical.exponent >= 0 }
        return isSmall || values.contains(where: \.isZero) ? .absolute : .relative
    }

    /// From `old` to `new`, or the average of `years` years between them. Relative averages are geometric.
    static func change(
        from old: DecimalNumber, to new: DecimalNumber, years: DecimalNumber, measure: YearChange.Measure
    ) -> YearChange? {
        guard let difference = new.subtracting(old) else { return nil }
        let amount: DecimalNumber?
        switch measure {
        case .relative where years == 1:
            amount = difference.divided(by: old.magnitude, decimals: CompletionFormula.decimals)
        case .relative: amount = GrowthFormula.yearly(from: old, to: new, years: years)
        case .points, .absolute:
            amount = years == 1 ? difference : difference.divided(by: years, decimals: CompletionFormula.decimals)
        }
        return amount.map { YearChange(measure: measure, amount: $0) }
    }
}
