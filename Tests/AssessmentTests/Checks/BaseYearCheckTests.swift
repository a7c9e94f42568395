import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

@Suite struct BaseYearCheckTests {
    @Test(arguments: [(2020, 0), (2025, 0), (2030, 1)]) func theBaseLiesBeforeTheTarget(base: Int, count: Int) {
        var item = CheckFixture.figure("能耗", "12", "%", year: 2025, measure: .change)
        item.statement.baseYear = Year(base)
        #expect(CheckFixture.notes("base-year", on: CheckFixture.run([item])).count == count)
    }
}
