import StatisticalModel

/// A unit as SDMX states it: a code for UNIT_MEASURE and the power of ten for UNIT_MULT.
struct SDMXUnit: Sendable, Hashable {
    /// UN/ECE Recommendation 20 (`KWT`, `P1`) or ISO 4217 (`CNY`), of a quotient `TNE_PER_ANN`; a unit of which a part
    /// has no code is `X-` and twelve digits of its name, since an SDMX identifier takes no Chinese.
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
        if let (code, power, _) = Self.multiplied(unit.name, codes) {
            (measure, multiplier) = (code, power)
            return
        }
        (measure, multiplier) = (SDMXCode.digest(of: unit.name), 0)
    }

    /// What ``measure`` stands for, without its power of ten: 元 of 亿元.
    static func base(of unit: UnitCode?, codes: [UnitCode: String]) -> String {
        let name = unit?.name ?? ""
        return code(name, codes) == nil ? multiplied(name, codes)?.base ?? name : name
    }

    /// `_Z` of SDMX's cross-domain code lists: a figure without a unit.
    static let notApplicable = "_Z"
    /// What is counted: 件, 个, 所.
    static let one = "C62"
    private static let multipliers = [("万亿", 12), ("百万", 6), ("亿", 8), ("万", 4), ("千", 3)]
    private static let currencies = ["元": "CNY", "美元": "USD", "欧元": "EUR", "港元": "HKD"]

    private static func multiplied(
        _ name: String, _ codes: [UnitCode: String]
    ) -> (code: String, power: Int, base: String)? {
        for (word, power) in multipliers where name.hasPrefix(word) {
            let rest = String(name.dropFirst(word.count))
            if let code = code(rest, codes) { return (code, power, rest) }
        }
        return nil
    }

    private static func code(_ name: String, _ codes: [UnitCode: String]) -> String? {
        if let code = currencies[name] ?? codes[UnitCode(name)] { return code }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let known = parts.compactMap { currencies[$0] ?? codes[UnitCode($0)] }
        return parts.count > 1 && known.count == parts.count ? known.joined(separator: "_PER_") : nil
    }
}
