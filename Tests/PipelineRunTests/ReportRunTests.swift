import Foundation
import PipelineDefinition
import Publishing
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

@Suite struct ReportRunTests {
    private let library = ProjectFolder.library
    private let folder = NSTemporaryDirectory() + "gongbao-run-\(UUID().uuidString)"

    private func run(_ bulletins: [String], output: String) async throws -> ReportOutcome {
        let options = ReportOptions(
            bulletins: bulletins, output: "\(folder)/\(output)", asOf: CalendarDate(iso: "2024-12-31"))
        return try await ReportRun(library: library, options: options).run()
    }

    private func files(_ path: String) throws -> [String: [UInt8]] {
        var result: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path)
        where !FileBytes.isDirectory("\(path)/\(name)") {
            result[name] = try FileBytes.read("\(path)/\(name)")
        }
        return result
    }

    @Test func theSampleBulletinsGiveAWholeEdition() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let outcome = try await run([ProjectFolder.pipelines + "/bulletins"], output: "a")
        #expect(outcome.path == "\(folder)/a/2024")
        #expect(outcome.exitStatus == 0)
        let names = Set(try files(outcome.path).keys)
        #expect(
            names.isSuperset(of: [
                "progress.xlsx", "progress.csv", "indicators.csv", "statements.csv", "tasks.csv", "ledger.csv",
                "checks.csv", "run.json", "tables/tables.csv",
            ]))
        #expect(outcome.report.assessments.count > 100)
    }

    /// Whatever the folder, the order of files and their place: the same bytes.
    @Test func twoRunsGiveTheSameBytes() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let sample = ProjectFolder.pipelines + "/bulletins"
        let copy = folder + "/copied/bulletins"
        try FileManager.default.createDirectory(atPath: folder + "/copied", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: sample, toPath: copy)
        let first = try await run([sample], output: "a")
        let reversed = try FileBytes.list(copy).reversed().map { "\(copy)/\($0)" }
        let second = try await run(reversed, output: "b")
        #expect(try files(first.path) == files(second.path))
    }

    /// As the program is told to end: with 1 where a check that the office calls an error finds something.
    @Test(arguments: [(FindingNote.Severity.error, Int32(1)), (.warning, 0)])
    func aCheckOfSeverityErrorSetsTheExitStatus(severity: FindingNote.Severity, status: Int32) async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try EditionFolder.writeFile(
            Array("关于印发工作方案的通知\n\n2024年3月1日\n\n各区人民政府要高度重视。\n".utf8), path: "\(folder)/in/silent.txt")
        var library = library
        library.checks["no-statement"]?.severity = severity
        let options = ReportOptions(
            bulletins: ["\(folder)/in"], output: "\(folder)/out", asOf: CalendarDate(iso: "2024-12-31"))
        let outcome = try await ReportRun(library: library, options: options).run()
        #expect(outcome.report.checks.map(\.check).contains("no-statement"))
        #expect(outcome.exitStatus == status)
    }

    @Test func aFileThatIsNoTextIsReportedAndTheOthersGoOn() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try EditionFolder.writeFile([0x89, 0x50, 0x4E, 0x47, 0x00, 0x01, 0x02, 0x00], path: "\(folder)/in/scan.txt")
        try EditionFolder.writeFile([], path: "\(folder)/in/empty.txt")
        try EditionFolder.writeFile(
            Array("平川市2024年养老服务计划\n到2025年，养老机构护理型床位占比达到60%以上。\n".utf8), path: "\(folder)/in/plan.txt")
        let outcome = try await run(["\(folder)/in"], output: "a")
        #expect(outcome.exitStatus == 1)
        #expect(outcome.report.inputs.map(\.name) == ["plan.txt"])
        #expect(
            Set(outcome.diagnostics.filter { $0.severity == .error }.map { BulletinFiles.name(of: $0.path) }) == [
                "scan.txt", "empty.txt",
            ])
    }

    @Test func withoutAnyBulletinNothingIsWritten() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        await #expect(throws: RunError.self) { try await run(["\(folder)/none"], output: "a") }
        #expect(!FileBytes.exists("\(folder)/a"))
    }

    @Test func anOutputThatCannotBeWrittenIsAnError() async throws {
        let options = ReportOptions(bulletins: [ProjectFolder.pipelines + "/bulletins"], output: "/proc/none")
        await #expect(throws: RunError.self) { try await ReportRun(library: library, options: options).run() }
    }

    @Test func textOfABulletinNeverBecomesAFormula() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let text = "序号\t指标\t单位\t2025年目标值\n1\t=HYPERLINK(\"http://example.org\")\t%\t50\n2\t@SUM(A1)\t%\t60\n"
        try EditionFolder.writeFile(Array(text.utf8), path: "\(folder)/in/plan.txt")
        let outcome = try await run(["\(folder)/in"], output: "a")
        for (name, bytes) in try files(outcome.path) where name.hasSuffix(".csv") {
            let csv = String(decoding: bytes, as: UTF8.self)
            #expect(!csv.contains(",=HYPERLINK") && !csv.contains("\n=HYPERLINK") && !csv.contains(",@SUM"), "\(name)")
            #expect(!csv.contains(",\"=HYPERLINK"), "\(name)")
        }
    }
}
