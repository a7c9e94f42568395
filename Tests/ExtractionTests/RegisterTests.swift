import PipelineDefinition
import SourceText
import StatisticalModel
import Testing

@testable import Extraction

/// One analysis for plans, work reports and communiqués: sentences of ours in each register.
@Suite struct RegisterTests {
    @Test func communique() {
        let lines = ProseFixture.lines(
            "全年地区生产总值1234.5亿元，按可比价格计算，比上年增长8.1%。其中，第一产业增加值56.7亿元，同比增长3.2%；第三产业增加值500亿元，增长5.4%，占地区生产总值的比重由40.1%调整为38.9%。",
            title: "2023年国民经济和社会发展统计公报")
        #expect(
            lines == [
                "地区生产总值|eq 1234.5亿元|2023|actual|level", "地区生产总值|eq 8.1%|2023|actual|change",
                "第一产业增加值|eq 56.7亿元|2023|actual|level", "第一产业增加值|eq 3.2%|2023|actual|change",
                "第三产业增加值|eq 500亿元|2023|actual|level", "第三产业增加值|eq 5.4%|2023|actual|change",
                "第三产业增加值占地区生产总值的比重|eq 40.1%|-|actual|level",
                "第三产业增加值占地区生产总值的比重|eq 38.9%|2023|actual|level",
            ])
    }

    @Test func workReport() {
        let lines = ProseFixture.lines(
            "过去一年，我们新建改造农村公路300公里。今年主要预期目标是：地区生产总值增长6%左右，规上工业增加值增长8%。", title: "2024年政府工作报告")
        #expect(
            lines == [
                "新建改造农村公路|eq 300公里|2023|actual|increment", "地区生产总值|approx 6%|2024|target|change",
                "规上工业增加值|eq 8%|2024|target|change",
            ])
    }

    @Test func outturnUnderAReviewHeading() {
        let lines = ProseFixture.lines(
            "一般公共预算收入完成年度计划的105.7%，居民消费价格涨幅控制在2.9%以内。", title: "2024年政府工作报告", heading: "一、2023年工作回顾")
        #expect(
            lines == [
                "一般公共预算收入完成年度计划|eq 105.7%|2023|actual|level", "居民消费价格涨幅|le 2.9%|2023|actual|level",
            ])
    }

    @Test func plan() {
        let lines = ProseFixture.lines(
            "到2025年，疏干水利用率、再生水回用率分别达到75%、67%，甲用水量和乙用水量均比2020年下降12%。", title: "某市“十四五”规划")
        #expect(
            lines == [
                "疏干水利用率|eq 75%|2025|target|level", "再生水回用率|eq 67%|2025|target|level",
                "甲用水量|eq 12%|2025|target|change", "乙用水量|eq 12%|2025|target|change",
            ])
    }

    @Test func totalsAndTheirParts() {
        let lines = ProseFixture.lines(
            "累计培育示范牧场50个，其中2023年培育15个，2024年培育20个，2025年培育15个。", title: "示范牧场培育规划（2023—2025年）")
        #expect(
            lines == [
                "累计培育示范牧场|eq 50个|2025|target|level", "累计培育示范牧场|eq 15个|2023|target|level",
                "累计培育示范牧场|eq 20个|2024|target|level", "累计培育示范牧场|eq 15个|2025|target|level",
            ])
    }

    @Test func fromAndTo() {
        let extract = ProseFixture.extract("将资金拨付节点由8个增加到11个。", title: "2023年措施")
        #expect(extract.statements.map(\.kind) == [.actual, .target])
        #expect(extract.statements.map { "\($0.quantity!.value)" } == ["8", "11"])
        #expect(Set(extract.statements.map(\.indicator)) == ["资金拨付节点"])
    }

    @Test func valueBeforeItsNoun() {
        let lines = ProseFixture.lines("推进60个老旧小区、2482套住房改造，60%以上的二级以上医疗机构设置老年医学科。", title: "2023年计划")
        #expect(
            lines == [
                "老旧小区改造|eq 60个|2023|target|level", "住房改造|eq 2482套|2023|target|level",
                "二级以上医疗机构设置老年医学科|ge 60%|2023|target|level",
            ])
    }

    @Test func rangesProductsAndFractions() {
        let lines = ProseFixture.lines(
            "年产气15—25亿立方米/年，新建机组2×100万千瓦，引进企业2—3家，覆盖人口40余万人，三分之一的乡镇建成养老中心。", title: "2023年计划")
        #expect(lines[0].contains("range 15-25亿立方米/年"))
        #expect(lines[1].contains("eq 200万千瓦"))
        #expect(lines[2].contains("range 2-3家"))
        #expect(lines[3].contains("gt 40万人"))
        #expect(lines[4].contains("eq 33.3333333333%"))
    }

    @Test func bracketNamesUnitsAndDeadline() throws {
        let extract = ProseFixture.extract(
            "2023年推出高频事项不少于400项。（牵头部门：市审批局；责任部门：各区人民政府，市直各部门；完成时限：2023年6月30日前）")
        let statement = try #require(extract.statements.first)
        #expect(statement.responsible == "市审批局、各区人民政府，市直各部门")
        #expect(statement.leadUnit == "市审批局" && statement.cooperating == "")
        #expect(statement.deadline == CalendarDate(year: 2023, month: 6, day: 30))
        let task = try #require(extract.tasks.first)
        #expect(task.leadUnit == "市审批局")
        #expect(task.deadlineText == "2023年6月30日前")
    }

    @Test func baseYearIsNoTargetYear() throws {
        let extract = ProseFixture.extract("到2025年，单位能耗比2020年下降14.5%。", title: "某市规划")
        let statement = try #require(extract.statements.first)
        #expect(statement.year == Year(2025))
        #expect(statement.baseYear == Year(2020))
        #expect(statement.changeDirection == -1)
    }

    @Test func servicesAndPermits() {
        let lines = ProseFixture.lines(
            "护理型床位占比不低于55%，企业开办时间压缩至0.5个工作日以内，登记时限由5个工作日压缩至2个工作日，人均预期寿命提高到79岁。", title: "2024年工作要点")
        #expect(
            lines == [
                "护理型床位占比|ge 55%|2024|target|level", "企业开办时间|le 0.5个工作日|2024|target|level",
                "登记时限|eq 5个工作日|-|actual|level", "登记时限|eq 2个工作日|2024|target|level",
                "人均预期寿命|eq 79岁|2024|target|level",
            ])
    }

    @Test func listOfGrowthRates() {
        let extract = ProseFixture.extract(
            "固定资产投资同比增长12.3%，其中工业投资增长20.1%、民间投资下降3.2%。", title: "2023年国民经济和社会发展统计公报")
        #expect(extract.statements.map(\.indicator) == ["固定资产投资", "工业投资", "民间投资"])
        #expect(extract.statements.map(\.changeDirection) == [1, 1, -1])
        #expect(extract.statements.first?.baseYear == Year(2022))
    }

    // MARK: Texts without a head

    @Test(arguments: ["前三季度，服务业增加值增长7.8%。", "10月24日，记者获悉，前三季度，服务业增加值增长7.8%。"])
    func aTextThatOpensWithMonthsTellsFacts(text: String) {
        #expect(ProseFixture.lines(text) == ["服务业增加值|eq 7.8%|-|actual|change"])
    }

    @Test func aTextThatOpensWithoutMonthsLeavesItsKindOpen() {
        #expect(ProseFixture.lines("服务业增加值增长7.8%。") == ["服务业增加值|eq 7.8%|-|undetermined|change"])
    }

    @Test func lastYearOfAGuessedYearIsNone() {
        let text = "《东海市2009年决算》提请审议，去年基金收入完成405亿元。"
        #expect(ProseFixture.lines(text) == ["基金收入|eq 405亿元|-|actual|level"])
        let dated = ProseFixture.lines(text, date: CalendarDate(year: 2010, month: 10, day: 28))
        #expect(dated == ["基金收入|eq 405亿元|2009|actual|level"])
    }

    /// What statistics estimate has happened, whatever the text is.
    @Test func preliminaryEstimatesAreFacts() {
        #expect(ProseFixture.lines("初步统计，全市产值预计完成500亿元。") == ["产值|eq 500亿元|-|actual|level"])
        #expect(ProseFixture.lines("全市产值预计完成500亿元。") == ["产值|eq 500亿元|-|forecast|level"])
    }

    /// The report that a title names has two years; the text tells which one its figures are of.
    @Test func aTitleThatNamesAReportOnTwoYears() {
        let lines = ProseFixture.lines(
            "2023年是开局之年。预计，全年产值300亿元。", title: "解读《东海县2023年国民经济和社会发展计划执行情况与2024年计划草案的报告》",
            date: CalendarDate(year: 2024, month: 2, day: 2))
        #expect(lines == ["产值|eq 300亿元|2023|actual|level"])
    }

    /// What another text is made of is no head of this one, the last item without a semicolon included.
    @Test func itemsOfAListAreNoHeads() {
        func block(_ text: String, _ file: SourceFile, from: Int, marker: Int, heading: Bool) -> TextBlock {
            let end = from + text.utf8.count
            return TextBlock(
                role: heading ? .heading(level: 1) : .paragraph, text: PlacedText(file, from..<end),
                markerLength: marker, line: 1, lineEnd: 1)
        }
        func kinds(_ items: [String]) -> [StatementKind] {
            let file = SourceFile(name: "sample.txt", text: items.joined())
            var start = 0
            let blocks = items.enumerated().map { index, text in
                defer { start += text.utf8.count }
                let isItem = index + 1 < items.count
                return block(text, file, from: start, marker: isItem ? 6 : 0, heading: isItem)
            }
            let document = BulletinDocument(title: "", firstLine: 1, lastLine: 1)
            return Extractor(library: ProseFixture.library).extract(
                from: BulletinLayout(file: file, documents: [document], blocks: blocks)
            ).statements.map(\.kind)
        }
        #expect(kinds(["一、2019年工作回顾；", "二、2020年工作安排", "产值500亿元。"]) == [.undetermined])
        #expect(kinds(["二、2020年工作安排", "产值500亿元。"]) == [.target])
    }

    @Test func aPlanThatWasWrittenIsNoTime() {
        let lines = ProseFixture.lines("已完成“十四五”交通发展规划编制，建成公交车152台。", title: "2021年东海市交通工作总结")
        #expect(lines == ["公交车|eq 152台|2021|actual|level"])
        let aimed = ProseFixture.lines("“十四五”期间，建成公交车152台。", title: "东海市交通发展规划")
        #expect(aimed == ["公交车|eq 152台|2025|target|level"])
    }

    /// What a clause says of an earlier year but the same once more holds for its figure alone.
    @Test func anEarlierYearSetIn() {
        let title = "2021年居民收支统计公报"
        let inset = ProseFixture.lines("2021年，人均收入3万元，2020年为2.8万元；人均消费支出2万元。", title: title)
        #expect(
            inset == [
                "人均收入|eq 3万元|2021|actual|level", "人均收入|eq 2.8万元|2020|actual|level",
                "人均消费支出|eq 2万元|2021|actual|level",
            ])
        let own = ProseFixture.lines("2021年，人均收入3万元，2020年人均收入2.8万元，人均消费支出2万元。", title: title)
        #expect(own.last == "人均消费支出|eq 2万元|2020|actual|level")
    }

    /// Each of the parts of the year that are listed has its figure.
    @Test func partsOfTheYearInAList() {
        let spans = ProseFixture.extract(
            "一季度、上半年和全年工业增加值增速分别为8%、7%和6%。", title: "2021年统计公报"
        ).statements.map { $0.months.map { "\($0)" } ?? "-" }
        let one = ProseFixture.extract("上半年工业增加值增速为7%。", title: "2021年统计公报").statements[0].months
        #expect(spans.count == 3 && spans[1] == one.map { "\($0)" } && spans[2] == "-")
    }

    /// What a title says of the year that is over says nothing of the one behind.
    @Test(arguments: [
        ("海棠街道2019年预算执行情况和2020年预算", "target"), ("海棠街道2019年决算和2020年预算执行情况", "actual"),
        ("海棠街道2019年和2020年预算执行情况", "actual"),
    ])
    func aTitleOfTwoYears(title: String, kind: String) {
        let lines = ProseFixture.lines("教育支出1310万元。", title: title)
        #expect(lines == ["教育支出|eq 1310万元|2020|\(kind)|level"])
    }

    /// 任务目标： and 进展情况： open what was aimed at and what was done.
    @Test func labelsOfAimAndOutturn() {
        let title = "2014年十件实事完成情况"
        #expect(ProseFixture.lines("任务目标：新增停车位400个。", title: title) == ["新增停车位|eq 400个|2014|target|increment"])
        #expect(ProseFixture.lines("进展情况：新增停车位400个。", title: title) == ["新增停车位|eq 400个|2014|actual|increment"])
        #expect(ProseFixture.lines("完成任务目标新增停车位400个。", title: title).first?.contains("actual") == true)
    }
}
