/// A year of the Gregorian calendar, as a code of its own.
public struct Year: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let number: Int

    public init(_ number: Int) { self.number = number }
    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
    public var description: String { String(number) }
}

/// A span of whole years, both ends included: `2021/2025` (ISO 8601).
public struct YearSpan: Sendable, Hashable, CustomStringConvertible {
    public let first: Year
    public let last: Year

    public init(_ first: Year, _ last: Year) {
        self.first = first
        self.last = last
    }

    /// The span of the n-th five-year plan: the 14th (十四五) is 2021–2025.
    public init(fiveYearPlan number: Int) {
        let last = 1955 + 5 * number
        self.init(Year(last - 4), Year(last))
    }

    public var description: String { "\(first)/\(last)" }

    /// Reads `2021/2025`; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        let years = text.split(separator: "/", omittingEmptySubsequences: false).map {
            $0.utf8.count == 4 ? Int($0) : nil
        }
        guard years.count == 2, let first = years[0], let last = years[1], first <= last else { return nil }
        self.init(Year(first), Year(last))
    }
}

/// A part of one year in whole months, both ends included: `2025-01` to `2025-06` (ISO 8601) for 2025年上半年.
public struct MonthSpan: Sendable, Hashable {
    public let year: Year
    /// 1 to 12.
    public let months: ClosedRange<Int>

    /// `nil` for a whole year, which needs no part.
    public init?(_ year: Year, _ months: ClosedRange<Int>) {
        guard months != 1...12, months.lowerBound >= 1, months.upperBound <= 12 else { return nil }
        self.year = year
        self.months = months
    }

    public var start: CalendarDate { CalendarDate(year: year.number, month: months.lowerBound) }
    public var end: CalendarDate { CalendarDate(year: year.number, month: months.upperBound) }
    /// January to some month: what has accrued of the year by then.
    public var isFromJanuary: Bool { months.lowerBound == 1 && months.upperBound > 1 }
}

/// A day of the calendar, or the month or year that a bulletin names when it gives no day (GB/T 7408.1).
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let year: Int
    /// 1 to 12, or 0 where only the year is known.
    public let month: Int
    /// 1 to 31, or 0 where only the month is known.
    public let day: Int

    public init(year: Int, month: Int = 0, day: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2024`, `2024-12` or `2024-12-31`; `nil` for anything else or for a day that does not exist.
    public init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isDigits = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard isDigits, (1...3).contains(parts.count), parts[0].utf8.count == 4, let year = Int(parts[0]) else {
            return nil
        }
        var numbers = [year, 0, 0]
        for (index, part) in parts.enumerated().dropFirst() {
            guard part.utf8.count == 2, let number = Int(part) else { return nil }
            numbers[index] = number
        }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
        if parts.count > 1, !(1...12).contains(month) { return nil }
        if parts.count > 2, !(1...Self.days(inMonth: month, of: year)).contains(day) { return nil }
    }

    /// The last day that the date can mean: 2024-06 is 2024-06-30.
    public var lastDay: CalendarDate {
        let lastMonth = month == 0 ? 12 : month
        return CalendarDate(
            year: year, month: lastMonth, day: day == 0 ? Self.days(inMonth: lastMonth, of: year) : day)
    }

    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func isLeap(_ year: Int) -> Bool {
        (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    }

    /// The day's number within its year, from 1; a date without a day counts to its last day.
    public var dayOfYear: Int {
        let date = lastDay
        return (1..<date.month).reduce(date.day) { $0 + Self.days(inMonth: $1, of: date.year) }
    }

    /// Days since 1970-01-01 of the date's last day, for differences.
    public var dayNumber: Int {
        let y = year - 1
        return 365 * y + y / 4 - y / 100 + y / 400 + dayOfYear - 719_163
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    public var description: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let head = String(repeating: "0", count: max(0, 4 - String(year).utf8.count)) + String(year)
        if month == 0 { return head }
        return day == 0 ? "\(head)-\(two(month))" : "\(head)-\(two(month))-\(two(day))"
    }
}
