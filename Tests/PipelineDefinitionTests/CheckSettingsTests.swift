import PipelineDefinition
import SourceText
import StatisticalModel
import Testing

@Suite struct CheckSettingsTests {
    private func read(_ rows: String) -> (settings: CheckSettings, problems: [Diagnostic]) {
        let folder = TemporaryFolder([
            "checks.csv": "check,severity,threshold,words,exceptions,chinese,english\n" + rows
        ])
        var problems: [Diagnostic] = []
        let settings = CheckSettings(path: folder.path + "/checks.csv", problems: &problems)
        return (settings, problems)
    }

    @Test func aRowGivesSeverityThresholdAndWords() throws {
        let (settings, problems) = read("table-total,error,0.05,合计|小计,率,合计不符,totals\n")
        let setting = try #require(settings["table-total"])
        #expect(problems.isEmpty)
        #expect(setting.severity == .error)
        #expect(setting.threshold == DecimalNumber("0.05"))
        #expect(setting.words.value(of: "小计".utf8) == true)
        #expect(setting.exceptions.value(of: "率".utf8) == true)
        #expect(setting.chinese == "合计不符")
    }

    @Test(arguments: ["a,grave,,,,,\n", "a,warning,much,,,,\n", "a,info,,,,,\na,info,,,,,\n"])
    func mistakesAreProblemsWithTheirLine(rows: String) {
        let problems = read(rows).problems
        #expect(problems.count == 1)
        #expect(problems.first?.position != nil)
    }

    @Test func severitiesApplyToTheFindingsOfStages() {
        let settings = read("a,error,,,,,\nb,off,,,,,\nc,,,,,,\n").settings
        let notes = ["a", "b", "c", "d"].map { FindingNote(check: $0, severity: .info) }
        let applied = settings.applied(to: notes)
        #expect(applied.map(\.check) == ["a", "c", "d"])
        #expect(applied.map(\.severity) == [.error, .info, .info])
    }
}
