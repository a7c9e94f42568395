/// An exact decimal: a significand and a power of ten, with the printed precision kept (6.0 is not 6).
///
/// Comparison and hashing go by value (6.0 == 6); ``description`` keeps the printed digits.
/// Arithmetic is exact or `nil` on overflow of 38 digits; only division rounds, half to even
/// (GB/T 8170), to a stated number of decimals.
public struct DecimalNumber: Sendable {
    public let significand: Int128
    /// The power of ten that the significand is multiplied by: 6.0 is 60 × 10⁻¹.
    public let exponent: Int

    public init(significand: Int128, exponent: Int) {
        self.significand = significand
        self.exponent = exponent
    }

    public init(_ integer: Int) {
        self.init(significand: Int128(integer), exponent: 0)
    }

    /// Reads `-12.50`, `1,234.5` or `.5`: ASCII digits, grouping commas between digits, one point. `nil` for anything else,
    /// and for more than 37 digits.
    public init?(_ text: some StringProtocol) {
        var significand: Int128 = 0
        var decimals = 0
        var digits = 0
        var afterPoint = false
        var negative = false
        var previousIsDigit = false
        var previousIsComma = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case 0x30...0x39:
                digits += 1
                guard digits <= 37 else { return nil }
                significand = significand * 10 + Int128(byte - 0x30)
                if afterPoint { decimals += 1 }
                previousIsDigit = true
                previousIsComma = false
                continue
            case UInt8(ascii: "-") where index == 0: negative = true
            case UInt8(ascii: "+") where index == 0: break
            case UInt8(ascii: ".") where !afterPoint && !previousIsComma: afterPoint = true
            case UInt8(ascii: ",") where previousIsDigit && !afterPoint: break
            default: return nil
            }
            previousIsDigit = false
            previousIsComma = byte == UInt8(ascii: ",")
        }
        guard digits > 0, previousIsDigit else { return nil }
        self.init(significand: negative ? -significand : significand, exponent: -decimals)
    }

    public var isZero: Bool { significand == 0 }
    public var isNegative: Bool { significand < 0 }
    public var negated: DecimalNumber { DecimalNumber(significand: -significand, exponent: exponent) }
    public var magnitude: DecimalNumber { isNegative ? negated : self }
    /// Decimals as printed.
    public var decimals: Int { max(0, -exponent) }

    /// The nearest binary number: for libraries that take nothing else.
    public var doubleValue: Double {
        // A division by an exact power of ten rounds once; a product with 10⁻ⁿ would round twice.
        exponent >= 0
            ? Double(significand) * DecimalNumber.doublePower(exponent)
            : Double(significand) / DecimalNumber.doublePower(-exponent)
    }

    private static func doublePower(_ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<exponent { result *= 10 }
        return result
    }

    /// The same value with trailing zeros gone: the canonical form behind `==` and `hash`.
    public var canonical: DecimalNumber {
        guard significand != 0 else { return DecimalNumber(significand: 0, exponent: 0) }
        var significand = significand
        var exponent = exponent
        while significand % 10 == 0 {
            significand /= 10
            exponent += 1
        }
        return DecimalNumber(significand: significand, exponent: exponent)
    }

    /// The value written with no exponent above zero, `nil` where that takes more than 38 digits.
    private func scaled(to target: Int) -> Int128? {
        var result = significand
        var power = exponent
        while power > target {
            let (product, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = product
            power -= 1
        }
        return result
    }

    public func adding(_ other: DecimalNumber) -> DecimalNumber? {
        let power = min(exponent, other.exponent)
        guard let left = scaled(to: power), let right = other.scaled(to: power) else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : DecimalNumber(significand: sum, exponent: power)
    }

    public func subtracting(_ other: DecimalNumber) -> DecimalNumber? { adding(other.negated) }

    public func multiplied(by other: DecimalNumber) -> DecimalNumber? {
        let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
        return overflow ? nil : DecimalNumber(significand: product, exponent: exponent + other.exponent)
    }

    /// The value moved by `power` powers of ten (万 is 4, 亿 is 8): exact, precision kept.
    public func shifted(by power: Int) -> DecimalNumber {
        DecimalNumber(significand: significand, exponent: exponent + power).expanded
    }

    /// The same value with an exponent of at most zero where 38 digits allow it.
    private var expanded: DecimalNumber {
        guard exponent > 0, let whole = scaled(to: 0) else { return self }
        return DecimalNumber(significand: whole, exponent: 0)
    }

    /// The quotient rounded half to even to `decimals` places; `nil` for a divisor of zero or overflow.
    public func divided(by other: DecimalNumber, decimals: Int) -> DecimalNumber? {
        guard !other.isZero else { return nil }
        let divisor = other.canonical
        var numerator = canonical.significand
        var denominator = divisor.significand
        var power = canonical.exponent - divisor.exponent + decimals
        while power > 0 {
            let (product, overflow) = numerator.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            numerator = product
            power -= 1
        }
        while power < 0 {
            let (product, overflow) = denominator.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            denominator = product
            power += 1
        }
        return DecimalNumber(significand: Self.quotientHalfEven(numerator, denominator), exponent: -decimals)
    }

    /// The value rounded half to even to `decimals` places (GB/T 8170).
    public func rounded(toDecimals decimals: Int) -> DecimalNumber {
        guard -exponent > decimals else { return self }
        // A significand has 39 digits at most: moved further right, less than half a unit is left of it.
        guard -exponent - decimals <= 38 else { return DecimalNumber(significand: 0, exponent: -decimals) }
        var divisor: Int128 = 1
        for _ in 0..<(-exponent - decimals) { divisor *= 10 }
        return DecimalNumber(significand: Self.quotientHalfEven(significand, divisor), exponent: -decimals)
    }

    private static func quotientHalfEven(_ numerator: Int128, _ denominator: Int128) -> Int128 {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        let rest = remainder.magnitude
        let half = denominator.magnitude - rest
        guard rest > half || (rest == half && quotient % 2 != 0) else { return quotient }
        return (numerator < 0) == (denominator < 0) ? quotient + 1 : quotient - 1
    }
}

extension DecimalNumber: Comparable, Hashable {
    public static func == (left: Self, right: Self) -> Bool {
        let (a, b) = (left.canonical, right.canonical)
        return a.significand == b.significand && a.exponent == b.exponent
    }

    public func hash(into hasher: inout Hasher) {
        let value = canonical
        hasher.combine(value.significand)
        hasher.combine(value.exponent)
    }

    public static func < (left: Self, right: Self) -> Bool {
        let power = min(left.exponent, right.exponent)
        guard let a = left.scaled(to: power), let b = right.scaled(to: power) else {
            return left.doubleValue < right.doubleValue
        }
        return a < b
    }
}

extension DecimalNumber: CustomStringConvertible {
    /// Plain ASCII digits with the printed decimals: `-12.50`, never an exponent or grouping.
    public var description: String {
        var digits = String(significand.magnitude)
        if exponent > 0 {
            if significand != 0 { digits += String(repeating: "0", count: exponent) }
        } else if exponent < 0 {
            let missing = -exponent + 1 - digits.utf8.count
            if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
            let point = digits.utf8.index(digits.endIndex, offsetBy: exponent)
            digits.insert(".", at: point)
        }
        return isNegative ? "-" + digits : digits
    }
}

extension DecimalNumber: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
}
