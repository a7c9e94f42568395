import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

@Suite struct RestatementCheckTests {
    private func observation(_ item: NormalizedStatement) -> Observation {
        Observation(
            sources: [item.statement], indicator: item.indicator, indicatorName: item.statement.indicator,
            kind: .target, value: item.baseValue, unit: item.baseUnit, year: item.statement.year)
    }

    private func conflict(_ left: NormalizedStatement, _ right: NormalizedStatement) -> RunFindings {
        var run = CheckFixture.run([left, right])
        run.conflicts = [FigureConflict(observations: run.statements.map(observation), rule: .laterDocument)]
        return run
    }

    @Test func bothValuesAreShownWithTheirPlaces() {
        let run = conflict(
            CheckFixture.figure("煤制油产量", "500", "万吨", code: "X-1", line: 4),
            CheckFixture.figure("煤制油产量", "560", "万吨", code: "X-1", line: 9))
        let found = CheckFixture.notes("restatement", on: run)
        #expect(found.map(\.expected) == ["500万吨（plan.txt：4）"])
        #expect(found.map(\.found) == ["560万吨（plan.txt：9）"])
        #expect(found.first?.line == 4)
    }

    @Test func namesWithoutACodeProveNothing() {
        let run = conflict(CheckFixture.figure("资金", "400", "万元"), CheckFixture.figure("资金", "500", "万元"))
        #expect(CheckFixture.notes("restatement", on: run).isEmpty)
    }

    /// 累计2980户 over five years, and 720户 of one: two figures, none of which restates the other.
    @Test func aRunningTotalRestatesNoYear() {
        func notes(_ quote: String) -> [FindingText] {
            let run = CheckFixture.run([
                CheckFixture.figure(
                    "适老化改造", "2980", "户", year: 2025, kind: .actual, code: "X-1", origin: .sentence, quote: quote),
                CheckFixture.figure(
                    "适老化改造", "720", "户", year: 2025, kind: .actual, code: "X-1", origin: .title, quote: "完成适老化改造720户"),
            ])
            return CheckFixture.notes("restatement", on: run).map(\.found)
        }
        #expect(notes("累计完成适老化改造2980户") == [])
        #expect(notes("2025年完成适老化改造2980户") == ["720户（plan.txt：1）"])
    }

    private func present(_ value: String, dated: Int) -> [FindingNote] {
        let run = CheckFixture.run(
            [
                CheckFixture.figure("床位占比", value, "%", year: 2025, kind: .actual, code: "X-1", origin: .title),
                CheckFixture.figure("床位占比", "40", "%", year: dated, kind: .actual, code: "X-1", origin: .header),
            ], published: CalendarDate(year: 2022, month: 11))
        return CheckFixture.notes("restatement", on: run)
    }

    @Test func anUndatedFigureIsSetAgainstTheDocumentsOwnRecentOne() {
        #expect(present("56", dated: 2021).map(\.found) == ["56%（plan.txt：1）"])
        #expect(present("40.0", dated: 2021).isEmpty)
        #expect(present("56", dated: 2018).isEmpty)
    }
}
