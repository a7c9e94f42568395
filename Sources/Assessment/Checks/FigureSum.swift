import StatisticalModel

/// Figures added up, with what the rounding of all of them may come to.
///
/// Columns print decimals without closing zeros (0.5 beside 0.4138), so the finest of the figures tells to which
/// decimal all of them are rounded. Whole numbers are exact.
struct FigureSum: Sendable {
    private(set) var value: DecimalNumber = 0
    private(set) var count = 0
    /// Half a unit of the finest printed decimal: what rounding may have taken from each.
    private var finest: DecimalNumber?

    /// The sum of all `figures`; `nil` for none, or where the digits do not fit.
    init?(_ figures: [PrintedFigure]) {
        guard !figures.isEmpty else { return nil }
        for figure in figures {
            guard add(figure.value, rounding: figure.rounding) else { return nil }
        }
    }

    init() {}

    /// False where the digits do not fit.
    mutating func add(_ value: DecimalNumber, rounding: DecimalNumber) -> Bool {
        guard let sum = self.value.adding(value) else { return false }
        self.value = sum
        count += 1
        if !rounding.isZero { finest = finest.map { min($0, rounding) } ?? rounding }
        return true
    }

    /// What the rounding of all figures may come to.
    var rounding: DecimalNumber { finest?.multiplied(by: DecimalNumber(count)) ?? 0 }

    /// Whether `total` is the sum: exactly but for rounding, or, where it is a bound, within `share` of it.
    func agrees(with total: PrintedFigure, boundShare share: DecimalNumber) -> Bool {
        guard let difference = distance(from: total) else { return true }
        let allowed = total.isBound ? total.value.magnitude.multiplied(by: share) ?? 0 : 0
        guard let tolerance = rounding.adding(total.rounding)?.adding(allowed) else { return true }
        return difference <= tolerance
    }

    /// How far the sum is from `total`; `nil` where the digits do not fit.
    func distance(from total: PrintedFigure) -> DecimalNumber? { value.subtracting(total.value)?.magnitude }
}
