import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

@Suite struct CellsUnassignedCheckTests {
    @Test func eachColumnWithOpenCellsGetsARow() {
        let run = CheckFixture.run(table: "项目|风电|光伏\n甲|?|5\n乙|?|6\n丙|7|8")
        let found = CheckFixture.notes("cells-unassigned", on: run)
        #expect(found.map(\.subject) == ["表1：风电"])
        #expect(found.map(\.found) == [.phrase(.cellsUnassigned, ["3", "2"])])
    }
}
