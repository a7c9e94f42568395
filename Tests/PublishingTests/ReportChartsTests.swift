import PipelineDefinition
import Spreadsheet
import StatisticalModel
import Testing

@testable import Publishing

/// The charts of the sample: a pipeline with outturns, and what becomes of charts without data.
struct ReportChartsTests {
    private let words = ReportWords(.chinese)

    private func sheet(_ report: EditionReport) throws -> PipelineSheet {
        PipelineSheet(
            name: "一老一小", pipeline: try #require(report.pipelines.first), index: 0, report: report,
            sources: SourceIndex(report), style: .office, words: words)
    }

    private func charts(_ report: EditionReport) throws -> ReportCharts {
        ReportCharts([try sheet(report)], projects: report.projects, words: words)
    }

    @Test func completionFollowsTheSheetAndBeginsWithTheWorst() throws {
        let table = try #require(CompletionChart.table(try sheet(SampleReport.report()), words: words))
        #expect(table.rows.count == SampleReport.rows.count { !$0.completion.isEmpty })
        #expect(table.rows[0][0].value == .text("一般事项办理时限 2025"))
        #expect(table.rows[0][1].value == .formula("='一老一小'!$L$12", result: .number(-0.4)))
        #expect(table.series.map(\.mark) == [.fill, .stroke])
        #expect(table.valueRange == -0.4...1.2)
    }

    @Test func aPathHasActualRequiredAndTargetByYear() throws {
        var report = SampleReport.report()
        report.pipelines[0].keyIndicators = [IndicatorCode("EC-7")]
        let table = try #require(PathChart(try sheet(report), words: words).tables.first)
        #expect(PathChart(try sheet(report), words: words).tables.count == 1)
        #expect(table.rows.map { $0[0].value } == (2021...2025).map { .number(Double($0)) })
        #expect(table.rows.map { $0[1].value } == [.number(2.56), .blank, .number(3.76), .blank, .blank])
        #expect(table.rows[2][2].value == .number(3.83))
        #expect(table.rows.map { $0[3].value } == [.blank, .blank, .blank, .blank, .number(5.1)])
        #expect(table.title == "每千人口托位数（个）：实际2年，目标1个")
        #expect(table.valueRange == 0...6)
    }

    @Test func aLineBreaksWhereTheDefinitionChanges() throws {
        var report = SampleReport.report()
        report.pipelines[0].keyIndicators = [IndicatorCode("EC-7")]
        for index in report.observations.indices
        where report.observations[index].indicator == IndicatorCode("EC-7")
            && report.observations[index].year == Year(2023)
            && report.observations[index].kind == .actual
        {
            report.observations[index].status = .breakInSeries
        }
        let table = try #require(PathChart(try sheet(report), words: words).tables.first)
        #expect(table.columns.map(\.title) == ["年份", "实际", "实际（新口径）", "应达水平", "目标"])
        #expect(table.rows.map { $0[1].value } == [.number(2.56), .blank, .blank, .blank, .blank])
        #expect(table.rows.map { $0[2].value } == [.blank, .blank, .number(3.76), .blank, .blank])
        #expect(table.rows.allSatisfy { $0[3].value == .blank })
        #expect(table.title == "每千人口托位数（个）：实际2年，目标1个；2023年起口径有变")
    }

    @Test(arguments: zip([14.0, 16], [true, false])) func anAxisIsCutOnlyWhereFiguresHardlyDiffer(
        _ spread: Double, _ isCut: Bool
    ) throws {
        let axis = try #require(ChartTable.Axis([100, 100 - spread], mayCut: true))
        #expect((axis.cut != nil) == isCut)
        #expect((axis.range.lowerBound > 0) == isCut)
        #expect(axis.cut == (isCut ? axis.range.lowerBound : nil))
    }

    @Test func barsBeginAtZero() throws {
        #expect(ChartTable.Axis([96, 100])?.range == 0...100)
        #expect(ChartTable.Axis([-4.3, 5.6])?.range == -6...6)
        #expect(ChartTable.Axis([]) == nil)
        #expect(ChartTable.Axis([0]) == nil)
    }

    @Test func withoutAListThePathsWithTheMostYearsAreDrawn() throws {
        #expect(PathChart(try sheet(SampleReport.report()), words: words).tables.count == 2)
    }

    @Test func targetsShareAUnit() throws {
        let table = try #require(TargetsChart.table(try sheet(SampleReport.report()), words: words))
        #expect(table.columns.map(\.title) == ["指标", "单位", "基期值", "2025年目标"])
        #expect(table.rows.allSatisfy { $0[1].value == .text("%") })
        #expect(table.rows.count == 4)
        #expect(table.title == "一老一小：2025年目标（%；4／8项指标）")
        #expect(table.valueRange?.lowerBound == 0)
    }

    @Test func moneyIsAddedUpBySource() throws {
        let project = try #require(SampleReport.report().projects.first)
        var other = project
        other.investments = [
            .init(source: "自筹", kind: .own, amount: Quantity(value: 1, unit: "亿元"), yuan: 100_000_000)
        ]
        #expect(InvestmentChart.table([project], words: words) == nil)
        let table = try #require(InvestmentChart.table([project, other, project], words: words))
        #expect(table.rows.map { $0[0].value } == [.text("中央投资"), .text("自筹")])
        #expect(table.rows.map { $0[1].value } == [.number(0.544), .number(1)])
        #expect(table.rows.map { $0[2].value } == [.number(2), .number(1)])
    }

    @Test func chartsWithoutDataAreLeftOutWithTheirReason() throws {
        var report = SampleReport.report()
        report.assessments = Array(report.assessments.prefix(2))
        report.projects = []
        let charts = try charts(report)
        #expect(charts.completion.isEmpty && charts.targets.isEmpty && charts.paths.count == 2)
        #expect(
            charts.omitted == [
                words("omitted.completion", "一老一小"), words("omitted.targets", "一老一小"), words("omitted.investment"),
            ])
        let notes = NotesSheet(style: .office, omittedCharts: charts.omitted, words: words).grid
        #expect(notes.rows.last?.last?.value == .text(words("omitted.investment")))
    }

    @Test func figuresOfAYearLeadToTheirSource() throws {
        var report = SampleReport.report()
        let target = report.assessments[0].target
        report.yearRows = [
            YearRow(
                indicatorName: "基本养老保险参保率", area: SampleReport.area, unit: "%",
                years: [
                    .init(year: Year(2021), actual: report.assessments[0].base?.value, target: nil),
                    .init(
                        year: Year(2025), actual: DecimalNumber("93.5"), target: target.value,
                        targetSource: target.sources.first),
                ])
        ]
        let sources = SourceIndex(report)
        let grid = YearSheet(rows: report.yearRows, sources: sources, words: words).grid
        let place = try #require(target.sources.first.flatMap { sources.target(of: $0.id, words: words) })
        #expect(grid.columns.map(\.title).prefix(8) == ["指标", "地区", "单位", "2021", "2025", "目标年", "目标", "比目标"])
        #expect(
            grid.rows[0].map(\.value).dropFirst(3).prefix(5) == [
                .number(92.4), .number(93.5), .number(2025), .linkedNumber(93, to: place), .number(0.5),
            ])
    }

    @Test func whatSaysMostStandsFirst() {
        func row(_ name: String, _ years: [YearRow.Figures], change: Bool = false) -> YearRow {
            let change = change ? YearRow.Change(measure: .points, amount: 1) : nil
            return YearRow(
                indicatorName: name, area: nil, unit: "%", years: years, change: change,
                meaning: change == nil ? nil : .better, rank: change == nil ? nil : 1, hasBreak: name == "断")
        }
        let old = YearRow.Figures(year: Year(2023), actual: 50, target: nil)
        let new = YearRow.Figures(year: Year(2024), actual: 51, target: nil)
        let aimed = YearRow.Figures(year: Year(2024), actual: 51, target: 52)
        let rows = [
            row("断", [old, new]), row("比", [aimed]), row("变", [old, new], change: true),
            row("全", [old, aimed], change: true),
        ]
        let grid = YearSheet(rows: rows, sources: SourceIndex(SampleReport.report()), words: words).grid
        #expect(grid.rows.map { $0[0].value } == ["全", "变", "比", "断"].map { .text($0) })
        #expect(grid.rows.map { $0[$0.count - 2].value } == [.text("改善"), .text("改善"), .blank, .text("口径有变")])
    }

    @Test func baseAndTargetAloneCompareNoYears() {
        let years: [YearRow.Figures] = [
            .init(year: Year(2021), actual: 50, target: nil), .init(year: Year(2025), actual: nil, target: 62),
        ]
        let row = YearRow(indicatorName: "失能特困人员集中供养率", area: nil, unit: "%", years: years)
        let sources = SourceIndex(SampleReport.report())
        #expect(YearSheet(rows: [row], sources: sources, words: words).grid.rows.isEmpty)
    }
}

/// Tables of charts that share a page.
struct SharedChartTableTests {
    private func table(_ titles: [String], _ row: [GridSheet.Cell]) -> ChartTable {
        ChartTable(
            kind: .bar, title: "", description: "",
            columns: titles.enumerated().map { ChartTable.column($1, isText: $0 < ChartTable.namingColumns) },
            rows: [row],
            series: (ChartTable.namingColumns..<titles.count).map { .init(column: $0, color: SheetColor(0)) },
            height: 100)
    }

    @Test func chartsOfDifferentYearsStandOverAllYears() {
        let first = table(
            ["指标", "单位", "基期值", "2025年目标", "2030年目标"], [.text("产量"), .text("吨"), .integer(1), .integer(2), .integer(3)])
        let second = table(["指标", "单位", "2023年目标", "2025年目标"], [.text("占比"), .text("%"), .integer(4), .integer(5)])
        let columns = ChartTable.columns(of: [first, second])
        #expect(columns.map(\.title) == ["指标", "单位", "基期值", "2023年目标", "2025年目标", "2030年目标"])
        let spread = second.spread(over: columns)
        #expect(
            spread.rows[0].map(\.value) == [.text("占比"), .text("%"), .blank, .number(4), .number(5), .blank])
        #expect(spread.series.map(\.column) == [3, 4])
    }

    @Test func chartsOfOneHeadKeepIt() {
        let paths = table(["年份", "实际", "应达水平", "目标"], [.integer(2025), .integer(1), .integer(2), .integer(3)])
        #expect(ChartTable.columns(of: [paths, paths]).map(\.title) == ["年份", "实际", "应达水平", "目标"])
    }
}
