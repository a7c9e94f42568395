import PipelineDefinition
import SourceText
import Testing

@Suite struct TaskSettingsTests {
    private func read(_ yaml: String) -> (settings: TaskSettings, problems: [String]) {
        let folder = TemporaryFolder(["tasks.yaml": yaml])
        var problems: [Diagnostic] = []
        let settings = TaskSettings(path: folder.path + "/tasks.yaml", problems: &problems)
        return (settings, problems.map { String($0.description.dropFirst(folder.path.count + 1)) })
    }

    @Test func daysAndStatusesAreRead() {
        let (settings, problems) = read(
            "due-soon: 60\nstatuses:\n  推进中: {english: In progress}\n  已销号: {english: Closed, closes: true}\n")
        #expect(problems == [])
        #expect(settings.dueSoonDays == 60)
        #expect(settings.statuses.map(\.name) == ["推进中", "已销号"])
        #expect(settings.statuses.map(\.englishName) == ["In progress", "Closed"])
        #expect(settings.closes("已销号") && !settings.closes("推进中") && !settings.closes("没有"))
    }

    @Test(arguments: [
        ("due-soon: -1\n", "tasks.yaml:1:11: error: due-soon: expected a number of days from 0"),
        ("due-son: 3\n", "tasks.yaml:1:1: error: unknown setting ‘due-son’; did you mean ‘due-soon’?"),
        ("statuses:\n  完: {closes: maybe}\n", "tasks.yaml:2:15: error: closes: expected true or false"),
        ("statuses:\n  完: {shut: true}\n", "tasks.yaml:2:7: error: unknown field ‘shut’; known are english, closes"),
        ("statuses: 3\n", "tasks.yaml:1:11: error: statuses: expected words such as ‘推进中: {english: In progress}’"),
    ])
    func mistakesAreReportedAtTheirPlace(yaml: String, problem: String) {
        #expect(read(yaml).problems == [problem])
    }
}
