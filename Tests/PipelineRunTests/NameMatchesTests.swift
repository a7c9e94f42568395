import Foundation
import PipelineDefinition
import Publishing
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

/// From a proposal to a decision and the next report, over definitions of the test's own.
@Suite struct NameMatchesTests {
    private static let target = "建成区绿化覆盖率"
    private static let outturn = "主城区建成区绿化覆盖率"

    private final class Office {
        let folder = NSTemporaryDirectory() + "gongbao-matches-\(UUID().uuidString)"
        var pipelines: String { folder + "/Pipelines" }
        var output: String { folder + "/out" }
        var library: PipelineLibrary { PipelineLibrary.load(from: pipelines).library }

        init(target: String, outturn: String) throws {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: ProjectFolder.pipelines, toPath: pipelines)
            try FileManager.default.removeItem(atPath: pipelines + "/bulletins")
            let texts = [
                "plan.txt": "平川市2025年绿化工作计划\n2025年1月9日\n2025年，\(target)达到42%。\n",
                "outturn.txt": "平川市2025年国民经济和社会发展统计公报\n2026年3月9日\n年末\(outturn)43.2%。\n",
            ]
            for (name, text) in texts { try EditionFolder.writeFile(Array(text.utf8), path: "\(folder)/in/\(name)") }
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }

        /// The latest figure of the one target, and what waits for a decision.
        func report() async throws -> (latest: DecimalNumber?, lamp: Lamp, waiting: [String]) {
            let library = library
            let options = ReportOptions(
                bulletins: [folder + "/in"], output: output, asOf: CalendarDate(iso: "2026-06-30"))
            let outcome = try await ReportRun(library: library, options: options).run()
            let row = try #require(outcome.report.assessments.first)
            let listed = String(decoding: try NameMatches(library: library).waiting(output: output), as: UTF8.self)
            return (row.latest?.value, row.lamp, listed.split(whereSeparator: \.isNewline).dropFirst().map(String.init))
        }

        func decide(_ decision: String, _ target: String, _ outturn: String) throws -> String {
            var made = NameMatches.Decision(target: target, outturn: outturn, decision: decision)
            (made.by, made.date, made.reason) = ("统计局", "2026-06-30", "同一范围")
            return try NameMatches(library: library).add(made, pipelines: pipelines, output: output)
        }
    }

    @Test func yesJoinsAndTakingItBackParts() async throws {
        let office = try Office(target: Self.target, outturn: Self.outturn)
        let asked = try await office.report()
        #expect(asked.latest == nil && asked.lamp == .none)
        #expect(asked.waiting.count == 1)
        #expect(asked.waiting.first?.hasPrefix("\(Self.target),\(Self.outturn),") == true)

        let path = try office.decide("yes", Self.target, Self.outturn)
        let joined = try await office.report()
        #expect(joined.latest == DecimalNumber("43.2"))
        #expect(joined.lamp == .green)
        #expect(joined.waiting == [])
        // The decision keeps what it answered.
        let row = try #require(
            String(decoding: try FileBytes.read(path), as: UTF8.self).split(whereSeparator: \.isNewline).last)
        #expect(row.hasSuffix(",yes,统计局,2026-06-30,同一范围"))
        #expect(row.contains("(plan:3.1)") && row.contains("(outturn:3.1)"))

        _ = try office.decide("no", Self.target, Self.outturn)
        let parted = try await office.report()
        #expect(parted.latest == nil && parted.waiting == [])

        // Without the file nobody has decided.
        try FileManager.default.removeItem(atPath: path)
        #expect(try await office.report().waiting.count == 1)
    }

    @Test func noIsNotAskedAgain() async throws {
        let office = try Office(target: Self.target, outturn: Self.outturn)
        #expect(try await office.report().waiting.count == 1)
        _ = try office.decide("no", Self.target, Self.outturn)
        for _ in 0..<2 {
            let again = try await office.report()
            #expect(again.latest == nil && again.waiting == [])
        }
    }

    @Test func aCodeGivesTheOutturnToThatIndicator() async throws {
        let office = try Office(target: Self.target, outturn: Self.outturn)
        _ = try await office.report()
        let code = try #require(office.library.pipelines.flatMap(\.indicators).first { $0.name == Self.target }).code
        _ = try office.decide(code.text, Self.target, Self.outturn)
        let joined = try await office.report()
        #expect(joined.latest == DecimalNumber("43.2"))
        #expect(joined.waiting == [])
        _ = try office.decide("OG-201", Self.target, Self.outturn)
        #expect(try await office.report().latest == nil)
    }

    /// An alias in indicators.csv joins in silence; without it the names are asked again.
    @Test func anAliasThatIsRemovedJoinsNoMore() async throws {
        let office = try Office(target: Self.target, outturn: Self.outturn)
        let code = try #require(office.library.pipelines.flatMap(\.indicators).first { $0.name == Self.target })
        let path = "\(office.pipelines)/\(code.pipeline.text)/indicators.csv"
        let old = try FileBytes.read(path)
        let lines = String(decoding: old, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let aliased = lines.map { line in
            line.hasPrefix("\(code.code.text),") ? line + (line.hasSuffix(",") ? "" : "|") + Self.outturn : String(line)
        }.joined(separator: "\n")
        try Data(aliased.utf8).write(to: URL(fileURLWithPath: path))
        #expect(try await office.report().latest == DecimalNumber("43.2"))
        try Data(old).write(to: URL(fileURLWithPath: path))
        let again = try await office.report()
        #expect(again.latest == nil)
        #expect(again.waiting.count == 1)
    }
}
