import StatisticalModel
import Testing

@Suite struct ReferencePeriodTests {
    @Test(arguments: [(11, "2006/2010"), (13, "2016/2020"), (14, "2021/2025"), (15, "2026/2030")])
    func fiveYearPlansSpanTheirYears(number: Int, span: String) {
        #expect(YearSpan(fiveYearPlan: number).description == span)
    }

    @Test(arguments: ["2024", "2024-12", "2024-12-31", "2024-02-29"])
    func datesSurviveTheRoundTrip(text: String) {
        #expect(CalendarDate(iso: text)?.description == text)
    }

    @Test(arguments: [
        "", "24", "2024-13", "2024-00", "2023-02-29", "2024-04-31", "2024-1-1", "2024-01-00", "2024/01/01", "+024",
        "2024-+1",
        "2024-01-01-01", "２０２４",
    ])
    func otherTextIsNoDate(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test func openDatesEndOnTheirLastDay() {
        #expect(CalendarDate(year: 2024, month: 2).lastDay == CalendarDate(year: 2024, month: 2, day: 29))
        #expect(CalendarDate(year: 2023).lastDay == CalendarDate(year: 2023, month: 12, day: 31))
    }

    @Test func daysAreCountedFrom1970() {
        #expect(CalendarDate(year: 1970, month: 1, day: 1).dayNumber == 0)
        #expect(CalendarDate(year: 2000, month: 3, day: 1).dayNumber == 11017)
        #expect(CalendarDate(year: 2024, month: 12, day: 31).dayOfYear == 366)
    }

    @Test func everyDayFollowsTheOneBefore() {
        var previous = CalendarDate(year: 1899, month: 12, day: 31).dayNumber
        for year in 1900...2100 {
            for month in 1...12 {
                for day in 1...CalendarDate.days(inMonth: month, of: year) {
                    let number = CalendarDate(year: year, month: month, day: day).dayNumber
                    if number != previous + 1 { Issue.record("\(year)-\(month)-\(day)") }
                    previous = number
                }
            }
        }
        #expect(previous == CalendarDate(year: 2100, month: 12, day: 31).dayNumber)
    }

    @Test func areaCodesKnowTheirCityAndProvince() {
        let code = AreaCode("150602")
        #expect(code?.cityNumber == 150600 && code?.provinceNumber == 150000)
        #expect(AreaCode("15060") == nil && AreaCode("15060x") == nil && AreaCode("+15060") == nil)
    }
}
