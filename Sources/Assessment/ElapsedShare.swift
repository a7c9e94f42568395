public import StatisticalModel

/// Time on the scale of the formulas: a year's end is the year's number, a day within it a fraction less.
///
/// 2023 is the end of 2023; 2024-06-30 is 2023 + 182/366. So E = (t-t0)/n (时序进度) of Methods,
/// “Elapsed share”, holds for whole years and for days within a year.
public enum ElapsedShare {
    /// The place of `date` in years, to ten decimals. A month without a day is month/12.
    public static func position(of date: CalendarDate) -> DecimalNumber {
        guard date.month > 0 else { return DecimalNumber(date.year) }
        return DecimalNumber(date.year - 1).adding(ofYear(at: date)) ?? DecimalNumber(date.year)
    }

    /// The share of its year that has passed at the end of `date`: day of the year / days of the year, or month/12.
    public static func ofYear(at date: CalendarDate) -> DecimalNumber {
        guard date.month > 0 else { return 1 }
        let days = CalendarDate.isLeap(date.year) ? 366 : 365
        let (part, whole) = date.day > 0 ? (date.dayOfYear, days) : (date.month, 12)
        return DecimalNumber(part).divided(by: DecimalNumber(whole), decimals: CompletionFormula.decimals) ?? 1
    }

    /// E = (t-t0)/(t1-t0), kept between 0 and 1; `nil` where t1 ≤ t0.
    public static func between(_ start: DecimalNumber, _ end: DecimalNumber, at time: DecimalNumber) -> DecimalNumber? {
        guard start < end, let whole = end.subtracting(start), let part = time.subtracting(start) else { return nil }
        return part.divided(by: whole, decimals: CompletionFormula.decimals).map { min(max($0, 0), 1) }
    }
}
