public import StatisticalModel

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
            let power = Self.powers.first(where: { printed.value.shifted(by: $0) == value })
        else {
            self.init(unit: base, largest: observation.value)
            return
        }
        self.init(unit: printed.unit.hasPrefix("个") ? String(printed.unit.dropFirst()) : printed.unit, power: power)
    }

    /// 亿元 is 10⁸ 元, and 人/亿元 10⁻⁸ 人/元.
    private static let powers = Array(1...13) + (1...13).map { -$0 }

    /// The scale in which most of `observations` are printed, of several the smallest: 亿元 rather than 万亿元.
    static func shared(_ observations: [Observation]) -> DisplayScale {
        var counts: [DisplayScale: Int] = [:]
        for observation in observations { counts[DisplayScale(observation), default: 0] += 1 }
        let ranked = sortedByKey(Array(counts.keys)) {
            [sortable(9_999_999 - (counts[$0] ?? 0)), sortable(13 + $0.power), $0.unit]
        }
        return ranked.first ?? DisplayScale(unit: "", power: 0)
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

/// The scale of a row of a form, from what progress.csv and statements.csv say of its target.
public struct RequestScale: Sendable {
    private let scale: DisplayScale

    /// - Parameters:
    ///   - target: In base units.
    ///   - printed: As the bulletin has it.
    public init(form: TargetForm, unit: String, target: DecimalNumber, printed: Quantity?) {
        if form == .reduction || form == .averageGrowth {
            scale = DisplayScale(unit: unit, power: 0)
        } else {
            let source = Statement(
                provenance: Provenance(bulletin: "", line: 0, lineEnd: 0, quote: "", rule: .tableValue), source: .table,
                indicator: "", kind: .target, quantity: printed)
            scale = DisplayScale(
                Observation(
                    sources: [source], indicatorName: "", kind: .target, value: target, unit: UnitCode(unit), year: nil)
            )
        }
    }

    /// 亿元
    public var unit: String { scale.unit }

    /// `≥` of `ge`; nothing of an exact figure.
    public static func sign(_ comparator: String) -> String {
        switch Comparator(rawValue: comparator) {
        case .atLeast: "≥"
        case .moreThan: ">"
        case .atMost: "≤"
        case .lessThan: "<"
        case .approximately: "≈"
        case .equal, .range, nil: ""
        }
    }

    public func shown(_ value: DecimalNumber) -> DecimalNumber { scale.shown(value).canonical }
}
