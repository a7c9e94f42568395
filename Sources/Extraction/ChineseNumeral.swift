import PipelineDefinition
import StatisticalModel

/// The state of reading a Chinese numeral sign by sign: 一千二百三十四万 is 1234 with power 4.
///
/// `section` is what stands since the last 万 or 亿, `total` what was closed by one. Digits in a row without
/// powers (二〇二五) read as positional. After 点 the digits are decimals (三点五).
struct ChineseNumeral {
    private var total: Int128 = 0
    private var section: Int128 = 0
    private var digit: Int?
    private var lastPower = 99
    private var lastMyriad = 99
    private var positional: Int128?
    private var positionalCount = 0
    private var decimals: Int?
    private var zeroBefore = false
    private var trailingPower = 0
    private var trailingStart = 0
    private var end = 0
    private var taken = 0
    private var isHalf = false
    private var needsDigit = false
    private var isVague = false

    /// Takes one sign; `false` where the numeral cannot go on with it.
    mutating func take(_ sign: NumeralLexicon.Sign, end newEnd: Int) -> Bool {
        guard taken < 40 else { return false }
        if isHalf {
            // 半百 is 50.
            guard case .power(2) = sign, taken == 1 else { return false }
            isHalf = false
            section = 50
            taken += 1
            end = newEnd
            lastPower = 1
            return true
        }
        let accepted =
            switch sign {
            case .digit(let value): takeDigit(value)
            case .power(let power): takePower(power, start: end)
            case .half: takeHalf()
            case .point: takePoint()
            case .minus: false
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
        guard decimals == nil, digit != nil || section > 0, trailingPower == 0 else { return false }
        section += Int128(digit ?? 0)
        digit = nil
        decimals = 0
        return true
    }

    private mutating func takeDigit(_ value: Int) -> Bool {
        if let count = decimals {
            guard trailingPower == 0, count < 18 else { return false }
            section = section * 10 + Int128(value)
            decimals = count + 1
            return true
        }
        if trailingPower > 0 {
            total += 0
            trailingPower = 0
        }
        if let previous = digit {
            if previous == 0 && value != 0 && positional == nil && (section > 0 || total > 0) {
                digit = value
                zeroBefore = true
                return true
            }
            guard section == 0, total == 0 else { return false }
            positional = (positional ?? Int128(previous)) * 10 + Int128(value)
            positionalCount += 1
        }
        zeroBefore = value == 0
        needsDigit = false
        digit = value
        return true
    }

    private mutating func takePower(_ power: Int, start: Int) -> Bool {
        if power >= 4 { return takeMyriad(power, start: start) }
        if positional != nil {
            // 二三十 is twenty or thirty, no number.
            isVague = true
            return false
        }
        guard decimals == nil, trailingPower == 0 else { return false }
        // 百三 is 130: a leading 百 or 千 counts only with a digit behind it.
        if digit == nil, section > 0 || power > 1 && taken > 0 { return false }
        guard power < lastPower else { return false }
        if taken == 0, power > 1 { needsDigit = true }
        section += Int128(digit == 0 || digit == nil ? 1 : digit ?? 1) * Self.ten(power)
        digit = nil
        zeroBefore = false
        lastPower = power
        return true
    }

    private mutating func takeMyriad(_ power: Int, start: Int) -> Bool {
        if trailingPower > 0 {
            guard trailingPower + power <= 16 else { return false }
            trailingPower += power
            total = total * Self.ten(power)
            return true
        }
        let value = positional ?? section + Int128(digit ?? 0)
        guard value > 0, !needsDigit else { return false }
        if power < lastMyriad {
            total += value * Self.ten(power)
        } else {
            guard total < Self.ten(20) else { return false }
            total = (total + value) * Self.ten(power)
        }
        lastMyriad = power
        section = 0
        digit = nil
        positional = nil
        lastPower = 99
        trailingPower = power
        trailingStart = start
        return true
    }

    /// Value, power and end of the numeral read so far; `nil` where nothing counts.
    var result: (value: DecimalNumber, power: Int, end: Int, multiplierStart: Int)? {
        guard end > 0, !needsDigit, !isVague else { return nil }
        if isHalf { return (DecimalNumber(significand: 5, exponent: -1), 0, end, end) }
        if trailingPower > 0 {
            let scale = DecimalNumber(significand: total, exponent: -(decimals ?? 0))
            let divided = DecimalNumber(
                significand: scale.significand / Self.ten(trailingPower), exponent: scale.exponent)
            guard divided.significand * Self.ten(trailingPower) == scale.significand else {
                return (scale, 0, end, end)
            }
            return (divided, trailingPower, end, trailingStart)
        }
        var tail = positional ?? section
        if positional == nil, let digit, decimals == nil {
            // 九百九 is 990 and 九万四 is 94000: a last digit takes the place below the last power.
            let place = zeroBefore || section == 0 && total == 0 ? 0 : section > 0 ? lastPower - 1 : lastMyriad - 1
            tail += Int128(digit) * (place > 0 && place < 20 ? Self.ten(place) : 1)
        }
        return (DecimalNumber(significand: total + tail, exponent: -(decimals ?? 0)), 0, end, end)
    }

    private static func ten(_ power: Int) -> Int128 {
        var result: Int128 = 1
        for _ in 0..<power { result *= 10 }
        return result
    }
}
