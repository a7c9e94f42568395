import Reading
import StatisticalModel

/// The date of a deadline as printed: 2024年6月底, 2023 年底, 2025年12月31日前, 2025-12-31, “十四五”末.
enum DeadlineText {
    /// The last date named; `nil` for 长期坚持 and the like.
    static func date(in text: String) -> CalendarDate? {
        let bytes = Array(text.utf8)
        var found: CalendarDate?
        var index = 0
        while index < bytes.count {
            if let (date, end) = DateReader.point(in: bytes, at: index) {
                found = date
                index = end
            } else if let plan = DateReader.plan(in: bytes, at: index) {
                found = CalendarDate(year: plan.span.last.number)
                index += plan.length
            } else if let number = NumeralReader.decimal(in: bytes, at: index) {
                index = number.range.upperBound
            } else {
                index += UTF8Scanning.width(bytes[index])
            }
        }
        return found
    }
}
