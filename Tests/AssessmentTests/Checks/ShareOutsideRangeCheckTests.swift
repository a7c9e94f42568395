import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

@Suite struct ShareOutsideRangeCheckTests {
    private func found(_ indicator: String, _ value: String, _ measure: StatementMeasure = .level) -> [FindingText] {
        CheckFixture.notes(
            "share-outside-range", on: CheckFixture.run([CheckFixture.figure(indicator, value, "%", measure: measure)])
        ).map(\.found)
    }

    @Test func aShareCannotExceedItsWhole() {
        #expect(found("托位占比", "106") == ["106%"])
        #expect(found("参保率", "100").isEmpty)
        #expect(found("覆盖率", "-1") == ["-1%"])
    }

    @Test func growthAndRatesThatMayExceedAHundredPass() {
        #expect(found("产值增长率", "120").isEmpty)
        #expect(found("产能利用率", "101").isEmpty)
        #expect(found("参保率", "120", .change).isEmpty)
        #expect(found("产值", "120").isEmpty)
    }
}
