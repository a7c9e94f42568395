import Foundation
import PipelineDefinition
import Publishing
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import PipelineRun

/// The five real bulletins end to end; skipped where ../shared is absent.
@Suite(.enabled(if: FileBytes.exists(ProjectFolder.sharedBulletins), "../shared/bulletins is absent"))
struct RealBulletinTests {
    private let library = ProjectFolder.library

    private func bulletins() async -> [ReadBulletin] {
        await BulletinReader(library: library).readAll([ProjectFolder.sharedBulletins]) { file, _ in
            file.name.hasSuffix(".txt")
        }
        .bulletins
    }

    /// Counts the digits of the raw bytes with its own eyes: every one is in one row of the ledger, once.
    @Test func everyDigitIsInOneRowOfTheLedger() async {
        for bulletin in await bulletins() {
            var digits = 0
            var index = 0
            let bytes = bulletin.layout.file.bytes
            while index < bytes.count {
                if bytes[index] >= 0x30 && bytes[index] <= 0x39 { digits += 1 }
                if index + 2 < bytes.count, bytes[index] == 0xEF, bytes[index + 1] == 0xBC, bytes[index + 2] >= 0x90,
                    bytes[index + 2] <= 0x99
                {
                    digits += 1
                }
                index += 1
            }
            let inRows = bulletin.ledger().reduce(0) { sum, entry in
                sum + entry.text.unicodeScalars.count { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
            }
            #expect(inRows == digits, "\(bulletin.name)")
        }
    }

    @Test func fewerThanOneInAHundredNumeralsIsUnexplained() async {
        let entries = await bulletins().flatMap { $0.ledger() }
        #expect(entries.count { $0.fate == .unexplained } * 100 < entries.count)
    }

    /// The developers' gold, through the score tools as they are.
    @Test(.enabled(if: FileBytes.exists("/usr/bin/env"), "no /usr/bin/env"))
    func theScoreToolsSeeWhatTheChangelogSays() async throws {
        let folder = NSTemporaryDirectory() + "gongbao-score-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let bulletins = await bulletins()
        for bulletin in bulletins where ["000", "003"].contains(String(bulletin.name.prefix(3))) {
            let tables = bulletin.layout.tables.map { PublishedTable(bulletin: bulletin.name, table: $0) }
            for file in TablesCSV.files(tables, words: ReportWords(.chinese)) {
                let name = file.path.dropFirst("tables/".count)
                try EditionFolder.writeFile(file.bytes, path: "\(folder)/\(bulletin.name.prefix(3))/\(name)")
            }
        }
        let tables = try score("score-tables", folder)
        #expect(try #require(tables["exact_tables"] as? Int) >= 10)

        let rows = NormalizedRun(bulletins, library: library).statementRows
        try EditionFolder.writeFile(StatementsCSV.file(rows), path: folder + "/statements.csv")
        let prose = try score("score-prose", folder + "/statements.csv")
        let found = try #require((prose["found"] as? [String: Any])?["f1"] as? Double)
        let full = try #require((prose["full"] as? [String: Any])?["f1"] as? Double)
        #expect(found >= 0.95)
        #expect(full >= 0.85)
    }

    private func score(_ tool: String, _ input: String) throws -> [String: Any] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", ProjectFolder.root + "/../shared/tools/\(tool)", ProjectFolder.sharedGold, input, "--json",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
}
