import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

/// The shape of a plan's own table: a base column, two target years, and a supplied figure for one of them.
@Suite struct PlanTableTests {
    private func table(_ base: String?, _ first: String, _ second: String, latest: String? = nil) -> [Observation] {
        var figures: [Observation] = []
        if let base { figures.append(Figures.figure(.actual, base, 2021, bulletin: "plan.txt")) }
        figures.append(Figures.figure(.target, first, 2023))
        figures.append(Figures.figure(.target, second, 2025))
        if let latest {
            figures.append(Figures.figure(.actual, latest, 2023, supplied: true, bulletin: "observations.csv"))
        }
        return figures
    }

    @Test func withoutANewerFigureNothingIsClaimed() {
        let rows = Figures(observations: table("40", "56", "61")).rows()
        #expect(rows.map(\.reason) == ["no-latest", "no-latest"])
        #expect(rows.map(\.target.value) == [56, 61])
        #expect(rows.allSatisfy { $0.base?.value == 40 && $0.completion == nil && $0.lamp == .none })
    }

    @Test func theSuppliedFigureJudgesBothYears() {
        let rows = Figures(observations: table("40", "56", "61", latest: "56")).rows()
        #expect(rows.map(\.status) == [.achieved, .onTrack])
        #expect(rows.map(\.elapsed) == [1, Figures.number("0.5")])
        #expect(rows[1].completion == Figures.number("0.7619047619"))
        #expect(rows.map(\.lamp) == [.green, .green])
    }

    @Test func aDashForTheBaseLeavesMetOrNotMet() {
        let rows = Figures(observations: table(nil, "63", "65", latest: "64")).rows()
        #expect(rows.map(\.status) == [.met, .notMet])
        #expect(rows.map(\.reason) == ["no-base", "no-base"])
    }

    @Test func anUnchangedTargetIsKept() {
        let rows = Figures(observations: table("90", "90", "90", latest: "91")).rows()
        #expect(rows.map(\.form) == [.keep, .keep])
        #expect(rows.map(\.status) == [.met, .keep])
    }

    @Test func aLaterTargetBelowTheEarlierIsJudgedByItsOwnFigures() {
        let rows = Figures(observations: table("10", "25", "20", latest: "22")).rows()
        #expect(rows.map(\.status) == [.missed, .achieved])
    }
}
