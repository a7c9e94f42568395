import PipelineDefinition
import StatisticalModel

/// Printed quantities in base units: 1.2 万千瓦 is 12000 千瓦, exactly.
struct QuantityScale {
    struct Scaled: Equatable {
        var value: DecimalNumber
        var upper: DecimalNumber?
        /// Empty where no unit is printed.
        var unit: UnitCode
        var dimension: String
    }

    private let units: UnitTable

    init(_ units: UnitTable) {
        self.units = units
    }

    /// `quantity` in its base unit; `nil` for an unknown unit or a value past 38 digits.
    func scaled(_ quantity: Quantity) -> Scaled? {
        guard !quantity.unit.isEmpty else {
            return Scaled(value: quantity.value, upper: quantity.upper, unit: "", dimension: "number")
        }
        guard let unit = units.resolve(quantity.unit), let value = quantity.value.multiplied(by: unit.factor) else {
            return nil
        }
        let upper = quantity.upper.flatMap { $0.multiplied(by: unit.factor) }
        if quantity.upper != nil, upper == nil { return nil }
        return Scaled(value: value, upper: upper, unit: unit.base, dimension: unit.dimension)
    }

    /// `scaled` in the unit `target`; `nil` where they measure different things or the division is not exact.
    func converted(_ scaled: Scaled, to target: UnitCode) -> Scaled? {
        if scaled.unit == target { return scaled }
        guard let unit = units.resolve(target.name), unit.dimension == scaled.dimension,
            let value = quotient(scaled.value, unit.factor)
        else { return nil }
        let upper = scaled.upper.flatMap { quotient($0, unit.factor) }
        if scaled.upper != nil, upper == nil { return nil }
        return Scaled(value: value, upper: upper, unit: target, dimension: scaled.dimension)
    }

    func dimension(of unit: UnitCode) -> String? { units.resolve(unit.name)?.dimension }

    private func quotient(_ value: DecimalNumber, _ factor: DecimalNumber) -> DecimalNumber? {
        if factor == 1 { return value }
        guard let result = value.divided(by: factor, decimals: 12)?.canonical, result.multiplied(by: factor) == value
        else { return nil }
        return result.exponent > 0 ? result.shifted(by: 0) : result
    }
}
