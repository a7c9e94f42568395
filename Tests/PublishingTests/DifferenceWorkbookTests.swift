import Comparison
import Foundation
import StatisticalModel
import TestSupport
import Testing

@testable import Publishing

/// diff.xlsx of a comparison with changes of several kinds, read back with `/usr/bin/unzip`.
final class DifferenceWorkbookTests {
    /// GONGBAO_KEEP names a folder where the workbooks stay to be looked at.
    private static let kept = ProcessInfo.processInfo.environment["GONGBAO_KEEP"]
    private let path = "\(kept ?? NSTemporaryDirectory())/gongbao-diff-\(UUID().uuidString).xlsx"

    deinit {
        if Self.kept == nil { try? FileManager.default.removeItem(atPath: path) }
    }

    private func table(_ records: [[String]]) -> IndicatorTable {
        IndicatorTable(
            header: [
                "indicator_code", "indicator", "region_code", "year", "kind", "unit", "comparator", "value",
                "statements",
            ],
            records: records)
    }

    private func row(_ code: String, _ name: String, _ value: String, source: String = "a:1.1") -> [String] {
        [code, name, "150600", "2025", "actual", "%", "eq", value, source]
    }

    private func difference(same: Bool = false) -> EditionDifference {
        let old = [row("EC-001", "参保率", "92.0"), row("EC-002", "覆盖率", "50"), row("EC-003", "达标率", "96")]
        let new = [
            row("EC-001", "参保率", "99.50"), row("EC-003", "达标率", "96", source: "b:2.1"), row("EC-004", "=1+1", "1"),
        ]
        return EditionComparison.compare(old: table(old), new: table(same ? old : new), settings: ComparisonSettings())
    }

    private func write(_ difference: EditionDifference, _ language: ComparisonLanguage) throws -> Data {
        let sheets = DifferenceSheets(difference, old: "2023", new: "2024", language: language)
        try DifferenceWorkbook(sheets, date: CalendarDate(year: 2024)).write(to: path)
        return try Data(contentsOf: URL(filePath: path))
    }

    private func part(_ name: String) throws -> String {
        try WorkbookParts(of: path).text(name)
    }

    @Test(arguments: [
        (ComparisonLanguage.chinese, ["版本对比：2023 → 2024", "数值变化", "新增指标", "不再出现", "+7.50个百分点"]),
        (.english, ["Comparison of editions: 2023 → 2024", "value changed", "new", "gone", "+7.50 points"]),
    ])
    func changesStandInWords(_ language: ComparisonLanguage, _ words: [String]) throws {
        _ = try write(difference(), language)
        let strings = try part("xl/sharedStrings.xml")
        for word in words { #expect(strings.contains(">\(word)<"), "\(word)") }
    }

    @Test func wordingStandsOnASheetOfItsOwn() throws {
        _ = try write(difference(), .chinese)
        let workbook = try part("xl/workbook.xml")
        #expect(workbook.contains("name=\"变化\""))
        #expect(workbook.contains("name=\"文字与来源\""))
    }

    @Test func figuresAreNumbersWithTheirDecimals() throws {
        _ = try write(difference(), .chinese)
        #expect(try part("xl/worksheets/sheet1.xml").contains("<v>99.5</v>"))
        #expect(
            try part("xl/styles.xml").contains("formatCode=\"0.00\"")
                || part("xl/styles.xml").contains("numFmtId=\"2\""))
    }

    @Test func textIsNeverAFormula() throws {
        _ = try write(difference(), .chinese)
        #expect(try part("xl/sharedStrings.xml").contains("=1+1"))
        #expect(!(try part("xl/worksheets/sheet1.xml").contains("<f>")))
    }

    @Test func theSameEditionsAreSaidToBe() throws {
        _ = try write(difference(same: true), .chinese)
        #expect(try part("xl/sharedStrings.xml").contains("两个版本没有差别"))
    }

    @Test func theSameComparisonGivesTheSameBytes() throws {
        #expect(try write(difference(), .english) == write(difference(), .english))
    }
}
