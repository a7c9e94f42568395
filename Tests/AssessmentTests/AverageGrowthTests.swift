import Assessment
import StatisticalModel
import Testing

/// An average growth a year (年均增长6%左右) where no bulletin prints the average (Methods, “Which figure may judge which target”).
@Suite struct AverageGrowthTests {
    private static let plan = YearSpan(Year(2021), Year(2025))
    private static let asOf = CalendarDate(year: 2026, month: 3, day: 31)

    private static func target(_ value: String, comparator: Comparator = .equal) -> Observation {
        var target = Figures.figure(
            .target, value, 2025, measure: .change, comparator: comparator, period: plan, changeDirection: 1,
            quote: "“十四五”期间，年均增长\(value)%")
        // As Normalization gives it: a rate of growth is itself the level.
        target.measure = .level
        return target
    }

    private static func growths(_ values: [Int: String]) -> [Observation] {
        values.map { year, value in
            var figure = Figures.figure(
                .actual, value, year, measure: .change, changeDirection: 1, quote: "比上年增长\(value)%")
            figure.measure = .level
            return figure
        }
    }

    private static func levels(_ values: [Int: String], status: [Int: ObservationStatus] = [:]) -> [Observation] {
        values.map { year, value in
            var figure = Figures.figure(.actual, value, year, unit: "元", status: status[year] ?? .normal)
            figure.indicator = Figures.levelCode
            return figure
        }
    }

    private func row(
        _ observations: [Observation], name: String = "收入增长", asOf: CalendarDate = asOf
    ) throws -> ProgressAssessment {
        try #require(
            Figures(name: name, observations: observations, levelName: String(name.dropLast(2))).rows(asOf: asOf).first)
    }

    private static let fiveYears = [2021: "8.1", 2022: "4.2", 2023: "5.6", 2024: "5.4", 2025: "5.3"]

    /// The five growths are 5.71% a year: half a point below 左右 is met, the plain number is not.
    @Test(
        arguments: zip(
            [("6.2", Comparator.approximately), ("6.22", .approximately), ("5.71", .equal), ("5.72", .equal)],
            [ProgressStatus.met, .missed, .met, .missed]))
    func theGrowthsOfTheYearsAreAveraged(_ aim: (String, Comparator), _ status: ProgressStatus) throws {
        let row = try row([Self.target(aim.0, comparator: aim.1)] + Self.growths(Self.fiveYears), name: "地区生产总值增长")
        #expect(row.form == .averageGrowth)
        #expect(row.latest?.value == Figures.number("5.71"))
        #expect(row.latest?.year == Year(2025))
        #expect(row.status == status)
        #expect(row.lamp == (status == .met ? .green : .red))
    }

    /// Two of five years at the asked pace are two fifths of the way.
    @Test func aPartOfTheYearsIsThatPartOfTheWay() throws {
        let row = try row(
            [Self.target("5")] + Self.growths([2021: "5", 2022: "5"]), asOf: CalendarDate(year: 2023, month: 3, day: 1))
        #expect(row.completion == Figures.number("0.4"))
        #expect(row.elapsed == Figures.number("0.4"))
        #expect(row.gap == 0)
    }

    /// 全年平均上涨0.1% is that year's rate.
    @Test func anAverageOfOneYearIsItsRate() throws {
        let target = Figures.figure(.target, "2", 2025, comparator: .atMost, quote: "涨幅控制在2%以内")
        let figure = Figures.figure(.actual, "0.1", 2025, quote: "居民消费价格全年平均上涨0.1%")
        #expect(try row([target, figure], name: "价格涨幅").latest?.value == Figures.number("0.1"))
        let average = Figures.figure(.actual, "0.1", 2025, quote: "居民消费价格年均上涨0.1%")
        #expect(try row([target, average], name: "价格涨幅").latest == nil)
    }

    @Test func aGapInTheYearsLeavesTheLevels() throws {
        let later = Self.growths([2022: "5.6", 2023: "5.4", 2024: "5.2", 2025: "5"])
        #expect(try row([Self.target("5")] + later).latest == nil)
        let byLevels = try row([Self.target("5")] + later + Self.levels([2020: "100", 2025: "128"]))
        #expect(byLevels.latest?.value == Figures.number("5.06"))
        #expect(byLevels.status == .met)
    }

    @Test func growthAtConstantPricesIsNeverJudgedByLevels() throws {
        let levels = Self.levels([2020: "100", 2025: "140"])
        #expect(try row([Self.target("5")] + levels, name: "地区生产总值增长").lamp == .none)
        #expect(try row([Self.target("5")] + levels).lamp == .green)
    }

    @Test func noAverageGoesAcrossARevisedBase() throws {
        let row = try row(
            [Self.target("5")] + Self.levels([2020: "100", 2025: "140"], status: [2025: .breakInSeries]))
        #expect(row.status == .notComparable)
        #expect(row.lamp == .none)
    }

    @Test func theLastKnownYearIsNotCarriedForward() throws {
        let row = try row([Self.target("5")] + Self.levels([2020: "100", 2024: "130"]))
        #expect(row.latest?.value == Figures.number("6.78"))
        #expect(row.lamp == .none)
        #expect(row.ungraded == .dueNoData)
    }
}
