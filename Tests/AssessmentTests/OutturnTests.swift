import Assessment
import StatisticalModel
import Testing

/// Which figure may judge which target, and which of several counts (Methods, “Which figure may judge which target”).
@Suite struct OutturnTests {
    private static let plan = YearSpan(Year(2021), Year(2025))
    private static let endOf2026 = CalendarDate(year: 2026, month: 3, day: 31)

    private func row(
        _ observations: Observation..., name: String = "指标", direction: Direction = .up, unit: UnitCode = "%",
        asOf: CalendarDate = endOf2026
    ) throws -> ProgressAssessment {
        try #require(
            Figures(name: name, direction: direction, unit: unit, observations: observations).rows(asOf: asOf).first)
    }

    private func growth(
        _ kind: StatementKind, _ value: String, _ year: Int, direction: Int = 1, comparator: Comparator = .equal,
        period: YearSpan? = nil, months: ClosedRange<Int>? = nil, status: ObservationStatus = .normal,
        quote: String = ""
    ) -> Observation {
        Figures.figure(
            kind, value, year, measure: .change, comparator: comparator, period: period, status: status,
            changeDirection: direction, quote: quote, months: months)
    }

    // MARK: rates

    @Test(arguments: zip([2024, 2025, 2026], [UngradedReason.dueNoData, nil, .dueNoData]))
    func aRateOfAYearIsJudgedByThatYearAlone(_ year: Int, _ ungraded: UngradedReason?) throws {
        let row = try row(growth(.actual, "5.6", year), growth(.target, "5.5", 2025), unit: "元")
        #expect(row.form == .yearRate)
        #expect(row.latest?.value == (ungraded == nil ? Figures.number("5.6") : nil))
        #expect(row.ungraded == ungraded)
        #expect(row.status == (ungraded == nil ? .met : .notAssessable))
    }

    @Test(arguments: zip(["5.5", "5.4"], [Lamp.green, .red])) func aClosedYearHasALampWithoutABase(
        _ value: String, _ lamp: Lamp
    ) throws {
        let row = try row(growth(.actual, value, 2025), growth(.target, "5.5", 2025, comparator: .atLeast), unit: "元")
        #expect(row.lamp == lamp)
        #expect(row.status == (lamp == .green ? .met : .missed))
        #expect(row.verdict == (lamp == .green ? .asExpected : .behind))
        #expect(row.realised == nil)
    }

    @Test func aFallIsNegativeGrowth() throws {
        let row = try row(growth(.actual, "4.3", 2025, direction: -1), growth(.target, "6", 2025), unit: "元")
        #expect(row.latest?.value == Figures.number("-4.3"))
        #expect(row.status == .missed)
    }

    @Test(arguments: zip(["5.5", "5.4"], [ProgressStatus.met, .missed])) func aboutAllowsHalfAPointBelow(
        _ value: String, _ status: ProgressStatus
    ) throws {
        let row = try row(
            growth(.actual, value, 2025), growth(.target, "6", 2025, comparator: .approximately), unit: "元")
        #expect(row.status == status)
    }

    @Test(arguments: zip(["6", "6.1"], [ProgressStatus.met, .missed])) func aboutAllowsHalfAPointAboveWhereLessIsBetter(
        _ value: String, _ status: ProgressStatus
    ) throws {
        let row = try row(
            Figures.figure(.actual, value, 2025), Figures.figure(.target, "5.5", 2025, comparator: .approximately),
            name: "城镇调查失业率", direction: .down)
        #expect(row.form == .yearRate)
        #expect(row.status == status)
    }

    @Test(arguments: zip(["2", "2.1"], [ProgressStatus.met, .missed])) func withinIsStrict(
        _ value: String, _ status: ProgressStatus
    ) throws {
        let row = try row(
            Figures.figure(.actual, value, 2025), Figures.figure(.target, "2", 2025, comparator: .atMost),
            name: "居民消费价格涨幅", direction: .down)
        #expect(row.status == status)
    }

    @Test func halfAYearsRateIsJudgedAsItIsForTheTimeBeing() throws {
        let july = CalendarDate(year: 2025, month: 7, day: 31)
        let figures = [("5.6", Lamp.green), ("5.4", .greenBehind), ("3", .red)]
        for (value, lamp) in figures {
            let row = try row(
                growth(.actual, value, 2025, months: 1...6), growth(.target, "5.5", 2025), unit: "元", asOf: july)
            #expect(row.lamp == lamp)
            #expect(row.isProvisional)
            #expect(!row.isFinal)
        }
    }

    @Test func theWholeYearStandsBeforeHalfOfIt() throws {
        let row = try row(
            growth(.actual, "5.8", 2025), growth(.actual, "5.6", 2025, months: 1...6), growth(.target, "5.5", 2025),
            unit: "元")
        #expect(row.latest?.value == Figures.number("5.8"))
    }

    @Test func halfAYearIsNotCarriedForwardOnceTheYearIsOver() throws {
        let row = try row(growth(.actual, "5.6", 2025, months: 1...6), growth(.target, "5.5", 2025), unit: "元")
        #expect(row.lamp == .none)
        #expect(row.ungraded == .dueNoData)
        #expect(row.latest?.value == Figures.number("5.6"))
    }

    @Test(arguments: zip(["5.8", "5.2"], [ProgressStatus.met, .notMet])) func anEstimateNeverJudgesFinally(
        _ value: String, _ status: ProgressStatus
    ) throws {
        let row = try row(
            growth(.actual, value, 2025, status: .estimated), growth(.target, "5.5", 2025), unit: "元")
        #expect(row.status == status)
        #expect(row.isProvisional)
    }

    // MARK: changes over years

    @Test func aReductionMeetsAPrintedChangeOfTheSameYears() throws {
        let row = try row(
            growth(.actual, "2.8", 2025, direction: -1),
            growth(.actual, "12.6", 2025, direction: -1, period: Self.plan),
            growth(.target, "14", 2025, direction: -1, period: Self.plan), direction: .down, unit: "吨")
        #expect(row.form == .reduction)
        #expect(row.latest?.value == Figures.number("12.6"))
        #expect(row.completion == Figures.number("0.9"))
        #expect(row.elapsed == 1)
        #expect(row.lamp == .red)
    }

    @Test func aReductionOfAYearMeetsTheChangeOfThatYear() throws {
        let row = try row(
            growth(.actual, "3.0", 2024, direction: -1),
            growth(.target, "1.6", 2024, direction: -1, comparator: .approximately), direction: .down, unit: "吨",
            asOf: CalendarDate(year: 2025, month: 12, day: 31))
        #expect(row.status == .met)
        #expect(row.lamp == .green)
    }

    @Test func aChangeSoFarIsSetAgainstTheTimeSoFar() throws {
        let row = try row(
            growth(.actual, "10.5", 2024, direction: -1, period: YearSpan(Year(2021), Year(2024))),
            growth(.target, "14", 2025, direction: -1, period: Self.plan), direction: .down, unit: "吨",
            asOf: CalendarDate(year: 2025, month: 7, day: 1))
        #expect(row.completion == Figures.number("0.75"))
        #expect(row.elapsed == Figures.number("0.8"))
        #expect(row.lamp == .greenBehind)
    }

    @Test func anAverageIsJudgedByAPrintedAverageAlone() throws {
        let row = try row(
            growth(.actual, "5.8", 2025),
            growth(.actual, "5.6", 2025, period: Self.plan, quote: "年均增长5.6%"),
            growth(.target, "6", 2025, comparator: .atLeast, period: Self.plan, quote: "年均增长6%以上"), unit: "元")
        #expect(row.form == .averageGrowth)
        #expect(row.latest?.value == Figures.number("5.6"))
        #expect(row.completion == Figures.number("0.9351159484"))
        #expect(row.lamp == .red)
    }

    // MARK: amounts

    @Test(arguments: zip(["4300", "3800", "3200"], [Lamp.green, .greenBehind, .yellow]))
    func halfAYearsAmountIsSetAgainstHalfTheYear(_ value: String, _ lamp: Lamp) throws {
        let row = try row(
            Figures.figure(.actual, value, 2025, unit: "张", measure: .increment, months: 1...6),
            Figures.figure(.target, "8000", 2025, unit: "张", measure: .increment, comparator: .atLeast), unit: "张",
            asOf: CalendarDate(year: 2025, month: 7, day: 31))
        #expect(row.elapsed == Figures.number("0.5"))
        #expect(row.lamp == lamp)
        #expect(row.isProvisional)
    }

    @Test func aLevelThatBuildsUpIsSetAgainstHalfTheYearToo() throws {
        let row = try row(
            Figures.figure(.actual, "40", 2025, unit: "吨", months: 1...6),
            Figures.figure(.target, "100", 2025, unit: "吨"),
            name: "粮食产量", unit: "吨", asOf: CalendarDate(year: 2025, month: 7, day: 31))
        #expect(row.completion == Figures.number("0.4"))
        #expect(row.elapsed == Figures.number("0.5"))
        #expect(row.lamp == .yellow)
    }

    @Test func anAmountOfAnotherYearSaysNothing() throws {
        let row = try row(
            Figures.figure(.actual, "40", 2024, unit: "个", measure: .increment),
            Figures.figure(.target, "40", 2025, unit: "个", measure: .increment), unit: "个")
        #expect(row.latest == nil)
        #expect(row.ungraded == .dueNoData)
    }

    @Test func aRunningTotalIsTheSumOfItsYears() throws {
        let row = try row(
            Figures.figure(.actual, "41", 2025, unit: "个", measure: .increment),
            Figures.figure(.actual, "183", 2025, unit: "个", measure: .increment, period: Self.plan),
            Figures.figure(.target, "180", 2025, unit: "个", measure: .increment, period: Self.plan), unit: "个")
        #expect(row.latest?.value == 183)
        #expect(row.status == .met)
        #expect(row.realised == Figures.number("1.0166666667"))
    }

    // MARK: levels

    @Test func aLaterYearNeverJudgesAnEarlierTarget() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020), Figures.figure(.actual, "70", 2024),
            Figures.figure(.target, "60", 2023))
        #expect(row.latest == nil)
        #expect(row.ungraded == .dueNoData)
        #expect(row.base?.value == 50)
    }

    @Test func anEarlierStandIsShownWithoutAFinalVerdict() throws {
        let july = CalendarDate(year: 2025, month: 7, day: 31)
        let row = try row(
            Figures.figure(.actual, "50", 2020), Figures.figure(.actual, "57.5", 2024),
            Figures.figure(.target, "60", 2025), asOf: july)
        #expect(row.latest?.year == Year(2024))
        #expect(row.lamp == .greenBehind)
        #expect(!row.isFinal)
        #expect(row.verdict == .asExpected)
    }

    @Test func onceTheYearIsOverTheStandIsShownWithoutALamp() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020), Figures.figure(.actual, "61", 2024),
            Figures.figure(.target, "60", 2025))
        #expect(row.latest?.value == 61)
        #expect(row.lamp == .none)
        #expect(row.ungraded == .dueNoData)
    }

    @Test(arguments: zip(["60", "59"], [Lamp.green, .none])) func withoutABaseAnOpenYearIsMetOrUngraded(
        _ value: String, _ lamp: Lamp
    ) throws {
        let row = try row(
            Figures.figure(.actual, value, 2025, bulletin: "a.txt"),
            Figures.figure(.target, "60", 2030, published: CalendarDate(year: 2021, month: 2)))
        #expect(row.lamp == lamp)
        #expect(row.ungraded == (lamp == .none ? .noBase : nil))
        #expect(row.verdict == (lamp == .green ? .ahead : nil))
    }

    @Test(arguments: zip([2022, 2023], [true, false])) func aFigureOfThePlansYearIsAnOutturnAndNoBase(
        _ year: Int, _ isBase: Bool
    ) throws {
        let row = try row(
            Figures.figure(.actual, "50", year),
            Figures.figure(.target, "66", 2027, published: CalendarDate(year: 2023, month: 1, day: 13)))
        #expect(row.base?.value == (isBase ? 50 : nil))
        #expect(row.latest?.value == (isBase ? nil : 50))
    }

    @Test func theOldLevelIsTheBaseAndNeverTheLatest() throws {
        let row = try row(
            Figures.figure(.actual, "3", nil, unit: "工作日", bulletin: "plan.txt", role: .oldLevel),
            Figures.figure(.actual, "2", 2025, unit: "工作日", bulletin: "a.txt"),
            Figures.figure(.target, "1", 2025, unit: "工作日", comparator: .atMost), direction: .down, unit: "工作日")
        #expect(row.base?.value == 3)
        #expect(row.latest?.value == 2)
        #expect(row.completion == Figures.number("0.5"))
        #expect(row.elapsed == nil)
        #expect(row.status == .missed)
    }

    @Test func whatAReportSaysOfTheYearBeforeIsBaseAndStand() throws {
        let row = try row(
            Figures.figure(.actual, "840", 2025, unit: "吨", bulletin: "plan.txt", source: .prose),
            Figures.figure(.target, "830", 2026, unit: "吨", comparator: .atLeast, source: .prose), unit: "吨")
        #expect(row.latest?.value == 840)
        #expect(row.status == .notStarted)
        #expect(row.lamp == .none)
    }

    @Test func acrossAChangedBaseOfStatisticsThereIsNoCompletion() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020, unit: "元"),
            Figures.figure(.actual, "55", 2024, unit: "元", quote: "收入55元，同口径增长3%"),
            Figures.figure(.target, "60", 2025, unit: "元"), unit: "元", asOf: CalendarDate(year: 2025, month: 5, day: 1))
        #expect(row.status == .notComparable)
        #expect(row.completion == nil)
        #expect(row.ungraded == .judgement)
    }

    // MARK: words

    @Test(arguments: zip(["56", "57", "61"], [ProgressVerdict.asExpected, .faster, .ahead])) func wordsBesideTheLamp(
        _ value: String, _ verdict: ProgressVerdict
    ) throws {
        // E is 0.5: 0.6 is ahead by ten points, which is as expected, 0.7 by more.
        let row = try row(
            Figures.figure(.actual, "50", 2020), Figures.figure(.actual, value, 2025),
            Figures.figure(.target, "60", 2030, published: CalendarDate(year: 2021, month: 2)))
        #expect(row.verdict == verdict)
        #expect(row.lamp == .green)
    }

    @Test func reachedInAnEarlierYearIsAheadOfTime() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020), Figures.figure(.actual, "60", 2024),
            Figures.figure(.actual, "61", 2025),
            Figures.figure(.target, "60", 2025))
        #expect(row.verdict == .ahead)
        #expect(row.isFinal)
    }

    @Test(arguments: zip(["99", "90"], ["100", "97.8"])) func aShareIsNeverExpectedBeyondTheWhole(
        _ latest: String, _ least: String
    ) throws {
        let row = try row(
            Figures.figure(.actual, "60", 2020), Figures.figure(.actual, latest, 2024),
            Figures.figure(.target, "100", 2025), asOf: CalendarDate(year: 2025, month: 5, day: 1))
        #expect(row.expectedByGrowth == 100 || row.expectedByGrowth.map { $0 < 100 } == true)
        #expect(row.expectedLinear == (latest == "99" ? 100 : Figures.number("97.5")))
    }

    @Test func undeterminedFiguresAreNeverAssessed() throws {
        let row = try row(Figures.figure(.undetermined, "61", 2025), Figures.figure(.target, "60", 2025))
        #expect(row.latest == nil)
    }
}
