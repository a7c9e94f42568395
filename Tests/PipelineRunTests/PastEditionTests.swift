import Foundation
import Publishing
import StatisticalModel
import Testing

@testable import PipelineRun

/// Which edition the front page compares with: the newest of an earlier day, never that of its own name.
struct PastEditionTests {
    private func write(_ name: String, asOf: String, lamp: String, to output: String) throws {
        let folder = "\(output)/\(name)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let run =
            #"{"program":{"version":"0"},"settings":{"as_of":"\#(asOf)","language":"zh"},"inputs":[],"counts":{}}"#
        try run.write(toFile: "\(folder)/run.json", atomically: true, encoding: .utf8)
        let rows = [
            "indicator_code,region,qualifier,form,target_year,target_value,latest_year,latest_value,elapsed,status,lamp",
            "EC-1,乌海市,,level,2025,93,2023,92.8,0.5,on-track,\(lamp)", "EC-2,乌海市,,level,2025,62,,,,no-such-word,none",
        ]
        try rows.joined(separator: "\n").write(toFile: "\(folder)/progress.csv", atomically: true, encoding: .utf8)
    }

    @Test func theNewestOfAnEarlierDayIsTaken() throws {
        let output = NSTemporaryDirectory() + "gongbao-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: output) }
        let day = CalendarDate(year: 2024, month: 6, day: 30)
        #expect(PastEdition.before(day, except: "2024", output: output)?.name == nil)
        try write("2022", asOf: "2022-12-31", lamp: "red", to: output)
        try write("2023", asOf: "2023-12-31", lamp: "green", to: output)
        try write("2024", asOf: "2024-03-31", lamp: "green", to: output)
        try write("2025", asOf: "2024-06-30", lamp: "green", to: output)
        #expect(PastEdition.before(day, except: "2024", output: output)?.name == "2023")
        #expect(PastEdition.before(day, except: "2023", output: output)?.name == "2024")
        let past = try #require(
            PastEdition.before(CalendarDate(year: 2023, month: 12, day: 31), except: "2023", output: output))
        #expect(past.name == "2022")
        // A row whose words are not known says nothing.
        let key = PastEdition.Key(["EC-1", "乌海市", "", "level", "2025"], target: 93)
        #expect(Array(past.standings.keys) == [key])
    }
}
