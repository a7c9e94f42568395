public import PipelineDefinition
import SourceText
import StatisticalModel

/// Reads a number with its unit: ranges, products, ratios, fractions, 百分之 and 余/多 inside.
///
/// `2×100万千瓦` is 200 万千瓦, `15—25亿立方米/年` a range with one unit, `三分之一` 33.3333333333 %, `40余万人` more than
/// 40 万人, `125元5角` 125.5 元, `0.49元每千瓦时` 0.49 元/千瓦时, `9.0:44.9:46.1` a ratio of three parts.
public struct QuantityReader: Sendable {
    /// What the place of a figure allows: in a table cell a range needs no unit, which the column's head has.
    public enum Place: Sendable {
        case prose, cell
    }

    private let lexicon: NumeralLexicon
    private let numerals: NumeralReader
    private let units: UnitReader

    public init(library: PipelineLibrary) {
        self.init(numerals: library.prose.numerals, units: library.units)
    }

    public init(numerals lexicon: NumeralLexicon, units: UnitTable) {
        self.lexicon = lexicon
        numerals = NumeralReader(lexicon: lexicon)
        self.units = UnitReader(units: units)
    }

    public func read(
        in bytes: [UInt8], at offset: Int, place: Place = .prose
    ) -> (quantity: ScannedQuantity, end: Int)? {
        if let share = spelledShare(in: bytes, at: offset) ?? halfTime(in: bytes, at: offset) { return share }
        guard let first = numeral(in: bytes, at: offset) else { return nil }
        guard first.isExact else { return tooLong(first, in: bytes) }
        if let ratio = ratio(first, in: bytes) { return ratio }
        if let fraction = fraction(first, in: bytes) { return fraction }
        if let mixed = mixed(first, in: bytes) { return mixed }
        guard let product = product(first, in: bytes) else { return tooLong(first, in: bytes) }
        let unit = units.unit(in: bytes, at: product.numeral.multiplierStart)
        if first.upper == nil, let range = range(product.numeral, product.ranges, unit, in: bytes, place) {
            return range
        }
        return single(product.numeral, product.ranges, unit, in: bytes)
    }

    /// A numeral of either script; a formal sign (壹) stands alone only behind 分之.
    public func numeral(in bytes: [UInt8], at offset: Int, allowingFormal: Bool = false) -> Numeral? {
        guard offset < bytes.count else { return nil }
        return UTF8Scanning.digit(in: bytes, at: offset) != nil
            ? numerals.arabic(in: bytes, at: offset)
            : numerals.chinese(in: bytes, at: offset, allowingFormal: allowingFormal)
    }

    /// One of a power said without a digit: 万亿元 of 突破万亿元大关, 百万 of 突破百万, 千亿级 of 达到千亿级.
    ///
    /// Only the caller knows that a verb of level stands before it. A noun behind it makes it a size (千亿元产业,
    /// 百万人口大县), which states nothing. A class (千亿级) is at least its power.
    public func impliedOne(in bytes: [UInt8], at offset: Int) -> (quantity: ScannedQuantity, end: Int)? {
        guard let numeral = numerals.impliedOne(in: bytes, at: offset), numeral.total >= 100 else { return nil }
        if UTF8Scanning.has("级", in: bytes, at: numeral.range.upperBound) {
            guard numeral.power > 0, isEnd(in: bytes, at: numeral.range.upperBound + 3) else { return nil }
            let text = bytes[numeral.multiplierStart..<numeral.range.upperBound]
            return (
                quantity(numeral, [numeral.range], text: text, inner: .atLeast, isCounter: false),
                numeral.range.upperBound + 3
            )
        }
        let unit = units.unit(in: bytes, at: numeral.multiplierStart)
        guard unit == nil || unit?.isCounter == false || numeral.power > 0, numeral.power > 0 || unit != nil,
            let (quantity, end) = single(numeral, [numeral.range], unit, in: bytes)
        else { return nil }
        if let word = lexicon.levelEnds.longestMatch(in: bytes, at: end) { return (quantity, end + word.length) }
        return isEnd(in: bytes, at: end) ? (quantity, end) : nil
    }

    /// Whether no Chinese word goes on at `offset`, a comparator behind a figure aside.
    private func isEnd(in bytes: [UInt8], at offset: Int) -> Bool {
        guard offset < bytes.count else { return true }
        return !UTF8Scanning.isHan(UTF8Scanning.scalar(in: bytes, at: offset).value)
            || UTF8Scanning.has("以上", in: bytes, at: offset) || UTF8Scanning.has("左右", in: bytes, at: offset)
    }

    /// A figure behind the unit that it is for, 每千瓦时0.49元: 0.49 元/千瓦时.
    ///
    /// Units of counting (每个, 每人) are part of what is measured, not of the unit.
    public func perFigure(in bytes: [UInt8], at offset: Int) -> (quantity: ScannedQuantity, end: Int)? {
        guard UTF8Scanning.has("每", in: bytes, at: offset), let per = units.unit(in: bytes, at: offset + 3),
            !per.isCounter, UTF8Scanning.digit(in: bytes, at: per.end) != nil,
            let (figure, end) = read(in: bytes, at: per.end), figure.measure != nil, !figure.isShare
        else { return nil }
        var quantity = figure
        quantity.unit += "/" + String(decoding: bytes[offset + 3..<per.end], as: UTF8.self)
        quantity.measure = units.units.resolve(quantity.unit)
        quantity.isCounter = false
        return (quantity, end)
    }

    private func tooLong(_ numeral: Numeral, in bytes: [UInt8]) -> (ScannedQuantity, Int)? {
        let unit = units.unit(in: bytes, at: numeral.range.upperBound)
        let end = unit?.end ?? numeral.range.upperBound
        var quantity = quantity(
            numeral, [numeral.range], text: bytes[numeral.range.upperBound..<end], isCounter: unit?.isCounter ?? false)
        quantity.form = .tooLong
        return (quantity, end)
    }

    // MARK: One number

    /// - Parameter unit: The unit that stands where the numeral's multiplier begins.
    private func single(
        _ numeral: Numeral, _ ranges: [Range<Int>], _ unit: UnitReader.Match?, in bytes: [UInt8]
    ) -> (ScannedQuantity, Int)? {
        var numeral = numeral
        var unit = unit
        var inner = numeral.comparator
        if numeral.power == 0, let more = more(in: bytes, at: numeral.range.upperBound),
            let behind = units.unit(in: bytes, at: more.end)
        {
            inner = more.comparator
            numeral.multiplierStart = more.end
            unit = behind
        }
        if inner == nil, let more = more(in: bytes, at: numeral.range.upperBound) {
            // 500余万 without a unit, 1.5万多亿元 with one.
            let power = numerals.powers(in: bytes, at: more.end)
            if power.power > 3 {
                let unit = units.unit(in: bytes, at: more.end)
                let end = unit?.end ?? more.end + power.length
                let own = min(numeral.multiplierStart, numeral.range.upperBound)..<numeral.range.upperBound
                let text = bytes[own] + bytes[more.end..<end]
                return (
                    quantity(
                        numeral, ranges, text: text, inner: more.comparator, isCounter: unit?.isCounter ?? false), end
                )
            }
        }
        let start = numeral.multiplierStart
        if inner == nil, numeral.power > 0, unit == nil || unit?.end == numeral.range.upperBound,
            let more = more(in: bytes, at: numeral.range.upperBound),
            let match = units.unit(in: bytes, at: more.end)
        {
            let text = bytes[start..<numeral.range.upperBound] + bytes[more.end..<match.end]
            return (
                quantity(numeral, ranges, text: text, inner: more.comparator, isCounter: match.isCounter), match.end
            )
        }
        let isBehindMore = inner != nil && numeral.comparator == nil
        let end = max(unit?.end ?? start, isBehindMore ? start : numeral.range.upperBound)
        let text = unit.map { bytes[start..<$0.end] } ?? bytes[min(start, end)..<end]
        let result = quantity(
            numeral, ranges, text: text, measure: unit?.measure, inner: inner, isCounter: unit?.isCounter ?? false)
        return unit == nil ? (result, end) : completed(result, end, in: bytes)
    }

    /// What belongs to a figure behind its unit: 5角 of 125元5角, the 半 of 三成半, 每千瓦时.
    private func completed(
        _ quantity: ScannedQuantity, _ end: Int, in bytes: [UInt8]
    ) -> (ScannedQuantity, Int) {
        var (result, end) = (quantity, end)
        if result.upper == nil, result.value.decimals == 0, numeral(in: bytes, at: end) != nil,
            let parts = units.units.parts(of: result.unit)
        {
            while let next = numeral(in: bytes, at: end), next.power == 0, next.isBelow(1),
                let part = parts.longestMatch(in: bytes, at: next.range.upperBound),
                let share = next.value.multiplied(by: part.value), share < 1 || next.value.isZero,
                let sum = result.value.adding(share)
            {
                result.value = sum
                result.numerals.append(next.range)
                end = next.range.upperBound + part.length
            }
        }
        if result.upper == nil, UnitReader.isHalf(in: bytes, at: end) {
            // Half of a 成 is 5 %.
            let step: DecimalNumber = result.form == .fraction ? 5 : DecimalNumber(significand: 5, exponent: -1)
            if let sum = result.value.adding(step) {
                result.value = sum
                if let last = result.numerals.last {
                    result.numerals[result.numerals.count - 1] = last.lowerBound..<end + 3
                }
                end += 3
            }
        }
        if !result.isShare, let per = units.perUnit(in: bytes, at: end) {
            result.unit += "/" + String(decoding: bytes[per], as: UTF8.self)
            result.measure = units.units.resolve(result.unit)
            result.isCounter = false
            end = per.upperBound
        }
        return (result, end)
    }

    /// - Parameter measure: What `text` was read as, where it was.
    private func quantity(
        _ numeral: Numeral, _ ranges: [Range<Int>], upper: Numeral? = nil, text: ArraySlice<UInt8>,
        measure: UnitOfMeasure? = nil, inner: Comparator? = nil, isCounter: Bool
    ) -> ScannedQuantity {
        let isSpaced = text.contains(0x20)
        var unit = String(decoding: isSpaced ? text.filter { $0 != 0x20 } : text, as: UTF8.self)
        var measure = isSpaced ? units.units.resolve(unit) : measure ?? units.units.resolve(unit)
        var (value, end) = (numeral.value, upper?.value ?? numeral.upper)
        var form = numeral.isFraction ? ScannedQuantity.Form.fraction : .plain
        if let found = measure, found.dimension == "share", unit != "%" {
            if found.factor != 1, let percent = value.multiplied(by: found.factor) {
                // 七成 is 70 %.
                value = percent
                end = end.flatMap { $0.multiplied(by: found.factor) }
                form = .fraction
            }
            unit = "%"
            measure = units.units.resolve(unit)
        }
        return ScannedQuantity(
            value: value, upper: end, unit: unit, measure: measure, isCounter: isCounter && form != .fraction,
            isChineseCount: numeral.isPlainCount && form != .fraction, innerComparator: inner, form: form,
            numerals: ranges)
    }

    /// 余, 多, 几, 来 after the digits.
    private func more(in bytes: [UInt8], at offset: Int) -> (end: Int, comparator: Comparator)? {
        lexicon.after.longestMatch(in: bytes, at: offset).map { (offset + $0.length, $0.value) }
    }

    // MARK: Products and ratios

    /// The product of `first` and what is joined to it by ×; `nil` where it has too many digits.
    private func product(_ first: Numeral, in bytes: [UInt8]) -> (numeral: Numeral, ranges: [Range<Int>])? {
        var numeral = first
        var ranges = [first.range]
        guard first.power == 0 else { return (numeral, ranges) }
        var index = first.range.upperBound
        while ranges.count < 8, let sign = Self.times(in: bytes, at: index),
            let next = self.numeral(in: bytes, at: sign)
        {
            guard next.isExact, let value = numeral.value.multiplied(by: next.value) else { return nil }
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
        var index = UTF8Scanning.skipSpaces(bytes, offset)
        guard index < bytes.count else { return nil }
        if UTF8Scanning.has("×", in: bytes, at: index) {
            index += 2
        } else if bytes[index] == 0x2A || bytes[index] | 0x20 == 0x78 {
            index += 1
        } else {
            return nil
        }
        index = UTF8Scanning.skipSpaces(bytes, index)
        return UTF8Scanning.digit(in: bytes, at: index) == nil ? nil : index
    }

    /// `1.89：1`, `9.0:44.9:46.1`, `9%:45%:46%` in all four signs; no time of day (8:30), no caption (图1：2017年), no unit behind it.
    private func ratio(_ first: Numeral, in bytes: [UInt8]) -> (ScannedQuantity, Int)? {
        let percent: UInt8 = 0x25
        let start = first.range.upperBound
        // 23.1%：20.5%：56.4%: each part with its sign, or none.
        let sign = start < bytes.count && bytes[start] == percent ? 1 : 0
        guard !first.isChinese, first.power == 0, Self.ratioSign(in: bytes, at: start + sign) != nil else {
            return nil
        }
        var parts = [first.value]
        var ranges = [first.range]
        var end = start + sign
        while let start = Self.ratioSign(in: bytes, at: end), parts.count < 8 {
            guard let next = NumeralReader.decimal(in: bytes, at: start), next.isExact else { return nil }
            parts.append(next.value)
            ranges.append(next.range)
            end = next.range.upperBound
            if sign == 1 {
                guard end < bytes.count, bytes[end] == percent else { return nil }
                end += 1
            }
        }
        guard parts.count > 1, parts.allSatisfy({ $0 < 1000 }), !Self.isClock(parts),
            !UTF8Scanning.has("年", in: bytes, at: UTF8Scanning.skipSpaces(bytes, end)),
            units.unit(in: bytes, at: end) == nil, numerals.powers(in: bytes, at: end).power == 0
        else { return nil }
        let numeral = Numeral(value: parts[0], range: first.range.lowerBound..<end, multiplierStart: end)
        var quantity = quantity(numeral, ranges, text: [], isCounter: false)
        quantity.form = .ratio(parts)
        return (quantity, end)
    }

    /// The offset behind `:`, `：`, `∶` or `︰` with a digit behind it.
    private static func ratioSign(in bytes: [UInt8], at offset: Int) -> Int? {
        guard offset < bytes.count else { return nil }
        var next = offset
        if bytes[offset] == 0x3A {
            next += 1
        } else if bytes[offset] >= 0xE2,
            UTF8Scanning.has("：", in: bytes, at: offset) || UTF8Scanning.has("∶", in: bytes, at: offset)
                || UTF8Scanning.has("︰", in: bytes, at: offset)
        {
            next += 3
        } else {
            return nil
        }
        return UTF8Scanning.digit(in: bytes, at: next) == nil ? nil : next
    }

    /// 8:30 and 17:00:00; 40:60 and 4:6 are parts of a whole.
    private static func isClock(_ parts: [DecimalNumber]) -> Bool {
        guard parts.allSatisfy({ $0.decimals == 0 }), parts[0] < 25, parts[1] < 60 else { return false }
        let sum = parts.reduce(DecimalNumber(0)) { $0.adding($1) ?? 0 }
        if sum == 10 || sum == 100 || parts.last == 1 || parts.first == 1 { return false }
        return parts.count == 2 && parts[1] >= 10 || parts.count == 2 && parts[1].isZero
    }

    // MARK: Fractions, shares in words

    /// `1/3` and 三分之一 in percent.
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
        return (percent(value, first.range.lowerBound..<stop), stop)
    }

    private func percent(
        _ value: DecimalNumber, _ range: Range<Int>, upper: DecimalNumber? = nil, unit: String = "%"
    ) -> ScannedQuantity {
        ScannedQuantity(
            value: value, upper: upper, unit: unit, measure: units.units.resolve(unit), isCounter: false,
            isChineseCount: false, form: .fraction, numerals: [range])
    }

    /// 三又二分之一, in percent.
    private func mixed(_ whole: Numeral, in bytes: [UInt8]) -> (ScannedQuantity, Int)? {
        let sign = UTF8Scanning.skipSpaces(bytes, whole.range.upperBound)
        guard UTF8Scanning.has("又", in: bytes, at: sign),
            let lower = numeral(in: bytes, at: UTF8Scanning.skipSpaces(bytes, sign + 3)),
            let (part, end) = fraction(lower, in: bytes),
            let value = whole.total.shifted(by: 2).adding(part.value)
        else { return nil }
        return (percent(value, whole.range.lowerBound..<end), end)
    }

    /// Exact where it ends within twelve decimals, ten decimals else.
    private static func quotient(_ upper: DecimalNumber, _ lower: DecimalNumber) -> DecimalNumber? {
        guard let rounded = upper.divided(by: lower, decimals: 12) else { return nil }
        if let product = rounded.multiplied(by: lower), product == upper { return rounded.canonical.shifted(by: 0) }
        return upper.divided(by: lower, decimals: 10)
    }

    /// The offset behind 分之, spaces passed over.
    private static func partsSign(in bytes: [UInt8], at offset: Int) -> Int? {
        var index = UTF8Scanning.skipSpaces(bytes, offset)
        guard UTF8Scanning.has("分", in: bytes, at: index) else { return nil }
        index = UTF8Scanning.skipSpaces(bytes, index + 3)
        guard UTF8Scanning.has("之", in: bytes, at: index) else { return nil }
        return UTF8Scanning.skipSpaces(bytes, index + 3)
    }

    /// 百分之九十五, 千分之三, 半数.
    private func spelledShare(in bytes: [UInt8], at offset: Int) -> (ScannedQuantity, Int)? {
        // Each begins with 半 or a power.
        guard offset < bytes.count, bytes[offset] >= 0xE4 else { return nil }
        if UTF8Scanning.has("半数", in: bytes, at: offset) { return (percent(50, offset..<offset + 3), offset + 6) }
        guard let (power, start) = sharePower(in: bytes, at: offset) else { return nil }
        if power == 2, UTF8Scanning.has("百", in: bytes, at: start) {
            return (percent(100, offset..<start + 3), start + 3)
        }
        guard let numeral = numeral(in: bytes, at: start, allowingFormal: true), numeral.isExact else { return nil }
        let range = offset..<numeral.range.upperBound
        // 千分之 is a unit of its own; 万分之 and the like are given in percent.
        let shift = power == 3 ? 0 : 2 - power
        let value = numeral.total.shifted(by: shift)
        let upper = numeral.upper.map { $0.shifted(by: numeral.power + shift) }
        return (percent(value, range, upper: upper, unit: power == 3 ? "‰" : "%"), range.upperBound)
    }

    /// 半个工作日, 半小时; longer halves (半年) are parts of a calendar.
    private func halfTime(in bytes: [UInt8], at offset: Int) -> (ScannedQuantity, Int)? {
        guard offset + 3 < bytes.count, bytes[offset] >= 0xE4 else { return nil }
        let sign = UTF8Scanning.scalar(in: bytes, at: offset)
        guard case .half? = lexicon[sign.value], let unit = units.unit(in: bytes, at: offset + sign.length) else {
            return nil
        }
        let text = bytes[offset + sign.length..<unit.end]
        let dimension = units.units.resolve(String(decoding: text, as: UTF8.self))?.dimension ?? ""
        guard Self.halves.contains(dimension) else { return nil }
        var numeral = Numeral(
            value: DecimalNumber(significand: 5, exponent: -1), power: 0, range: offset..<offset + sign.length,
            multiplierStart: offset + sign.length, isChinese: true)
        numeral.isExact = true
        return (quantity(numeral, [numeral.range], text: text, isCounter: unit.isCounter), unit.end)
    }
    private static let halves: Set<String> = ["time-day", "time-workday", "time-hour"]

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

    private func range(
        _ lower: Numeral, _ ranges: [Range<Int>], _ lowerUnit: UnitReader.Match?, in bytes: [UInt8], _ place: Place
    ) -> (ScannedQuantity, Int)? {
        var lower = lower
        var index = lower.range.upperBound
        if let lowerUnit { index = max(index, lowerUnit.end) }
        guard let sign = DateReader.rangeSign(in: bytes, at: index), var upper = numeral(in: bytes, at: sign),
            upper.isExact, upper.upper == nil
        else { return nil }
        if upper.range.upperBound == sign { return nil }
        guard let upperUnit = units.unit(in: bytes, at: upper.multiplierStart) ?? bareEnd(upper, place) else {
            return nil
        }
        let text = bytes[upper.multiplierStart..<upperUnit.end]
        if let lowerUnit {
            guard bytes[lower.multiplierStart..<lowerUnit.end].elementsEqual(text) else { return nil }
        } else if lower.power > 0 {
            // 3千—5千人: both ends with multipliers of their own.
            lower.value = lower.total
            upper.value = upper.total
            let unit = bytes[upper.range.upperBound..<max(upper.range.upperBound, upperUnit.end)]
            guard lower.value < upper.value else { return nil }
            return (
                quantity(lower, ranges + [upper.range], upper: upper, text: unit, isCounter: upperUnit.isCounter),
                upperUnit.end
            )
        }
        guard lower.value < upper.value, lower.isChinese == upper.isChinese, !text.isEmpty || place == .cell else {
            return nil
        }
        return (
            quantity(lower, ranges + [upper.range], upper: upper, text: text, isCounter: upperUnit.isCounter),
            upperUnit.end
        )
    }

    private func bareEnd(_ numeral: Numeral, _ place: Place) -> UnitReader.Match? {
        numeral.power > 0 || place == .cell ? UnitReader.Match(end: numeral.range.upperBound, isCounter: false) : nil
    }
}
