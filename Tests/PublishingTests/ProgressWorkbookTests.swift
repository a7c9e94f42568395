import Foundation
import Publishing
import StatisticalModel
import TestSupport
import Testing

/// The workbook of the sample report, part by part. The parts are read with `/usr/bin/unzip`.
struct ProgressWorkbookTests {
    private func workbook(_ language: ReportLanguage) throws -> String {
        let folder = ProcessInfo.processInfo.environment["GONGBAO_KEEP"] ?? FileManager.default.temporaryDirectory.path
        let path = "\(folder)/gongbao-\(language.rawValue)-\(UUID().uuidString).xlsx"
        try ProgressWorkbook(SampleReport.report(language: language)).write(to: path)
        return path
    }

    private func part(_ name: String, of path: String) throws -> String {
        try WorkbookParts(of: path).text(name)
    }

    private func remove(_ path: String) {
        if ProcessInfo.processInfo.environment["GONGBAO_KEEP"] == nil {
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    @Test(arguments: [
        "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml",
        "xl/sharedStrings.xml", "xl/charts/chart1.xml", "docProps/core.xml",
    ])
    func partsAreAsRecorded(_ name: String) throws {
        let path = try workbook(.chinese)
        defer { remove(path) }
        // Two elements to a line, so that a golden file's changes can be read.
        let text = try part(name, of: path).replacingOccurrences(of: "><", with: ">\n<")
        try Golden.compare(text, with: "workbook/" + name.replacingOccurrences(of: "/", with: "-"))
    }

    @Test(arguments: ReportLanguage.allCases)
    func theSameReportGivesTheSameBytes(_ language: ReportLanguage) throws {
        let (first, second) = (try workbook(language), try workbook(language))
        defer {
            remove(first)
            remove(second)
        }
        #expect(try Data(contentsOf: URL(filePath: first)) == Data(contentsOf: URL(filePath: second)))
    }

    @Test func textFromABulletinIsNeverAFormula() throws {
        let path = try workbook(.chinese)
        defer { remove(path) }
        #expect(try part("xl/sharedStrings.xml", of: path).contains("=HYPERLINK"))
        #expect(!(try part("xl/worksheets/sheet4.xml", of: path).contains("HYPERLINK(")))
    }

    @Test func everyVerdictOfTheSampleIsLive() throws {
        let path = try workbook(.chinese)
        defer { remove(path) }
        let sheet = try part("xl/worksheets/sheet4.xml", of: path)
        // Eleven computed columns a row, and four of what these ask for in common.
        #expect(sheet.components(separatedBy: "<f>").count - 1 == SampleReport.rows.count * 15)
    }

    @Test func formulasThatWouldContradictAssessmentStandAsValues() throws {
        var report = SampleReport.report()
        report.assessments[0].elapsed = DecimalNumber(significand: 45, exponent: -2)
        let path = FileManager.default.temporaryDirectory.path + "/gongbao-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try ProgressWorkbook(report).write(to: path)
        let sheet = try part("xl/worksheets/sheet4.xml", of: path)
        #expect(sheet.components(separatedBy: "<f>").count - 1 == (SampleReport.rows.count - 1) * 15)
    }

    @Test(arguments: [true, false]) func emptyReportsGiveAWorkbook(_ withPipeline: Bool) throws {
        let sample = SampleReport.report()
        let report = EditionReport(
            edition: "2023", title: "空", area: "", asOf: CalendarDate(year: 2023), programVersion: "0",
            pipelines: withPipeline ? sample.pipelines : [])
        let path = FileManager.default.temporaryDirectory.path + "/gongbao-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try ProgressWorkbook(report).write(to: path)
        #expect(try part("xl/workbook.xml", of: path).contains("name=\"总览\""))
    }
}
