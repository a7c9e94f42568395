import PipelineDefinition
import StatisticalModel
import TestSupport
import Testing

@testable import Normalization

/// What titles and sentences say of the years of figures.
@Suite struct PlanYearsTests {
    private func applied(
        _ statement: Statement, title: String, date: CalendarDate? = CalendarDate(year: 2022, month: 6)
    )
        -> Statement
    {
        let document = BulletinDocument(title: title, date: date, firstLine: 1, lastLine: 9)
        return PlanYears([document], words: ProjectFolder.library.assessment).applied(to: [statement])[0]
    }

    @Test(
        arguments: [
            ("养老服务规划（2021—2025年）", YearSpan(Year(2021), Year(2025))),
            ("社区建设计划（2023-2025）", YearSpan(Year(2023), Year(2025))),
            ("“十五五”规划", YearSpan(Year(2026), Year(2030))), ("2023年工作计划", YearSpan(Year(2023), Year(2023))),
            ("第十四个五年规划和二〇三五年远景目标纲要", YearSpan(Year(2021), Year(2025))),
            ("“十四五”规划2023年实施计划", YearSpan(Year(2023), Year(2023))), ("实施方案", nil),
            ("2025年计划执行情况与2026年计划草案的报告", YearSpan(Year(2026), Year(2026))),
            ("三年行动方案（2023—2025年）2024年工作要点", YearSpan(Year(2024), Year(2024))),
            ("城市更新行动方案（2023年至2025年）", YearSpan(Year(2023), Year(2025))),
        ] as [(String, YearSpan?)])
    func titlesStateTheirYears(title: String, span: YearSpan?) {
        #expect(PlanYears.span(ofTitle: title) == span)
    }

    private func increment(_ year: Int, quote: String, origin: ContextOrigin = .clause) -> Statement {
        var statement = BulletinBuilder.statement("托育服务覆盖率", 300, "个", year: year)
        statement.measure = .increment
        statement.provenance.quote = quote
        statement.yearOrigin = origin
        return statement
    }

    @Test func incrementsUpToAYearCoverThePlan() {
        let plan = "养老服务规划（2021—2025年）"
        let whole = YearSpan(Year(2021), Year(2025))
        #expect(applied(increment(2025, quote: "到2025年新增300个"), title: plan).period == whole)
        #expect(applied(increment(2025, quote: "新增300个", origin: .title), title: plan).period == whole)
        #expect(applied(increment(2023, quote: "2023年新增300个"), title: plan).period == nil)
        #expect(applied(increment(2023, quote: "到2023年新增300个"), title: "2023年工作计划").period == nil)
        #expect(applied(increment(2025, quote: "到2025年新增300个"), title: "实施方案").period == whole)
        #expect(applied(increment(2026, quote: "到2026年新增300个"), title: "实施方案").period == nil)
    }

    /// 每年新增300个 is asked of each year, the last one too.
    @Test func whatIsDoneEachYearDoesNotBuildUp() {
        let plan = "养老服务规划（2021—2025年）"
        #expect(applied(increment(2025, quote: "到2025年，每年新增300个"), title: plan).period == nil)
        #expect(
            applied(increment(2025, quote: "每年新建1处，到2025年新增300个"), title: plan).period
                == YearSpan(Year(2021), Year(2025)))
    }

    @Test func aTargetWithoutAYearIsForTheEndOfThePlan() {
        var target = BulletinBuilder.statement("托育服务覆盖率", 60, "%", year: 2022)
        target.yearOrigin = .date
        #expect(applied(target, title: "社区建设计划（2023-2025）").year == Year(2025))
        #expect(applied(target, title: "实施方案").year == Year(2022))
        target.yearOrigin = .clause
        #expect(applied(target, title: "社区建设计划（2023-2025）").year == Year(2022))
    }

    @Test func aFactIsNeverOfTheFuture() {
        var fact = BulletinBuilder.statement("托育服务覆盖率", 60, "%", year: 2025)
        fact.kind = .actual
        #expect(applied(fact, title: "规划（2021—2025年）").year == Year(2022))
        #expect(applied(fact, title: "规划（2021—2025年）", date: nil).year == Year(2025))
    }

    /// 老旧小区改造｜2025年｜[320] in the table of a plan for 2021—2025.
    @Test(arguments: [("[320]", true), ("［320］", true), ("〔320〕", true), ("320", false), ("（320）", false)])
    func aFigureInSquareBracketsIsTheSumOverThePlan(_ cell: String, _ isSum: Bool) {
        var target = BulletinBuilder.statement("老旧小区改造", 320, "个", year: 2025, table: "主要指标", row: 9)
        target.measure = .increment
        target.provenance.quote = "老旧小区改造｜2025年｜\(cell)"
        let period = applied(target, title: "“十四五”公共服务规划").period
        #expect(period == (isSum ? YearSpan(Year(2021), Year(2025)) : nil))
    }

    @Test func yearlyPartsAndTheirTotalAreIncrements() {
        func part(_ value: DecimalNumber, _ year: Int, sentence: Int? = 0) -> Statement {
            var statement = BulletinBuilder.statement("示范机构", value, "个", year: year)
            statement.provenance.sentence = sentence
            return statement
        }
        let marked = YearlyParts.marked([part(50, 2025), part(15, 2023), part(20, 2024), part(15, 2025)])
        #expect(marked.map(\.measure) == [.increment, .increment, .increment, .increment])
        #expect(marked.map { $0.period?.first.number } == [2023, 2023, 2024, 2025])
        // Levels that rise from year to year add up to nothing.
        let levels = [part(30, 2025), part(15, 2023), part(20, 2024)]
        #expect(YearlyParts.marked(levels) == levels)
        // Nor do figures of other sentences, or of none.
        for other in [40, nil] {
            let apart = [part(50, 2025), part(15, 2023), part(20, 2024), part(15, 2025, sentence: other)]
            #expect(YearlyParts.marked(apart) == apart)
        }
    }
}
