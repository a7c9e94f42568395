import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

@Suite struct DuplicateProjectCheckTests {
    private func found(_ rows: String) -> [FindingNote] {
        CheckFixture.notes("duplicate-project", on: CheckFixture.run(table: "序号|项目名称|规模\n" + rows))
    }

    @Test func aProjectListedTwiceIsNamedWithItsRows() {
        let notes = found("1|甲矿|5\n2|乙矿|6\n3|甲矿|7")
        #expect(notes.map(\.subject) == ["甲矿"])
        #expect(notes.map(\.found) == [.list(.rows, ["1", "3"])])
    }

    @Test func phasesAndBlanksAreNoDuplicates() {
        #expect(found("1|甲矿一期|5\n2|甲矿二期|6\n3||7\n4||8").isEmpty)
    }
}
