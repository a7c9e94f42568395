public import PipelineDefinition
public import StatisticalModel

/// A number as printed: its digits as an exact decimal and the power of ten of 万, 亿 behind them.
public struct Numeral: Sendable, Hashable {
    /// The printed digits: 1.9 of 1.9万亿.
    public var value: DecimalNumber
    /// The upper end where the numeral itself is a range: 8 of 七八亿, 20 of 十几万.
    public var upper: DecimalNumber?
    /// 12 for 万亿; the value that the numeral stands for is `value` × 10^`power`.
    public var power = 0
    public var range: Range<Int>
    /// Where the multiplier's characters begin: the unit as printed starts here.
    public var multiplierStart: Int
    public var isChinese = false
    /// 1/3 or 三分之一, given in percent.
    public var isFraction = false
    /// How the numeral bounds itself: 上万 is at least one 万.
    public var comparator: Comparator?
    /// False for a number of more digits than ``DecimalNumber`` keeps: its value means nothing.
    public var isExact = true

    /// 一二三: digits in a row.
    var isPositional = false

    /// True for 一 to 九十九 and digits in a row, which mostly name rather than count.
    var isPlainCount: Bool { isChinese && power == 0 && (value < 100 || isPositional) }

    /// Whether the digits fit below a power: 4000 of 3万4000.
    func isBelow(_ power: Int) -> Bool {
        value.decimals == 0 && value < DecimalNumber(1).shifted(by: power)
    }

    public var total: DecimalNumber { value.shifted(by: power) }
}

/// Reads one numeral, Arabic or Chinese or mixed (`12,000.5`, `3千`, `5万4千6百`, `一千二百三十四万`, `数百万`, `上万`).
///
/// Full-width digits are read like ASCII ones. A look at a character costs constant time, so a line of a
/// million digits is read once: more than 36 digits are consumed as one numeral that is not exact.
public struct NumeralReader: Sendable {
    private let lexicon: NumeralLexicon

    public init(lexicon: NumeralLexicon) { self.lexicon = lexicon }

    // MARK: Arabic

    /// A numeral that begins with an Arabic digit at `offset`.
    public func arabic(in bytes: [UInt8], at offset: Int) -> Numeral? {
        guard var numeral = Self.decimal(in: bytes, at: offset) else { return nil }
        var index = numeral.range.upperBound
        let spaced = UTF8Scanning.skipSpaces(bytes, index)
        if spaced > index, powers(in: bytes, at: spaced).power > 0 { index = spaced }
        let first = powers(in: bytes, at: index)
        guard first.power > 0, numeral.isExact else { return numeral }
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
        while let next = Self.decimal(in: bytes, at: joint(in: bytes, at: last.range.upperBound)), next.isExact {
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

    /// Digits with grouping commas and a decimal point, ASCII or full-width.
    public static func decimal(in bytes: [UInt8], at offset: Int) -> Numeral? {
        var index = offset
        var significand: Int128 = 0
        var digits = 0
        var decimals = 0
        var afterPoint = false
        while true {
            if let digit = UTF8Scanning.digit(in: bytes, at: index) {
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
        let isExact = digits <= 36
        let value = DecimalNumber(significand: isExact ? significand : 0, exponent: isExact ? -decimals : 0)
        var numeral = Numeral(value: value, range: offset..<index, multiplierStart: index)
        numeral.isExact = isExact
        return numeral
    }

    /// The ranges of all numbers of Arabic digits in `bytes`, in order.
    public static func groups(in bytes: [UInt8]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            if let numeral = decimal(in: bytes, at: index) {
                result.append(numeral.range)
                index = numeral.range.upperBound
            } else {
                index += UTF8Scanning.width(bytes[index])
            }
        }
        return result
    }

    /// A decimal point before a digit, or a comma before exactly three digits.
    private static func separator(
        in bytes: [UInt8], at index: Int, afterPoint: Bool
    ) -> (length: Int, isPoint: Bool)? {
        guard !afterPoint, index < bytes.count else { return nil }
        let byte = bytes[index]
        if byte == 0x2E { return UTF8Scanning.digit(in: bytes, at: index + 1) != nil ? (1, true) : nil }
        var length = 0
        if byte == 0x2C { length = 1 }
        if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBC {
            if bytes[index + 2] == 0x8E {
                return UTF8Scanning.digit(in: bytes, at: index + 3) != nil ? (3, true) : nil
            }
            if bytes[index + 2] == 0x8C { length = 3 }
        }
        if byte == 0x20 { return isThousands(in: bytes, at: index) ? (1, false) : nil }
        if byte == 0xC2 { return raisedPoint(in: bytes, at: index) ? (2, true) : nil }
        guard length > 0 else { return nil }
        var next = index + length
        for _ in 0..<3 {
            guard let digit = UTF8Scanning.digit(in: bytes, at: next) else { return nil }
            next += digit.length
        }
        return UTF8Scanning.digit(in: bytes, at: next) == nil ? (length, false) : nil
    }

    /// 32 451亿元: a space between one to three digits and groups of three, with a unit directly behind the last.
    private static func isThousands(in bytes: [UInt8], at index: Int) -> Bool {
        var start = index
        while start > 0, UTF8Scanning.isDigit(bytes[start - 1]) { start -= 1 }
        guard (1...3).contains(index - start), bytes[start] != 0x30,
            start == 0 || bytes[start - 1] >= 0x80 || start == index - 3 && bytes[start - 1] == 0x20
        else { return false }
        var next = index
        while next < bytes.count, bytes[next] == 0x20, next - index <= longestGrouped {
            let end = next + 4
            guard end < bytes.count, bytes[(next + 1)..<end].allSatisfy(UTF8Scanning.isDigit),
                !UTF8Scanning.isDigit(bytes[end])
            else { break }
            next = end
        }
        guard next > index else { return false }
        if next < bytes.count, bytes[next] == 0x2E {
            next += 1
            while next < bytes.count, UTF8Scanning.isDigit(bytes[next]), next - index <= longestGrouped { next += 1 }
        }
        // A Chinese character or a letter; a space before a unit of letters: 5 221 km.
        guard next < bytes.count else { return false }
        if bytes[next] == 0x20, next + 1 < bytes.count { return UTF8Scanning.isLetter(bytes[next + 1]) }
        return bytes[next] >= 0xE4 || UTF8Scanning.isLetter(bytes[next])
    }
    /// Bytes of the longest number so grouped.
    private static let longestGrouped = 20

    /// 1·8%: a dot half-way up is a decimal point before a digit or two and a sign of shares; 7·20 names a day.
    private static func raisedPoint(in bytes: [UInt8], at index: Int) -> Bool {
        guard index + 1 < bytes.count, bytes[index + 1] == 0xB7 else { return false }
        var next = index + 2
        while next < index + 4, let digit = UTF8Scanning.digit(in: bytes, at: next) { next += digit.length }
        guard next > index + 2, next < bytes.count else { return false }
        return bytes[next] == 0x25 || UTF8Scanning.has("％", in: bytes, at: next)
            || UTF8Scanning.has("‰", in: bytes, at: next) || UTF8Scanning.has("个百分点", in: bytes, at: next)
    }

    /// The power that the sign at `offset` stands for.
    func power(in bytes: [UInt8], at offset: Int) -> Int? {
        guard offset < bytes.count,
            case .power(let power)? = lexicon[UTF8Scanning.scalar(in: bytes, at: offset).value]
        else { return nil }
        return power
    }

    /// 万, 亿, 万亿, 百, 千 … behind Arabic digits. 百 and 千 that begin a unit word (百分点, 千瓦, 千克) are left to it.
    func powers(in bytes: [UInt8], at offset: Int) -> (power: Int, length: Int) {
        var index = offset
        var power = 0
        while index < bytes.count {
            let scalar = UTF8Scanning.scalar(in: bytes, at: index)
            guard case .power(let value)? = lexicon[scalar.value] else { break }
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

    /// A numeral that begins with a Chinese digit, 十, 半, 几 or 上 at `offset`: the longest that is well formed.
    public func chinese(in bytes: [UInt8], at offset: Int, allowingFormal: Bool = false) -> Numeral? {
        guard offset < bytes.count else { return nil }
        var scalar = UTF8Scanning.scalar(in: bytes, at: offset)
        guard let first = lexicon[scalar.value] else { return nil }
        switch first {
        case .atLeast: return bounded(in: bytes, at: offset, scalar.length)
        case .some
        where power(in: bytes, at: offset + scalar.length) == nil || isWord(in: bytes, to: offset + scalar.length):
            return nil
        default: break
        }
        var reading = ChineseNumeral()
        var index = offset
        var negative = false
        while index < bytes.count {
            scalar = UTF8Scanning.scalar(in: bytes, at: index)
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
        if !allowingFormal, result.end - offset == 3,
            lexicon.isFormal(UTF8Scanning.scalar(in: bytes, at: offset).value)
        {
            return nil
        }
        var numeral = Numeral(
            value: negative ? result.value.negated : result.value, upper: result.upper, power: result.power,
            range: offset..<result.end, multiplierStart: result.multiplierStart, isChinese: true)
        if numeral.power == 0 { numeral.multiplierStart = result.end }
        numeral.isExact = !reading.isTooLong
        numeral.isPositional = result.isPositional
        return numeral
    }

    /// 上百, 上万: at least one of the power; not in 网上百货.
    private func bounded(in bytes: [UInt8], at offset: Int, _ length: Int) -> Numeral? {
        guard var numeral = impliedOne(in: bytes, at: offset + length), numeral.total >= 100 else { return nil }
        if isWord(in: bytes, to: offset + length) { return nil }
        numeral.range = offset..<numeral.range.upperBound
        numeral.comparator = .atLeast
        return numeral
    }

    /// Whether the sign that ends at `end` belongs to a word: 网上, 基数.
    private func isWord(in bytes: [UInt8], to end: Int) -> Bool {
        lexicon.notVague.contains { word in
            end >= word.count && bytes[end - word.count..<end].elementsEqual(word)
        }
    }

    /// One of the power at `offset`, said without a digit: 万亿 of 突破万亿元, 百万 of 上百万人.
    ///
    /// Below 万 the power is the value, from 万 on it belongs to the unit as printed: 百万 is 100 万.
    public func impliedOne(in bytes: [UInt8], at offset: Int) -> Numeral? {
        var index = offset
        var value: DecimalNumber = 1
        while let power = power(in: bytes, at: index), power < 4 {
            value = value.shifted(by: power)
            index += 3
        }
        let start = index
        var power = 0
        while let next = self.power(in: bytes, at: index), next >= 4, power < 12 {
            power += next
            index += 3
        }
        guard index > offset else { return nil }
        return Numeral(
            value: value, power: power, range: offset..<index, multiplierStart: power > 0 ? start : index,
            isChinese: true)
    }
}
