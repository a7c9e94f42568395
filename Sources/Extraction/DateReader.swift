/// Reads years, spans of years, months and days: `2021—2025年`, `2023年6月30日前`, `1—9月`, `“十四五”期末`.
struct DateReader: Sendable {
    private let numerals: NumeralReader

    init(numerals: NumeralReader) { self.numerals = numerals }

    /// A date that begins with a digit at `offset`.
    func read(in bytes: [UInt8], at offset: Int) -> (date: ScannedDate, end: Int)? {
        guard let first = Self.integer(in: bytes, at: offset) else { return nil }
        if (1900...2100).contains(first.value), first.digits == 4 { return year(first, in: bytes, at: offset) }
        guard (1...12).contains(first.value), first.digits <= 2 else { return nil }
        return month(in: bytes, at: offset, date: ScannedDate(numerals: []))
    }

    private func year(
        _ first: (value: Int, digits: Int, end: Int), in bytes: [UInt8], at offset: Int
    ) -> (ScannedDate, Int)? {
        var date = ScannedDate(first: first.value, numerals: [offset..<first.end])
        var index = Self.skipSpaces(bytes, first.end)
        let hasYear = UTF8Scanning.has("年", in: bytes, at: index)
        if hasYear { index += 3 }
        let dash = index
        if let sign = QuantityReader.rangeSign(in: bytes, at: dash), let last = Self.integer(in: bytes, at: sign),
            last.digits == 4, last.value > first.value, last.value < 2100
        {
            let end = Self.skipSpaces(bytes, last.end)
            guard UTF8Scanning.has("年", in: bytes, at: end) else { return hasYear ? (date, index) : nil }
            date.last = last.value
            date.numerals.append(sign..<last.end)
            return (date, Self.suffix(bytes, end + 3, &date))
        }
        guard hasYear else { return nil }
        if UTF8Scanning.has("度", in: bytes, at: index) { index += 3 }
        let next = Self.skipSpaces(bytes, index)
        if let rest = month(in: bytes, at: next, date: date) { return rest }
        let end = Self.suffix(bytes, index, &date)
        return (date, end)
    }

    private func month(in bytes: [UInt8], at offset: Int, date: ScannedDate) -> (ScannedDate, Int)? {
        var date = date
        guard var month = Self.integer(in: bytes, at: offset), (1...12).contains(month.value) else { return nil }
        var start = offset
        if let sign = QuantityReader.rangeSign(in: bytes, at: month.end),
            let last = Self.integer(in: bytes, at: sign), (1...12).contains(last.value),
            UTF8Scanning.has("月", in: bytes, at: last.end)
        {
            date.numerals.append(start..<month.end)
            month = last
            start = sign
        }
        var index = Self.skipSpaces(bytes, month.end)
        guard UTF8Scanning.has("月", in: bytes, at: index) else { return nil }
        index += 3
        date.month = month.value
        date.numerals.append(start..<month.end)
        let next = Self.skipSpaces(bytes, index)
        if let day = Self.integer(in: bytes, at: next), (1...31).contains(day.value) {
            let end = Self.skipSpaces(bytes, day.end)
            if UTF8Scanning.has("日", in: bytes, at: end) {
                date.day = day.value
                date.numerals.append(next..<day.end)
                index = end + 3
            }
        }
        let end = Self.suffix(bytes, index, &date)
        return (date, end)
    }

    /// A five-year plan at 十 (十四五): its span. Quotation marks around it are the caller's.
    static func plan(in bytes: [UInt8], at offset: Int) -> (date: ScannedDate, end: Int)? {
        guard UTF8Scanning.has("十", in: bytes, at: offset), UTF8Scanning.has("五", in: bytes, at: offset + 6) else {
            return nil
        }
        let digits: [StaticString] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard let index = digits.firstIndex(where: { UTF8Scanning.has($0, in: bytes, at: offset + 3) }) else {
            return nil
        }
        let last = 1955 + 5 * (11 + index)
        return (ScannedDate(first: last - 4, last: last, isPlan: true, numerals: [offset..<offset + 9]), offset + 9)
    }

    /// 底, 末, 前, 内, 期间, 以来, 起 behind a date belong to it.
    static func suffix(_ bytes: [UInt8], _ offset: Int, _ date: inout ScannedDate) -> Int {
        // All of them are Chinese characters.
        guard offset < bytes.count, bytes[offset] >= 0xE4 else { return offset }
        var index = offset
        for word in suffixes where UTF8Scanning.has(word, in: bytes, at: index) {
            if UTF8Scanning.has("前三", in: bytes, at: index) || UTF8Scanning.has("内蒙", in: bytes, at: index)
                || UTF8Scanning.has("中国", in: bytes, at: index) || UTF8Scanning.has("中央", in: bytes, at: index)
                || UTF8Scanning.has("中心", in: bytes, at: index)
            {
                break
            }
            index += word.utf8CodeUnitCount
            break
        }
        if UTF8Scanning.has("以来", in: bytes, at: index) {
            index += 6
            date.isSince = true
        } else if index == offset, UTF8Scanning.has("起", in: bytes, at: index) {
            index += 3
            date.isStart = true
        } else if UTF8Scanning.has("前", in: bytes, at: index) {
            index += 3
        }
        return index
    }

    private static let suffixes: [StaticString] = [
        "底前", "年底", "年末", "期末", "期间", "时期", "底", "末", "前", "以前", "之前", "以内", "内", "期", "初", "中",
    ]

    static func integer(in bytes: [UInt8], at offset: Int) -> (value: Int, digits: Int, end: Int)? {
        var index = offset
        var value = 0
        var digits = 0
        while let digit = NumeralReader.digit(in: bytes, at: index), digits < 6 {
            value = value * 10 + digit.value
            digits += 1
            index += digit.length
        }
        guard digits > 0, NumeralReader.digit(in: bytes, at: index) == nil else { return nil }
        return (value, digits, index)
    }

    static func skipSpaces(_ bytes: [UInt8], _ offset: Int) -> Int {
        var index = offset
        while index < bytes.count, bytes[index] == 0x20, index - offset < 4 { index += 1 }
        return index
    }
}
