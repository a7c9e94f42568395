import Spreadsheet
import StatisticalModel

/// 投资来源: the money of all projects by its source, in 亿元.
enum InvestmentChart {
    /// One source alone compares with nothing.
    private static let fewest = 2

    /// `nil` where the projects name fewer sources.
    static func table(_ projects: [PlanProject], words: ReportWords) -> ChartTable? {
        var sums: [InvestmentKind: DecimalNumber] = [:]
        var counts: [InvestmentKind: Int] = [:]
        var named = 0
        for amounts in projects.map({ ProjectMoney($0).amounts }) {
            var isNamed = false
            for (kind, amount) in amounts where kind.isPart && !amount.isZero {
                sums[kind] = (sums[kind] ?? 0).adding(amount) ?? sums[kind]
                counts[kind, default: 0] += 1
                isNamed = true
            }
            if isNamed { named += 1 }
        }
        let kinds = InvestmentKind.allCases.filter { sums[$0] != nil }
        guard kinds.count >= fewest else { return nil }
        let unit = words.unit(ProjectMoney.unit)
        return ChartTable(
            kind: .bar, title: words("chart.investment", unit, String(named), String(projects.count)),
            description: words("chart.investment.alt", unit),
            columns: [
                ChartTable.column(words("chart.money-source"), width: 30, isText: true),
                ChartTable.column(words("chart.amount", unit), width: 20),
                ChartTable.column(words("chart.projects")),
            ],
            rows: kinds.map { kind in
                [
                    .text(words("money.\(kind.rawValue)")),
                    ChartTable.number(sums[kind]?.doubleValue, format: "#,##0.00"),
                    .integer(counts[kind]),
                ]
            }, series: [.init(column: 1, color: SheetColor(0x2E75B6), showsValues: true)], numberFormat: "#,##0.00",
            height: ChartTable.barHeight(rows: kinds.count, bars: 2))
    }
}
