import Foundation
import PipelineDefinition
import SourceText
import StatisticalModel
import TestSupport
import Testing

@testable import Publishing

struct FindingWordsTests {
    /// The keys of phrases in the program's sources, each with its words in both languages.
    @Test func everyPhraseOfTheProgramHasItsWords() throws {
        let sources = ProjectFolder.root + "/Sources"
        var keys: Set<String> = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: sources) where name.hasSuffix(".swift") {
            let text = try String(contentsOfFile: "\(sources)/\(name)", encoding: .utf8)
            for part in text.components(separatedBy: ".phrase(").dropFirst() {
                let quoted = part.drop { $0.isWhitespace }
                guard quoted.first == "\"" else { continue }
                keys.insert(String(quoted.dropFirst().prefix { $0 != "\"" }))
            }
        }
        #expect(keys.count > 10)
        for key in keys {
            let entry = try #require(ReportWordTable.entries["finding.\(key)"], "no words for \(key)")
            let gaps = [entry.chinese, entry.english].map { $0.components(separatedBy: "{}").count }
            #expect(gaps[0] == gaps[1] && !entry.english.isEmpty, "\(key)")
        }
    }

    @Test(arguments: [
        (FindingText.text("0.04 + 0.01"), "0.04 + 0.01", "0.04 + 0.01"),
        (.phrase("sum-of-rows", ["20", "2.1685"]), "20行之和 2.1685", "sum of 20 rows: 2.1685"),
        (
            .message("7 more places hold bytes that are no character"), "另有7处字节不是有效字符",
            "7 more places hold bytes that are no character"
        ),
        (.message("a message without words"), "a message without words", "a message without words"),
    ])
    func findingsSpeakTheReportsLanguage(text: FindingText, chinese: String, english: String) {
        #expect(ReportWords(.chinese)(text) == chinese)
        #expect(ReportWords(.english)(text) == english)
    }

    @Test func findingsStandByGravityThenAsTheOfficeOrdersItsChecks() throws {
        var report = SampleReport.report()
        let path = FileManager.default.temporaryDirectory.path + "/gongbao-\(UUID().uuidString).csv"
        try "check,severity,threshold,words,exceptions,chinese,english\nb,,,,,乙,B\na,,,,,甲,A\n".write(
            toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        var problems: [Diagnostic] = []
        report.checkSettings = CheckSettings(path: path, problems: &problems)
        report.checks = [
            FindingNote(check: "a", severity: .warning, line: 1), FindingNote(check: "z", severity: .warning),
            FindingNote(check: "b", severity: .warning, line: 20), FindingNote(check: "b", severity: .warning, line: 3),
            FindingNote(check: "z", severity: .error),
        ]
        let rows = ChecksCSV.rows(report, words: ReportWords(.chinese))
        #expect(rows.map { $0[0] + $0[3] } == ["z", "b3", "b20", "a1", "z"])
    }
}
