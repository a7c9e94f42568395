import Foundation
import PipelineDefinition
import Publishing
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

/// What a bulletin is called, from the folder to the files of an edition.
final class BulletinIdentityTests {
    private static let library = ProjectFolder.library
    private let folder = NSTemporaryDirectory() + "gongbao-identity-\(UUID().uuidString)"

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func write(_ files: [String: String]) throws {
        for (name, text) in files { try EditionFolder.writeFile(Array(text.utf8), path: "\(folder)/in/\(name)") }
    }

    private func read(_ names: String...) async -> ReadBulletins {
        await BulletinReader(library: Self.library).readAll(names.map { "\(folder)/in\($0)" })
    }

    private func report(asOf: String? = "2024-12-31") async throws -> ReportOutcome {
        let options = ReportOptions(
            bulletins: ["\(folder)/in"], output: "\(folder)/out", asOf: asOf.flatMap { CalendarDate(iso: $0) })
        return try await ReportRun(library: Self.library, options: options).run()
    }

    private static func plan(_ share: Int) -> String { "到2025年，养老机构护理型床位占比达到\(share)%以上。\n" }
    private static func table(_ share: Int) -> String {
        "序号\t指标\t单位\t2025年目标值\n1\t护理型床位占比\t%\t\(share)\n2\t床位\t张\t60\n"
    }

    @Test func oneNameInTwoFoldersIsTwoBulletins() async throws {
        try write(["a/index.txt": Self.plan(55), "b/index.txt": Self.plan(60)])
        let statements = await read("").bulletins.flatMap(\.extract.statements)
        #expect(statements.map(\.id.text) == ["a/index:1.1", "b/index:1.1"])
        #expect(statements.map(\.provenance.bulletin) == ["a/index.txt", "b/index.txt"])
        #expect(statements.map { "\($0.quantity?.value ?? 0)" } == ["55", "60"])
    }

    @Test func everyFileOfAnEditionCallsThemSo() async throws {
        try write(["a/index.txt": Self.table(55), "b/index.txt": Self.table(60), "root.txt": Self.table(70)])
        let report = try await report().report
        let names = ["a/index.txt", "b/index.txt", "root.txt"]
        #expect(report.inputs.map(\.name) == names)
        #expect(Set(report.ledger.map(\.bulletin)) == Set(names))
        #expect(Set(report.statements.map(\.statement.id.bulletinStem)) == ["a/index", "b/index", "root"])
        let tables = ["a/index-L00001.csv", "b/index-L00001.csv", "root-L00001.csv", "tables.csv"]
        let found = try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/out/2024/tables")
        #expect(found.filter { $0.hasSuffix(".csv") }.sorted() == tables)
    }

    @Test func twoThatDifferByTheirEndingsHaveIDsOfTheirOwn() async throws {
        try write(["x.txt": Self.plan(55), "x.md": Self.plan(60), "y.txt": Self.plan(70)])
        #expect(
            await read("").bulletins.flatMap(\.extract.statements).map(\.id.text) == ["x.md:1.1", "x.txt:1.1", "y:1.1"])
    }

    /// The one that is left keeps the id that it has alone.
    @Test func theSameBytesAreReadOnce() async throws {
        try write(["b/plan.txt": Self.plan(55), "a/plan.txt": Self.plan(55), "a/plan.md": Self.plan(55)])
        let read = await read("")
        #expect(read.bulletins.flatMap(\.extract.statements).map(\.id.text) == ["a/plan:1.1"])
        #expect(
            read.unread == [
                UnreadFile(name: "a/plan.txt", reason: .duplicate(of: "a/plan.md")),
                UnreadFile(name: "b/plan.txt", reason: .duplicate(of: "a/plan.md")),
            ])
        let outcome = try await report()
        #expect(outcome.exitStatus == 0)
        let notes = outcome.report.checks.filter { $0.check == "duplicate-bulletin" }
        #expect(notes.map(\.bulletin) == ["a/plan.txt", "b/plan.txt"])
        #expect(notes.map(\.subject) == ["a/plan.md", "a/plan.md"])
    }

    @Test func whatIsNotReadStandsInTheReport() async throws {
        try write(["plan.txt": Self.plan(55), "a/scan.dbf": "%PDF", "notes": "x", "sub/empty.txt": ""])
        let outcome = try await report()
        #expect(
            outcome.report.unread == [
                UnreadFile(name: "a/scan.dbf", reason: .ending("dbf")), UnreadFile(name: "notes", reason: .noEnding),
                UnreadFile(name: "sub/empty.txt", reason: .unreadable),
            ])
        let checks = outcome.report.checks.filter { ["unread-file", "input"].contains($0.check) }
        #expect(
            Set(checks.map { "\($0.check) \($0.severity) \($0.bulletin)" }) == [
                "unread-file warning a/scan.dbf", "unread-file warning notes", "input error sub/empty.txt",
            ])
        let run = String(decoding: try FileBytes.read("\(outcome.path)/run.json"), as: UTF8.self)
        #expect(run.contains(#"{\#n      "name": "a/scan.dbf",\#n      "reason": "ending"\#n    }"#))
    }

    @Test func aFolderOfNothingReadableIsNoInput() async throws {
        try write(["a/scan.dbf": "%PDF"])
        await #expect {
            try await self.report()
        } throws: { error in
            guard case .noInput(let diagnostics, let unread)? = error as? RunError else { return false }
            return diagnostics.isEmpty && unread == [UnreadFile(name: "a/scan.dbf", reason: .ending("dbf"))]
        }
    }

    @Test func correctionsNameABulletinByItsPath() async throws {
        try write(["a/index.txt": Self.plan(55), "b/index.txt": Self.plan(55) + "\n"])
        var library = Self.library
        library.pipelines[0].corrections = [
            Correction(
                action: .drop, bulletin: "b/index.txt", line: 1, indicator: "", expected: "55", field: "", value: "",
                reason: "重复", path: "corrections.csv", row: 2)
        ]
        let bulletins = await BulletinReader(library: library).readAll(["\(folder)/in"]).bulletins
        #expect(
            NormalizedRun(bulletins, library: library).statementRows.map(\.statement.id.text) == ["a/index:1.1"])
    }

    // MARK: The day to which a report counts

    private func inferred(_ files: [String: String]) async throws -> String {
        try write(files)
        let report = try await report(asOf: nil).report
        let notes = report.checks.filter { $0.check == "report-date" }
        return "\(report.asOf) " + notes.map { "\($0.bulletin) \($0.found)" }.joined(separator: "; ")
    }

    @Test(arguments: [
        ("乌海市2023年养老服务工作要点\n\n护理型床位占比达到55%以上。\n", "2023-12-31", FindingPhrase.dayFromTitle),
        ("乌海市养老服务三年行动方案（2023—2025年）\n\n到2025年，护理型床位占比达到55%以上。\n", "2023-12-31", FindingPhrase.dayFromTitle),
        ("关于养老服务的说明\n\n截至2022年底，全市养老床位达到3000张。到2030年，养老床位达到5000张。\n", "2022-12-31", FindingPhrase.dayFromFacts),
        ("乌海市“十四五”养老服务规划\n\n到2025年，护理型床位占比达到55%以上。\n", "2021-12-31", FindingPhrase.dayFromPlan),
    ])
    func withoutADateTheTitleThenTheFactsDecide(text: String, day: String, phrase: FindingPhrase) async throws {
        #expect(
            try await inferred(["a/plan.txt": text])
                == "\(day) a/plan.txt \(FindingText.phrase(phrase, [day]))")
    }

    @Test func theLatestOfSeveralDecides() async throws {
        let day = "2024-12-31"
        #expect(
            try await inferred([
                "a.txt": "乌海市2023年工作要点\n\n床位达到55张。\n", "b.txt": "乌海市2024年工作要点\n\n床位达到56张。\n",
                "c.txt": "关于养老的说明\n\n截至2022年底，床位达到30张。\n",
            ]) == "\(day) b.txt \(FindingText.phrase(.dayFromTitle, [day]))")
    }

    @Test func aDateOfAnyBulletinDecidesAlone() async throws {
        #expect(
            try await inferred([
                "dated.txt": "关于印发工作方案的通知\n\n2023年3月1日\n\n各区人民政府：床位达到55张。\n",
                "undated.txt": "乌海市2024年工作要点\n\n床位达到56张。\n",
            ]) == "2023-03-01 ")
    }

    @Test func withNothingToGoByTheReaderIsAsked() async throws {
        try write(["a.txt": "关于养老的说明\n\n床位达到56张。\n"])
        await #expect {
            try await self.report(asOf: nil)
        } throws: { error in
            guard case .invalidOption(let reason)? = error as? RunError else { return false }
            return reason.contains("--as-of 2024-12-31")
        }
    }
}
