import Assessment
import StatisticalModel
import Testing

@Suite struct RotatedTableCheckTests {
    @Test func eachNoteOfARotatedTableGetsARow() {
        var table = CheckFixture.table("序号|任务\n1|甲\n3|乙", form: .rotated)
        table.notes = [.missingNumbers([2]), .unplacedLines(8...9)]
        let run = RunFindings(bulletins: [RunFindings.Bulletin(name: CheckFixture.bulletin, tables: [table])])
        let found = CheckFixture.notes("rotated-table", on: run)
        #expect(found.map(\.found) == table.notes.map(FindingText.note))
        #expect(found.map(\.subject) == ["表1", "表1"])
    }

    @Test func aFootnoteOfAnotherTableIsNoFinding() {
        var table = CheckFixture.table("项目|数量\n甲|1")
        table.notes = [.printed("注：不含在建项目")]
        let run = RunFindings(bulletins: [RunFindings.Bulletin(name: CheckFixture.bulletin, tables: [table])])
        #expect(CheckFixture.notes("rotated-table", on: run).isEmpty)
    }
}
