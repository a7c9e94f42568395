import Assessment
import PipelineDefinition
import StatisticalModel
import Testing

@Suite struct OutcomeCheckTests {
    @Test(arguments: OutcomeCheck.all.map(\.name)) func everyCheckHasItsRowWithWords(name: String) throws {
        let setting = try #require(CheckFixture.library.checks[name])
        #expect(setting.severity != nil)
        #expect(!setting.chinese.isEmpty && !setting.english.isEmpty)
    }

    @Test func namesAreUnique() {
        #expect(Set(OutcomeCheck.all.map(\.name)).count == OutcomeCheck.all.count)
    }

    @Test func severityIsASetting() {
        var library = CheckFixture.library
        let run = RunFindings(bulletins: [RunFindings.Bulletin(name: "silent.txt")])
        library.checks["no-statement"]?.severity = .error
        #expect(CheckFixture.notes("no-statement", on: run, library: library).map(\.severity) == [.error])
        library.checks["no-statement"]?.isOff = true
        #expect(CheckFixture.notes("no-statement", on: run, library: library).isEmpty)
    }
}
