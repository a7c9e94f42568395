import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// Years of the Republic of China as years of our calendar: 民國109年 is 2020年.
///
/// A year behind the name of the era is one wherever it stands. A bare `109年` is one only in a document of that
/// calendar: it names the era with a year of three digits, or is in traditional script and names the era, or, naming neither
/// the era nor any year of four digits, has two such years or more.
struct RepublicYears {
    private let bytes: [UInt8]
    private let lexicon: RepairLexicon
    private var named: [TextRepair.Planned] = []
    private var bare: [TextRepair.Planned] = []
    private var namesEra = false
    private var hasThreeDigitYear = false
    private var westernYears = 0

    static func found(in bytes: [UInt8], _ survey: TextSurvey, _ lexicon: RepairLexicon) -> [TextRepair.Planned] {
        var reader = RepublicYears(bytes, lexicon)
        reader.read()
        let isTraditional = survey.script == .traditional
        let ofThatCalendar =
            reader.hasThreeDigitYear || reader.namesEra && isTraditional
            || isTraditional && reader.westernYears == 0 && reader.bare.count >= 2
        return ofThatCalendar ? reader.named + reader.bare : reader.named
    }

    private init(_ bytes: [UInt8], _ lexicon: RepairLexicon) {
        self.bytes = bytes
        self.lexicon = lexicon
    }

    private mutating func read() {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isDigit {
                index = digits(at: index)
            } else if byte < 0x80 {
                index += 1
            } else {
                let (scalar, length) = UTF8Scanning.scalar(in: bytes, at: index)
                index = lexicon.signs(of: scalar).contains(.opening) ? era(at: index) ?? index + length : index + length
            }
        }
    }

    /// The name of the era and the year behind it.
    private mutating func era(at start: Int) -> Int? {
        guard let match = lexicon.eras.longestMatch(in: bytes, at: start) else { return nil }
        namesEra = true
        let behind = skipBlanks(start + match.length)
        guard let year = year(at: behind), isYear(behind: year.end) || spanEnd(behind: year.end) != nil else {
            return start + match.length
        }
        if year.value >= 100 { hasThreeDigitYear = true }
        named.append(planned(start..<year.end, match.value + year.value))
        // 民國109至113年: the second year is of the same era.
        if !isYear(behind: year.end), let second = spanEnd(behind: year.end) {
            named.append(planned(second.range, match.value + second.value))
            return second.range.upperBound
        }
        return year.end
    }

    private mutating func digits(at start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end].isDigit { end += 1 }
        if end - start == 4, isYear(behind: end), bytes[start] == UInt8(ascii: "1") || bytes[start] == UInt8(ascii: "2")
        {
            westernYears += 1
        }
        guard end - start == 3, let year = year(at: start), Self.recentYears.contains(year.value), !followsFigure(start)
        else {
            return end
        }
        let isSpan = spanEnd(behind: end).map { Self.recentYears.contains($0.value) } ?? false
        if isYear(behind: end) || isSpan, let first = lexicon.eras.values.first {
            bare.append(planned(start..<end, first + year.value))
        }
        return end
    }

    /// 100 to 150: what a bulletin of our time may speak of.
    private static let recentYears = 100...150

    private func planned(_ range: Range<Int>, _ year: Int) -> TextRepair.Planned {
        TextRepair.Planned(range: range, replacement: Array(String(year).utf8), quotation: .printed)
    }

    /// The digits are the end of a longer figure: 1,109 or 2.109.
    private func followsFigure(_ start: Int) -> Bool {
        start > 0 && [UInt8(ascii: "."), UInt8(ascii: ",")].contains(bytes[start - 1])
    }

    /// 年 follows, and no word that makes the number a length of time.
    private func isYear(behind end: Int) -> Bool {
        let index = skipBlanks(end)
        return UTF8Scanning.has("年", in: bytes, at: index)
            && lexicon.durations.longestMatch(in: bytes, at: skipBlanks(index + 3)) == nil
    }

    /// The second year of `109至113年`.
    private func spanEnd(behind end: Int) -> (range: Range<Int>, value: Int)? {
        let index = skipBlanks(end)
        for sign: StaticString in ["-", "—", "–", "－", "~", "～", "至", "到", "、"]
        where UTF8Scanning.has(sign, in: bytes, at: index) {
            let start = skipBlanks(index + sign.utf8CodeUnitCount)
            guard let year = year(at: start), isYear(behind: year.end) else { return nil }
            return (start..<year.end, year.value)
        }
        return nil
    }

    private func skipBlanks(_ start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        return index
    }

    /// One to three digits, Chinese numerals up to 199, or 元 for the first year.
    private func year(at start: Int) -> (value: Int, end: Int)? {
        var (value, index) = (0, start)
        while index < bytes.count, bytes[index].isDigit, index - start < 4 {
            value = value * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        if index > start { return index - start <= 3 ? (value, index) : nil }
        if UTF8Scanning.has("元", in: bytes, at: start) { return (1, start + 3) }
        return chineseYear(at: start)
    }

    /// 一百零九 and 一〇九 are 109.
    private func chineseYear(at start: Int) -> (value: Int, end: Int)? {
        guard let numeral = Self.numerals.chinese(in: bytes, at: start), numeral.value.exponent == 0,
            let value = Int(exactly: numeral.value.significand), (1...199).contains(value)
        else { return nil }
        return (value, numeral.range.upperBound)
    }

    private static let numerals = NumeralReader(lexicon: .everyday)
}
