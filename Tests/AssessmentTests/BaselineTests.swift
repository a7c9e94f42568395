import Assessment
import StatisticalModel
import Testing

/// Which figure is the base.
@Suite struct BaselineTests {
    private func row(_ figures: Figures) throws -> ProgressAssessment {
        try #require(figures.rows().first)
    }

    @Test func suppliedBaselineComesFirst() throws {
        var figures = Figures(baselineYears: [2020])
        figures.observations = [
            Figures.figure(.actual, "40", 2020, supplied: true, bulletin: "baselines.csv", table: nil),
            Figures.figure(.actual, "50", 2021, bulletin: "plan.txt"),
            Figures.figure(.actual, "55", 2023, supplied: true),
            Figures.figure(.target, "60", 2025),
        ]
        #expect(try row(figures).base?.value == 40)
    }

    @Test func elseTheFigureBesideTheTargetInThePlansTable() throws {
        var figures = Figures()
        figures.observations = [
            Figures.figure(.actual, "30", 2019, bulletin: "plan.txt"),
            Figures.figure(.actual, "50", 2021, bulletin: "plan.txt"),
            Figures.figure(.actual, "41", 2022, bulletin: "news.txt"),
            Figures.figure(.actual, "55", 2023, supplied: true, bulletin: "observations.csv"),
            Figures.figure(.target, "58", 2023), Figures.figure(.target, "60", 2025),
        ]
        for row in figures.rows() {
            #expect(row.base?.value == 50)
            #expect(row.latest?.value == 55)
        }
        #expect(figures.rows().count == 2)
    }

    @Test func theBaseYearThatTheTargetNamesDecides() throws {
        var figures = Figures()
        figures.observations = [
            Figures.figure(.actual, "45", 2020, bulletin: "other.txt"),
            Figures.figure(.actual, "50", 2021, bulletin: "plan.txt"),
            Figures.figure(.actual, "55", 2023), Figures.figure(.target, "60", 2025, baseYear: 2020),
        ]
        #expect(try row(figures).base?.value == 45)
    }

    @Test func elseTheYearBeforeThePlan() throws {
        var figures = Figures()
        figures.observations = [
            Figures.figure(.actual, "40", 2018, bulletin: "a.txt"),
            Figures.figure(.actual, "45", 2020, bulletin: "a.txt"),
            Figures.figure(.actual, "47", 2021, bulletin: "a.txt"),
            Figures.figure(.actual, "50", 2023, bulletin: "a.txt"), Figures.figure(.target, "60", 2025),
        ]
        #expect(try row(figures).base?.value == 45)
    }

    @Test func ofOneYearTheSuppliedFigureIsTheLatest() throws {
        var figures = Figures()
        figures.observations = [
            Figures.figure(.actual, "50", 2021, bulletin: "plan.txt"),
            Figures.figure(.actual, "54", 2023, bulletin: "a.txt"),
            Figures.figure(.actual, "55", 2023, supplied: true, bulletin: "observations.csv"),
            Figures.figure(.target, "60", 2025),
        ]
        #expect(try row(figures).latest?.value == 55)
    }

    @Test func theOrderOfObservationsChangesNothing() throws {
        var figures = Figures()
        figures.observations = [
            Figures.figure(.actual, "50", 2021, bulletin: "plan.txt", line: 4),
            Figures.figure(.actual, "51", 2021, bulletin: "plan.txt", line: 3),
            Figures.figure(.actual, "55", 2023, bulletin: "b.txt"),
            Figures.figure(.actual, "56", 2023, bulletin: "a.txt"),
            Figures.figure(.target, "60", 2025), Figures.figure(.target, "62", 2025, line: 9),
        ]
        let rows = figures.rows().map { [$0.base?.value, $0.latest?.value, $0.target.value] }
        figures.observations.reverse()
        #expect(figures.rows().map { [$0.base?.value, $0.latest?.value, $0.target.value] } == rows)
        #expect(rows == [[51, 56, 60], [51, 56, 62]])
    }

    @Test func qualifiersAreSeriesOfTheirOwn() throws {
        var figures = Figures()
        figures.observations = [
            Figures.figure(.actual, "50", 2021, qualifier: "城市"), Figures.figure(.actual, "30", 2021, qualifier: "农村"),
            Figures.figure(.target, "60", 2025, qualifier: "农村"),
        ]
        #expect(try row(figures).base?.value == 30)
    }
}
