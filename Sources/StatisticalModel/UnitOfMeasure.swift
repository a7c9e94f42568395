/// The code of a unit of measure: the base unit's Chinese name, such as `吨`, `%` or `克/千瓦时`.
public struct UnitCode: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    public let name: String

    public init(_ name: String) { self.name = name }
    public init(stringLiteral value: String) { self.init(value) }
    public static func < (left: Self, right: Self) -> Bool { left.name.utf8.lexicographicallyPrecedes(right.name.utf8) }
    public var description: String { name }

    public static let percent = UnitCode("%")
    public static let percentagePoint = UnitCode("百分点")
    /// The units of shares and of their differences: what changes in them changes in points.
    public static let sharesAndPoints: Set<UnitCode> = [.percent, .percentagePoint, "‰", permillePoint]
    public static let permillePoint = UnitCode("千分点")
}

/// A unit as a bulletin prints it, resolved: the base unit and the factor that leads to it.
///
/// 万千瓦 is base 千瓦 with factor 10⁴; 吉瓦 base 千瓦 with factor 10⁶.
public struct UnitOfMeasure: Sendable, Hashable {
    public let base: UnitCode
    public let factor: DecimalNumber
    /// What the unit measures (share, money, mass, power …): units of one dimension can be compared.
    public let dimension: String

    public init(base: UnitCode, factor: DecimalNumber = 1, dimension: String) {
        self.base = base
        self.factor = factor
        self.dimension = dimension
    }
}

/// A number with its unit, as printed and as read.
public struct Quantity: Sendable, Hashable {
    /// The number as printed, in ASCII digits without grouping: `1.9`, `12000`.
    public var value: DecimalNumber
    /// The upper end of a range.
    public var upper: DecimalNumber?
    /// The unit as printed, multipliers included: `万亿立方米`, `亿元`, `%`, `个百分点`. Empty where none is printed.
    public var unit: String

    public init(value: DecimalNumber, upper: DecimalNumber? = nil, unit: String) {
        self.value = value
        self.upper = upper
        self.unit = unit
    }
}
