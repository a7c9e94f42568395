import PipelineDefinition
import StatisticalModel

/// Reads a number with its unit: ranges, products, fractions, 百分之 and 余/多 inside.
///
/// `2×100万千瓦` is 200 万千瓦, `15—25亿立方米/年` a range with one unit, `三分之一` 33.33 %, `40余万人` more than 40 万人.
struct QuantityReader: Sendable {
    private let numerals: NumeralReader
    private let units: UnitTable

    init(library: PipelineLibrary) {
        numerals = NumeralReader(lexicon: library.prose.numerals)
        units = library.units
    }

    func read(in bytes: [UInt8], at offset: Int) -> (quantity: ScannedQuantity, end: Int)? {
        if let share = spelledShare(in: bytes, at: offset) { return share }
        guard let first = numeral(in: bytes, at: offset) else { return nil }
        if let fraction = fraction(first, in: bytes) { return fraction }
        if let mixed = mixed(first, in: bytes) { return mixed }
        let product = product(first, in: bytes)
        if let range = range(product.numeral, product.ranges, in: bytes) { return range }
        return single(product.numeral, product.ranges, in: bytes)
    }

    /// A numeral of either script; a formal sign (壹) stands alone only behind 分之.
    func numeral(in bytes: [UInt8], at offset: Int, allowingFormal: Bool = false) -> Numeral? {
        guard offset < bytes.count else { return nil }
        return NumeralReader.digit(in: bytes, at: offset) != nil
            ? numerals.arabic(in: bytes, at: offset)
            : numerals.chinese(in: bytes, at: offset, allowingFormal: allowingFormal)
    }

    // MARK: One number

    private func single(_ numeral: Numeral, _ ranges: [Range<Int>], in bytes: [UInt8]) -> (ScannedQuantity, Int)? {
        var numeral = numeral
        var inner: Comparator?
        if numeral.power == 0, let more = more(in: bytes, at: numeral.range.upperBound),
            unit(in: bytes, at: more.end) != nil
        {
            inner = more.comparator
            numeral.multiplierStart = more.end
        }
        if inner == nil, let more = more(in: bytes, at: numeral.range.upperBound) {
            // 500余万 without a unit.
            let power = numerals.powers(in: bytes, at: more.end)
            if power.power > 3 {
                let end = more.end + power.length
                let own = min(numeral.multiplierStart, numeral.range.upperBound)..<numeral.range.upperBound
                let text = bytes[own] + bytes[more.end..<end]
                return (quantity(numeral, ranges, text: Array(text), inner: more.comparator, isCounter: false), end)
            }
        }
        let start = numeral.multiplierStart
        var unit = unit(in: bytes, at: start)
        if inner == nil, numeral.power > 0, unit == nil || unit?.end == numeral.range.upperBound,
            let more = more(in: bytes, at: numeral.range.upperBound),
            let match = self.unit(in: bytes, at: more.end)
        {
            let text = bytes[start..<numeral.range.upperBound] + bytes[more.end..<match.end]
            return (
                quantity(numeral, ranges, text: Array(text), inner: more.comparator, isCounter: match.isCounter),
                match.end
            )
        }
        if numeral.isChinese, numeral.power == 0, unit == nil { unit = nil }
        let end = max(unit?.end ?? start, inner == nil ? numeral.range.upperBound : start)
        let text = unit.map { Array(bytes[start..<$0.end]) } ?? Array(bytes[min(start, end)..<end])
        return (quantity(numeral, ranges, text: text, inner: inner, isCounter: unit?.isCounter ?? false), end)
    }

    private func quantity(
        _ numeral: Numeral, _ ranges: [Range<Int>], upper: Numeral? = nil, text: [UInt8], inner: Comparator? = nil,
        isCounter: Bool
    ) -> ScannedQuantity {
        let unit = String(decoding: text.filter { $0 != 0x20 }, as: UTF8.self)
        return ScannedQuantity(
            value: numeral.value, upper: upper?.value, unit: unit, measure: units.resolve(unit), isCounter: isCounter,
            isChineseCount: numeral.isPlainCount && !numeral.isFraction, innerComparator: inner, numerals: ranges)
    }

    /// 余, 多, 几, 来 after the digits.
    private func more(in bytes: [UInt8], at offset: Int) -> (end: Int, comparator: Comparator)? {
        if UTF8Scanning.has("余", in: bytes, at: offset) { return (offset + 3, .moreThan) }
        if UTF8Scanning.has("多", in: bytes, at: offset) { return (offset + 3, .moreThan) }
        if UTF8Scanning.has("几", in: bytes, at: offset) { return (offset + 3, .moreThan) }
        if UTF8Scanning.has("来", in: bytes, at: offset) { return (offset + 3, .approximately) }
        return nil
    }

    /// The unit at `offset`, multipliers included; spaces before it are passed over.
    private func unit(in bytes: [UInt8], at offset: Int) -> (end: Int, isCounter: Bool)? {
        var start = offset
        while start < bytes.count, bytes[start] == 0x20, start - offset < 4 { start += 1 }
        guard let match = units.match(in: bytes, at: start), match.length > 0, !match.unit.base.name.isEmpty else {
            return nil
        }
        let end = start + match.length
        if UTF8Scanning.isLetter(bytes[end - 1]), end < bytes.count, UTF8Scanning.isLetter(bytes[end]) { return nil }
        return (end, match.isCounter)
    }

    // MARK: Products, fractions, shares in words

    private func product(_ first: Numeral, in bytes: [UInt8]) -> (numeral: Numeral, ranges: [Range<Int>]) {
        var numeral = first
        var ranges = [first.range]
        guard first.power == 0 else { return (numeral, ranges) }
        var index = first.range.upperBound
        while let sign = Self.times(in: bytes, at: index), let next = self.numeral(in: bytes, at: sign),
            let value = numeral.value.multiplied(by: next.value), ranges.count < 8
        {
            numeral = Numeral(
                value: value, power: next.power, range: first.range.lowerBound..<next.range.upperBound,
                multiplierStart: next.multiplierStart)
            ranges.append(next.range)
            index = next.range.upperBound
            if next.power > 0 { break }
        }
        return (numeral, ranges)
    }

    private static func times(in bytes: [UInt8], at offset: Int) -> Int? {
        var index = offset
        while index < bytes.count, bytes[index] == 0x20, index - offset < 3 { index += 1 }
        if UTF8Scanning.has("×", in: bytes, at: index) {
            index += 2
        } else if index < bytes.count, bytes[index] == 0x2A {
            index += 1
        } else {
            return nil
        }
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        return NumeralReader.digit(in: bytes, at: index) == nil ? nil : index
    }

    /// `1/3` and 三分之一 in percent, two decimals.
    private func fraction(_ first: Numeral, in bytes: [UInt8]) -> (ScannedQuantity, Int)? {
        let end = first.range.upperBound
        var lower = first
        var upper = first
        if !first.isChinese, end < bytes.count, bytes[end] == 0x2F, first.power == 0, first.value.decimals == 0,
            let next = NumeralReader.decimal(in: bytes, at: end + 1), next.value.decimals == 0,
            first.value < next.value, numerals.powers(in: bytes, at: next.range.upperBound).power == 0
        {
            upper = first
            lower = next
        } else if let start = Self.partsSign(in: bytes, at: end),
            let next = numeral(in: bytes, at: start, allowingFormal: true),
            next.isChinese || next.value.decimals == 0
        {
            lower = first
            upper = next
        } else {
            return nil
        }
        guard let hundred = upper.total.multiplied(by: DecimalNumber(100)),
            let value = Self.quotient(hundred, lower.total)
        else { return nil }
        let stop = max(lower.range.upperBound, upper.range.upperBound)
        let numeral = Numeral(
            value: value.canonical, range: first.range.lowerBound..<stop, multiplierStart: stop, isFraction: true)
        return (quantity(numeral, [numeral.range], text: Array("%".utf8), isCounter: false), stop)
    }

    /// 三又二分之一, in percent.
    private func mixed(_ whole: Numeral, in bytes: [UInt8]) -> (ScannedQuantity, Int)? {
        let sign = DateReader.skipSpaces(bytes, whole.range.upperBound)
        guard UTF8Scanning.has("又", in: bytes, at: sign),
            let lower = numeral(in: bytes, at: DateReader.skipSpaces(bytes, sign + 3)),
            let (part, end) = fraction(lower, in: bytes),
            let value = whole.total.shifted(by: 2).adding(part.value)
        else { return nil }
        let range = whole.range.lowerBound..<end
        let numeral = Numeral(value: value, range: range, multiplierStart: end, isFraction: true)
        return (quantity(numeral, [range], text: Array("%".utf8), isCounter: false), end)
    }

    /// Exact where it ends within six decimals, two decimals else.
    private static func quotient(_ upper: DecimalNumber, _ lower: DecimalNumber) -> DecimalNumber? {
        guard let exact = upper.divided(by: lower, decimals: 12)?.canonical else { return nil }
        return exact.decimals <= 6 ? exact : upper.divided(by: lower, decimals: 2)
    }

    /// The offset behind 分之, spaces passed over.
    private static func partsSign(in bytes: [UInt8], at offset: Int) -> Int? {
        var index = DateReader.skipSpaces(bytes, offset)
        guard UTF8Scanning.has("分", in: bytes, at: index) else { return nil }
        index = DateReader.skipSpaces(bytes, index + 3)
        guard UTF8Scanning.has("之", in: bytes, at: index) else { return nil }
        return DateReader.skipSpaces(bytes, index + 3)
    }

    /// 百分之九十五, 千分之三, 半数.
    private func spelledShare(in bytes: [UInt8], at offset: Int) -> (ScannedQuantity, Int)? {
        if UTF8Scanning.has("半数", in: bytes, at: offset) {
            let numeral = Numeral(value: 50, range: offset..<offset + 3, multiplierStart: offset + 6, isFraction: true)
            return (quantity(numeral, [numeral.range], text: Array("%".utf8), isCounter: false), offset + 6)
        }
        if UTF8Scanning.has("百分之百", in: bytes, at: offset) {
            let numeral = Numeral(
                value: 100, range: offset..<offset + 12, multiplierStart: offset + 12, isFraction: true)
            return (quantity(numeral, [numeral.range], text: Array("%".utf8), isCounter: false), offset + 12)
        }
        guard let (power, start) = sharePower(in: bytes, at: offset),
            let numeral = numeral(in: bytes, at: start, allowingFormal: true)
        else { return nil }
        let range = offset..<numeral.range.upperBound
        // 千分之 is a unit of its own; 万分之 and the like are given in percent.
        let value = power == 3 ? numeral.total : numeral.total.shifted(by: 2 - power)
        let share = Numeral(value: value, range: range, multiplierStart: range.upperBound, isFraction: true)
        let unit = Array((power == 3 ? "‰" : "%").utf8)
        return (quantity(share, [range], text: unit, isCounter: false), range.upperBound)
    }

    /// The power of ten of 百分之, 千分之, 千万分之, and where the numeral behind it begins.
    private func sharePower(in bytes: [UInt8], at offset: Int) -> (power: Int, start: Int)? {
        var index = offset
        var power = 0
        while index < bytes.count, index - offset < 12,
            let part = numerals.power(in: bytes, at: index)
        {
            power += part
            index += 3
        }
        guard power > 1, let start = Self.partsSign(in: bytes, at: index) else { return nil }
        return (power, start)
    }

    // MARK: Ranges

    private func range(_ lower: Numeral, _ ranges: [Range<Int>], in bytes: [UInt8]) -> (ScannedQuantity, Int)? {
        var lower = lower
        var index = lower.range.upperBound
        let lowerUnit = unit(in: bytes, at: lower.multiplierStart)
        if let lowerUnit { index = max(index, lowerUnit.end) }
        guard let sign = Self.rangeSign(in: bytes, at: index), var upper = numeral(in: bytes, at: sign) else {
            return nil
        }
        if upper.range.upperBound == sign { return nil }
        guard let upperUnit = unit(in: bytes, at: upper.multiplierStart) ?? bareEnd(upper) else { return nil }
        let text = Array(bytes[upper.multiplierStart..<upperUnit.end])
        if let lowerUnit {
            guard bytes[lower.multiplierStart..<lowerUnit.end].elementsEqual(text) else { return nil }
        } else if lower.power > 0 {
            // 3千—5千人: both ends with multipliers of their own.
            lower.value = lower.total
            upper.value = upper.total
            let unit = Array(bytes[upper.range.upperBound..<max(upper.range.upperBound, upperUnit.end)])
            guard lower.value < upper.value else { return nil }
            return (
                quantity(lower, ranges + [upper.range], upper: upper, text: unit, isCounter: upperUnit.isCounter),
                upperUnit.end
            )
        }
        guard lower.value < upper.value, lower.isChinese == upper.isChinese, !text.isEmpty else { return nil }
        return (
            quantity(lower, ranges + [upper.range], upper: upper, text: text, isCounter: upperUnit.isCounter),
            upperUnit.end
        )
    }

    private func bareEnd(_ numeral: Numeral) -> (end: Int, isCounter: Bool)? {
        numeral.power > 0 ? (numeral.range.upperBound, false) : nil
    }

    /// The offset behind a dash, 至, 到 or ~.
    static func rangeSign(in bytes: [UInt8], at offset: Int) -> Int? {
        var index = offset
        while index < bytes.count, bytes[index] == 0x20, index - offset < 3 { index += 1 }
        let start = index
        guard index < bytes.count else { return nil }
        if bytes[index] == 0x2D || bytes[index] == 0x7E { index += 1 }
        for sign: StaticString in ["—", "–", "－", "～", "至", "到", "―", "─"] {
            while UTF8Scanning.has(sign, in: bytes, at: index), index - start < 6 { index += 3 }
        }
        guard index > start else { return nil }
        while index < bytes.count, bytes[index] == 0x20, index - offset < 12 { index += 1 }
        return index
    }
}
