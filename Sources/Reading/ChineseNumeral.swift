import PipelineDefinition
import StatisticalModel

/// The state of reading a Chinese numeral sign by sign: 一千二百三十四万 is 1234 with power 4.
///
/// `section` is what stands since the last 万 or 亿, `total` what was closed by one. Digits in a row without
/// powers (二〇二五) read as positional. After 点 the digits are decimals (三点五, 一万零一十二点一五).
///
/// Two neighbours before a power or a unit are a range (七八亿 is 7 to 8, 三四十 is 30 to 40), and so is a digit that is
/// only hinted at (十几万 is 10 to 20, 数百万 is 100 to 1000): both ends go through the same steps, each on its track.
struct ChineseNumeral {
    /// One end of what is read.
    private struct Track {
        var total: Int128 = 0
        var section: Int128 = 0
        var digit: Int?

        mutating func close(_ power: Int, joined: Bool, positional: Int128?) {
            let value = positional ?? section + Int128(digit ?? 0)
            total = joined ? (total + value) * ChineseNumeral.ten(power) : total + value * ChineseNumeral.ten(power)
            section = 0
            digit = nil
        }
    }

    private var low = Track()
    private var high = Track()
    private var lastPower = 99
    private var lastMyriad = 99
    private var positional: Int128?
    private var positionalCount = 1
    private var decimals: Int?
    private var zeroBefore = false
    private var trailingPower = 0
    private var trailingStart = 0
    private var end = 0
    private var taken = 0
    private var isHalf = false
    private var needsDigit = false
    /// 几 or 数 at the head of a place: a power must follow.
    private var needsPower = false
    private var isVague = false
    /// The last two digits are neighbours: 七八.
    private var isPair = false
    private var isRange = false
    private(set) var isTooLong = false

    /// Takes one sign; `false` where the numeral cannot go on with it.
    mutating func take(_ sign: NumeralLexicon.Sign, end newEnd: Int) -> Bool {
        guard taken < 40 else { return false }
        if isHalf {
            // 半百 is 50.
            guard case .power(2) = sign, taken == 1 else { return false }
            isHalf = false
            low.section = 50
            high.section = 50
            taken += 1
            end = newEnd
            lastPower = 1
            return true
        }
        let accepted =
            switch sign {
            case .digit(let value): takeDigit(value)
            case .two: takeTwo()
            case .some: takeSome()
            case .power(let power): takePower(power, start: end)
            case .half: takeHalf()
            case .point: takePoint()
            case .minus, .atLeast: false
            }
        guard accepted else { return false }
        taken += 1
        if case .point = sign { return true }
        end = newEnd
        return true
    }

    private mutating func takeHalf() -> Bool {
        guard taken == 0 else { return false }
        isHalf = true
        return true
    }

    private mutating func takePoint() -> Bool {
        guard decimals == nil, !isPair, !isRange, low.digit != nil || low.section > 0, trailingPower == 0 else {
            return false
        }
        low.section = positional ?? low.total + low.section + Int128(low.digit ?? 0)
        positional = nil
        low.total = 0
        low.digit = nil
        high = low
        lastMyriad = 99
        decimals = 0
        return true
    }

    /// 两 stands first, before 百 and above, or beside a neighbour (一两, 两三); elsewhere it is the weight.
    private mutating func takeTwo() -> Bool {
        if let digit = low.digit, digit != 0, digit != 1 || positional != nil || isPair { return false }
        guard decimals == nil else { return false }
        return takeDigit(2)
    }

    /// 几 and 数 for a digit: a place that a power follows (数百), or the units behind 十 (十几).
    private mutating func takeSome() -> Bool {
        guard decimals == nil, !isRange, !isPair, positional == nil, trailingPower == 0,
            low.digit == nil || low.digit == 0 && low.section > 0
        else { return false }
        let isUnits = low.section > 0 && lastPower == 1
        guard isUnits || low.total == 0 else { return false }
        low.digit = isUnits ? 0 : 1
        high.digit = 10
        needsPower = !isUnits
        needsDigit = false
        zeroBefore = false
        isRange = true
        return true
    }

    private mutating func takeDigit(_ value: Int) -> Bool {
        if let count = decimals {
            guard trailingPower == 0, count < 18 else { return false }
            low.section = low.section * 10 + Int128(value)
            high.section = low.section
            decimals = count + 1
            return true
        }
        if isRange { return false }
        trailingPower = 0
        if let previous = low.digit {
            if previous == 0 && value != 0 && positional == nil && (low.section > 0 || low.total > 0) {
                setDigit(value)
                zeroBefore = true
                return true
            }
            let isBare = low.section == 0 && low.total == 0
            if positional == nil, !isPair, Self.areNeighbours(previous, value), isBare || !zeroBefore {
                isPair = true
                high.digit = value
                return true
            }
            guard isBare else { return false }
            if isPair {
                isPair = false
                positional = Int128(previous) * 10 + Int128(high.digit ?? 0)
                positionalCount = 2
            }
            guard positionalCount < 36 else {
                isTooLong = true
                return true
            }
            positional = (positional ?? Int128(previous)) * 10 + Int128(value)
            positionalCount += 1
        }
        zeroBefore = value == 0
        needsDigit = false
        setDigit(value)
        return true
    }

    private mutating func setDigit(_ value: Int) {
        low.digit = value
        high.digit = value
    }

    /// 七八, 两三 and 三五.
    private static func areNeighbours(_ first: Int, _ second: Int) -> Bool {
        first > 0 && (second == first + 1 || first == 3 && second == 5)
    }

    private mutating func takePower(_ power: Int, start: Int) -> Bool {
        if power >= 4 { return takeMyriad(power, start: start) }
        if positional != nil {
            // 二四十 is no number.
            isVague = true
            return false
        }
        guard decimals == nil, trailingPower == 0 else { return false }
        // 百三 is 130: a leading 百 or 千 counts only with a digit behind it.
        if low.digit == nil, low.section > 0 || power > 1 && taken > 0 { return false }
        guard power < lastPower else { return false }
        if taken == 0, power > 1 { needsDigit = true }
        low.section += Int128(low.digit.map { $0 == 0 ? 1 : $0 } ?? 1) * Self.ten(power)
        high.section += Int128(high.digit.map { $0 == 0 ? 1 : $0 } ?? 1) * Self.ten(power)
        low.digit = nil
        high.digit = nil
        if isPair { isRange = true }
        isPair = false
        needsPower = false
        zeroBefore = false
        lastPower = power
        return true
    }

    private mutating func takeMyriad(_ power: Int, start: Int) -> Bool {
        if trailingPower > 0 {
            guard trailingPower + power <= 16, low.total < Self.ten(18), high.total < Self.ten(18) else { return false }
            trailingPower += power
            low.total *= Self.ten(power)
            high.total *= Self.ten(power)
            return true
        }
        let value = positional ?? low.section + Int128(low.digit ?? 0)
        guard value > 0, !needsDigit, value < Self.ten(20) else { return false }
        let joined = power >= lastMyriad
        if joined, low.total >= Self.ten(16) || high.total >= Self.ten(16) { return false }
        low.close(power, joined: joined, positional: positional)
        high.close(power, joined: joined, positional: positional)
        if isPair { isRange = true }
        isPair = false
        needsPower = false
        lastMyriad = power
        positional = nil
        lastPower = 99
        trailingPower = power
        trailingStart = start
        return true
    }

    /// What has been read.
    struct Result {
        var value: DecimalNumber
        var upper: DecimalNumber?
        var power = 0
        var end: Int
        var multiplierStart: Int
        /// 二〇二五, 一二三: digits in a row.
        var isPositional = false
    }

    /// Value, power and end of the numeral read so far; `nil` where nothing counts.
    var result: Result? {
        guard end > 0, !needsDigit, !needsPower, !isVague else { return nil }
        let hasTwoEnds = isRange || isPair
        if isHalf {
            return Result(value: DecimalNumber(significand: 5, exponent: -1), end: end, multiplierStart: end)
        }
        let exponent = -(decimals ?? 0)
        if trailingPower > 0 {
            let unit = Self.ten(trailingPower)
            // 三千五 behind 万 would be lost in a division: the whole is given instead.
            guard low.total % unit == 0, high.total % unit == 0 else {
                return Result(
                    value: DecimalNumber(significand: low.total, exponent: exponent),
                    upper: hasTwoEnds ? DecimalNumber(significand: high.total, exponent: exponent) : nil,
                    end: end, multiplierStart: end)
            }
            return Result(
                value: DecimalNumber(significand: low.total / unit, exponent: exponent),
                upper: hasTwoEnds ? DecimalNumber(significand: high.total / unit, exponent: exponent) : nil,
                power: trailingPower, end: end, multiplierStart: trailingStart)
        }
        return Result(
            value: DecimalNumber(significand: whole(low), exponent: exponent),
            upper: hasTwoEnds ? DecimalNumber(significand: whole(high), exponent: exponent) : nil,
            end: end, multiplierStart: end, isPositional: positional != nil)
    }

    private func whole(_ track: Track) -> Int128 {
        if let positional { return track.total + positional }
        guard let digit = track.digit, decimals == nil else { return track.total + track.section }
        // 九百九 is 990 and 九万四 is 94000: a last digit takes the place below the last power.
        let isFirst = track.section == 0 && track.total == 0
        let place = zeroBefore || isFirst ? 0 : track.section > 0 ? lastPower - 1 : lastMyriad - 1
        return track.total + track.section + Int128(digit) * (place > 0 && place < 20 ? Self.ten(place) : 1)
    }

    fileprivate static func ten(_ power: Int) -> Int128 {
        var result: Int128 = 1
        for _ in 0..<power { result *= 10 }
        return result
    }
}
