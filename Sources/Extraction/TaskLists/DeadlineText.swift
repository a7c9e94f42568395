import StatisticalModel

/// Reads the date of a deadline as printed: 2024年6月底, 2023 年底, 2025年12月31日前.
enum DeadlineText {
    /// The last date named; `nil` for 长期坚持 and the like.
    static func date(in text: String) -> CalendarDate? {
        let bytes = Array(text.utf8).filter { $0 != 0x20 }
        var found: CalendarDate?
        var index = 0
        while index < bytes.count {
            if let (date, end) = date(bytes, at: index) {
                found = date
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    private static func date(_ bytes: [UInt8], at start: Int) -> (CalendarDate, Int)? {
        if start > 0, isDigit(bytes[start - 1]) { return nil }
        guard let (year, afterYear) = number(bytes, at: start, digits: 4...4),
            let month = word("年", bytes, at: afterYear)
        else { return nil }
        guard let (number, afterMonth) = number(bytes, at: month, digits: 1...2), (1...12).contains(number),
            let day = word("月", bytes, at: afterMonth)
        else { return (CalendarDate(year: year), month) }
        guard let (value, afterDay) = self.number(bytes, at: day, digits: 1...2),
            (1...CalendarDate.days(inMonth: number, of: year)).contains(value), let end = word("日", bytes, at: afterDay)
        else { return (CalendarDate(year: year, month: number), day) }
        return (CalendarDate(year: year, month: number, day: value), end)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func number(_ bytes: [UInt8], at start: Int, digits: ClosedRange<Int>) -> (Int, Int)? {
        var (end, value) = (start, 0)
        while end < bytes.count, isDigit(bytes[end]), end - start <= 4 {
            value = value * 10 + Int(bytes[end] - 0x30)
            end += 1
        }
        return digits.contains(end - start) ? (value, end) : nil
    }

    private static func word(_ word: String, _ bytes: [UInt8], at start: Int) -> Int? {
        start <= bytes.count && bytes[start...].starts(with: word.utf8) ? start + word.utf8.count : nil
    }
}
