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

    /// `scaled` in the unit `target`: 2 公顷 are 30 亩. Exact where the division ends within twelve decimals, ten
    /// decimals else; `nil` where the two measure different things.
    func converted(_ scaled: Scaled, to target: UnitCode) -> Scaled? {
        if scaled.unit == target { return scaled }
        guard let unit = units.resolve(target.name), let own = units.kind(of: scaled.unit),
            let other = units.kind(of: unit.base), own.name == other.name,
            let factor = unit.factor.multiplied(by: other.factor)
        else { return nil }
        func converted(_ value: DecimalNumber) -> DecimalNumber? {
            if own.factor == 1 { return quotient(value, factor) }
            return value.multiplied(by: own.factor).flatMap { quotient(Self.plain($0.canonical), factor) }
        }
        guard let value = converted(scaled.value) else { return nil }
        let upper = scaled.upper.flatMap(converted)
        if scaled.upper != nil, upper == nil { return nil }
        return Scaled(value: value, upper: upper, unit: target, dimension: unit.dimension)
    }

    func dimension(of unit: UnitCode) -> String? { units.resolve(unit.name)?.dimension }

    /// What figures of one series share: their kind of units (亩 and 公顷), or their dimension.
    func kind(of unit: UnitCode) -> String? { units.kind(of: unit)?.name }

    private func quotient(_ value: DecimalNumber, _ factor: DecimalNumber) -> DecimalNumber? {
        if factor == 1 { return value }
        guard let exact = value.divided(by: factor, decimals: 12)?.canonical else { return nil }
        let result = exact.multiplied(by: factor) == value ? exact : value.divided(by: factor, decimals: 10)
        return result.map(Self.plain)
    }

    /// Without a power of ten behind the digits: 2900000, not 29 × 10⁵.
    private static func plain(_ value: DecimalNumber) -> DecimalNumber {
        value.exponent > 0 ? value.shifted(by: 0) : value
    }
}
