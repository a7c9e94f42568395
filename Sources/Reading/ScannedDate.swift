public import StatisticalModel

/// A year, a span of years, a month or a day as printed, and where its numerals stand.
///
/// `2021—2025年` has first 2021 and last 2025; `2024年6月底前` has first 2024 and month 6; `1—9月` only month 9.
public struct ScannedDate: Sendable {
    public var first: Int?
    public var last: Int?
    /// 1 to 12, or 0 where none is named; of months in a row the last.
    public var month = 0
    /// Of months in a row the first (1—9月: 1), else 0.
    public var firstMonth = 0
    /// 1 to 31, or 0 where none is named or the month has no such day.
    public var day = 0
    public var isPlan = false
    /// 2025-12-31: mostly when a page was published or printed, not what its figures are for.
    public var isNumericDay = false
    /// 2023年起: where a series starts.
    public var isStart = false
    /// 前, 底 or the like stands behind it: a limit or a point of time, no period.
    public var hasSuffix = false
    /// 底 or 末 stands behind it, without 前: the time when something was counted.
    public var isEnd = false
    /// “十三五”以来, 2012年以来: what follows has happened.
    public var isSince = false
    /// The bytes of each numeral, for the ledger.
    public var numerals: [Range<Int>]

    public init(first: Int? = nil, last: Int? = nil, isPlan: Bool = false, numerals: [Range<Int>]) {
        self.first = first
        self.last = last
        self.isPlan = isPlan
        self.numerals = numerals
    }

    public var year: Int? { last ?? first }
    public var span: YearSpan? {
        guard let first, let last, first < last else { return nil }
        return YearSpan(Year(first), Year(last))
    }

    /// The day, month or year that the words name; `nil` without a year. A day that the month has not is left out.
    public var calendarDate: CalendarDate? {
        guard let year else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
