import StatisticalModel

/// A unit as SDMX states it: a code for UNIT_MEASURE and the power of ten for UNIT_MULT.
struct SDMXUnit: Sendable, Hashable {
    /// UN/ECE Recommendation 20 (`KWT`, `P1`) or ISO 4217 (`CNY`); a unit that neither knows keeps its name.
    let measure: String
    /// 4 for 万, 8 for 亿; 0 for a unit that stands alone.
    let multiplier: Int

    /// `codes` are the codes of units.csv by base unit.
    init(_ unit: UnitCode?, codes: [UnitCode: String]) {
        guard let unit, !unit.name.isEmpty else {
            (measure, multiplier) = (Self.notApplicable, 0)
            return
        }
        if let code = Self.code(unit.name, codes) {
            (measure, multiplier) = (code, 0)
            return
        }
        for (word, power) in Self.multipliers where unit.name.hasPrefix(word) {
            guard let code = Self.code(String(unit.name.dropFirst(word.count)), codes) else { continue }
            (measure, multiplier) = (code, power)
            return
        }
        (measure, multiplier) = (unit.name, 0)
    }

    /// `_Z` of SDMX's cross-domain code lists: a figure without a unit.
    private static let notApplicable = "_Z"
    private static let multipliers = [("万亿", 12), ("百万", 6), ("亿", 8), ("万", 4), ("千", 3)]
    private static let currencies = ["元": "CNY", "美元": "USD", "欧元": "EUR", "港元": "HKD"]

    private static func code(_ name: String, _ codes: [UnitCode: String]) -> String? {
        currencies[name] ?? codes[UnitCode(name)]
    }
}
