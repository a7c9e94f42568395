import SourceText
import StatisticalModel

/// Whether a printed unit can belong to an indicator: both measure the same dimension.
///
/// Tonnes a year are a capacity, tonnes an output; a percentage is no count. Units of one dimension that do not
/// convert (days and working days, mu and hectares) agree, and the difference becomes a finding.
struct UnitAgreement {
    let units: UnitTable
    let words: NameLexicon

    func holds(_ indicator: Indicator, stated: UnitCode?, isChange: Bool) -> Bool {
        guard let stated, !stated.name.isEmpty, stated != indicator.unit else { return true }
        guard !indicator.unit.name.isEmpty, let own = families(of: indicator.unit), let other = families(of: stated)
        else { return false }
        if own == other || own == ["share"] && other == ["point"] { return true }
        // 12亿吨 of capacity leaves the year unsaid.
        if own == other + ["time"], words.capacities.end(indicator.name) { return true }
        // A change is stated in percent, in points, in multiples, or in the unit itself with its divisor left out.
        return isChange && (own.first == other.first || ["share", "point", "multiple"].contains(other.first))
    }

    /// `mass-small/time-year` is mass over time.
    private func families(of unit: UnitCode) -> [String]? {
        units.resolve(unit.name)?.dimension.utf8.split(separator: UInt8(ascii: "/")).map { part in
            String(Substring(part.prefix { $0 != UInt8(ascii: "-") }))
        }
    }
}
