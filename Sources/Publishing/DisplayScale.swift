import StatisticalModel

/// The unit in which a row is read: 5500 亿元 rather than 550000000000 元.
///
/// A power of ten leads from the unit of observations to the one shown, so that every share and lamp is the same.
struct DisplayScale: Hashable {
    let unit: String
    let power: Int

    /// The unit that the bulletin prints, where a power of ten leads to it; else that of the observation.
    init(_ observation: Observation) {
        let base = observation.unit?.name ?? ""
        guard let value = observation.value, let printed = observation.sources.first?.quantity,
            !printed.unit.isEmpty,
            let power = (1...13).first(where: { printed.value.shifted(by: $0) == value })
        else {
            self.init(unit: base, largest: observation.value)
            return
        }
        self.init(unit: printed.unit.hasPrefix("个") ? String(printed.unit.dropFirst()) : printed.unit, power: power)
    }

    /// 亿 or 万 before `unit` where the largest figure would be hard to read.
    init(unit: String, largest: DecimalNumber?) {
        let digits = (largest ?? 0).magnitude
        let power = digits >= 100_000_000 ? 8 : digits >= 1_000_000 ? 4 : 0
        self.init(unit: (power == 8 ? "亿" : power == 4 ? "万" : "") + unit, power: power)
    }

    init(unit: String, power: Int) {
        self.unit = unit
        self.power = power
    }

    /// `value` in the unit shown; the printed decimals are kept where nothing is moved.
    func shown(_ value: DecimalNumber) -> DecimalNumber {
        power == 0 ? value : value.canonical.shifted(by: -power)
    }

    /// The observation's figure as printed where it is printed in this unit, else moved.
    func shown(_ observation: Observation?) -> DecimalNumber? {
        guard let observation, let value = observation.value else { return nil }
        if let printed = observation.sources.first?.quantity, printed.value.shifted(by: power) == value {
            return printed.value
        }
        return shown(value)
    }
}
