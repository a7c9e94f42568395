import Comparison
import Foundation
import History
import PipelineDefinition
import Publishing
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

/// A rerun of an edition: untouched where nothing changed, else replaced with word of what changed.
final class EditionReplacementTests {
    private let folder = NSTemporaryDirectory() + "gongbao-replacement-\(UUID().uuidString)"
    private let library = ProjectFolder.library

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func run(share: String, language: ReportLanguage = .chinese) async throws -> ReportOutcome {
        let text = "平川市2024年养老服务计划\n\n到2025年，养老机构护理型床位占比达到\(share)%以上，新增普惠托位1200个。\n"
        try EditionFolder.writeFile(Array(text.utf8), path: "\(folder)/plan.txt")
        let options = ReportOptions(
            bulletins: ["\(folder)/plan.txt"], output: "\(folder)/out", asOf: CalendarDate(iso: "2024-12-31"),
            language: language)
        return try await ReportRun(library: library, options: options).run()
    }

    private func modified() throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: "\(folder)/out/2024/run.json")[.modificationDate] as? Date
    }

    @Test func theFirstRunReplacesNothing() async throws {
        let outcome = try await run(share: "60")
        guard case .first = outcome.replacement else { return #expect(Bool(false), "\(outcome.replacement)") }
        #expect(ReportSummary(outcome).text.split(separator: "\n").count == 1)
    }

    @Test func theSameInputsLeaveTheFilesUntouched() async throws {
        _ = try await run(share: "60")
        let first = try modified()
        let outcome = try await run(share: "60")
        guard case .unchanged = outcome.replacement else { return #expect(Bool(false), "\(outcome.replacement)") }
        #expect(try modified() == first)
        #expect(ReportSummary(outcome).text.hasSuffix("与原有版本完全相同，未改动"))
        #expect(try FileBytes.list("\(folder)/out") == ["2024", "history.sqlite"])
    }

    @Test func anotherFigureIsTold() async throws {
        _ = try await run(share: "60")
        let outcome = try await run(share: "65")
        guard case .changed(let run, let files) = outcome.replacement else {
            return #expect(Bool(false), "\(outcome.replacement)")
        }
        #expect(run.difference.changes.map(\.kind) == [.targetTightened])
        #expect(files.contains("indicators.csv") && files.contains("progress.xlsx"))
        let text = ReportSummary(outcome).text
        #expect(text.contains("目标提高要求 (1)") && text.contains("65") && text.contains("2024（原） → 2024（新）"))
    }

    /// The figures are the same: only the files in English differ.
    @Test func anotherLanguageChangesFilesAlone() async throws {
        _ = try await run(share: "60")
        let outcome = try await run(share: "60", language: .english)
        guard case .changed(let run, let files) = outcome.replacement else {
            return #expect(Bool(false), "\(outcome.replacement)")
        }
        #expect(run.difference.isEmpty)
        #expect(files.contains("progress.xlsx") && !files.contains("indicators.csv"))
        #expect(ReportSummary(outcome).text.contains("The editions do not differ"))
    }

    @Test func anEditionThatCannotBeReadIsReplacedAllTheSame() async throws {
        _ = try await run(share: "60")
        try EditionFolder.writeFile(Array("a,b\n\"1,2\n".utf8), path: "\(folder)/out/2024/indicators.csv")
        let outcome = try await run(share: "60")
        guard case .unreadable(_, let files) = outcome.replacement else {
            return #expect(Bool(false), "\(outcome.replacement)")
        }
        #expect(files == ["indicators.csv"])
        #expect(ReportSummary(outcome).text.contains("原有版本无法对比"))
        #expect(outcome.edited != nil && outcome.foreignFiles == ["indicators.csv"])
    }

    @Test func aBulletinThatIsMissingKeepsEditionAndHistory() async throws {
        try EditionFolder.writeFile(Array("白山市2024年工作要点\n\n到2025年，养老床位达到500张。\n".utf8), path: "\(folder)/in/more.txt")
        try EditionFolder.writeFile(Array("平川市2024年计划\n\n到2025年，普惠托位达到90个。\n".utf8), path: "\(folder)/in/plan.txt")
        var options = ReportOptions(
            bulletins: ["\(folder)/in"], output: "\(folder)/out", asOf: CalendarDate(iso: "2024-12-31"))
        _ = try await ReportRun(library: library, options: options).run()
        let history = try FileBytes.read("\(folder)/out/history.sqlite")
        let first = try modified()
        for text in ["", "\u{0}\u{1}\u{2}\u{3}"] {
            try EditionFolder.writeFile(Array(text.utf8), path: "\(folder)/in/more.txt")
            let outcome = try await ReportRun(library: library, options: options).run()
            guard case .missingInputs = outcome.replacement else {
                return #expect(Bool(false), "\(outcome.replacement)")
            }
            #expect(outcome.exitStatus == 1)
            #expect(outcome.diagnostics.last?.code == .inputMissing(edition: "2024"))
            #expect(outcome.diagnostics.last?.path == "more.txt")
            #expect(ReportSummary(outcome).text.hasPrefix("有公报没有读到"))
            #expect(try modified() == first)
            #expect(try FileBytes.read("\(folder)/out/history.sqlite") == history)
        }
        try FileManager.default.removeItem(atPath: "\(folder)/in/more.txt")
        options.allowsMissing = true
        let outcome = try await ReportRun(library: library, options: options).run()
        #expect(outcome.exitStatus == 0)
        #expect(try modified() != first)
        // What is renamed is not missing.
        try FileManager.default.moveItem(atPath: "\(folder)/in/plan.txt", toPath: "\(folder)/in/moved.txt")
        options.allowsMissing = false
        #expect(try await ReportRun(library: library, options: options).run().exitStatus == 0)
    }

    @Test func aDryRunTellsAndWritesNothing() async throws {
        _ = try await run(share: "60")
        let before = try modified()
        let text = "平川市2024年养老服务计划\n\n到2025年，养老机构护理型床位占比达到65%以上，新增普惠托位1200个。\n"
        try EditionFolder.writeFile(Array(text.utf8), path: "\(folder)/plan.txt")
        var options = ReportOptions(
            bulletins: ["\(folder)/plan.txt"], output: "\(folder)/out", asOf: CalendarDate(iso: "2024-12-31"))
        options.isDryRun = true
        let outcome = try await ReportRun(library: library, options: options).run()
        guard case .changed(let run, _) = outcome.replacement else {
            return #expect(Bool(false), "\(outcome.replacement)")
        }
        #expect(run.difference.changes.map(\.kind) == [.targetTightened])
        #expect(ReportSummary(outcome).text.hasSuffix("试运行：没有改动任何文件"))
        #expect(try modified() == before)
        #expect(try FileBytes.list("\(folder)/out") == ["2024", "history.sqlite"])
    }

    /// A run is the latest belief of its series, though its edition was known before another's.
    @Test func aRerunBringsItsBeliefsBack() async throws {
        _ = try await run(share: "60")
        let archive = HistoryArchive(output: "\(folder)/out")
        func believed() throws -> [String] {
            try archive.open().vintages(of: "养老机构护理型床位占比").filter(\.isCurrent).map(\.observation.value)
        }
        let full = try believed()
        let text = "平川市2024年工作要点\n\n到2025年，养老机构护理型床位占比达到70%以上。\n"
        try EditionFolder.writeFile(Array(text.utf8), path: "\(folder)/other.txt")
        var options = ReportOptions(
            bulletins: ["\(folder)/other.txt"], output: "\(folder)/out", asOf: CalendarDate(iso: "2024-12-31"),
            edition: "2024-12")
        _ = try await ReportRun(library: library, options: options).run()
        #expect(try believed() != full)
        _ = try await run(share: "60")
        #expect(try believed() == full)
        options.edition = "2025"
        options.isRecorded = false
        _ = try await ReportRun(library: library, options: options).run()
        #expect(try believed() == full)
        _ = try archive.rebuild()
        #expect(try archive.open().runDates() == ["2024-12-31"])
    }
}
