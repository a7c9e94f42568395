import PipelineDefinition
import StatisticalModel

/// A number as printed: its digits as an exact decimal and the power of ten of 万, 亿 behind them.
struct Numeral: Sendable, Hashable {
    /// The printed digits: 1.9 of 1.9万亿.
    var value: DecimalNumber
    /// 12 for 万亿; the value that the numeral stands for is `value` × 10^`power`.
    var power = 0
    var range: Range<Int>
    /// Where the multiplier's characters begin: the unit as printed starts here.
    var multiplierStart: Int
    var isChinese = false
    /// 1/3 or 三分之一, given in percent.
    var isFraction = false
    /// False for 一 to 十 and the like, which mostly name rather than count.
    var isPlainCount: Bool { isChinese && power == 0 }

    /// Whether the digits fit below a power: 4000 of 3万4000.
    func isBelow(_ power: Int) -> Bool {
        value.decimals == 0 && value < DecimalNumber(1).shifted(by: power)
    }

    var total: DecimalNumber { value.shifted(by: power) }
}

/// Reads one numeral, Arabic or Chinese or mixed (`12,000.5`, `3千`, `5万4千6百`, `一千二百三十四万`).
///
/// Full-width digits are read like ASCII ones. A look at a character costs constant time, so a line of a
/// million digits is read once: more than 30 digits are no number, but are consumed as one.
struct NumeralReader: Sendable {
    private let lexicon: NumeralLexicon

    init(lexicon: NumeralLexicon) { self.lexicon = lexicon }

    /// An ASCII or full-width digit at `offset`.
    @inline(__always)
    static func digit(in bytes: [UInt8], at offset: Int) -> (value: Int, length: Int)? {
        guard offset < bytes.count else { return nil }
        let byte = bytes[offset]
        if byte &- 0x30 < 10 { return (Int(byte) - 0x30, 1) }
        if byte == 0xEF, offset + 2 < bytes.count, bytes[offset + 1] == 0xBC, bytes[offset + 2] &- 0x90 < 10 {
            return (Int(bytes[offset + 2]) - 0x90, 3)
        }
        return nil
    }

    // MARK: Arabic

    /// A numeral that begins with an Arabic digit at `offset`.
    func arabic(in bytes: [UInt8], at offset: Int) -> Numeral? {
        guard var numeral = Self.decimal(in: bytes, at: offset) else { return nil }
        var index = numeral.range.upperBound
        index = Self.skipSpaces(in: bytes, at: index, before: { scalarIsPower($0, in: bytes) })
        let first = powers(in: bytes, at: index)
        guard first.power > 0 else { return numeral }
        if bytes[index] == 0x6B {
            numeral.value = numeral.value.shifted(by: 3)
            numeral.range = numeral.range.lowerBound..<index + 1
            numeral.multiplierStart = index + 1
            return numeral
        }
        numeral.multiplierStart = index
        numeral.power = first.power
        numeral.range = numeral.range.lowerBound..<index + first.length
        return composite(of: numeral, in: bytes)
    }

    /// `5万4千6百` is 54600: further digits with falling powers.
    private func composite(of first: Numeral, in bytes: [UInt8]) -> Numeral {
        var sum = first.total
        var last = first
        var parts = 1
        while let next = Self.decimal(in: bytes, at: joint(in: bytes, at: last.range.upperBound)) {
            let power = powers(in: bytes, at: next.range.upperBound)
            if power.power > last.power, last.power < 4, next.isBelow(last.power), let both = sum.adding(next.value) {
                // 2千零30万 is 2030 万.
                let end = next.range.upperBound + power.length
                return Numeral(
                    value: both, power: power.power, range: first.range.lowerBound..<end,
                    multiplierStart: next.range.upperBound)
            }
            guard power.power < last.power, power.power > 0 || next.isBelow(last.power),
                let total = sum.adding(next.value.shifted(by: power.power))
            else { break }
            sum = total
            parts += 1
            last.power = power.power
            last.range = first.range.lowerBound..<next.range.upperBound + power.length
        }
        guard parts > 1 else { return first }
        return Numeral(value: sum, range: last.range, multiplierStart: last.range.upperBound)
    }

    /// The offset behind a 零 or a space between two parts.
    private func joint(in bytes: [UInt8], at offset: Int) -> Int {
        if UTF8Scanning.has("零", in: bytes, at: offset) { return offset + 3 }
        return offset + 1 < bytes.count && bytes[offset] == 0x20 ? offset + 1 : offset
    }

    /// 陆, 肆, 拾 alone are ordinary characters (大陆, 放肆, 收拾), no numerals.
    private static func isFormal(_ bytes: [UInt8], _ offset: Int) -> Bool {
        ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰", "仟", "陸", "貳"].contains { (sign: StaticString) in
            UTF8Scanning.has(sign, in: bytes, at: offset)
        }
    }

    /// Digits with grouping commas and a decimal point.
    static func decimal(in bytes: [UInt8], at offset: Int) -> Numeral? {
        var index = offset
        var significand: Int128 = 0
        var digits = 0
        var decimals = 0
        var afterPoint = false
        while true {
            if let digit = digit(in: bytes, at: index) {
                if digits < 36 { significand = significand * 10 + Int128(digit.value) }
                digits += 1
                if afterPoint { decimals += 1 }
                index += digit.length
                continue
            }
            guard let length = separator(in: bytes, at: index, afterPoint: afterPoint) else { break }
            if length.isPoint { afterPoint = true } else if digits > 3 && index - offset == digits { break }
            index += length.length
        }
        guard digits > 0 else { return nil }
        let value = DecimalNumber(significand: digits < 36 ? significand : 0, exponent: -min(decimals, 36))
        return Numeral(value: value, range: offset..<index, multiplierStart: index)
    }

    /// A decimal point before a digit, or a comma before exactly three digits.
    private static func separator(
        in bytes: [UInt8], at index: Int, afterPoint: Bool
    ) -> (length: Int, isPoint: Bool)? {
        guard !afterPoint, index < bytes.count else { return nil }
        let byte = bytes[index]
        if byte == 0x2E { return digit(in: bytes, at: index + 1) != nil ? (1, true) : nil }
        var length = 0
        if byte == 0x2C { length = 1 }
        if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBC {
            if bytes[index + 2] == 0x8E { return digit(in: bytes, at: index + 3) != nil ? (3, true) : nil }
            if bytes[index + 2] == 0x8C { length = 3 }
        }
        guard length > 0 else { return nil }
        var next = index + length
        for _ in 0..<3 {
            guard let digit = digit(in: bytes, at: next) else { return nil }
            next += digit.length
        }
        return digit(in: bytes, at: next) == nil ? (length, false) : nil
    }

    private static func skipSpaces(in bytes: [UInt8], at offset: Int, before: (Int) -> Bool) -> Int {
        var index = offset
        while index < bytes.count, bytes[index] == 0x20, index - offset < 4 { index += 1 }
        return index > offset && index < bytes.count && before(index) ? index : offset
    }

    private func scalarIsPower(_ offset: Int, in bytes: [UInt8]) -> Bool { powers(in: bytes, at: offset).power > 0 }

    /// 万, 亿, 万亿, 百, 千 … behind Arabic digits. 百 and 千 that begin a unit word (百分点, 千瓦, 千克) are left to it.
    /// The power that the sign at `offset` stands for.
    func power(in bytes: [UInt8], at offset: Int) -> Int? {
        guard case .power(let power) = lexicon[UTF8Scanning.scalar(in: bytes, at: offset).value] else { return nil }
        return power
    }

    func powers(in bytes: [UInt8], at offset: Int) -> (power: Int, length: Int) {
        var index = offset
        var power = 0
        while index < bytes.count {
            let scalar = UTF8Scanning.scalar(in: bytes, at: index)
            guard case .power(let value) = lexicon[scalar.value] else { break }
            if value < 4 && Self.unitFollows(in: bytes, at: index + scalar.length) { break }
            power += value
            index += scalar.length
        }
        if power == 0, index < bytes.count, bytes[index] == 0x6B,
            index + 1 == bytes.count
                || !UTF8Scanning.isLetter(bytes[index + 1]) && !UTF8Scanning.isDigit(bytes[index + 1])
        {
            return (3, 1)
        }
        return (power, index - offset)
    }

    /// Whether 千 or 百 before `offset` belongs to a unit word.
    private static func unitFollows(in bytes: [UInt8], at offset: Int) -> Bool {
        UTF8Scanning.has("瓦", in: bytes, at: offset) || UTF8Scanning.has("克", in: bytes, at: offset)
            || UTF8Scanning.has("米", in: bytes, at: offset) || UTF8Scanning.has("伏", in: bytes, at: offset)
            || UTF8Scanning.has("分", in: bytes, at: offset) || UTF8Scanning.has("赫", in: bytes, at: offset)
            || UTF8Scanning.has("卡", in: bytes, at: offset) || UTF8Scanning.has("焦", in: bytes, at: offset)
    }

    // MARK: Chinese

    /// A numeral that begins with a Chinese digit, 十 or 半 at `offset`: the longest that is well formed.
    func chinese(in bytes: [UInt8], at offset: Int, allowingFormal: Bool = false) -> Numeral? {
        var reading = ChineseNumeral()
        var index = offset
        var negative = false
        while index < bytes.count {
            let scalar = UTF8Scanning.scalar(in: bytes, at: index)
            if scalar.value == 0x20, index > offset, index + 1 < bytes.count,
                lexicon[UTF8Scanning.scalar(in: bytes, at: index + 1).value] != nil
            {
                index += 1
                continue
            }
            guard let sign = lexicon[scalar.value] else { break }
            if case .minus = sign {
                guard index == offset else { break }
                negative = true
            } else if !reading.take(sign, end: index + scalar.length) {
                break
            }
            index += scalar.length
        }
        guard let result = reading.result, result.end > offset else { return nil }
        if !allowingFormal, result.end - offset == 3, Self.isFormal(bytes, offset) { return nil }
        var numeral = Numeral(
            value: negative ? result.value.negated : result.value, power: result.power, range: offset..<result.end,
            multiplierStart: result.multiplierStart, isChinese: true)
        if numeral.power == 0 { numeral.multiplierStart = result.end }
        return numeral
    }
}
