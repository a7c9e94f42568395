import SourceText
import StatisticalModel
import Testing

@testable import Extraction

/// How the figures of a sentence come to their names; every sentence with all that it states.
@Suite struct SentenceChartTests {
    /// `name value unit`, with the qualifier before the name and `±` for a change, `+` for an increment.
    private func names(_ text: String) -> [String] {
        let extract = ProseFixture.extract(text, title: "东海市2023年国民经济和社会发展统计公报")
        return extract.statements.map { statement in
            let quantity = statement.quantity
            let measure = statement.measure == .change ? "±" : statement.measure == .increment ? "+" : ""
            let value = quantity.map { "\($0.value)\($0.unit)" } ?? ""
            return "\(statement.qualifier)\(statement.indicator) \(measure)\(value)"
        }
    }

    // MARK: Parts

    @Test(arguments: [
        ("从门类看，采矿业增长4%。", "采矿业增加值"), ("分门类看：采矿业增长4%。", "采矿业增加值"), ("采矿业增长4%。", "采矿业"),
        ("从投资看，采矿业投资增长4%。", "采矿业投资"),
    ])
    func aParagraphThatOnlyDividesGoesOnAboutTheOneBefore(paragraph: String, expected: String) {
        let texts = ["规模以上工业增加值增长6%。", paragraph]
        let file = SourceFile(name: "sample.txt", text: texts.joined(separator: "\n"))
        let start = texts[0].utf8.count + 1
        let blocks = [0..<start - 1, start..<file.bytes.count].enumerated().map { line, range in
            TextBlock(role: .paragraph, text: PlacedText(file, range), line: line + 1, lineEnd: line + 1)
        }
        let document = BulletinDocument(title: "东海市2023年国民经济和社会发展统计公报", firstLine: 1, lastLine: 2)
        let extract = Extractor(library: ProseFixture.library).extract(
            from: BulletinLayout(file: file, documents: [document], blocks: blocks))
        #expect(extract.statements.map(\.indicator) == ["规模以上工业增加值", expected])
    }

    @Test func aPartTakesTheMeasureOfTheWholeInItsUnit() {
        #expect(
            names("全年蔬菜种植面积12万亩，产量30万吨。其中，番茄3万亩，增长4%；茄子8万吨，下降2%。") == [
                "蔬菜种植面积 12万亩", "蔬菜产量 30万吨", "番茄种植面积 3万亩", "番茄种植面积 ±4%", "茄子产量 8万吨", "茄子产量 ±2%",
            ])
        #expect(
            names("中药材种植面积10万亩，产量2万吨；花椒3万亩，产量0.5万吨。") == [
                "中药材种植面积 10万亩", "中药材产量 2万吨", "花椒种植面积 3万亩", "花椒产量 0.5万吨",
            ])
        #expect(
            names("地区生产总值300亿元。其中，第一产业20亿元，增长3%；第二产业150亿元，增长5%。") == [
                "地区生产总值 300亿元", "第一产业增加值 20亿元", "第一产业增加值 ±3%", "第二产业增加值 150亿元", "第二产业增加值 ±5%",
            ])
    }

    @Test func aDivisionHoldsForTheSentencesBehindIt() {
        #expect(
            names("规模以上工业增加值增长6%。分经济类型看，国有企业增长3%，私营企业增长7%。轻工业增长2%，重工业增长8%。") == [
                "规模以上工业增加值 ±6%", "国有企业增加值 ±3%", "私营企业增加值 ±7%", "轻工业增加值 ±2%", "重工业增加值 ±8%",
            ])
        // Nothing was divided, and a name with a measure of its own needs none.
        #expect(
            names("规模以上工业增加值增长6%，民间投资增长3%。税收收入增长2%。") == [
                "规模以上工业增加值 ±6%", "民间投资 ±3%", "税收收入 ±2%",
            ])
    }

    @Test func aClassTakesTheThingsCounted() {
        #expect(
            names("排查隐患点300处，按规模：大型20处、小型280处。") == ["排查隐患点 300处", "大型排查隐患点 20处", "小型排查隐患点 280处"])
        // Two characters of the noun are enough to be one by itself.
        #expect(
            names("全市民营企业300家，按规模：小微企业280家、大型20家。") == ["民营企业 300家", "小微企业 280家", "大型民营企业 20家"])
        #expect(names("全市民营企业300家，其中科技公司20家。") == ["民营企业 300家", "科技公司 20家"])
    }

    @Test func aPlaceTakesTheRestOfTheName() {
        #expect(
            names("农村居民人均可支配收入2万元，增长6%；城镇4万元，增长5%。") == [
                "农村居民人均可支配收入 2万元", "农村居民人均可支配收入 ±6%", "城镇居民人均可支配收入 4万元", "城镇居民人均可支配收入 ±5%",
            ])
        #expect(
            names("居民恩格尔系数为32%，其中城镇为30%、农村为38%。") == ["居民恩格尔系数 32%", "城镇居民恩格尔系数 30%", "农村居民恩格尔系数 38%"])
    }

    // MARK: Measures

    @Test func aMeasureTakesTheSubjectBefore() {
        #expect(
            names("公交卡投资增长24%、保有量增长19%，激活率为96%。") == ["公交卡投资 ±24%", "公交卡保有量 ±19%", "公交卡激活率 96%"])
        #expect(names("水库养殖喜获丰收，总量为9万吨。") == ["水库养殖总量 9万吨"])
        #expect(names("新开工公租房21栋、建筑面积36万平方米。") == ["新开工公租房 +21栋", "新开工公租房建筑面积 +36万平方米"])
        // A rate of what was added is one of all.
        #expect(names("新增学位3000个，普惠率88%。") == ["新增学位 +3000个", "普惠率 88%"])
    }

    @Test func ratesOfThreeCharactersNeedASubject() {
        #expect(names("公交卡投资增长24%，激活率96%。") == ["公交卡投资 ±24%", "公交卡激活率 96%"])
        #expect(names("公交卡投资增长24%，准点到达率96%。") == ["公交卡投资 ±24%", "准点到达率 96%"])
        #expect(names("医疗机构投资增长24%，出生率5‰。") == ["医疗机构投资 ±24%", "出生率 5‰"])
    }

    @Test func aBudgetComesBackToWhatItsParagraphOpenedWith() {
        #expect(
            names("养老保险基金收入73亿元，为预算的99%，增加2亿元；支出68亿元。利息收入3亿元。年末滚存结余26亿元。") == [
                "养老保险基金收入 73亿元", "养老保险基金收入完成预算 99%", "养老保险基金收入 ±2亿元", "养老保险基金支出 68亿元", "利息收入 3亿元",
                "养老保险基金年末滚存结余 26亿元",
            ])
    }

    // MARK: Lists

    @Test func oneTailServesAListOfHeads() {
        #expect(names("轻、重工业用电量分别为3亿千瓦时、9亿千瓦时。") == ["轻工业用电量 3亿千瓦时", "重工业用电量 9亿千瓦时"])
        #expect(names("一、二、三产业贡献率分别为9%、55%、36%。") == ["第一产业贡献率 9%", "第二产业贡献率 55%", "第三产业贡献率 36%"])
        #expect(
            names("消费、投资、净出口对增长的影响分别为0.3、-1.9、3.2个百分点。") == [
                "消费对增长的影响 0.3个百分点", "投资对增长的影响 -1.9个百分点", "净出口对增长的影响 3.2个百分点",
            ])
        #expect(
            names("幼儿园入园率、教育巩固率和新增劳动力受教育年限分别达到88%、97%和13年。") == [
                "幼儿园入园率 88%", "教育巩固率 97%", "新增劳动力受教育年限 13年",
            ])
    }

    @Test func partsOfSpendingByTheHeadAreByTheHead() {
        #expect(
            names("农村居民人均消费支出9903元，其中，食品支出3679元，增长5%；居住支出1922元。") == [
                "农村居民人均消费支出 9903元", "农村居民人均食品支出 3679元", "农村居民人均食品支出 ±5%", "农村居民人均居住支出 1922元",
            ])
        // Spending that nobody divides is none of theirs.
        #expect(names("农村居民人均消费支出9903元，教育支出3亿元。") == ["农村居民人均消费支出 9903元", "教育支出 3亿元"])
    }

    @Test func whoTakesInAPartOfARevenueTakesItsName() {
        #expect(
            names("一般公共预算收入完成28583万元，从征收部门来看：税务部门完成13866万元，占调整预算的101%；财政部门完成14717万元。") == [
                "一般公共预算收入 28583万元", "税务部门收入 13866万元", "税务部门收入完成调整预算 101%", "财政部门收入 14717万元",
            ])
    }

    @Test func aPartOfAListTakesItsMeasureFromTheNextThatHasOne() {
        #expect(
            names("新建城区、新建居住区养老设施达标率、社区养老设施覆盖率均达到100%。") == [
                "新建城区养老设施达标率 100%", "新建居住区养老设施达标率 100%", "社区养老设施覆盖率 100%",
            ])
    }

    @Test func aListOfTransportLendsItsHeadAndKeepsItsUnits() {
        #expect(
            names("公路客运量和周转量分别完成3.7亿人和270.8亿人公里。") == ["公路客运量 3.7亿人", "公路周转量 270.8亿人公里"])
        #expect(
            names("公路旅客运输量3亿人，旅客周转量27亿人公里。") == ["公路旅客运输量 3亿人", "公路旅客周转量 27亿人公里"])
        // Behind parts a sentence goes on about the whole.
        #expect(
            names("货物周转量12亿吨公里。其中，铁路9亿吨公里，管道3亿吨公里。旅客周转量5亿人公里。其中，铁路2亿人公里。") == [
                "货物周转量 12亿吨公里", "铁路货物周转量 9亿吨公里", "管道货物周转量 3亿吨公里", "旅客周转量 5亿人公里", "铁路旅客周转量 2亿人公里",
            ])
        #expect(names("水路货运量和周转量分别完成2亿吨和168亿吨公里。") == ["水路货运量 2亿吨", "水路周转量 168亿吨公里"])
        #expect(names("登记时限分别压缩至0.5个、1个工作日。") == ["登记时限 0.5个工作日", "登记时限 1个工作日"])
    }

    @Test func whatARemarkEndsIsWhole() {
        #expect(
            names("居民消费价格上涨1%，其中，食品上涨2%，工业生产者出厂价格（PPI）下降3%。") == [
                "居民消费价格 ±1%", "食品价格 ±2%", "工业生产者出厂价格（PPI） ±3%",
            ])
    }

    @Test func growthAveragedOverYearsIsNoGrowthOfTheYear() {
        #expect(
            names("生产总值27亿元，同比增长12%，两年平均增长1.7%。") == ["生产总值 27亿元", "生产总值 ±12%", "两年平均生产总值 ±1.7%"])
    }

    @Test func whatJoinsSumsIsNoPartOfTheirNames() {
        #expect(
            names("一般公共预算收入8亿元，加上级补助收入5亿元，加上债务转贷收入2亿元，总收入15亿元，收入合计15亿元。") == [
                "一般公共预算收入 8亿元", "上级补助收入 5亿元", "债务转贷收入 2亿元", "一般公共预算总收入 15亿元", "一般公共预算收入合计 15亿元",
            ])
        // A yield has no total income.
        #expect(names("粮食产量8万吨，总收入3亿元。") == ["粮食产量 8万吨", "总收入 3亿元"])
    }

    @Test func whatAnIndustryEarnsIsItsOwn() {
        #expect(
            names("电子行业主营业务收入467亿元、利税50亿元、利润35亿元。金融机构存、贷款余额分别增长9%、12%。") == [
                "电子行业主营业务收入 467亿元", "电子行业利税 50亿元", "电子行业利润 35亿元", "金融机构存款余额 ±9%", "金融机构贷款余额 ±12%",
            ])
    }

    /// The parts are of what was stated last, not of the turnover before it.
    @Test func partsOfProfitsAreProfits() {
        #expect(
            names("工业企业营业收入下降5%；实现利润总额下降20%，其中：国有企业下降13%，私营企业下降2%。") == [
                "工业企业营业收入 ±5%", "工业企业利润总额 ±20%", "国有企业利润总额 ±13%", "私营企业利润总额 ±2%",
            ])
    }

    @Test func naturalGrowthIsGrowthButItsRateAName() {
        #expect(
            names("一般公共预算收入5529亿元，自然增长13.3%。人口自然增长率3.3‰。") == [
                "一般公共预算收入 5529亿元", "一般公共预算收入 ±13.3%", "人口自然增长率 3.3‰",
            ])
    }

    @Test func wordsThatOnlyGoOnAreNoPartOfAName() {
        #expect(names("又出台补贴办法10项，公路建设共完成投资58亿元。") == ["出台补贴办法 10项", "公路建设投资 58亿元"])
        #expect(names("还款余额3亿元。") == ["还款余额 3亿元"])
    }

    @Test func oneValueServesSeveralHeads() {
        #expect(names("农膜回收率、秸秆利用率全部达到90%。") == ["农膜回收率 90%", "秸秆利用率 90%"])
        #expect(names("职校学生数、工位数均占全市总量的25%。") == ["职校学生数占全市总量 25%", "工位数占全市总量 25%"])
    }

    @Test func andLiesWithinANameWhereTheMarksMakeTheNumber() {
        #expect(
            names("居民消费价格上涨1%。其中：衣着、教育和娱乐、医疗分别上涨2%、3%和4%。") == [
                "居民消费价格 ±1%", "衣着价格 ±2%", "教育和娱乐价格 ±3%", "医疗价格 ±4%",
            ])
    }

    /// What a clause enumerates the lists behind it tell of, one by one; without such a list nobody knows which is which.
    @Test func figuresOfWhatAClauseEnumerates() {
        #expect(names("小麦、玉米产量依次是52万吨、38万吨。") == ["小麦产量 52万吨", "玉米产量 38万吨"])
        #expect(names("规模最大的两个行业依次是化工、钢铁，产值分别为520亿元、410亿元。") == ["化工产值 520亿元", "钢铁产值 410亿元"])
        #expect(names("产量居前两位的依次是小麦、玉米，分别为52万吨、38万吨。") == ["小麦产量 52万吨", "玉米产量 38万吨"])
        #expect(
            names("平均浓度最低的2个城市依次是甲市和乙市，分别为47微克/立方米、55微克/立方米；最高的2个依次是丙市、丁市，分别为94微克/立方米、84微克/立方米。") == [
                "甲市平均浓度 47微克/立方米", "乙市平均浓度 55微克/立方米",
            ])
        #expect(names("规模最大的行业依次是化工、钢铁，产值为520亿元。") == ["产值 520亿元"])
        #expect(names("期刊4种、报纸2种，总印数分别为3万册、2万份。").suffix(2) == ["期刊总印数 3万册", "报纸总印数 2万份"])
    }

    /// Against last year the amount grows by a share, its part of the whole by points.
    @Test func growthBehindAShare() {
        #expect(names("工业投资占比35%，同比增长12%。") == ["工业投资占比 35%", "工业投资 ±12%"])
        #expect(names("工业投资占比35%，比上年提高2个百分点。") == ["工业投资占比 35%", "工业投资占比 ±2个百分点"])
        #expect(names("工业投资占比35%，提高2%。") == ["工业投资占比 35%", "工业投资占比 ±2%"])
    }

    // MARK: Identity

    @Test func theStatementsOfASentenceKnowIt() {
        let statements = ProseFixture.extract("甲率达到90%，乙率达到80%。甲率达到90%，乙率达到80%。").statements
        #expect(statements.map(\.provenance.sentence) == [0, 0, 36, 36])
    }
}
