import Foundation
import Publishing
import TestSupport
import Testing

/// The accessible style against the checklist; the office style shows that the checklist can fail.
struct AccessibleStyleTests {
    private func violations(
        _ style: WorkbookStyle, _ language: ReportLanguage = .chinese
    ) throws -> [AccessibleChecklist.Violation] {
        let path = NSTemporaryDirectory() + "gongbao-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try ProgressWorkbook(SampleReport.report(language: language), style: style).write(to: path)
        return try AccessibleChecklist.violations(of: path)
    }

    @Test(arguments: ReportLanguage.allCases)
    func theAccessibleStylePasses(_ language: ReportLanguage) throws {
        #expect(try violations(.accessible, language) == [])
    }

    @Test func theOfficeStyleBreaksTheRulesThatItMay() throws {
        let rules = Set(try violations(.office).map(\.rule))
        #expect(
            rules == [
                .mergedCells, .oneTable, .filters, .frozenPanes, .headersAndFooters,
                .fills, .colouredWords, .fontSize, .centred, .wrapping, .conditionalFormats, .hidden,
            ])
    }

    @Test func emptyReportsPassToo() throws {
        let sample = SampleReport.report()
        var report = sample
        report.assessments = []
        report.checks = []
        report.conflicts = []
        let path = NSTemporaryDirectory() + "gongbao-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try ProgressWorkbook(report, style: .accessible).write(to: path)
        #expect(try AccessibleChecklist.violations(of: path) == [])
    }
}
