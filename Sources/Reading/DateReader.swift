import PipelineDefinition
public import StatisticalModel

/// Reads dates in every form in which bulletins print them, ASCII, full-width or Chinese digits alike.
///
/// `2024年6月30日前`, `二〇二五年十二月`, `2025-12-31`, `2025.12.31`, `2025/12/31`, `2021—2025年`, `1—9月`, `“十四五”末`.
/// Prose, heads of columns, deadlines, document heads and titles all ask here; what a bare `2024` means in a column's
/// head (``years(in:at:)``) is the only convention of a place.
public enum DateReader {
    /// A date that begins with a digit at `offset`: a year with 年, a month with 月, a day of the form 2025-12-31.
    ///
    /// A month without a year is read from Arabic digits alone: 三月 and 一月 begin too many names.
    public static func read(in bytes: [UInt8], at offset: Int) -> (date: ScannedDate, end: Int)? {
        if let first = yearNumber(in: bytes, at: offset) { return year(first, in: bytes, at: offset) }
        guard let first = UTF8Scanning.integer(in: bytes, at: offset), (1...12).contains(first.value),
            first.digits <= 2
        else { return nil }
        return month(in: bytes, at: offset, date: ScannedDate(numerals: []))
    }

    /// The day, month or year at `offset`, never a span: the year is printed, with 年 or as 2025-12-31.
    public static func point(in bytes: [UInt8], at offset: Int) -> (date: CalendarDate, end: Int)? {
        guard let first = yearNumber(in: bytes, at: offset) else { return nil }
        if let day = numericDay(first, in: bytes) { return (day.date, day.end) }
        let sign = UTF8Scanning.skipSpaces(bytes, first.end)
        guard UTF8Scanning.has("年", in: bytes, at: sign) else { return nil }
        let start = UTF8Scanning.skipSpaces(bytes, sign + 3)
        guard let month = monthNumber(in: bytes, at: start) else { return (CalendarDate(year: first.value), sign + 3) }
        let day = dayNumber(in: bytes, at: UTF8Scanning.skipSpaces(bytes, month.end))
        let isDay = day.map { isDayOf(month.value, first.value, $0.value) } ?? false
        let date = CalendarDate(year: first.value, month: month.value, day: isDay ? day?.value ?? 0 : 0)
        return (date, isDay ? day?.end ?? month.end : month.end)
    }

    /// Years as heads of columns and titles print them: `2021—2025年`, `2024年`, and bare `2024`.
    public static func years(in bytes: [UInt8], at offset: Int) -> (first: Int, last: Int?, end: Int)? {
        guard let first = yearNumber(in: bytes, at: offset) else { return nil }
        if let day = numericDay(first, in: bytes) { return (first.value, nil, day.end) }
        // 二〇二五 without 年 may be any number.
        guard isWhole(first.end, bytes), first.isArabic || UTF8Scanning.has("年", in: bytes, at: first.end) else {
            return nil
        }
        let end = afterYearSign(bytes, first.end)
        if let sign = rangeSign(in: bytes, at: end), let last = yearNumber(in: bytes, at: sign),
            last.value > first.value, isWhole(last.end, bytes)
        {
            return (first.value, last.value, afterYearSign(bytes, last.end))
        }
        return (first.value, nil, end)
    }

    /// The five-year plan named at `offset` (十四五, 第十四个五年), and the bytes that its name takes.
    ///
    /// Quotation marks around it are the caller's.
    public static func plan(in bytes: [UInt8], at offset: Int) -> (span: YearSpan, length: Int)? {
        let isOrdinal = UTF8Scanning.has("第", in: bytes, at: offset)
        let start = isOrdinal ? offset + 3 : offset
        guard UTF8Scanning.has("十", in: bytes, at: start), start + 6 <= bytes.count,
            case .digit(let digit)? = NumeralLexicon.everyday[UTF8Scanning.scalar(in: bytes, at: start + 3).value],
            digit > 0
        else { return nil }
        let span = YearSpan(fiveYearPlan: 10 + digit)
        if isOrdinal {
            return UTF8Scanning.has("个五年", in: bytes, at: start + 6) ? (span, 3 + 6 + 9) : nil
        }
        // 十五五十 or 二十四五 are no plans, but such numerals are never printed with this reader's caller before them.
        return UTF8Scanning.has("五", in: bytes, at: start + 6) ? (span, 9) : nil
    }

    /// The plan at `offset` as a date of prose.
    public static func planDate(in bytes: [UInt8], at offset: Int) -> (date: ScannedDate, end: Int)? {
        guard let plan = plan(in: bytes, at: offset) else { return nil }
        let end = offset + plan.length
        let date = ScannedDate(
            first: plan.span.first.number, last: plan.span.last.number, isPlan: true, numerals: [offset..<end])
        return (date, end)
    }

    /// The plan of which two characters in quotation marks tell: “九五”, “十五”. Without the marks 十五 is a number.
    public static func quotedPlanDate(in bytes: [UInt8], at offset: Int) -> (date: ScannedDate, end: Int)? {
        if let plan = planDate(in: bytes, at: offset) { return plan }
        let end = offset + 6
        guard UTF8Scanning.has("”", in: bytes, at: end),
            case .digit(5)? = NumeralLexicon.everyday[UTF8Scanning.scalar(in: bytes, at: offset + 3).value]
        else { return nil }
        let span: YearSpan
        switch NumeralLexicon.everyday[UTF8Scanning.scalar(in: bytes, at: offset).value] {
        case .digit(let digit)? where digit > 0: span = YearSpan(fiveYearPlan: digit)
        case .power(1)?: span = YearSpan(fiveYearPlan: 10)
        default: return nil
        }
        let date = ScannedDate(
            first: span.first.number, last: span.last.number, isPlan: true, numerals: [offset..<end])
        return (date, end)
    }

    private static let monthSign: StaticString = "月"

    /// 1—10月, 6月: the months of a year as a text names them.
    public static func words(for months: ClosedRange<Int>) -> String {
        let first = months.count > 1 ? "\(months.lowerBound)—" : ""
        return "\(first)\(months.upperBound)\(monthSign)"
    }

    // MARK: parts

    /// Four digits from 1900 to 2100, ASCII, full-width or Chinese (二〇二四, 二○二四, 二O二四).
    public static func yearNumber(in bytes: [UInt8], at offset: Int) -> (value: Int, end: Int, isArabic: Bool)? {
        guard offset < bytes.count else { return nil }
        if let number = UTF8Scanning.integer(in: bytes, at: offset) {
            guard number.digits == 4, (1900...2100).contains(number.value) else { return nil }
            return (number.value, number.end, true)
        }
        guard bytes[offset] >= 0xE3 else { return nil }
        var (value, index) = (0, offset)
        for _ in 0..<4 {
            guard index < bytes.count else { return nil }
            let scalar = UTF8Scanning.scalar(in: bytes, at: index)
            if case .digit(let digit)? = NumeralLexicon.everyday[scalar.value] {
                value = value * 10 + digit
            } else if scalar.value == 0x4F || scalar.value == 0x30, index > offset {
                value *= 10
            } else {
                return nil
            }
            index += scalar.length
        }
        return (1900...2100).contains(value) ? (value, index, false) : nil
    }

    /// 五年, 5年, 十年: a number of years from 2 to 10, not a year.
    public static func yearCount(in bytes: [UInt8], at offset: Int) -> (value: Int, end: Int)? {
        // The digits of 2025年 and of 十五年 are one number.
        if offset > 0, UTF8Scanning.isDigit(bytes[offset - 1]) { return nil }
        if offset >= 3, bytes[offset - 3] >= 0xE3,
            NumeralLexicon.everyday[UTF8Scanning.scalar(in: bytes, at: offset - 3).value] != nil
        {
            return nil
        }
        guard let number = smallNumber(in: bytes, at: offset), (2...10).contains(number.value) else { return nil }
        let end = afterYearSign(bytes, number.end)
        return end > number.end ? (number.value, end) : nil
    }

    /// A whole number up to 99 in Arabic or Chinese digits: 6, 06, 十二, 三十一.
    static func smallNumber(in bytes: [UInt8], at offset: Int) -> (value: Int, end: Int)? {
        if let number = UTF8Scanning.integer(in: bytes, at: offset) {
            return number.digits <= 2 ? (number.value, number.end) : nil
        }
        return ClauseMarker.ideographs(bytes, from: offset)
    }

    private static func monthNumber(in bytes: [UInt8], at offset: Int) -> (value: Int, end: Int)? {
        guard let number = smallNumber(in: bytes, at: offset), (1...12).contains(number.value) else { return nil }
        let sign = UTF8Scanning.skipSpaces(bytes, number.end)
        return UTF8Scanning.has(monthSign, in: bytes, at: sign) ? (number.value, sign + 3) : nil
    }

    private static func dayNumber(in bytes: [UInt8], at offset: Int) -> (value: Int, end: Int, digits: Int)? {
        guard let number = smallNumber(in: bytes, at: offset), (1...31).contains(number.value) else { return nil }
        let sign = UTF8Scanning.skipSpaces(bytes, number.end)
        let isDay = UTF8Scanning.has("日", in: bytes, at: sign) || UTF8Scanning.has("号", in: bytes, at: sign)
        return isDay ? (number.value, sign + 3, number.end) : nil
    }

    private static func isDayOf(_ month: Int, _ year: Int, _ day: Int) -> Bool {
        (1...CalendarDate.days(inMonth: month, of: year)).contains(day)
    }

    /// 2025-12-31, 2025/12/31, 2025.12.31 behind the year: the same sign twice, a month and a day that it has.
    private static func numericDay(
        _ year: (value: Int, end: Int, isArabic: Bool), in bytes: [UInt8]
    ) -> (date: CalendarDate, end: Int, numerals: [Range<Int>])? {
        guard year.isArabic, year.end < bytes.count else { return nil }
        let sign = bytes[year.end]
        guard sign == 0x2D || sign == 0x2F || sign == 0x2E,
            let month = UTF8Scanning.integer(in: bytes, at: year.end + 1), (1...12).contains(month.value),
            month.digits <= 2, month.end < bytes.count, bytes[month.end] == sign,
            let day = UTF8Scanning.integer(in: bytes, at: month.end + 1), day.digits <= 2,
            isDayOf(month.value, year.value, day.value), isWhole(day.end, bytes)
        else { return nil }
        let date = CalendarDate(year: year.value, month: month.value, day: day.value)
        return (date, day.end, [year.end + 1..<month.end, month.end + 1..<day.end])
    }

    /// Whether a number ends at `offset`: no point and digit go on.
    private static func isWhole(_ offset: Int, _ bytes: [UInt8]) -> Bool {
        guard offset + 1 < bytes.count, bytes[offset] == 0x2E || bytes[offset] == 0x2C else { return true }
        return !UTF8Scanning.isDigit(bytes[offset + 1])
    }

    private static func afterYearSign(_ bytes: [UInt8], _ offset: Int) -> Int {
        let sign = UTF8Scanning.skipSpaces(bytes, offset)
        return UTF8Scanning.has("年", in: bytes, at: sign) ? sign + 3 : offset
    }

    /// 2023 of 2023、2024和2025年: a year whose sign stands behind the last of the list; `nil` for other numbers.
    public static func listedYear(in bytes: [UInt8], at offset: Int) -> (date: ScannedDate, end: Int)? {
        guard let first = yearNumber(in: bytes, at: offset), first.isArabic else { return nil }
        var last = first
        while last.end < bytes.count {
            let sign = UTF8Scanning.scalar(in: bytes, at: last.end)
            // 、 or 和
            guard sign.value == 0x3001 || sign.value == 0x548C,
                let next = yearNumber(in: bytes, at: last.end + sign.length), next.value > last.value
            else { return nil }
            last = next
            let end = UTF8Scanning.skipSpaces(bytes, last.end)
            if afterYearSign(bytes, end) > end {
                return (ScannedDate(first: first.value, numerals: [offset..<first.end]), first.end)
            }
        }
        return nil
    }

    // MARK: dates of prose

    private static func year(
        _ first: (value: Int, end: Int, isArabic: Bool), in bytes: [UInt8], at offset: Int
    ) -> (ScannedDate, Int)? {
        var date = ScannedDate(first: first.value, numerals: [offset..<first.end])
        if let day = numericDay(first, in: bytes) {
            (date.month, date.day) = (day.date.month, day.date.day)
            date.numerals += day.numerals
            date.isNumericDay = true
            return (date, suffix(bytes, day.end, &date))
        }
        var index = UTF8Scanning.skipSpaces(bytes, first.end)
        let hasYear = UTF8Scanning.has("年", in: bytes, at: index)
        if hasYear { index += 3 }
        if let sign = rangeSign(in: bytes, at: index), let last = yearNumber(in: bytes, at: sign),
            last.value > first.value
        {
            let end = UTF8Scanning.skipSpaces(bytes, last.end)
            guard UTF8Scanning.has("年", in: bytes, at: end) else { return hasYear ? (date, index) : nil }
            date.last = last.value
            date.numerals.append(sign..<last.end)
            return (date, suffix(bytes, end + 3, &date))
        }
        guard hasYear else { return nil }
        if UTF8Scanning.has("度", in: bytes, at: index) { index += 3 }
        let next = UTF8Scanning.skipSpaces(bytes, index)
        if let rest = month(in: bytes, at: next, date: date) { return rest }
        if let end = monthsSoFar(bytes, index, &date) { return (date, end) }
        let end = suffix(bytes, index, &date)
        return (date, end)
    }

    /// 前5个月 behind a year: January to May.
    private static func monthsSoFar(_ bytes: [UInt8], _ offset: Int, _ date: inout ScannedDate) -> Int? {
        guard before(bytes, offset) == .months, let count = smallNumber(in: bytes, at: offset + 3),
            (2...12).contains(count.value), UTF8Scanning.has("个月", in: bytes, at: count.end)
        else { return nil }
        (date.firstMonth, date.month) = (1, count.value)
        date.numerals.append(offset + 3..<count.end)
        return count.end + 6
    }

    private static func month(in bytes: [UInt8], at offset: Int, date: ScannedDate) -> (ScannedDate, Int)? {
        var date = date
        guard var month = smallNumber(in: bytes, at: offset), (1...12).contains(month.value) else { return nil }
        var start = offset
        if let sign = rangeSign(in: bytes, at: month.end), let last = smallNumber(in: bytes, at: sign),
            (1...12).contains(last.value), UTF8Scanning.has(monthSign, in: bytes, at: last.end)
        {
            date.numerals.append(start..<month.end)
            date.firstMonth = month.value
            month = last
            start = sign
        }
        var index = UTF8Scanning.skipSpaces(bytes, month.end)
        guard UTF8Scanning.has(monthSign, in: bytes, at: index) else { return nil }
        index += 3
        date.month = month.value
        date.numerals.append(start..<month.end)
        let next = UTF8Scanning.skipSpaces(bytes, index)
        if let day = dayNumber(in: bytes, at: next) {
            // 2月30日 names no day, but its numeral belongs to the date.
            if isDayOf(month.value, date.year ?? 2000, day.value) { date.day = day.value }
            date.numerals.append(next..<day.digits)
            index = day.end
        }
        if date.day == 0, UTF8Scanning.has("份", in: bytes, at: index) { index += 3 }
        let end = suffix(bytes, index, &date)
        return (date, end)
    }

    /// 底, 末, 前, 内, 期间, 以来, 起 behind a date belong to it.
    public static func suffix(_ bytes: [UInt8], _ offset: Int, _ date: inout ScannedDate) -> Int {
        // All of them are Chinese characters.
        guard offset < bytes.count, bytes[offset] >= 0xE4 else { return offset }
        if date.isPlan, let end = yearsOfPlan(bytes, offset, &date) { return end }
        var index = offset
        for (word, isEnd) in suffixes where UTF8Scanning.has(word, in: bytes, at: index) {
            if before(bytes, index) == .months || UTF8Scanning.has("内蒙", in: bytes, at: index)
                || UTF8Scanning.has("中国", in: bytes, at: index) || UTF8Scanning.has("中央", in: bytes, at: index)
                || UTF8Scanning.has("中心", in: bytes, at: index)
            {
                break
            }
            index += word.utf8CodeUnitCount
            date.hasSuffix = true
            date.isEnd = isEnd
            break
        }
        if UTF8Scanning.has("以来", in: bytes, at: index) {
            index += 6
            date.isSince = true
        } else if index == offset, UTF8Scanning.has("起", in: bytes, at: index) {
            index += 3
            date.isStart = true
        } else if before(bytes, index) == .limit {
            index += 3
            date.isEnd = false
        }
        return index
    }

    /// 前四年 of “十四五”前四年, 后两年: so many of its years from its beginning or up to its end.
    private static func yearsOfPlan(_ bytes: [UInt8], _ offset: Int, _ date: inout ScannedDate) -> Int? {
        let isFirst = UTF8Scanning.has(beforeSign, in: bytes, at: offset)
        guard isFirst || UTF8Scanning.has("后", in: bytes, at: offset), let first = date.first, let last = date.last,
            let count = pairOfYears(in: bytes, at: offset + 3) ?? yearCount(in: bytes, at: offset + 3),
            count.value < last - first + 1
        else { return nil }
        if isFirst { date.last = first + count.value - 1 } else { date.first = last - count.value + 1 }
        return count.end
    }

    /// 两年, which no number of years else is written with.
    private static func pairOfYears(in bytes: [UInt8], at offset: Int) -> (value: Int, end: Int)? {
        guard offset < bytes.count, bytes[offset] >= 0xE4 else { return nil }
        let sign = UTF8Scanning.scalar(in: bytes, at: offset)
        guard case .two? = NumeralLexicon.everyday[sign.value] else { return nil }
        let end = afterYearSign(bytes, offset + sign.length)
        return end > offset + sign.length ? (2, end) : nil
    }

    /// What 前 behind a date is: a limit (2025年前), or the beginning of a part of the year (前三季度, 前5个月).
    private enum Before {
        case none, limit, months
    }

    private static func before(_ bytes: [UInt8], _ offset: Int) -> Before {
        guard UTF8Scanning.has(beforeSign, in: bytes, at: offset) else { return .none }
        guard let count = smallNumber(in: bytes, at: offset + 3), count.end < bytes.count else { return .limit }
        // 季 or 个
        return [0x5B63, 0x4E2A].contains(UTF8Scanning.scalar(in: bytes, at: count.end).value) ? .months : .limit
    }

    private static let beforeSign: StaticString = "前"

    private static let suffixes: [(word: StaticString, isEnd: Bool)] = [
        ("底前", false), ("年底", true), ("年末", true), ("期末", true), ("期间", false), ("时期", false), ("上旬", false),
        ("中旬", false), ("下旬", false), ("底", true), ("末", true), (beforeSign, false), ("以前", false), ("之前", false),
        ("以内", false), ("内", false), ("期", false), ("初", false), ("中", false),
    ]

    /// The offset behind a dash, 至, 到 or ~ that joins two ends, spaces around it passed over; `nil` where none stands.
    public static func rangeSign(in bytes: [UInt8], at offset: Int) -> Int? {
        var index = offset
        while index < bytes.count, bytes[index] == 0x20, index - offset < 3 { index += 1 }
        let start = index
        guard index < bytes.count else { return nil }
        if bytes[index] == 0x2D || bytes[index] == 0x7E {
            index += 1
        } else if bytes[index] < 0xE2 {
            return nil
        }
        for sign in rangeSigns {
            while UTF8Scanning.has(sign, in: bytes, at: index), index - start < 6 { index += 3 }
        }
        guard index > start else { return nil }
        while index < bytes.count, bytes[index] == 0x20, index - offset < 12 { index += 1 }
        return index
    }

    private static let rangeSigns: [StaticString] = ["—", "–", "－", "～", "至", "到", "―", "─", "−"]
}
