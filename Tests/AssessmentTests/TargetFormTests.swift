import Assessment
import StatisticalModel
import Testing

/// Each row of the formula table beside level, through the whole stage.
@Suite struct TargetFormTests {
    private func row(
        _ observations: Observation..., direction: Direction = .up, unit: UnitCode = "%",
        asOf: CalendarDate = CalendarDate(year: 2024)
    ) throws -> ProgressAssessment {
        try #require(Figures(direction: direction, unit: unit, observations: observations).rows(asOf: asOf).first)
    }

    @Test func cumulativeAddsUpTheYears() throws {
        let plan = YearSpan(Year(2021), Year(2025))
        let row = try row(
            Figures.figure(.actual, "10", 2021, unit: "个", measure: .increment),
            Figures.figure(.actual, "12", 2022, unit: "个", measure: .increment),
            Figures.figure(.actual, "8", 2023, unit: "个", measure: .increment),
            Figures.figure(.target, "50", 2025, unit: "个", measure: .increment, period: plan), unit: "个")
        #expect(row.form == .cumulative)
        #expect(row.latest?.value == 30)
        #expect(row.completion == Figures.number("0.6"))
        #expect(row.elapsed == Figures.number("0.6"))
        #expect(row.gap == 0)
        #expect(row.neededPerYear == 10)
        #expect(!row.neededIsGrowth)
        #expect(row.status == .onTrack)
        #expect(row.required == 30)
        #expect(row.arrivalYear == Year(2025))
    }

    @Test func cumulativeWithAMissingYearHasNoSum() throws {
        let plan = YearSpan(Year(2021), Year(2025))
        let row = try row(
            Figures.figure(.actual, "10", 2021, unit: "个", measure: .increment),
            Figures.figure(.actual, "8", 2023, unit: "个", measure: .increment),
            Figures.figure(.target, "50", 2025, unit: "个", measure: .increment, period: plan), unit: "个")
        #expect(row.reason == "gap-in-series")
        #expect(row.completion == nil)
    }

    @Test func cumulativeFigureOfSeveralYearsCountsOnce() throws {
        let plan = YearSpan(Year(2021), Year(2025))
        let row = try row(
            Figures.figure(.actual, "10", 2021, unit: "个", measure: .increment),
            Figures.figure(
                .actual, "25", 2022, unit: "个", measure: .increment, period: YearSpan(Year(2021), Year(2022))),
            Figures.figure(.actual, "5", 2023, unit: "个", measure: .increment),
            Figures.figure(.target, "60", 2025, unit: "个", measure: .increment, period: plan), unit: "个")
        #expect(row.latest?.value == 30)
        #expect(row.completion == Figures.number("0.5"))
    }

    @Test(
        arguments: zip(
            [CalendarDate(year: 2024, month: 6, day: 30), CalendarDate(year: 2024, month: 6)],
            ["0.4972677596", "0.5"]))
    func withinAYearTheDaysCount(_ day: CalendarDate, _ elapsed: String) throws {
        let row = try row(
            Figures.figure(.actual, "30", 2024, unit: "个", measure: .increment, day: day),
            Figures.figure(.target, "50", 2024, unit: "个", measure: .increment), unit: "个",
            asOf: CalendarDate(year: 2024, month: 9, day: 30))
        #expect(row.form == .withinYear)
        #expect(row.completion == Figures.number("0.6"))
        #expect(row.elapsed == Figures.number(elapsed))
        #expect(row.lamp == .green)
    }

    @Test func beforeItsPlanAnAmountHasNotStarted() throws {
        let plan = YearSpan(Year(2026), Year(2030))
        let planned = try row(
            Figures.figure(.target, "50", 2030, unit: "个", measure: .increment, period: plan), unit: "个")
        #expect(planned.status == .notStarted)
        let unplanned = try row(Figures.figure(.target, "50", 2025, unit: "个", measure: .increment), unit: "个")
        #expect(unplanned.status == .notAssessable)
        #expect(unplanned.reason == "no-latest")
    }

    @Test func aStockIsNoProgressOfAnAmount() throws {
        let plan = YearSpan(Year(2021), Year(2025))
        let row = try row(
            Figures.figure(.actual, "100", 2020, unit: "个"), Figures.figure(.actual, "130", 2023, unit: "个"),
            Figures.figure(.target, "50", 2025, unit: "个", measure: .increment, period: plan), unit: "个")
        #expect(row.reason == "no-latest")
        #expect(row.latest == nil)
        #expect(row.ungraded == .openNoData)
    }

    @Test func averageGrowthIsReadFromTheWords() throws {
        let row = try row(
            Figures.figure(.actual, "100", 2020, unit: "元"), Figures.figure(.actual, "121", 2022, unit: "元"),
            Figures.figure(
                .target, "10", 2025, unit: "%", measure: .change, changeDirection: 1, quote: "总产值年均增长10%以上"),
            unit: "元")
        #expect(row.form == .averageGrowth)
        #expect(row.completion == Figures.number("0.4"))
        #expect(row.elapsed == Figures.number("0.4"))
        #expect(row.targetLevel == Figures.number("161.051"))
        #expect(row.pace == 1)
        #expect(row.required == 121)
        #expect(row.neededPerYear == Figures.number("0.1"))
    }

    @Test func wordsOfAnotherClauseDoNotMakeAnAverage() throws {
        let row = try row(
            Figures.figure(.actual, "100", 2020, unit: "元"), Figures.figure(.actual, "110", 2022, unit: "元"),
            Figures.figure(
                .target, "20", 2025, unit: "%", measure: .change, period: YearSpan(Year(2021), Year(2025)),
                changeDirection: 1, quote: "人口年均增长1%，总产值增长20%"),
            unit: "元")
        #expect(row.form == .level)
        #expect(row.targetLevel == 120)
        #expect(row.completion == Figures.number("0.5"))
    }

    @Test func reductionByPercent() throws {
        let row = try row(
            Figures.figure(.actual, "200", 2020, unit: "吨"), Figures.figure(.actual, "190", 2023, unit: "吨"),
            Figures.figure(
                .target, "10", 2025, unit: "%", measure: .change, comparator: .atLeast, changeDirection: -1),
            direction: .down, unit: "吨")
        #expect(row.form == .reduction)
        #expect(row.targetLevel == 180)
        #expect(row.completion == Figures.number("0.5"))
        #expect(row.required == 188)
        #expect(row.status == .limited || row.status == .moderate)
    }

    @Test func reductionByMoreThanAskedIsAchieved() throws {
        let row = try row(
            Figures.figure(.actual, "200", 2020, unit: "吨"), Figures.figure(.actual, "179", 2023, unit: "吨"),
            Figures.figure(
                .target, "10", 2025, unit: "%", measure: .change, comparator: .atLeast, changeDirection: -1),
            direction: .down, unit: "吨")
        #expect(row.status == .achieved)
    }

    @Test func intervalInside() throws {
        let row = try row(
            Figures.figure(.actual, "10", 2020), Figures.figure(.actual, "16", 2023),
            Figures.figure(.target, "15", 2025, comparator: .range, upper: "25"))
        #expect(row.form == .interval)
        #expect(row.completion == 1)
        #expect(row.status == .met)
        #expect(row.lamp == .green)
    }

    @Test func intervalOutsideMeasuresTheDistanceToTheNearestEnd() throws {
        let row = try row(
            Figures.figure(.actual, "5", 2020), Figures.figure(.actual, "12", 2023),
            Figures.figure(.target, "15", 2025, comparator: .range, upper: "25"))
        #expect(row.completion == Figures.number("0.7"))
        #expect(row.required == 15)
        // C/E = 0.7/0.6: ahead of the time, as its lamp says.
        #expect(row.status == .onTrack)
        #expect(row.lamp == .green)
    }

    @Test func targetInWordsIsKeptWithoutAVerdict() throws {
        let row = try row(
            Figures.figure(.actual, "5", 2020), Figures.figure(.actual, "12", 2023),
            Figures.figure(.target, nil, 2025))
        #expect(row.form == .qualitative)
        #expect(row.status == .notAssessable)
        #expect(row.reason == "in-words")
    }

    @Test(arguments: zip(["1", "0"], [ProgressStatus.met, .notMet])) func yesOrNo(
        _ answer: String, _ status: ProgressStatus
    ) throws {
        let row = try row(
            Figures.figure(.actual, answer, 2023, unit: "", supplied: true),
            Figures.figure(.target, nil, 2025, unit: nil), unit: "")
        #expect(row.status == status)
        #expect(row.completion == Figures.number(answer))
    }

    @Test func incrementInPointsIsALevel() throws {
        let row = try row(
            Figures.figure(.actual, "30", 2020), Figures.figure(.actual, "33", 2023),
            Figures.figure(.target, "5", 2025, unit: .percentagePoint, measure: .increment))
        #expect(row.targetLevel == 35)
        #expect(row.completion == Figures.number("0.6"))
    }

    @Test func amountTakenOffTheBase() throws {
        let row = try row(
            Figures.figure(.actual, "20", 2020, unit: "天"), Figures.figure(.actual, "17", 2023, unit: "天"),
            Figures.figure(.target, "6", 2025, unit: "天", measure: .change, changeDirection: -1), direction: .down,
            unit: "天")
        #expect(row.targetLevel == 14)
        #expect(row.completion == Figures.number("0.5"))
    }
}
