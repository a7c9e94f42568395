public import StatisticalModel

/// A quantity as scanned: number, unit and the bytes that they take.
public struct ScannedQuantity: Sendable {
    /// How the number is put together.
    public enum Form: Sendable, Hashable {
        case plain
        /// 2×100: multiplied out.
        case product
        /// 三分之一, 1/3, 三成半: given in percent.
        case fraction
        /// 9.0:44.9:46.1: the parts as printed; the value is the first, which says
        /// something only where the second and last is 1 (2.5:1).
        case ratio([DecimalNumber])
        /// A number of more digits than can be kept exactly: the value means nothing.
        case tooLong
    }

    public var value: DecimalNumber
    public var upper: DecimalNumber?
    /// As printed, without spaces; percent signs of all kinds are %, and 成 is given in %.
    public var unit: String
    public var measure: UnitOfMeasure?
    public var isCounter: Bool
    public var isChineseCount: Bool
    /// 余 or 多 between the digits and 万 or the unit, 上 before 万.
    public var innerComparator: Comparator?
    public var form = Form.plain
    /// The bytes of each numeral, for the ledger.
    public var numerals: [Range<Int>]

    public var hasUnit: Bool { !unit.isEmpty }
    public var isShare: Bool { measure?.dimension == "share" || measure?.dimension == "permille" }
    /// True for 2.5:1, which is a value of its own.
    public var isRatioToOne: Bool { parts.count == 2 && parts[1] == 1 }
    /// The parts of a ratio; none for anything else.
    public var parts: [DecimalNumber] {
        if case .ratio(let parts) = form { return parts }
        return []
    }
}
