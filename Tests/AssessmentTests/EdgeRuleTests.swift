import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

/// One test for each rule of Methods, “Edge rules”.
@Suite struct EdgeRuleTests {
    private func row(
        _ observations: Observation..., direction: Direction = .up, asOf: CalendarDate = CalendarDate(year: 2024)
    ) throws -> ProgressAssessment {
        try #require(Figures(direction: direction, observations: observations).rows(asOf: asOf).first)
    }

    @Test func achievedOverridesAndKeepsTheTrend() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020), Figures.figure(.actual, "61", 2023),
            Figures.figure(.target, "60", 2025))
        #expect(row.status == .achieved)
        #expect(row.trend == .onTrack)
        #expect(row.lamp == .green)
        #expect(row.neededPerYear == nil)
    }

    @Test func achievedWithAWorseningTrendSaysBoth() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020, unit: "‰"), Figures.figure(.actual, "48", 2023, unit: "‰"),
            Figures.figure(.target, "40", 2025, unit: "‰", comparator: .atLeast))
        // The base met the floor already: a floor to keep, and the figure falls.
        #expect(row.form == .keep)
        #expect(row.status == .keep)
        #expect(row.trend == .deteriorating)
    }

    @Test func targetEqualToTheBaseIsKeptAndNeverDivides() throws {
        let row = try row(
            Figures.figure(.actual, "90", 2020), Figures.figure(.actual, "91", 2021),
            Figures.figure(.actual, "89.5", 2022), Figures.figure(.actual, "90", 2023),
            Figures.figure(.target, "90", 2025))
        #expect(row.form == .keep)
        #expect(row.status == .keep)
        #expect(row.completion == Figures.number("0.6666666667"))
        #expect(row.pace == nil)
        #expect(row.lamp == .green)
    }

    @Test func keepNotMetNow() throws {
        let row = try row(
            Figures.figure(.actual, "90", 2020), Figures.figure(.actual, "89", 2023),
            Figures.figure(.target, "90", 2025))
        #expect(row.status == .notMet)
        #expect(row.lamp == .red)
        #expect(row.trend == .deteriorating)
        #expect(row.completion == 0)
    }

    /// From nothing to 11 of 18 in three years of five: no yearly growth exists, and the status follows the lamp's C and E.
    @Test(arguments: zip(["11", "4", "1"], [ProgressStatus.onTrack, .limited, .limited]))
    func aBaseOfZeroHasTheStatusOfItsCompletion(_ latest: String, _ status: ProgressStatus) throws {
        let row = try row(
            Figures.figure(.actual, "0", 2020, unit: "个"), Figures.figure(.actual, latest, 2023, unit: "个"),
            Figures.figure(.target, "18", 2025, unit: "个"))
        #expect(row.pace == nil)
        #expect(row.status == status)
        #expect((row.lamp == .green) == (status == .onTrack))
    }

    @Test func nothingKnownIsNotAssessable() throws {
        let row = try row(Figures.figure(.target, "90", 2025))
        #expect(row.status == .notAssessable)
        #expect(row.reason == "no-figures")
        #expect(row.lamp == .none)
    }

    @Test func baseAloneClaimsNoCompletion() throws {
        let row = try row(Figures.figure(.actual, "50", 2021), Figures.figure(.target, "60", 2023))
        #expect(row.status == .notAssessable)
        #expect(row.reason == "no-latest")
        #expect(row.base?.value == 50)
        #expect(row.latest == nil)
        #expect(row.completion == nil)
        #expect(row.elapsed == nil)
    }

    @Test(arguments: zip(["59", "60"], [ProgressStatus.notMet, .met])) func onePointIsMetOrNot(
        _ value: String, _ status: ProgressStatus
    ) throws {
        let row = try row(
            Figures.figure(.actual, value, 2023, bulletin: "other.txt"), Figures.figure(.target, "60", 2025))
        #expect(row.status == status)
        #expect(row.completion == nil)
        #expect(row.base == nil)
        #expect(row.reason == "no-base")
    }

    @Test(arguments: ["0", "-5"]) func baseOfZeroOrOtherSignGivesCompletionOnly(_ base: String) throws {
        let row = try row(
            Figures.figure(.actual, base, 2020), Figures.figure(.actual, "5", 2023),
            Figures.figure(.target, "10", 2025))
        #expect(row.completion == (base == "0" ? Figures.number("0.5") : Figures.number("0.6666666667")))
        #expect(row.pace == nil)
        #expect(row.expectedByGrowth == nil)
        #expect(row.neededIsGrowth == false)
        #expect(row.neededPerYear == Figures.number("2.5"))
        #expect(row.reason == "pace-undefined")
        #expect(row.lamp != Lamp.none)
    }

    @Test func negativeBaseTurnsTheSignOfThePace() throws {
        let row = try row(
            Figures.figure(.actual, "-10", 2020), Figures.figure(.actual, "-8", 2023),
            Figures.figure(.target, "-5", 2025))
        let pace = try #require(row.pace)
        #expect(pace > 0)
        #expect(row.completion == Figures.number("0.4"))
    }

    @Test(arguments: zip(["59", "60"], [ProgressStatus.missed, .achieved])) func theYearsOwnFigureIsFinal(
        _ value: String, _ status: ProgressStatus
    ) throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020), Figures.figure(.actual, value, 2023),
            Figures.figure(.target, "60", 2023))
        #expect(row.status == status)
        #expect(row.lamp == (status == .missed ? .red : .green))
        #expect(row.elapsed == 1)
        #expect(row.isFinal)
    }

    @Test func theFigureOfTheTargetYearDecidesEvenWhenALaterOneIsKnown() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020), Figures.figure(.actual, "58", 2023, bulletin: "a.txt"),
            Figures.figure(.actual, "61", 2024, bulletin: "a.txt"), Figures.figure(.target, "60", 2023))
        #expect(row.latest?.value == 58)
        #expect(row.status == .missed)
    }

    @Test func beforeTheBaseYearEndsItHasNotStarted() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2024, bulletin: "plan.txt"), Figures.figure(.target, "60", 2027))
        #expect(row.status == .notStarted)
        #expect(row.elapsed == 0)
    }

    @Test func differentUnitsAreAnErrorAndNoVerdict() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020, unit: "吨"), Figures.figure(.actual, "55", 2023, unit: "吨"),
            Figures.figure(.target, "60", 2025, unit: "元"))
        #expect(row.status == .notAssessable)
        #expect(row.reason == "unit-differs")
        #expect(row.completion == nil)
    }

    @Test func unknownUnitsAreNotCompared() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020), Figures.figure(.actual, "55", 2023, unit: nil),
            Figures.figure(.target, "60", 2025))
        #expect(row.reason == "unit-unknown")
    }

    @Test func provisionalFigureGivesAProvisionalVerdict() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020), Figures.figure(.actual, "55", 2023, status: .provisional),
            Figures.figure(.target, "60", 2025))
        #expect(row.isProvisional)
        #expect(row.status == .moderate || row.status == .limited || row.status == .onTrack)
    }

    @Test func breakBetweenBaseAndLatestIsNotComparable() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020), Figures.figure(.actual, "52", 2021, status: .breakInSeries),
            Figures.figure(.actual, "55", 2023), Figures.figure(.target, "60", 2025))
        #expect(row.status == .notComparable)
        #expect(row.reason == "break-in-series")
        #expect(row.completion == nil)
    }

    @Test func breakAtTheBaseItselfDoesNoHarm() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020, status: .breakInSeries), Figures.figure(.actual, "55", 2023),
            Figures.figure(.target, "60", 2025))
        #expect(row.completion == Figures.number("0.5"))
    }

    @Test func definitionOfOneEndOnlyIsNotComparable() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020, status: .definitionDiffers), Figures.figure(.actual, "55", 2023),
            Figures.figure(.target, "60", 2025))
        #expect(row.status == .notComparable)
    }

    @Test func comparatorSetsTheDirectionWhereTheIndicatorDoesNot() throws {
        let row = try row(
            Figures.figure(.actual, "20", 2020), Figures.figure(.actual, "15", 2023),
            Figures.figure(.target, "10", 2025, comparator: .atMost), direction: .keep)
        #expect(row.form == .level)
        #expect(row.completion == Figures.number("0.5"))
        #expect(try #require(row.pace) > 0)
    }

    @Test func aCeilingBelowTheBaseAsksToFallEvenWhereMoreIsBetter() throws {
        let row = try row(
            Figures.figure(.actual, "60", 2020), Figures.figure(.actual, "57", 2023),
            Figures.figure(.target, "55", 2025, comparator: .atMost))
        #expect(try #require(row.pace) > 0)
        #expect(row.status == .onTrack)
    }

    @Test func strictFloorIsNotReachedByItsOwnNumber() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020), Figures.figure(.actual, "60", 2023),
            Figures.figure(.target, "60", 2025, comparator: .moreThan))
        #expect(row.status != .achieved)
        #expect(row.completion == 1)
    }

    @Test func percentagePointsAddToTheBase() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020), Figures.figure(.actual, "51", 2023),
            Figures.figure(.target, "2", 2025, unit: .percentagePoint, measure: .change, changeDirection: 1))
        #expect(row.targetLevel == 52)
        #expect(row.completion == Figures.number("0.5"))
    }

    @Test func percentMultipliesTheBase() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020), Figures.figure(.actual, "50.5", 2023),
            Figures.figure(
                .target, "2", 2025, unit: .percent, measure: .change, period: YearSpan(Year(2021), Year(2025)),
                changeDirection: 1))
        #expect(row.targetLevel == 51)
        #expect(row.completion == Figures.number("0.5"))
    }

    @Test func bindingTargetsMayHaveStricterThresholds() throws {
        var figures = Figures()
        figures.thresholds.bindingGreenBehind = 5
        figures.thresholds.bindingRed = 8
        figures.observations = [
            Figures.figure(.actual, "100", 2020), Figures.figure(.actual, "125", 2023),
            Figures.figure(.target, "150", 2025, attribute: .binding),
        ]
        #expect(try #require(figures.rows().first).lamp == .red)
    }

    @Test func figuresAfterTheDayAreNotUsed() throws {
        let row = try row(
            Figures.figure(.actual, "50", 2020), Figures.figure(.actual, "55", 2022),
            Figures.figure(.actual, "59", 2024), Figures.figure(.target, "60", 2025),
            asOf: CalendarDate(year: 2023, month: 6, day: 30))
        #expect(row.latest?.value == 55)
    }
}
