import StatisticalModel

/// The fraction behind a share that never ends in per cent: 1/3 of 33.3333333333 %.
///
/// Bulletins print 1/3 or 三分之一; Reading gives such a share to ten decimals, which no bulletin prints.
struct PrintedFraction {
    let text: String

    /// Decimals of per cent from which a share was printed as a fraction.
    private static let endless = 9
    private static let largestDivisor: Int64 = 99

    /// `nil` where `value` is a share with an end, or of another unit.
    init?(percent value: DecimalNumber, of unit: UnitCode?) {
        guard unit == .percent, value.decimals >= Self.endless else { return nil }
        let share = value.doubleValue / 100
        for divisor in 3...Self.largestDivisor {
            let part = (share * Double(divisor)).rounded()
            guard part > 0, abs(share - part / Double(divisor)) < 0.000_000_000_1 else { continue }
            text = "\(Int64(part))/\(divisor)"
            return
        }
        return nil
    }
}
