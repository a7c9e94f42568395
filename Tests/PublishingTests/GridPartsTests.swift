import Foundation
import PipelineDefinition
import Spreadsheet
import StatisticalModel
import TestSupport
import Testing

@testable import Publishing

/// Tables longer than a sheet: divided among sheets, streamed, and nothing lost.
struct GridPartsTests {
    private let words = ReportWords(.chinese)

    @Test func aLongTableIsDividedAndSaysSo() {
        let column = GridSheet.Column(title: "号", width: 8, style: ReportPalette.text)
        let grid = GridSheet(
            name: "来源", title: "来源", note: "注", columns: [column], rows: (1...5).map { [.integer($0)] })
        let parts = grid.parts(of: 2, words: words)
        #expect(parts.map(\.name) == ["来源", "来源 2", "来源 3"])
        #expect(parts.flatMap { $0.rows.map { $0[0].value } } == (1...5).map { .number(Double($0)) })
        #expect(parts.last?.note == "注　数据较多，分表列出：本表为第5—5条，共5条、3张表。")
        #expect(grid.parts(of: 5, words: words).map(\.note) == ["注"])
    }

    @Test func theLargeWorkbookHoldsWhatTheSmallOneHolds() throws {
        let report = SampleReport.report()
        let small = try sheets(of: ProgressWorkbook(report))
        let large = try sheets(of: ProgressWorkbook(report, rowLimit: 4))
        let names = small.keys.sorted()
        #expect(large.keys.contains("来源 2") && !small.keys.contains("来源 2"))
        for name in names {
            let parts = large.keys.filter { $0 == name || $0.hasPrefix(name + " ") }
            // Each further part repeats title, note and header.
            let extra = (parts.count - 1) * GridSheet.headRows(small[name] ?? "")
            let cells = parts.reduce(0) { $0 + Self.cells(large[$1] ?? "") }
            if name != "目录" { #expect(cells == Self.cells(small[name] ?? "") + extra, "\(name)") }
        }
        for target in Self.linkTargets(large.values) { #expect(large.keys.contains(target), "\(target)") }
    }

    @Test(arguments: [ProgressWorkbook.streamedFrom, ProgressWorkbook.streamedFrom + 1])
    func manyStatementsAreStreamedInTheOfficeStyle(_ count: Int) throws {
        var report = SampleReport.report()
        let row = try #require(report.statements.first)
        report.statements = (0..<count).map { number in
            var copy = row
            copy.statement.id = StatementID("many:\(number).1")
            return copy
        }
        #expect(ProgressWorkbook.isStreamed(report, style: .office) == (count > 5000))
        #expect(!ProgressWorkbook.isStreamed(report, style: .accessible))
    }

    /// A streamed sheet offers the statuses too.
    @Test func theLargeLedgerOffersItsStatuses() throws {
        let large = try sheets(of: ProgressWorkbook(SampleReport.report(), rowLimit: 4))
        let ledgers = large.filter { $0.key.hasPrefix("任务台账") }
        #expect(!ledgers.isEmpty && ledgers.values.allSatisfy { $0.contains("type=\"list\"") })
    }

    private static func cells(_ xml: String) -> Int { xml.ranges(of: "<c r=").count }

    private static func linkTargets(_ sheets: some Sequence<String>) -> Set<String> {
        Set(
            sheets.flatMap { xml in
                // What has no sheet before a `!` leads to a place in another file.
                xml.split(separator: "location=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
                    .filter { $0.contains("!") }.map { String($0.prefix { $0 != "!" }.filter { $0 != "'" }) }
            })
    }

    /// The XML of each sheet by its name.
    private func sheets(of workbook: ProgressWorkbook) throws -> [String: String] {
        let path = FileManager.default.temporaryDirectory.path + "/gongbao-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try workbook.write(to: path)
        let names = try part("xl/workbook.xml", of: path).split(separator: "<sheet name=\"").dropFirst().map {
            String($0.prefix { $0 != "\"" })
        }
        return try Dictionary(
            uniqueKeysWithValues: names.enumerated().map { index, name in
                (name, try part("xl/worksheets/sheet\(index + 1).xml", of: path))
            })
    }

    private func part(_ name: String, of path: String) throws -> String {
        try WorkbookParts(of: path).text(name)
    }
}

extension GridSheet {
    /// Cells of title, note and header in a sheet's XML: two, and one a column.
    fileprivate static func headRows(_ xml: String) -> Int {
        2 + (xml.split(separator: "<row r=\"\(headerRow + 1)\"").last?.prefixUntilRowEnd.ranges(of: "<c r=").count ?? 0)
    }
}

extension Substring {
    fileprivate var prefixUntilRowEnd: Substring { split(separator: "</row>").first ?? "" }
}
