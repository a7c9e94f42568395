import Assessment
import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@Suite struct YearComparisonTests {
    private func rows(
        _ observations: [Observation], unit: UnitCode = "%", name: String = "指标", direction: Direction = .up
    ) -> [YearComparison] {
        var library = PipelineLibrary()
        var problems: [Diagnostic] = []
        library.names = NameLexicon(path: ProjectFolder.pipelines + "/common/name-words.csv", problems: &problems)
        let indicator = Indicator(
            pipeline: Figures.pipeline, code: Figures.code, name: name, englishName: "indicator", unit: unit,
            direction: direction, aliases: [])
        library.pipelines = [
            Pipeline(id: Figures.pipeline, name: "样本", englishName: "sample", indicators: [indicator])
        ]
        return YearComparator(library: library).compare(observations, asOf: CalendarDate(year: 2024))
    }

    @Test func sharesChangeInPoints() throws {
        let row = try #require(
            rows([
                Figures.figure(.actual, "50", 2021), Figures.figure(.actual, "53.5", 2022),
                Figures.figure(.actual, "56", 2024), Figures.figure(.target, "60", 2025),
            ]).first)
        #expect(row.years.map(\.year.number) == [2021, 2022, 2024, 2025])
        #expect(row.years.map(\.change?.amount) == [nil, Figures.number("3.5"), nil, nil])
        #expect(row.years[1].change?.measure == .points)
        #expect(row.years.last?.target?.value == 60)
        #expect(row.average == YearChange(measure: .points, amount: 2))
    }

    @Test func amountsChangeInPerCent() throws {
        let row = try #require(
            rows(
                [
                    Figures.figure(.actual, "1000", 2021, unit: "吨"), Figures.figure(.actual, "1100", 2022, unit: "吨"),
                    Figures.figure(.actual, "1210", 2023, unit: "吨"),
                ], unit: "吨"
            ).first)
        #expect(row.latestChange == YearChange(measure: .relative, amount: DecimalNumber(significand: 1, exponent: -1)))
        #expect(row.average?.amount == Figures.number("0.1"))
        #expect(row.rank == 1)
    }

    @Test func smallCountsChangeByNumber() throws {
        let row = try #require(
            rows(
                [Figures.figure(.actual, "2", 2022, unit: "个"), Figures.figure(.actual, "7", 2023, unit: "个")],
                unit: "个"
            ).first)
        #expect(row.latestChange == YearChange(measure: .absolute, amount: 5))
    }

    @Test func noChangeOverABreak() throws {
        let row = try #require(
            rows([
                Figures.figure(.actual, "50", 2022), Figures.figure(.actual, "70", 2023, status: .breakInSeries),
            ]).first)
        #expect(row.latestChange == nil)
        #expect(row.average == nil)
        #expect(row.rank == nil)
        #expect(row.hasBreak)
    }

    @Test func unitsAreNotMixed() {
        let found = rows([
            Figures.figure(.actual, "50", 2022, unit: "吨"), Figures.figure(.actual, "70", 2023, unit: "元"),
        ])
        #expect(found.map(\.unit?.name) == ["元", "吨"])
        #expect(found.allSatisfy { $0.latestChange == nil })
    }

    @Test func moversAreRankedForBetterAndForWorseAndTiesShareAPlace() {
        func pair(_ qualifier: String, _ old: String, _ new: String) -> [Observation] {
            [
                Figures.figure(.actual, old, 2022, qualifier: qualifier),
                Figures.figure(.actual, new, 2023, qualifier: qualifier),
            ]
        }
        let found = rows(pair("a", "50", "52") + pair("b", "50", "41") + pair("c", "30", "28") + pair("d", "25", "26"))
        #expect(found.map(\.qualifier) == ["a", "b", "c", "d"])
        #expect(found.map(\.meaning) == [.better, .worse, .worse, .better])
        #expect(found.map(\.rank) == [1, 1, 2, 1])
    }

    @Test func whatStaysOrComesFromNothingHasNoRank() {
        let found = rows([
            Figures.figure(.actual, "50", 2022, qualifier: "a"), Figures.figure(.actual, "50", 2023, qualifier: "a"),
            Figures.figure(.actual, "0", 2022, qualifier: "b"), Figures.figure(.actual, "3", 2023, qualifier: "b"),
        ])
        #expect(found.map(\.meaning) == [.unchanged, .better])
        #expect(found.map(\.rank) == [nil, nil])
    }

    @Test func lessOfWhatShouldFallIsBetter() throws {
        let figures = [Figures.figure(.actual, "4.2", 2022), Figures.figure(.actual, "3.9", 2023)]
        #expect(try #require(rows(figures, direction: .down).first).meaning == .better)
        #expect(try #require(rows(figures).first).meaning == .worse)
        #expect(try #require(rows(figures, direction: .keep).first).meaning == nil)
    }

    @Test func aRateOfGrowthHasNoAverageAndNoRank() throws {
        let figures = [Figures.figure(.actual, "0.1", 2022), Figures.figure(.actual, "-4.3", 2023)]
        let row = try #require(rows(figures, name: "地区生产总值增长").first)
        #expect(row.isGrowthRate && row.average == nil && row.rank == nil)
        #expect(row.meaning == .worse)
        #expect(row.latestChange == YearChange(measure: .points, amount: try #require(Figures.number("-4.4"))))
    }
}
