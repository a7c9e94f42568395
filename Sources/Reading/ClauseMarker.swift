import PipelineDefinition

/// The number at the head of a heading or clause: `第一章`, `一、`, `（一）`, `1.`, `（1）`, `①`.
public struct ClauseMarker: Sendable, Hashable {
    public enum Kind: Int, Sendable, Hashable, Comparable {
        case annex, part, chapter, section, ideograph, bracketedIdeograph, number, bracketedNumber, circled
        /// 第三条: numbers a clause of a regulation and heads nothing.
        case article

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    public var kind: Kind
    public var value: Int
    /// Bytes, the sign after the number included.
    public var length: Int
    /// True for `7.15`: a digit stands directly after the point, so it may be a number.
    public var isDoubtful = false

    /// The marker that `bytes` begin with. `lenient` takes `1.5` for a marker too.
    public init?(_ bytes: [UInt8], lenient: Bool = false) {
        guard let first = bytes.first else { return nil }
        let head = UTF8Scanning.scalar(in: bytes, at: 0).value
        let found: ClauseMarker?
        if UTF8Scanning.isDigit(first) {
            found = Self.numbered(bytes)
        } else if head == Self.code("（") || head == Self.code("(") {
            found = Self.bracketed(bytes)
        } else if head == Self.code("第") {
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

    /// The rest of `1.1.1` behind its first point: three levels and more are no number.
    private static func levels(_ bytes: [UInt8], from start: Int) -> ClauseMarker? {
        var (index, last, count) = (start, 0, 1)
        while let number = digits(bytes, from: index), number.end - index <= 2 {
            (last, count) = (number.value, count + 1)
            index = number.end
            guard index < bytes.count, bytes[index] == UInt8(ascii: ".") else { break }
            index += 1
        }
        return count > 2 && last > 0 ? ClauseMarker(kind: .number, value: last, length: index) : nil
    }

    /// `12.`, `3．`, `4、`, `5）`; never `2023.`
    private static func numbered(_ bytes: [UInt8]) -> ClauseMarker? {
        guard let number = digits(bytes, from: 0), number.end <= 3, number.end < bytes.count, number.value > 0 else {
            return nil
        }
        let sign = UTF8Scanning.scalar(in: bytes, at: number.end)
        guard
            sign.value == code(".") || sign.value == code("、") || sign.value == code("．")
        else { return nil }
        let end = number.end + sign.length
        if let levels = levels(bytes, from: end) { return levels }
        let next = end < bytes.count ? UTF8Scanning.scalar(in: bytes, at: end).value : 0
        return ClauseMarker(kind: .number, value: number.value, length: end, isDoubtful: next &- 0x30 < 10)
    }

    /// `（一）`, `(3)`; not `（一期）`.
    private static func bracketed(_ bytes: [UInt8]) -> ClauseMarker? {
        let start = UTF8Scanning.scalar(in: bytes, at: 0).length
        let inner = digits(bytes, from: start) ?? ideographs(bytes, from: start)
        guard let inner, inner.end < bytes.count, inner.value > 0, inner.value < 1000 else { return nil }
        let close = UTF8Scanning.scalar(in: bytes, at: inner.end)
        guard close.value == code("）") || close.value == code(")") else { return nil }
        let kind: Kind = UTF8Scanning.isDigit(bytes[start]) ? .bracketedNumber : .bracketedIdeograph
        return ClauseMarker(kind: kind, value: inner.value, length: inner.end + close.length)
    }

    /// `第一章`, `第二节`, `第三条`, `第四部分`.
    private static func ordinal(_ bytes: [UInt8]) -> ClauseMarker? {
        guard bytes.count > 6, let number = ideographs(bytes, from: 3) ?? digits(bytes, from: 3),
            number.end < bytes.count
        else { return nil }
        let unit = UTF8Scanning.scalar(in: bytes, at: number.end)
        let kind: Kind
        switch Unicode.Scalar(unit.value) {
        case "章": kind = .chapter
        case "节": kind = .section
        case "条": kind = .article
        case "篇", "编": kind = .part
        default:
            guard UTF8Scanning.has("部分", in: bytes, at: number.end) else { return nil }
            return ClauseMarker(kind: .part, value: number.value, length: number.end + 6)
        }
        return ClauseMarker(kind: kind, value: number.value, length: number.end + unit.length)
    }

    /// `一、`, `十二、`; not `一、二类`.
    private static func ideographic(_ bytes: [UInt8]) -> ClauseMarker? {
        guard let number = ideographs(bytes, from: 0), number.end < bytes.count else { return nil }
        let sign = UTF8Scanning.scalar(in: bytes, at: number.end)
        guard
            sign.value == code("、") || sign.value == code(".") || sign.value == code("．")
        else { return nil }
        let end = number.end + sign.length
        let next = end < bytes.count ? UTF8Scanning.scalar(in: bytes, at: end).value : 0
        guard !isIdeograph(next) else { return nil }
        return ClauseMarker(kind: .ideograph, value: number.value, length: end)
    }

    /// `附件1`, `附件`, alone on the line.
    private static func annex(_ bytes: [UInt8]) -> ClauseMarker? {
        guard UTF8Scanning.has("附件", in: bytes, at: 0) || UTF8Scanning.has("附表", in: bytes, at: 0) else { return nil }
        var end = 6
        var value = 1
        if let number = digits(bytes, from: 6) ?? ideographs(bytes, from: 6) {
            (value, end) = (number.value, number.end)
        }
        if end < bytes.count, UTF8Scanning.scalar(in: bytes, at: end).value == code("：") { end += 3 }
        return end == bytes.count ? ClauseMarker(kind: .annex, value: value, length: end) : nil
    }

    /// Up to four Arabic digits; where more stand, the number goes on and no sign follows these.
    private static func digits(_ bytes: [UInt8], from start: Int) -> (value: Int, end: Int)? {
        var (value, index) = (0, start)
        while index < bytes.count, UTF8Scanning.isDigit(bytes[index]), index - start < 4 {
            value = value * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        return index > start ? (value, index) : nil
    }

    /// A Chinese number up to 999: 二十一, 一百零三.
    public static func ideographs(_ bytes: [UInt8], from start: Int) -> (value: Int, end: Int)? {
        var (total, digit, index) = (0, 0, start)
        scan: while index + 2 < bytes.count, index - start < 18 {
            switch NumeralLexicon.everyday[UTF8Scanning.scalar(in: bytes, at: index).value] {
            case .digit(let value)?: digit = value
            case .power(let power)? where power < 3:
                total += (digit == 0 && total == 0 ? 1 : digit) * (power == 1 ? 10 : 100)
                digit = 0
            default: break scan
            }
            index += 3
        }
        return index > start ? (total + digit, index) : nil
    }

    /// Whether the scalar is a digit, 十 or 百 of such a number.
    public static func isIdeograph(_ scalar: UInt32) -> Bool {
        switch NumeralLexicon.everyday[scalar] {
        case .digit?: true
        case .power(let power)?: power < 3
        default: false
        }
    }

    private static func code(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value }
}
