import Foundation
import History
import SourceText
import StatisticalModel
import Testing

@testable import PipelineRun

/// Editions written by hand in a temporary output folder, which goes with the suite's instance.
final class EditionListTests {
    private let output = NSTemporaryDirectory() + "gongbao-editions-\(UUID().uuidString)"

    deinit { try? FileManager.default.removeItem(atPath: output) }

    private func write(_ text: String, to name: String) throws {
        try EditionFolder.writeFile(Array(text.utf8), path: "\(output)/\(name)")
    }

    private func edition(_ name: String, asOf: String, value: String) throws {
        try write(
            """
            {"program": {"name": "gongbao", "version": "0.1.0"},
             "settings": {"as_of": "\(asOf)", "edition": "\(name)", "language": "zh"},
             "inputs": [{"name": "公报.txt", "bytes": 12}], "counts": {"statements": 3, "checks_error": 0}}
            """, to: "\(name)/run.json")
        try write(
            "indicator_code,indicator,region_code,year,value\nEC-001,参保率,150600,2025,\(value)\n",
            to: "\(name)/indicators.csv")
    }

    @Test func editionsAreListedByDate() throws {
        try edition("乙", asOf: "2023-12-31", value: "93")
        try edition("甲", asOf: "2024-06", value: "95")
        try write("x", to: "history.sqlite")
        try write("x", to: ".2024.new/run.json")
        try write("x", to: "notes/readme.txt")
        let list = try EditionList(output: output)
        #expect(list.editions.map(\.name) == ["乙", "甲"])
        let first = try #require(list.editions.first)
        #expect(first.asOf == CalendarDate(year: 2023, month: 12, day: 31))
        #expect(first.inputs == ["公报.txt"])
        #expect(first.counts == ["statements": 3, "checks_error": 0])
        #expect(list.diagnostics.isEmpty)
    }

    @Test(arguments: ["", "{", "{\"settings\": {}}", "{\"settings\": {\"as_of\": \"soon\"}}"])
    func aRunThatCannotBeReadIsReported(_ text: String) throws {
        try write(text, to: "2024/run.json")
        let list = try EditionList(output: output)
        #expect(list.editions.isEmpty)
        #expect(list.diagnostics.map(\.path) == ["\(output)/2024/run.json"])
    }

    @Test func whatOthersReplacedIsListedApart() throws {
        try edition("2024", asOf: "2024-12-31", value: "93")
        for name in [
            "2024.kept-2026-11-26", "2024.kept-2026-11-27", "2024.kept-2026-11-27.10", "2024.kept-2026-11-27.9",
        ] {
            try edition(name, asOf: "2024-12-31", value: "92")
        }
        let list = try EditionList(output: output)
        #expect(list.editions.map(\.name) == ["2024"])
        #expect(
            list.kept.map(\.name) == [
                "2024.kept-2026-11-27.10", "2024.kept-2026-11-27.9", "2024.kept-2026-11-27", "2024.kept-2026-11-26",
            ])
        let archive = HistoryArchive(output: output)
        try archive.takeUp()
        #expect(try archive.open().vintages(of: "EC-001").map(\.observation.value) == ["93"])
    }

    @Test func aMissingFolderIsAnError() {
        #expect(throws: FileError.self) { try EditionList(output: output) }
    }

    @Test func theHistoryRebuiltIsTheHistoryRecorded() throws {
        let archive = HistoryArchive(output: output)
        try edition("2023", asOf: "2023-12-31", value: "93")
        #expect(throws: HistoryError.self) { try archive.open() }
        try archive.takeUp()
        try edition("2024", asOf: "2024-12-31", value: "95")
        try archive.takeUp()
        let recorded = try archive.open().vintages(of: "EC-001")
        #expect(recorded.map(\.observation.value) == ["93", "95"])
        #expect(recorded.map(\.isCurrent) == [false, true])
        try FileManager.default.removeItem(atPath: archive.path)
        #expect(try archive.rebuild().isEmpty)
        #expect(try archive.open().vintages(of: "EC-001") == recorded)
        #expect(try archive.rebuild().isEmpty)
        #expect(try archive.open().vintages(of: "EC-001") == recorded)
        let entries = try FileBytes.list(output)
        #expect(entries.filter { !$0.contains(".kept-") } == ["2023", "2024", "history.sqlite"])
        #expect(entries.filter { $0.hasPrefix("history.sqlite.kept-") }.count == 1)
    }

    /// As after a kill between the exchange of folders and the history: the edition is new, the history is not.
    @Test func theHistoryTakesUpWhatItDoesNotKnowYet() throws {
        let archive = HistoryArchive(output: output)
        try edition("2024", asOf: "2024-12-31", value: "93")
        try archive.takeUp()
        try edition("2024", asOf: "2024-12-31", value: "95")
        let believed = { try archive.open().vintages(of: "EC-001", asOf: CalendarDate(year: 2024)) }
        #expect(try believed().map(\.observation.value) == ["93"])
        try archive.takeUp()
        #expect(try believed().map(\.observation.value) == ["95"])
        let whole = try FileBytes.read(archive.path)
        try archive.takeUp()
        #expect(try FileBytes.read(archive.path) == whole)
        #expect(try archive.open().vintages(of: "EC-001").count == 2)
    }

    @Test func withoutEditionsNoHistoryBegins() throws {
        try write("x", to: "notes.txt")
        try HistoryArchive(output: output).takeUp()
        #expect(try FileBytes.list(output) == ["notes.txt"])
        #expect(throws: HistoryError.self) { try HistoryArchive(output: "\(output)/none").takeUp() }
    }
}
