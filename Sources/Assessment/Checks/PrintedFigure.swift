import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// A cell that holds one figure and nothing else: `280`, `5500亿元`, `4×100`, `10（域内）`, `达到8000亿元`.
struct PrintedFigure: Sendable {
    /// In the base unit, a product multiplied out.
    let value: DecimalNumber
    /// Half a unit of the last printed decimal, zero for whole numbers: what rounding may have taken.
    let rounding: DecimalNumber
    /// Empty where no unit is printed.
    let unit: UnitCode
    /// True where a word makes the figure a bound: 超过, 以上, 达到.
    let isBound: Bool
    /// What the printed unit multiplies by, and the unit and words after the number as printed.
    private let factor: DecimalNumber
    private let ending: String

    init?(_ text: String, library: PipelineLibrary) {
        let bytes = Array(text.utf8)
        var index = 0
        var isBound = false
        while let match = library.headers.before.longestMatch(in: bytes, at: index) {
            isBound = isBound || match.value.comparator != nil || match.value == .level
            index += match.length
        }
        guard let product = Self.product(in: bytes, at: &index) else { return nil }
        let numberEnd = index
        var factor: DecimalNumber = 1
        var unit = UnitCode("")
        if let match = library.units.match(in: bytes, at: index), match.length > 0 {
            (factor, unit) = (match.unit.factor, match.unit.base)
            index += match.length
        }
        if let match = library.headers.after.longestMatch(in: bytes, at: index) {
            isBound = isBound || match.value.comparator != nil
            index += match.length
        }
        guard index == bytes.count || Self.isRemark(bytes[index...]),
            let value = product.value.multiplied(by: factor), let rounding = product.rounding.multiplied(by: factor)
        else { return nil }
        self.value = value
        self.rounding = rounding
        self.unit = unit
        self.isBound = isBound
        self.factor = factor
        ending = String(decoding: bytes[numberEnd..<index], as: UTF8.self)
    }

    /// `value` in the unit that the figure is printed in: 达到8000亿元 makes 8070亿元 of the sum.
    func printing(_ value: DecimalNumber) -> String {
        guard factor != 1, let quotient = value.divided(by: factor, decimals: 6) else { return "\(value)\(ending)" }
        return "\(quotient.trimmed)\(ending)"
    }

    /// The product of the plain numbers joined by × from `index` on, which moves behind it.
    private static func product(
        in bytes: [UInt8], at index: inout Int
    ) -> (value: DecimalNumber, rounding: DecimalNumber)? {
        guard var value = number(in: bytes, at: &index) else { return nil }
        var rounding =
            value.decimals == 0 ? DecimalNumber(0) : DecimalNumber(significand: 5, exponent: -value.decimals - 1)
        while bytes[index...].starts(with: "×".utf8) {
            index += 2
            guard let factor = number(in: bytes, at: &index), let next = value.multiplied(by: factor),
                let wider = rounding.multiplied(by: factor)
            else { return nil }
            (value, rounding) = (next, wider)
        }
        return (value, rounding)
    }

    private static func number(in bytes: [UInt8], at index: inout Int) -> DecimalNumber? {
        let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
        let start = isNegative ? index + 1 : index
        guard let number = NumeralReader.decimal(in: bytes, at: start), number.isExact else { return nil }
        index = number.range.upperBound
        return isNegative ? number.value.negated : number.value
    }

    /// A bracket that fills the rest of the cell: a remark, not another figure's.
    private static func isRemark(_ rest: ArraySlice<UInt8>) -> Bool {
        (rest.starts(with: "（".utf8) && rest.reversed().starts(with: "）".utf8.reversed()))
            || (rest.first == UInt8(ascii: "(") && rest.last == UInt8(ascii: ")"))
    }
}

extension DecimalNumber {
    /// The value in as few decimals as it takes.
    fileprivate var trimmed: DecimalNumber {
        canonical.shifted(by: 0)
    }
}
