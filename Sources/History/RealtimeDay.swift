import StatisticalModel

/// A day of the history's calendar, as text that sorts by time.
enum RealtimeDay {
    /// The end of a vintage that nothing has superseded.
    static let open = "9999-12-31"

    /// A date without a day or month counts to its last day: 2024 is 2024-12-31.
    static func text(_ date: CalendarDate) -> String { date.lastDay.description }

    /// The day before `date`'s last day.
    static func before(_ date: CalendarDate) -> String {
        let day = date.lastDay
        if day.day > 1 { return CalendarDate(year: day.year, month: day.month, day: day.day - 1).description }
        if day.month > 1 { return CalendarDate(year: day.year, month: day.month - 1).lastDay.description }
        return CalendarDate(year: day.year - 1, month: 12, day: 31).description
    }
}
