import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

@Suite struct NoStatementCheckTests {
    @Test func aBulletinThatGaveNothingIsNamed() {
        var run = CheckFixture.run([CheckFixture.figure("床位", "5", "张")])
        run.bulletins.append(RunFindings.Bulletin(name: "silent.txt"))
        #expect(CheckFixture.notes("no-statement", on: run).map(\.bulletin) == ["silent.txt"])
    }
}
