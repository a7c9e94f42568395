import Assessment
import Foundation
import PipelineDefinition
import SourceText
import StatisticalModel
import Testing

@Suite struct RowTotalCheckTests {
    private func notes(_ rows: String, library: PipelineLibrary = CheckFixture.library) -> [FindingNote] {
        CheckFixture.notes(
            "row-total", on: CheckFixture.run(table: "项目|总投资|中央|地方|年份\n" + rows, form: .rotated), library: library)
    }

    /// Columns are parts by three rows, not by two, whatever share of them an office asks for.
    @Test func columnsArePartsFromThreeRowsOn() throws {
        let path = NSTemporaryDirectory() + "row-total-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try "check,severity,threshold,words,exceptions,chinese,english\nrow-total,warning,0.5,总投资,率,不符,differs\n"
            .write(toFile: path, atomically: true, encoding: .utf8)
        var problems: [Diagnostic] = []
        var library = CheckFixture.library
        library.checks = CheckSettings(path: path, problems: &problems)
        #expect(problems.isEmpty)
        #expect(notes("甲|5|3|2|2022\n乙|7|1|5|2023\n丙|8|7|1|2022", library: library).map(\.expected) == ["1 + 5 = 6"])
        #expect(notes("甲|5|3|2|2022\n乙|7|1|5|2023", library: library).isEmpty)
    }

    @Test func theRowThatBreaksWhatOthersKeepIsReported() {
        let found = notes("甲|0.5|0.3|0.2|2022\n乙|1.5|1|0.5|2023\n丙|2|1|1|2022\n丁|0.015|0.04|0.01|2022\n戊|3|2|1|2023")
        #expect(found.map(\.expected) == ["0.04 + 0.01 = 0.05"])
        #expect(found.map(\.found) == ["0.015"])
        #expect(found.first?.subject == .phrase(.row, ["表1：总投资", "4", ""]))
    }

    @Test func columnsThatNeverAddUpAreNoParts() {
        #expect(notes("甲|5|3|1|2022\n乙|9|1|5|2023\n丙|2|7|1|2022\n丁|5|4|1|2022").isEmpty)
    }

    @Test func rowsThatAddUpAndRowsWithBlanksPass() {
        #expect(notes("甲|5|3|2|2022\n乙|6|1|5|2023\n丙|8|7|1|2022\n丁|9|?|1|2022\n戊|9||1|2022").isEmpty)
    }
}
