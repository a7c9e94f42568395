import StatisticalModel
import Testing

@testable import Publishing

/// The targets of an indicator stand together, in the order of plans, and share a unit.
struct PipelineBlocksTests {
    private func row(
        _ indicator: String, _ year: Int, _ value: DecimalNumber = 1, printed: (DecimalNumber, String)? = nil,
        plan: Int = 2021, line: Int, area: String = "甲市", headings: [String] = [], table: String? = nil
    ) -> ProgressAssessment {
        let quantity = printed.map { Quantity(value: $0.0, unit: $0.1) } ?? Quantity(value: value, unit: "元")
        var statement = Statement(
            provenance: Provenance(
                bulletin: "plan-\(plan).txt", documentTitle: "\(plan)年规划", line: line, lineEnd: line, quote: "",
                rule: .clause), source: .prose, indicator: indicator, kind: .target, quantity: quantity)
        statement.provenance.headings = headings
        statement.provenance.table = table
        let target = Observation(
            sources: [statement], indicatorName: indicator, kind: .target, value: value, unit: "元", year: Year(year),
            published: CalendarDate(year: plan, month: 1, day: 1))
        return ProgressAssessment(
            pipeline: SampleReport.pipelineID, indicator: IndicatorCode(indicator), indicatorName: indicator,
            area: ReferenceArea(code: nil, name: area), unit: "元", direction: .up, form: .level, target: target,
            status: .notAssessable)
    }

    private func named(_ blocks: PipelineBlocks) -> [String] {
        blocks.rows.map { "\($0.area?.name ?? "") \($0.indicatorName) \($0.target.year?.number ?? 0)" }
    }

    @Test func blocksFollowAreaPlanAndTheOrderOfThePlan() {
        let blocks = PipelineBlocks([
            row("养老", 2024, plan: 2024, line: 3), row("养老", 2025, line: 20), row("养老", 2030, line: 20),
            row("道路", 2024, plan: 2024, line: 1), row("托育", 2025, line: 10),
            row("养老", 2025, line: 2, area: "乙市"),
        ])
        #expect(named(blocks) == ["甲市 托育 2025", "甲市 养老 2024", "甲市 养老 2025", "甲市 养老 2030", "甲市 道路 2024", "乙市 养老 2025"])
        #expect(blocks.numbers == [1, 2, 2, 2, 3, 4])
        #expect(blocks.rows.indices.map(blocks.begins) == [true, true, false, false, true, true])
    }

    @Test func aGroupIsWhatOnePlanSaysUnderOneHeading() {
        let blocks = PipelineBlocks([
            row("养老", 2024, plan: 2024, line: 3, headings: ["养老工作"]),
            row("养老", 2025, line: 20, headings: ["主要任务", "养老服务"]),
            row("托育", 2025, line: 30, headings: ["主要任务", "托育服务"]),
            row("床位", 2025, line: 21, headings: ["主要任务", "养老服务"]),
            row("道路", 2025, line: 40, headings: ["主要任务", "表1 指标"], table: "表1 指标"),
            row("桥梁", 2025, line: 50, headings: ["表2 指标"], table: "表2 指标"), row("水", 2025, line: 60),
        ])
        // A later plan's target stays with its indicator.
        #expect(
            named(blocks)
                == ["养老 2024", "养老 2025", "床位 2025", "托育 2025", "道路 2025", "桥梁 2025", "水 2025"].map { "甲市 \($0)" })
        #expect(
            blocks.groups.map(\.theme) == ["养老服务", "养老服务", "养老服务", "托育服务", "主要任务", "表2 指标", ""])
        #expect(Set(blocks.groups.map(\.plan)) == ["2021年规划"])
        #expect(
            blocks.rows.indices.map(blocks.beginsGroup) == [true, false, false, true, true, true, true])
    }

    @Test func qualifiersAreBlocksOfTheirOwn() {
        var rural = row("养老", 2025, line: 1)
        rural.qualifier = "农村"
        #expect(PipelineBlocks([row("养老", 2025, line: 1), rural]).numbers == [1, 2])
    }

    @Test func aBlockHasOneScaleTheSmallestOfTwo() {
        let rows = [
            row("产值", 2025, 800_000_000_000, printed: (8000, "亿元"), line: 1),
            row("产值", 2030, 1_000_000_000_000, printed: (1, "万亿元"), line: 2),
        ]
        let blocks = PipelineBlocks(rows)
        #expect(
            rows.map { blocks.scale($0) } == [DisplayScale(unit: "亿元", power: 8), DisplayScale(unit: "亿元", power: 8)])
        #expect(rows.map { blocks.scale($0).shown($0.target) } == [8000, 10_000])
    }

    /// 0.015 人/亿元 is 0.00000000015 人/元.
    @Test func aUnitBelowItsBaseIsShownAsPrinted() {
        let value = DecimalNumber(significand: 15, exponent: -11)
        let rows = [row("死亡率", 2025, value, printed: (DecimalNumber("0.015")!, "人/亿元"), line: 1)]
        let blocks = PipelineBlocks(rows)
        #expect(blocks.scale(rows[0]) == DisplayScale(unit: "人/亿元", power: -8))
        #expect(blocks.scale(rows[0]).shown(rows[0].target) == DecimalNumber("0.015"))
    }

    @Test func whatMostRowsArePrintedInWins() {
        let rows = [
            row("产值", 2025, 500_000_000_000, printed: (5000, "亿元"), line: 1),
            row("产值", 2030, 1_000_000_000_000, printed: (1, "万亿元"), line: 2),
            row("产值", 2035, 2_000_000_000_000, printed: (2, "万亿元"), line: 3),
        ]
        #expect(PipelineBlocks(rows).scale(rows[0]).unit == "万亿元")
    }
}

/// A share that never ends is shown as the fraction that was printed.
struct PrintedFractionTests {
    @Test(arguments: [("33.3333333333", "1/3"), ("66.6666666667", "2/3"), ("14.2857142857", "1/7")])
    func endlessSharesAreFractions(_ share: String, _ fraction: String) throws {
        let value = try #require(DecimalNumber(share))
        #expect(PrintedFraction(percent: value, of: .percent)?.text == fraction)
        #expect(PrintedFraction(percent: value, of: "张") == nil)
    }

    @Test(arguments: ["33.3", "33.33", "50", "33.333333"]) func printedSharesStayAsTheyAre(_ share: String) throws {
        #expect(PrintedFraction(percent: try #require(DecimalNumber(share)), of: .percent) == nil)
    }
}
