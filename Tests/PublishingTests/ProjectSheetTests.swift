import Spreadsheet
import StatisticalModel
import Testing

@testable import Publishing

struct ProjectSheetTests {
    @Test func moneyHasAColumnForEachSourceFound() {
        let report = SampleReport.report()
        let sheet = ProjectSheet(report, sources: SourceIndex(report), words: ReportWords(.chinese))
        let grid = sheet.grid
        #expect(sheet.kinds == [.total, .central])
        #expect(grid.columns[sheet.moneyColumns].map(\.title) == ["总投资", "中央投资"])
        #expect(grid.rows[0][sheet.moneyColumns].map(\.value) == [.number(0.34), .number(0.272)])
        #expect(grid.rows[0].map(\.value).contains(.text("万元")))
        #expect(grid.rows.allSatisfy { $0.count == grid.columns.count })
    }

    @Test func withoutMoneyThereIsNoColumnOfIt() {
        var report = SampleReport.report()
        report.projects[0].investments = []
        let sheet = ProjectSheet(report, sources: SourceIndex(report), words: ReportWords(.chinese))
        #expect(sheet.moneyColumns.isEmpty)
        #expect(sheet.grid.rows[0].count == sheet.grid.columns.count)
        #expect(!sheet.grid.columns.map(\.title).contains("原文单位"))
    }

    @Test func partsOfOneKindAddUpAndTotalsDoNot() {
        let amount = Quantity(value: 1, unit: "亿元")
        let investments = [InvestmentKind.local, .local, .total, .total].map {
            PlanProject.Investment(source: "", kind: $0, amount: amount, yuan: 100_000_000)
        }
        var project = SampleReport.report().projects[0]
        project.investments = investments
        #expect(ProjectMoney(project).amounts == [.local: 2, .total: 1])
    }
}
