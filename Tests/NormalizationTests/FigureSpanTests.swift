import PipelineDefinition
import StatisticalModel
import TestSupport
import Testing

@testable import Normalization

/// Over which years a running total counts.
@Suite struct FigureSpanTests {
    private static let spans = FigureSpan(
        words: ProjectFolder.library.assessment, names: ProjectFolder.library.names)

    private func observation(
        _ quote: String, _ value: DecimalNumber, year: Int = 2025, kind: StatementKind = .actual,
        measure: StatementMeasure = .increment, name: String = "新增学位", unit: String = "个", title: String = "",
        origin: ContextOrigin = .clause
    ) -> Observation {
        var statement = BulletinBuilder.statement(name, value, unit, year: year)
        statement.yearOrigin = origin
        statement.provenance.quote = quote
        statement.provenance.documentTitle = title
        (statement.kind, statement.measure) = (kind, measure)
        var result = Observation(
            sources: [statement], indicatorName: name, kind: kind, measure: measure, value: value, unit: UnitCode(unit),
            year: Year(year))
        Self.spans.fill(&result, from: statement)
        return result
    }

    @Test(
        arguments: [
            ("十四五以来累计新增学位90个", 2021), ("“十四五”以来，累计新增学位90个", 2021), ("2022年以来，全市累计新增学位90个", 2022),
            ("2022年项目启动以来，改造校舍7处，累计新增学位90个", 2022), ("五年累计新增学位90个", 2021), ("过去五年，新增学位90个", 2021),
            ("五年来，建成学校3所，新增学位90个", 2021), ("三年来累计新增学位90个", 2023), ("5年间新增学位90个", 2021),
        ])
    func aRunningTotalCountsFromTheYearThatItSays(_ quote: String, _ first: Int) {
        let found = observation(quote, 90)
        #expect(found.period == YearSpan(Year(first), Year(2025)))
        #expect(!found.isOpenTotal)
        #expect(found.measure == .increment)
    }

    /// Of an unsaid beginning, of one year, and of a clause with a year of its own.
    @Test(
        arguments: [
            ("累计新增学位90个", true), ("截至2025年累计新增学位90个", true), ("2025年底累计新增学位90个", true),
            ("近年来，累计新增学位90个", true), ("全年累计新增学位90个", false), ("2025年累计新增学位90个", false), ("新增学位90个", false),
            ("五年来建成学校3所，2025年新增学位90个", false), ("第十五年新增学位90个", false),
        ])
    func withoutABeginningItIsNoYearsAmount(_ quote: String, _ isOpen: Bool) {
        let found = observation(quote, 90)
        #expect(found.period == nil)
        #expect(found.isOpenTotal == isOpen)
    }

    @Test func anAmountOfAPlanBuildsUpOverIt() {
        let title = "教育发展规划（2021—2025年）"
        func period(_ quote: String) -> YearSpan? {
            observation(quote, 90, kind: .target, measure: .level, name: "改造校舍", unit: "处", title: title).period
        }
        #expect(period("到2025年，改造校舍90处") == YearSpan(Year(2021), Year(2025)))
        #expect(period("2025年改造校舍90处") == nil)
    }

    /// A change by the end of a plan is over the plan where its words say so, or its paragraph opens with that year.
    @Test(
        arguments: [(.paragraph, true), (.leadIn, true), (.sentence, false), (.title, false)] as [(ContextOrigin, Bool)]
    )
    func aChangeByThePlansEndIsOverIt(_ origin: ContextOrigin, _ isOverPlan: Bool) {
        let found = observation(
            "用水量下降16%", 16, kind: .target, measure: .change, name: "用水量", unit: "%",
            title: "水安全保障规划（2021—2025年）", origin: origin)
        #expect(found.period == (isOverPlan ? YearSpan(Year(2021), Year(2025)) : nil))
    }

    @Test func anAverageGrowthIsOverThePlan() {
        func period(_ quote: String, title: String = "", kind: StatementKind = .target) -> YearSpan? {
            observation(quote, 6, kind: kind, measure: .change, name: "生产总值", unit: "%", title: title).period
        }
        let five = YearSpan(Year(2021), Year(2025))
        #expect(period("到2025年，总量突破200亿元，年均增长6%") == five)
        #expect(period("年均增长6%", title: "第十四个五年规划和二〇三五年远景目标纲要") == five)
        #expect(period("年均增长6%", title: "行动方案（2023—2025年）") == YearSpan(Year(2023), Year(2025)))
        #expect(period("增长6%") == nil)
        #expect(period("五年年均增长6%", kind: .actual) == nil)
        #expect(period("五年来年均增长6%", kind: .actual) == five)
    }

    /// What the text says of several years is no rate of the last of them; a year on the way ends it.
    @Test(
        arguments: [
            ("“十四五”以来，能耗累计下降13%", 2021), ("五年来，收入增长40%，能耗下降13%", 2021), ("过去三年能耗累计下降13%", 2023),
            ("2022年以来，能耗下降13%", 2022), ("2022年以来成效显著，2025年投资5亿元，能耗下降13%", nil),
            ("能耗比上年下降13%", nil), ("五年来成效显著，2025年能耗下降13%", nil),
            ("五年来成效显著，全年能耗下降13%", nil),
        ] as [(String, Int?)])
    func aFactsChangeIsOverTheYearsThatItSays(_ quote: String, _ first: Int?) {
        let found = observation(quote, 13, measure: .change, name: "能耗", unit: "%")
        #expect(found.period == first.map { YearSpan(Year($0), Year(2025)) })
    }

    @Test(
        arguments: [
            ("五年来能耗累计下降13%", -1, true), ("能耗累计下降13%", -1, true), ("全年能耗累计下降13%", -1, false),
            ("能耗下降13%", -1, false), ("零售额累计增长13%", 1, false), ("五年来能耗年均下降13%", -1, false),
        ])
    func anAccumulatedFallIsNoRateOfAYear(_ quote: String, _ direction: Int, _ runs: Bool) {
        var statement = BulletinBuilder.statement("能耗", 13, "%")
        statement.provenance.quote = quote
        (statement.kind, statement.measure, statement.changeDirection) = (.actual, .change, direction)
        #expect(Self.spans.isRunningChange(statement) == runs)
    }

    /// 全年平均 is one year's; [14] in a column of averages is a total.
    @Test func averagesOfOneYearAndTotalsAreNoAverageGrowth() {
        let names = ProjectFolder.library.names
        #expect(!names.saysAverageGrowth(Array("价格全年平均上涨".utf8)[...]))
        #expect(names.saysAverageGrowth(Array("全年平均上涨，年平均增长".utf8)[...]))
        var total = BulletinBuilder.statement("能耗", 14, "%", table: "主要指标")
        total.provenance.quote = "能耗降低（%）｜年均增速[累计]｜[14]"
        (total.measure, total.changeDirection) = (.change, -1)
        total.provenance.documentTitle = "规划（2023—2025年）"
        var found = Observation(
            sources: [total], indicatorName: "能耗", kind: .target, measure: .change, value: 14, unit: .percent,
            year: Year(2025))
        Self.spans.fill(&found, from: total)
        #expect(found.period == YearSpan(Year(2023), Year(2025)))
        #expect(total.isPlanTotal)
    }

    /// The clause's own years stand before those of the sentence; amounts of 五年来 are none of the last year.
    @Test func anAmountIsOfTheYearsThatItsClauseSays() {
        let own = observation("“十四五”时期，新增学位20个，三年累计新增学位90个", 90)
        #expect(own.period == YearSpan(Year(2023), Year(2025)))
        let done = observation("三年来改造校舍90处，其中2025年改造30处", 90, measure: .level, name: "改造校舍", unit: "处")
        #expect(done.period == YearSpan(Year(2023), Year(2025)))
        #expect(done.measure == .increment)
        let year = observation("三年来改造校舍90处，其中2025年改造30处", 30, measure: .level, name: "改造校舍", unit: "处")
        #expect(year.period == nil)
        #expect(year.measure == .increment)
    }

    // MARK: A changed base

    private func status(_ note: String, role: TextBlock.Role = .note, name: String = "地区生产总值") -> ObservationStatus? {
        var fact = BulletinBuilder.statement(name, 900, "亿元", year: 2023)
        fact.kind = .actual
        var bulletin = BulletinBuilder.bulletin([fact])
        bulletin.layout.blocks = [TextBlock(role: role, text: BulletinBuilder.text(note), line: 9, lineEnd: 9)]
        return Normalizer(library: ProjectFolder.library).normalize([bulletin]).observations.first { $0.value != nil }?
            .status
    }

    @Test(
        arguments: [
            ("[2] 地区生产总值根据第五次全国经济普查结果修订。", .breakInSeries), ("注：地区生产总值按可比口径计算。", .breakInSeries),
            ("2021—2023年的地区生产总值，已按第五次全国经济普查的结果修订，修订前后不宜直接比较。", .breakInSeries),
            ("[2] 社会消费品零售总额根据第五次全国经济普查结果修订。", .normal), ("[2] 地区生产总值为初步核算数。", .normal),
            ("开展第五次全国经济普查。地区生产总值稳步增长。", .normal),
        ] as [(String, ObservationStatus)])
    func aNoteOfACensusChangesTheBase(_ note: String, _ expected: ObservationStatus) {
        #expect(status(note) == expected)
        #expect(status(note, name: "GDP") == expected)
    }

    /// 按可比口径 in running text is of the growth that it stands beside.
    @Test func comparableTermsCountInNotesAlone() {
        #expect(status("地区生产总值按可比口径计算。", role: .paragraph) == .normal)
        #expect(status("地区生产总值按可比口径计算。", role: .note) == .breakInSeries)
    }
}
