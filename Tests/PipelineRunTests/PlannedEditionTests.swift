import Comparison
import Foundation
import History
import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

/// Two editions of the same bulletins, a year apart and with other figures of the office: `gongbao diff` finds what
/// was planned and nothing else, and the history keeps both beliefs.
final class PlannedEditionTests {
    private let folder = NSTemporaryDirectory() + "gongbao-planned-\(UUID().uuidString)"

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private static let before = [
        "EC-003,150600,2023,88,%,民政统计,,,", "EC-005,150600,2023,52.5,%,民政统计,,,P", "EC-013,150600,2023,90,%,教育统计,,,",
    ]
    /// EC-003 stands on another line, EC-005 is revised, EC-013 is gone, EC-009 is new.
    private static let after = [
        "EC-005,150600,2023,54,%,民政统计,,,", "EC-003,150600,2023,88,%,民政统计,,,", "EC-009,150600,2024,90,%,民政统计,,,",
    ]
    private static let planned: Set = [
        // The figure of 2024 judges no target of 2023.
        "new EC-009 2024 actual", "gone EC-013 2023 actual", "value-changed EC-005 2023 actual",
        "lamp-changed EC-009 2025 target", "status-changed EC-009 2025 target", "lamp-changed EC-013 2023 target",
        "lamp-changed EC-013 2025 target",
        "status-changed EC-013 2023 target", "status-changed EC-013 2025 target",
    ]

    @Test func theSamplesDifferAsPlanned() async throws {
        // Those without outturns of their own: a communiqué that the later edition is the first to count changes more.
        let samples = ["ordos-gazette-2023-1.txt", "wuhai-business-environment-2026.txt", "wuhai-plan-2023.txt"]
        try await expectPlannedChanges(samples.map { ProjectFolder.pipelines + "/bulletins/" + $0 })
    }

    @Test(.enabled(if: FileBytes.exists(ProjectFolder.sharedBulletins), "../shared/bulletins is absent"))
    func theRealBulletinsDifferAsPlanned() async throws {
        try await expectPlannedChanges([ProjectFolder.sharedBulletins])
    }

    private func expectPlannedChanges(_ bulletins: [String]) async throws {
        let library = try await edition("2023", of: bulletins, with: Self.before)
        _ = try await edition("2024", of: bulletins, with: Self.after)
        let output = "\(folder)/out"
        let difference = try EditionDifferenceRun(old: "2023", new: "2024", output: output, library: library).difference
        // A target whose plan begins in 2024 had not started a year before.
        let changes = difference.changes.filter { $0.old?.status != "not-started" }
        #expect(Set(changes.map(Self.text)) == Self.planned)
        #expect(changes.count == Self.planned.count)
        #expect(difference.wordingChanges.isEmpty)
        #expect(difference.count(of: .lampChanged) == 3)

        let vintages = try HistoryArchive(output: output).open().vintages(of: "EC-005", area: "150600")
        let revised = vintages.filter { $0.observation.key.year == "2023" && $0.observation.key.kind == "actual" }
        #expect(
            revised.map { "\($0.observation.value) \($0.realtimeStart) \($0.realtimeEnd)" } == [
                "52.5 2023-12-31 2024-12-30", "54 2024-12-31 9999-12-31",
            ])
    }

    private func edition(_ year: String, of bulletins: [String], with figures: [String]) async throws -> PipelineLibrary
    {
        let pipelines = "\(folder)/\(year)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: ProjectFolder.pipelines, toPath: pipelines)
        let file = "\(pipelines)/elderly-childcare/observations.csv"
        let header = String(decoding: try FileBytes.read(file), as: UTF8.self).split(separator: "\n")[0]
        let text = ([String(header)] + figures).joined(separator: "\n") + "\n"
        try EditionFolder.writeFile(Array(text.utf8), path: file)
        let (library, problems) = PipelineLibrary.load(from: pipelines)
        #expect(problems.isEmpty)
        let options = ReportOptions(
            bulletins: bulletins, output: "\(folder)/out", asOf: CalendarDate(iso: "\(year)-12-31"))
        _ = try await ReportRun(library: library, options: options).run()
        return library
    }

    private static func text(_ difference: RowDifference) -> String {
        guard let row = difference.new ?? difference.old else { return "" }
        return "\(difference.kind.rawValue) \(row.code) \(row.year) \(row.kind)"
    }
}
