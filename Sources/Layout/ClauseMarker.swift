/// The number at the head of a heading or clause: `第一章`, `一、`, `（一）`, `1.`, `（1）`, `①`.
struct ClauseMarker: Sendable, Hashable {
    enum Kind: Int, Sendable, Hashable, Comparable {
        case annex, part, chapter, section, ideograph, bracketedIdeograph, number, bracketedNumber, circled
        /// 第三条: numbers a clause of a regulation and heads nothing.
        case article

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    var kind: Kind
    var value: Int
    /// Bytes, the sign after the number included.
    var length: Int
    /// True for `7.15`: a digit stands directly after the point, so it may be a number.
    var isDoubtful = false

    /// The marker that `bytes` begin with. `lenient` takes `1.5` for a marker too.
    init?(_ bytes: [UInt8], lenient: Bool = false) {
        guard let first = bytes.first else { return nil }
        let head = bytes.scalar(at: 0).value
        let found: ClauseMarker?
        if UInt32(first).isDigit {
            found = Self.numbered(bytes)
        } else if head == UInt32(scalar: "（") || head == UInt32(scalar: "(") {
            found = Self.bracketed(bytes)
        } else if head == UInt32(scalar: "第") {
            found = Self.ordinal(bytes)
        } else if head >= 0x2460, head <= 0x2473 {
            found = ClauseMarker(kind: .circled, value: Int(head - 0x245F), length: 3)
        } else {
            found = Self.ideographic(bytes) ?? Self.annex(bytes)
        }
        guard let found else { return nil }
        self = found
    }

    private init(kind: Kind, value: Int, length: Int, isDoubtful: Bool = false) {
        self.kind = kind
        self.value = value
        self.length = length
        self.isDoubtful = isDoubtful
    }

    /// `12.`, `3．`, `4、`, `5）`; never `2023.`
    private static func numbered(_ bytes: [UInt8]) -> ClauseMarker? {
        guard let number = digits(bytes, from: 0), number.end <= 3, number.end < bytes.count, number.value > 0 else {
            return nil
        }
        let sign = bytes.scalar(at: number.end)
        guard
            sign.value == UInt32(scalar: ".") || sign.value == UInt32(scalar: "、") || sign.value == UInt32(scalar: "．")
        else { return nil }
        let end = number.end + sign.length
        let next = end < bytes.count ? bytes.scalar(at: end).value : 0
        return ClauseMarker(kind: .number, value: number.value, length: end, isDoubtful: next.isDigit)
    }

    /// `（一）`, `(3)`; not `（一期）`.
    private static func bracketed(_ bytes: [UInt8]) -> ClauseMarker? {
        let start = bytes.scalar(at: 0).length
        let inner = digits(bytes, from: start) ?? ideographs(bytes, from: start)
        guard let inner, inner.end < bytes.count, inner.value > 0, inner.value < 1000 else { return nil }
        let close = bytes.scalar(at: inner.end)
        guard close.value == UInt32(scalar: "）") || close.value == UInt32(scalar: ")") else { return nil }
        let kind: Kind = UInt32(bytes[start]).isDigit ? .bracketedNumber : .bracketedIdeograph
        return ClauseMarker(kind: kind, value: inner.value, length: inner.end + close.length)
    }

    /// `第一章`, `第二节`, `第三条`, `第四部分`.
    private static func ordinal(_ bytes: [UInt8]) -> ClauseMarker? {
        guard bytes.count > 6, let number = ideographs(bytes, from: 3) ?? digits(bytes, from: 3),
            number.end < bytes.count
        else { return nil }
        let unit = bytes.scalar(at: number.end)
        let kind: Kind
        switch Unicode.Scalar(unit.value) {
        case "章": kind = .chapter
        case "节": kind = .section
        case "条": kind = .article
        case "篇", "编": kind = .part
        default:
            guard bytes.hasPrefix(Array("部分".utf8), at: number.end) else { return nil }
            return ClauseMarker(kind: .part, value: number.value, length: number.end + 6)
        }
        return ClauseMarker(kind: kind, value: number.value, length: number.end + unit.length)
    }

    /// `一、`, `十二、`; not `一、二类`.
    private static func ideographic(_ bytes: [UInt8]) -> ClauseMarker? {
        guard let number = ideographs(bytes, from: 0), number.end < bytes.count else { return nil }
        let sign = bytes.scalar(at: number.end)
        guard
            sign.value == UInt32(scalar: "、") || sign.value == UInt32(scalar: ".") || sign.value == UInt32(scalar: "．")
        else { return nil }
        let end = number.end + sign.length
        let next = end < bytes.count ? bytes.scalar(at: end).value : 0
        guard next.chineseDigit == nil else { return nil }
        return ClauseMarker(kind: .ideograph, value: number.value, length: end)
    }

    /// `附件1`, `附件`, alone on the line.
    private static func annex(_ bytes: [UInt8]) -> ClauseMarker? {
        guard bytes.hasPrefix(Array("附件".utf8), at: 0) || bytes.hasPrefix(Array("附表".utf8), at: 0) else { return nil }
        var end = 6
        var value = 1
        if let number = digits(bytes, from: 6) ?? ideographs(bytes, from: 6) {
            (value, end) = (number.value, number.end)
        }
        if end < bytes.count, bytes.scalar(at: end).value == UInt32(scalar: "：") { end += 3 }
        return end == bytes.count ? ClauseMarker(kind: .annex, value: value, length: end) : nil
    }

    private static func digits(_ bytes: [UInt8], from start: Int) -> (value: Int, end: Int)? {
        var (value, index) = (0, start)
        while index < bytes.count, UInt32(bytes[index]).isDigit, index - start < 4 {
            value = value * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        return index > start ? (value, index) : nil
    }

    /// A Chinese number up to 999: 二十一, 一百零三.
    static func ideographs(_ bytes: [UInt8], from start: Int) -> (value: Int, end: Int)? {
        var (total, digit, index) = (0, 0, start)
        while index + 2 < bytes.count, index - start < 18, let value = bytes.scalar(at: index).value.chineseDigit {
            if value >= 10 {
                total += max(digit, digit == 0 && total == 0 ? 1 : digit) * value
                digit = 0
            } else {
                digit = value
            }
            index += 3
        }
        return index > start ? (total + digit, index) : nil
    }
}
